// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Tables {
    /// The id of a firm or a process.
    func id(of party: Party) -> String {
        switch party {
        case .firm(let firm): firms[firm].id
        case .process(let process): processes[process].id
        }
    }

    func id(of mode: Reference<Mode>?) -> String { mode.map { modes[$0].id } ?? "on-site" }

    /// What tells a row of `routes` from the others: its ends and its mode, blank for every mode.
    func ids(of route: Route) -> [String] {
        let mode = route.mode.map { modes[$0].id } ?? ""
        switch route.ends {
        case .firms(let from, let to): return [firms[from].id, firms[to].id, mode]
        case .parks(let from, let to): return [parks[from].id, parks[to].id, mode]
        }
    }

    /// What tells a contract from the others: giver, taker, resource.
    func ids(of contract: Contract) -> [String] {
        [id(of: contract.from), id(of: contract.to), resources[contract.resource].id]
    }
}

extension Planner {
    /// Sorts every list by ids, so that the order of rows does not show.
    func sort(_ outcome: inout Outcome) {
        let tables = network.scenario.tables
        func id(_ period: Reference<Period>?) -> String { period.map { tables.periods[$0].id } ?? "" }
        func order<Element>(_ list: inout [Element], _ key: (Element) -> [String]) {
            let keyed = list.map { (key: key($0), element: $0) }
            list = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
        }
        order(&outcome.exchanges) {
            [
                tables.id(of: $0.from), tables.id(of: $0.to), tables.resources[$0.resource].id, tables.resources[$0.asResource].id,
                tables.id(of: $0.mode), id($0.period),
            ]
        }
        order(&outcome.outputs) {
            [tables.firms[tables.outputs[$0.output].firm].id, tables.resources[tables.outputs[$0.output].resource].id, id($0.period)]
        }
        order(&outcome.needs) {
            [tables.firms[tables.needs[$0.need].firm].id, tables.resources[tables.needs[$0.need].resource].id, id($0.period)]
        }
        order(&outcome.processes) { [tables.processes[$0.process].id, id($0.period)] }
        order(&outcome.processFlows) {
            let flow = tables.processFlows[$0.flow]
            return [tables.processes[flow.process].id, tables.resources[flow.resource].id, flow.role.rawValue, id($0.period)]
        }
        order(&outcome.routes) { tables.ids(of: tables.routes[$0.route]) }
        order(&outcome.links) { [tables.id(of: $0.from), tables.id(of: $0.to), tables.id(of: $0.mode)] }
        order(&outcome.storages) {
            let storage = tables.storages[$0.storage]
            return [tables.id(of: storage.party), tables.resources[storage.resource].id, id($0.period)]
        }
        order(&outcome.contracts) { tables.ids(of: tables.contracts[$0.contract]) }
    }
}
