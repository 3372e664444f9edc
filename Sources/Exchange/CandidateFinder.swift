// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Finds the candidate exchanges of a network by the rules of the model, section "Candidate exchanges".
///
/// A supply meets only the takers that ``TakerIndex/collect(_:near:_:_:into:)`` finds; each pair is then judged rule by rule.
struct CandidateFinder {
    private let network: Network
    private let rules: PairRules
    private let distances: Distances
    /// The takers of each period.
    private let takers: [TakerIndex]
    /// Per resource: what carries it, by the ids of modes; what it can stand in for; how far it may travel.
    private let carriers: [[Carrier]]
    private let targets: [[Target]]
    private let reaches: [Reach]

    /// A mode as a resource meets it: the farthest way that either allows, and the share lost per km.
    private struct Carrier {
        var mode: Reference<Mode>, kilometres: Double, lossPerKilometre: Double

        /// Whether it goes as far as a road is long, and something arrives.
        @inline(__always) func goes(_ road: Double) -> Bool { road <= kilometres && lossPerKilometre * road < 1 }
    }
    private struct Target { var resource: Reference<Resource>, substitution: Reference<Substitution>? }

    init(_ network: Network) {
        let tables = network.scenario.tables, settings = tables.settings
        self.network = network
        distances = Distances(network)
        rules = PairRules(network)
        let order = tables.modes.references.sorted { network.rankOfMode[Int($0.position)] < network.rankOfMode[Int($1.position)] }
        carriers = tables.resources.references.map { resource in
            let limit = tables.resources[resource].maximumKilometres ?? .infinity
            return order.filter { CandidateFinder.carries(tables.modes[$0], resource, tables.resources[resource]) }.map { mode in
                let farthest = min(tables.modes[mode].maximumKilometres ?? .infinity, limit)
                return Carrier(mode: mode, kilometres: farthest, lossPerKilometre: tables.modes[mode].lossPerKilometre)
            }
        }
        reaches = carriers.map { Reach(kilometres: $0.map(\.kilometres).max() ?? 0, detour: settings.detour) }
        targets = CandidateFinder.targets(network)
        let served = targets.map { $0.map { Int($0.resource.position) } }
        takers = network.periods.indices.map { [distances] in TakerIndex(network, distances, targets: served, period: $0) }
    }

    /// Whether a mode carries a resource: its dimension fits, and it names nothing, or the resource, or its kind.
    static func carries(_ mode: Mode, _ reference: Reference<Resource>, _ resource: Resource) -> Bool {
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
        let ranks = network.rankOfResource
        return targets.map { list in list.sorted { ranks[Int($0.resource.position)] < ranks[Int($1.resource.position)] } }
    }

    /// Hands the candidates of each supply that has some to `body`, by what it stands in for, demand and mode; returns the faults of pairs whose
    /// distance nothing tells.
    ///
    /// - Parameter unqualified: is handed the pairs that would be candidates, were a property known of the supply which the demand limits.
    func forEachSupply(
        _ body: (_ supply: Int, _ candidates: [Candidate]) -> Void, unqualified: (_ supply: Int, _ demand: Int) -> Void = { _, _ in }
    ) -> [Fault] {
        var visit = Visit(), first = 0
        for (period, index) in takers.enumerated() {
            var end = first
            while end < network.supplies.count, network.supplies[end].period == period { end += 1 }
            for supply in first..<end {
                collectCandidates(of: supply, index, &visit, unqualified)
                if !visit.found.isEmpty { body(supply, visit.found) }
            }
            first = end
        }
        return visit.faults
    }

    /// What is used again from supply to supply, and what has been found.
    private struct Visit {
        var search = TakerSearch(), found: [Candidate] = [], ways: [OpenWay] = []
        var unknown: Set<Int> = [], faults: [Fault] = []
    }

    /// Puts the candidates of a supply into `visit`, in place of those of the last one.
    private func collectCandidates(of supply: Int, _ index: TakerIndex, _ visit: inout Visit, _ unqualified: (Int, Int) -> Void) {
        let giver = rules.givers[supply], resource = Int(network.supplies[supply].resource.position)
        let carriers = carriers[resource], targets = targets[resource], from = distances.departure(from: giver.place)
        let takers = index.takers(of: resource)
        index.collect(resource, near: giver.place, reaches[resource], distances, into: &visit.search)
        visit.found.removeAll(keepingCapacity: true)
        while let (number, chord) = visit.search.next() {
            let taker = takers[takers.startIndex + number], demand = Int(taker.demand), to = Int(taker.place)
            let exclusion = rules.exclusion(giver, demand, at: to)
            if let exclusion, exclusion != .quality { continue }
            let substitution = targets[Int(taker.target)].substitution
            // Of most pairs the search has measured all that is asked.
            if let kilometres = distances.plainRoad(from: from, to: taker, chord) {
                guard exclusion == nil else {
                    if carriers.contains(where: { $0.goes(kilometres) }) { unqualified(supply, demand) }
                    continue
                }
                for carrier in carriers where carrier.goes(kilometres) {
                    visit.found.append(
                        Candidate(
                            supply: supply, demand: demand, mode: carrier.mode, substitution: substitution, route: nil,
                            kilometres: kilometres))
                }
                continue
            }
            let isKnown = collectWays(from: from.spot, to: distances.spots[to], carriers, into: &visit.ways)
            guard exclusion == nil else {
                if !visit.ways.isEmpty { unqualified(supply, demand) }
                continue
            }
            for way in visit.ways {
                visit.found.append(
                    Candidate(
                        supply: supply, demand: demand, mode: way.mode, substitution: substitution, route: way.route,
                        kilometres: way.kilometres))
            }
            guard !isKnown else { continue }
            let (lost, partner) = from.spot.isPlaced ? (to, giver.place) : (giver.place, to)
            if visit.unknown.insert(lost).inserted { visit.faults.append(fault(place: lost, partner: partner)) }
        }
    }

