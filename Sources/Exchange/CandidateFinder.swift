// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Finds the candidate exchanges of a network by the rules of the model, section "Candidate exchanges".
///
/// A supply meets only the takers of ``DemandGroup/collect(near:_:_:into:)``; each pair is then judged rule by rule.
struct CandidateFinder {
    private let network: Network
    private let rules: PairRules
    private let distances: Distances
    /// Per resource: the modes that carry it, by id; what it can stand in for; the takers that need it; how far it may travel.
    private let modes: [[Reference<Mode>]]
    private let targets: [[Target]]
    private let groups: [DemandGroup]
    private let reaches: [Reach]
    private let modeLimits: [(kilometres: Double, loss: Double)], resourceLimit: [Double]

    private struct Target { var resource: Reference<Resource>, substitution: Reference<Substitution>? }

    init(_ network: Network) {
        let tables = network.scenario.tables, settings = tables.settings
        self.network = network
        let distances = Distances(network)
        self.distances = distances
        rules = PairRules(network, distances)
        let order = tables.modes.references.sorted { network.rankOfMode[Int($0.position)] < network.rankOfMode[Int($1.position)] }
        modes = tables.resources.references.map { resource in
            order.filter { CandidateFinder.carries(tables.modes[$0], resource, tables.resources[resource]) }
        }
        targets = CandidateFinder.targets(network)
        var members = [[Int32]](repeating: [], count: tables.resources.count)
        for (index, demand) in network.demands.enumerated() { members[Int(demand.resource.position)].append(Int32(index)) }
        let places = rules.placeOfDemand
        groups = members.map { DemandGroup($0, placeOfDemand: places, distances) }
        let limits = tables.modes.map { (kilometres: $0.maximumKilometres ?? .infinity, loss: $0.lossPerKilometre) }
        modeLimits = limits
        resourceLimit = tables.resources.map { $0.maximumKilometres ?? .infinity }
        reaches = zip(modes, resourceLimit).map { modes, limit in
            let byMode = modes.map { limits[Int($0.position)].kilometres }.max() ?? 0
            return Reach(kilometres: min(byMode, limit), detour: settings.detour)
        }
    }

    private static func carries(_ mode: Mode, _ reference: Reference<Resource>, _ resource: Resource) -> Bool {
        guard mode.unit.dimension == resource.unit.dimension else { return false }
        return mode.resources.isEmpty && mode.kinds.isEmpty || mode.resources.contains(reference) || mode.kinds.contains(resource.kind)
    }

    /// Per resource, what it can stand in for: itself, and by the rows of `substitutions`; by id.
    private static func targets(_ network: Network) -> [[Target]] {
        let tables = network.scenario.tables
        var targets = [[Target]](repeating: [], count: tables.resources.count)
        for reference in tables.substitutions.references {
            let row = tables.substitutions[reference]
            targets[Int(row.from.position)].append(Target(resource: row.to, substitution: reference))
        }
        for resource in tables.resources.references where !targets[Int(resource.position)].contains(where: { $0.resource == resource }) {
            targets[Int(resource.position)].append(Target(resource: resource, substitution: nil))
        }
        return targets.map { list in
            list.sorted { network.rankOfResource[Int($0.resource.position)] < network.rankOfResource[Int($1.resource.position)] }
        }
    }

