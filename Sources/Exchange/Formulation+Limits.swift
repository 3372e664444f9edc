// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Capacities of routes, and contracts.
extension Formulation {
    /// Capacity of a row of `routes`: Σ x_a in the mode's unit, both directions and all that the row serves, ≤ capacity.
    mutating func addRouteRows() {
        let tables = network.scenario.tables
        routeRows = tables.routes.map { route in
            guard let capacity = route.capacity, route.isOpen else { return -1 }
            return program.addRow(upper: capacity).position
        }
    }

    /// Contract: min ≤ Σ x_a ≤ max over all modes and substitutions of (from, to, resource), as dispatched. A maximum of 0 leaves no candidate.
    mutating func addContractRows() {
        let tables = network.scenario.tables
        contractRows = tables.contracts.map { contract in
            guard network.counts(contract.from), network.counts(contract.to) else { return -1 }
            guard contract.minimum > 0 || contract.maximum != nil else { return -1 }
            if contract.maximum == 0, contract.minimum == 0 { return -1 }
            let lower = contract.minimum > 0 ? contract.minimum : -.infinity
            let position = program.addRow(lower: lower, upper: contract.maximum ?? .infinity).position
            contractRow[CandidateFinder.ContractKey(from: contract.from, to: contract.to, resource: contract.resource)] = position
            return position
        }
    }

    /// The part of x_a in its contract's row.
    mutating func addContract(_ candidate: Candidate) {
        let supply = network.supplies[Int(candidate.supply)]
        let key = CandidateFinder.ContractKey(from: supply.party, to: network.demands[Int(candidate.demand)].party, resource: supply.resource)
        if let position = contractRow[key] { program.addEntry(row(position), 1) }
    }
}

extension Network {
    /// Whether a party counts: it exists or its project does.
    func counts(_ party: Party) -> Bool {
        switch party {
        case .firm(let firm): activeFirms[Int(firm.position)]
        case .process(let process): activeProcesses[Int(process.position)]
        }
    }
}
