// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario

/// A firm or process with one of its resources: the key by which flows find the rows that declare them.
struct Stream: Hashable {
    var party: Party
    var resource: Reference<Resource>
}

/// A giver, a taker and what is given: the key of a contract.
struct Link: Hashable {
    var from: Party, to: Party
    var resource: Reference<Resource>
}

/// The rows of a scenario and of its plan, found by what they speak of.
struct Ledger {
    let tables: Tables
    let outcome: Outcome
    private(set) var outputs: [Stream: [Provenance]] = [:]
    private(set) var needs: [Stream: [Provenance]] = [:]
    private(set) var contracts: [Link: Contract] = [:]
    /// Values of qualities per giver, and of virgin resources; limits per taker.
    private(set) var values: [Stream: [Reference<Property>: Double]] = [:]
    private(set) var virginValues: [Reference<Resource>: [Reference<Property>: Double]] = [:]
    private(set) var limits: [Stream: [Quality]] = [:]
    /// What a taker has in all, from exchanges and new, in a year.
    private(set) var demanded: [Stream: Double] = [:]
    private(set) var bought: [Stream: Double] = [:]
    /// The exchanges that reach a taker, as positions in the outcome's list.
    private(set) var arrivals: [Stream: [Int]] = [:]

    init(_ tables: Tables, _ outcome: Outcome) {
        (self.tables, self.outcome) = (tables, outcome)
        readRows()
        readQualities()
        readPlan()
    }

    private mutating func readRows() {
        for output in tables.outputs {
            outputs[Stream(party: .firm(output.firm), resource: output.resource), default: []].append(output.provenance)
        }
        for need in tables.needs { needs[Stream(party: .firm(need.firm), resource: need.resource), default: []].append(need.provenance) }
        for flow in tables.processFlows {
            // How sure a plant's flow is depends on the plant's size too.
            let stream = Stream(party: .process(flow.process), resource: flow.resource)
            let both = [flow.provenance, tables.processes[flow.process].provenance]
            if flow.role == .output { outputs[stream, default: []] += both } else { needs[stream, default: []] += both }
        }
        for contract in tables.contracts { contracts[Link(from: contract.from, to: contract.to, resource: contract.resource)] = contract }
    }

    private mutating func readQualities() {
        for quality in tables.qualities {
            guard quality.scope != .virgin, let party = quality.party else {
                if let value = quality.value { virginValues[quality.resource, default: [:]][quality.property] = value }
                continue
            }
            let stream = Stream(party: party, resource: quality.resource)
            if let value = quality.value { values[stream, default: [:]][quality.property] = value }
            if quality.minimum != nil || quality.maximum != nil { limits[stream, default: []].append(quality) }
        }
    }

    private mutating func readPlan() {
        for planned in outcome.needs {
            let need = tables.needs[planned.need]
            let stream = Stream(party: .firm(need.firm), resource: need.resource)
            demanded[stream, default: 0] += planned.quantity
            bought[stream, default: 0] += planned.virgin
        }
        for planned in outcome.processFlows {
            let flow = tables.processFlows[planned.flow]
            guard flow.role == .input else { continue }
            let stream = Stream(party: .process(flow.process), resource: flow.resource)
            demanded[stream, default: 0] += planned.quantity
            bought[stream, default: 0] += planned.outside
        }
        for (index, exchange) in outcome.exchanges.enumerated() {
            arrivals[Stream(party: exchange.to, resource: exchange.asResource), default: []].append(index)
        }
    }

    /// The exchanges, the largest gain first; equal gains in the order of ids, so that the order is the same on every machine.
    var ranked: [PlannedExchange] {
        outcome.exchanges.map { exchange in (exchange, key(exchange)) }
            .sorted { left, right in
                left.0.gain != right.0.gain ? left.0.gain > right.0.gain : left.1.lexicographicallyPrecedes(right.1)
            }
            .map(\.0)
    }

    private func key(_ exchange: PlannedExchange) -> [String] {
        [
            tables.id(exchange.from), tables.id(exchange.to), tables.resources[exchange.resource].id,
            tables.resources[exchange.asResource].id, tables.id(exchange.mode),
        ]
    }

    /// The park that a firm or process stands in.
    func park(_ party: Party) -> Reference<Park>? {
        switch party {
        case .firm(let firm): tables.firms[firm].park
        case .process(let process):
            switch tables.processes[process].site {
            case .firm(let host): tables.firms[host].park
            case .park(let park): park
            case .coordinates: nil
            }
        }
    }

    /// The firm that a firm or process is, or stands at.
    func host(_ party: Party) -> Reference<Firm>? {
        switch party {
        case .firm(let firm): return firm
        case .process(let process):
            if case .firm(let host) = tables.processes[process].site { return host }
            return nil
        }
    }

    /// The project without which the firm or process does not exist.
    func project(_ party: Party) -> Reference<Project>? {
        if case .process(let process) = party, let project = tables.processes[process].project { return project }
        return host(party).flatMap { tables.firms[$0].project }
    }

    /// How sure the quantities at both ends of an exchange are: the least sure of the rows that declare them; nil where one does not say.
    func basis(_ exchange: PlannedExchange) -> Basis? {
        let rows =
            (outputs[Stream(party: exchange.from, resource: exchange.resource)] ?? [])
            + (needs[Stream(party: exchange.to, resource: exchange.asResource)] ?? [])
        return rows.map(\.basis).leastSure
    }
}

extension Sequence where Element == Basis? {
    /// The least sure of them; nil where one is not known.
    var leastSure: Basis? {
        var least = Basis.measured
        for basis in self {
            guard let basis else { return nil }
            if basis.doubt > least.doubt { least = basis }
        }
        return least
    }
}

extension Basis {
    /// The place in the order from the surest (0) to the least sure.
    var doubt: Int { Basis.allCases.firstIndex(of: self) ?? 0 }
}
