// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Judges single pairs by the rules of the model, section "Candidate exchanges", and tells the figures.
///
/// ``CandidateFinder`` meets millions of pairs and asks each rule once; here a few pairs are told in full.
struct PairJudge {
    private let network: Network
    private let rules: PairRules
    private let distances: Distances
    private let modes: [Reference<Mode>]
    /// Whether one resource may stand where another is needed, by their positions.
    private let matches: Set<[Int32]>
    private var tables: Tables { network.scenario.tables }

    init(_ network: Network) {
        let tables = network.scenario.tables
        self.network = network
        rules = PairRules(network)
        distances = Distances(network)
        modes = tables.modes.references.sorted { tables.modes[$0].id < tables.modes[$1].id }
        var matches = Set(tables.resources.references.map { [$0.position, $0.position] })
        for row in tables.substitutions { matches.insert([row.from.position, row.to.position]) }
        self.matches = matches
    }

    /// Whether a supply's resource is what a demand needs, or stands in for it.
    func isMatch(_ supply: Int, _ demand: Int) -> Bool { isMatch(network.supplies[supply].resource, network.demands[demand].resource) }

    /// Whether a resource is what is needed, or stands in for it.
    func isMatch(_ given: Reference<Resource>, _ needed: Reference<Resource>) -> Bool {
        given == needed || matches.contains([given.position, needed.position])
    }

    /// The judgement of a supply and a demand, positions in the network.
    func judge(_ supply: Int, _ demand: Int) -> PairJudgement {
        guard isMatch(supply, demand) else { return PairJudgement(obstacle: .noMatch) }
        guard network.supplies[supply].period == network.demands[demand].period else { return PairJudgement(obstacle: .period) }
        let giver = rules.givers[supply], place = rules.placeOfDemand[demand]
        if let rule = rules.exclusion(giver, demand, at: place) {
            return PairJudgement(obstacle: obstacle(rule, supply, demand))
        }
        let from = distances.spots[giver.place], to = distances.spots[place]
        if distances.isOnSite(from, to) { return PairJudgement(ways: [(nil, nil)]) }
        let unruled = distances.unruled(from: from, to: to)
        var judgement = PairJudgement()
        for mode in modes {
            let why = obstacle(mode, network.supplies[supply].resource, distances.way(from: from, to: to, mode: mode, unruled: unruled))
            judgement.ways.append((mode, why))
        }
        guard !judgement.ways.contains(where: { $0.obstacle == nil }) else { return judgement }
        // Of the modes the one that came furthest through the rules.
        let furthest = judgement.ways.compactMap(\.obstacle).max { $0.order < $1.order }
        judgement.obstacle = furthest.flatMap { $0.order > Obstacle.noMode.order ? $0 : nil } ?? .noMode
        return judgement
    }

    private func obstacle(_ rule: Exclusion, _ supply: Int, _ demand: Int) -> Obstacle {
        let given = network.supplies[supply], needed = network.demands[demand]
        switch rule {
        case .samePlace:
            if case .process = given.party { return .samePlace(isProcess: true) }
            return .samePlace(isProcess: false)
        case .contract:
            let key = ContractKey(from: given.party, to: needed.party, resource: given.resource)
            let row = tables.contracts.references.first { tables.contracts[$0].maximum == 0 && ContractKey(tables.contracts[$0]) == key }
            return row.map { .contract($0) } ?? .noMatch
        case .licence: return .licence(given.resource)
        case .quality:
            let missing = Set(needed.limits.map { tables.qualities[$0].property }.filter { given.qualities[$0] == nil })
            return .quality(missing.sorted { tables.properties[$0].id < tables.properties[$1].id })
        case .mode, .closedRoute, .distance, .loss: return .noMode
        }
    }

    private func obstacle(_ reference: Reference<Mode>, _ resource: Reference<Resource>, _ way: Way) -> Obstacle? {
        let mode = tables.modes[reference], carried = tables.resources[resource]
        guard mode.unit.dimension == carried.unit.dimension else { return .dimension(reference) }
        guard CandidateFinder.carries(mode, resource, carried) else { return .notCarried(reference) }
        switch way {
        case .closed(let route): return .closedRoute(route)
        // A pair whose distance nothing tells is an error before anything is solved.
        case .unknown: return .noMode
        case .open(let kilometres, _):
            let limits = (mode.maximumKilometres, carried.maximumKilometres)
            if kilometres > limits.0 ?? .infinity || kilometres > limits.1 ?? .infinity {
                return .distance(kilometres: kilometres, ofMode: limits.0, ofResource: limits.1)
            }
            guard mode.lossPerKilometre * kilometres < 1 else {
                return .loss(kilometres: kilometres, perKilometre: mode.lossPerKilometre)
            }
            return nil
        }
    }
}
