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
}

extension Planner {
    /// Sorts every list by ids, so that the order of rows does not show.
    func sort(_ outcome: inout Outcome) {
        let tables = network.scenario.tables
        func order<Element>(_ list: inout [Element], _ key: (Element) -> [String]) {
            let keyed = list.map { (key: key($0), element: $0) }
            list = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
        }
        order(&outcome.exchanges) {
            [tables.id(of: $0.from), tables.id(of: $0.to), tables.resources[$0.resource].id, tables.resources[$0.asResource].id, tables.id(of: $0.mode)]
        }
        order(&outcome.outputs) { [tables.firms[tables.outputs[$0.output].firm].id, tables.resources[tables.outputs[$0.output].resource].id] }
        order(&outcome.needs) { [tables.firms[tables.needs[$0.need].firm].id, tables.resources[tables.needs[$0.need].resource].id] }
        order(&outcome.processFlows) {
            let flow = tables.processFlows[$0.flow]
            return [tables.processes[flow.process].id, tables.resources[flow.resource].id, flow.role.rawValue]
        }
        order(&outcome.routes) {
            let route = tables.routes[$0.route]
            switch route.ends {
            case .firms(let from, let to): return [tables.firms[from].id, tables.firms[to].id, route.mode.map { tables.modes[$0].id } ?? ""]
            case .parks(let from, let to): return [tables.parks[from].id, tables.parks[to].id, route.mode.map { tables.modes[$0].id } ?? ""]
            }
        }
        order(&outcome.contracts) {
            let contract = tables.contracts[$0.contract]
            return [tables.id(of: contract.from), tables.id(of: contract.to), tables.resources[contract.resource].id]
        }
    }
}
