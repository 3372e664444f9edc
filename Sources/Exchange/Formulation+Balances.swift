// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Supply and demand: what is given off goes somewhere, what is needed comes from somewhere.
extension Formulation {
    /// Supply i of a firm: Σ_{a from i} x_a + d_i = quantity_i; of a process p: Σ_{a from i} x_a + d_i − per_activity · y_p = 0; with a
    /// storage, what goes into it less what comes out is added on the left (see ``addStorageColumns(_:_:)``).
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
            for quality in qualityRowsOfDemand[index] { addVirginQuality(qualityRows[quality]) }
        }
    }

    /// 0 ≤ y_p ≤ capacity_p · share of the period.
    mutating func addActivityColumns(_ objective: ObjectiveWeights, _ carbonPrice: Double) {
        let tables = network.scenario.tables
        let count = tables.processes.count
        var supplied = [[Int]](repeating: [], count: network.periods.count * count), demanded = supplied
        for (index, supply) in network.supplies.enumerated() {
            if case .process(let process) = supply.party { supplied[supply.period * count + Int(process.position)].append(index) }
        }
        for (index, demand) in network.demands.enumerated() {
            if case .process(let process) = demand.party { demanded[demand.period * count + Int(process.position)].append(index) }
        }
        activity = [Int](repeating: -1, count: network.periods.count * count)
        for period in network.periods.indices {
            for reference in network.processes {
                let process = tables.processes[reference], key = period * count + Int(reference.position)
                let price = network.contribution(running: process).price(objective, carbonPrice: carbonPrice)
                activity[key] = program.addColumn(cost: price, upper: process.capacity * network.shares[period]).position
                for index in supplied[key] { program.addEntry(row(supplyRows[index]), -network.supplies[index].quantity) }
                for index in demanded[key] {
                    program.addEntry(row(demandRows[index]), -network.demands[index].quantity)
                    for entry in substitutionRowsOfDemand[index] { addActivityShare(substitutionRows[entry], network.demands[index]) }
                }
            }
        }
    }

    /// 0 ≤ h_t ≤ capacity of the storage: held at the end of a period. It leaves the balance of the period and comes back, less what is lost
    /// of it, in the next one: + h_t − (1 − loss_share) · h_{t−1}. The last period hands on to the first; of a single period only the loss is left.
    mutating func addStorageColumns(_ objective: ObjectiveWeights, _ carbonPrice: Double) {
        for store in network.stores {
            let storage = network.scenario.tables.storages[store.storage], last = network.periods.count - 1
            held.append(
                network.periods.indices.map { period in
                    let price = network.contribution(holding: store, period).price(objective, carbonPrice: carbonPrice)
                    let column = program.addColumn(cost: price, upper: storage.capacity).position
                    if last == 0 {
                        program.addEntry(row(supplyRows[store.supplies[0]]), storage.lossShare)
                    } else {
                        let next = period == last ? 0 : period + 1
                        program.addEntry(row(supplyRows[store.supplies[period]]), 1)
                        program.addEntry(row(supplyRows[store.supplies[next]]), -(1 - storage.lossShare))
                    }
                    return column
                })
        }
    }

    /// x_a ≥ 0, in every row that it has a part in; its price is that of κ_a, γ_a and what is lost of it (see ``Network/terms(of:)``).
    mutating func addCandidateColumns(_ objective: ObjectiveWeights, _ carbonPrice: Double) {
        firstCandidate = program.columnCount
        let hasContract = network.areContracted
        for candidate in candidates {
            let terms = network.terms(of: candidate)
            let demand = Int(candidate.demand)
            program.addColumn(
                cost: network.contribution(terms, of: candidate).price(objective, carbonPrice: carbonPrice),
                entries: (row(supplyRows[Int(candidate.supply)]), 1), (row(demandRows[demand]), terms.delivered))
            if shareRows[demand] >= 0 { program.addEntry(row(shareRows[demand]), terms.delivered) }
            if candidate.substitution != nil { addSubstitutionShare(candidate, terms) }
            for quality in qualityRowsOfDemand[demand] { addQuality(qualityRows[quality], candidate, terms) }
            if let route = candidate.route {
                let position = routeRow(route, network.demands[demand].period)
                if position >= 0 { program.addEntry(row(position), terms.modeUnits) }
            }
            if hasContract[Int(candidate.supply)] { addContract(candidate) }
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
