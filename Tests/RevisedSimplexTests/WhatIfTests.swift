// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import RevisedSimplex
import Testing

@Suite("What-ifs from factors at hand, of which most look at few columns")
struct WhatIfTests {
    private static let seeds = 1...6

    /// Exchanges with bounds, of which many are met, and some that are closed until a what-if opens them.
    private static func program(_ numbers: inout Numbers) -> LinearProgram {
        var program = Sample(
            seed: numbers.next(), supplies: 150, demands: 150, exchanges: 2_500, hasLeastAmounts: Bool.random(using: &numbers)
        ).program
        for column in program.columnCount - 2_500..<program.columnCount {
            switch Int.random(in: 0..<10, using: &numbers) {
            case 0...3: program.setBounds(0, Double.random(in: 2...30, using: &numbers).rounded(), of: ColumnIndex(column))
            case 4: program.setBounds(0, 0, of: ColumnIndex(column))
            default: break
            }
        }
        return program
    }

    private static func change(_ program: LinearProgram, _ numbers: inout Numbers) -> BoundChange {
        let row = Int.random(in: 0..<300, using: &numbers), amount = program.rowLower[row]
        let column = Int.random(in: 300..<program.columnCount, using: &numbers)
        let lower = program.lower[column], upper = program.upper[column]
        return switch Int.random(in: 0..<7, using: &numbers) {
        case 0: BoundChange(.row(RowIndex(row)), lower: 0, upper: 0)
        case 1: BoundChange(.row(RowIndex(row)), lower: 1.5 * amount, upper: 1.5 * amount)
        case 2: BoundChange(.row(RowIndex(row)), lower: 0.8 * amount, upper: amount)
        case 3: BoundChange(.column(ColumnIndex(column)), lower: 0, upper: 0)
        case 4: BoundChange(.column(ColumnIndex(column)), lower: lower, upper: upper == 0 ? .infinity : upper / 2)
        case 5: BoundChange(.column(ColumnIndex(column)), lower: -3, upper: max(upper, 1))
        default: BoundChange(.column(ColumnIndex(column)), lower: lower, upper: upper + 5)
        }
    }

    @Test("say what a solve from the start says, one by one and one upon another", arguments: seeds)
    func agreement(seed: Int) throws {
        var numbers = Numbers(state: UInt64(seed)), program = WhatIfTests.program(&numbers)
        let plain = GLPKSolver(), solver = RevisedSimplexSolver(plain)
        var warm = solver.warmSolve(program, from: try #require(try solver.solve(program, options: SolveOptions()).basis))
        for number in 0..<40 {
            let changes = (0..<Int.random(in: 1...2, using: &numbers)).map { _ in WhatIfTests.change(program, &numbers) }
            var changed = program
            for change in changes { changed.apply(change) }
            let fresh = try plain.solve(changed, options: SolveOptions())
            let again = try warm.solve(changing: changes, options: SolveOptions())
            #expect(again.primal == fresh.primal)
            guard fresh.primal == .optimal else { continue }
            #expect(abs(again.objective - fresh.objective) <= 1e-9 * max(1, abs(fresh.objective)))
            #expect(Certificate(of: changed, columnValues: again.columnValues, rowDuals: again.rowDuals).holds)
            guard number.isMultiple(of: 3) else { continue }
            let kept = try #require(try warm.keeping(changes, options: SolveOptions()))
            #expect(abs(kept.solution.objective - fresh.objective) <= 1e-9 * max(1, abs(fresh.objective)))
            (warm, program) = (kept.warm, changed)
        }
    }
}
