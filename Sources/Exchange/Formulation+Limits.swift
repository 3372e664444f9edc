// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
public import Scenario

/// Capacities of routes, and contracts.
extension Formulation {
    /// Capacity of a row of `routes`: Σ x_a in the mode's unit, both directions and all that the row serves, ≤ capacity · share of the period.
    mutating func addRouteRows() {
        let tables = network.scenario.tables
        routeRows = [Int](repeating: -1, count: network.periods.count * tables.routes.count)
        let ordered = inOrder(tables.routes.references) { tables.ids(of: tables.routes[$0]) }
        for (period, share) in network.shares.enumerated() {
            for reference in ordered {
                guard let capacity = tables.routes[reference].capacity, tables.routes[reference].isOpen else { continue }
                routeRows[period * tables.routes.count + Int(reference.position)] = program.addRow(upper: capacity * share).position
            }
        }
    }

    /// Contract: min ≤ Σ x_a ≤ max over all modes and substitutions of (from, to, resource), as dispatched. A maximum of 0 leaves no candidate.
    mutating func addContractRows() {
        let tables = network.scenario.tables
        contractRows = [Int](repeating: -1, count: tables.contracts.count)
        for reference in inOrder(tables.contracts.references, by: { tables.ids(of: tables.contracts[$0]) }) {
            let contract = tables.contracts[reference]
            guard network.counts(contract.from), network.counts(contract.to) else { continue }
            guard contract.minimum > 0 || contract.maximum != nil else { continue }
            if contract.maximum == 0, contract.minimum == 0 { continue }
            let lower = contract.minimum > 0 ? contract.minimum : -.infinity
            let position = program.addRow(lower: lower, upper: contract.maximum ?? .infinity).position
            contractRow[ContractKey(from: contract.from, to: contract.to, resource: contract.resource)] = position
            contractRows[Int(reference.position)] = position
        }
    }

    /// References in the order of ids: the order of a table's rows must not show in the plan.
    private func inOrder<Element>(_ references: some Sequence<Reference<Element>>, by ids: (Reference<Element>) -> [String]) -> [Reference<
        Element
    >] {
        references.map { (reference: $0, ids: ids($0)) }.sorted { $0.ids.lexicographicallyPrecedes($1.ids) }.map(\.reference)
    }

    /// The part of x_a in its contract's row.
    mutating func addContract(_ candidate: Candidate) {
        let supply = network.supplies[Int(candidate.supply)]
        let key = ContractKey(from: supply.party, to: network.demands[Int(candidate.demand)].party, resource: supply.resource)
        if let position = contractRow[key] { program.addEntry(row(position), 1) }
    }
}

extension Network {
    /// Per supply: whether its giver has a contract, as few have.
    var areContracted: [Bool] {
        let tables = scenario.tables
        var firms = [Bool](repeating: false, count: tables.firms.count)
        var processes = [Bool](repeating: false, count: tables.processes.count)
        for contract in tables.contracts {
            switch contract.from {
            case .firm(let firm): firms[Int(firm.position)] = true
            case .process(let process): processes[Int(process.position)] = true
            }
        }
        return supplies.indices.map { index in
            switch supplies[index].party {
            case .firm(let firm): firms[Int(firm.position)]
            case .process(let process): processes[Int(process.position)]
            }
        }
    }

    /// Whether a party counts: it exists or its project does.
    public func counts(_ party: Party) -> Bool {
        switch party {
        case .firm(let firm): activeFirms[Int(firm.position)]
        case .process(let process): activeProcesses[Int(process.position)]
        }
    }
}
