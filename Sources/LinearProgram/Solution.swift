// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a solver stopped.
public enum Termination: Hashable, Sendable {
    /// It came to the end of its method: the point is optimal, or there is none, or no bound.
    case finished
    case timeLimit
    case iterationLimit
    /// Somebody asked it to stop.
    case cancelled
    /// The numbers were too bad to go on.
    case numericalTrouble
}

/// What is known of the primal point.
public enum PrimalStatus: Hashable, Sendable { case optimal, feasible, infeasible, unbounded, unknown }

/// What is known of the dual point.
public enum DualStatus: Hashable, Sendable { case feasible, infeasible, unknown }

/// Where a column or a row's activity stands in a basis.
public enum BasisStatus: UInt8, Hashable, Sendable { case basic, atLower, atUpper, free, fixed }

/// A basis to start from or to hand on.
public struct SimplexBasis: Hashable, Sendable {
    /// Per column and per row.
    public var columns: [BasisStatus], rows: [BasisStatus]
    /// Makes a basis.
    public init(columns: [BasisStatus], rows: [BasisStatus]) { (self.columns, self.rows) = (columns, rows) }
}

/// What a solver brings back. Three questions are told apart: why it stopped, what the primal point is, what the dual point is.
public struct Solution: Sendable {
    /// Why the solver stopped.
    public var termination: Termination
    /// What is known of `columnValues`.
    public var primal: PrimalStatus
    /// What is known of `rowDuals`.
    public var dual: DualStatus
    /// The objective at `columnValues`, the program's offset included.
    public var objective: Double
    /// A proved lower bound of the objective; −infinity where none is known.
    public var bound: Double
    /// Per column; empty where there is no point.
    public var columnValues: [Double]
    /// Per row: what one more unit of the row's bound changes in the objective; empty where unknown.
    public var rowDuals: [Double]
    /// The last basis, for a warm start.
    public var basis: SimplexBasis?
    /// Simplex iterations.
    public var iterations: Int

    /// Makes a solution.
    public init(
        termination: Termination, primal: PrimalStatus, dual: DualStatus, objective: Double, bound: Double, columnValues: [Double],
        rowDuals: [Double], basis: SimplexBasis? = nil, iterations: Int = 0
    ) {
        (self.termination, self.primal, self.dual, self.objective, self.bound) = (termination, primal, dual, objective, bound)
        (self.columnValues, self.rowDuals, self.basis, self.iterations) = (columnValues, rowDuals, basis, iterations)
    }

    /// What is left of a solve that was stopped before there was a point.
    public static func unknown(_ termination: Termination, iterations: Int) -> Solution {
        Solution(
            termination: termination, primal: .unknown, dual: .unknown, objective: .nan, bound: -.infinity, columnValues: [], rowDuals: [],
            iterations: iterations)
    }
}
