// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Tells why a text is no number, and what it is likely to mean.
enum MisreadNumber {
    /// The fault of `text`, which could not be read with `mark` as the decimal mark, where an amount or a share was expected.
    static func fault(of text: String, mark: UInt8, takesShare: Bool) -> ValueFault {
        let markText = mark == UInt8(ascii: ",") ? "," : "."
        let otherText = markText == "," ? "." : ","
        if isNumber(text, mark: markText) || namesNoFiniteNumber(text) { return .notFinite(found: text) }
        if text.hasPrefix("=") || text.hasPrefix("#") { return .formula(found: text) }
        if let last = text.last, last == "%" || last == "‰" { return percent(text, mark: markText, takesShare: takesShare) }
        let plain = withPlainCharacters(text)
        if plain != text, isNumber(plain, mark: markText) { return .lookAlike(found: text, plain: plain) }
        if isNumber(text, mark: otherText) {
            let (decimal, whole) = (text.replacing(otherText, with: markText), text.replacing(otherText, with: ""))
            guard isGrouped(text, by: otherText) else { return .wrongDecimalMark(found: text, mark: Character(markText), mended: decimal) }
            return .ambiguousMark(found: text, asDecimal: decimal, asThousands: whole, count: 1)
        }
        if let plain = withoutThousands(text, mark: markText) { return .thousandsMark(found: text, plain: plain) }
        return split(text, mark: markText) ?? .notANumber(found: text, mark: Character(markText))
    }

    /// The fault of a number that has the form of thousands by its own decimal mark.
    static func ambiguous(_ text: String, mark: String) -> ValueFault {
        .ambiguousMark(found: text, asDecimal: text, asThousands: text.replacing(mark, with: ""), count: 1)
    }

    /// Whether all of `text` is a number, finite or not.
    static func isNumber(_ text: String, mark: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let mark = mark.utf8.first else { return false }
        return DecimalNumber.read(bytes.span, 0..<bytes.count, mark: mark) != .malformed
    }

    /// Whether `text` has the form of thousands: groups of three digits after one to three, with one mark between all of them.
    static func isGrouped(_ text: String, by mark: String) -> Bool {
        let unsigned = text.drop { $0 == "-" || $0 == "+" }
        let groups = unsigned.split(separator: Character(mark), omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count), !first.hasPrefix("0") else { return false }
        return groups.dropFirst().allSatisfy { $0.count == 3 } && groups.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private static func namesNoFiniteNumber(_ text: String) -> Bool {
        let unsigned = text.lowercased().drop { $0 == "-" || $0 == "+" }
        return ["nan", "inf", "infinity", "∞"].contains(String(unsigned))
    }

    private static func percent(_ text: String, mark: String, takesShare: Bool) -> ValueFault {
        let number = String(text.dropLast()).trimmed
        let divisor = text.last == "%" ? 100.0 : 1000
        guard isNumber(number, mark: mark), let value = Double(number.replacing(mark, with: ".")) else {
            return .notANumber(found: text, mark: Character(mark))
        }
        // Of an amount in t a percentage is no other way of writing it.
        return .percentSign(found: text, share: takesShare ? "\(value / divisor)".replacing(".", with: mark) : nil)
    }

    /// The text with hyphens for other minus signs, and common digits for full-width ones.
    private static func withPlainCharacters(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: plain.append("-")
            case 0xFF10...0xFF19: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10) + 0x30))
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// The number without its thousands marks: blanks, apostrophes, or the mark that is not the decimal mark.
    private static func withoutThousands(_ text: String, mark: String) -> String? {
        for separator in [" ", "\u{A0}", "\u{202F}", "'", "’", mark == "," ? "." : ",", mark] {
            let decimal = separator == mark ? (mark == "," ? "." : ",") : mark
            let parts = text.split(separator: Character(decimal), omittingEmptySubsequences: false)
            guard parts.count <= 2, let whole = parts.first, isGrouped(String(whole), by: separator) else { continue }
            let plain = ([String(whole).replacing(separator, with: "")] + parts.dropFirst().map(String.init)).joined(separator: mark)
            if isNumber(plain, mark: mark) { return plain }
        }
        return nil
    }

    /// A number and a word behind it.
    private static func split(_ text: String, mark: String) -> ValueFault? {
        guard let letter = text.firstIndex(where: { $0.isLetter }) else { return nil }
        let number = String(text[..<letter]).trimmed
        let word = String(text[letter...])
        guard isNumber(number, mark: mark), word.count <= 12 else { return nil }
        return .unitInNumber(found: text, number: number, unit: word)
    }
}
