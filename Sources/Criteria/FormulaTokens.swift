// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// A piece of a formula, and the character at which it begins, from 1.
struct FormulaToken {
    enum Kind: Equatable {
        case number(Double)
        case text(String)
        case name(String)
        /// `+ - * / ( ) [ ] ,` and the comparisons.
        case mark(String)
        case end
    }
    var kind: Kind
    var character: Int

    /// What was written, for messages; nil at the end.
    var written: String? {
        switch kind {
        case .number(let value): value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
        case .text(let text): "\"\(text)\""
        case .name(let name): name
        case .mark(let mark): mark
        case .end: nil
        }
    }
}

/// Where a formula is wrong, and how.
struct FormulaError: Error, Hashable {
    var fault: FormulaFault
    var character: Int
}

extension FormulaToken {
    static let lengthLimit = 2000

    /// The pieces of `text`, the end last.
    static func all(of text: String) throws(FormulaError) -> [FormulaToken] {
        let letters = Array(text)
        guard letters.count <= lengthLimit else { throw FormulaError(fault: .tooLong(limit: lengthLimit), character: lengthLimit + 1) }
        var tokens: [FormulaToken] = [], position = 0
        while position < letters.count {
            let start = position, letter = letters[position]
            if letter.isWhitespace {
                position += 1
                continue
            }
            let kind: Kind
            if letter.isASCII, letter.isNumber {
                while position < letters.count, letters[position].isASCII, letters[position].isNumber || letters[position] == "." {
                    position += 1
                }
                let written = String(letters[start..<position])
                guard let value = Double(written) else {
                    throw FormulaError(fault: .unexpected(found: written, expected: .value), character: start + 1)
                }
                kind = .number(value)
            } else if isNameLetter(letter) {
                while position < letters.count, isNameLetter(letters[position]) || letters[position].isASCII && letters[position].isNumber {
                    position += 1
                }
                kind = .name(String(letters[start..<position]))
            } else if letter == "\"" {
                guard let end = letters[(start + 1)...].firstIndex(of: "\"") else {
                    throw FormulaError(fault: .unexpected(found: nil, expected: .closingQuote), character: letters.count + 1)
                }
                position = end + 1
                kind = .text(String(letters[(start + 1)..<end]))
            } else if letter == "[" {
                guard let end = letters[start...].firstIndex(of: "]") else {
                    throw FormulaError(fault: .unexpected(found: nil, expected: .closingBracket), character: letters.count + 1)
                }
                // The id of a criterion, whose marks are no operators.
                position = end + 1
                kind = .mark("[" + String(letters[(start + 1)..<end]).trimmed)
            } else {
                let two = String(letters[start..<min(start + 2, letters.count)])
                let mark = ["<=", ">=", "<>"].contains(two) ? two : String(letter)
                guard ["<=", ">=", "<>", "<", ">", "=", "+", "-", "*", "/", "(", ")", ","].contains(mark) else {
                    throw FormulaError(
                        fault: .unexpected(found: mark, expected: tokens.isEmpty ? .value : .operation), character: start + 1)
                }
                position += mark.count
                kind = .mark(mark)
            }
            tokens.append(FormulaToken(kind: kind, character: start + 1))
        }
        return tokens + [FormulaToken(kind: .end, character: letters.count + 1)]
    }

    private static func isNameLetter(_ letter: Character) -> Bool { letter.isASCII && letter.isLetter || letter == "_" }
}

extension String {
    /// The text without the blanks at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
