// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

extension Planner {
    /// Today: the contracts' quantities as fixed flows, each by the cheapest candidate of its pair and resource, processes at the least
    /// activity that takes them in (and gives off what leaves them), the rest disposed of and bought; the charges of what that uses.
    ///
    /// Shares, qualities and capacities of routes hold of it as of a plan; the contracts' own least and most do not.
    func todayMeasures() -> (Measures?, TodayReason?) {
        let (today, reason) = today()
        return (today?.sum.total, reason)
    }

    /// The value that today gives each column of the program; nil where there is no today.
    func todayValues() -> [Double]? { today().0?.values }

    private func today() -> (Today?, TodayReason?) {
        let tables = network.scenario.tables
        let rows = tables.contracts.references.filter { row in
            let contract = tables.contracts[row]
            return contract.quantity != nil && network.counts(contract.from) && network.counts(contract.to)
        }.sorted { tables.ids(of: tables.contracts[$0]).lexicographicallyPrecedes(tables.ids(of: tables.contracts[$1])) }
        guard !rows.isEmpty else { return (nil, .noQuantities) }
        // A contract says what flows in a year, and nothing of when.
        guard network.periods.count == 1 else { return (nil, .periods) }
        var today = Today(formulation)
        let reason = today.dispatch(rows) ?? today.runProcesses() ?? today.disposeAndBuy() ?? today.brokenLimit
        today.charge()
        return reason == nil ? (today, nil) : (nil, reason)
    }
}

/// The state of affairs that the contracts' quantities make, step by step; each step says why it cannot be, or nil.
private struct Today {
    private let formulation: Formulation, network: Network, tables: Tables
    /// The measures so far, and the value of each column of the program.
    private(set) var sum: MeasureSum
    private(set) var values: [Double]
    /// Per supply and per demand: what the contracts move, and the last contract that does.
    private var given: [Double], taken: [Double]
    private var lastFrom: [Int: Reference<Contract>] = [:], lastAt: [Int: Reference<Contract>] = [:]

    init(_ formulation: Formulation) {
        self.formulation = formulation
        network = formulation.network
        tables = network.scenario.tables
        sum = MeasureSum(network)
        values = [Double](repeating: 0, count: formulation.program.columnCount)
        given = [Double](repeating: 0, count: network.supplies.count)
        taken = [Double](repeating: 0, count: network.demands.count)
    }

    mutating func dispatch(_ rows: [Reference<Contract>]) -> TodayReason? {
        let cheapest = cheapest(for: Set(rows.map { ContractKey(tables.contracts[$0]) }))
        for row in rows {
            let quantity = tables.contracts[row].quantity ?? 0
            guard quantity > 0 else { continue }
            guard let index = cheapest[ContractKey(tables.contracts[row])]?.candidate else { return .noCandidate(row) }
            let candidate = formulation.candidates[index]
            sum.dispatch(candidate, quantity)
            values[formulation.firstCandidate + index] += quantity
            given[Int(candidate.supply)] += quantity
            taken[Int(candidate.demand)] += quantity * network.terms(of: candidate).delivered
            lastFrom[Int(candidate.supply)] = row
            lastAt[Int(candidate.demand)] = row
        }
        return nil
    }

    /// Of each contract's pair and resource, the candidate that costs least, carbon cost included.
    private func cheapest(for wanted: Set<ContractKey>) -> [ContractKey: (candidate: Int, cost: Double)] {
        var cheapest: [ContractKey: (candidate: Int, cost: Double)] = [:]
        for (index, candidate) in formulation.candidates.enumerated() {
            let key = network.key(of: candidate)
            guard wanted.contains(key) else { continue }
            let contribution = network.contribution(network.terms(of: candidate), of: candidate)
            let cost = contribution.price(ObjectiveWeights(.cost), carbonPrice: tables.settings.carbonPrice)
            if let known = cheapest[key], known.cost <= cost { continue }
            cheapest[key] = (index, cost)
        }
        return cheapest
    }

    mutating func runProcesses() -> TodayReason? {
        var least: [Reference<ConversionProcess>: (activity: Double, perActivity: Double, cause: Reference<Contract>?)] = [:]
        func raise(_ party: Party, _ moved: Double, _ perActivity: Double, _ row: Reference<Contract>?) {
            guard case .process(let process) = party, moved / perActivity > least[process]?.activity ?? 0 else { return }
            least[process] = (moved / perActivity, perActivity, row)
        }
        for (index, demand) in network.demands.enumerated() where demand.isOfProcess && taken[index] > 0 {
            raise(demand.party, taken[index], demand.quantity, lastAt[index])
        }
        for (index, supply) in network.supplies.enumerated() where supply.isOfProcess && given[index] > 0 {
            raise(supply.party, given[index], supply.quantity, lastFrom[index])
        }
        // In the order of ids, so that the sum comes out the same to the last digit.
        for process in network.processes {
            guard let (y, perActivity, cause) = least[process] else { continue }
            let excess = y - tables.processes[process].capacity
            if excess > 1e-9 * y, let cause {
                return .tooMuch(cause, resource: tables.contracts[cause].resource, excess: excess * perActivity)
            }
            sum.run(tables.processes[process], y)
            values[formulation.activityColumn(process, 0)] = y
        }
        return nil
    }

    mutating func disposeAndBuy() -> TodayReason? {
        for (index, supply) in network.supplies.enumerated() {
            let rest = formulation.quantity(of: supply, values) - given[index]
            if rest < -1e-9 * given[index], let row = lastFrom[index] { return .tooMuch(row, resource: supply.resource, excess: -rest) }
            sum.dispose(supply, max(rest, 0))
            values[formulation.disposal[index]] = max(rest, 0)
        }
        for (index, demand) in network.demands.enumerated() {
            let rest = formulation.quantity(of: demand, values) - taken[index]
            if rest < -1e-9 * taken[index], let row = lastAt[index] { return .tooMuch(row, resource: demand.resource, excess: -rest) }
            guard rest > 1e-9 * max(taken[index], 1e-9) else { continue }
            guard demand.virginPrice != nil else { return .cannotBuy(demand.resource, party: demand.party, amount: rest) }
            sum.buy(demand, rest)
            values[formulation.purchase[index]] = rest
        }
        return nil
    }

    /// What the flows use is paid for as in a plan: routes, links and candidate plants by their yearly charges.
    mutating func charge() {
        let board = formulation.switchboard
        sum.charge(board.charges(board.switches.map { $0.charge > 0 && $0.total(values) > 0 }))
    }

    var brokenLimit: TodayReason? { formulation.limitBroken(by: values).map(TodayReason.broken) }
}
