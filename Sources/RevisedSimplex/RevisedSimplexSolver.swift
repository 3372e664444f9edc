// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram

/// A primal simplex for large programs whose bases are nearly triangular, such as networks of exchanges, with another solver beside it.
///
/// The simplex of this module finds the best basis; the other solver starts from it, has the last word on the program of its columns, and every
/// column is priced by that solver's duals. Programs with integers, what has no plan and whatever this module is not sure of go to the other
/// solver whole.
public struct RevisedSimplexSolver: Solver {
    private let other: any Solver

    /// - Parameter other: has the last word.
    public init(_ other: any Solver) { self.other = other }

    /// The name of the solver that has the last word.
    public var name: String { other.name }

    /// Solves `program`; a start that is near the best plan saves most of the work.
    public func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
        if let defect = program.defect() { throw .unfit(defect) }
        guard !program.isInteger.isUnusual, program.rowCount > 0, program.columnCount > 0 else {
            return try other.solve(program, options: options)
        }
        var run = RevisedSimplexRun(program, options, other)
        if let solution = try run.solution() { return solution }
        // The other solver would take its time to read a large program before it heard that nobody waits any more.
        if options.isCancelled?() ?? false { return .unknown(.cancelled, iterations: 0) }
        return try other.solve(program, options: run.remaining)
    }

    /// A best plan with its factors at hand; what this module is not sure of starts from the basis at each what-if.
    public func warmSolve(_ program: LinearProgram, from basis: SimplexBasis) -> any WarmSolve {
        WarmSimplex(program, from: basis, other) ?? RestartedSolve(program, from: basis, self)
    }
}
