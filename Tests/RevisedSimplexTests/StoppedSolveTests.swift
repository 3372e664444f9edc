// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import Testing

@testable import RevisedSimplex

@Suite("Solves that somebody stopped")
struct StoppedSolveTests {
    /// Another solver that must not be asked.
    private struct NeverAsked: Solver {
        var name: String { "never asked" }

        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            Issue.record("The other solver was asked.")
            return .unknown(.numericalTrouble, iterations: 0)
        }
    }

    @Test("Where nobody waits any more, the other solver is not asked", arguments: [1, 2] as [UInt64])
    func cancelled(_ seed: UInt64) throws {
        let program = Sample(seed: seed, supplies: 60, demands: 60, exchanges: 900).program
        let options = SolveOptions(isCancelled: { true }), solver = RevisedSimplexSolver(NeverAsked())
        let cold = try solver.solve(program, options: options)
        #expect(cold.primal == .unknown && cold.termination == .cancelled)
        let basis = try #require(try RevisedSimplexSolver(GLPKSolver()).solve(program, options: SolveOptions()).basis)
        let warm = try solver.warmSolve(program, from: basis).solve(changing: [], options: options)
        #expect(warm.primal == .unknown && warm.termination == .cancelled)
    }
}
