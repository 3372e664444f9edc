// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The bytes of one cell, as a range of its sheet's bytes. No string is made of a cell until a record keeps it.
struct CellRange: Sendable, Hashable {
    var start: UInt32
    var count: UInt32

    static let blank = CellRange(start: 0, count: 0)

    var isBlank: Bool { count == 0 }
    var bounds: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// One table as one layer of the scenario gives it: headings, and cells row by row.
struct Sheet: Sendable {
    /// The file, as faults name it.
    var file: String
    var headings: [String] = []
    /// The line of the headings, from 1.
    var headingLine = 1
    var bytes: [UInt8]
    /// The cells of all rows that are not blank, `width` to a row, blanks round them cut off.
    var cells: [CellRange] = []
    var width = 0
    /// The line on which each row begins, from 1.
    var lines: [Int32] = []
    /// The delimiter, and the decimal mark that was settled for the whole file.
    var delimiter = UInt8(ascii: ",")
    var decimalMark = UInt8(ascii: ".")
    /// For each column of the table's format the number of the cell in a row; −1 where the sheet has no such column.
    var fields: [Int] = []

    var rowCount: Int { lines.count }

    func cell(_ row: Int, _ column: Int) -> CellRange {
        let field = fields[column]
        return field < 0 ? .blank : cells[row * width + field]
    }

    func text(_ range: CellRange) -> String { String(decoding: bytes[range.bounds], as: UTF8.self) }

    /// Where a fault of a cell, a row or the sheet as a whole stands.
    func locate(_ kind: FaultKind, row: Int? = nil, column: String? = nil) -> LocatedFault {
        let number = column.flatMap { headings.firstIndex(of: $0) }.map { $0 + 1 }
        return LocatedFault(
            kind, file: file, line: row.map { Int(lines[$0]) } ?? (column == nil ? nil : headingLine), column: number, columnName: column)
    }
}
