// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A best plan with its factors at hand, from which what-ifs start: each works on a copy, so that one never sees another's changes.
final class WarmSimplex: WarmSolve {
    private let program: LinearProgram, best: PrimalSimplex, other: any Solver

    /// Nil where the basis leads to no best plan.
    init?(_ program: LinearProgram, from basis: SimplexBasis, _ other: any Solver) {
        guard !program.isInteger.isUnusual, program.rowCount > 0, program.columnCount > 0 else { return nil }
        guard basis.columns.count == program.columnCount, basis.rows.count == program.rowCount else { return nil }
        var simplex = PrimalSimplex(program, basis: basis)
        // New factors at the end: what-ifs of a few steps then need none of their own.
        guard simplex.start(), simplex.run({ _ in false }) == .optimal, simplex.refactor() else { return nil }
        simplex.vicinity = Vicinity(simplex.program, simplex.prices, simplex.dual)
        (self.program, self.other) = (program, other)
        best = simplex
    }

    private init(_ program: LinearProgram, at simplex: consuming PrimalSimplex, _ other: any Solver) {
        (self.program, self.other) = (program, other)
        best = simplex
    }

    func keeping(_ changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> KeptSolve? {
        var simplex = PrimalSimplex(copying: best)
        simplex.iterations = 0
        // A column that once led to a bad pivot may lead to a good one now.
        simplex.list.banned = []
        simplex.change(changes)
        let clock = ContinuousClock(), began = clock.now
        let end = simplex.run { _ in
            options.isCancelled?() ?? false || options.timeLimit.map { clock.now - began > .seconds($0) } ?? false
        }
        guard end == .optimal else { return nil }
        // What others begin with is looked at whole, so that roundings do not pile up from one to the next.
        let vicinity = simplex.vicinity
        simplex.vicinity = nil
        guard simplex.run({ _ in false }) == .optimal else { return nil }
        simplex.vicinity = vicinity
        simplex.vicinity?.begin(at: simplex.dual)
        let solution = simplex.solution
        return KeptSolve(warm: WarmSimplex(program, at: simplex, other), solution: solution)
    }

    func solve(changing changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> Solution {
        var simplex = PrimalSimplex(copying: best)
        simplex.iterations = 0
        simplex.change(changes)
        let clock = ContinuousClock(), began = clock.now
        let end = simplex.run { _ in
            options.isCancelled?() ?? false || options.timeLimit.map { clock.now - began > .seconds($0) } ?? false
        }
        if end == .stopped {
            return .unknown(options.isCancelled?() ?? false ? .cancelled : .timeLimit, iterations: simplex.iterations)
        }
        guard end == .optimal else {
            // What has no plan is told by the plain way.
            var changed = program
            for change in changes { changed.apply(change) }
            var options = options
            options.start = simplex.basis
            return try other.solve(changed, options: options)
        }
        return simplex.solution
    }
}
