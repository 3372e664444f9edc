// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Supply and demand: what is given off goes somewhere, what is needed comes from somewhere.
extension Formulation {
    /// Supply i of a firm: Σ_{a from i} x_a + d_i = quantity_i; of a process p: Σ_{a from i} x_a + d_i − per_activity · y_p = 0.
    mutating func addSupplyRows() {
        supplyRows = network.supplies.map { supply in
            let amount = supply.isOfProcess ? 0 : supply.quantity
            return program.addRow(lower: amount, upper: amount).position
        }
    }

    /// Demand j of a firm: Σ_{a to j} e_a x_a + v_j = quantity_j; of a process p: Σ_{a to j} e_a x_a + v_j − per_activity · y_p = 0.
    mutating func addDemandRows() {
        demandRows = network.demands.map { demand in
            let amount = demand.isOfProcess ? 0 : demand.quantity
            return program.addRow(lower: amount, upper: amount).position
        }
    }

    /// d_i ≥ 0.
    mutating func addDisposalColumns(_ objective: ObjectiveWeights, _ carbonPrice: Double) {
        for (index, supply) in network.supplies.enumerated() {
            let column = program.addColumn(cost: network.contribution(disposing: supply).price(objective, carbonPrice: carbonPrice))
            disposal.append(column.position)
            program.addEntry(row(supplyRows[index]), 1)
        }
    }

    /// v_j ≥ 0, only where a virgin price is given; it takes part in the mixture with the virgin quality.
    mutating func addPurchaseColumns(_ objective: ObjectiveWeights, _ carbonPrice: Double) {
        for (index, demand) in network.demands.enumerated() {
            guard let contribution = network.contribution(buying: demand) else {
                purchase.append(-1)
                continue
            }
            let column = program.addColumn(cost: contribution.price(objective, carbonPrice: carbonPrice))
            purchase.append(column.position)
            program.addEntry(row(demandRows[index]), 1)
            for quality in qualityRowsOfDemand[index] ?? [] { addVirginQuality(qualityRows[quality]) }
        }
    }

    /// 0 ≤ y_p ≤ capacity_p.
    mutating func addActivityColumns(_ objective: ObjectiveWeights, _ carbonPrice: Double) {
        let tables = network.scenario.tables
        var supplied: [Reference<ConversionProcess>: [Int]] = [:], demanded: [Reference<ConversionProcess>: [Int]] = [:]
        for (index, supply) in network.supplies.enumerated() {
            if case .process(let process) = supply.party { supplied[process, default: []].append(index) }
        }
        for (index, demand) in network.demands.enumerated() {
            if case .process(let process) = demand.party { demanded[process, default: []].append(index) }
        }
        activity = [Int](repeating: -1, count: tables.processes.count)
        for reference in network.processes {
            let process = tables.processes[reference]
            let price = network.contribution(running: process).price(objective, carbonPrice: carbonPrice)
            activity[Int(reference.position)] = program.addColumn(cost: price, upper: process.capacity).position
            for index in supplied[reference] ?? [] { program.addEntry(row(supplyRows[index]), -network.supplies[index].quantity) }
            for index in demanded[reference] ?? [] {
                program.addEntry(row(demandRows[index]), -network.demands[index].quantity)
                for entry in substitutionRowsOfDemand[index] ?? [] { addActivityShare(substitutionRows[entry], network.demands[index]) }
            }
        }
    }

    /// x_a ≥ 0, in every row that it has a part in; its price is that of κ_a, γ_a and what is lost of it (see ``Network/terms(of:)``).
    mutating func addCandidateColumns(_ objective: ObjectiveWeights, _ carbonPrice: Double) {
        firstCandidate = program.columnCount
        let hasContracts = !contractRow.isEmpty
        for candidate in candidates {
            let terms = network.terms(of: candidate)
            let demand = Int(candidate.demand)
            _ = program.addColumn(cost: network.contribution(terms, of: candidate).price(objective, carbonPrice: carbonPrice))
            program.addEntry(row(supplyRows[Int(candidate.supply)]), 1)
            program.addEntry(row(demandRows[demand]), terms.delivered)
            if shareRows[demand] >= 0 { program.addEntry(row(shareRows[demand]), terms.delivered) }
            if candidate.substitution != nil { addSubstitutionShare(candidate, terms) }
            for quality in qualityRowsOfDemand[demand] ?? [] { addQuality(qualityRows[quality], candidate, terms) }
            if let route = candidate.route, routeRows[Int(route.position)] >= 0 {
                program.addEntry(row(routeRows[Int(route.position)]), terms.modeUnits)
            }
            if hasContracts { addContract(candidate) }
        }
    }
}

extension Supply {
    /// Whether the quantity is per activity of a process.
    var isOfProcess: Bool { if case .flow = origin { true } else { false } }
}

extension Demand {
    /// Whether the quantity is per activity of a process.
    var isOfProcess: Bool { if case .flow = origin { true } else { false } }
}
