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

    /// An output or a need that no candidate exchange reaches.
    public struct Lonely: Sendable {
        /// The row: an output or a need.
        public enum Row: Sendable { case output(Reference<Output>), need(Reference<Need>) }
        /// The row.
        public var row: Row
        /// Its position among the supplies or the demands.
        fileprivate var position: Int
    }

    /// An output that lacks qualities which takers within reach limit.
    public struct Unqualified: Sendable {
        /// The row.
        public var output: Reference<Output>
        /// What is not known of it, by id.
        public var properties: [Reference<Property>]
        /// How many needs could be served, were it known.
        public var takers: Int
    }

    /// Candidate exchanges, supplies, demands and processes that count.
    public var candidates: Int, supplies: Int, demands: Int, processes: Int
    /// Per resource that anybody offers or needs, by id.
    public var totals: [Total]
    /// Outputs and needs without a partner, by firm and resource.
    public var lonely: [Lonely]
    /// Outputs that lack a quality which a taker within reach limits, by firm and resource.
    public var withoutQuality: [Unqualified]
    /// What the figures alone show cannot be met, as ``Planner/unmet``.
    public var unmet: [Fault]
    private let finder: CandidateFinder, givers: [[Int]]
}

extension Understanding {
    /// Understands `scenario` with its committed projects. Candidates are met one by one; those of demands that may go unmet are kept.
    ///
    /// - Throws: faults that only show when places meet, as ``Planner/init(_:with:objective:solver:)``.
    public init(_ scenario: Scenario) throws(ScenarioFaults) {
        let network = Network(scenario), tables = scenario.tables
        finder = CandidateFinder(network)
        let reach = PartnerReach(network, finder)
        guard reach.faults.isEmpty else { throw ScenarioFaults(reach.faults) }
        let hopeless = FigureChecks.virginFaults(network, reach.atRisk)
        guard hopeless.isEmpty else { throw ScenarioFaults(hopeless) }
        var checks = FigureChecks(network, reach.atRisk)
        unmet = checks.run()
        totals = tables.resources.references.map { Total(resource: $0, offered: 0, needed: 0, takable: 0, meetable: 0) }
        lonely = []
        let outputs = tables.outputs
        withoutQuality = reach.unqualified(network).sorted { one, other in
            let (one, other) = (outputs[one.output], outputs[other.output])
            return network.rank(Int(one.firm.position), one.resource) < network.rank(Int(other.firm.position), other.resource)
        }
        candidates = reach.candidates
        processes = network.processes.count
        // A row of the year stands in every period and counts once; in a single period every row stands once anyway.
        let isRepeated = network.periods.count > 1
        var told: Set<Supply.Origin> = [], heard: Set<Demand.Origin> = []
        if isRepeated {
            told = Set(network.supplies.indices.lazy.filter { reach.takable[$0] >= 0 }.map { network.supplies[$0].origin })
            heard = Set(network.demands.indices.lazy.filter { reach.meetable[$0] >= 0 }.map { network.demands[$0].origin })
        }
        supplies = isRepeated ? Set(network.supplies.map(\.origin)).count : network.supplies.count
        demands = isRepeated ? Set(network.demands.map(\.origin)).count : network.demands.count
        for (index, supply) in network.supplies.enumerated() {
            guard case .output(let output) = supply.origin else { continue }
            totals[Int(supply.resource.position)].offered += supply.quantity
            if reach.takable[index] >= 0 {
                totals[Int(supply.resource.position)].takable += min(supply.quantity, reach.takable[index])
                continue
            }
            if isRepeated, !told.insert(supply.origin).inserted { continue }
            lonely.append(Lonely(row: .output(output), position: index))
        }
        let lonelyOutputs = lonely.count
        for (index, demand) in network.demands.enumerated() {
            guard case .need(let need) = demand.origin else { continue }
            totals[Int(demand.resource.position)].needed += demand.quantity
            if reach.meetable[index] >= 0 {
                totals[Int(demand.resource.position)].meetable += min(demand.maximumShare * demand.quantity, reach.meetable[index])
                continue
            }
            if isRepeated, !heard.insert(demand.origin).inserted { continue }
            lonely.append(Lonely(row: .need(need), position: index))
        }
        givers = lonelyOutputs < lonely.count ? finder.givers : []
        // The network has them by resource; people look for their firm.
        let (supplyRanks, demandRanks) = (
            network.supplies.map { network.rank($0.place, $0.resource) }, network.demands.map { network.rank($0.place, $0.resource) }
        )
        lonely[..<lonelyOutputs].sort { supplyRanks[$0.position] < supplyRanks[$1.position] }
        lonely[lonelyOutputs...].sort { demandRanks[$0.position] < demandRanks[$1.position] }
        totals = totals.filter { $0.offered > 0 || $0.needed > 0 }.sorted {
            tables.resources[$0.resource].id < tables.resources[$1.resource].id
        }
    }

