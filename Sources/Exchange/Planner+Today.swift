// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Planner {
    /// Today: the contracts' quantities as fixed flows, each by the cheapest candidate of its pair and resource, processes at the least
    /// activity that takes them in (and gives off what leaves them), the rest disposed of and bought.
    func todayMeasures() -> (Measures?, TodayReason?) {
        let tables = network.scenario.tables
        let rows = tables.contracts.references.filter { reference in
            let contract = tables.contracts[reference]
            return contract.quantity != nil && network.counts(contract.from) && network.counts(contract.to)
        }
        guard !rows.isEmpty else { return (nil, .noQuantities) }
        var cheapest: [CandidateFinder.ContractKey: (candidate: Int, cost: Double)] = [:]
        let wanted = Set(rows.map { CandidateFinder.ContractKey(tables.contracts[$0]) })
        for (index, candidate) in candidates.enumerated() {
            let supply = network.supplies[Int(candidate.supply)]
            let key = CandidateFinder.ContractKey(from: supply.party, to: network.demands[Int(candidate.demand)].party, resource: supply.resource)
            guard wanted.contains(key) else { continue }
            let terms = network.terms(of: candidate)
            let cost = network.contribution(terms, of: candidate).price(ObjectiveWeights(.cost), carbonPrice: tables.settings.carbonPrice)
            if let known = cheapest[key], known.cost <= cost { continue }
            cheapest[key] = (index, cost)
        }
        var sum = MeasureSum(network)
        var given = [Double](repeating: 0, count: network.supplies.count), taken = [Double](repeating: 0, count: network.demands.count)
        var lastAt: [Int: Reference<Contract>] = [:], lastFrom: [Int: Reference<Contract>] = [:]
        for row in rows {
            let quantity = tables.contracts[row].quantity ?? 0
            guard quantity > 0 else { continue }
            guard let index = cheapest[CandidateFinder.ContractKey(tables.contracts[row])]?.candidate else { return (nil, .noCandidate(row)) }
            let candidate = candidates[index]
            sum.dispatch(candidate, quantity)
            given[Int(candidate.supply)] += quantity
            taken[Int(candidate.demand)] += quantity * network.terms(of: candidate).delivered
            lastFrom[Int(candidate.supply)] = row
            lastAt[Int(candidate.demand)] = row
        }
        var activity: [Reference<ConversionProcess>: Double] = [:], cause: [Reference<ConversionProcess>: Reference<Contract>] = [:]
        func raise(_ party: Party, _ needed: Double, _ row: Reference<Contract>?) {
            guard case .process(let process) = party, needed > activity[process] ?? 0 else { return }
            activity[process] = needed
            cause[process] = row
        }
        for (index, demand) in network.demands.enumerated() where demand.isOfProcess && taken[index] > 0 {
            raise(demand.party, taken[index] / demand.quantity, lastAt[index])
        }
        for (index, supply) in network.supplies.enumerated() where supply.isOfProcess && given[index] > 0 {
            raise(supply.party, given[index] / supply.quantity, lastFrom[index])
        }
        for (process, y) in activity {
            let excess = y - tables.processes[process].capacity
            if excess > 1e-9 * y, let row = cause[process] {
                return (nil, .tooMuch(row, resource: tables.contracts[row].resource, excess: excess))
            }
            sum.run(tables.processes[process], y)
        }
        func total(_ quantity: Double, _ party: Party, _ isOfProcess: Bool) -> Double {
            guard isOfProcess, case .process(let process) = party else { return quantity }
            return quantity * (activity[process] ?? 0)
        }
        for (index, supply) in network.supplies.enumerated() {
            let rest = total(supply.quantity, supply.party, supply.isOfProcess) - given[index]
            if rest < -1e-9 * given[index], let row = lastFrom[index] { return (nil, .tooMuch(row, resource: supply.resource, excess: -rest)) }
            sum.dispose(supply, max(rest, 0))
        }
        for (index, demand) in network.demands.enumerated() {
            let rest = total(demand.quantity, demand.party, demand.isOfProcess) - taken[index]
            if rest < -1e-9 * taken[index], let row = lastAt[index] { return (nil, .tooMuch(row, resource: demand.resource, excess: -rest)) }
            guard rest > 1e-9 * max(taken[index], 1e-9) else { continue }
            guard demand.virginPrice != nil else { return (nil, .cannotBuy(demand.resource, party: demand.party, amount: rest)) }
            sum.buy(demand, rest)
        }
        return (sum.total, nil)
    }
}

extension CandidateFinder.ContractKey {
    init(_ contract: Contract) { self.init(from: contract.from, to: contract.to, resource: contract.resource) }
}
