// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import GLPKSolver
import LinearProgram
import Synchronization
import Testing

@Suite("A solver") struct SolverTests {
    @Test("finds what the conformance table says, proved", arguments: ConformanceCase.all)
    func conformance(_ item: ConformanceCase) throws {
        let solution = try GLPKSolver().solve(item.program, options: SolveOptions())
        #expect(GLPKSolver.memoryInUse == 0)
        #expect(solution.primal == item.status)
        #expect(solution.termination == .finished)
        let isMixed = item.program.isInteger.isUnusual
        guard let optimum = item.optimum else {
            #expect(solution.columnValues.isEmpty && solution.objective.isNaN)
            if item.status == .unbounded { #expect(solution.dual == .infeasible) }
            return
        }
        #expect(abs(solution.objective - optimum) <= 1e-9 * abs(optimum))
        #expect(isMixed || solution.dual == .feasible)
        #expect(abs(solution.bound - optimum) <= 1e-9 * abs(optimum))
        let certificate = Certificate(of: item.program, columnValues: solution.columnValues, rowDuals: solution.rowDuals)
        #expect(certificate.holds)
        #expect(isMixed ? solution.rowDuals.isEmpty : certificate.dualBound != nil)
    }

    @Test("says the same twice, to the last digit", arguments: ConformanceCase.all)
    func twice(_ item: ConformanceCase) throws {
        let one = try GLPKSolver().solve(item.program, options: SolveOptions())
        let two = try GLPKSolver().solve(item.program, options: SolveOptions())
        #expect(one.columnValues == two.columnValues && one.rowDuals == two.rowDuals && one.basis == two.basis)
    }

    /// A random program with a known feasible point and box, so that it has an optimum.
    static func random(_ seed: UInt64, columns: Int = 30, rows: Int = 20) -> LinearProgram {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func draw() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / Double(1 << 53)
        }
        var program = LinearProgram()
        let point = (0..<columns).map { _ in draw() * 10 }
        let matrix = (0..<rows).map { _ in (0..<columns).map { _ in draw() < 0.3 ? (draw() * 8 - 4).rounded() : 0 } }
        let indices = matrix.enumerated().map { index, row in
            let activity = zip(row, point).reduce(0) { $0 + $1.0 * $1.1 }
            return index % 3 == 0 ? program.addRow(lower: activity, upper: activity) : program.addRow(upper: activity + draw())
        }
        for j in 0..<columns {
            _ = program.addColumn(cost: draw() * 20 - 10, upper: 20)
            for i in 0..<rows { program.addEntry(indices[i], matrix[i][j]) }
        }
        return program
    }

    @Test("brings duals whose bound meets the objective", arguments: UInt64(1)...40)
    func strongDuality(seed: UInt64) throws {
        let program = SolverTests.random(seed)
        let solution = try GLPKSolver().solve(program, options: SolveOptions())
        #expect(solution.primal == .optimal)
        let certificate = Certificate(of: program, columnValues: solution.columnValues, rowDuals: solution.rowDuals)
        #expect(certificate.holds, "\(certificate)")
    }

    @Test("starts warm from its own basis without another iteration, and from nonsense without harm")
    func warmStart() throws {
        let program = SolverTests.random(7)
        let first = try GLPKSolver().solve(program, options: SolveOptions())
        let warm = try GLPKSolver().solve(program, options: SolveOptions(start: first.basis))
        #expect(abs(warm.objective - first.objective) <= 1e-12 * abs(first.objective))
        #expect(warm.iterations == 0)
        let singular = SimplexBasis(
            columns: .init(repeating: .atLower, count: program.columnCount), rows: .init(repeating: .atLower, count: program.rowCount))
        let short = SimplexBasis(columns: [], rows: [])
        for start in [singular, short] {
            let solution = try GLPKSolver().solve(program, options: SolveOptions(start: start))
            #expect(abs(solution.objective - first.objective) <= 1e-7 * abs(first.objective))
        }
    }

    @Test("starts warm from another program's basis and comes to the same value", arguments: UInt64(1)...20)
    func warmStartAfterChanges(seed: UInt64) throws {
        let first = try GLPKSolver().solve(SolverTests.random(seed), options: SolveOptions())
        var program = SolverTests.random(seed)
        for column in 0..<5 {
            program.setCost(-program.cost[column], of: ColumnIndex(column))
            program.setBounds(0, 25, of: ColumnIndex(column + 5))
        }
        let cold = try GLPKSolver().solve(program, options: SolveOptions())
        let warm = try GLPKSolver().solve(program, options: SolveOptions(start: first.basis))
        #expect(cold.primal == .optimal && warm.primal == .optimal)
        #expect(abs(cold.objective - warm.objective) <= 1e-9 * abs(cold.objective))
        #expect(abs(cold.objective - first.objective) > 1e-3)
        #expect(Certificate(of: program, columnValues: warm.columnValues, rowDuals: warm.rowDuals).holds)
    }

