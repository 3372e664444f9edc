// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes the bound that duals prove better, one row after the other; the duals stay such that no column without an upper bound pays.
///
/// The dual of a row with a positive side is raised. Columns that would pay then are held back by another of their rows, whose dual falls, or, where
/// they have an upper bound, count with that. The bound rises by the row's side and falls by those of the others for each unit: the
/// row is raised as long as this is a gain, which is a walk along the breakpoints d_j / a_ij of its columns.
struct DualAscent {
    private let program: LinearProgram
    private(set) var duals: [Double]
    /// Per column: cost − Σ a · dual.
    private var reduced: [Double]
    /// Per row: whether a column has a negative entry there.
    private let hasNegative: [Bool]
    private let starts: [Int32], entries: [(column: Int32, value: Double)]

    private struct Breakpoint { var at: Double, slope: Double, column: Int32, row: Int32, value: Double }
    private var points: [Breakpoint] = []

    init(_ program: LinearProgram, from duals: [Double]) {
        (self.program, self.duals) = (program, duals)
        reduced = (0..<program.columnCount).map { program.reducedCost(of: $0, duals) }
        var starts = [Int32](repeating: 0, count: program.rowCount + 1)
        for row in program.rows { starts[Int(row) + 1] += 1 }
        for row in 0..<program.rowCount { starts[row + 1] += starts[row] }
        var entries = [(column: Int32, value: Double)](repeating: (0, 0), count: program.nonzeroCount), next = starts
        for column in 0..<program.columnCount {
            for place in program.entries(of: ColumnIndex(column)) {
                let row = Int(program.rows[place])
                entries[Int(next[row])] = (Int32(truncatingIfNeeded: column), program.values[place])
                next[row] += 1
            }
        }
        var hasNegative = [Bool](repeating: false, count: program.rowCount)
        for place in program.rows.indices where program.values[place] < 0 { hasNegative[Int(program.rows[place])] = true }
        (self.starts, self.entries, self.hasNegative) = (starts, entries, hasNegative)
    }

    /// Visits every row once, in order.
    mutating func visitRows() {
        for row in 0..<program.rowCount {
            let isEquation = program.rowLower[row] == program.rowUpper[row], side = program.rowUpper[row]
            guard side > 0, side < .infinity, isEquation || duals[row] < 0 else { continue }
            raise(row, side, most: isEquation ? .infinity : -duals[row])
        }
    }

    private mutating func raise(_ row: Int, _ side: Double, most: Double) {
        points.removeAll(keepingCapacity: true)
        for place in Int(starts[row])..<Int(starts[row + 1]) where entries[place].value > 0 {
            let column = Int(entries[place].column), value = entries[place].value
            let at = max(reduced[column], 0) / value
            guard at < most else { continue }
            var point = Breakpoint(at: at, slope: .infinity, column: entries[place].column, row: -1, value: 0)
            if program.upper[column] < .infinity {
                point.slope = program.upper[column] * value
            } else {
                for other in program.entries(of: ColumnIndex(column)) where Int(program.rows[other]) != row {
                    let slope = loss(Int(program.rows[other]), program.values[other]) * value
                    if slope < point.slope { (point.slope, point.row, point.value) = (slope, program.rows[other], program.values[other]) }
                }
            }
            if at == 0, point.slope >= side { return }
            points.append(point)
        }
        points.sort { ($0.at, $0.column) < ($1.at, $1.column) }
        var slope = side, length = most, count = points.count
        for (place, point) in points.enumerated() {
            slope -= point.slope
            if slope <= 0 {
                (length, count) = (point.at, place)
                break
            }
        }
        guard length > 0, length < .infinity else { return }
        move(row, by: length)
        for point in points[..<count] where point.row >= 0 && reduced[Int(point.column)] < 0 {
            move(Int(point.row), by: reduced[Int(point.column)] / point.value)
        }
    }

    /// What the bound loses when the row's dual falls so that a column with entry `value` there costs one more; infinite where it must not fall: where
    /// the row has no upper side, or columns that would pay then.
    private func loss(_ row: Int, _ value: Double) -> Double {
        guard value > 0, !hasNegative[row] else { return .infinity }
        let isEquation = program.rowLower[row] == program.rowUpper[row]
        return isEquation || duals[row] <= 0 ? program.rowUpper[row] / value : .infinity
    }

    private mutating func move(_ row: Int, by change: Double) {
        duals[row] += change
        for place in Int(starts[row])..<Int(starts[row + 1]) { reduced[Int(entries[place].column)] -= entries[place].value * change }
    }
}
