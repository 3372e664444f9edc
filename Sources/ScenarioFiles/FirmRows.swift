// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension ScenarioReading {
    /// The tables that a firm is asked about, and in each the columns that it can answer.
    public static let askedColumns: [(table: Table, columns: [String])] = [
        (.firms, ["id", "name", "name_vi", "sector", "employees", "turnover", "licences", "latitude", "longitude", "note"]),
        (
            .outputs,
            ["firm", "resource", "quantity", "unit", "period", "disposal_cost", "disposal_route", "supply_cost", "basis", "note", "remove"]
        ),
        (
            .needs,
            [
                "firm", "resource", "quantity", "unit", "period", "virgin_price", "max_secondary_share", "handling_cost", "basis", "note",
                "remove",
            ]
        ),
        (.qualities, ["scope", "firm", "resource", "property", "unit", "value", "min", "max", "basis", "note", "remove"]),
    ]

    /// The column of an asked table that names the firm.
    static func firmColumn(of table: Table) -> String { table == .firms ? "id" : "firm" }

    /// What the scenario says of one firm, table by table, in the columns that a firm is asked about.
    ///
    /// How the figures came to be known, and the remarks on them, are left blank: a firm that changes a figure says so itself.
    public func rows(ofFirm id: String) -> [(table: Table, rows: DraftTable)] {
        Self.askedColumns.map { table, columns in
            let hasPeriods = (grids[.periods]?.rowCount ?? 0) > 0
            var draft = DraftTable(columns: columns.filter { $0 != "period" || hasPeriods })
            guard let grid = grids[table], let firm = grid.format.position(of: Self.firmColumn(of: table)) else { return (table, draft) }
            for row in 0..<grid.rowCount where grid.text(row, firm) == id {
                draft.rows.append(
                    draft.columns.map { column in
                        guard !["basis", "note", "remove"].contains(column) else { return .blank }
                        return grid.draftCell(row, column)
                    })
            }
            return (table, draft)
        }
    }

    /// The ids of a table, with name, Vietnamese name and unit where it has them.
    public func catalogue(of table: Table) -> [(id: String, name: String, vietnamese: String, unit: String)] {
        guard let grid = grids[table] else { return [] }
        return (0..<grid.rowCount).map { row in
            (grid.text(row, 0), grid.text(row, "name"), grid.text(row, "name_vi"), grid.text(row, "unit"))
        }
    }

    /// The firms that exist today, as a project's firms do not.
    public var existingFirms: [String] {
        guard let grid = grids[.firms] else { return [] }
        return (0..<grid.rowCount).filter { grid.text($0, "project").isEmpty }.map { grid.text($0, 0) }
    }
}

extension Grid {
    /// A cell, a number of a column of numbers as such.
    func draftCell(_ row: Int, _ column: String) -> DraftCell {
        guard let position = format.position(of: column) else { return .blank }
        let range = cell(row, position)
        guard !range.isBlank else { return .blank }
        if format.columns[position].content == .number,
            case .number(let value) = DecimalNumber.read(bytes.span, range.bounds, mark: decimalMark(row, position))
        {
            return .number(value)
        }
        return .text(text(range))
    }
}
