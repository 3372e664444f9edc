// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Plans with a little more or less of one candidate: the program of the plan at hand, solved again with one bound moved.
///
/// A little means a ten-thousandth of what the candidate can carry. Its reduced cost at the new prices is what the first unit costs, and not only
/// one of many prices where the plan is degenerate; those prices prove the old plan too.
struct NearPlans {
    let explanation: Explanation
    private let whatIfs: any WarmSolve
    /// The plan as the what-ifs begin with it: that of the explanation, but for rounding.
    private let base: Solution

    /// Nil where there are no prices, or no basis to begin from.
    init?(_ explanation: Explanation) throws(SolverFailure) {
        guard explanation.hasPrices, let basis = explanation.basis ?? explanation.solved.solution.basis else { return nil }
        self.explanation = explanation
        whatIfs = explanation.planner.solver.warmSolve(explanation.solved.held, from: basis)
        // A basis of the plan is perhaps not yet one of the prices; what that takes moves nothing.
        base = try whatIfs.solve(changing: [], options: explanation.options)
        guard base.primal == .optimal else { return nil }
    }

    /// What the first unit of a candidate that carries nothing would do; nil where no plan has room for any of it.
    func firstUnit(of index: Int) throws(SolverFailure) -> FirstUnit? {
        let column = explanation.column(index), held = explanation.solved.held
        let most = explanation.formulation.mostDispatched(explanation.planner.candidates[index])
        for share in [1e-4, 1e-7] {
            let step = share * most
            let change = BoundChange(.column(ColumnIndex(column)), lower: step, upper: max(step, held.upper[column]))
            guard let moved = try solution(change) else { continue }
            let split = explanation.split(index, at: moved.rowDuals)
            let steps = held.cost.indices.map { (moved.columnValues[$0] - base.columnValues[$0]) / step }
            // The price has to be that of the whole step; else a shorter one is looked at.
            let difference = zip(held.cost, steps).reduce(0) { $0 + $1.0 * $1.1 }
            if share == 1e-4, difference < split.reducedCost - 1e-6 * max(1, abs(split.reducedCost)) { continue }
            return FirstUnit(
                split: split, changes: changes(column, steps),
                remedies: split.reducedCost > 0 ? remedies(index, split, moved.rowDuals, steps) : [])
        }
        return nil
    }

    /// What a candidate that the plan uses is worth.
    func worth(of index: Int) throws(SolverFailure) -> PlanWorth {
        let column = ColumnIndex(explanation.column(index)), amount = explanation.values[column.position]
        var worth = PlanWorth()
        if let moved = try solution(BoundChange(.column(column), lower: 0, upper: (1 - 1e-4) * amount)) {
            worth.room = max(0, -explanation.split(index, at: moved.rowDuals).reducedCost)
        }
        if let moved = try solution(BoundChange(.column(column), lower: 0, upper: 0)) {
            let more = moved.objective - base.objective
            worth.without = more > 1e-9 * abs(base.objective) ? more : 0
        }
        return worth
    }

    /// The best plan with other bounds of one column, with its prices; nil where there is none.
    private func solution(_ change: BoundChange) throws(SolverFailure) -> Solution? {
        let solution = try whatIfs.solve(changing: [change], options: explanation.options)
        return solution.primal == .optimal && solution.rowDuals.count == explanation.solved.held.rowCount ? solution : nil
    }
}
