// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
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
        var names = [String](repeating: "", count: program.columnCount)
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
        return names
    }

    private var rowMeanings: [String] {
        let tables = network.scenario.tables
        var names = [String](repeating: "", count: program.rowCount)
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
        return names
    }

    /// The names table of the program, as CSV.
    public func namesTable() -> [UInt8] {
        let columns = columnMeanings, rows = rowMeanings
        return program.namesTable(column: { columns[$0.position] }, row: { rows[$0.position] })
    }
}
