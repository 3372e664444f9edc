// SPDX-License-Identifier: GPL-3.0-or-later

/// What the argument parser says of wrong usage, in both languages.
///
/// The parser keeps the kinds of its errors to itself and gives only an English message, so each message is known here by its fixed words;
/// what stands between them (options, values) is taken over. A test pins every one against the parser in use.
public struct ParserMessage {
    /// The message in both languages.
    public let phrase: Phrase

    /// Reads the parser's English message.
    public init(english: String) {
        let text = english.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? english
        phrase = Self.patterns.lazy.compactMap { $0(text) }.first ?? Self.unknown(text)
    }

    private static func unknown(_ text: String) -> Phrase {
        Phrase(en: "\(text)", vi: "Cách dùng không hợp lệ: \(text)")
    }

    private static let patterns: [@Sendable (String) -> Phrase?] = [
        { Parts($0, "Unknown option '", "'. Did you mean '", "'?").map { unknownOption($0[0], nearest: $0[1]) } },
        { Parts($0, "Unknown option '", "'").map { unknownOption($0[0]) } },
        { Parts($0, "Missing expected argument '", "'").map { missingArgument($0[0]) } },
        { Parts($0, "Missing value for '", "'").map { missingValue($0[0]) } },
        { Parts($0, "Unexpected argument '", "'").map { unexpected($0[0]) } },
        { Parts($0, "", " unexpected arguments: ", "").map { severalUnexpected($0[1]) } },
        { Parts($0, "The option '", "' does not take any value, but '", "' was specified.").map { noValue($0[0], $0[1]) } },
        { Parts($0, "The value '", "' is invalid for '", "'. Please provide one of ", ".").map { notAmong($0[0], $0[1], $0[2]) } },
        { Parts($0, "The value '", "' is invalid for '", "'").map { invalid($0[0], $0[1]) } },
    ]

    private static func unknownOption(_ name: String) -> Phrase {
        Phrase(en: "There is no option \(name).", vi: "Không có tùy chọn \(name).")
    }

    private static func unknownOption(_ name: String, nearest: String) -> Phrase {
        Phrase(en: "There is no option \(name). Did you mean \(nearest)?", vi: "Không có tùy chọn \(name). Có phải ý bạn là \(nearest)?")
    }

    private static func missingArgument(_ argument: String) -> Phrase {
        Phrase(en: "\(argument) is missing.", vi: "Thiếu \(argument).")
    }

    private static func missingValue(_ option: String) -> Phrase {
        Phrase(en: "The value of \(option) is missing.", vi: "Thiếu giá trị của \(option).")
    }

    private static func unexpected(_ argument: String) -> Phrase {
        Phrase(en: "“\(argument)” is one argument too many.", vi: "Thừa tham số “\(argument)”.")
    }

    private static func severalUnexpected(_ arguments: String) -> Phrase {
        Phrase(en: "These arguments are too many: \(arguments).", vi: "Thừa các tham số: \(arguments).")
    }

    private static func noValue(_ option: String, _ value: String) -> Phrase {
        Phrase(en: "\(option) takes no value, but “\(value)” is given.", vi: "\(option) không nhận giá trị, nhưng lại có “\(value)”.")
    }

    private static func invalid(_ value: String, _ option: String) -> Phrase {
        let problem = Phrase(en: "“\(value)” is no value for \(option).", vi: "“\(value)” không phải là giá trị hợp lệ của \(option).")
        guard option.contains("<"), let mend = NumberSpelling.mend(value) else { return problem }
        return Phrase(en: problem.english + " " + mend.english, vi: problem.vietnamese + " " + mend.vietnamese)
    }

    private static func notAmong(_ value: String, _ option: String, _ known: String) -> Phrase {
        let choices = known.replacing(" and ", with: ", ").replacing(" or ", with: ", ")
        return Phrase(
            en: "“\(value)” is no value for \(option). Known: \(choices).",
            vi: "“\(value)” không phải là giá trị hợp lệ của \(option). Các giá trị: \(choices).")
    }
}

/// The parts of a text that stand between fixed words, in order; the first stands after the first of them.
private struct Parts {
    private var parts: [String] = []

    /// Nil where `text` is not made of `words` with something between each two.
    init?(_ text: String, _ words: String...) {
        guard let first = words.first, text.hasPrefix(first) else { return nil }
        var rest = text.dropFirst(first.count)
        for (index, word) in words.enumerated().dropFirst() {
            if word.isEmpty, index == words.count - 1 {
                parts.append(String(rest))
                return
            }
            guard let range = index == words.count - 1 ? rest.ranges(of: word).last : rest.firstRange(of: word) else { return nil }
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        guard rest.isEmpty else { return nil }
    }

    func map<Result>(_ body: (Parts) -> Result) -> Result { body(self) }

    subscript(index: Int) -> String { index < parts.count ? parts[index] : "" }
}
