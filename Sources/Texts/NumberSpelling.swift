// SPDX-License-Identifier: GPL-3.0-or-later

/// How a number that people write with marks is written on the command line: digits, and a point before decimals, in either language.
public enum NumberSpelling {
    /// Whether `text` is a number to the program and thousands to a Vietnamese reader, as `50.000` is.
    public static func hasTwoReadings(_ text: String) -> Bool { groups(text, by: ".").map { $0.count == 2 } ?? false }

    /// What to write in place of `text`; nil where it is no number in any spelling.
    static func mend(_ text: String) -> Phrase? {
        for mark: Character in [".", ",", " ", "\u{A0}", "'"] {
            guard let groups = groups(text, by: mark) else { continue }
            let whole = groups.joined()
            guard groups.count == 2, mark == "." || mark == "," else { return write(whole) }
            let decimal = groups.joined(separator: ".") + "0"
            return Phrase(
                en: "Write \(whole) if thousands are meant, or \(decimal).",
                vi: "Viết \(whole) nếu là hàng nghìn, hoặc \(decimal) nếu là số thập phân.")
        }
        let plain = text.replacing(".", with: "").replacing(",", with: ".")
        guard text.contains(","), Double(plain) != nil, plain.allSatisfy({ $0.isASCII && ($0.isNumber || ".-+".contains($0)) }) else {
            return nil
        }
        return write(plain)
    }

    private static func write(_ number: String) -> Phrase { Phrase(en: "Write \(number).", vi: "Viết \(number).") }

    /// The groups of digits between marks: one to three, then three each; nil where the text is not of that form.
    private static func groups(_ text: String, by mark: Character) -> [Substring]? {
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count), first.first != "0",
            groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        return groups
    }
}
