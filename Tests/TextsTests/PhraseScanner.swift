// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A `Phrase(en: …, vi: …)` as it stands in the source code.
struct SourcePhrase {
    var file: String
    var english: SourceText, vietnamese: SourceText
}

/// A string literal, or several with `+` between: its own letters, and what is put in.
struct SourceText: Equatable {
    /// The letters, a blank where something is put in.
    var letters = ""
    /// The expressions put in.
    var placeholders: [String] = []

    /// Words of two letters and more, the names of settings and columns aside.
    var words: [Substring] {
        letters.split(whereSeparator: \.isWhitespace).filter { !$0.contains("_") }.flatMap { $0.split { !$0.isLetter } }.filter {
            $0.count > 1
        }
    }
}

/// Reads Swift source code for phrases whose texts are literals.
struct PhraseScanner {
    private let code: [Character]
    private var position = 0

    /// All phrases of the sources that stand two folders above this file.
    static func scanSources() throws -> [SourcePhrase] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path()).filter {
            $0.hasSuffix(".swift")
        }
        return try files.sorted().flatMap { file in
            var scanner = PhraseScanner(try String(contentsOf: root.appending(path: "Sources/\(file)"), encoding: .utf8))
            return scanner.phrases(file)
        }
    }

    init(_ code: String) { self.code = Array(code) }

    mutating func phrases(_ file: String) -> [SourcePhrase] {
        var found: [SourcePhrase] = []
        while position < code.count {
            guard skip("Phrase(") else {
                position += 1
                continue
            }
            skipBlanks()
            guard skip("en:"), let english = text() else { continue }
            skipBlanks()
            guard skip(","), case () = skipBlanks(), skip("vi:"), let vietnamese = text() else { continue }
            found.append(SourcePhrase(file: file, english: english, vietnamese: vietnamese))
        }
        return found
    }

    /// One literal or several with `+` between; nil where something else stands.
    private mutating func text() -> SourceText? {
        var text = SourceText()
        repeat {
            skipBlanks()
            guard literal(into: &text) else { return nil }
            skipBlanks()
        } while skip("+")
        return text
    }

    private mutating func literal(into text: inout SourceText) -> Bool {
        let quotes = skip("\"\"\"") ? "\"\"\"" : skip("\"") ? "\"" : nil
        guard let quotes else { return false }
        while position < code.count, !skip(quotes) {
            if skip("\\(") {
                text.placeholders.append(expression())
                text.letters += " "
            } else {
                if code[position] == "\\" { position += 1 }
                text.letters.append(code[position])
                position += 1
            }
        }
        return true
    }

    /// What stands up to the closing bracket, brackets and literals inside it included.
    private mutating func expression() -> String {
        let start = position
        var depth = 1
        while position < code.count {
            if code[position] == "\"" {
                var inner = SourceText()
                _ = literal(into: &inner)
                continue
            }
            depth += code[position] == "(" ? 1 : code[position] == ")" ? -1 : 0
            position += 1
            if depth == 0 { break }
        }
        return String(code[start..<(position - 1)])
    }

    private mutating func skip(_ word: String) -> Bool {
        guard position < code.count, code[position] == word.first, code[position...].starts(with: word) else { return false }
        position += word.count
        return true
    }

    private mutating func skipBlanks() {
        while position < code.count, code[position].isWhitespace { position += 1 }
    }
}
