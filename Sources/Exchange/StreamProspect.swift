// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
public import Scenario

/// The chances of one stream of a party: who could be its partner, and what keeps the others from it.
public struct StreamProspect: Sendable {
    /// The row that the stream is declared by.
    public enum Row: Hashable, Sendable { case output(Reference<Output>), need(Reference<Need>), flow(Reference<ProcessFlow>) }
    /// The row.
    public var row: Row
    /// Who gives or takes, and what.
    public var party: Party, resource: Reference<Resource>
    /// Whether the party gives it.
    public var isSupply: Bool
    /// How many partners could be, by the rules of candidates.
    public var partners: Int
    /// By rule, the pairs that it excludes, those that exclude most first; empty where nobody else has or wants it.
    public var exclusions: [(rule: Exclusion, pairs: Int)]
    /// What moves in the plan, in the resource's unit: dispatched of a supply, delivered of a demand.
    public var moved: Double
    /// By how much money per unit dispatched its best candidate fails to pay; nil where there is none, or where prices are not known.
    public var shortfall: Double?
    /// Whether it must be met and cannot be bought.
    public var isUnpriced: Bool
}

extension Planner {
    /// The streams of `parties` in the order of their ids, judged at the plan that `value` is.
    public func prospects(of parties: Set<Party>, at value: PlanValue) -> [StreamProspect] {
        let finder = CandidateFinder(network), givers = finder.givers
        let hasPrices = value.duals.count == formulation.program.rowCount
        var partnersOfSupply = [Set<Int32>](repeating: [], count: network.supplies.count),
            partnersOfDemand = [Set<Int32>](
                repeating: [], count: network.demands.count)
        var dispatched = [Double](repeating: 0, count: network.supplies.count)
        var delivered = [Double](repeating: 0, count: network.demands.count)
        var supplyShort = [Double?](repeating: nil, count: network.supplies.count)
        var demandShort = [Double?](repeating: nil, count: network.demands.count)
        for (index, candidate) in candidates.enumerated() {
            let supply = Int(candidate.supply), demand = Int(candidate.demand)
            guard parties.contains(network.supplies[supply].party) || parties.contains(network.demands[demand].party) else { continue }
            partnersOfSupply[supply].insert(candidate.demand)
            partnersOfDemand[demand].insert(candidate.supply)
            let column = formulation.firstCandidate + index
            if column < value.values.count {
                dispatched[supply] += value.values[column]
                delivered[demand] += value.values[column] * network.terms(of: candidate).delivered
            }
            guard hasPrices else { continue }
            let reduced = formulation.program.reducedCost(of: column, value.duals)
            // What is only the rounding of the prices that it is made of is nothing.
            let short = reduced > 1e-9 * formulation.program.priceScale(of: column, value.duals) ? reduced : 0
            supplyShort[supply] = min(supplyShort[supply] ?? .infinity, short)
            demandShort[demand] = min(demandShort[demand] ?? .infinity, short)
        }
        var prospects: [StreamProspect] = []
        for (index, supply) in network.supplies.enumerated() where parties.contains(supply.party) {
            prospects.append(
                StreamProspect(
                    row: supply.origin.row, party: supply.party, resource: supply.resource, isSupply: true,
                    partners: partnersOfSupply[index].count, exclusions: finder.exclusions(ofSupply: index).byPairs,
                    moved: dispatched[index], shortfall: supplyShort[index], isUnpriced: false))
        }
        for (index, demand) in network.demands.enumerated() where parties.contains(demand.party) {
            prospects.append(
                StreamProspect(
                    row: demand.origin.row, party: demand.party, resource: demand.resource, isSupply: false,
                    partners: partnersOfDemand[index].count,
                    exclusions: finder.exclusions(ofDemand: index, from: givers).byPairs,
                    moved: delivered[index], shortfall: demandShort[index],
                    isUnpriced: demand.virginPrice == nil && !demand.isOfProcess && demand.quantity > 0))
        }
        return prospects
    }
}

extension Supply.Origin {
    var row: StreamProspect.Row {
        switch self {
        case .output(let output): .output(output)
        case .flow(let flow): .flow(flow)
        }
    }
}

extension Demand.Origin {
    var row: StreamProspect.Row {
        switch self {
        case .need(let need): .need(need)
        case .flow(let flow): .flow(flow)
        }
    }
}