    /// A way that is open: by which mode, by which row of `routes`, how far.
    private struct OpenWay { var mode: Reference<Mode>?, route: Reference<Route>?, kilometres: Double }

    /// Replaces `ways` by every open way between two places; false where nothing tells the distance for some mode.
    private func collectWays(
        from: Distances.Spot, to: Distances.Spot, _ carriers: [Carrier], into ways: inout [OpenWay]
    ) -> Bool {
        ways.removeAll(keepingCapacity: true)
        // On site there is one way only, whatever modes there are.
        if distances.isOnSite(from, to) {
            ways.append(OpenWay(mode: nil, route: nil, kilometres: 0))
            return true
        }
        let unruled = distances.unruled(from: from, to: to)
        // Few pairs are ruled by a row of `routes`; all others have one distance, whatever the mode.
        guard distances.isRuled(from: from, to: to) else {
            guard let unruled else { return carriers.isEmpty }
            for carrier in carriers where carrier.goes(unruled) {
                ways.append(OpenWay(mode: carrier.mode, route: nil, kilometres: unruled))
            }
            return true
        }
        var isKnown = true
        for carrier in carriers {
            switch judge(carrier, distances.way(from: from, to: to, mode: carrier.mode, unruled: unruled)) {
            case .open(let kilometres, let route): ways.append(OpenWay(mode: carrier.mode, route: route, kilometres: kilometres))
            case .excluded: break
            case .unknown: isKnown = false
            }
        }
        return isKnown
    }

    private enum Judgement {
        case open(kilometres: Double, route: Reference<Route>?)
        case excluded(Exclusion)
        case unknown
    }

    private func judge(_ carrier: Carrier, _ way: Way) -> Judgement {
        switch way {
        case .closed: return .excluded(.closedRoute)
        case .unknown: return .unknown
        case .open(let kilometres, let route):
            guard kilometres <= carrier.kilometres else { return .excluded(.distance) }
            guard carrier.lossPerKilometre * kilometres < 1 else { return .excluded(.loss) }
            return .open(kilometres: kilometres, route: route)
        }
    }

    private func fault(place: Int, partner: Int) -> Fault {
        let tables = network.scenario.tables, isFirm = place < tables.firms.count
        let provenance = isFirm ? tables.firms[place].provenance : tables.processes[place - tables.firms.count].provenance
        let spot = Spot(isFirm ? .firms : .processes, row: Int(provenance.row), column: "latitude")
        return Fault(.place(.noCoordinates(place: network.places[place].name, partner: network.places[partner].name)), at: spot)
    }
}

// MARK: Why not

extension CandidateFinder {
    /// Why a pair is no candidate: of its modes, the one that came furthest through the rules; nil where it is one.
    func exclusion(_ supply: Int, _ demand: Int) -> Exclusion? { exclusion(rules.givers[supply], demand) }

    private func exclusion(_ giver: PairRules.Giver, _ demand: Int) -> Exclusion? {
        let place = rules.placeOfDemand[demand]
        if let why = rules.exclusion(giver, demand, at: place) { return why }
        let from = distances.spots[giver.place], to = distances.spots[place]
        if distances.isOnSite(from, to) { return nil }
        let resource = Int(network.supplies[giver.supply].resource.position)
        guard !carriers[resource].isEmpty else { return .mode }
        let isRuled = distances.isRuled(from: from, to: to)
        if !isRuled, distances.isFarther(from: from, to: to, than: reaches[resource]) { return .distance }
        let unruled = distances.unruled(from: from, to: to)
        var worst = Exclusion.mode
        for carrier in carriers[resource] {
            switch judge(carrier, distances.way(from: from, to: to, mode: carrier.mode, unruled: unruled)) {
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
        let giver = rules.givers[supply]
        takers[network.supplies[supply].period].forEachDemand(of: Int(network.supplies[supply].resource.position)) {
            counts.add(exclusion(giver, $0))
        }
        return counts
    }

    /// Why a demand has no candidate from any of the ``givers`` of its resource, likewise.
    func exclusions(ofDemand demand: Int, from givers: [[Int]]) -> ExclusionCounts {
        var counts = ExclusionCounts()
        let period = network.demands[demand].period, isOnly = network.periods.count == 1
        for supply in givers[Int(network.demands[demand].resource.position)] where isOnly || network.supplies[supply].period == period {
            counts.add(exclusion(supply, demand))
        }
        return counts
    }

    /// Per resource: the supplies that it or a substitution for it could come from.
    var givers: [[Int]] {
        var givers = [[Int]](repeating: [], count: targets.count)
        for index in network.supplies.indices {
            for target in targets[Int(network.supplies[index].resource.position)] { givers[Int(target.resource.position)].append(index) }
        }
        return givers
    }
}