    @Test("stops a search over whole numbers at its time limit or when asked, and calls nothing optimal")
    func integerLimits() throws {
        // Four equations over thirty choices (after Cornuéjols and Dawande 1998): branch and bound goes through most of them.
        var program = LinearProgram()
        var state: UInt64 = 7
        let rows = (0..<4).map { _ in program.addRow(lower: 750, upper: 750) }
        for _ in 0..<30 {
            _ = program.addColumn(cost: 0, upper: 1, isInteger: true)
            for row in rows {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                program.addEntry(row, Double((state >> 33) % 100))
            }
        }
        let limited = try GLPKSolver().solve(program, options: SolveOptions(timeLimit: 0.05))
        #expect(limited.termination == .timeLimit)
        #expect(limited.primal != .optimal && limited.primal != .infeasible)
        let asked = try GLPKSolver().solve(program, options: SolveOptions(isCancelled: { true }))
        #expect(asked.termination == .cancelled)
        #expect(asked.primal != .optimal && asked.primal != .infeasible)
        #expect(GLPKSolver.memoryInUse == 0)
    }

    @Test("has no plan where a search over whole numbers is stopped at its root: a point with fractions is none")
    func fractionalRoot() throws {
        // Nothing is a point to begin with, and each of 400 columns takes a step of its own to its fraction: 2 x ≤ 3.
        var program = LinearProgram()
        for _ in 0..<400 {
            let row = program.addRow(upper: 3)
            _ = program.addColumn(cost: -1, isInteger: true)
            program.addEntry(row, 2)
        }
        let stopped = try GLPKSolver().solve(program, options: SolveOptions(isCancelled: { true }))
        #expect(stopped.termination == .cancelled)
        #expect(stopped.primal == .unknown)
        #expect(stopped.columnValues.isEmpty)
        let finished = try GLPKSolver().solve(program, options: SolveOptions())
        #expect(finished.primal == .optimal && finished.objective == -400)
    }

    @Test("works on several threads at once, failing calls among them")
    func threads() throws {
        let expected = try (1...8).map { try GLPKSolver().solve(SolverTests.random(UInt64($0)), options: SolveOptions()).objective }
        var unfit = LinearProgram()
        _ = unfit.addColumn(cost: .nan)
        let broken = unfit
        let wrong = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 64) { index in
            if index % 9 == 0 {
                if (try? GLPKSolver().solve(broken, options: SolveOptions())) != nil { wrong.withLock { $0 += 1 } }
                return
            }
            let solution = try? GLPKSolver().solve(SolverTests.random(UInt64(index % 8 + 1)), options: SolveOptions())
            if solution?.objective != expected[index % 8] { wrong.withLock { $0 += 1 } }
        }
        #expect(wrong.withLock { $0 } == 0)
    }

    @Test("stops at its time limit or when asked, and keeps the feasible point that it had")
    func limits() throws {
        let program = SolverTests.assignment(450)
        let limited = try GLPKSolver().solve(program, options: SolveOptions(timeLimit: 0.01, start: SolverTests.start(450)))
        #expect(limited.termination == .timeLimit)
        #expect(limited.primal == .feasible)
        #expect(Certificate(of: program, columnValues: limited.columnValues, rowDuals: []).holds)
        let asked = try GLPKSolver().solve(program, options: SolveOptions(start: SolverTests.start(450), isCancelled: { true }))
        #expect(asked.termination == .cancelled)
        #expect(asked.primal == .feasible)
        #expect(GLPKSolver.memoryInUse == 0)
    }

    /// An assignment with disposal and purchase, large enough to take a while.
    static func assignment(_ n: Int) -> LinearProgram {
        var program = LinearProgram(), state: UInt64 = 99
        let rows = (0..<2 * n).map { _ in program.addRow(lower: 1, upper: 1) }
        for row in rows {
            _ = program.addColumn(cost: 1000)
            program.addEntry(row, 1)
        }
        for i in 0..<n {
            for j in 0..<n {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                _ = program.addColumn(cost: Double(state >> 44))
                program.addEntry(rows[i], 1)
                program.addEntry(rows[n + j], 1)
            }
        }
        return program
    }

    static func start(_ n: Int) -> SimplexBasis {
        SimplexBasis(
            columns: (0..<2 * n + n * n).map { $0 < 2 * n ? .basic : .atLower }, rows: .init(repeating: .fixed, count: 2 * n))
    }
}
