// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import RevisedSimplex
import Testing

/// A small generator of numbers that are the same on every machine (SplitMix64, Steele et al. 2014).
private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Programs of the model's form: supplies and demands with slacks, exchanges with losses, processes, capacities, least amounts, mixtures.
private struct Sample {
    var program = LinearProgram()

    init(seed: UInt64, supplies: Int, demands: Int, exchanges: Int, hasLeastAmounts: Bool = false) {
        var numbers = Numbers(state: seed)
        func row(_ lower: Double, _ upper: Double) -> RowIndex { program.addRow(lower: lower, upper: upper) }
        let supplyRows = (0..<supplies).map { _ in
            let amount = Double.random(in: 1...100, using: &numbers).rounded()
            return row(amount, amount)
        }
        let demandRows = (0..<demands).map { _ in
            let amount = Double.random(in: 1...100, using: &numbers).rounded()
            return row(amount, amount)
        }
        let mixtures = (0..<demands / 10).map { _ in row(-.infinity, 0) }
        let capacities = (0..<8).map { _ in row(hasLeastAmounts ? 5 : -.infinity, Double.random(in: 100...400, using: &numbers)) }
        for supply in supplyRows {
            _ = program.addColumn(cost: Double.random(in: 1...50, using: &numbers))
            program.addEntry(supply, 1)
        }
        for (index, demand) in demandRows.enumerated() {
            _ = program.addColumn(cost: Double.random(in: 50...400, using: &numbers))
            program.addEntry(demand, 1)
            if index < mixtures.count { program.addEntry(mixtures[index], Double.random(in: -1 ... -0.1, using: &numbers)) }
        }
        for _ in 0..<supplies / 20 {
            _ = program.addColumn(cost: Double.random(in: 0...20, using: &numbers), upper: Double.random(in: 10...60, using: &numbers))
            program.addEntry(supplyRows[Int.random(in: 0..<supplies, using: &numbers)], -Double.random(in: 0.2...1, using: &numbers))
            program.addEntry(demandRows[Int.random(in: 0..<demands, using: &numbers)], -Double.random(in: 0.2...1, using: &numbers))
        }
        for index in 0..<exchanges {
            let demand = Int.random(in: 0..<demands, using: &numbers)
            _ = program.addColumn(cost: Double.random(in: 0...60, using: &numbers))
            program.addEntry(supplyRows[Int.random(in: 0..<supplies, using: &numbers)], 1)
            program.addEntry(demandRows[demand], Double.random(in: 0.4...1, using: &numbers))
            if demand < mixtures.count { program.addEntry(mixtures[demand], Double.random(in: -0.5...1, using: &numbers)) }
            if index % 40 < capacities.count { program.addEntry(capacities[index % 40], 1) }
        }
    }
}

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
