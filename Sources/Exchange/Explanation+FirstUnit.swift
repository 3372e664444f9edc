// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Plans with a little more or less of one candidate: the program solved again with one bound moved.
///
/// A little means a ten-thousandth of what the candidate can carry. Its reduced cost at the new prices is what the first unit costs, and not only
/// one of many prices where the plan is degenerate; those prices prove the old plan too.
extension Explanation {
    /// The held program at hand for questions of a few bounds; nil where the solve left no basis.
    var whatIfs: (any WarmSolve)? { solved.solution.basis.map { planner.solver.warmSolve(solved.held, from: $0) } }

    /// What the first unit of a candidate that carries nothing would do; nil where no plan has room for any of it.
    func firstUnit(of index: Int, _ whatIfs: (any WarmSolve)?) throws(SolverFailure) -> FirstUnit? {
        let candidate = planner.candidates[index], column = column(index)
        let most = formulation.mostDispatched(candidate), cost = solved.held.cost
        for share in [1e-4, 1e-7] {
            let step = share * most
            let change = BoundChange(.column(ColumnIndex(column)), lower: step, upper: max(step, solved.held.upper[column]))
            guard let moved = try solution(whatIfs, change) else { continue }
            let split = split(index, at: moved.rowDuals)
            // The price has to be that of the whole step; else a shorter one is looked at.
            let difference = cost.indices.reduce(0) { $0 + cost[$1] * (moved.columnValues[$1] - base[$1]) }
            if share == 1e-4, difference < (split.reducedCost - 1e-6 * max(1, abs(split.reducedCost))) * step { continue }
            let forced = try tidied(moved, change)
            return FirstUnit(
                split: split, changes: changes(column, step, forced),
                remedies: split.reducedCost > 0 ? remedies(index, split, moved.rowDuals, step, forced) : [])
        }
        return nil
    }

    /// What a candidate that the plan uses is worth.
    func worth(of index: Int, _ whatIfs: (any WarmSolve)?) throws(SolverFailure) -> PlanWorth {
        let column = ColumnIndex(column(index)), amount = values[column.position]
        var worth = PlanWorth()
        if let moved = try solution(whatIfs, BoundChange(.column(column), lower: 0, upper: (1 - 1e-4) * amount)) {
            worth.room = max(0, -split(index, at: moved.rowDuals).reducedCost)
        }
        if let moved = try solution(whatIfs, BoundChange(.column(column), lower: 0, upper: 0)) {
            let more = moved.objective - solved.solution.objective
            worth.without = more > 1e-9 * abs(solved.solution.objective) ? more : 0
        }
        return worth
    }

    /// The point that the prices belong to.
    private var base: [Double] { solved.solution.columnValues }

    /// The best plan with other bounds of one column, with its prices; nil where there is none.
    private func solution(_ whatIfs: (any WarmSolve)?, _ change: BoundChange) throws(SolverFailure) -> Solution? {
        let solution: Solution
        if let whatIfs {
            solution = try whatIfs.solve(changing: [change], options: options)
        } else {
            var program = solved.held
            program.apply(change)
            solution = try planner.solver.solve(program, options: options)
        }
        return solution.primal == .optimal && solution.rowDuals.count == solved.held.rowCount ? solution : nil
    }

    /// Of the best plans with other bounds the one that is chosen as the plan was, so that the two compare.
    private func tidied(_ solution: Solution, _ change: BoundChange) throws(SolverFailure) -> [Double] {
        var program = solved.held
        program.apply(change)
        return try planner.tidied(Solved(isOn: solved.isOn, held: program, solution: solution, search: solved.search), options)
    }

