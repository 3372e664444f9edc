// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

extension Planner {
    /// Turns column values and row duals into the plan's lists, measures and proof.
    func fill(_ outcome: inout Outcome, _ values: [Double], duals: [Double], isOptimal: Bool) {
        let certificate = Certificate(of: program, columnValues: values, rowDuals: isOptimal ? duals : [])
        outcome.certificate = certificate
        outcome.status = isOptimal ? .optimal : .feasible
        let value = program.offset + zip(program.cost, values).reduce(0) { $0 + $1.0 * $1.1 }
        outcome.objectiveValue = value
        let bound = isOptimal ? certificate.dualBound : program.provedBound(duals)
        outcome.bound = bound
        outcome.gap = bound.map { max(0, value - $0) / max(1, abs(value)) }
        if isOptimal, certificate.holds { outcome.gap = 0 }
        let prices = isOptimal ? duals : []
        var sum = MeasureSum(network)
        var exchanged = [Double](repeating: 0, count: network.supplies.count), lost = exchanged
        var secondary = [Double](repeating: 0, count: network.demands.count)
        var loads: [Int32: Double] = [:], moved: [ContractKey: Double] = [:]
        for (index, candidate) in candidates.enumerated() {
            let x = values[formulation.firstCandidate + index]
            guard x > 0 else { continue }
            let terms = network.terms(of: candidate), supply = network.supplies[Int(candidate.supply)]
            sum.dispatch(candidate, x)
            exchanged[Int(candidate.supply)] += x
            lost[Int(candidate.supply)] += terms.loss * x
            secondary[Int(candidate.demand)] += terms.delivered * x
            if candidate.routePosition >= 0 { loads[candidate.routePosition, default: 0] += x * terms.modeUnits }
            let demand = network.demands[Int(candidate.demand)]
            moved[ContractKey(from: supply.party, to: demand.party, resource: supply.resource), default: 0] += x
            outcome.exchanges.append(exchange(candidate, terms, x))
        }
        addBalances(&outcome, &sum, values, prices, exchanged: exchanged, lost: lost, secondary: secondary)
        addProcesses(&outcome, &sum, values, prices)
        addLimits(&outcome, prices, loads: loads, moved: moved)
        let measures = sum.total
        outcome.plan = measures
        outcome.netBenefit = outcome.unpriced.isEmpty ? outcome.baseline.cost - measures.cost : nil
        sort(&outcome)
    }

    private func exchange(_ candidate: Candidate, _ terms: CandidateTerms, _ x: Double) -> PlannedExchange {
        let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
        return PlannedExchange(
            from: supply.party, to: demand.party, resource: supply.resource, asResource: demand.resource, mode: candidate.mode, quantity: x,
            delivered: x * terms.delivered, kilometres: candidate.kilometres, cost: x * terms.cost, ghg: x * terms.ghg,
            gain: gain(supply, demand, terms) * x, use: candidate.substitution.flatMap { network.scenario.tables.substitutions[$0].use })
    }

    /// Gain of one unit dispatched: disposal_cost_i − κ_a + e_a · virgin_price_j, a missing price counting 0, the carbon price on each term.
    func gain(_ supply: Supply, _ demand: Demand, _ terms: CandidateTerms) -> Double {
        let carbon = network.scenario.tables.settings.carbonPrice / 1000
        let disposal = supply.disposalCost + carbon * supply.disposalGHG
        let virgin = demand.virginPrice.map { $0 + carbon * demand.virginGHG } ?? 0
        return disposal - terms.cost - carbon * terms.ghg + terms.delivered * virgin
    }

