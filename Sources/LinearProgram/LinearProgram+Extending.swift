// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// A column to put behind the others.
    public struct NewColumn: Sendable {
        var cost: Double, lower: Double, upper: Double, isInteger: Bool
        /// Makes a column without entries.
        public init(cost: Double, lower: Double = 0, upper: Double = .infinity, isInteger: Bool = false) {
            (self.cost, self.lower, self.upper, self.isInteger) = (cost, lower, upper, isInteger)
        }
    }

    /// A row to put below the others.
    public struct NewRow: Sendable {
        var lower: Double, upper: Double, entries: [(column: Int, value: Double)]
        /// Makes a row; each column stands in it at most once, by its position in the extended program.
        public init(lower: Double = -.infinity, upper: Double = .infinity, entries: [(column: Int, value: Double)]) {
            (self.lower, self.upper, self.entries) = (lower, upper, entries)
        }
    }

    /// The program with more columns behind and more rows below; what was there keeps its position.
    public func extended(columns: [NewColumn] = [], rows newRows: [NewRow]) -> LinearProgram {
        var program = self
        for column in columns {
            program.cost.append(column.cost)
            program.lower.append(column.lower)
            program.upper.append(column.upper)
            program.isInteger.append(column.isInteger)
        }
        for row in newRows {
            program.rowLower.append(row.lower)
            program.rowUpper.append(row.upper)
        }
        let count = program.columnCount
        var added = [Int](repeating: 0, count: count + 1)
        for row in newRows { for entry in row.entries where entry.value != 0 { added[entry.column] += 1 } }
        var starts = [Int32](repeating: 0, count: count + 1)
        for j in 0..<count {
            let own = j < columnCount ? entries(of: ColumnIndex(j)).count : 0
            starts[j + 1] = starts[j] + Int32(truncatingIfNeeded: own + added[j])
        }
        var rows = [Int32](repeating: 0, count: Int(starts[count])), values = [Double](repeating: 0, count: Int(starts[count]))
        var next = starts
        for j in 0..<columnCount {
            for k in entries(of: ColumnIndex(j)) {
                rows[Int(next[j])] = self.rows[k]
                values[Int(next[j])] = self.values[k]
                next[j] += 1
            }
        }
        for (index, row) in newRows.enumerated() {
            for entry in row.entries where entry.value != 0 {
                rows[Int(next[entry.column])] = Int32(truncatingIfNeeded: rowCount + index)
                values[Int(next[entry.column])] = entry.value
                next[entry.column] += 1
            }
        }
        (program.starts, program.rows, program.values) = (starts, rows, values)
        return program
    }

    /// The program with all columns from a position on whole-numbered.
    public func withIntegers(from first: Int) -> LinearProgram {
        var program = self
        for j in first..<columnCount { program.isInteger[j] = true }
        return program
    }

    /// The columns and rows at some positions, in their order, as a program of its own; entries in other rows are left out.
    public func part(columns: [Int], rows kept: [Int]) -> LinearProgram {
        var part = LinearProgram(), position = [Int32](repeating: -1, count: rowCount)
        part.reserve(columns: columns.count, rows: kept.count, nonzeros: columns.count * 3)
        for row in kept { position[row] = Int32(truncatingIfNeeded: part.addRow(lower: rowLower[row], upper: rowUpper[row]).position) }
        for column in columns {
            _ = part.addColumn(cost: cost[column], lower: lower[column], upper: upper[column], isInteger: isInteger[column])
            for k in entries(of: ColumnIndex(column)) where position[Int(rows[k])] >= 0 {
                part.addEntry(RowIndex(Int(position[Int(rows[k])])), values[k])
            }
        }
        return part
    }
}