    /// What changes beside the column itself, by more than a thousandth of a unit per unit.
    private func changes(_ column: Int, _ step: Double, _ forced: [Double]) -> [FirstUnit.Change] {
        var changes: [FirstUnit.Change] = []
        func add(_ shift: FirstUnit.Shift, _ position: Int, _ period: Int) {
            guard position >= 0, position != column else { return }
            let amount = (forced[position] - values[position]) / step
            guard abs(amount) >= 1e-3 else { return }
            changes.append(
                FirstUnit.Change(shift: shift, amount: amount, period: network.periods[period], before: values[position]))
        }
        for (index, supply) in network.supplies.enumerated() {
            add(.disposal(supply.party, supply.resource), formulation.disposal[index], supply.period)
        }
        for (index, demand) in network.demands.enumerated() {
            add(.purchase(demand.party, demand.resource), formulation.purchase[index], demand.period)
        }
        for period in network.periods.indices {
            for process in network.processes { add(.activity(process), formulation.activityColumn(process, period), period) }
            for (index, store) in network.stores.enumerated() {
                let supply = network.supplies[store.supplies[period]]
                add(.held(supply.party, supply.resource), formulation.held[index][period], period)
            }
        }
        for (index, candidate) in planner.candidates.enumerated() {
            let position = self.column(index)
            guard forced[position] != values[position] else { continue }
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            add(
                .exchange(from: supply.party, to: demand.party, supply.resource, as: demand.resource, mode: candidate.mode), position,
                supply.period)
        }
        return changes.enumerated().sorted { (abs($1.element.amount), $0.offset) < (abs($0.element.amount), $1.offset) }.map(\.element)
    }

    private func remedies(
        _ index: Int, _ split: CostSplit, _ duals: [Double], _ step: Double, _ forced: [Double]
    ) -> [FirstUnit.Remedy] {
        let candidate = planner.candidates[index], reduced = split.reducedCost
        let weights = ObjectiveWeights(planner.objective), carbon = tables.settings.carbonPrice
        let now = network.contribution(network.terms(of: candidate), of: candidate).price(weights, carbonPrice: carbon)
        var remedies: [FirstUnit.Remedy] = [.cost(by: reduced, now: now)]
        if let most = payingDistance(index, reduced, duals) { remedies.append(.distance(most: most, now: candidate.kilometres)) }
        guard weights.cost > 0 else { return remedies }
        // A price that rises makes the plan dearer by what it pays for now, and the plan with the unit by less.
        let supply = Int(candidate.supply), demand = Int(candidate.demand)
        let disposed = changeOfDisposal(supply, step, forced)
        if disposed < -1e-3 {
            let before = network.supplies[supply].disposalCost
            remedies.append(.disposalCost(least: before + reduced / (weights.cost * -disposed), now: before))
        }
        if formulation.purchase[demand] >= 0, let before = network.demands[demand].virginPrice {
            let bought = (forced[formulation.purchase[demand]] - values[formulation.purchase[demand]]) / step
            if bought < -1e-3 { remedies.append(.virginPrice(least: before + reduced / (weights.cost * -bought), now: before)) }
        }
        return remedies
    }

    /// What the giver pays disposal for more, per unit: what it disposes of, and what is lost on the way from it.
    private func changeOfDisposal(_ supply: Int, _ step: Double, _ forced: [Double]) -> Double {
        var change = forced[formulation.disposal[supply]] - values[formulation.disposal[supply]]
        for (index, candidate) in planner.candidates.enumerated() where Int(candidate.supply) == supply {
            let moved = forced[column(index)] - values[column(index)]
            guard moved != 0 else { continue }
            let wasted = network.isEnergy(network.supplies[supply].resource) ? 0 : network.terms(of: candidate).loss
            change += wasted * moved
        }
        return change / step
    }

    /// The longest way at which a candidate pays, the reduced cost being linear in the length: nil where none is short enough.
    private func payingDistance(_ index: Int, _ reduced: Double, _ duals: [Double]) -> Double? {
        let candidate = planner.candidates[index], now = candidate.kilometres
        guard candidate.mode != nil, now > 0 else { return nil }
        let near = Candidate(
            supply: Int(candidate.supply), demand: Int(candidate.demand), mode: candidate.mode, substitution: candidate.substitution,
            route: candidate.route, kilometres: 0)
        let atNothing = split(near, column(index), at: duals).reducedCost
        guard atNothing < 0, reduced > 0 else { return nil }
        return now * -atNothing / (reduced - atNothing)
    }
}
