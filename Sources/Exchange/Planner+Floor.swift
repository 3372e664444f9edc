// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
internal import Scenario

/// What the best plan comes to where some exchanges must come to at least so much.
public enum FloorValue: Hashable, Sendable {
    /// The value of the objective; no plan does; the solver does not say.
    case value(Double), impossible, unknown
}

extension Planner {
    /// The best value of the objective among the plans in which the candidates, each by its weight, come to at least `amount`.
    ///
    /// Nothing is said of a program with choices, which may take long.
    public func value(
        withAtLeast amount: Double, options: SolveOptions = SolveOptions(), weight: (Candidate) -> Double
    ) throws(SolverFailure) -> FloorValue {
        guard !program.isInteger.contains(true) else { return .unknown }
        var weights = [Double](repeating: 0, count: program.columnCount)
        for (index, candidate) in candidates.enumerated() { weights[formulation.firstCandidate + index] = weight(candidate) }
        let larger = program.adding(weights, atLeast: amount)
        let solution = try solver.solve(larger, options: options)
        switch solution.primal {
        case .optimal: return .value(larger.offset + zip(larger.cost, solution.columnValues).reduce(0) { $0 + $1.0 * $1.1 })
        case .infeasible: return .impossible
        default: return .unknown
        }
    }
}

extension LinearProgram {
    /// The program with one row more: Σ weight · column ≥ `amount`.
    func adding(_ weights: [Double], atLeast amount: Double) -> LinearProgram {
        var larger = LinearProgram()
        larger.offset = offset
        larger.reserve(columns: columnCount, rows: rowCount + 1, nonzeros: nonzeroCount + columnCount)
        for row in 0..<rowCount { _ = larger.addRow(lower: rowLower[row], upper: rowUpper[row]) }
        let floor = larger.addRow(lower: amount)
        for column in 0..<columnCount {
            _ = larger.addColumn(cost: cost[column], lower: lower[column], upper: upper[column], isInteger: isInteger[column])
            for entry in entries(of: ColumnIndex(column)) { larger.addEntry(RowIndex(Int(rows[entry])), values[entry]) }
            larger.addEntry(floor, weights[column])
        }
        return larger
    }
}
