// SPDX-License-Identifier: GPL-3.0-or-later

/// Vietnamese letters and the plain Latin letters below their marks, for ids that were typed as names.
enum VietnameseLetters {
    private static let families: [(plain: Character, marked: String)] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"),
        ("y", "ỳýỷỹỵ"), ("d", "đ"),
    ]

    /// `text` with plain letters for Vietnamese ones. Characters compare by canonical equivalence, so that both ways of
    /// writing a mark, within the letter or behind it, are covered.
    static func plain(_ text: String) -> String {
        String(
            text.map { letter in
                if letter.isASCII { return letter }
                let small = Character(letter.lowercased())
                guard let family = families.first(where: { $0.marked.contains(small) }) else { return letter }
                return small == letter ? family.plain : Character(family.plain.uppercased())
            })
    }
}
