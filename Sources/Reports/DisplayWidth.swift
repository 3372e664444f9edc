// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
    /// How many columns of a terminal the text takes: combining marks none, East Asian wide characters two.
    var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }
}

extension Unicode.Scalar {
    /// How many columns of a terminal the scalar takes.
    var displayWidth: Int {
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return Self.wideRanges.contains { $0.contains(value) } ? 2 : 1
        }
    }

    /// The blocks whose characters are wide or full-width by Unicode's annex 11, and the emoji that terminals draw wide.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
        0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}

extension String {
    /// The text in lines of at most `width` columns, broken at blanks; a word that is longer is broken where it must be, never cut.
    ///
    /// Lines after the first begin with `indent` blanks.
    func wrapped(to width: Int, indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in split(separator: " ", omittingEmptySubsequences: true) {
            var (rest, length) = (word[...], word.displayWidth)
            if used > 0, used + 1 + length <= width {
                (line, used) = (line + " " + rest, used + 1 + length)
                continue
            }
            if used > 0 { (lines, line, used) = (lines + [line], margin, indent) }
            while used + length > width, let (head, headWidth) = rest.head(fitting: Swift.max(width - used, 2)), headWidth < length {
                lines.append(line + head)
                (rest, length, line, used) = (rest.dropFirst(head.count), length - headWidth, margin, indent)
            }
            (line, used) = (line + rest, used + length)
        }
        return lines + [line]
    }

    /// The text with blanks behind it up to `width` columns.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - displayWidth)) }

    /// The text with blanks before it up to `width` columns.
    func indented(to width: Int) -> String { String(repeating: " ", count: Swift.max(0, width - displayWidth)) + self }
}

extension Substring {
    /// The most characters from the start that take at most `width` columns, at least one, and what they take.
    fileprivate func head(fitting width: Int) -> (Substring, Int)? {
        var end = startIndex
        var used = 0
        while end < endIndex {
            let next = index(after: end)
            let step = self[end..<next].displayWidth
            if used + step > width, end > startIndex { break }
            (end, used) = (next, used + step)
        }
        return end > startIndex ? (self[startIndex..<end], used) : nil
    }
}
