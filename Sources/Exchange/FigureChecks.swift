// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Finds what the figures alone show cannot be met.
///
/// Every check compares what is asked at least with a bound on what can be had: losses, other takers and the capacity of processes' inputs
/// count in favour of what is asked. What is found therefore proves that there is no plan; what is not found proves nothing.
struct FigureChecks {
    let network: Network
    let tables: Tables
    let candidates: [Candidate]
    /// Per candidate, its terms; per demand, its candidates.
    let terms: [CandidateTerms]
    let waysOfDemand: [[Int]]
    /// The contracts that oblige to something, in the order of their rows.
    let obligations: [Obligation]
    private let maxima: [ContractKey: Double]
    var faults: [Fault] = []

    /// A contract with a least amount, both of whose parties count.
    struct Obligation {
        var contract: Reference<Contract>
        /// The giver's supply; nil where it has none.
        var supply: Int?
        /// The candidates that serve it.
        var ways: [Int]
        var least: Double
    }

    /// - Parameter candidates: those of all demands that ``demandsAtRisk(_:)`` names, in their order; others change nothing.
    init(_ network: Network, _ candidates: [Candidate]) {
        (self.network, tables, self.candidates) = (network, network.scenario.tables, candidates)
        terms = candidates.map { network.terms(of: $0) }
        var waysOfDemand = [[Int]](repeating: [], count: network.demands.count)
        for (index, candidate) in candidates.enumerated() { waysOfDemand[Int(candidate.demand)].append(index) }
        self.waysOfDemand = waysOfDemand
        obligations = FigureChecks.obligations(network, candidates)
        var maxima: [ContractKey: Double] = [:]
        for contract in tables.contracts { maxima[ContractKey(contract)] = contract.maximum }
        self.maxima = maxima
    }

    /// Per demand, whether anything here depends on its candidates: what can be bought, and keeps its limits so, and that no contract obliges
    /// to take anything, always is met.
    static func demandsAtRisk(_ network: Network) -> [Bool] {
        let obliged = Set(network.scenario.tables.contracts.lazy.filter { $0.minimum > 0 }.map(\.to))
        var isAtRisk = network.demands.indices.map { index in
            network.demands[index].virginPrice == nil || !obliged.isEmpty && obliged.contains(network.demands[index].party)
        }
        for index in demandsBrokenByVirgin(network) { isAtRisk[index] = true }
        return isAtRisk
    }

    private static func obligations(_ network: Network, _ candidates: [Candidate]) -> [Obligation] {
        let tables = network.scenario.tables
        var obligations: [Obligation] = [], index: [ContractKey: Int] = [:]
        for reference in tables.contracts.references {
            let contract = tables.contracts[reference]
            guard contract.minimum > 0, network.counts(contract.from), network.counts(contract.to) else { continue }
            index[ContractKey(contract)] = obligations.count
            let supply = network.supplies.firstIndex { $0.party == contract.from && $0.resource == contract.resource }
            obligations.append(Obligation(contract: reference, supply: supply, ways: [], least: contract.minimum))
        }
        guard !obligations.isEmpty else { return [] }
        for (position, candidate) in candidates.enumerated() {
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            let key = ContractKey(from: supply.party, to: demand.party, resource: supply.resource)
            if let obligation = index[key] { obligations[obligation].ways.append(position) }
        }
        return obligations
    }

    /// All that the figures show.
    mutating func run() -> [Fault] {
        faults = []
        // Of several periods only what no quantity decides is looked at: the sentences tell of a year, and storages carry over.
        guard network.periods.count == 1 else {
            checkContractsWithoutWay()
            checkQualities()
            return faults
        }
        checkNeeds()
        checkNeedsTogether()
        checkContractsOfGivers()
        checkContractsOfTakers()
        checkContractsWithoutWay()
        checkContractsOfProcesses()
        checkRoutes()
        checkQualities()
        return faults
    }

    /// More than rounding and the solver's tolerance explain.
    func exceeds(_ asked: Double, _ possible: Double) -> Bool { asked - possible > 1e-6 * max(1, asked) }

    /// What a supply comes to in a year, of a process at full capacity.
    func most(ofSupply index: Int) -> Double {
        network.most(of: network.supplies[index])
    }

    /// What a demand comes to in a year, of a process at full capacity.
    func most(ofDemand index: Int) -> Double {
        network.most(of: network.demands[index])
    }

    /// All that givers within reach could bring a demand of `quantity`, in its unit, each of them with nobody else to serve.
    func reach(ofDemand index: Int, quantity: Double) -> Double {
        var bySupply: [Int32: Double] = [:], order: [Int32] = [], substitution: [Int32: Int32] = [:]
        for way in waysOfDemand[index] {
            let supply = candidates[way].supply
            if bySupply[supply] == nil { order.append(supply) }
            bySupply[supply] = max(bySupply[supply] ?? 0, terms[way].delivered)
            substitution[supply] = candidates[way].substitutionPosition
        }
        var total = 0.0, bySubstitution: [Int32: Double] = [:], rows: [Int32] = []
        for supply in order {
            let amount = min(most(ofSupply: Int(supply)), contractMaximum(Int(supply), index)) * (bySupply[supply] ?? 0)
            guard let row = substitution[supply], row >= 0 else {
                total += amount
                continue
            }
            if bySubstitution[row] == nil { rows.append(row) }
            bySubstitution[row, default: 0] += amount
        }
        for row in rows {
            total += min(bySubstitution[row] ?? 0, tables.substitutions[Reference(Int(row))].maximumShare * quantity)
        }
        return total
    }

    private func contractMaximum(_ supply: Int, _ demand: Int) -> Double {
        guard !maxima.isEmpty else { return .infinity }
        let from = network.supplies[supply].party, resource = network.supplies[supply].resource
        return maxima[ContractKey(from: from, to: network.demands[demand].party, resource: resource)] ?? .infinity
    }

    func id(of party: Party) -> String {
        switch party {
        case .firm(let firm): tables.firms[firm].id
        case .process(let process): tables.processes[process].id
        }
    }

    func resource(ofDemand index: Int) -> Resource { tables.resources[network.demands[index].resource] }

    mutating func report(_ fault: UnmetFault, _ table: Table, _ provenance: Provenance, _ column: String) {
        let found = Fault(.unmet(fault), at: Spot(table, row: Int(provenance.row), column: column))
        // The same row may be at fault in every period.
        guard network.periods.count == 1 || !faults.contains(found) else { return }
        faults.append(found)
    }
}

extension Planner {
    /// What the figures alone show cannot be met. Each of these proves that there is no plan; a scenario without any may still have none.
    public var unmet: [Fault] {
        let isAtRisk = FigureChecks.demandsAtRisk(network)
        var checks = FigureChecks(network, candidates.filter { isAtRisk[Int($0.demand)] })
        return checks.run()
    }
}
