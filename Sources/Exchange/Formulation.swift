// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

/// The linear program of a network, and where each variable and rule of the model stands in it.
///
/// Columns: d (disposed of) per supply, v (bought new) per demand with a price, y (activity) per process and period, h (held) per storage and
/// period, x (dispatched) per candidate. All of it holds in each period; contracts and storages join the periods.
/// Rows: supply, demand, share of secondary, share of a substitution, quality, capacity of a route, contract. Each family is written by a file of its own.
struct Formulation {
    let network: Network
    let candidates: [Candidate]
    /// The flows, as though everything were built; what is built or not stands in ``switchboard``.
    var program = LinearProgram()
    /// What is on or off.
    private(set) var switchboard = Switchboard()
    /// What a unit of money in a charge counts in the objective.
    private let moneyWeight: Double
    /// Column positions: of d per supply, of v per demand (−1 where it cannot be bought), of y per period and process of the table (−1 where
    /// it does not count; see ``activityColumn(_:_:)``), of h per store and period, and of the first x.
    var disposal: [Int] = [], purchase: [Int] = [], activity: [Int] = [], held: [[Int]] = [], firstCandidate = 0
    /// Row positions of the families; of routes per period and row of the table.
    var supplyRows: [Int] = [], demandRows: [Int] = []
    var shareRows: [Int] = []
    var substitutionRows: [SubstitutionRow] = [], qualityRows: [QualityRow] = [], routeRows: [Int] = [], contractRows: [Int] = []

    struct SubstitutionRow { var row: Int, demand: Int, substitution: Reference<Substitution> }
    struct QualityRow {
        var row: Int, demand: Int, quality: Reference<Quality>, isMaximum: Bool, property: Reference<Property>, limit: Double
    }

    /// Per supply, the most that can leave it in its period.
    let mostGiven: [Double]

    /// Rows by what a candidate needs to find: its demand's, its contract's.
    var substitutionRowsOfDemand: [[Int]], qualityRowsOfDemand: [Range<Int>]
    var contractRow: [ContractKey: Int] = [:]

    init(_ network: Network, candidates: [Candidate], objective: ObjectiveWeights) {
        self.network = network
        self.candidates = candidates
        moneyWeight = objective.cost
        substitutionRowsOfDemand = [[Int]](repeating: [], count: network.demands.count)
        qualityRowsOfDemand = [Range<Int>](repeating: 0..<0, count: network.demands.count)
        mostGiven = zip(network.supplies, network.mostHandedOut).map { network.most(of: $0) + $1 }
        let tables = network.scenario.tables
        let columns = network.supplies.count + network.demands.count + candidates.count + tables.processes.count
        program.reserve(
            columns: columns, rows: network.supplies.count + network.demands.count * 2, nonzeros: candidates.count * 3 + columns)
        addSupplyRows()
        addDemandRows()
        addShareRows()
        addSubstitutionRows()
        addQualityRows()
        addRouteRows()
        addContractRows()
        let carbonPrice = tables.settings.carbonPrice
        addDisposalColumns(objective, carbonPrice)
        addPurchaseColumns(objective, carbonPrice)
        addActivityColumns(objective, carbonPrice)
        addStorageColumns(objective, carbonPrice)
        addCandidateColumns(objective, carbonPrice)
        // What exists is paid for in every case.
        program.offset = network.fixedCost * objective.cost
        switchboard = SwitchboardBuilder(self).board
    }

    /// The flows with what is on or off.
    var switched: SwitchedProgram { switchboard.program(program, chargedAt: moneyWeight) }

    /// Other flows of the same columns with what is on or off by another board.
    func switched(_ flow: LinearProgram, _ board: Switchboard) -> SwitchedProgram { board.program(flow, chargedAt: moneyWeight) }

    /// The whole model, whole numbers and all, for writing it out.
    var whole: LinearProgram { switchboard.switches.isEmpty ? program : switched.expanded }

    /// The row of a constraint, as an index of the program.
    func row(_ position: Int) -> RowIndex { RowIndex(position) }

    /// The column of what a process does in a period.
    func activityColumn(_ process: Reference<ConversionProcess>, _ period: Int) -> Int {
        activity[period * network.scenario.tables.processes.count + Int(process.position)]
    }

    /// The row of the capacity of a route in a period; −1 where there is none.
    func routeRow(_ route: Reference<Route>, _ period: Int) -> Int {
        routeRows[period * network.scenario.tables.routes.count + Int(route.position)]
    }

    /// Costs of every column under other weights, in the order of the columns.
    func costs(_ objective: ObjectiveWeights) -> [Double] {
        let carbonPrice = network.scenario.tables.settings.carbonPrice
        var costs = [Double](repeating: 0, count: program.columnCount)
        for (index, supply) in network.supplies.enumerated() {
            costs[disposal[index]] = network.contribution(disposing: supply).price(objective, carbonPrice: carbonPrice)
        }
        for (index, demand) in network.demands.enumerated() where purchase[index] >= 0 {
            costs[purchase[index]] = network.contribution(buying: demand)?.price(objective, carbonPrice: carbonPrice) ?? 0
        }
        for period in network.periods.indices {
            for reference in network.processes {
                let process = network.scenario.tables.processes[reference]
                costs[activityColumn(reference, period)] = network.contribution(running: process).price(objective, carbonPrice: carbonPrice)
            }
            for (index, store) in network.stores.enumerated() {
                costs[held[index][period]] = network.contribution(holding: store, period).price(objective, carbonPrice: carbonPrice)
            }
        }
        for (index, candidate) in candidates.enumerated() {
            let contribution = network.contribution(network.terms(of: candidate), of: candidate)
            costs[firstCandidate + index] = contribution.price(objective, carbonPrice: carbonPrice)
        }
        return costs
    }

    /// The baseline as a basis: everything disposed of and bought new, nothing exchanged, no activity.
    var baselineBasis: SimplexBasis {
        var columns = [BasisStatus](repeating: .atLower, count: program.columnCount)
        var rows = [BasisStatus](repeating: .basic, count: program.rowCount)
        for (index, column) in disposal.enumerated() {
            columns[column] = .basic
            rows[supplyRows[index]] = .fixed
        }
        for (index, column) in purchase.enumerated() where column >= 0 {
            columns[column] = .basic
            rows[demandRows[index]] = .fixed
        }
        return SimplexBasis(columns: columns, rows: rows)
    }
}

extension Network {
    /// Fixed costs of the processes that exist, money a year: paid in every case, the baseline included.
    var fixedCost: Double {
        processes.reduce(0) { $0 + (scenario.tables.processes[$1].isCandidate ? 0 : scenario.tables.processes[$1].fixedCost) }
    }
}
