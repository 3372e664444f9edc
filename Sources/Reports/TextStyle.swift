// SPDX-License-Identifier: GPL-3.0-or-later
public import Texts

/// Bold and colour of a terminal, or neither.
public struct TextStyle: Hashable, Sendable {
    /// Whether escape sequences are written.
    public let isColoured: Bool

    /// Makes a style.
    public init(isColoured: Bool) { self.isColoured = isColoured }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func good(_ text: String) -> String { wrap(text, "32") }
    func bad(_ text: String) -> String { wrap(text, "31") }

    private func wrap(_ text: String, _ code: String) -> String { isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

/// How a report for people is to look.
public struct ReportLayout: Hashable, Sendable {
    /// The language of its words and numbers.
    public var language: Language
    /// The columns that it may take.
    public var width: Int
    /// Bold and colour.
    public var style: TextStyle
    /// The most rows of a list that are shown; nil for all. What is left out is counted.
    public var rowLimit: Int?

    /// Makes a layout.
    public init(language: Language, width: Int = 100, style: TextStyle = TextStyle(isColoured: false), rowLimit: Int? = nil) {
        (self.language, self.width, self.style, self.rowLimit) = (language, max(width, 40), style, rowLimit)
    }
}
