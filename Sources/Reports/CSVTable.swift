// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// A table in the form that Excel opens right by a double click under the language's usual regional settings.
///
/// UTF-8 with a byte-order mark and CRLF; English has commas between cells and points in numbers, Vietnamese semicolons and decimal
/// commas. A cell of text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab, a line end, or
/// the wide form of one of the signs) has an apostrophe put before it, so that names from declarations cannot run anything.
struct CSVTable {
    /// One cell.
    enum Cell {
        case text(String)
        case number(Double?)
        case truth(Bool)
    }

    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let language: Language
    private let delimiter: UInt8

    init(_ headings: [Phrase], language: Language, capacity: Int = 1 << 12) {
        self.language = language
        delimiter = language == .vietnamese ? UInt8(ascii: ";") : UInt8(ascii: ",")
        bytes.reserveCapacity(capacity)
        append(headings.map { .text($0[language]) })
    }

    /// Adds a row.
    mutating func append(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            switch cell {
            case .text(let text): append(text: text)
            case .number(let number): append(number: number)
            case .truth(let truth): append(text: (truth ? Phrase(en: "yes", vi: "có") : Phrase(en: "no", vi: "không"))[language])
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// The shortest digits of the number at the fifteen significant figures that a spreadsheet holds; blank where there is no number.
    ///
    /// More would show the last bits of a sum (90000.00000000001) and be cut by the spreadsheet anyway. The JSON has all of them.
    private mutating func append(number: Double?) {
        guard let exact = number, exact.isFinite else { return }
        let number = Self.atFifteenFigures(exact)
        let whole = Int64(exactly: number)
        let text = whole.map { String($0) } ?? number.description
        for byte in text.utf8 {
            bytes.append(byte == UInt8(ascii: ".") && language == .vietnamese ? UInt8(ascii: ",") : byte)
        }
    }

    private static func atFifteenFigures(_ number: Double) -> Double {
        // Powers of ten up to 1e22 are exact, and so are whole numbers below 1e15: the quotient is the number nearest to the short decimal.
        var scale = 1.0
        while number.magnitude * scale < 1e14, scale < 1e22 { scale *= 10 }
        guard scale > 1, scale < 1e22 else { return number }
        return (number * scale).rounded() / scale
    }

    private mutating func append(text: String) {
        let guarded = Self.looksLikeFormula(text) ? "'" + text : text
        let needsQuotes =
            guarded.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
            || guarded.hasPrefix(" ") || guarded.hasSuffix(" ")
        guard needsQuotes else { return bytes.append(contentsOf: guarded.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in guarded.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func looksLikeFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    }
}
