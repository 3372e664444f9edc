// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// A column of the table that is being read.
struct Column: Sendable {
    let name: String
    let position: Int
    let field: Int
    let isRequired: Bool
}

/// Reads the cells of one table row by row as values, and keeps every fault.
///
/// A cell that cannot be read gives nil or the stated default, and marks its row: the values of such a row are stand-ins.
struct CellReader {
    let grid: Grid
    let identifiers: Identifiers
    private(set) var row = -1
    /// Whether each row could be read whole.
    private(set) var soundRows: [Bool]
    var faults: [LocatedFault] = []
    private let settledMark: UInt8?

    init(_ grid: Grid, _ identifiers: Identifiers) {
        (self.grid, self.identifiers) = (grid, identifiers)
        soundRows = Array(repeating: true, count: grid.rowCount)
        settledMark = grid.sourceRows.isEmpty ? grid.sheets.first?.decimalMark : nil
    }

    /// Steps to the next row; false after the last.
    mutating func next() -> Bool {
        row += 1
        return row < grid.rowCount
    }

    var isSound: Bool { soundRows[row] }

    func column(_ name: String) -> Column {
        let position = grid.format.position(of: name) ?? 0
        let format = grid.format.columns[position]
        return Column(name: format.name, position: position, field: grid.fields[position], isRequired: format.isRequired)
    }

    func range(_ column: Column) -> CellRange {
        column.field < 0 ? .blank : grid.cells[row * grid.width + column.field]
    }

    func isBlank(_ column: Column) -> Bool { range(column).isBlank }

    func text(_ range: CellRange) -> String { grid.text(range) }

    /// Keeps a fault of the present row; an error marks the row.
    mutating func report(_ kind: FaultKind, _ column: Column?) {
        if kind.severity == .error { soundRows[row] = false }
        faults.append(grid.locate(kind, row: row, column: column?.name))
    }

    mutating func report(_ fault: ValueFault, _ column: Column?) { report(.value(fault), column) }
    mutating func report(_ fault: ReferenceFault, _ column: Column?) { report(.reference(fault), column) }
    mutating func report(_ fault: LibraryFault, _ column: Column?) { report(.library(fault), column) }
    mutating func report(_ fault: CombinationFault, _ column: Column?) { report(.combination(fault), column) }

    /// The cell, or nil where it is blank, which is a fault where the column is required.
    mutating func given(_ column: Column) -> CellRange? {
        let range = range(column)
        guard range.isBlank else { return range }
        // A column that is not there at all is one fault of the headings, not one of every row.
        if column.isRequired {
            if column.field >= 0 { report(.missing, column) } else { soundRows[row] = false }
        }
        return nil
    }

    mutating func optionalText(_ column: Column) -> String? { given(column).map(text) }

    /// A number within `range`; nil where the cell is blank or faulty.
    mutating func optionalNumber(_ column: Column, _ allowed: NumberRange? = nil) -> Double? {
        guard let cell = given(column) else { return nil }
        let mark = settledMark ?? grid.decimalMark(row, column.position)
        guard case .number(let value) = DecimalNumber.read(grid.bytes.span, cell.bounds, mark: mark) else {
            // A ratio may be above one and is still written without a sign; every other figure is an amount.
            let takesShare = allowed == .share || column.name == "ratio" || column.name == "share"
            report(MisreadNumber.fault(of: text(cell), mark: mark, takesShare: takesShare), column)
            return nil
        }
        guard abs(value) <= 1e30 else {
            report(.tooLarge(found: text(cell)), column)
            return nil
        }
        guard let allowed, !allowed.contains(value) else { return value }
        report(.outOfRange(found: text(cell), allowed, mark: Character(UnicodeScalar(mark))), column)
        return nil
    }

    mutating func number(_ column: Column, _ allowed: NumberRange? = nil, default value: Double) -> Double {
        optionalNumber(column, allowed) ?? value
    }

    /// Yes or no in either language, in any case.
    mutating func truth(_ column: Column, default value: Bool) -> Bool {
        guard let cell = given(column) else { return value }
        if let truth = Truth.read(text(cell)) { return truth }
        report(.notYesOrNo(found: text(cell)), column)
        return value
    }

    mutating func day(_ column: Column) -> Day? {
        guard let cell = given(column) else { return nil }
        switch DayReading.read(text(cell)) {
        case .day(let day): return day
        case .fault(let fault):
            report(fault, column)
            return nil
        }
    }

    /// The entries of a list, blanks round them cut off, empty ones left out.
    mutating func list(_ column: Column) -> [CellRange] {
        guard let cell = given(column) else { return [] }
        let bytes = grid.bytes.span
        var entries: [CellRange] = [], first = cell.bounds.lowerBound
        entries.reserveCapacity(ByteWord.count(of: UInt8(ascii: ";"), in: bytes, cell.bounds) + 1)
        for position in cell.bounds.lowerBound...cell.bounds.upperBound {
            guard position == cell.bounds.upperBound || bytes[position] == UInt8(ascii: ";") else { continue }
            var (start, end) = (first, position)
            while start < end, bytes[start] <= 0x20 { start += 1 }
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
            if start < end { entries.append(CellRange(start: UInt32(start), count: UInt32(end - start))) }
            first = position + 1
        }
        return entries
    }
}

extension NumberRange {
    func contains(_ value: Double) -> Bool {
        switch self {
        case .notNegative: value >= 0
        case .positive: value > 0
        case .share, .rate: value >= 0 && value <= 1
        }
    }
}

extension StringProtocol {
    /// The text without blanks at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
