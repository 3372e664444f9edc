// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Merges the sheets of a table, layer upon layer, cell by cell.
///
/// A row whose key stands below replaces what it gives, keeps what it leaves blank, and clears where it has `-`; a row with `remove`
/// takes the one below out; a new key is a new row.
struct GridMerger {
    private(set) var faults: [LocatedFault] = []
    private(set) var differences: [Difference] = []

    private var grid: Grid
    private let keyColumns: [Int]
    private var index = IdentifierIndex()
    /// For each key the row of the grid that has it.
    private var rowOfKey: [Int] = []
    private var isRemoved: [Bool] = []
    /// For each key the sheet that spoke of it last, so that two rows of one sheet are found, and on which line.
    private var lastSpoken: [(sheet: Int, line: Int)] = []
    private var key: [UInt8] = []

    /// Merges `sheets`, the base's first; `hasBase` tells whether the first of them belongs to a layer that extends nothing.
    init(_ table: Table, _ format: TableFormat, _ sheets: [Sheet], hasBase: Bool) {
        grid = Grid(table, format, sheet: nil)
        keyColumns = format.key.compactMap { format.position(of: $0) }
        grid.sheets = sheets
        grid.width = format.columns.count
        grid.fields = format.columns.indices.map { column in sheets.contains { $0.fields[column] >= 0 } ? column : -1 }
        grid.sourceRows = Array(repeating: [], count: sheets.count)
        for (position, sheet) in sheets.enumerated() {
            let offset = UInt32(grid.bytes.count)
            grid.bytes += sheet.bytes
            for row in 0..<sheet.rowCount { take(row, of: sheet, position, offset: offset, isVariant: position > 0 || !hasBase) }
        }
        if !hasBase { checkHeadings() }
    }

    /// The merged grid, without the rows that were taken out.
    var result: Grid {
        guard isRemoved.contains(true) else { return grid }
        var kept = grid
        let rows = (0..<grid.rowCount).filter { !isRemoved[$0] }
        kept.rowCount = rows.count
        kept.cells = rows.flatMap { grid.cells[($0 * grid.width)..<(($0 + 1) * grid.width)] }
        kept.sourceSheets = rows.flatMap { grid.sourceSheets[($0 * grid.width)..<(($0 + 1) * grid.width)] }
        kept.sourceRows = grid.sourceRows.map { source in rows.map { source[$0] } }
        return kept
    }

    /// A table that no base has must have all its required columns in the variants.
    private mutating func checkHeadings() {
        guard let top = grid.sheets.last else { return }
        for (position, column) in grid.format.columns.enumerated() where column.isRequired && grid.fields[position] < 0 {
            guard !grid.format.key.contains(column.name) else { continue }
            faults.append(
                LocatedFault(.file(.missingHeading(column.name, nearest: nil)), file: top.file, line: top.headingLine))
        }
    }

    private mutating func take(_ row: Int, of sheet: Sheet, _ position: Int, offset: UInt32, isVariant: Bool) {
        RowKey.write(keyColumns.map { sheet.cell(row, $0) }, of: sheet.bytes, into: &key)
        let line = Int(sheet.lines[row])
        let hasKey = keyColumns.allSatisfy { !grid.format.columns[$0].isRequired || !sheet.cell(row, $0).isBlank }
        let isRemoval = isVariant && removes(row, sheet)
        guard hasKey else { return append(row, of: sheet, position, offset: offset, isVariant: isVariant) }
        let written = key
        let (isNew, keyPosition) = index.insert(written.span, 0..<written.count)
        if isNew {
            rowOfKey.append(-1)
            lastSpoken.append((position, line))
        } else {
            guard lastSpoken[keyPosition].sheet != position else {
                let fault = CombinationFault.duplicate(key: RowKey.text(key), firstLine: lastSpoken[keyPosition].line)
                return faults.append(sheet.locate(.combination(fault), row: row, column: grid.format.key.first))
            }
            lastSpoken[keyPosition] = (position, line)
        }
        let target = rowOfKey[keyPosition]
        let stands = target >= 0 && !isRemoved[target]
        if isRemoval {
            guard stands else {
                return faults.append(
                    sheet.locate(.reference(.removesNothing(key: RowKey.text(key))), row: row, column: "remove"))
            }
            isRemoved[target] = true
            tell(.removed, nil, nil, nil, sheet, row)
        } else if stands {
            replace(target, by: row, of: sheet, position, offset: offset)
        } else {
            rowOfKey[keyPosition] = grid.rowCount
            append(row, of: sheet, position, offset: offset, isVariant: isVariant)
            if isVariant { tell(.added, nil, nil, nil, sheet, row) }
        }
    }

    private mutating func removes(_ row: Int, _ sheet: Sheet) -> Bool {
        let cell = sheet.cell(row, grid.format.columns.count)
        guard !cell.isBlank else { return false }
        if let truth = Truth.read(sheet.text(cell)) { return truth }
        faults.append(sheet.locate(.value(.notYesOrNo(found: sheet.text(cell))), row: row, column: "remove"))
        return false
    }

    private mutating func append(_ row: Int, of sheet: Sheet, _ position: Int, offset: UInt32, isVariant: Bool) {
        for column in grid.format.columns.indices {
            var cell = sheet.cell(row, column)
            if isVariant, isClearing(cell, sheet) {
                faults.append(sheet.locate(.value(.clearsNothing), row: row, column: grid.format.columns[column].name))
                cell = .blank
            }
            grid.cells.append(shifted(cell, offset))
            grid.sourceSheets.append(UInt8(position))
        }
        for sheet in grid.sourceRows.indices { grid.sourceRows[sheet].append(sheet == position ? Int32(row) : -1) }
        isRemoved.append(false)
        grid.rowCount += 1
    }

    private mutating func replace(_ target: Int, by row: Int, of sheet: Sheet, _ position: Int, offset: UInt32) {
        grid.sourceRows[position][target] = Int32(row)
        for column in grid.format.columns.indices where !keyColumns.contains(column) {
            let cell = sheet.cell(row, column)
            guard !cell.isBlank else { continue }
            let place = target * grid.width + column
            let old = grid.cells[place]
            let name = grid.format.columns[column].name
            if isClearing(cell, sheet) {
                if old.isBlank {
                    faults.append(sheet.locate(.value(.clearsNothing), row: row, column: name))
                } else {
                    tell(.changed, name, grid.text(old), nil, sheet, row)
                }
                grid.cells[place] = .blank
            } else {
                let (before, after) = (old.isBlank ? nil : grid.text(old), sheet.text(cell))
                if before != after { tell(.changed, name, before, after, sheet, row) }
                grid.cells[place] = shifted(cell, offset)
            }
            grid.sourceSheets[place] = UInt8(position)
        }
    }

    private func shifted(_ cell: CellRange, _ offset: UInt32) -> CellRange {
        cell.isBlank ? .blank : CellRange(start: cell.start + offset, count: cell.count)
    }

    private func isClearing(_ cell: CellRange, _ sheet: Sheet) -> Bool {
        cell.count == 1 && sheet.bytes[Int(cell.start)] == UInt8(ascii: "-")
    }

    private mutating func tell(_ change: Difference.Change, _ column: String?, _ old: String?, _ new: String?, _ sheet: Sheet, _ row: Int) {
        differences.append(
            Difference(
                change: change, table: grid.table, key: RowKey.text(key), column: column, old: old, new: new, file: sheet.file,
                line: Int(sheet.lines[row])))
    }
}