    private func addBalances(
        _ outcome: inout Outcome, _ sum: inout MeasureSum, _ values: [Double], _ duals: [Double], exchanged: [Double], lost: [Double],
        secondary: [Double]
    ) {
        for (index, supply) in network.supplies.enumerated() {
            let disposed = values[formulation.disposal[index]]
            sum.dispose(supply, disposed)
            let marginal = duals.isEmpty ? nil : duals[formulation.supplyRows[index]]
            switch supply.origin {
            case .output(let output):
                outcome.outputs.append(
                    PlannedOutput(
                        output: output, quantity: supply.quantity, exchanged: exchanged[index], lost: lost[index], disposed: disposed,
                        marginal: marginal))
            case .flow(let flow):
                let quantity = formulation.quantity(supply.quantity, supply.party, true, values)
                outcome.processFlows.append(
                    PlannedProcessFlow(flow: flow, quantity: quantity, exchanged: exchanged[index], outside: disposed, marginal: marginal))
            }
        }
        for (index, demand) in network.demands.enumerated() {
            let bought = formulation.purchase[index] >= 0 ? values[formulation.purchase[index]] : 0
            sum.buy(demand, bought)
            switch demand.origin {
            case .need(let need):
                outcome.needs.append(
                    PlannedNeed(
                        need: need, quantity: demand.quantity, secondary: secondary[index], virgin: bought,
                        marginal: duals.isEmpty ? nil : formulation.marginal(ofDemand: index, duals)))
            case .flow(let flow):
                let quantity = formulation.quantity(demand.quantity, demand.party, true, values)
                outcome.processFlows.append(
                    PlannedProcessFlow(
                        flow: flow, quantity: quantity, exchanged: secondary[index], outside: bought,
                        marginal: duals.isEmpty ? nil : duals[formulation.demandRows[index]]))
            }
        }
    }

    /// Gain of a process: −y (cost_p + Σ_out disposal_cost · per_activity + Σ_in virgin_price · per_activity), the carbon price on each term.
    private func addProcesses(_ outcome: inout Outcome, _ sum: inout MeasureSum, _ values: [Double], _ duals: [Double]) {
        let tables = network.scenario.tables, carbon = tables.settings.carbonPrice / 1000
        var price = [Double](repeating: 0, count: tables.processes.count)
        for supply in network.supplies {
            if case .process(let process) = supply.party {
                price[Int(process.position)] += supply.quantity * (supply.disposalCost + carbon * supply.disposalGHG)
            }
        }
        for demand in network.demands {
            if case .process(let process) = demand.party, let virgin = demand.virginPrice {
                price[Int(process.position)] += demand.quantity * (virgin + carbon * demand.virginGHG)
            }
        }
        for reference in network.processes {
            let process = tables.processes[reference], column = formulation.activity[Int(reference.position)]
            let y = values[column]
            sum.run(process, y)
            let own = process.cost + carbon * process.ghg + price[Int(reference.position)]
            var marginal: Double?
            if !duals.isEmpty {
                // One more unit of capacity is worth the reduced cost of the activity that it holds down.
                let reduced = program.reducedCost(of: column, duals)
                marginal = y >= process.capacity * (1 - 1e-9) ? min(reduced, 0) : 0
            }
            outcome.processes.append(
                PlannedProcess(process: reference, activity: y, capacity: process.capacity, gain: y == 0 ? 0 : -y * own, marginal: marginal)
            )
        }
    }

    private func addLimits(
        _ outcome: inout Outcome, _ duals: [Double], loads: [Int32: Double], moved: [ContractKey: Double]
    ) {
        let tables = network.scenario.tables
        for route in tables.routes.references {
            let load = loads[route.position] ?? 0, row = formulation.routeRows[Int(route.position)]
            outcome.routes.append(
                PlannedRoute(route: route, used: load > 0, load: load, marginal: duals.isEmpty ? nil : row >= 0 ? duals[row] : 0))
        }
        for reference in tables.contracts.references {
            let contract = tables.contracts[reference], row = formulation.contractRows[Int(reference.position)]
            guard network.counts(contract.from), network.counts(contract.to) else { continue }
            outcome.contracts.append(
                PlannedContract(
                    contract: reference, quantity: moved[ContractKey(contract)] ?? 0,
                    marginal: duals.isEmpty ? nil : row >= 0 ? duals[row] : 0))
        }
    }
}

extension Formulation {
    /// What one more unit of a need changes in the objective, through every row in which its quantity stands.
    func marginal(ofDemand index: Int, _ duals: [Double]) -> Double {
        var marginal = duals[demandRows[index]]
        if shareRows[index] >= 0 { marginal += network.demands[index].maximumShare * duals[shareRows[index]] }
        for entry in substitutionRowsOfDemand[index] ?? [] {
            let share = network.scenario.tables.substitutions[substitutionRows[entry].substitution].maximumShare
            marginal += share * duals[substitutionRows[entry].row]
        }
        return marginal
    }
}
