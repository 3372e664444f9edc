// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import Glibc
import LinearProgram
import Testing

@testable import RevisedSimplex

@Suite("Sweeps over the rows")
struct RowSweepsTests {
    private let plain = GLPKSolver()

    @Test("find duals whose bound is near the optimum, and nearer after more sweeps", arguments: UInt64(1)...5)
    func bound(seed: UInt64) throws {
        let program = Sample(seed: seed, supplies: 150, demands: 150, exchanges: 2500).program
        let best = try plain.solve(program, options: SolveOptions()).objective
        func gap(_ count: Int) throws -> Double {
            var sweeps = try #require(RowSweeps(program))
            sweeps.sweep(count)
            return (best - (try #require(program.bestProof(of: [sweeps.duals])).bound)) / abs(best)
        }
        let few = try gap(10), many = try gap(60)
        #expect(few > -1e-9 && many > -1e-9)
        #expect(many < 0.03)
        #expect(many < few)
    }

    @Test("see that a process takes no more than its capacity, so that what it leaves of a supply is worth no more than its disposal")
    func capacity() throws {
        var program = LinearProgram()
        let supply = program.addRow(lower: 100, upper: 100), demand = program.addRow(lower: 1_000, upper: 1_000)
        let intake = program.addRow(lower: 0, upper: 0), output = program.addRow(lower: 0, upper: 0)
        func column(_ cost: Double, upper: Double = .infinity, _ entries: [(RowIndex, Double)]) {
            _ = program.addColumn(cost: cost, upper: upper)
            for (row, value) in entries { program.addEntry(row, value) }
        }
        column(10, [(supply, 1)])
        column(100, [(demand, 1)])
        column(0, [(supply, 1), (intake, 1)])
        column(0, upper: 5, [(intake, -1), (output, -1)])
        column(0, [(output, 1), (demand, 1)])
        // 95 of the supply are disposed of at 10, 995 of the demand bought at 100.
        var sweeps = try #require(RowSweeps(program))
        sweeps.sweep(40)
        #expect(abs(sweeps.duals[0] - 10) < 0.1)
        #expect(abs(try #require(program.bestProof(of: [sweeps.duals])).bound - 100_450) < 100)
    }

    @Test(
        "guide the start: from the baseline the optimum is that of the plain solver, in fewer steps than without", arguments: UInt64(1)...5)
    func start(seed: UInt64) throws {
        let sample = Sample(seed: seed, supplies: 150, demands: 150, exchanges: 2500), program = sample.program
        let best = try plain.solve(program, options: SolveOptions())
        let mine = try RevisedSimplexSolver(plain).solve(program, options: SolveOptions(start: sample.baseline))
        #expect(abs(mine.objective - best.objective) <= 1e-9 * abs(best.objective))
        #expect(Certificate(of: program, columnValues: mine.columnValues, rowDuals: mine.rowDuals).holds)
        let guide = try #require(Guide(program, sample.baseline))
        var guided = PrimalSimplex(program, basis: sample.baseline, guide: guide), greedy = PrimalSimplex(program, basis: sample.baseline)
        let didStart = guided.start(), didStartToo = greedy.start()
        #expect(didStart && didStartToo)
        let ends = (guided.run { _ in false }, greedy.run { _ in false })
        #expect(ends.0 == .optimal && ends.1 == .optimal)
        let steps = guided.iterations, others = greedy.iterations
        #expect(steps < others)
        // What is not likely is built as it pays: some of it, and never all.
        let built = guided.program.columnOf, likely = guide.columns
        #expect(Array(built.prefix(likely.count)) == likely && built.count < program.columnCount && Set(built).count == built.count)
        let objective = program.objective(guided.columnValues)
        #expect(abs(objective - best.objective) <= 1e-9 * abs(best.objective))
    }

    @Test("have nothing to say where nothing pays, where limits contradict each other, and where rows are empty")
    func nothing() {
        var idle = LinearProgram()
        let row = idle.addRow(lower: 5, upper: 5), other = idle.addRow(lower: 5, upper: 5)
        for place in [row, other] {
            _ = idle.addColumn(cost: 1)
            idle.addEntry(place, 1)
        }
        _ = idle.addColumn(cost: 9)
        idle.addEntry(row, 1)
        idle.addEntry(other, 1)
        #expect(RowSweeps(idle) == nil)
    }

    @Test("work with an exponential that is right to four digits", arguments: [-19.9, -3.3, -1, -0.1, 0, 0.2, 1, 7.7, 20, 29.9] as [Float])
    func exponentials(x: Float) {
        #expect(abs(exponential(SIMD4(repeating: x))[2] / exp(x) - 1) < 2e-4)
    }

    @Test(
        "work with a logarithm that is right to four digits after the point",
        arguments: [1e-300, 1e-9, 0.3, 0.5.squareRoot(), 0.999, 1, 1.2, 2.0.squareRoot(), 3, 1e12, 1e300])
    func logarithms(x: Double) {
        #expect(abs(logarithm(x) - log(x)) < 2e-5)
    }

    @Test("count what is next to nothing as nothing, and never overflow")
    func extremes() {
        let ends = exponential(SIMD4(-20.1, -1e30, -.infinity, 1e30))
        #expect(ends[0] == 0 && ends[1] == 0 && ends[2] == 0 && ends[3].isFinite)
    }
}
