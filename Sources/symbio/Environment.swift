// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Texts

/// The process's environment variables.
enum Environment {
    /// The value of a variable; nil where it is not set.
    static func value(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}

/// The language that this run speaks.
enum Speech {
    /// Set once for the whole run.
    @TaskLocal static var language: Language = .english
}

/// The text of `phrase` in the language of this run.
func tell(_ phrase: Phrase) -> String { phrase[Speech.language] }
