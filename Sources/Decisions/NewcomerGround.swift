// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The tables that newcomers stand on: the scenario's, with what exchanges that are known from practice join to it.
///
/// A known exchange is a newcomer's own affair: were it a row between two resources of the scenario, firms that are there already would use it
/// too, and the newcomer would be credited with that. So a stream of the library that has known exchanges with the scenario becomes a
/// resource of its own, which only newcomers give or take. It has the figures of the scenario's resource that it is, where it is one, and every
/// substitution of it; a pair for which the scenario has a row of its own keeps that.
struct NewcomerGround {
    /// A stream of the library: what is given, or what is taken.
    private struct Stream: Hashable { var resource: String, isOutput: Bool }

    private struct Pair: Hashable { var from: Reference<Resource>, to: Reference<Resource> }

    /// A resource that only newcomers give or take, and units of it in one of the library's.
    private struct Own { var reference: Reference<Resource>, factor: Double }

    let library: FirmTypeLibrary
    private(set) var tables: Tables
    private let matching: ResourceMatching
    private var own: [Stream: Own] = [:], meanings: [Reference<Resource>: NewcomerResource] = [:]
    private var known: [Pair: KnownExchange] = [:], rows: [Int: KnownExchange] = [:]

    /// Lays the ground for the types of `library` in `tables`, without the known exchanges where `usesExchanges` is false.
    init(_ library: FirmTypeLibrary, _ tables: Tables, usesExchanges: Bool = true) {
        (self.library, self.tables, matching) = (library, tables, ResourceMatching(library, tables))
        guard usesExchanges else { return }
        let streams = Set(library.types.flatMap { $0.takes.map(\.resource) })
        let given = Set(library.types.flatMap { $0.gives.filter { !$0.isProduct }.map(\.resource) })
        let resources = Dictionary(library.resources.map { ($0.id, $0) }) { first, _ in first }
        let own = Dictionary(grouping: tables.substitutions.references) { tables.substitutions[$0].to }
        let owned = Dictionary(grouping: tables.substitutions.references) { tables.substitutions[$0].from }
        for exchange in library.exchanges {
            if streams.contains(exchange.to), let resource = resources[exchange.to] {
                add(exchange, resource, isOutput: false, rows: { own[$0] ?? [] })
            }
            if given.contains(exchange.from), let resource = resources[exchange.from] {
                add(exchange, resource, isOutput: true, rows: { owned[$0] ?? [] })
            }
        }
    }

    /// The scenario's resource that a stream is or stands beside; nil where it is none that counts.
    ///
    /// What a type makes to sell is no by-product: known exchanges say nothing of it.
    func resource(_ id: String, isOutput: Bool, isProduct: Bool = false) -> (reference: Reference<Resource>, factor: Double)? {
        if !isProduct, let own = own[Stream(resource: id, isOutput: isOutput)] { return (own.reference, own.factor) }
        guard case .resource(let reference, let factor) = matching.match(id) else { return nil }
        return (reference, factor)
    }

    /// What a resource of these tables is to a reader.
    func meaning(_ reference: Reference<Resource>) -> NewcomerResource { meanings[reference] ?? .known(reference) }

    /// The known exchange by which something stands in for something else; nil where the scenario itself says so.
    func exchange(_ from: Reference<Resource>, _ to: Reference<Resource>) -> KnownExchange? { known[Pair(from: from, to: to)] }

    /// What known exchanges could bring a newcomer in place of `resource`, by the scenario's resources.
    func standIns(_ resource: Reference<Resource>) -> [Reference<Resource>] {
        tables.substitutions.filter { $0.to == resource && known[Pair(from: $0.from, to: $0.to)] != nil }.map(\.from)
    }

    /// The tables with every known exchange at the low or the high end of its ratio, or at the usual one.
    func tables(_ recipe: Newcomer.Recipe) -> Tables {
        guard recipe != .usual else { return tables }
        var changed = tables
        for (row, exchange) in rows {
            changed.substitutions[row].ratio *= (recipe == .low ? exchange.low : exchange.high) / exchange.ratio
        }
        return changed
    }

