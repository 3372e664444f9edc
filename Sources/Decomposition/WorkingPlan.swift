// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A plan of a reduced program while it is being made better: a basis, its values and its duals.
struct WorkingPlan {
    /// Per column.
    var columnStatus: [BasisStatus], values: [Double]
    /// Per row.
    var rowStatus: [BasisStatus], duals: [Double]
    var iterations = 0

    /// Nothing flows; what that breaks is made up for by the artificial columns.
    init(_ reduction: Reduction) {
        let program = reduction.program
        columnStatus = [BasisStatus](repeating: .atLower, count: program.columnCount)
        values = program.lower
        rowStatus = [BasisStatus](repeating: .basic, count: program.rowCount)
        duals = [Double](repeating: 0, count: program.rowCount)
        var activity = duals
        for j in 0..<reduction.firstArtificial where program.lower[j] != 0 {
            for k in program.entries(of: ColumnIndex(j)) { activity[Int(program.rows[k])] += program.values[k] * program.lower[j] }
        }
        for j in reduction.firstArtificial..<program.columnCount {
            for k in program.entries(of: ColumnIndex(j)) {
                let row = Int(program.rows[k]), side = program.values[k] > 0 ? program.rowLower[row] : program.rowUpper[row]
                columnStatus[j] = .basic
                values[j] = abs(side - activity[row])
                rowStatus[row] = program.rowLower[row] == program.rowUpper[row] ? .fixed : program.values[k] > 0 ? .atLower : .atUpper
                duals[row] = program.cost[j] / program.values[k]
            }
        }
    }

    /// A plan known by the basis of the original program; values and duals are not known yet.
    init(_ reduction: Reduction, from start: SimplexBasis) {
        let program = reduction.program
        columnStatus = reduction.columns.map { $0 < 0 ? .atLower : start.columns[Int($0)] }
        values = program.lower
        for j in 0..<program.columnCount where columnStatus[j] == .atUpper { values[j] = program.upper[j] }
        rowStatus = start.rows
        duals = [Double](repeating: 0, count: program.rowCount)
        for i in 0..<program.rowCount where reduction.slack[i] >= 0 && rowStatus[i] != .basic {
            let isSlack = start.columns[Int(reduction.slack[i])] == .basic
            rowStatus[i] = isSlack ? .basic : reduction.slackEntry[i] > 0 ? .atUpper : .atLower
        }
    }

    /// Whether any column but the artificial ones is in the basis.
    func moves(_ reduction: Reduction) -> Bool { columnStatus[..<reduction.firstArtificial].contains(.basic) }
}

/// A column that would make the plan better, and by how much at most, as far as its rows tell.
struct Violation {
    var column: Int32, gain: Double
}

/// Prices columns by the duals of a plan.
struct Pricing {
    private let program: LinearProgram
    /// Per column, the most that its rows let through when nothing else flows.
    private let most: [Double]

    init(_ program: LinearProgram) {
        self.program = program
        most = (0..<program.columnCount).map { j in
            var most = program.upper[j]
            for k in program.entries(of: ColumnIndex(j)) {
                let row = Int(program.rows[k]), side = program.values[k] > 0 ? program.rowUpper[row] : program.rowLower[row]
                if side != 0, side.isFinite { most = min(most, abs(side / program.values[k])) }
            }
            return most.isFinite ? most : 1
        }
    }

    /// The columns whose reduced cost has the wrong sign, those that promise most first. `tolerance` is relative to what the reduced cost is the sum of.
    func violations(_ plan: WorkingPlan, tolerance: Double, _ isWanted: (Int) -> Bool = { _ in true }) -> [Violation] {
        var found: [Violation] = []
        for j in 0..<program.columnCount where plan.columnStatus[j] != .basic {
            var reduced = program.cost[j], scale = abs(reduced)
            for k in program.entries(of: ColumnIndex(j)) {
                let term = program.values[k] * plan.duals[Int(program.rows[k])]
                reduced -= term
                scale += abs(term)
            }
            let wrong = plan.columnStatus[j] == .atUpper ? reduced : -reduced
            if wrong > tolerance * scale, program.lower[j] < program.upper[j], isWanted(j) {
                found.append(Violation(column: Int32(j), gain: wrong * most[j]))
            }
        }
        return found.sorted { ($1.gain, $0.column) < ($0.gain, $1.column) }
    }
}
