// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import RevisedSimplex
import Testing

/// The simplex of ``RevisedSimplexSolver`` beside GLPK alone: the same table, and random programs of every kind.
@Suite("A simplex of our own, beside GLPK") struct OwnSimplexTests {
    private let own = RevisedSimplexSolver(GLPKSolver()), plain = GLPKSolver()

    @Test("finds what the conformance table says, proved", arguments: ConformanceCase.all)
    func conformance(_ item: ConformanceCase) throws {
        let solution = try own.solve(item.program, options: SolveOptions())
        #expect(solution.primal == item.status)
        #expect(solution.termination == .finished)
        guard let optimum = item.optimum else { return }
        #expect(abs(solution.objective - optimum) <= 1e-9 * abs(optimum))
        #expect(Certificate(of: item.program, columnValues: solution.columnValues, rowDuals: solution.rowDuals).holds)
    }

    /// Rows and columns with every kind of bound; about one in five has no plan or no end.
    static func anything(_ seed: UInt64) -> LinearProgram {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func draw() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / Double(1 << 53)
        }
        let columns = 4 + Int(draw() * 40), rows = 3 + Int(draw() * 25), isWhole = draw() < 0.5, width = draw() < 0.5 ? 0.15 : 0.5
        func number(_ size: Double) -> Double { isWhole ? ((draw() * 2 - 1) * size).rounded() : (draw() * 2 - 1) * size }
        var program = LinearProgram()
        let point = (0..<columns).map { _ in draw() < 0.4 ? 0 : abs(number(8)) }
        let matrix = (0..<rows).map { _ in (0..<columns).map { _ in draw() < width ? number(5) : 0 } }
        let slip = draw() < 0.1 ? 40.0 : 0
        let indices = matrix.map { row in
            let activity = zip(row, point).reduce(0) { $0 + $1.0 * $1.1 } + slip * draw()
            switch draw() {
            case ..<0.35: return program.addRow(lower: activity, upper: activity)
            case ..<0.6: return program.addRow(upper: activity + (draw() < 0.5 ? 0 : draw()))
            case ..<0.8: return program.addRow(lower: activity - (draw() < 0.5 ? 0 : draw()))
            case ..<0.95: return program.addRow(lower: activity - draw(), upper: activity + draw())
            default: return program.addRow()
            }
        }
        for j in 0..<columns {
            let kind = draw()
            let lower = kind < 0.1 ? -Double.infinity : kind < 0.2 ? point[j] : 0
            let upper = kind < 0.15 ? point[j] + 5 : kind < 0.4 ? point[j] + abs(number(6)) : kind < 0.45 ? point[j] : .infinity
            _ = program.addColumn(cost: number(10), lower: min(lower, upper), upper: upper)
            for i in 0..<rows { program.addEntry(indices[i], matrix[i][j]) }
        }
        return program
    }

    @Test("and GLPK agree on random programs: whether there is a plan, and its value", arguments: UInt64(1)...300)
    func agreement(seed: UInt64) throws {
        let program = OwnSimplexTests.anything(seed)
        let mine = try own.solve(program, options: SolveOptions()), theirs = try plain.solve(program, options: SolveOptions())
        #expect(mine.primal == theirs.primal)
        guard mine.primal == .optimal, theirs.primal == .optimal else { return }
        #expect(abs(mine.objective - theirs.objective) <= 1e-7 * max(1, abs(theirs.objective)))
        #expect(Certificate(of: program, columnValues: mine.columnValues, rowDuals: mine.rowDuals).holds)
        let bound = program.provedBound(mine.rowDuals)
        #expect(bound.map { $0 <= mine.objective + 1e-6 * max(1, abs(mine.objective)) } ?? true)
    }

    @Test("solves what-ifs from factors at hand as a fresh solve does, and each apart from the others", arguments: UInt64(1)...60)
    func whatIfs(seed: UInt64) throws {
        let program = SolverTests.random(seed)
        let first = try own.solve(program, options: SolveOptions())
        let warm = own.warmSolve(program, from: try #require(first.basis))
        for column in 0..<6 {
            let change = BoundChange(.column(ColumnIndex(column)), lower: 0, upper: Double(column) / 2)
            var changed = program
            changed.apply(change)
            let fresh = try plain.solve(changed, options: SolveOptions())
            let again = try warm.solve(changing: [change], options: SolveOptions())
            #expect(again.primal == fresh.primal)
            guard fresh.primal == .optimal else { continue }
            #expect(abs(again.objective - fresh.objective) <= 1e-9 * max(1, abs(fresh.objective)))
            #expect(Certificate(of: changed, columnValues: again.columnValues, rowDuals: again.rowDuals).holds)
        }
        let same = try warm.solve(changing: [], options: SolveOptions())
        #expect(abs(same.objective - first.objective) <= 1e-12 * max(1, abs(first.objective)))
    }

    @Test("keeps changes from one what-if to the next, and what it says of each is what a fresh solve says", arguments: UInt64(1)...60)
    func keptChanges(seed: UInt64) throws {
        var changed = SolverTests.random(seed)
        let first = try own.solve(changed, options: SolveOptions())
        var warm = own.warmSolve(changed, from: try #require(first.basis))
        for column in 0..<8 {
            let change = BoundChange(.column(ColumnIndex(column)), lower: 0, upper: column.isMultiple(of: 3) ? 0 : Double(column) / 2)
            var next = changed
            next.apply(change)
            let fresh = try plain.solve(next, options: SolveOptions())
            guard let kept = try warm.keeping([change], options: SolveOptions()) else {
                #expect(fresh.primal != .optimal)
                continue
            }
            #expect(fresh.primal == .optimal)
            #expect(abs(kept.solution.objective - fresh.objective) <= 1e-9 * max(1, abs(fresh.objective)))
            (warm, changed) = (kept.warm, next)
        }
        // With nothing changed it is still where it was.
        let same = try #require(try warm.keeping([], options: SolveOptions()))
        let fresh = try plain.solve(changed, options: SolveOptions())
        #expect(abs(same.solution.objective - fresh.objective) <= 1e-9 * max(1, abs(fresh.objective)))
    }

    @Test("proves a bound from any duals, below every plan's value", arguments: UInt64(1)...40)
    func bounds(seed: UInt64) throws {
        let program = SolverTests.random(seed)
        let optimum = try plain.solve(program, options: SolveOptions())
        let scaled = optimum.rowDuals.enumerated().map { $0.element * (0.5 + Double(($0.offset &* 7 + Int(seed)) % 11) / 10) }
        let bound = try #require(program.provedBound(scaled))
        #expect(bound <= optimum.objective + 1e-9 * max(1, abs(optimum.objective)))
        let best = try #require(program.provedBound(optimum.rowDuals))
        #expect(abs(best - optimum.objective) <= 1e-9 * max(1, abs(optimum.objective)))
    }
}
