// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A linear program without its slacks, in which nothing flowing is a plan.
///
/// In the model each equation "what is given off goes somewhere" has a column of its own for what is disposed of, and "what is needed comes from
/// somewhere" one for what is bought. Such a column s ≥ 0 in Σ a x + α s = b is put in terms of the others, s = (b − Σ a x) / α: the row becomes
/// Σ a x ≤ b (≥ where α < 0), every other column's cost falls by c_s a / α, and rows that s has a part in take up the rest. Rows keep their
/// positions. Columns that nothing can make pay, that are fixed or stand in no row are left out.
///
/// A row that x = lower breaks gets an artificial column with a penalty, so that a start without phase one is at hand.
struct Reduction {
    let original: LinearProgram
    private(set) var program = LinearProgram()
    /// Per reduced column the original one, or −1 − row for an artificial column.
    private(set) var columns: [Int32] = []
    /// Per row the column that is put in terms of the others, or −1; and its coefficient there.
    private(set) var slack: [Int32], slackEntry: [Double]
    /// The first artificial column.
    private(set) var firstArtificial = 0

    /// Nil where the program has integers or free columns: then the plain way is surer.
    init?(_ original: LinearProgram, keeping start: SimplexBasis?) {
        self.original = original
        slack = [Int32](repeating: -1, count: original.rowCount)
        slackEntry = [Double](repeating: 0, count: original.rowCount)
        guard !original.isInteger.contains(true), original.lower.allSatisfy(\.isFinite) else { return nil }
        chooseSlacks()
        guard reduce(keeping: start) else { return nil }
        addArtificials()
    }

    /// Of each equation the column that stands in fewest other rows, none of them an equation.
    private mutating func chooseSlacks() {
        var fewest = [Int](repeating: Int.max, count: original.rowCount)
        for j in 0..<original.columnCount where original.lower[j] == 0 && original.upper[j] == .infinity {
            let range = original.entries(of: ColumnIndex(j))
            guard range.count <= 4 else { continue }
            var equation = -1, entry = 0.0, isSlack = true
            for k in range {
                let row = Int(original.rows[k])
                guard original.rowLower[row] == original.rowUpper[row] else { continue }
                if equation >= 0 { isSlack = false }
                (equation, entry) = (row, original.values[k])
            }
            guard isSlack, equation >= 0, range.count < fewest[equation] else { continue }
            fewest[equation] = range.count
            slack[equation] = Int32(j)
            slackEntry[equation] = entry
        }
    }

    /// Writes the reduced rows and columns; false where a column without rows has no end.
    private mutating func reduce(keeping start: SimplexBasis?) -> Bool {
        var rowLower = original.rowLower, rowUpper = original.rowUpper
        program.offset = original.offset
        for i in 0..<original.rowCount where slack[i] >= 0 {
            let s = Int(slack[i]), share = original.rowLower[i] / slackEntry[i]
            if slackEntry[i] > 0 { rowLower[i] = -.infinity } else { rowUpper[i] = .infinity }
            program.offset += original.cost[s] * share
            for k in original.entries(of: ColumnIndex(s)) where Int(original.rows[k]) != i {
                let row = Int(original.rows[k])
                rowLower[row] -= original.values[k] * share
                rowUpper[row] -= original.values[k] * share
            }
        }
        var isSlack = [Bool](repeating: false, count: original.columnCount)
        for s in slack where s >= 0 { isSlack[Int(s)] = true }
        for i in 0..<original.rowCount { _ = program.addRow(lower: rowLower[i], upper: rowUpper[i]) }
        program.reserve(columns: original.columnCount, rows: original.rowCount, nonzeros: original.nonzeroCount)
        var column = ReducedColumn(rowCount: original.rowCount)
        var shift = [Double](repeating: 0, count: original.rowCount), isShifted = false
        for j in 0..<original.columnCount where !isSlack[j] {
            column.begin(cost: original.cost[j])
            for k in original.entries(of: ColumnIndex(j)) { add(Int(original.rows[k]), original.values[k], to: &column) }
            let isBasic = start?.columns[j] == .basic
            if original.lower[j] == original.upper[j], !isBasic {
                guard original.lower[j] != 0 else { continue }
                program.offset += column.cost * original.lower[j]
                for row in column.rows { shift[Int(row)] += column.values[Int(row)] * original.lower[j] }
                isShifted = true
                continue
            }
            if column.cost >= 0, original.lower[j] == 0, !isBasic, onlyTakes(column, rowLower, rowUpper) { continue }
            if column.rows.allSatisfy({ column.values[Int($0)] == 0 }), original.upper[j] == .infinity { return false }
            _ = program.addColumn(cost: column.cost, lower: original.lower[j], upper: original.upper[j])
            for row in column.rows { program.addEntry(RowIndex(Int(row)), column.values[Int(row)]) }
            columns.append(Int32(j))
        }
        if isShifted {
            for i in 0..<program.rowCount where shift[i] != 0 {
                program.setBounds(program.rowLower[i] - shift[i], program.rowUpper[i] - shift[i], of: RowIndex(i))
            }
        }
        return true
    }

    private func add(_ row: Int, _ value: Double, to column: inout ReducedColumn) {
        column.add(row, value)
        guard slack[row] >= 0 else { return }
        let s = Int(slack[row]), share = value / slackEntry[row]
        column.cost -= original.cost[s] * share
        for k in original.entries(of: ColumnIndex(s)) where Int(original.rows[k]) != row {
            column.add(Int(original.rows[k]), -original.values[k] * share)
        }
    }

    /// Whether more of a column only makes every row tighter: at no price could it pay then.
    private func onlyTakes(_ column: ReducedColumn, _ rowLower: [Double], _ rowUpper: [Double]) -> Bool {
        column.rows.allSatisfy { row in
            let value = column.values[Int(row)]
            return value >= 0 && rowLower[Int(row)] == -.infinity || value <= 0 && rowUpper[Int(row)] == .infinity
        }
    }

    private mutating func addArtificials() {
        firstArtificial = program.columnCount
        var activity = [Double](repeating: 0, count: program.rowCount)
        for j in 0..<program.columnCount where program.lower[j] != 0 {
            for k in program.entries(of: ColumnIndex(j)) { activity[Int(program.rows[k])] += program.values[k] * program.lower[j] }
        }
        let penalty = 1000 * max(program.cost.reduce(0) { max($0, abs($1)) }, 1e-6)
        for i in 0..<program.rowCount {
            let sign = activity[i] < program.rowLower[i] ? 1.0 : activity[i] > program.rowUpper[i] ? -1.0 : 0
            guard sign != 0 else { continue }
            _ = program.addColumn(cost: penalty)
            program.addEntry(RowIndex(i), sign)
            columns.append(Int32(-1 - i))
        }
    }
}

/// One column while it is put together; rows in the order in which they were met.
private struct ReducedColumn {
    var cost = 0.0
    private(set) var rows: [Int32] = []
    /// Per row of the program.
    private(set) var values: [Double]
    private var isMet: [Bool]

    init(rowCount: Int) {
        values = [Double](repeating: 0, count: rowCount)
        isMet = [Bool](repeating: false, count: rowCount)
    }

    mutating func begin(cost: Double) {
        for row in rows {
            values[Int(row)] = 0
            isMet[Int(row)] = false
        }
        rows.removeAll(keepingCapacity: true)
        self.cost = cost
    }

    mutating func add(_ row: Int, _ value: Double) {
        if !isMet[row] {
            isMet[row] = true
            rows.append(Int32(row))
        }
        values[row] += value
    }
}
