// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
public import Scenario

/// The set of projects that adds most to the net benefit within limits.
public struct ProjectChoice: Sendable {
    /// The projects to take, in the order in which they were offered.
    public var projects: [Reference<Project>]
    /// Net benefit with them, less the fixed costs of their plants that stand already, money a year.
    public var gain: Double
    /// Whether the search was exact to its end.
    public var isProved: Bool
}

/// A budget that projects use up: land, investment.
public struct ProjectLimit: Sendable {
    /// What each project uses, in the order in which they are offered; and the most that all may use.
    public var uses: [Double], most: Double

    /// Makes a limit.
    public init(uses: [Double], most: Double) { (self.uses, self.most) = (uses, most) }
}

extension Planner {
    /// Chooses among `offered`, all of which must count in this planner, by one integer program: z_p ∈ {0, 1} per project.
    ///
    /// The streams of a project stand in the program times z: Σ x + d − quantity · z = 0, y ≤ capacity · z, and z earns the baseline that the
    /// project adds, and bears the fixed costs of the project's plants that stand already: without it nobody pays them. What two projects are worth together is not the sum of what each is worth, which the program knows; no set is left out.
    /// Nil where nothing can be.
    public func choice(
        among offered: [Reference<Project>], limits: [ProjectLimit], options: SolveOptions = SolveOptions()
    ) throws(SolverFailure) -> ProjectChoice? {
        var choosing = ChoiceProgram(formulation, offered)
        choosing.limit(limits)
        let solution = try solver.solve(choosing.program, options: options)
        guard solution.primal == .optimal || solution.primal == .feasible,
            Certificate(of: choosing.program, columnValues: solution.columnValues, rowDuals: []).holds,
            offered.indices.map({ solution.columnValues[choosing.first + $0] }).allSatisfy({ abs($0 - $0.rounded()) <= 1e-6 })
        else { return nil }
        let chosen = offered.indices.filter { solution.columnValues[choosing.first + $0] > 0.5 }
        return ProjectChoice(
            projects: chosen.map { offered[$0] }, gain: choosing.constant - solution.objective, isProved: solution.primal == .optimal)
    }
}

/// The program of all projects with a switch for each.
private struct ChoiceProgram {
    private(set) var program = LinearProgram()
    /// The column of the first project's switch.
    private(set) var first = 0
    /// Net benefit = constant − objective: the baseline of what counts in every case.
    private(set) var constant = 0.0

    private struct Switched { var row: Int, project: Int, amount: Double }

    private let offered: [Reference<Project>]
    private var limitRows: [RowIndex] = [], limits: [ProjectLimit] = []
    private let formulation: Formulation

    init(_ formulation: Formulation, _ offered: [Reference<Project>]) {
        (self.formulation, self.offered) = (formulation, offered)
        build([])
    }

    mutating func limit(_ limits: [ProjectLimit]) { build(limits) }

