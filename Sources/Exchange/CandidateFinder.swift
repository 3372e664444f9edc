// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Finds the candidate exchanges of a network by the rules of the model, section "Candidate exchanges".
///
/// Takers of a resource stand sorted by latitude, so that a supply meets only those within its reach, those that a row of `routes`
/// joins it with, those of its own park, and those whose place is unknown.
struct CandidateFinder {
    let network: Network
    let tables: Tables
    let distances: Distances
    /// Per resource: the modes that carry it, by id; what it can stand in for; the takers that need it.
    private let modes: [[Reference<Mode>]]
    private let targets: [[(resource: Reference<Resource>, substitution: Reference<Substitution>?)]]
    private let groups: [DemandGroup]
    /// Per hazardous resource, the places that may receive it; nil for the others.
    private let licensed: [[Bool]?]
    private var closedPairs: Set<ContractKey> = []
    /// What the inner loop asks, laid out densely.
    private let isLimited: [Bool], withinFirm: Bool
    private var isClosedGiver: [Bool] = []
    private let modeLimits: [(kilometres: Double, loss: Double)], resourceReach: [Double]

    struct ContractKey: Hashable {
        var from: Party, to: Party
        var resource: Reference<Resource>
    }

    init(_ network: Network) {
        self.network = network
        let tables = network.scenario.tables
        self.tables = tables
        distances = Distances(network)
        let order = tables.modes.references.sorted { network.rankOfMode[Int($0.position)] < network.rankOfMode[Int($1.position)] }
        modes = tables.resources.references.map { resource in
            order.filter { CandidateFinder.carries(tables.modes[$0], resource, tables.resources[resource]) }
        }
        var targets = [[(resource: Reference<Resource>, substitution: Reference<Substitution>?)]](
            repeating: [], count: tables.resources.count)
        for reference in tables.substitutions.references {
            let row = tables.substitutions[reference]
            targets[Int(row.from.position)].append((row.to, reference))
        }
        for resource in tables.resources.references where !targets[Int(resource.position)].contains(where: { $0.resource == resource }) {
            targets[Int(resource.position)].append((resource, nil))
        }
        self.targets = targets.map { list in
            list.sorted { network.rankOfResource[Int($0.resource.position)] < network.rankOfResource[Int($1.resource.position)] }
        }
        var members = [[Int]](repeating: [], count: tables.resources.count)
        for (index, demand) in network.demands.enumerated() { members[Int(demand.resource.position)].append(index) }
        let measure = distances
        groups = members.map { DemandGroup($0, network, measure) }
        isLimited = network.demands.map { !$0.limits.isEmpty }
        withinFirm = tables.settings.withinFirm
        modeLimits = tables.modes.map { ($0.maximumKilometres ?? .infinity, $0.lossPerKilometre) }
        resourceReach = tables.resources.map { $0.maximumKilometres ?? .infinity }
        let held = tables.firms.map { Set($0.licences) } + tables.processes.map { Set($0.licences) }
        licensed = tables.resources.map { resource in
            guard resource.hazardous else { return nil }
            return held.map { $0.contains(resource.id) || resource.wasteCode.map($0.contains) ?? false }
        }
        for contract in tables.contracts where contract.maximum == 0 {
            closedPairs.insert(ContractKey(from: contract.from, to: contract.to, resource: contract.resource))
        }
        let givers = Set(closedPairs.map(\.from))
        isClosedGiver = network.supplies.map { givers.contains($0.party) }
    }

    private static func carries(_ mode: Mode, _ reference: Reference<Resource>, _ resource: Resource) -> Bool {
        guard mode.unit.dimension == resource.unit.dimension else { return false }
        return mode.resources.isEmpty && mode.kinds.isEmpty || mode.resources.contains(reference) || mode.kinds.contains(resource.kind)
    }

    /// All candidates, by supply, demand and mode, and the faults of pairs whose distance nothing tells.
    func find() -> (candidates: [Candidate], faults: [Fault]) {
        var candidates: [Candidate] = [], nearby: [Int] = []
        var unknown: Set<Int> = [], faults: [Fault] = []
        for index in network.supplies.indices {
            let place = network.supplies[index].place, resource = Int(network.supplies[index].resource.position)
            let reach = reach(of: Reference(resource))
            for target in targets[resource] {
                nearby.removeAll(keepingCapacity: true)
                groups[Int(target.resource.position)].collect(near: place, reach: reach, network, distances, into: &nearby)
                for demand in nearby where pairExclusion(index, demand) == nil {
                    for mode in modes[resource] {
                        switch judge(index, demand, mode) {
                        case .candidate(let isOnSite, let km, let route):
                            candidates.append(
                                Candidate(
                                    supply: index, demand: demand, mode: isOnSite ? nil : mode, substitution: target.substitution, route: route,
                                    kilometres: km))
                        case .unknown(let lost) where unknown.insert(lost).inserted:
                            faults.append(fault(place: lost, partner: lost == place ? network.demands[demand].place : place))
                        case .excluded, .unknown: break
                        }
                        // On site there is one way only, whatever modes there are.
                        if isOnSite(index, demand) { break }
                    }
                    if modes[resource].isEmpty, isOnSite(index, demand) {
                        candidates.append(
                            Candidate(supply: index, demand: demand, mode: nil, substitution: target.substitution, route: nil, kilometres: 0))
                    }
                }
            }
        }
        return (candidates, faults)
    }

