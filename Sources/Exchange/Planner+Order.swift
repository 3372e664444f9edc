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
        let ranks = ListRanks(network)
        ranks.order(&outcome.exchanges) {
            (
                ranks.of($0.from), ranks.of($0.to), ranks.of($0.resource), ranks.of($0.asResource), ranks.of($0.mode), ranks.of($0.period)
            )
        }
        ranks.order(&outcome.outputs) {
            let row = Int($0.output.position)
            return (ranks.of(.firm(tables.outputs[row].firm)), ranks.of(tables.outputs[row].resource), ranks.of($0.period), 0, 0, 0)
        }
        ranks.order(&outcome.needs) {
            let row = Int($0.need.position)
            return (ranks.of(.firm(tables.needs[row].firm)), ranks.of(tables.needs[row].resource), ranks.of($0.period), 0, 0, 0)
        }
        ranks.order(&outcome.processes) { (ranks.of(.process($0.process)), ranks.of($0.period), 0, 0, 0, 0) }
        ranks.order(&outcome.processFlows) {
            let flow = tables.processFlows[$0.flow]
            return (ranks.of(.process(flow.process)), ranks.of(flow.resource), flow.role == .input ? 0 : 1, ranks.of($0.period), 0, 0)
        }
        // The other lists are short.
        func order<Element>(_ list: inout [Element], _ key: (Element) -> [String]) {
            let keyed = list.map { (key: key($0), element: $0) }
            list = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
        }
        func id(_ period: Reference<Period>?) -> String { period.map { tables.periods[$0].id } ?? "" }
        order(&outcome.routes) { tables.ids(of: tables.routes[$0.route]) }
        order(&outcome.links) { [tables.id(of: $0.from), tables.id(of: $0.to), tables.id(of: $0.mode)] }
        order(&outcome.storages) {
            let storage = tables.storages[$0.storage]
            return [tables.id(of: storage.party), tables.resources[storage.resource].id, id($0.period)]
        }
        order(&outcome.contracts) { tables.ids(of: tables.contracts[$0.contract]) }
    }
}

/// The ranks of a scenario's things in the order of their ids: tens of thousands of rows are put in order by numbers, not by texts.
private struct ListRanks {
    typealias Key = (Int, Int, Int, Int, Int, Int)

    private let network: Network, firmCount: Int
    /// Of modes with `on-site` at the end; of periods.
    private let modes: [Int], periods: [Int]

    init(_ network: Network) {
        self.network = network
        let tables = network.scenario.tables
        firmCount = tables.firms.count
        modes = Network.ranks(tables.modes.map(\.id) + [tables.id(of: nil)])
        periods = Network.ranks(tables.periods.map(\.id))
    }

    func of(_ party: Party) -> Int {
        switch party {
        case .firm(let firm): network.rankOfPlace[Int(firm.position)]
        case .process(let process): network.rankOfPlace[firmCount + Int(process.position)]
        }
    }

    func of(_ resource: Reference<Resource>) -> Int { network.rankOfResource[Int(resource.position)] }

    func of(_ mode: Reference<Mode>?) -> Int { modes[mode.map { Int($0.position) } ?? modes.count - 1] }

    /// The year comes before its parts.
    func of(_ period: Reference<Period>?) -> Int { period.map { periods[Int($0.position)] } ?? -1 }

    /// Puts a list in the order of its elements' keys, those of one key as they were.
    func order<Element>(_ list: inout [Element], _ key: (Element) -> Key) {
        var keyed = list.indices.map { (key: key(list[$0]), index: $0) }
        keyed.sort { $0.key == $1.key ? $0.index < $1.index : $0.key < $1.key }
        list = keyed.map { list[$0.index] }
    }
}
