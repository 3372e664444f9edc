// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A part of a program, solved with the rest held as it is.
struct Block: Sendable {
    /// Positions in the whole program.
    var rows: [Int32] = [], columns: [Int32] = []
}

extension Block {
    /// The block as a program of its own and the basis that the plan has there. `outside` is what columns outside contribute to each row;
    /// `local` gives each row's position in its block.
    func program(of whole: LinearProgram, _ plan: WorkingPlan, outside: [Double], local: [Int32]) -> (
        program: LinearProgram, basis: SimplexBasis
    ) {
        var part = LinearProgram()
        part.reserve(columns: columns.count, rows: rows.count, nonzeros: columns.count * 3)
        for row in rows.lazy.map(Int.init) {
            _ = part.addRow(lower: whole.rowLower[row] - outside[row], upper: whole.rowUpper[row] - outside[row])
        }
        for column in columns.lazy.map(Int.init) {
            _ = part.addColumn(cost: whole.cost[column], lower: whole.lower[column], upper: whole.upper[column])
            for k in whole.entries(of: ColumnIndex(column)) { part.addEntry(RowIndex(Int(local[Int(whole.rows[k])])), whole.values[k]) }
        }
        let basis = SimplexBasis(columns: columns.map { plan.columnStatus[Int($0)] }, rows: rows.map { plan.rowStatus[Int($0)] })
        return (part, basis)
    }

    /// Takes the block's solution into the plan.
    func write(_ solution: Solution, into plan: inout WorkingPlan) {
        guard let basis = solution.basis, solution.rowDuals.count == rows.count, solution.columnValues.count == columns.count else {
            return
        }
        for (position, row) in rows.enumerated() {
            plan.rowStatus[Int(row)] = basis.rows[position]
            plan.duals[Int(row)] = solution.rowDuals[position]
        }
        for (position, column) in columns.enumerated() {
            plan.columnStatus[Int(column)] = basis.columns[position]
            plan.values[Int(column)] = solution.columnValues[position]
        }
        plan.iterations += solution.iterations
    }
}
