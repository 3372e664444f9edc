// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Reads the source code for every `Phrase(en: "…", vi: "…")` and judges the two texts.
@Suite("Every phrase in the sources")
struct PhraseScanTests {
    private struct Found: CustomTestStringConvertible {
        var file: String
        var english: String
        var vietnamese: String
        var testDescription: String { "\(file): \(english)" }
    }

    private let phrases: [Found]

    init() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources")
        let enumerator = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        let literal = #"("(?:[^"\\\n]|\\.|\\\((?:[^()]|\([^()]*\))*\))*"|"""[\s\S]*?""")"#
        let pattern = try Regex<(Substring, Substring, Substring)>(#"Phrase\(\s*en:\s*"# + literal + #",\s*vi:\s*"# + literal)
        var found: [Found] = []
        for case let url as URL in enumerator where url.pathExtension == "swift" {
            for match in try String(contentsOf: url, encoding: .utf8).matches(of: pattern) {
                found.append(Found(file: url.lastPathComponent, english: String(match.output.1), vietnamese: String(match.output.2)))
            }
        }
        phrases = found
    }

    @Test("The scan sees the phrases")
    func sees() {
        #expect(phrases.count > 200)
        #expect(phrases.contains { $0.english.hasPrefix("\"Optimal:") })
        #expect(phrases.contains { $0.english.hasPrefix("\"\"\"") })
    }

    @Test("No text is empty and no two are the same")
    func differ() {
        for phrase in phrases {
            #expect(!words(phrase.english).isEmpty || phrase.english.contains("\\("), "\(phrase)")
            #expect(phrase.english != phrase.vietnamese, "\(phrase)")
        }
    }

    @Test("Both texts speak of the same things")
    func placeholders() {
        for phrase in phrases {
            #expect(placeholders(phrase.english) == placeholders(phrase.vietnamese), "\(phrase.file): \(phrase.english) | \(phrase.vietnamese)")
        }
    }

    @Test("A Vietnamese sentence has Vietnamese letters")
    func diacritics() {
        for phrase in phrases where words(phrase.vietnamese).count >= 3 {
            let letters = phrase.vietnamese.unicodeScalars.contains { (0xC0...0x1EF9).contains($0.value) && $0.properties.isAlphabetic }
            #expect(letters, "\(phrase.file): \(phrase.vietnamese)")
        }
    }

    @Test("Texts end alike: both with a full stop, or neither")
    func ends() {
        for phrase in phrases {
            #expect(phrase.english.hasSuffix(".\"") == phrase.vietnamese.hasSuffix(".\""), "\(phrase.file): \(phrase.english)")
        }
    }

    /// The texts between placeholders, in words of letters.
    private func words(_ literal: String) -> [Substring] {
        literal.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: " ").split { !$0.isLetter }.filter { $0.count > 1 }
    }

    /// What is put in, without the part that differs by language, and without English plurals.
    private func placeholders(_ literal: String) -> [String] {
        literal.matches(of: /\\\(((?:[^()]|\([^()]*\))*)\)/).map { match in
            String(match.output.1).replacing(".english", with: "").replacing(".vietnamese", with: "").replacing("[.english]", with: "")
                .replacing("[.vietnamese]", with: "")
        }.filter { !$0.hasPrefix("plural(") && $0 != "noun" && $0 != "vietnamese" && $0 != "digits(day)" }.reduce(into: Set<String>()) {
            $0.insert($1)
        }.sorted()
    }
}
