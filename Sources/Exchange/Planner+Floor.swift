// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
internal import Scenario

/// What the best plan comes to where something must come to at least so much.
public enum FloorValue: Hashable, Sendable {
    /// The value of the objective; no plan does; nothing is proved.
    case value(Double), impossible, unknown
}

/// The most that any plan reaches of something, and the columns of a plan that reaches it.
public struct MostReached: Sendable {
    /// The largest value of Σ weight · column.
    public var value: Double
    /// Per column of the flows' program.
    public var columns: [Double]
}

extension Planner {
    /// The best value of the objective among the plans in which Σ weight · column comes to at least `amount`; the columns are those of
    /// ``forEachUnitFlow(_:)``.
    ///
    /// A value is told only where the certificate of the larger program holds, and that no plan does only where the most that any plan reaches
    /// is proved to be less. Nothing is said of a program with choices, which may take long.
    public func value(
        withAtLeast amount: Double, of weights: [Double], options: SolveOptions = SolveOptions()
    ) throws(SolverFailure) -> FloorValue {
        guard !program.isInteger.isUnusual, weights.count == program.columnCount else { return .unknown }
        let larger = program.adding(weights, atLeast: amount)
        let solution = try solver.solve(larger, options: options)
        switch solution.primal {
        case .optimal:
            let certificate = Certificate(of: larger, columnValues: solution.columnValues, rowDuals: solution.rowDuals)
            guard solution.rowDuals.count == larger.rowCount, certificate.holds else { return .unknown }
            return .value(larger.offset + zip(larger.cost, solution.columnValues).reduce(0) { $0 + $1.0 * $1.1 })
        case .infeasible:
            guard let most = try most(of: weights, options: options) else { return .unknown }
            let scale = zip(weights, most.columns).reduce(abs(amount)) { $0 + abs($1.0 * $1.1) }
            return most.value < amount - 1e-9 * max(1, scale) ? .impossible : .unknown
        default: return .unknown
        }
    }

    /// The most that any plan reaches of Σ weight · column, proved by its certificate; nil where it is not, or where there are choices.
    public func most(of weights: [Double], options: SolveOptions = SolveOptions()) throws(SolverFailure) -> MostReached? {
        guard !program.isInteger.isUnusual, weights.count == program.columnCount else { return nil }
        var turned = program
        turned.offset = 0
        for column in 0..<turned.columnCount { turned.setCost(0 - weights[column], of: ColumnIndex(column)) }
        let solution = try solver.solve(turned, options: options)
        guard solution.primal == .optimal, solution.rowDuals.count == turned.rowCount,
            Certificate(of: turned, columnValues: solution.columnValues, rowDuals: solution.rowDuals).holds
        else { return nil }
        let value = zip(weights, solution.columnValues).reduce(0) { $0 + $1.0 * $1.1 }
        return MostReached(value: value, columns: solution.columnValues)
    }
}

extension LinearProgram {
    /// The program with one row more: Σ weight · column ≥ `amount`.
    func adding(_ weights: [Double], atLeast amount: Double) -> LinearProgram {
        extended(rows: [NewRow(lower: amount, entries: weights.enumerated().compactMap { $1 == 0 ? nil : (column: $0, value: $1) })])
    }
}
