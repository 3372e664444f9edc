// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Refuses YAML that would use up the stack or the memory before it is parsed.
///
/// The parser descends with each level of nesting, and comparing keys follows references again and again; a scenario needs three
/// levels and no references. Everything is counted a little too high, never too low.
enum NestingGuard {
    static let depthLimit = 50
    static let aliasLimit = 20
    /// The largest `scenario.yaml`, in bytes.
    static let sizeLimit = 1 << 20

    static func fault(of text: ArraySlice<UInt8>, file: String) -> LocatedFault? {
        var line = 1
        var flowDepth = 0
        var aliases = 0
        var lineState = LineState()
        var previous = UInt8(ascii: "\n")
        for byte in text {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): flowDepth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): flowDepth = max(0, flowDepth - 1)
            case UInt8(ascii: "*") where " \n[{,:-".utf8.contains(previous): aliases += 1
            default: break
            }
            lineState.see(byte)
            let depth = max(flowDepth, lineState.depth)
            if depth > depthLimit {
                return LocatedFault(.file(.beyondLimit(.nesting, found: depth, limit: depthLimit)), file: file, line: line)
            }
            if aliases > aliasLimit {
                return LocatedFault(.file(.beyondLimit(.aliases, found: aliases, limit: aliasLimit)), file: file, line: line)
            }
            if byte == UInt8(ascii: "\n") {
                line += 1
                lineState = LineState()
            }
            previous = byte
        }
        return nil
    }

    /// How deep the blanks and the dashes at the beginning of a line can nest: a level takes at least one of either.
    private struct LineState {
        var depth = 0
        var isAtStart = true

        mutating func see(_ byte: UInt8) {
            guard isAtStart else { return }
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): depth += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: isAtStart = false
            }
        }
    }
}
