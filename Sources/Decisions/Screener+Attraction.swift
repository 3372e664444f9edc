// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram
public import Scenario

/// Whom to attract.
extension Screener {
    /// The types of `library` that would earn the parks most: priced by the duals of the present plan in every park, then the most promising
    /// ones really added and solved again.
    public func attraction(
        _ library: FirmTypeLibrary, options wanted: AttractionOptions = AttractionOptions()
    ) throws(ScreeningFailure) -> Attraction {
        var screener = self
        return try screener.attract(library, wanted)
    }

    private mutating func attract(_ library: FirmTypeLibrary, _ wanted: AttractionOptions) throws(ScreeningFailure) -> Attraction {
        let ground = NewcomerGround(library, scenario.tables), plain = NewcomerGround(library, scenario.tables, usesExchanges: false)
        let tables = ground.tables
        let asked = (wanted.parks ?? Array(tables.parks.references)).sorted { tables.parks[$0].id < tables.parks[$1].id }
        // A park that declares no free land has no place for anybody.
        let full = asked.filter { freeLand($0).map { $0 <= 0 } ?? false }, parks = asked.filter { !full.contains($0) }
        let taken = Set(tables.firms.map(\.id) + tables.processes.map(\.id) + tables.parks.map(\.id) + tables.projects.map(\.id))
        let tooLarge = Set(library.types.filter { $0.moved(library, at: $0.leastCapacity) > wanted.largest }.map(\.id))
        let able = library.types.filter { type in
            !tooLarge.contains(type.id)
                && (type.gives.contains { ground.resource($0.resource, isOutput: true, isProduct: $0.isProduct) != nil }
                    || type.takes.contains { ground.resource($0.resource, isOutput: false) != nil })
                && !taken.contains("new." + type.id)
        }
        var attraction = Attraction(
            types: [], librarySize: library.types.count, known: able.count, priced: 0, parks: parks, library: library)
        (attraction.tooLarge, attraction.full) = (tooLarge.sorted(), full)
        attraction.codeMatches = codeMatches(library)
        guard let prices = base.prices(at: baseValue) else { return attraction }
        var best: [String: (newcomer: Newcomer, gain: Double)] = [:]
        for park in parks {
            let newcomers = able.map { Newcomer($0, in: park, ground) }
            var joined = tables
            for newcomer in newcomers { newcomer.join(&joined, capacity: newcomer.middle) }
            // A park whose place nobody knows, or that cannot be reached, has nothing to offer.
            guard case .success(let planner) = planner(joined, with: []) else { continue }
            let parties = Set(newcomers.indices.map { Party.firm(Reference(tables.firms.count + $0)) })
            let gains = planner.pricedGain(of: parties, at: prices)
            for (index, newcomer) in newcomers.enumerated() {
                let gain = gains[.firm(Reference(tables.firms.count + index))] ?? 0
                if gain > gainTolerance, gain > (best[newcomer.type.id]?.gain ?? 0) * (1 + 1e-9) {
                    best[newcomer.type.id] = (newcomer, gain)
                }
            }
        }
        attraction.priced = best.count
        let chosen = best.values.sorted { ($1.gain, $0.newcomer.type.id) < ($0.gain, $1.newcomer.type.id) }.prefix(wanted.count)
        for (newcomer, gain) in chosen {
            if let type = try solved(newcomer, on: ground, plain, pricedGain: gain) { attraction.types.append(type) }
        }
        let middle = { (type: AttractiveType) in type.points.count > 1 ? type.points[1].gain : 0 }
        attraction.types.sort { (middle($1), $0.type.id) < (middle($0), $1.type.id) }
        return attraction
    }

    /// The newcomer really added, at several sizes; nil where the parks' rules cannot be kept with it.
    private mutating func solved(
        _ newcomer: Newcomer, on ground: NewcomerGround, _ plain: NewcomerGround, pricedGain: Double
    ) throws(ScreeningFailure) -> AttractiveType? {
        let parties: Set<Party> = [.firm(Reference(scenario.tables.firms.count))]
        let joined = { (capacity: Double, recipe: Newcomer.Recipe) -> Tables in
            var changed = ground.tables(recipe)
            newcomer.join(&changed, capacity: capacity, recipe: recipe)
            return changed
        }
        let middle = newcomer.middle
        guard case .success(let planner) = planner(joined(middle, .usual), with: []), let value = try value(planner, from: baseValue.start)
        else { return nil }
        var points: [CapacityPoint] = []
        for capacity in [newcomer.type.leastCapacity, middle, newcomer.type.mostCapacity] {
            let point = try added(joined(capacity, .usual), from: value.start) ?? 0
            points.append(CapacityPoint(capacity: capacity, gain: point))
        }
        let outcome: Outcome
        do throws(SolverFailure) {
            outcome = try planner.plan(from: value.start, options: SolveOptions(isCancelled: options.isCancelled))
        } catch { throw .solver(error) }
        let end = try saturation(parties, from: value.start) { joined($0 * middle, .usual) }
        let links = partners(outcome, parties).map { NewcomerLink($0, ground) }
        var gainByScenario = points[1].gain
        if links.contains(where: { $0.exchange != nil }) {
            var alone = plain.tables
            Newcomer(newcomer.type, in: newcomer.park, plain).join(&alone, capacity: middle)
            gainByScenario = try added(alone, from: value.start) ?? 0
        }
        return AttractiveType(
            type: newcomer.type, park: newcomer.park, pricedGain: pricedGain, points: points,
            gainAtLow: try added(joined(middle, .low), from: value.start), gainAtHigh: try added(joined(middle, .high), from: value.start),
            saturation: end.map { CapacityPoint(capacity: $0.factor * middle, gain: $0.gain) }, gainByScenario: gainByScenario,
            partners: links,
            counted: newcomer.counted, unmatched: newcomer.unmatched, unpriced: newcomer.unpriced)
    }

    /// What types give and take that is a resource of the scenario by its waste code alone, by id.
    private func codeMatches(_ library: FirmTypeLibrary) -> [CodeMatch] {
        let matching = ResourceMatching(library, scenario.tables)
        let streams = Set(library.types.flatMap { ($0.gives + $0.takes).map(\.resource) })
        return library.resources.filter { streams.contains($0.id) }.sorted { $0.id < $1.id }.compactMap { own in
            matching.matchByCodeAlone(own.id).map { CodeMatch(own: own, resource: $0) }
        }
    }

    private mutating func added(_ tables: Tables, from start: StartingPoint?) throws(ScreeningFailure) -> Double? {
        guard case .success(let planner) = planner(tables, with: []), let value = try value(planner, from: start) else { return nil }
        return added(value)
    }
}

extension NewcomerLink {
    /// A link of a plan on `ground`, as a reader of the scenario knows its ends.
    fileprivate init(_ link: PartnerLink, _ ground: NewcomerGround) {
        (partner, partnerGives) = (link.partner, link.partnerGives)
        (resource, asResource) = (ground.meaning(link.resource), ground.meaning(link.asResource))
        (quantity, kilometres, gain) = (link.quantity, link.kilometres, link.gain)
        exchange = ground.exchange(link.resource, link.asResource)
    }
}
