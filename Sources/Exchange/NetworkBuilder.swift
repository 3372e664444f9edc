// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Turns rows of outputs, needs and process flows into supplies and demands.
struct NetworkBuilder {
    let tables: Tables
    let firms: [Bool], processes: [Bool]
    let rankOfResource: [Int]

    private struct QualityKey: Hashable {
        var scope: QualityScope
        var party: Party?
        var resource: Reference<Resource>
    }

    func build() -> ([Supply], [Demand]) {
        let qualities = Dictionary(grouping: tables.qualities.references) { reference in
            let row = tables.qualities[reference]
            return QualityKey(scope: row.scope, party: row.party, resource: row.resource)
        }
        func known(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> [Reference<Property>: Double] {
            guard let rows = qualities[QualityKey(scope: scope, party: party, resource: resource)] else { return [:] }
            var values: [Reference<Property>: Double] = [:]
            for row in rows { if let value = tables.qualities[row].value { values[tables.qualities[row].property] = value } }
            return values
        }
        func limits(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> [Reference<Quality>] {
            guard let rows = qualities[QualityKey(scope: scope, party: party, resource: resource)] else { return [] }
            return rows.filter { tables.qualities[$0].minimum != nil || tables.qualities[$0].maximum != nil }
                .sorted { tables.properties[tables.qualities[$0].property].id < tables.properties[tables.qualities[$1].property].id }
        }
        var supplies: [Supply] = [], demands: [Demand] = []
        supplies.reserveCapacity(tables.outputs.count)
        demands.reserveCapacity(tables.needs.count)
        for reference in tables.outputs.references where firms[Int(tables.outputs[reference].firm.position)] {
            let row = tables.outputs[reference], resource = tables.resources[row.resource], party = Party.firm(row.firm)
            supplies.append(
                Supply(
                    origin: .output(reference), party: party, place: Int(row.firm.position), resource: row.resource, quantity: row.quantity,
                    disposalCost: row.disposalCost ?? resource.disposalCost, disposalGHG: row.disposalGHG ?? resource.disposalGHG,
                    supplyCost: row.supplyCost, qualities: known(.output, party, row.resource)))
        }
        for reference in tables.needs.references where firms[Int(tables.needs[reference].firm.position)] {
            let row = tables.needs[reference], resource = tables.resources[row.resource], party = Party.firm(row.firm)
            demands.append(
                Demand(
                    origin: .need(reference), party: party, place: Int(row.firm.position), resource: row.resource, quantity: row.quantity,
                    virginPrice: row.virginPrice ?? resource.virginPrice, virginGHG: row.virginGHG ?? resource.virginGHG,
                    maximumShare: row.maximumSecondaryShare, handlingCost: row.handlingCost, limits: limits(.need, party, row.resource)))
        }
        for reference in tables.processFlows.references where processes[Int(tables.processFlows[reference].process.position)] {
            let row = tables.processFlows[reference], resource = tables.resources[row.resource], party = Party.process(row.process)
            let place = tables.firms.count + Int(row.process.position)
            switch row.role {
            case .output:
                supplies.append(
                    Supply(
                        origin: .flow(reference), party: party, place: place, resource: row.resource, quantity: row.perActivity,
                        disposalCost: row.disposalCost ?? resource.disposalCost, disposalGHG: resource.disposalGHG, supplyCost: 0,
                        qualities: known(.process, party, row.resource)))
            case .input:
                demands.append(
                    Demand(
                        origin: .flow(reference), party: party, place: place, resource: row.resource, quantity: row.perActivity,
                        virginPrice: row.virginPrice, virginGHG: resource.virginGHG, maximumShare: 1, handlingCost: 0,
                        limits: limits(.process, party, row.resource)))
            }
        }
        let ranks = Network.ranks(tables.firms.map(\.id) + tables.processes.map(\.id))
        supplies.sort {
            (ranks[$0.place], rankOfResource[Int($0.resource.position)]) < (ranks[$1.place], rankOfResource[Int($1.resource.position)])
        }
        demands.sort {
            (ranks[$0.place], rankOfResource[Int($0.resource.position)]) < (ranks[$1.place], rankOfResource[Int($1.resource.position)])
        }
        return (supplies, demands)
    }
}
