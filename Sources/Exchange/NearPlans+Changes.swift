// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// What moves with a first unit, and what would make it pay. `steps` is the change of each column per unit dispatched.
extension NearPlans {
    /// What changes beside the column itself, by more than a thousandth of a unit per unit: at the two ends first, then what it costs or saves most.
    func changes(_ column: Int, _ steps: [Double]) -> [FirstUnit.Change] {
        let network = explanation.network, formulation = explanation.formulation, values = explanation.values
        let own = explanation.planner.candidates[column - formulation.firstCandidate], cost = explanation.solved.held.cost
        let ends: Set = [network.supplies[Int(own.supply)].party, network.demands[Int(own.demand)].party]
        var changes: [FirstUnit.Change] = [], weights: [Double] = []
        func add(_ shift: FirstUnit.Shift, _ position: Int, _ period: Int) {
            guard position >= 0, position != column, abs(steps[position]) >= 1e-3 else { return }
            changes.append(
                FirstUnit.Change(shift: shift, amount: steps[position], period: network.periods[period], before: values[position]))
            weights.append(shift.parties.isDisjoint(with: ends) ? abs(cost[position] * steps[position]) : .infinity)
        }
        for (index, supply) in network.supplies.enumerated() {
            add(.disposal(supply.party, supply.resource, isSold: supply.isSoldOutside), formulation.disposal[index], supply.period)
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
        for (index, candidate) in explanation.planner.candidates.enumerated() {
            let position = explanation.column(index)
            guard steps[position] != 0 else { continue }
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            add(
                .exchange(from: supply.party, to: demand.party, supply.resource, as: demand.resource, mode: candidate.mode), position,
                supply.period)
        }
        return changes.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }.map { changes[$0] }
    }

    func remedies(
        _ index: Int, _ split: CostSplit, _ duals: [Double], _ steps: [Double]
    ) -> [FirstUnit.Remedy] {
        let network = explanation.network, formulation = explanation.formulation, planner = explanation.planner
        let candidate = planner.candidates[index], reduced = split.reducedCost
        let weights = ObjectiveWeights(planner.objective), carbon = explanation.tables.settings.carbonPrice
        let now = network.contribution(network.terms(of: candidate), of: candidate).price(weights, carbonPrice: carbon)
        var remedies: [FirstUnit.Remedy] = [.cost(by: reduced, now: now)]
        if let most = payingDistance(index, reduced, duals) { remedies.append(.distance(most: most, now: candidate.kilometres)) }
        guard weights.cost > 0 else { return remedies }
        // A price that rises makes the plan dearer by what it pays for now, and the plan with the unit by less.
        let supply = Int(candidate.supply), demand = Int(candidate.demand)
        let disposed = changeOfDisposal(supply, steps)
        if disposed < -1e-3 {
            let before = network.supplies[supply].disposalCost
            remedies.append(.disposalCost(least: before + reduced / (weights.cost * -disposed), now: before))
        }
        if formulation.purchase[demand] >= 0, let before = network.demands[demand].virginPrice {
            let bought = steps[formulation.purchase[demand]]
            if bought < -1e-3 { remedies.append(.virginPrice(least: before + reduced / (weights.cost * -bought), now: before)) }
        }
        return remedies
    }

    /// What the giver pays disposal for more, per unit: what it disposes of, and what is lost on the way from it.
    private func changeOfDisposal(_ supply: Int, _ steps: [Double]) -> Double {
        let network = explanation.network
        var change = steps[explanation.formulation.disposal[supply]]
        for (index, candidate) in explanation.planner.candidates.enumerated() where Int(candidate.supply) == supply {
            let moved = steps[explanation.column(index)]
            guard moved != 0 else { continue }
            let wasted = network.isEnergy(network.supplies[supply].resource) ? 0 : network.terms(of: candidate).loss
            change += wasted * moved
        }
        return change
    }

    /// The longest way at which a candidate pays, the reduced cost being linear in the length: nil where none is short enough.
    private func payingDistance(_ index: Int, _ reduced: Double, _ duals: [Double]) -> Double? {
        let candidate = explanation.planner.candidates[index], now = candidate.kilometres
        guard candidate.mode != nil, now > 0 else { return nil }
        let near = Candidate(
            supply: Int(candidate.supply), demand: Int(candidate.demand), mode: candidate.mode, substitution: candidate.substitution,
            route: candidate.route, kilometres: 0)
        let atNothing = explanation.split(near, explanation.column(index), at: duals).reducedCost
        guard atNothing < 0, reduced > 0 else { return nil }
        return now * -atNothing / (reduced - atNothing)
    }
}

extension FirstUnit.Shift {
    /// Whose it is.
    fileprivate var parties: Set<Party> {
        switch self {
        case .disposal(let party, _, _), .purchase(let party, _), .held(let party, _): [party]
        case .exchange(let from, let to, _, _, _): [from, to]
        case .activity(let process): [.process(process)]
        }
    }
}