    private func isOnSite(_ supply: Int, _ demand: Int) -> Bool {
        guard let firm = network.places[network.supplies[supply].place].firm else { return false }
        return firm == network.places[network.demands[demand].place].firm
    }

    /// The farthest road that any mode and the resource itself allow, km.
    private func reach(of resource: Reference<Resource>) -> Double {
        let byMode = modes[Int(resource.position)].map { tables.modes[$0].maximumKilometres ?? .infinity }.max() ?? 0
        return min(byMode, tables.resources[resource].maximumKilometres ?? .infinity)
    }

    private enum Judgement {
        case candidate(isOnSite: Bool, kilometres: Double, route: Reference<Route>?)
        case excluded(Exclusion)
        case unknown(place: Int)
    }

    /// The rules that do not ask for the way: why the pair is no candidate, or nil.
    ///
    /// It reads single fields by position: copying whole records took most of the time of a million pairs.
    private func pairExclusion(_ supply: Int, _ demand: Int) -> Exclusion? {
        let from = network.supplies[supply].party, to = network.demands[demand].party, resource = network.supplies[supply].resource
        if from == to {
            if case .process = from { return .samePlace }
            if !withinFirm { return .samePlace }
        }
        if isClosedGiver[supply], closedPairs.contains(ContractKey(from: from, to: to, resource: resource)) { return .contract }
        if let places = licensed[Int(resource.position)], !places[network.demands[demand].place] { return .licence }
        if isLimited[demand] {
            for limit in network.demands[demand].limits where network.supplies[supply].qualities[tables.qualities[limit].property] == nil {
                return .quality
            }
        }
        return nil
    }

    private func judge(_ supply: Int, _ demand: Int, _ mode: Reference<Mode>) -> Judgement {
        switch distances.way(from: network.supplies[supply].place, to: network.demands[demand].place, mode: mode) {
        case .onSite: return .candidate(isOnSite: true, kilometres: 0, route: nil)
        case .closed: return .excluded(.closedRoute)
        case .unknown(let place): return .unknown(place: place)
        case .open(let km, let route):
            let limit = modeLimits[Int(mode.position)]
            if km > limit.kilometres || km > resourceReach[Int(network.supplies[supply].resource.position)] { return .excluded(.distance) }
            guard limit.loss * km < 1 else { return .excluded(.loss) }
            return .candidate(isOnSite: false, kilometres: km, route: route)
        }
    }

    private func fault(place: Int, partner: Int) -> Fault {
        let isFirm = place < tables.firms.count
        let provenance = isFirm ? tables.firms[place].provenance : tables.processes[place - tables.firms.count].provenance
        let spot = Spot(isFirm ? .firms : .processes, row: Int(provenance.row), column: "latitude")
        return Fault(.place(.noCoordinates(place: network.places[place].name, partner: network.places[partner].name)), at: spot)
    }

    /// Why a supply has no candidate to any taker: how many pairs each rule excludes, by each pair's furthest rule; empty where nobody needs it.
    func exclusions(ofSupply supply: Int) -> [Exclusion: Int] {
        var counts: [Exclusion: Int] = [:]
        for target in targets[Int(network.supplies[supply].resource.position)] {
            for demand in groups[Int(target.resource.position)].members {
                if let why = exclusion(supply, demand) { counts[why, default: 0] += 1 }
            }
        }
        return counts
    }

    /// Why a demand has no candidate from any giver, likewise.
    func exclusions(ofDemand demand: Int, givers: [[Int]]) -> [Exclusion: Int] {
        var counts: [Exclusion: Int] = [:]
        for supply in givers[Int(network.demands[demand].resource.position)] {
            if let why = exclusion(supply, demand) { counts[why, default: 0] += 1 }
        }
        return counts
    }

    /// Per resource: the supplies that it or a substitution for it could come from.
    var givers: [[Int]] {
        var givers = [[Int]](repeating: [], count: tables.resources.count)
        for (index, supply) in network.supplies.enumerated() {
            for target in targets[Int(supply.resource.position)] { givers[Int(target.resource.position)].append(index) }
        }
        return givers
    }

    /// Why a pair is no candidate: of its modes, the one that came furthest through the rules; nil where it is one.
    func exclusion(_ supply: Int, _ demand: Int) -> Exclusion? {
        if let why = pairExclusion(supply, demand) { return why }
        if isOnSite(supply, demand) { return nil }
        var worst = Exclusion.mode
        for mode in modes[Int(network.supplies[supply].resource.position)] {
            switch judge(supply, demand, mode) {
            case .candidate: return nil
            case .excluded(let why): worst = why
            case .unknown: worst = .distance
            }
        }
        return worst
    }
}
