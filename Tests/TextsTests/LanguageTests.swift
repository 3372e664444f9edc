// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Texts

@Suite("The choice of the language")
struct LanguageTests {
    @Test(
        "The option wins, then the environment in the order of POSIX, then English",
        arguments: [
            ([], [:], Language.english), ([], ["LANG": "vi_VN.UTF-8"], .vietnamese), ([], ["LANG": "de_DE"], .english),
            ([], ["LC_ALL": "C", "LANG": "vi_VN"], .english), ([], ["LC_ALL": "", "LC_MESSAGES": "vi", "LANG": "en_GB"], .vietnamese),
            (["solve", "--lang", "vi"], ["LANG": "en_GB"], .vietnamese), (["--lang=en"], ["LANG": "vi_VN"], .english),
            (["--lang", "fr"], ["LANG": "vi_VN"], .vietnamese), (["solve", "--", "--lang", "vi"], [:], .english),
            (["--lang"], [:], .english),
            ([], ["LANG": "vision"], .english),
        ] as [([String], [String: String], Language)])
    func choice(arguments: [String], environment: [String: String], expected: Language) {
        #expect(Language.chosen(arguments: arguments) { environment[$0] } == expected)
    }

    @Test("The option is taken away where no command is there to take it")
    func removal() {
        #expect(Language.removingChoice(from: ["--lang", "vi", "--help"]) == ["--help"])
        #expect(Language.removingChoice(from: ["--lang=vi", "solve", "x"]) == ["solve", "x"])
        #expect(Language.removingChoice(from: ["--lang"]) == [])
    }
}
