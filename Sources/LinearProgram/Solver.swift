// SPDX-License-Identifier: GPL-3.0-or-later

/// How a solve may go.
public struct SolveOptions: Sendable {
    /// Seconds of wall time; nil for no limit.
    public var timeLimit: Double?
    /// The basis to start from.
    public var start: SimplexBasis?
    /// Of a program with integers: a point that keeps every rule, to begin with.
    public var incumbent: [Double]?
    /// Of a program with integers: the search may end when the plan is within this share of the bound.
    public var relativeGap = 0.0
    /// Of a program with integers: the search ends after so many nodes of its tree; nil for no limit. The same in every run, as time is not.
    public var nodeLimit: Int?
    /// How many threads a search may use; nil for as many as there are processors. What it finds in a given number of steps is the same for any.
    public var threads: Int?
    /// Whether the caller proves the solution by itself, so that a solver need not look at it twice.
    public var isCheckedByCaller = false
    /// Whether the entries of the program have been brought near 1, so that a solver need not scale it once more.
    public var isScaled = false
    /// Asked now and then, on any thread; true ends the solve with what is known.
    public var isCancelled: (@Sendable () -> Bool)?
    /// Told now and then how far the solve has come.
    public var progress: (@Sendable (SolveProgress) -> Void)?

    /// Makes options.
    public init(
        timeLimit: Double? = nil, start: SimplexBasis? = nil, threads: Int? = nil, isCancelled: (@Sendable () -> Bool)? = nil,
        progress: (@Sendable (SolveProgress) -> Void)? = nil
    ) {
        (self.timeLimit, self.start, self.threads, self.isCancelled, self.progress) = (timeLimit, start, threads, isCancelled, progress)
    }
}

/// How far a solve has come.
public struct SolveProgress: Hashable, Sendable {
    /// Iterations so far.
    public var iterations: Int
    /// The objective of the present point, where it is feasible; and a proved bound, where there is one.
    public var objective: Double?, bound: Double?
    /// Makes a report.
    public init(iterations: Int, objective: Double?, bound: Double?) {
        (self.iterations, self.objective, self.bound) = (iterations, objective, bound)
    }
}

/// Why a solver could not even begin, or broke down.
public enum SolverFailure: Error, Hashable, Sendable {
    /// The program is unfit.
    case unfit(LinearProgram.Defect)
    /// The library stopped with its own words.
    case library(doing: String, message: String)
}

/// A solver of linear programs.
public protocol Solver: Sendable {
    /// The solver's name and version, such as `GLPK 5.0`.
    var name: String { get }
    /// Solves `program`. Infeasible and unbounded are normal results, not errors.
    func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution
    /// Gets ready for what-ifs on `program`, which differ in some bounds; `basis` is the one of its best plan.
    func warmSolve(_ program: LinearProgram, from basis: SimplexBasis) -> any WarmSolve
}

extension Solver {
    /// Solves again from the basis at each what-if.
    public func warmSolve(_ program: LinearProgram, from basis: SimplexBasis) -> any WarmSolve {
        RestartedSolve(program, from: basis, self)
    }
}
