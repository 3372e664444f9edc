// SPDX-License-Identifier: GPL-3.0-or-later

extension Tables {
    /// Contracts by which a giver hands on more today than it gives off in a year, of a process at full capacity; told at the contract that goes
    /// beyond it.
    func todayFaults() -> [Fault] {
        guard contracts.contains(where: { $0.quantity ?? 0 > 0 }) else { return [] }
        let supplies = yearlySupplies()
        var handedOn: [Supply: Double] = [:], told: Set<Supply> = [], faults: [Fault] = []
        for contract in contracts {
            guard let quantity = contract.quantity, quantity > 0 else { continue }
            let supply = Supply(party: contract.from, resource: contract.resource)
            handedOn[supply, default: 0] += quantity
            // That the giver has nothing of it at all is told as a fault of its own.
            guard let most = supplies[supply], case let sum = handedOn[supply] ?? 0 else { continue }
            guard sum - most > 1e-6 * max(1, sum), told.insert(supply).inserted else { continue }
            let resource = resources[contract.resource]
            faults.append(
                Fault(
                    .combination(
                        .quantityAboveSupply(
                            giver: id(of: contract.from), resource: resource.id, quantity: sum, supply: most, unit: resource.unit)),
                    at: Spot(.contracts, row: Int(contract.provenance.row), column: "quantity")))
        }
        return faults
    }

    private struct Supply: Hashable { let party: Party, resource: Reference<Resource> }

    /// What each giver gives off of each resource in a year, in the resource's unit.
    private func yearlySupplies() -> [Supply: Double] {
        var supplies: [Supply: Double] = [:]
        for output in outputs { supplies[Supply(party: .firm(output.firm), resource: output.resource), default: 0] += output.quantity }
        for flow in processFlows where flow.role == .output {
            let most = processes[flow.process].capacity * flow.perActivity
            supplies[Supply(party: .process(flow.process), resource: flow.resource), default: 0] += most
        }
        return supplies
    }

    private func id(of party: Party) -> String {
        switch party {
        case .firm(let firm): firms[firm].id
        case .process(let process): processes[process].id
        }
    }
}
