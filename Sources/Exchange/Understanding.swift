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
    /// What the figures alone show cannot be met, as ``Planner/unmet``.
    public var unmet: [Fault]
}

extension Understanding {
    /// Understands `scenario` with its committed projects. Candidates are met one by one; those of demands that may go unmet are kept.
    ///
    /// - Throws: faults that only show when places meet, as ``Planner/init(_:with:objective:solver:)``.
    public init(_ scenario: Scenario) throws(ScenarioFaults) {
        let network = Network(scenario), tables = scenario.tables
        let finder = CandidateFinder(network), reach = PartnerReach(network, finder), givers = finder.givers
        guard reach.faults.isEmpty else { throw ScenarioFaults(reach.faults) }
        let hopeless = FigureChecks.virginFaults(network, reach.atRisk)
        guard hopeless.isEmpty else { throw ScenarioFaults(hopeless) }
        var checks = FigureChecks(network, reach.atRisk)
        unmet = checks.run()
        totals = tables.resources.references.map { Total(resource: $0, offered: 0, needed: 0, takable: 0, meetable: 0) }
        (lonely, withoutQuality) = ([], [])
        candidates = reach.candidates
        (supplies, demands, processes) = (network.supplies.count, network.demands.count, network.processes.count)
        for (index, supply) in network.supplies.enumerated() {
            guard case .output(let output) = supply.origin else { continue }
            totals[Int(supply.resource.position)].offered += supply.quantity
            if reach.takable[index] >= 0 {
                totals[Int(supply.resource.position)].takable += min(supply.quantity, reach.takable[index])
                continue
            }
            let exclusions = finder.exclusions(ofSupply: index)
            lonely.append(Lonely(row: .output(output), exclusions: exclusions.byPairs))
            if exclusions[.quality] > 0 { withoutQuality.append(output) }
        }
        for (index, demand) in network.demands.enumerated() {
            guard case .need(let need) = demand.origin else { continue }
            totals[Int(demand.resource.position)].needed += demand.quantity
            if reach.meetable[index] >= 0 {
                totals[Int(demand.resource.position)].meetable += min(demand.maximumShare * demand.quantity, reach.meetable[index])
                continue
            }
            let exclusions = finder.exclusions(ofDemand: index, from: givers[Int(demand.resource.position)])
            lonely.append(Lonely(row: .need(need), exclusions: exclusions.byPairs))
        }
        totals = totals.filter { $0.offered > 0 || $0.needed > 0 }.sorted {
            tables.resources[$0.resource].id < tables.resources[$1.resource].id
        }
    }
}

/// What all takers within reach of a supply could take of it, and what all givers could bring a demand; in the unit of each, −1 where there
/// is none.
private struct PartnerReach {
    private(set) var takable: [Double], meetable: [Double], candidates = 0, faults: [Fault] = []
    /// The candidates of demands that may go unmet.
    private(set) var atRisk: [Candidate] = []

    init(_ network: Network, _ finder: CandidateFinder) {
        let tables = network.scenario.tables
        let shares = tables.substitutions.map(\.maximumShare)
        let given = network.supplies.map { network.yearly($0.quantity, $0.party, $0.isOfProcess) }
        let wanted = network.demands.map { (share: $0.maximumShare, quantity: network.yearly($0.quantity, $0.party, $0.isOfProcess)) }
        let measure = DeliveredMeasure(tables)
        var takable = [Double](repeating: -1, count: given.count), meetable = [Double](repeating: -1, count: wanted.count)
        let isAtRisk = FigureChecks.demandsAtRisk(network)
        var kept: [Candidate] = [], count = 0, lastSupply: Int32 = -1, lastDemand: Int32 = -1
        faults = finder.forEach { candidate in
            count += 1
            if isAtRisk[Int(candidate.demand)] { kept.append(candidate) }
            // Candidates of one pair by several modes follow each other; the pair counts once.
            if candidate.supply == lastSupply, candidate.demand == lastDemand { return }
            (lastSupply, lastDemand) = (candidate.supply, candidate.demand)
            let supply = Int(candidate.supply), demand = Int(candidate.demand)
            let delivered = measure.delivered(candidate)
            let share = candidate.substitution.map { shares[Int($0.position)] } ?? 1
            let needed = min(share, wanted[demand].share) * wanted[demand].quantity
            takable[supply] = max(takable[supply], 0) + needed / delivered
            meetable[demand] = max(meetable[demand], 0) + min(given[supply] * delivered, needed)
        }
        (self.takable, self.meetable, candidates, atRisk) = (takable, meetable, count, kept)
    }
}
