// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Turns rows of outputs, needs and process flows into supplies and demands.
struct NetworkBuilder {
    private let tables: Tables
    private let firms: [Bool], processes: [Bool]
    private let qualities: QualityRows
    /// Per place, firms before processes, and per resource: the rank in the order of ids.
    private let rankOfPlace: [Int], rankOfResource: [Int]

    init(tables: Tables, firms: [Bool], processes: [Bool], rankOfPlace: [Int], rankOfResource: [Int]) {
        (self.tables, self.firms, self.processes) = (tables, firms, processes)
        (self.rankOfPlace, self.rankOfResource) = (rankOfPlace, rankOfResource)
        qualities = QualityRows(tables)
    }

    /// Supplies and demands by period, each by the ids of resource and party: what meets stands together, also in the program's rows.
    func build(_ periods: [Reference<Period>?], _ shares: [Double]) -> ([Supply], [Demand]) {
        let spans = zip(periods, shares).enumerated().map { Span(position: $0, period: $1.0, share: $1.1) }
        guard let first = spans.first else { return ([], []) }
        var (supplies, demands) = (supplies(in: first), demands(in: first))
        for span in spans.dropFirst() {
            supplies += self.supplies(in: span)
            demands += self.demands(in: span)
        }
        return (supplies, demands)
    }

    /// A period, its share, and its position among them.
    private struct Span { var position: Int, period: Reference<Period>?, share: Double }

    /// A row with the place and the resource that it is ordered by.
    private struct Row<Origin> {
        var place: Int32, resource: Reference<Resource>, origin: Origin, isStored = false

        init(_ place: Int, _ resource: Reference<Resource>, _ origin: Origin, isStored: Bool = false) {
            (self.place, self.resource, self.origin, self.isStored) = (Int32(truncatingIfNeeded: place), resource, origin, isStored)
        }
    }

    /// Rows by the ids of resource and party, those of both as they came.
    private func ordered<Origin>(_ rows: [Row<Origin>]) -> [Row<Origin>] {
        let byPlace = RankOrder(rows.map { Int32(rankOfPlace[Int($0.place)]) }, below: rankOfPlace.count).apply(to: rows)
        let ranks = byPlace.map { Int32(rankOfResource[Int($0.resource.position)]) }
        return RankOrder(ranks, below: rankOfResource.count).apply(to: byPlace)
    }

    private func key(_ place: Int, _ resource: Reference<Resource>) -> Int {
        rankOfResource[Int(resource.position)] * rankOfPlace.count + rankOfPlace[place]
    }

    private func place(of process: Reference<ConversionProcess>) -> Int { tables.firms.count + Int(process.position) }

    private func flows(_ role: FlowRole) -> [Reference<ProcessFlow>] {
        tables.processFlows.references.filter {
            tables.processFlows[$0].role == role && processes[Int(tables.processFlows[$0].process.position)]
        }
    }

    /// What a row comes to in a period; nil where it says nothing of it. A row of the year is spread by the periods' shares.
    private func quantity(_ quantity: Double, of own: Reference<Period>?, in span: Span) -> Double? {
        guard let own else { return quantity * span.share }
        return own == span.period ? quantity : nil
    }

    private func supplies(in span: Span) -> [Supply] {
        var rows: [Row<Supply.Origin>] = [], declared: Set<Int> = []
        rows.reserveCapacity(tables.outputs.count + tables.processFlows.count)
        let stored = storedOutputs
        for reference in tables.outputs.references where firms[Int(tables.outputs[reference].firm.position)] {
            let period = tables.outputs[reference].period
            guard period == nil || period == span.period else { continue }
            let place = Int(tables.outputs[reference].firm.position), resource = tables.outputs[reference].resource
            if !stored.isEmpty { declared.insert(key(place, resource)) }
            rows.append(Row(place, resource, .output(reference)))
        }
        for (key, reference) in stored where !declared.contains(key) {
            let place = Int(tables.outputs[reference].firm.position)
            rows.append(Row(place, tables.outputs[reference].resource, .output(reference), isStored: true))
        }
        for reference in flows(.output) {
            rows.append(Row(place(of: tables.processFlows[reference].process), tables.processFlows[reference].resource, .flow(reference)))
        }
        return ordered(rows).map { $0.isStored ? empty($0.origin, in: span) : supply($0.origin, in: span) }
    }

