// SPDX-License-Identifier: GPL-3.0-or-later

extension Phrase {
    /// A text that is the same in both languages, such as a symbol, an id or a proper name.
    public init(same text: String) { self.init(en: text, vi: text) }

    /// This phrase, a blank, and the next one: two sentences in a row.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        if left == Phrase(same: "") { return right }
        return Phrase(en: left.english + " " + right.english, vi: left.vietnamese + " " + right.vietnamese)
    }

    /// The phrase at the head of a sentence.
    var capitalized: Phrase {
        Phrase(en: english.prefix(1).uppercased() + english.dropFirst(), vi: vietnamese.prefix(1).uppercased() + vietnamese.dropFirst())
    }
}

/// The English word for `count` things: `one` for exactly one, else `many`. Vietnamese nouns do not change.
public func plural(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }

extension [Phrase] {
    /// The phrases as a list in a sentence: `a, b and c`.
    public var enumerated: Phrase {
        guard let last, count > 1 else { return first ?? Phrase(same: "") }
        let head = dropLast()
        return Phrase(
            en: head.map(\.english).joined(separator: ", ") + " and " + last.english,
            vi: head.map(\.vietnamese).joined(separator: ", ") + " và " + last.vietnamese)
    }
}
