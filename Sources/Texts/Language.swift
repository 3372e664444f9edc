// SPDX-License-Identifier: GPL-3.0-or-later

/// A language of the product.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case vietnamese = "vi"
}

/// One text in both languages. Every sentence that a reader sees is one of these, so that none can be missing in a language.
public struct Phrase: Hashable, Sendable {
    /// The English text.
    public let english: String
    /// The Vietnamese text.
    public let vietnamese: String

    /// Makes a phrase of both texts.
    public init(en english: String, vi vietnamese: String) {
        (self.english, self.vietnamese) = (english, vietnamese)
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}
