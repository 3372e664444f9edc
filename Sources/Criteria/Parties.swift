// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// Firms and plants by number: firms at their positions, then plants at theirs.
struct Parties {
    let tables: Tables
    let firmCount: Int
    /// Of each, the party that it counts as: a plant at a firm counts as its host.
    let owners: [Int]
    /// Of each, its park and whether it counts in the scenario.
    let parks: [Reference<Park>?], isActive: [Bool]

    init(_ network: Network) {
        tables = network.scenario.tables
        firmCount = tables.firms.count
        var owners = Array(tables.firms.indices), parks = tables.firms.map(\.park)
        for (position, process) in tables.processes.enumerated() {
            switch process.site {
            case .firm(let host):
                owners.append(Int(host.position))
                parks.append(tables.firms[host].park)
            case .park(let park):
                owners.append(tables.firms.count + position)
                parks.append(park)
            case .coordinates:
                owners.append(tables.firms.count + position)
                parks.append(nil)
            }
        }
        (self.owners, self.parks) = (owners, parks)
        isActive =
            tables.firms.references.map { network.counts(.firm($0)) } + tables.processes.references.map { network.counts(.process($0)) }
    }

    var count: Int { owners.count }

    func index(_ party: Party) -> Int {
        switch party {
        case .firm(let firm): Int(firm.position)
        case .process(let process): firmCount + Int(process.position)
        }
    }

    func party(_ index: Int) -> Party {
        index < firmCount ? .firm(Reference(index)) : .process(Reference(index - firmCount))
    }

    /// The project that a party belongs to, its host's where it has none itself.
    func project(_ index: Int) -> Reference<Project>? {
        if index < firmCount { return tables.firms[index].project }
        if let own = tables.processes[index - firmCount].project { return own }
        return owners[index] < firmCount ? tables.firms[owners[index]].project : nil
    }

    /// Whether an exchange stays within a firm, between it and its own plants.
    func isInside(_ exchange: PlannedExchange) -> Bool { owners[index(exchange.from)] == owners[index(exchange.to)] }

    /// The park in which two parties stand that are different firms or plants; nil where they do not.
    func commonPark(_ first: Int, _ second: Int) -> Reference<Park>? {
        guard owners[first] != owners[second], let park = parks[first], park == parks[second] else { return nil }
        return park
    }

    /// Tonnes in a unit of a resource; nil where its unit is no mass and nothing says what one weighs.
    func tonnes(_ resource: Reference<Resource>) -> Double? {
        let resource = tables.resources[resource]
        return resource.unit.convert(1, to: .tonne) ?? resource.tonnesPerUnit
    }
}
