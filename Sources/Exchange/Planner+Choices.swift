// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

extension Planner {
    /// What is built, laid and used, and what it costs a year.
    func addChoices(_ outcome: inout Outcome, _ sum: inout MeasureSum, _ values: [Double], _ solved: Solved) {
        guard !solved.isOn.isEmpty else { return }
        sum.charge(formulation.switchboard.charges(solved.isOn))
        let board = formulation.switchboard, tables = network.scenario.tables
        var built: [Reference<ConversionProcess>: Double] = [:], used: [Reference<Route>: Double] = [:]
        for (index, about) in board.choosing.enumerated() where solved.isOn[index] {
            switch about {
            case .process(let process): built[process] = board.switches[index].charge
            case .route(let route): used[route] = board.switches[index].charge
            case .link(let mode, let from, let to, let kilometres):
                let ends = network.ends(from, to)
                outcome.links.append(
                    PlannedLink(
                        from: ends.0, to: ends.1, mode: mode, kilometres: kilometres, load: board.switches[index].total(values),
                        capacity: tables.modes[mode].linkCapacity, charge: board.switches[index].charge))
            case .exchange, .partners: break
            }
        }
        let shares = network.shares.reduce(0, +)
        for index in outcome.processes.indices where tables.processes[outcome.processes[index].process].isCandidate {
            let process = outcome.processes[index].process
            let period = network.periods.firstIndex(of: outcome.processes[index].period) ?? 0
            outcome.processes[index].built = built[process] != nil
            outcome.processes[index].charge = (built[process] ?? 0) * network.shares[period] / shares
        }
        for index in outcome.routes.indices { outcome.routes[index].charge = used[outcome.routes[index].route] ?? 0 }
        sort(&outcome)
    }

}

extension Network {
    /// Who stands at the two places of a link, in the order of their ids.
    func ends(_ from: Int, _ to: Int) -> (Party, Party) {
        let ends = [from, to].map { party(at: $0) }.sorted { scenario.tables.id(of: $0) < scenario.tables.id(of: $1) }
        return (ends[0], ends[1])
    }

    /// Who stands at a place.
    func party(at place: Int) -> Party {
        let firms = scenario.tables.firms.count
        return place < firms ? .firm(Reference(place)) : .process(Reference(place - firms))
    }
}
