// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What was understood of a scenario before anything is solved, for `symbio check`.
public struct Understanding: Sendable {
    /// A resource's totals, in its own unit a year.
    public struct Total: Sendable {
        /// The resource.
        public var resource: Reference<Resource>
        /// What firms offer and need.
        public var offered: Double, needed: Double
        /// The most that could be exchanged, each supply and each demand looked at alone: the lesser of what has a taker and what has a giver.
        public var possible: Double
    }

    /// A supply or a demand that no candidate exchange reaches, and how many pairs each rule excludes.
    public struct Lonely: Sendable {
        /// The row: an output or a need.
        public enum Row: Sendable { case output(Reference<Output>), need(Reference<Need>) }
        /// The row.
        public var row: Row
        /// By rule, the pairs that it excludes; empty where nobody needs (or offers) the resource or what it stands in for.
        public var exclusions: [(rule: Exclusion, pairs: Int)]
    }

    /// Candidate exchanges, supplies, demands and processes that count.
    public var candidates: Int, supplies: Int, demands: Int, processes: Int
    /// Per resource that anybody offers or needs, by id.
    public var totals: [Total]
    /// Outputs and needs without a partner, by firm and resource.
    public var lonely: [Lonely]
    /// Outputs that lack a quality which a taker within reach limits, by firm and resource.
    public var withoutQuality: [Reference<Output>]
}

extension Planner {
    /// What was understood.
    public var understanding: Understanding {
        let tables = network.scenario.tables, finder = CandidateFinder(network)
        var hasTaker = [Bool](repeating: false, count: network.supplies.count), hasGiver = [Bool](repeating: false, count: network.demands.count)
        for candidate in candidates {
            hasTaker[Int(candidate.supply)] = true
            hasGiver[Int(candidate.demand)] = true
        }
        var totals: [Understanding.Total] = tables.resources.references.map { Understanding.Total(resource: $0, offered: 0, needed: 0, possible: 0) }
        var givable = [Double](repeating: 0, count: totals.count), takable = givable
        var lonely: [Understanding.Lonely] = [], withoutQuality: [Reference<Output>] = []
        func sorted(_ counts: [Exclusion: Int]) -> [(rule: Exclusion, pairs: Int)] {
            let pairs = counts.map { (rule: $0.key, pairs: $0.value) }
            return pairs.sorted { ($1.pairs, $0.rule.rawValue) < ($0.pairs, $1.rule.rawValue) }
        }
        for (index, supply) in network.supplies.enumerated() {
            guard case .output(let output) = supply.origin else { continue }
            totals[Int(supply.resource.position)].offered += supply.quantity
            if hasTaker[index] {
                givable[Int(supply.resource.position)] += supply.quantity
                continue
            }
            let exclusions = finder.exclusions(ofSupply: index)
            lonely.append(Understanding.Lonely(row: .output(output), exclusions: sorted(exclusions)))
            if exclusions[.quality] != nil { withoutQuality.append(output) }
        }
        for (index, demand) in network.demands.enumerated() {
            guard case .need(let need) = demand.origin else { continue }
            totals[Int(demand.resource.position)].needed += demand.quantity
            if hasGiver[index] {
                takable[Int(demand.resource.position)] += demand.quantity
                continue
            }
            lonely.append(Understanding.Lonely(row: .need(need), exclusions: sorted(finder.exclusions(ofDemand: index))))
        }
        for index in totals.indices { totals[index].possible = min(givable[index], takable[index]) }
        return Understanding(
            candidates: candidates.count, supplies: network.supplies.count, demands: network.demands.count, processes: network.processes.count,
            totals: totals.filter { $0.offered > 0 || $0.needed > 0 }.sorted { tables.resources[$0.resource].id < tables.resources[$1.resource].id },
            lonely: lonely, withoutQuality: withoutQuality)
    }
}
