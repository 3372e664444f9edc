// SPDX-License-Identifier: GPL-3.0-or-later

/// The parser's own words on a help screen, put into a language; the rest of the screen is in it already.
public enum HelpText {
    /// `screen` with the parser's headings and its own options' texts in `language`.
    public static func translate(_ screen: String, to language: Language) -> String {
        guard language != .english else { return screen }
        return screen.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0), language) }.joined(separator: "\n")
    }

    private static func line(_ line: String, _ language: Language) -> String {
        for heading in headings where line.hasPrefix(heading.english) {
            return heading[language] + words(String(line.dropFirst(heading.english.count)), language)
        }
        return words(line, language)
    }

    private static func words(_ line: String, _ language: Language) -> String {
        texts.reduce(line) { $0.replacing($1.english, with: $1[language]) }
    }

    private static let headings = [
        Phrase(en: "OVERVIEW: ", vi: "TỔNG QUAN: "), Phrase(en: "USAGE: ", vi: "CÁCH DÙNG: "), Phrase(en: "ARGUMENTS:", vi: "THAM SỐ:"),
        Phrase(en: "OPTIONS:", vi: "TÙY CHỌN:"), Phrase(en: "SUBCOMMANDS:", vi: "CÁC LỆNH:"),
    ]

    private static let texts = [
        Phrase(en: "Show help information.", vi: "Hiện trợ giúp này."), Phrase(en: "Show the version.", vi: "Hiện số phiên bản."),
        Phrase(en: "(values:", vi: "(các giá trị:"), Phrase(en: "(default:", vi: "(mặc định:"),
        Phrase(
            en: "See 'symbio help <subcommand>' for detailed help.", vi: "Xem chi tiết từng lệnh bằng 'symbio help <lệnh>'."),
        Phrase(en: "<subcommand>", vi: "<lệnh>"), Phrase(en: "[<options>]", vi: "[<các-tùy-chọn>]"),
    ]
}