    /// Hands every candidate to `body`, by supply, what it stands in for, demand and mode; returns the faults of pairs whose distance nothing tells.
    func forEach(_ body: (Candidate) -> Void) -> [Fault] {
        var nearby: [Int32] = [], unknown: Set<Int> = [], faults: [Fault] = []
        for supply in network.supplies.indices {
            let from = rules.placeOfSupply[supply], resource = Int(network.supplies[supply].resource.position)
            let modes = modes[resource]
            for target in targets[resource] {
                groups[Int(target.resource.position)].collect(near: from, reaches[resource], distances, into: &nearby)
                for demand in nearby.lazy.map(Int.init) where rules.exclusion(supply, demand) == nil {
                    let to = rules.placeOfDemand[demand]
                    func candidate(_ mode: Reference<Mode>?, _ route: Reference<Route>?, _ kilometres: Double) -> Candidate {
                        Candidate(
                            supply: supply, demand: demand, mode: mode, substitution: target.substitution, route: route,
                            kilometres: kilometres)
                    }
                    // On site there is one way only, whatever modes there are.
                    if distances.isOnSite(from, to) {
                        body(candidate(nil, nil, 0))
                        continue
                    }
                    let unruled = distances.unruled(from: from, to: to)
                    for mode in modes {
                        switch judge(resource, mode, distances.way(from: from, to: to, mode: mode, unruled: unruled)) {
                        case .open(let kilometres, let route): body(candidate(mode, route, kilometres))
                        case .excluded: break
                        case .unknown:
                            let lost = distances.isPlaced[from] ? to : from
                            if unknown.insert(lost).inserted { faults.append(fault(place: lost, partner: lost == from ? to : from)) }
                        }
                    }
                }
            }
        }
        return faults
    }

    private enum Judgement {
        case open(kilometres: Double, route: Reference<Route>?)
        case excluded(Exclusion)
        case unknown
    }

    private func judge(_ resource: Int, _ mode: Reference<Mode>, _ way: Way) -> Judgement {
        switch way {
        case .closed: return .excluded(.closedRoute)
        case .unknown: return .unknown
        case .open(let kilometres, let route):
            let limit = modeLimits[Int(mode.position)]
            if kilometres > limit.kilometres || kilometres > resourceLimit[resource] { return .excluded(.distance) }
            guard limit.loss * kilometres < 1 else { return .excluded(.loss) }
            return .open(kilometres: kilometres, route: route)
        }
    }

    private func fault(place: Int, partner: Int) -> Fault {
        let tables = network.scenario.tables, isFirm = place < tables.firms.count
        let provenance = isFirm ? tables.firms[place].provenance : tables.processes[place - tables.firms.count].provenance
        let spot = Spot(isFirm ? .firms : .processes, row: Int(provenance.row), column: "latitude")
        return Fault(.place(.noCoordinates(place: network.places[place].name, partner: network.places[partner].name)), at: spot)
    }

    /// Why a pair is no candidate: of its modes, the one that came furthest through the rules; nil where it is one.
    func exclusion(_ supply: Int, _ demand: Int) -> Exclusion? {
        if let why = rules.exclusion(supply, demand) { return why }
        let from = rules.placeOfSupply[supply], to = rules.placeOfDemand[demand]
        if distances.isOnSite(from, to) { return nil }
        let resource = Int(network.supplies[supply].resource.position), unruled = distances.unruled(from: from, to: to)
        var worst = Exclusion.mode
        for mode in modes[resource] {
            switch judge(resource, mode, distances.way(from: from, to: to, mode: mode, unruled: unruled)) {
            case .open: return nil
            case .excluded(let why): worst = why
            case .unknown: worst = .distance
            }
        }
        return worst
    }

    /// Why a supply has no candidate to any taker: how many pairs each rule excludes, by each pair's furthest rule; empty where nobody needs it.
    func exclusions(ofSupply supply: Int) -> ExclusionCounts {
        var counts = ExclusionCounts()
        for target in targets[Int(network.supplies[supply].resource.position)] {
            for demand in groups[Int(target.resource.position)].members { counts.add(exclusion(supply, Int(demand))) }
        }
        return counts
    }

    /// Why a demand has no candidate from any of `givers`, likewise.
    func exclusions(ofDemand demand: Int, from givers: [Int]) -> ExclusionCounts {
        var counts = ExclusionCounts()
        for supply in givers { counts.add(exclusion(supply, demand)) }
        return counts
    }

    /// Per resource: the supplies that it or a substitution for it could come from.
    var givers: [[Int]] {
        var givers = [[Int]](repeating: [], count: targets.count)
        for (index, supply) in network.supplies.enumerated() {
            for target in targets[Int(supply.resource.position)] { givers[Int(target.resource.position)].append(index) }
        }
        return givers
    }
}
