// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

extension Planner {
    /// Turns column values, choices and row duals into the plan's lists, measures and proof.
    func fill(_ outcome: inout Outcome, _ values: [Double], _ solved: Solved, hasPrices: Bool) {
        prove(&outcome, values, solved, hasPrices: hasPrices)
        let prices = hasPrices ? solved.solution.rowDuals : [], storing = formulation.storing(values)
        var sum = MeasureSum(network)
        var exchanged = [Double](repeating: 0, count: network.supplies.count), lost = exchanged
        var secondary = [Double](repeating: 0, count: network.demands.count)
        var loads = [Double](repeating: 0, count: network.scenario.tables.routes.count), moved: [ContractKey: Double] = [:]
        let hasContract = network.areContracted
        for (index, candidate) in candidates.enumerated() {
            let x = values[formulation.firstCandidate + index]
            guard x > 0 else { continue }
            let terms = network.terms(of: candidate)
            sum.dispatch(candidate, x)
            exchanged[Int(candidate.supply)] += x
            lost[Int(candidate.supply)] += terms.loss * x
            secondary[Int(candidate.demand)] += terms.delivered * x
            if candidate.routePosition >= 0 { loads[Int(candidate.routePosition)] += x * terms.modeUnits }
            if hasContract[Int(candidate.supply)] { moved[network.key(of: candidate), default: 0] += x }
            outcome.exchanges.append(exchange(candidate, terms, x))
        }
        addBalances(&outcome, &sum, values, prices, exchanged: exchanged, lost: lost, secondary: secondary, storing: storing)
        addStorages(&outcome, &sum, values)
        addProcesses(&outcome, &sum, values, prices, solved)
        addLimits(&outcome, prices, loads: loads, moved: moved)
        addChoices(&outcome, &sum, values, solved)
        let measures = sum.total
        outcome.plan = measures
        outcome.netBenefit = outcome.unpriced.isEmpty ? outcome.baseline.cost - measures.cost : nil
        sort(&outcome)
    }

    /// The proof: the point against the whole model, whole numbers and all; with the choices held also the prices, and the bound of the search.
    private func prove(_ outcome: inout Outcome, _ values: [Double], _ solved: Solved, hasPrices: Bool) {
        var certificate = Certificate(of: solved.held, columnValues: values, rowDuals: hasPrices ? solved.solution.rowDuals : [])
        let value = solved.held.offset + zip(solved.held.cost, values).reduce(0) { $0 + $1.0 * $1.1 }
        outcome.objectiveValue = value
        outcome.status = hasPrices && solved.isProved ? .optimal : .feasible
        if let search = solved.search {
            let whole = Certificate(
                of: program, columnValues: formulation.switched.expandedValues(values, solved.isOn), rowDuals: [])
            // A bound above the plan's own value proves that one of the two is wrong.
            let bounds = [solved.bound ?? -.infinity, search.relaxationBound]
            let agrees = bounds.allSatisfy { $0 - value <= 1e-6 * max(1, abs(value)) }
            certificate = Certificate(
                primalResidual: max(certificate.primalResidual, whole.primalResidual), dualResidual: certificate.dualResidual,
                dualityGap: certificate.dualityGap, dualBound: certificate.dualBound, holds: certificate.holds && whole.holds && agrees)
            outcome.bound = solved.bound.map { min($0, value) }
            outcome.relaxationBound = search.relaxationBound.isFinite ? min(search.relaxationBound, value) : nil
        } else {
            outcome.bound = hasPrices ? certificate.dualBound : formulation.program.provedBound(solved.solution.rowDuals)
        }
        outcome.certificate = certificate
        outcome.gap = outcome.bound.map { max(0, value - $0) / max(1, abs(value)) }
        if outcome.status == .optimal, certificate.holds { outcome.gap = 0 }
    }

