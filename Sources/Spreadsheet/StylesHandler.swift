// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads which cell formats show days and times: a day is a number that only its format tells from others.
final class StylesHandler: PartHandler {
    /// What a number of a format means.
    enum Meaning: UInt8 { case number, day, time }

    var failure: ReadingFailure?
    private var meaningOfCode: [Int: Meaning] = [:]
    private var meanings: [Meaning] = []
    private var isInCellFormats = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// What a number in a cell of the style `index` means.
    func meaning(_ index: Int) -> Meaning { meanings.indices.contains(index) ? meanings[index] : .number }

    func start(_ tag: PartTag, _ attributes: PartAttributes) {
        switch tag {
        case .cellFormats: isInCellFormats = true
        case .format:
            guard isInCellFormats else { return }
            guard meanings.count < limit else {
                failure = .beyondLimit(.formats, limit: limit)
                return
            }
            let id = attributes.number("numFmtId") ?? 0
            meanings.append(meaningOfCode[id] ?? Self.builtIn(id))
        case .numberFormat:
            guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") else { return }
            guard meaningOfCode.count < limit else {
                failure = .beyondLimit(.formats, limit: limit)
                return
            }
            meaningOfCode[id] = Self.meaning(of: code)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func end(_ tag: PartTag) { if case .cellFormats = tag { isInCellFormats = false } }

    /// The formats that have a number and no code (ECMA-376, part 1, 18.8.30), those of East Asian languages too.
    private static func builtIn(_ id: Int) -> Meaning {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: .day
        case 18...21, 32...35, 45...47, 55, 56: .time
        default: .number
        }
    }

    /// What a format code shows: letters of days or times outside of quotes, brackets and escapes.
    static func meaning(of code: String) -> Meaning {
        var (isQuoted, isEscaped, bracket) = (false, false, nil as String?)
        var (hasDay, hasTime, hasMonthOrMinute) = (false, false, false)
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if let open = bracket {
                // Hours, minutes and seconds in brackets go on beyond a day: `[h]:mm`.
                if character == "]" {
                    if !open.isEmpty, open.allSatisfy({ "hms".contains($0) }) { hasTime = true }
                    bracket = nil
                } else {
                    bracket = open + String(character)
                }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "\\", "_", "*": isEscaped = true
                case "[": bracket = ""
                case ";": return hasDay || hasMonthOrMinute && !hasTime ? .day : hasTime ? .time : .number
                case "y", "d": hasDay = true
                case "h", "s": hasTime = true
                case "m": hasMonthOrMinute = true
                // The word General has no letters of days but the e of eras in other languages is none here either.
                case "g": if code.lowercased().contains("general") { return .number }
                default: break
                }
            }
        }
        return hasDay || hasMonthOrMinute && !hasTime ? .day : hasTime ? .time : .number
    }
}

/// Reads the texts that cells share. A text in several runs of other looks is one text; how it is pronounced is no part of it.
final class SharedStringsHandler: PartHandler {
    var failure: ReadingFailure?
    private(set) var bytes: [UInt8] = []
    /// Where each text begins, and after the last one where it ends.
    private(set) var starts: [Int] = [0]
    private var isInText = false
    private var phoneticDepth = 0
    private let limits: ReadingLimits

    init(limits: ReadingLimits) { self.limits = limits }

    /// The bytes of a text; nil where there is none of that number.
    func range(_ index: Int) -> Range<Int>? {
        index >= 0 && index + 1 < starts.count ? starts[index]..<starts[index + 1] : nil
    }

    func start(_ tag: PartTag, _ attributes: PartAttributes) {
        switch tag {
        case .text: isInText = phoneticDepth == 0
        case .phonetic: phoneticDepth += 1
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInText else { return }
        guard self.bytes.count + bytes.count <= limits.textBytes else {
            failure = .beyondLimit(.textBytes, limit: limits.textBytes)
            return
        }
        unsafe self.bytes.append(contentsOf: bytes)
    }

    func end(_ tag: PartTag) {
        switch tag {
        case .text: isInText = false
        case .phonetic: phoneticDepth -= 1
        case .sharedItem:
            guard starts.count <= limits.sharedStrings else {
                failure = .beyondLimit(.sharedStrings, limit: limits.sharedStrings)
                return
            }
            EscapedText.unescape(&bytes, from: starts[starts.count - 1])
            starts.append(bytes.count)
        default: break
        }
    }
}

extension EscapedText {
    /// Undoes the escapes of the text at the end of `bytes`.
    static func unescape(_ bytes: inout [UInt8], from start: Int) {
        guard bytes.count - start >= 7, bytes[start...].contains(UInt8(ascii: "_")) else { return }
        let text = String(decoding: bytes[start...], as: UTF8.self)
        let read = read(text)
        guard read != text else { return }
        bytes.removeSubrange(start...)
        bytes += read.utf8
    }
}
