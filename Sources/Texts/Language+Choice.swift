// SPDX-License-Identifier: GPL-3.0-or-later

extension Language {
    /// The language to speak, chosen before the arguments are parsed, so that the parser's own words can be in it.
    ///
    /// `--lang vi` or `--lang=vi` wins; else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty, as in POSIX; else English.
    /// A language that the product does not speak is English here; the parser then refuses it by name.
    public static func chosen(arguments: [String], environment: (String) -> String?) -> Language {
        requested(in: arguments) ?? spoken(by: environment)
    }

    /// `arguments` without the option that chooses the language, for where no command is there to take it: `symbio --lang vi --help`.
    public static func removingChoice(from arguments: [String]) -> [String] {
        var kept: [String] = []
        var skipsNext = false
        for argument in arguments {
            if skipsNext {
                skipsNext = false
            } else if argument == "--lang" {
                skipsNext = true
            } else if !argument.hasPrefix("--lang=") {
                kept.append(argument)
            }
        }
        return kept
    }

    private static func requested(in arguments: [String]) -> Language? {
        var found: Language?
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--lang", index + 1 < arguments.count {
                found = Language(rawValue: arguments[index + 1]) ?? found
            } else if argument.hasPrefix("--lang=") {
                found = Language(rawValue: String(argument.dropFirst("--lang=".count))) ?? found
            }
        }
        return found
    }

    private static func spoken(by environment: (String) -> String?) -> Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let locale = environment(name), !locale.isEmpty else { continue }
            let language = locale.prefix { $0.isLetter }.lowercased()
            return language == "vi" ? .vietnamese : .english
        }
        return .english
    }
}