    /// What `x` dispatched on a candidate is to a reader.
    func exchange(_ candidate: Candidate, _ terms: CandidateTerms, _ x: Double) -> PlannedExchange {
        let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
        return PlannedExchange(
            from: supply.party, to: demand.party, resource: supply.resource, asResource: demand.resource, mode: candidate.mode, quantity: x,
            delivered: x * terms.delivered, kilometres: candidate.kilometres, cost: x * terms.cost, ghg: x * terms.ghg,
            gain: gain(supply, demand, terms) * x, use: candidate.substitution.flatMap { network.scenario.tables.substitutions[$0].use },
            period: network.periods[supply.period])
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
        secondary: [Double], storing: [(put: Double, taken: Double)]
    ) {
        for (index, supply) in network.supplies.enumerated() {
            let disposed = values[formulation.disposal[index]]
            sum.dispose(supply, disposed)
            let marginal = duals.isEmpty ? nil : duals[formulation.supplyRows[index]], stored = storing[index].put - storing[index].taken
            switch supply.origin {
            case .output(let output):
                outcome.outputs.append(
                    PlannedOutput(
                        output: output, quantity: supply.quantity, exchanged: exchanged[index], lost: lost[index], disposed: disposed,
                        marginal: marginal, period: network.periods[supply.period], stored: stored, disposalCost: supply.disposalCost))
            case .flow(let flow):
                outcome.processFlows.append(
                    PlannedProcessFlow(
                        flow: flow, quantity: formulation.quantity(of: supply, values), exchanged: exchanged[index], outside: disposed,
                        lost: lost[index], marginal: marginal, period: network.periods[supply.period], stored: stored))
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
                        marginal: duals.isEmpty ? nil : formulation.marginal(ofDemand: index, duals),
                        period: network.periods[demand.period]))
            case .flow(let flow):
                outcome.processFlows.append(
                    PlannedProcessFlow(
                        flow: flow, quantity: formulation.quantity(of: demand, values), exchanged: secondary[index], outside: bought,
                        marginal: duals.isEmpty ? nil : duals[formulation.demandRows[index]], period: network.periods[demand.period]))
            }
        }
    }

    /// Gain of a process: −y (cost_p + Σ_out disposal_cost · per_activity + Σ_in virgin_price · per_activity), the carbon price on each term.
    private func addProcesses(_ outcome: inout Outcome, _ sum: inout MeasureSum, _ values: [Double], _ duals: [Double], _ solved: Solved) {
        let tables = network.scenario.tables, carbon = tables.settings.carbonPrice / 1000
        var price = [Double](repeating: 0, count: tables.processes.count)
        for supply in network.supplies where supply.period == 0 {
            if case .process(let process) = supply.party {
                price[Int(process.position)] += supply.quantity * (supply.disposalCost + carbon * supply.disposalGHG)
            }
        }
        for demand in network.demands where demand.period == 0 {
            if case .process(let process) = demand.party, let virgin = demand.virginPrice {
                price[Int(process.position)] += demand.quantity * (virgin + carbon * demand.virginGHG)
            }
        }
        for (period, share) in network.shares.enumerated() {
            for reference in network.processes {
                let process = tables.processes[reference], column = formulation.activityColumn(reference, period)
                let y = values[column], capacity = process.capacity * share
                sum.run(process, y)
                let own = process.cost + carbon * process.ghg + price[Int(reference.position)]
                var marginal: Double?
                if !duals.isEmpty {
                    // One more unit of capacity is worth the reduced cost of the activity that it holds down.
                    let reduced = solved.held.reducedCost(of: column, duals)
                    marginal = y >= capacity * (1 - 1e-9) ? min(reduced, 0) : 0
                }
                outcome.processes.append(
                    PlannedProcess(
                        process: reference, activity: y, capacity: capacity, gain: y == 0 ? 0 : -y * own, marginal: marginal,
                        period: network.periods[period], built: !process.isCandidate))
            }
        }
    }

    /// Gain of a storage in a period: disposal_cost_t (h_t − (1 − loss_share) h_{t−1}) − (cost + loss_share · disposal_cost_t) h_t, the carbon
    /// price on each term.
    private func addStorages(_ outcome: inout Outcome, _ sum: inout MeasureSum, _ values: [Double]) {
        let tables = network.scenario.tables, carbon = tables.settings.carbonPrice / 1000
        for (index, store) in network.stores.enumerated() {
            let storage = tables.storages[store.storage], kept = 1 - storage.lossShare
            for (period, supply) in store.supplies.enumerated() {
                let h = values[formulation.held[index][period]], before = values[formulation.held[index][network.before(period)]]
                sum.hold(store, period, h)
                let disposal = network.supplies[supply].disposalCost + carbon * network.supplies[supply].disposalGHG
                let holding = network.contribution(holding: store, period)
                outcome.storages.append(
                    PlannedStorage(
                        storage: store.storage, period: network.periods[period], held: h,
                        gain: disposal * (h - kept * before) - (holding.money + carbon * holding.ghg) * h))
            }
        }
    }

    private func addLimits(
        _ outcome: inout Outcome, _ duals: [Double], loads: [Double], moved: [ContractKey: Double]
    ) {
        let tables = network.scenario.tables
        for route in tables.routes.references {
            let load = loads[Int(route.position)]
            var marginal = duals.isEmpty ? nil : 0.0
            for (period, share) in network.shares.enumerated() where !duals.isEmpty {
                let row = formulation.routeRow(route, period)
                // A unit of yearly capacity is its share of it in each period.
                if row >= 0 { marginal = (marginal ?? 0) + share * duals[row] }
            }
            outcome.routes.append(PlannedRoute(route: route, used: load > 0, load: load, marginal: marginal))
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
        for entry in substitutionRowsOfDemand[index] {
            let share = network.scenario.tables.substitutions[substitutionRows[entry].substitution].maximumShare
            marginal += share * duals[substitutionRows[entry].row]
        }
        return marginal
    }
}
