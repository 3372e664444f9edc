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
    private let licences: [Set<String>]
    private var closedPairs: Set<ContractKey> = []

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
        groups = members.map { DemandGroup($0, network) }
        licences = tables.firms.map { Set($0.licences) } + tables.processes.map { Set($0.licences) }
        for contract in tables.contracts where contract.maximum == 0 {
            closedPairs.insert(ContractKey(from: contract.from, to: contract.to, resource: contract.resource))
        }
    }

    private static func carries(_ mode: Mode, _ reference: Reference<Resource>, _ resource: Resource) -> Bool {
        guard mode.unit.dimension == resource.unit.dimension else { return false }
        return mode.resources.isEmpty && mode.kinds.isEmpty || mode.resources.contains(reference) || mode.kinds.contains(resource.kind)
    }

    /// All candidates, by supply, demand and mode, and the faults of pairs whose distance nothing tells.
    func find() -> (candidates: [Candidate], faults: [Fault]) {
        var candidates: [Candidate] = [], nearby: [Int] = []
        var unknown: Set<Int> = [], faults: [Fault] = []
        for (index, supply) in network.supplies.enumerated() {
            let resource = Int(supply.resource.position)
            let reach = reach(of: supply.resource)
            for target in targets[resource] {
                nearby.removeAll(keepingCapacity: true)
                groups[Int(target.resource.position)].collect(near: supply.place, reach: reach, network, distances, into: &nearby)
                for demand in nearby where pairExclusion(supply, network.demands[demand]) == nil {
                    for mode in modes[resource] {
                        switch judge(supply, network.demands[demand], mode, target.substitution) {
                        case .candidate(let isOnSite, let km, let route):
                            candidates.append(
                                Candidate(
                                    supply: index, demand: demand, mode: isOnSite ? nil : mode, substitution: target.substitution, route: route,
                                    kilometres: km))
                        case .unknown(let place) where unknown.insert(place).inserted:
                            let partner = place == supply.place ? network.demands[demand].place : supply.place
                            faults.append(fault(place: place, partner: partner))
                        case .excluded, .unknown: break
                        }
                        // On site there is one way only, whatever modes there are.
                        if isOnSite(supply, network.demands[demand]) { break }
                    }
                    if modes[resource].isEmpty, isOnSite(supply, network.demands[demand]) {
                        candidates.append(
                            Candidate(supply: index, demand: demand, mode: nil, substitution: target.substitution, route: nil, kilometres: 0))
                    }
                }
            }
        }
        return (candidates, faults)
    }

    private func isOnSite(_ supply: Supply, _ demand: Demand) -> Bool {
        network.places[supply.place].firm != nil && network.places[supply.place].firm == network.places[demand.place].firm
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
    private func pairExclusion(_ supply: Supply, _ demand: Demand) -> Exclusion? {
        if supply.party == demand.party {
            if case .process = supply.party { return .samePlace }
            if !tables.settings.withinFirm { return .samePlace }
        }
        if !closedPairs.isEmpty, closedPairs.contains(ContractKey(from: supply.party, to: demand.party, resource: supply.resource)) {
            return .contract
        }
        let resource = tables.resources[supply.resource]
        if resource.hazardous {
            let held = licences[demand.place]
            guard held.contains(resource.id) || resource.wasteCode.map(held.contains) ?? false else { return .licence }
        }
        for limit in demand.limits where supply.qualities[tables.qualities[limit].property] == nil { return .quality }
        return nil
    }

    private func judge(_ supply: Supply, _ demand: Demand, _ mode: Reference<Mode>, _ substitution: Reference<Substitution>?) -> Judgement {
        switch distances.way(from: supply.place, to: demand.place, mode: mode) {
        case .onSite: return .candidate(isOnSite: true, kilometres: 0, route: nil)
        case .closed: return .excluded(.closedRoute)
        case .unknown(let place): return .unknown(place: place)
        case .open(let km, let route):
            if let most = tables.modes[mode].maximumKilometres, km > most { return .excluded(.distance) }
            if let most = tables.resources[supply.resource].maximumKilometres, km > most { return .excluded(.distance) }
            guard tables.modes[mode].lossPerKilometre * km < 1 else { return .excluded(.loss) }
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
    func exclusions(ofSupply index: Int) -> [Exclusion: Int] {
        let supply = network.supplies[index]
        var counts: [Exclusion: Int] = [:]
        for target in targets[Int(supply.resource.position)] {
            for demand in groups[Int(target.resource.position)].members {
                if let why = exclusion(supply, network.demands[demand]) { counts[why, default: 0] += 1 }
            }
        }
        return counts
    }

    /// Why a demand has no candidate from any giver, likewise.
    func exclusions(ofDemand index: Int) -> [Exclusion: Int] {
        let demand = network.demands[index]
        var counts: [Exclusion: Int] = [:]
        for supply in network.supplies where targets[Int(supply.resource.position)].contains(where: { $0.resource == demand.resource }) {
            if let why = exclusion(supply, demand) { counts[why, default: 0] += 1 }
        }
        return counts
    }

    /// Why a pair is no candidate: of its modes, the one that came furthest through the rules; nil where it is one.
    func exclusion(_ supply: Supply, _ demand: Demand) -> Exclusion? {
        if let why = pairExclusion(supply, demand) { return why }
        if isOnSite(supply, demand) { return nil }
        var worst = Exclusion.mode
        for mode in modes[Int(supply.resource.position)] {
            switch judge(supply, demand, mode, nil) {
            case .candidate: return nil
            case .excluded(let why): worst = why
            case .unknown: worst = .distance
            }
        }
        return worst
    }
}