    private mutating func build(_ limits: [ProjectLimit]) {
        let source = formulation.whole, network = formulation.network, tables = network.scenario.tables
        program = LinearProgram()
        let carbon = tables.settings.carbonPrice
        var switched: [Switched] = [], baseline = [Double](repeating: 0, count: offered.count)
        for (index, supply) in network.supplies.enumerated() where !supply.isOfProcess {
            guard let project = projects(of: supply.party).first else { continue }
            switched.append(Switched(row: formulation.supplyRows[index], project: project, amount: supply.quantity))
            let price = network.contribution(disposing: supply).price(ObjectiveWeights(.cost), carbonPrice: carbon)
            baseline[project] += supply.quantity * price
        }
        for (index, demand) in network.demands.enumerated() where !demand.isOfProcess {
            guard let project = projects(of: demand.party).first else { continue }
            switched.append(Switched(row: formulation.demandRows[index], project: project, amount: demand.quantity))
            let price = network.contribution(buying: demand)?.price(ObjectiveWeights(.cost), carbonPrice: carbon) ?? 0
            baseline[project] += demand.quantity * price
            let share = formulation.shareRows[index]
            if share >= 0 { switched.append(Switched(row: share, project: project, amount: demand.maximumShare * demand.quantity)) }
        }
        let bySwitched = Dictionary(grouping: switched, by: \.row)
        // Contracts that ask for a least quantity ask for it only where both ends are there.
        var released: [(row: Int, project: Int, least: Double)] = []
        for (index, row) in formulation.contractRows.enumerated() where row >= 0 && source.rowLower[row].isFinite {
            let contract = tables.contracts[index]
            let involved = Set(projects(of: contract.from) + projects(of: contract.to))
            for project in involved.sorted() { released.append((row, project, source.rowLower[row])) }
        }
        let releasedRows = Set(released.map(\.row))
        for row in 0..<source.rowCount {
            if bySwitched[row] != nil {
                let isEquation = source.rowLower[row] == source.rowUpper[row]
                _ = program.addRow(lower: isEquation ? 0 : -.infinity, upper: 0)
            } else if releasedRows.contains(row) {
                _ = program.addRow(upper: source.rowUpper[row])
            } else {
                _ = program.addRow(lower: source.rowLower[row], upper: source.rowUpper[row])
            }
        }
        // Σ x ≥ min · (Σ z − (number of z − 1)): in force where every project that it needs is in.
        var releaseRow: [Int: RowIndex] = [:]
        for row in releasedRows.sorted() {
            let needed = released.filter { $0.row == row }
            releaseRow[row] = program.addRow(lower: -(needed.first?.least ?? 0) * Double(needed.count - 1))
        }
        // y − capacity · z ≤ 0 for each project that the process needs.
        var capacityRows: [(row: RowIndex, column: Int, project: Int)] = []
        for process in network.processes {
            for project in projects(of: .process(process)) {
                for period in network.periods.indices {
                    capacityRows.append((program.addRow(upper: 0), formulation.activityColumn(process, period), project))
                }
            }
        }
        limitRows = limits.map { program.addRow(upper: $0.most) }
        for column in 0..<source.columnCount {
            _ = program.addColumn(
                cost: source.cost[column], lower: source.lower[column], upper: source.upper[column], isInteger: source.isInteger[column])
            for k in source.entries(of: ColumnIndex(column)) {
                program.addEntry(RowIndex(Int(source.rows[k])), source.values[k])
                if let row = releaseRow[Int(source.rows[k])] { program.addEntry(row, source.values[k]) }
            }
            for entry in capacityRows where entry.column == column { program.addEntry(entry.row, 1) }
        }
        first = program.columnCount
        let fixed = fixedCosts
        for project in offered.indices {
            _ = program.addColumn(cost: fixed.ofOne[project] - baseline[project], upper: 1, isInteger: true)
            for entry in switched where entry.project == project { program.addEntry(RowIndex(entry.row), -entry.amount) }
            for entry in released where entry.project == project {
                if let row = releaseRow[entry.row] { program.addEntry(row, -entry.least) }
            }
            for entry in capacityRows where entry.project == project {
                program.addEntry(entry.row, -source.upper[entry.column])
            }
            for (row, limit) in zip(limitRows, limits) { program.addEntry(row, limit.uses[project]) }
        }
        for (projects, cost) in fixed.ofSeveral { charge(cost, whereAllOf: projects) }
        program.offset = source.offset
        constant = network.baseline.cost - baseline.reduce(0, +)
    }

    /// Fixed costs of plants that stand already, by the one project that brings them, or by several that must all be there.
    private var fixedCosts: (ofOne: [Double], ofSeveral: [(projects: [Int], cost: Double)]) {
        var ofOne = [Double](repeating: 0, count: offered.count), ofSeveral: [(projects: [Int], cost: Double)] = []
        for reference in formulation.network.processes {
            let process = formulation.network.scenario.tables.processes[reference]
            guard !process.isCandidate, process.fixedCost != 0 else { continue }
            let projects = projects(of: .process(reference))
            if projects.count == 1 { ofOne[projects[0]] += process.fixedCost }
            if projects.count > 1 { ofSeveral.append((projects, process.fixedCost)) }
        }
        return (ofOne, ofSeveral)
    }

    /// A cost that is paid where all of some projects are in: w ≥ Σ z − (number of z − 1), w ≤ z of each.
    private mutating func charge(_ cost: Double, whereAllOf projects: [Int]) {
        let entries = projects.map { (column: first + $0, value: -1.0) }
        let all = program.rowCount
        program = program.extended(
            rows: [LinearProgram.NewRow(lower: -Double(projects.count - 1), entries: entries)]
                + entries.map { LinearProgram.NewRow(upper: 0, entries: [$0]) })
        _ = program.addColumn(cost: cost, upper: 1)
        for row in all...(all + projects.count) { program.addEntry(RowIndex(row), 1) }
    }

    /// The positions in `offered` of the projects that a party needs to be there.
    private func projects(of party: Party) -> [Int] {
        let tables = formulation.network.scenario.tables
        let named: [Reference<Project>?]
        switch party {
        case .firm(let firm): named = [tables.firms[firm].project]
        case .process(let process):
            if case .firm(let host) = tables.processes[process].site {
                named = [tables.processes[process].project, tables.firms[host].project]
            } else {
                named = [tables.processes[process].project]
            }
        }
        return Set(named.compactMap { $0.flatMap(offered.firstIndex) }).sorted()
    }
}
