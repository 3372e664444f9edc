// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

/// What the columns and rows of the linear program stand for, by ids: the names table beside an exported program.
extension Planner {
    private func text(_ supply: Supply) -> String {
        network.scenario.tables.id(of: supply.party) + " " + network.scenario.tables.resources[supply.resource].id + when(supply.period)
    }

    /// The period with a blank before it; nothing where the scenario has none.
    private func when(_ period: Int) -> String { network.periods[period].map { " in " + network.scenario.tables.periods[$0].id } ?? "" }

    private func text(_ demand: Demand) -> String {
        network.scenario.tables.id(of: demand.party) + " " + network.scenario.tables.resources[demand.resource].id + when(demand.period)
    }

    private var columnMeanings: [String] {
        let tables = network.scenario.tables
        var names = [String](repeating: "", count: formulation.program.columnCount)
        for (index, supply) in network.supplies.enumerated() { names[formulation.disposal[index]] = "disposed of: " + text(supply) }
        for (index, demand) in network.demands.enumerated() where formulation.purchase[index] >= 0 {
            names[formulation.purchase[index]] = "bought new: " + text(demand)
        }
        for period in network.periods.indices {
            for process in network.processes {
                names[formulation.activityColumn(process, period)] = "activity: " + tables.processes[process].id + when(period)
            }
            for (index, store) in network.stores.enumerated() {
                names[formulation.held[index][period]] = "held: " + text(network.supplies[store.supplies[period]])
            }
        }
        for (index, candidate) in candidates.enumerated() {
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            names[formulation.firstCandidate + index] = "dispatched: \(text(supply)) -> \(text(demand)) by \(tables.id(of: candidate.mode))"
        }
        return names + formulation.switchboard.choosing.map(meaning)
    }

    /// What a choice is about.
    private func meaning(_ about: Choosing) -> String {
        let tables = network.scenario.tables
        func id(_ place: Int) -> String { tables.id(of: network.party(at: place)) }
        switch about {
        case .process(let process): return "built: " + tables.processes[process].id
        case .link(let mode, let from, let to, _): return "link: \(id(from)) - \(id(to)) by \(tables.modes[mode].id)"
        case .route(let route): return "route used: row \(route.position + 1)"
        case .exchange(let key):
            return "exchange: \(tables.id(of: key.from)) -> \(tables.id(of: key.to)) \(tables.resources[key.resource].id)"
        case .partners(let one, let two): return "partners: \(id(one)) - \(id(two))"
        }
    }

    private var rowMeanings: [String] {
        let tables = network.scenario.tables
        var names = [String](repeating: "", count: formulation.program.rowCount)
        for (index, supply) in network.supplies.enumerated() { names[formulation.supplyRows[index]] = "supply: " + text(supply) }
        for (index, demand) in network.demands.enumerated() {
            names[formulation.demandRows[index]] = "demand: " + text(demand)
            if formulation.shareRows[index] >= 0 { names[formulation.shareRows[index]] = "share of secondary: " + text(demand) }
        }
        for entry in formulation.substitutionRows {
            let from = tables.resources[tables.substitutions[entry.substitution].from].id
            names[entry.row] = "share of \(from): " + text(network.demands[entry.demand])
        }
        for entry in formulation.qualityRows {
            let property = tables.properties[tables.qualities[entry.quality].property].id
            names[entry.row] = "\(entry.isMaximum ? "most" : "least") \(property): " + text(network.demands[entry.demand])
        }
        for (index, row) in formulation.routeRows.enumerated() where row >= 0 {
            names[row] = "route: row \(index % tables.routes.count + 1)" + when(index / tables.routes.count)
        }
        for (index, row) in formulation.contractRows.enumerated() where row >= 0 {
            let contract = tables.contracts[index]
            names[row] =
                "contract: \(tables.id(of: contract.from)) -> \(tables.id(of: contract.to)) \(tables.resources[contract.resource].id)"
        }
        return names + choiceRows
    }

    /// The rows of ``SwitchedProgram/expanded`` below those of the flows.
    private var choiceRows: [String] {
        let board = formulation.switchboard
        var names: [String] = []
        for (about, s) in zip(board.choosing, board.switches) {
            let text = meaning(about)
            names.append("most of " + text)
            if s.least > 0 { names.append("least of " + text) }
            if s.members.count > 1 { names += s.members.indices.map { "member \($0 + 1) of " + text } }
        }
        for (index, budget) in board.budgets.enumerated() { names.append("partners of firm \(index + 1), at most \(budget.most)") }
        return names
    }

    /// The names table of the program, as CSV.
    public func namesTable() -> [UInt8] {
        let columns = columnMeanings, rows = rowMeanings
        return program.namesTable(column: { columns[$0.position] }, row: { rows[$0.position] })
    }
}