    // Fields are read where they stand: a copy of a record holds and lets go of every text in it.
    private func supply(_ origin: Supply.Origin, in span: Span) -> Supply {
        switch origin {
        case .output(let reference):
            let row = Int(reference.position), reference = tables.outputs[row].resource, resource = Int(reference.position)
            let firm = tables.outputs[row].firm
            return Supply(
                origin: origin, party: .firm(firm), place: Int(firm.position), period: span.position, resource: reference,
                quantity: quantity(tables.outputs[row].quantity, of: tables.outputs[row].period, in: span) ?? 0,
                disposalCost: tables.outputs[row].disposalCost ?? tables.resources[resource].disposalCost,
                disposalGHG: tables.outputs[row].disposalGHG ?? tables.resources[resource].disposalGHG,
                supplyCost: tables.outputs[row].supplyCost, qualities: qualities.known(.output, .firm(firm), reference))
        case .flow(let reference):
            let row = tables.processFlows[reference], resource = Int(row.resource.position), party = Party.process(row.process)
            return Supply(
                origin: origin, party: party, place: place(of: row.process), period: span.position, resource: row.resource,
                quantity: row.perActivity, disposalCost: row.disposalCost ?? tables.resources[resource].disposalCost,
                disposalGHG: tables.resources[resource].disposalGHG, supplyCost: 0,
                qualities: qualities.known(.process, party, row.resource))
        }
    }

    /// What a firm can hand out of its storage in a period without a row: it gives off nothing then, and the figures are the resource's.
    private func empty(_ origin: Supply.Origin, in span: Span) -> Supply {
        var supply = supply(origin, in: span)
        let resource = tables.resources[supply.resource]
        (supply.quantity, supply.supplyCost) = (0, 0)
        (supply.disposalCost, supply.disposalGHG) = (resource.disposalCost, resource.disposalGHG)
        return supply
    }

    /// The first row of each output that a firm can store, with its key.
    private var storedOutputs: [(key: Int, output: Reference<Output>)] {
        guard !tables.storages.isEmpty else { return [] }
        var first: [Int: Reference<Output>] = [:]
        for reference in tables.outputs.references where firms[Int(tables.outputs[reference].firm.position)] {
            let key = key(Int(tables.outputs[reference].firm.position), tables.outputs[reference].resource)
            if first[key] == nil { first[key] = reference }
        }
        return tables.storages.compactMap { storage in
            guard case .firm(let firm) = storage.party else { return nil }
            let key = key(Int(firm.position), storage.resource)
            return first[key].map { (key, $0) }
        }
    }

    private func demands(in span: Span) -> [Demand] {
        var rows: [Row<Demand.Origin>] = []
        rows.reserveCapacity(tables.needs.count + tables.processFlows.count)
        for reference in tables.needs.references where firms[Int(tables.needs[reference].firm.position)] {
            let period = tables.needs[reference].period
            guard period == nil || period == span.period else { continue }
            rows.append(Row(Int(tables.needs[reference].firm.position), tables.needs[reference].resource, .need(reference)))
        }
        for reference in flows(.input) {
            rows.append(Row(place(of: tables.processFlows[reference].process), tables.processFlows[reference].resource, .flow(reference)))
        }
        return ordered(rows).map { demand($0.origin, in: span) }
    }

    private func demand(_ origin: Demand.Origin, in span: Span) -> Demand {
        switch origin {
        case .need(let reference):
            let row = Int(reference.position), reference = tables.needs[row].resource, resource = Int(reference.position)
            let firm = tables.needs[row].firm
            return Demand(
                origin: origin, party: .firm(firm), place: Int(firm.position), period: span.position, resource: reference,
                quantity: quantity(tables.needs[row].quantity, of: tables.needs[row].period, in: span) ?? 0,
                virginPrice: tables.needs[row].virginPrice ?? tables.resources[resource].virginPrice,
                virginGHG: tables.needs[row].virginGHG ?? tables.resources[resource].virginGHG,
                maximumShare: tables.needs[row].maximumSecondaryShare, handlingCost: tables.needs[row].handlingCost,
                limits: qualities.limits(.need, .firm(firm), reference))
        case .flow(let reference):
            let row = tables.processFlows[reference], resource = Int(row.resource.position), party = Party.process(row.process)
            return Demand(
                origin: origin, party: party, place: place(of: row.process), period: span.position, resource: row.resource,
                quantity: row.perActivity, virginPrice: row.virginPrice, virginGHG: tables.resources[resource].virginGHG, maximumShare: 1,
                handlingCost: 0,
                limits: qualities.limits(.process, party, row.resource))
        }
    }

    /// The storages with the supplies that they join; one whose party does not count, or never gives the resource off, holds nothing.
    func stores(of supplies: [Supply], periods: Int) -> [Store] {
        guard !tables.storages.isEmpty else { return [] }
        struct Key: Hashable { var party: Party, resource: Reference<Resource> }
        var rows: [Key: Reference<Storage>] = [:]
        for reference in tables.storages.references {
            rows[Key(party: tables.storages[reference].party, resource: tables.storages[reference].resource)] = reference
        }
        var joined: [Reference<Storage>: [Int]] = [:], order: [Reference<Storage>] = []
        for (index, supply) in supplies.enumerated() {
            guard let row = rows[Key(party: supply.party, resource: supply.resource)] else { continue }
            if joined[row] == nil { order.append(row) }
            joined[row, default: []].append(index)
        }
        return order.compactMap { row in joined[row].flatMap { $0.count == periods ? Store(storage: row, supplies: $0) : nil } }
    }
}
