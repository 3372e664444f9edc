// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The cells of one table after all layers of a variant have been merged.
///
/// Without a base it is the sheet itself. Each cell can be traced to the layer, line and column that gave it.
struct Grid: Sendable {
    let table: Table
    let format: TableFormat
    /// The sheets of the layers that have the table, the base's first.
    var sheets: [Sheet]
    var bytes: [UInt8] = []
    var cells: [CellRange] = []
    var width = 0
    /// For each column of the format the number of the cell in a row; −1 where no layer has the column.
    var fields: [Int]
    var rowCount = 0
    /// For each sheet the row that went into each row of the grid, −1 for none; empty where there is one sheet only.
    var sourceRows: [[Int32]] = []
    /// For each cell the sheet that gave it; empty where there is one sheet only.
    var sourceSheets: [UInt8] = []

    /// The grid of a table that one layer alone gives, or none.
    init(_ table: Table, _ format: TableFormat, sheet: Sheet?) {
        self.table = table
        self.format = format
        guard let sheet else {
            sheets = []
            fields = Array(repeating: -1, count: format.columns.count)
            return
        }
        sheets = [sheet]
        (bytes, cells, width, fields, rowCount) = (sheet.bytes, sheet.cells, sheet.width, sheet.fields, sheet.rowCount)
    }

    func cell(_ row: Int, _ column: Int) -> CellRange {
        let field = fields[column]
        return field < 0 ? .blank : cells[row * width + field]
    }

    func text(_ range: CellRange) -> String { String(decoding: bytes[range.bounds], as: UTF8.self) }

    func text(_ row: Int, _ column: Int) -> String { text(cell(row, column)) }

    func text(_ row: Int, _ column: String) -> String { format.position(of: column).map { text(row, $0) } ?? "" }

    /// The sheet that gave a cell, and its row there. A blank cell belongs to the topmost layer that has the row.
    func origin(_ row: Int, _ column: Int?) -> (sheet: Sheet, row: Int)? {
        guard let top = sheets.last else { return nil }
        guard !sourceRows.isEmpty else { return (top, row) }
        if let column, fields[column] >= 0, !cell(row, column).isBlank {
            let sheet = Int(sourceSheets[row * width + fields[column]])
            return (sheets[sheet], Int(sourceRows[sheet][row]))
        }
        for sheet in sheets.indices.reversed() where sourceRows[sheet][row] >= 0 {
            return (sheets[sheet], Int(sourceRows[sheet][row]))
        }
        return (top, 0)
    }

    /// The decimal mark of the file that gave a cell.
    func decimalMark(_ row: Int, _ column: Int) -> UInt8 {
        guard sourceRows.isEmpty else { return origin(row, column)?.sheet.decimalMark ?? UInt8(ascii: ".") }
        return sheets.first?.decimalMark ?? UInt8(ascii: ".")
    }

    /// A fault of a row, of one of its cells, or of the table as a whole.
    func locate(_ kind: FaultKind, row: Int? = nil, column: String? = nil) -> LocatedFault {
        guard let row, row < rowCount else {
            return sheets.last?.locate(kind, column: column) ?? LocatedFault(kind, file: table.rawValue + ".csv", columnName: column)
        }
        let position = column.flatMap { format.position(of: $0) }
        guard let origin = origin(row, position) else { return LocatedFault(kind, file: table.rawValue + ".csv") }
        return origin.sheet.locate(kind, row: origin.row, column: column)
    }
}
