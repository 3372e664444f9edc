// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Adds an empty row; columns added later may have entries in it.
    public mutating func addRow(lower: Double = -.infinity, upper: Double = .infinity) -> RowIndex {
        rowLower.append(lower)
        rowUpper.append(upper)
        return RowIndex(rowLower.count - 1)
    }

    /// Begins a column; its entries follow by ``addEntry(_:_:)``.
    public mutating func addColumn(cost: Double, lower: Double = 0, upper: Double = .infinity, isInteger: Bool = false) -> ColumnIndex {
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        self.isInteger.append(isInteger)
        starts.append(Int32(truncatingIfNeeded: values.count))
        return ColumnIndex(self.cost.count - 1)
    }

    /// Adds an entry to the newest column. A zero is left out; the caller names each row at most once a column.
    public mutating func addEntry(_ row: RowIndex, _ value: Double) {
        guard value != 0 else { return }
        rows.append(Int32(truncatingIfNeeded: row.position))
        values.append(value)
        starts[starts.count - 1] = Int32(truncatingIfNeeded: values.count)
    }

    /// Begins a column from 0 up with two entries, as an exchange has them, in one go: neither is zero, and more may follow.
    public mutating func addColumn(cost: Double, entries first: (row: RowIndex, value: Double), _ second: (row: RowIndex, value: Double)) {
        self.cost.append(cost)
        lower.append(0)
        upper.append(.infinity)
        isInteger.append(false)
        rows.append(Int32(truncatingIfNeeded: first.row.position))
        rows.append(Int32(truncatingIfNeeded: second.row.position))
        values.append(first.value)
        values.append(second.value)
        starts.append(Int32(truncatingIfNeeded: values.count))
    }

    /// Gives a column another objective coefficient.
    public mutating func setCost(_ cost: Double, of column: ColumnIndex) { self.cost[column.position] = cost }

    /// Gives a column other bounds.
    public mutating func setBounds(_ lower: Double, _ upper: Double, of column: ColumnIndex) {
        self.lower[column.position] = lower
        self.upper[column.position] = upper
    }

    /// Gives a row other bounds.
    public mutating func setBounds(_ lower: Double, _ upper: Double, of row: RowIndex) {
        rowLower[row.position] = lower
        rowUpper[row.position] = upper
    }

    /// Makes room ahead of many additions.
    public mutating func reserve(columns: Int, rows rowCapacity: Int, nonzeros: Int) {
        cost.reserveCapacity(columns)
        starts.reserveCapacity(columns + 1)
        rowLower.reserveCapacity(rowCapacity)
        rowUpper.reserveCapacity(rowCapacity)
        rows.reserveCapacity(nonzeros)
        values.reserveCapacity(nonzeros)
    }

    /// The first thing that makes the program unfit for a solver, or nil: a number that is not finite, crossed bounds, a row named twice by a column.
    public func defect() -> Defect? {
        for j in 0..<columnCount where !cost[j].isFinite { return .costNotFinite(ColumnIndex(j)) }
        for j in 0..<boundedEnd {
            guard lower[j] <= upper[j], lower[j] < .infinity, upper[j] > -.infinity else { return .columnBounds(ColumnIndex(j)) }
        }
        for i in 0..<rowCount {
            guard rowLower[i] <= rowUpper[i], rowLower[i] < .infinity, rowUpper[i] > -.infinity else { return .rowBounds(RowIndex(i)) }
        }
        var lastColumn = [Int](repeating: -1, count: rowCount)
        for j in 0..<columnCount {
            for k in entries(of: ColumnIndex(j)) {
                let row = Int(rows[k])
                guard lastColumn.indices.contains(row) else { return .entryOutside(ColumnIndex(j)) }
                guard lastColumn[row] != j else { return .entryTwice(ColumnIndex(j), RowIndex(row)) }
                guard values[k].isFinite else { return .entryNotFinite(ColumnIndex(j), RowIndex(row)) }
                lastColumn[row] = j
            }
        }
        return nil
    }

    /// What makes a program unfit for a solver.
    public enum Defect: Hashable, Sendable {
        case costNotFinite(ColumnIndex)
        case columnBounds(ColumnIndex)
        case rowBounds(RowIndex)
        case entryOutside(ColumnIndex)
        case entryTwice(ColumnIndex, RowIndex)
        case entryNotFinite(ColumnIndex, RowIndex)
    }
}
