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
        /// What of the offer its takers could take, and what of the need its givers could meet; processes at full capacity take and give
        /// too. Each supply and each demand is looked at alone, quality and capacity of the way aside.
        public var takable: Double, meetable: Double
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
        let tables = network.scenario.tables, finder = CandidateFinder(network), givers = finder.givers
        let reach = reach
        var totals: [Understanding.Total] = tables.resources.references.map { Understanding.Total(resource: $0, offered: 0, needed: 0, takable: 0, meetable: 0) }
        var lonely: [Understanding.Lonely] = [], withoutQuality: [Reference<Output>] = []
        func sorted(_ counts: [Exclusion: Int]) -> [(rule: Exclusion, pairs: Int)] {
            let pairs = counts.map { (rule: $0.key, pairs: $0.value) }
            return pairs.sorted { ($1.pairs, $0.rule.rawValue) < ($0.pairs, $1.rule.rawValue) }
        }
        for (index, supply) in network.supplies.enumerated() {
            guard case .output(let output) = supply.origin else { continue }
            totals[Int(supply.resource.position)].offered += supply.quantity
            if let takable = reach.ofSupply[index] {
                totals[Int(supply.resource.position)].takable += min(supply.quantity, takable)
                continue
            }
            let exclusions = finder.exclusions(ofSupply: index)
            lonely.append(Understanding.Lonely(row: .output(output), exclusions: sorted(exclusions)))
            if exclusions[.quality] != nil { withoutQuality.append(output) }
        }
        for (index, demand) in network.demands.enumerated() {
            guard case .need(let need) = demand.origin else { continue }
            totals[Int(demand.resource.position)].needed += demand.quantity
            if let meetable = reach.ofDemand[index] {
                totals[Int(demand.resource.position)].meetable += min(demand.maximumShare * demand.quantity, meetable)
                continue
            }
            lonely.append(Understanding.Lonely(row: .need(need), exclusions: sorted(finder.exclusions(ofDemand: index, givers: givers))))
        }
        return Understanding(
            candidates: candidates.count, supplies: network.supplies.count, demands: network.demands.count, processes: network.processes.count,
            totals: totals.filter { $0.offered > 0 || $0.needed > 0 }.sorted { tables.resources[$0.resource].id < tables.resources[$1.resource].id },
            lonely: lonely, withoutQuality: withoutQuality)
    }

    /// What all takers within reach of a supply could take of it, in its unit, and what all givers could bring a demand, in its unit; nil
    /// where there is none.
    private var reach: (ofSupply: [Double?], ofDemand: [Double?]) {
        var ofSupply = [Double?](repeating: nil, count: network.supplies.count)
        var ofDemand = [Double?](repeating: nil, count: network.demands.count)
        var last: (Int32, Int32) = (-1, -1)
        // Candidates of one pair by several modes follow each other; the pair counts once.
        for candidate in candidates where (candidate.supply, candidate.demand) != last {
            last = (candidate.supply, candidate.demand)
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            let delivered = network.terms(of: candidate).delivered
            let share = candidate.substitution.map { network.scenario.tables.substitutions[$0].maximumShare } ?? 1
            let needed = min(share, demand.maximumShare) * network.yearly(demand.quantity, demand.party, demand.isOfProcess)
            ofSupply[Int(candidate.supply)] = (ofSupply[Int(candidate.supply)] ?? 0) + needed / delivered
            let given = network.yearly(supply.quantity, supply.party, supply.isOfProcess)
            ofDemand[Int(candidate.demand)] = (ofDemand[Int(candidate.demand)] ?? 0) + min(given * delivered, needed)
        }
        return (ofSupply, ofDemand)
    }
}
