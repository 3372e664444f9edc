// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The words that a column takes, as bytes, so that no string is made of a cell.
struct Vocabulary<Value: Sendable>: Sendable {
    let column: Column
    let words: [(bytes: [UInt8], value: Value)]

    func value(of range: CellRange, in bytes: Span<UInt8>) -> Value? {
        for word in words where word.bytes.count == Int(range.count) {
            var position = Int(range.start)
            var isEqual = true
            for byte in word.bytes {
                if bytes[position] != byte {
                    isEqual = false
                    break
                }
                position += 1
            }
            if isEqual { return word.value }
        }
        return nil
    }
}

extension CellReader {
    /// The column `name` with the words of `type`.
    func vocabulary<Value: RawRepresentable & CaseIterable & Sendable>(_ name: String, of type: Value.Type) -> Vocabulary<Value>
    where Value.RawValue == String {
        Vocabulary(column: column(name), words: type.allCases.map { (Array($0.rawValue.utf8), $0) })
    }

    /// The word in the cell; nil where it is blank or none of those that the column takes.
    mutating func word<Value>(_ vocabulary: Vocabulary<Value>) -> Value? {
        guard let cell = given(vocabulary.column) else { return nil }
        if let value = vocabulary.value(of: cell, in: grid.bytes.span) { return value }
        let found = text(cell)
        let allowed = vocabulary.words.map { String(decoding: $0.bytes, as: UTF8.self) }
        report(.unknownWord(found: found, allowed: allowed, nearest: Nearest.word(to: found, among: allowed)), vocabulary.column)
        return nil
    }

    /// The unit in the cell; nil where it is blank or no unit.
    mutating func unit(_ vocabulary: Vocabulary<Unit>) -> Unit? {
        guard let cell = given(vocabulary.column) else { return nil }
        if let value = vocabulary.value(of: cell, in: grid.bytes.span) { return value }
        let found = text(cell)
        report(.unknownUnit(found: found, nearest: UnitSpelling.unit(meant: found)?.rawValue), vocabulary.column)
        return nil
    }
}

/// What people write for the units of the format.
enum UnitSpelling {
    private static let spellings: [String: Unit] = [
        "ton": .tonne, "tons": .tonne, "tonne": .tonne, "tonnes": .tonne, "tấn": .tonne, "tan": .tonne, "mt": .tonne,
        "kgs": .kilogram, "kilogram": .kilogram, "kilograms": .kilogram, "kí": .kilogram, "ký": .kilogram,
        "m³": .cubicMetre, "cbm": .cubicMetre, "m^3": .cubicMetre, "mét khối": .cubicMetre, "khối": .cubicMetre,
        "liter": .litre, "litre": .litre, "liters": .litre, "litres": .litre, "lít": .litre, "lit": .litre,
        "pc": .piece, "piece": .piece, "pieces": .piece, "cái": .piece, "chiếc": .piece,
    ]

    /// The unit that is likely to be meant by `text`.
    static func unit(meant text: String) -> Unit? {
        let lowered = text.lowercased()
        if let same = Unit.allCases.first(where: { $0.rawValue.lowercased() == lowered }) { return same }
        return spellings[lowered]
    }
}

/// Yes and no in both languages.
enum Truth {
    static func read(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "1", "có", "đúng": true
        case "false", "no", "0", "không", "sai": false
        default: nil
        }
    }
}
