// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Turns rows of outputs, needs and process flows into supplies and demands.
struct NetworkBuilder {
    private let tables: Tables
    private let firms: [Bool], processes: [Bool]
    private let qualities: QualityRows
    /// Per place, firms before processes, and per resource: the rank in the order of ids.
    private let rankOfPlace: [Int], rankOfResource: [Int]

    init(tables: Tables, firms: [Bool], processes: [Bool], rankOfResource: [Int]) {
        (self.tables, self.firms, self.processes, self.rankOfResource) = (tables, firms, processes, rankOfResource)
        qualities = QualityRows(tables)
        rankOfPlace = Network.ranks(tables.firms.map(\.id) + tables.processes.map(\.id))
    }

    /// Supplies and demands, each by the ids of party and resource.
    func build() -> ([Supply], [Demand]) { (supplies(), demands()) }

    private func key(_ place: Int, _ resource: Reference<Resource>) -> Int {
        rankOfPlace[place] * rankOfResource.count + rankOfResource[Int(resource.position)]
    }

    private func place(of process: Reference<ConversionProcess>) -> Int { tables.firms.count + Int(process.position) }

    private func flows(_ role: FlowRole) -> [Reference<ProcessFlow>] {
        tables.processFlows.references.filter {
            tables.processFlows[$0].role == role && processes[Int(tables.processFlows[$0].process.position)]
        }
    }

    private func supplies() -> [Supply] {
        // Short keys are put in order, not the records themselves.
        var rows: [(key: Int, origin: Supply.Origin)] = []
        rows.reserveCapacity(tables.outputs.count + tables.processFlows.count)
        for reference in tables.outputs.references where firms[Int(tables.outputs[reference].firm.position)] {
            rows.append((key(Int(tables.outputs[reference].firm.position), tables.outputs[reference].resource), .output(reference)))
        }
        for reference in flows(.output) {
            rows.append((key(place(of: tables.processFlows[reference].process), tables.processFlows[reference].resource), .flow(reference)))
        }
        rows.sort { $0.key < $1.key }
        return rows.map { supply($0.origin) }
    }

    private func supply(_ origin: Supply.Origin) -> Supply {
        switch origin {
        case .output(let reference):
            let row = tables.outputs[reference], resource = tables.resources[row.resource], party = Party.firm(row.firm)
            return Supply(
                origin: origin, party: party, place: Int(row.firm.position), resource: row.resource, quantity: row.quantity,
                disposalCost: row.disposalCost ?? resource.disposalCost, disposalGHG: row.disposalGHG ?? resource.disposalGHG,
                supplyCost: row.supplyCost, qualities: qualities.known(.output, party, row.resource))
        case .flow(let reference):
            let row = tables.processFlows[reference], resource = tables.resources[row.resource], party = Party.process(row.process)
            return Supply(
                origin: origin, party: party, place: place(of: row.process), resource: row.resource, quantity: row.perActivity,
                disposalCost: row.disposalCost ?? resource.disposalCost, disposalGHG: resource.disposalGHG, supplyCost: 0,
                qualities: qualities.known(.process, party, row.resource))
        }
    }

    private func demands() -> [Demand] {
        var rows: [(key: Int, origin: Demand.Origin)] = []
        rows.reserveCapacity(tables.needs.count + tables.processFlows.count)
        for reference in tables.needs.references where firms[Int(tables.needs[reference].firm.position)] {
            rows.append((key(Int(tables.needs[reference].firm.position), tables.needs[reference].resource), .need(reference)))
        }
        for reference in flows(.input) {
            rows.append((key(place(of: tables.processFlows[reference].process), tables.processFlows[reference].resource), .flow(reference)))
        }
        rows.sort { $0.key < $1.key }
        return rows.map { demand($0.origin) }
    }

    private func demand(_ origin: Demand.Origin) -> Demand {
        switch origin {
        case .need(let reference):
            let row = tables.needs[reference], resource = tables.resources[row.resource], party = Party.firm(row.firm)
            return Demand(
                origin: origin, party: party, place: Int(row.firm.position), resource: row.resource, quantity: row.quantity,
                virginPrice: row.virginPrice ?? resource.virginPrice, virginGHG: row.virginGHG ?? resource.virginGHG,
                maximumShare: row.maximumSecondaryShare, handlingCost: row.handlingCost,
                limits: qualities.limits(.need, party, row.resource))
        case .flow(let reference):
            let row = tables.processFlows[reference], resource = tables.resources[row.resource], party = Party.process(row.process)
            return Demand(
                origin: origin, party: party, place: place(of: row.process), resource: row.resource, quantity: row.perActivity,
                virginPrice: row.virginPrice, virginGHG: resource.virginGHG, maximumShare: 1, handlingCost: 0,
                limits: qualities.limits(.process, party, row.resource))
        }
    }
}
