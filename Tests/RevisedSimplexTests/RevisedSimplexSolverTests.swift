// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import RevisedSimplex
import Testing

@Suite("Large programs by a simplex of our own")
struct RevisedSimplexSolverTests {
    private let plain = GLPKSolver()

    @Test("The optimum is that of the plain solver, proved by its own duals, with least amounts and without", arguments: 1...8)
    func sameOptimum(_ seed: Int) throws {
        let program = Sample(seed: UInt64(seed), supplies: 300, demands: 300, exchanges: 4000, hasLeastAmounts: seed % 2 == 0).program
        let whole = try plain.solve(program, options: SolveOptions())
        let parts = try RevisedSimplexSolver(plain).solve(program, options: SolveOptions())
        #expect(whole.primal == .optimal && parts.primal == .optimal)
        #expect(abs(whole.objective - parts.objective) <= 1e-9 * abs(whole.objective))
        let certificate = Certificate(of: program, columnValues: parts.columnValues, rowDuals: parts.rowDuals)
        #expect(certificate.holds)
        #expect(certificate.primalResidual < 1e-9 && certificate.dualityGap ?? 1 < 1e-9)
    }

    @Test("Two runs give the same numbers, bit for bit")
    func determinism() throws {
        let program = Sample(seed: 99, supplies: 600, demands: 600, exchanges: 12_000).program
        let one = try RevisedSimplexSolver(plain).solve(program, options: SolveOptions())
        let other = try RevisedSimplexSolver(plain).solve(program, options: SolveOptions())
        #expect(one.columnValues == other.columnValues)
        #expect(one.rowDuals == other.rowDuals)
        #expect(one.basis == other.basis)
    }

    @Test("The basis that comes back is one: the plain solver starts from it and has nothing to do")
    func basis() throws {
        let program = Sample(seed: 5, supplies: 400, demands: 400, exchanges: 6000).program
        let parts = try RevisedSimplexSolver(plain).solve(program, options: SolveOptions())
        let again = try plain.solve(program, options: SolveOptions(start: parts.basis))
        #expect(again.iterations <= 5)
        #expect(abs(again.objective - parts.objective) <= 1e-9 * abs(parts.objective))
    }

    @Test("A warm start after one supply is gone gives the new optimum in few steps")
    func warm() throws {
        var program = Sample(seed: 11, supplies: 400, demands: 400, exchanges: 6000).program
        let solver = RevisedSimplexSolver(plain)
        let before = try solver.solve(program, options: SolveOptions())
        program.setBounds(0, 0, of: RowIndex(17))
        let warm = try solver.solve(program, options: SolveOptions(start: before.basis))
        let cold = try plain.solve(program, options: SolveOptions())
        #expect(abs(warm.objective - cold.objective) <= 1e-9 * abs(cold.objective))
        #expect(warm.iterations * 5 < before.iterations)
    }

    @Test("What has no plan is left to the plain solver, which says so")
    func infeasible() throws {
        var program = Sample(seed: 3, supplies: 300, demands: 300, exchanges: 2000).program
        let row = program.addRow(lower: 1e9)
        _ = program.addColumn(cost: 1, upper: 5)
        program.addEntry(row, 1)
        #expect(try RevisedSimplexSolver(plain).solve(program, options: SolveOptions()).primal == .infeasible)
    }

    @Test("Out of time, the plan so far keeps all rules and says why it stopped")
    func outOfTime() throws {
        let program = Sample(seed: 8, supplies: 600, demands: 600, exchanges: 12_000).program
        let solution = try RevisedSimplexSolver(plain).solve(program, options: SolveOptions(timeLimit: 1e-6))
        #expect(solution.termination == .timeLimit)
        #expect(solution.primal == .feasible)
        let certificate = Certificate(of: program, columnValues: solution.columnValues, rowDuals: [])
        #expect(certificate.primalResidual < 1e-9)
    }
}
