// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
public import Scenario

/// What one more unit of each rule of a plan is worth, told by what the rules are, so that newcomers can be priced without solving.
public struct PlanPrices: Sendable {
    fileprivate let rows: [StartingPoint.Row: Double]
}

extension Planner {
    /// The prices of the plan that `value` is; nil where it has none.
    public func prices(at value: PlanValue) -> PlanPrices? {
        guard value.duals.count == formulation.program.rowCount else { return nil }
        var rows: [StartingPoint.Row: Double] = [:]
        for (key, dual) in zip(formulation.rowKeys, value.duals) { if let key { rows[key] = dual } }
        return PlanPrices(rows: rows)
    }

    /// What each of `newcomers` would add to the net benefit at the prices of a plan without them: for every stream the best of its candidates
    /// (of a need the best of each substitution, up to its share), Σ quantity · max(0, −reduced cost), money a year; and no more than all of its
    /// partners together could give or take.
    ///
    /// A newcomer's own balance is worth its disposal or its purchase. By weak duality the sum is never below what a newcomer really adds, and
    /// above it where prices rise and fall with what is given and taken: it is for choosing whom to solve for, not for telling.
    public func pricedGain(of newcomers: Set<Party>, at prices: PlanPrices) -> [Party: Double] {
        var duals = formulation.rowKeys.map { key in key.flatMap { prices.rows[$0] } ?? 0 }
        for (index, supply) in network.supplies.enumerated() where newcomers.contains(supply.party) {
            duals[formulation.supplyRows[index]] = formulation.program.cost[formulation.disposal[index]]
        }
        for (index, demand) in network.demands.enumerated() where newcomers.contains(demand.party) && formulation.purchase[index] >= 0 {
            duals[formulation.demandRows[index]] = formulation.program.cost[formulation.purchase[index]]
        }
        var ofSupply = [Double](repeating: 0, count: network.supplies.count)
        // Per demand and substitution, what a unit delivered is worth.
        var ofDemand = [[Int32: Double]](repeating: [:], count: network.demands.count)
        // Per stream of a newcomer and partner, the most that the whole of the partner's stream is worth.
        var whole: [Pair: Double] = [:]
        for (index, candidate) in candidates.enumerated() {
            let supply = Int(candidate.supply), demand = Int(candidate.demand)
            let (gives, takes) = (newcomers.contains(network.supplies[supply].party), newcomers.contains(network.demands[demand].party))
            // An exchange of two newcomers is neither's to count on.
            guard gives != takes else { continue }
            let pays = -formulation.program.reducedCost(of: formulation.firstCandidate + index, duals)
            guard pays > 0 else { continue }
            let delivered = network.terms(of: candidate).delivered, pair = Pair(supply: supply, demand: demand)
            if gives {
                ofSupply[supply] = max(ofSupply[supply], pays)
                whole[pair] = max(whole[pair] ?? 0, pays * network.most(of: network.demands[demand]) / delivered)
            }
            if takes {
                let kind = candidate.substitution?.position ?? -1, worth = pays / delivered
                ofDemand[demand][kind] = max(ofDemand[demand][kind] ?? 0, worth)
                whole[pair] = max(whole[pair] ?? 0, pays * formulation.mostGiven[supply])
            }
        }
        var mostOfSupply = [Double](repeating: 0, count: network.supplies.count)
        var mostOfDemand = [Double](repeating: 0, count: network.demands.count)
        // In the order of the pairs, so that the sums come out the same to the last digit.
        for (pair, worth) in whole.sorted(by: { ($0.key.supply, $0.key.demand) < ($1.key.supply, $1.key.demand) }) {
            mostOfSupply[pair.supply] += worth
            mostOfDemand[pair.demand] += worth
        }
        var gains: [Party: Double] = [:]
        for (index, supply) in network.supplies.enumerated() where ofSupply[index] > 0 {
            gains[supply.party, default: 0] += min(ofSupply[index] * supply.quantity, mostOfSupply[index])
        }
        for (index, demand) in network.demands.enumerated() {
            // The best kinds first, each up to its share, until the need is full.
            var room = demand.maximumShare, worthOfAll = 0.0
            for (kind, worth) in ofDemand[index].sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) where room > 0 && worth > 0 {
                let share = min(room, kind < 0 ? 1 : network.scenario.tables.substitutions[Int(kind)].maximumShare)
                worthOfAll += share * worth * demand.quantity
                room -= share
            }
            if worthOfAll > 0 { gains[demand.party, default: 0] += min(worthOfAll, mostOfDemand[index]) }
        }
        return gains
    }

    private struct Pair: Hashable { var supply: Int, demand: Int }
}
