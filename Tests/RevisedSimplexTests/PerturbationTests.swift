// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import Testing

@testable import RevisedSimplex

@Suite("Bounds that are opened a little for a while")
struct PerturbationTests {
    @Test("Bounds that change while a perturbation is on hold when it is taken away", arguments: [5, 6, 7] as [UInt64])
    func changedWhilePerturbed(_ seed: UInt64) throws {
        let sample = Sample(seed: seed, supplies: 60, demands: 60, exchanges: 900), program = sample.program
        var simplex = PrimalSimplex(program, basis: sample.baseline)
        let isReady = simplex.start(), first = simplex.run { _ in false }
        #expect(isReady && first == .optimal)
        // Every exchange that carries something may carry half of it.
        let carried = simplex.columnValues
        let changes = (120..<program.columnCount).filter { carried[$0] > 1 && program.upper[$0] == .infinity }.map {
            BoundChange(.column(ColumnIndex($0)), lower: 0, upper: carried[$0] / 2)
        }
        simplex.perturb()
        let isSound = simplex.refactor(), isPerturbed = simplex.isPerturbed
        #expect(isSound && isPerturbed && changes.count > 20)
        simplex.change(changes)
        let end = simplex.run { _ in false }, isFeasible = simplex.isFeasible(), isStillPerturbed = simplex.isPerturbed
        #expect(end == .optimal && isFeasible && !isStillPerturbed)
        var changed = program
        for change in changes { changed.apply(change) }
        let values = simplex.columnValues, expected = try GLPKSolver().solve(changed, options: SolveOptions())
        let cost = changed.offset + zip(changed.cost, values).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(Certificate(of: changed, columnValues: values, rowDuals: []).primalResidual < 1e-9)
        #expect(abs(cost - expected.objective) <= 1e-7 * abs(expected.objective))
    }
}
