// SPDX-License-Identifier: GPL-3.0-or-later
public import Texts

/// The languages that a report is written in: one, or both with a switch.
public enum PageLanguages: String, Sendable, CaseIterable {
    case english = "en"
    case vietnamese = "vi"
    case both

    /// One language.
    public init(_ language: Language) { self = language == .vietnamese ? .vietnamese : .english }

    /// The languages in the order in which they stand; Vietnamese, the language of the authorities, first.
    public var list: [Language] {
        switch self {
        case .english: [.english]
        case .vietnamese: [.vietnamese]
        case .both: [.vietnamese, .english]
        }
    }
}