    /// By rule, the pairs of a lonely row that it excludes; empty where nobody needs (or offers) the resource or what it stands in for.
    ///
    /// It looks at all pairs of the row, which is why it is done for those that are shown only.
    public func exclusions(of lonely: Lonely) -> [(rule: Exclusion, pairs: Int)] {
        switch lonely.row {
        case .output: finder.exclusions(ofSupply: lonely.position).byPairs
        case .need: finder.exclusions(ofDemand: lonely.position, from: givers).byPairs
        }
    }
}

/// What all takers within reach of a supply could take of it, and what all givers could bring a demand; in the unit of each, −1 where there
/// is none.
private struct PartnerReach {
    private(set) var takable: [Double], meetable: [Double], candidates = 0, faults: [Fault] = []
    /// The candidates of demands that may go unmet.
    private(set) var atRisk: [Candidate] = []
    /// The pairs that only a missing quality keeps from being candidates, by supply.
    private var unqualifiedPairs: [(supply: Int, demand: Int)] = []

    init(_ network: Network, _ finder: CandidateFinder) {
        let tables = network.scenario.tables
        let shares = tables.substitutions.map(\.maximumShare)
        let given = zip(network.supplies, network.mostHandedOut).map { network.most(of: $0) + $1 }
        var wanted = network.demands.map { demand in
            Wanted(share: demand.maximumShare, quantity: network.most(of: demand), meetable: -1)
        }
        let measure = DeliveredMeasure(tables), isAtRisk = FigureChecks.demandsAtRisk(network)
        var takable = [Double](repeating: -1, count: given.count), kept: [Candidate] = [], pairs: [(supply: Int, demand: Int)] = []
        var count = 0
        faults = finder.forEachSupply(
            { supply, candidates in
                count += candidates.count
                var taken = 0.0, last: Int32 = -1
                for candidate in candidates {
                    let demand = Int(candidate.demand)
                    if isAtRisk[demand] { kept.append(candidate) }
                    // Candidates of one pair by several modes follow each other; the pair counts once.
                    if candidate.demand == last { continue }
                    last = candidate.demand
                    let delivered = measure.delivered(candidate)
                    let share = candidate.substitution.map { shares[Int($0.position)] } ?? 1
                    let needed = min(share, wanted[demand].share) * wanted[demand].quantity
                    taken += needed / delivered
                    wanted[demand].meetable = max(wanted[demand].meetable, 0) + min(given[supply] * delivered, needed)
                }
                takable[supply] = taken
            }, unqualified: { pairs.append(($0, $1)) })
        meetable = wanted.map(\.meetable)
        (self.takable, candidates, atRisk, unqualifiedPairs) = (takable, count, kept, pairs)
    }

    private struct Wanted { var share: Double, quantity: Double, meetable: Double }

    /// The outputs of pairs that lack a quality, each with all that it lacks.
    func unqualified(_ network: Network) -> [Understanding.Unqualified] {
        let tables = network.scenario.tables
        var found: [Understanding.Unqualified] = [], last = -1
        for (supply, demand) in unqualifiedPairs {
            guard case .output(let output) = network.supplies[supply].origin else { continue }
            // A row of the year stands in every period and is told once.
            if supply != last, network.supplies[supply].period > 0, found.contains(where: { $0.output == output }) { continue }
            if supply != last { found.append(Understanding.Unqualified(output: output, properties: [], takers: 0)) }
            last = supply
            found[found.count - 1].takers += 1
            for limit in network.demands[demand].limits {
                let property = tables.qualities[limit].property
                guard network.supplies[supply].qualities[property] == nil, !found[found.count - 1].properties.contains(property) else {
                    continue
                }
                found[found.count - 1].properties.append(property)
            }
        }
        for index in found.indices { found[index].properties.sort { tables.properties[$0].id < tables.properties[$1].id } }
        return found
    }
}