    private mutating func add(
        _ exchange: KnownExchange, _ resource: LibraryResource, isOutput: Bool, rows: (Reference<Resource>) -> [Reference<Substitution>]
    ) {
        let other = isOutput ? exchange.to : exchange.from
        guard case .resource(let partner, let partnerFactor) = matching.match(other) else { return }
        let stream = Stream(resource: resource.id, isOutput: isOutput)
        var counterpart: Reference<Resource>?
        if case .resource(let match, _) = matching.match(resource.id) { counterpart = match }
        if let counterpart {
            // The same thing needs no exchange, and what the scenario says of a pair stands.
            let isSaid = rows(counterpart).contains {
                (isOutput ? tables.substitutions[$0].to : tables.substitutions[$0].from) == partner
            }
            guard counterpart != partner, !isSaid else { return }
        }
        let own = self.own[stream] ?? made(stream, resource, counterpart, rows)
        carry(own.reference, resource, like: counterpart ?? partner)
        // Units of the one per unit of the other, from the library's units to those of the scenario.
        let ratio = isOutput ? exchange.ratio * partnerFactor / own.factor : exchange.ratio * own.factor / partnerFactor
        let pair = isOutput ? Pair(from: own.reference, to: partner) : Pair(from: partner, to: own.reference)
        guard known[pair] == nil else { return }
        known[pair] = exchange
        self.rows[tables.substitutions.count] = exchange
        tables.substitutions.append(
            Substitution(
                from: pair.from, to: pair.to, ratio: ratio, maximumShare: exchange.maximumShare,
                provenance: Provenance(row: -1, basis: .estimated)))
    }

    /// A resource that only newcomers give or take, with the substitutions of the scenario's resource that it is.
    private mutating func made(
        _ stream: Stream, _ resource: LibraryResource, _ counterpart: Reference<Resource>?,
        _ rows: (Reference<Resource>) -> [Reference<Substitution>]
    ) -> Own {
        let provenance = Provenance(row: -1, basis: .estimated), reference = Reference<Resource>(tables.resources.count)
        let id = (stream.isOutput ? "new.gives." : "new.takes.") + stream.resource
        guard let counterpart else {
            var row = Resource(id: id, name: resource.name, kind: resource.kind, unit: resource.unit, provenance: provenance)
            (row.wasteCode, row.hazardous) = (resource.wasteCode, resource.hazardous)
            return keep(row, stream, .library(resource), factor: 1)
        }
        var row = tables.resources[counterpart]
        (row.id, row.provenance) = (id, provenance)
        let factor = resource.unit.convert(1, to: row.unit) ?? 1
        let own = keep(row, stream, .known(counterpart), factor: factor)
        var isSameSaid = false
        for said in rows(counterpart).map({ tables.substitutions[$0] }) {
            let other = stream.isOutput ? said.to : said.from
            isSameSaid = isSameSaid || other == counterpart
            var copy = said
            (copy.from, copy.to) = stream.isOutput ? (reference, other) : (other, reference)
            tables.substitutions.append(copy)
        }
        if !isSameSaid {
            tables.substitutions.append(
                stream.isOutput
                    ? Substitution(from: reference, to: counterpart, provenance: provenance)
                    : Substitution(from: counterpart, to: reference, provenance: provenance))
        }
        return own
    }

    private mutating func keep(_ row: Resource, _ stream: Stream, _ meaning: NewcomerResource, factor: Double) -> Own {
        let own = Own(reference: Reference(tables.resources.count), factor: factor)
        tables.resources.append(row)
        (self.own[stream], meanings[own.reference]) = (own, meaning)
        return own
    }

    /// Lets a new resource go by the modes that name the resources which they carry: those that carry `model`, or, of what is hazardous and
    /// the scenario has not, those that carry something hazardous.
    private mutating func carry(_ new: Reference<Resource>, _ resource: LibraryResource, like model: Reference<Resource>) {
        let needsLicence = tables.resources[new].hazardous && !tables.resources[model].hazardous
        for mode in tables.modes.indices where !tables.modes[mode].resources.isEmpty && !tables.modes[mode].resources.contains(new) {
            let carried = tables.modes[mode].resources
            guard tables.modes[mode].unit.dimension == tables.resources[new].unit.dimension else { continue }
            let carries = needsLicence ? carried.contains { tables.resources[$0].hazardous } : carried.contains(model)
            if carries { tables.modes[mode].resources.append(new) }
        }
    }
}
