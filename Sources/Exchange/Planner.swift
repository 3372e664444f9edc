// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
internal import MixedInteger
public import Scenario

/// Proposes the exchanges of a scenario: candidates, linear program, solve, proof.
public struct Planner: Sendable {
    /// The part of the scenario that counts.
    public let network: Network
    /// Every possible exchange.
    public let candidates: [Candidate]
    /// What is to be made small.
    public let objective: Objective
    let formulation: Formulation
    let solver: any Solver

    /// Finds the candidates of `scenario` with the committed projects and those in `with`, and writes the linear program.
    ///
    /// - Throws: faults that only show when places meet: a pair that could exchange, but whose distance nothing tells, and a virgin
    ///   resource that breaks the limit of a need which no exchange within reach could serve instead.
    public init(
        _ scenario: Scenario, with projects: Set<Reference<Project>> = [], objective: Objective? = nil, solver: any Solver
    ) throws(ScenarioFaults) {
        network = Network(scenario, with: projects)
        var found: [Candidate] = []
        let faults = CandidateFinder(network).forEachSupply { found.append(contentsOf: $1) }
        guard faults.isEmpty else { throw ScenarioFaults(faults) }
        candidates = found
        let hopeless = FigureChecks.virginFaults(network, candidates)
        guard hopeless.isEmpty else { throw ScenarioFaults(hopeless) }
        self.objective = objective ?? scenario.tables.settings.objective
        formulation = Formulation(network, candidates: candidates, objective: ObjectiveWeights(self.objective))
        self.solver = solver
    }

    /// The whole model, for writing it out: a linear program, with a whole-numbered column for each yes-or-no choice.
    public var program: LinearProgram { formulation.whole }

    /// Solves and proves. Infeasible is an answer, explained.
    public func plan(options: SolveOptions = SolveOptions()) throws(SolverFailure) -> Outcome { try planned(options).outcome }

    /// The outcome, the solve behind it, the plan's value of every column and the basis that it stands on; there are none without a plan.
    func planned(
        _ given: SolveOptions
    ) throws(SolverFailure) -> (outcome: Outcome, solved: Solved, values: [Double], basis: SimplexBasis?) {
        let deadline = PlanDeadline(given, size: program.columnCount + program.rowCount)
        let solved = try solve(deadline.options(forSearch: given))
        var outcome = emptyOutcome(solved), values: [Double] = [], basis: SimplexBasis?
        // Pricing, tidying and appraising end with the time as the search does; what is not asked by then is not told.
        let options = deadline.options(forRest: given)
        switch solved.solution.primal {
        case .optimal, .feasible:
            // Without duals nothing proves the plan the best, whatever the solver says.
            let solution = solved.solution, hasPrices = solution.primal == .optimal && solution.rowDuals.count == solved.held.rowCount
            let best = hasPrices ? try tidied(solved, options) : solution, tidied = best.columnValues
            (values, basis) = (formulation.cleaned(tidied), best.basis)
            fill(&outcome, values, solved, hasPrices: hasPrices)
            // A plan that fails its certificate is not shown, and its duals are none.
            // What investments earn is asked before the finer points of marginal values, which would take all the time that is left.
            try appraise(&outcome, solved, deadline.options(forRest: given, share: 0.6))
            if hasPrices, outcome.certificate?.holds == true {
                try takeMarginalsUpward(&outcome, solved, points: [solution.columnValues, tidied], options)
            }
        case .infeasible:
            outcome.status = .infeasible
            let options = deadline.options(forRest: given, least: 1)
            let explanation = try Conflict(formulation, objective: objective, solver: solver, options: options).explanation()
            // Where the flows alone could be, what may be chosen is in the way.
            let isOfChoices = explanation.rules.isEmpty && outcome.choices > 0
            outcome.infeasibility = isOfChoices ? try choiceConflict(options) : explanation
        case .unbounded: outcome.status = .unbounded
        case .unknown: outcome.status = .unknown
        }
        return (outcome, solved, values, basis)
    }

    /// Among the plans of the same value the cheapest, and among those one with fewer and shorter exchanges; what is built is held.
    ///
    /// The plans of the same value are those of the optimal face: a column whose reduced cost is not zero stays at its bound, a row whose dual is
    /// not zero stays tight. On that face every plan has the duals of the first solve as its proof.
    private func tidied(_ solved: Solved, _ options: SolveOptions) throws(SolverFailure) -> Solution {
        var program = solved.held, best = solved.solution, columns: [Int]?, solution = best
        var costs: [([Int]) -> [Double]] = []
        if ObjectiveWeights(objective) != ObjectiveWeights(.cost) {
            let money = formulation.costs(ObjectiveWeights(.cost))
            costs.append { columns in columns.map { money[$0] } }
        }
        costs.append { formulation.tidiness(of: $0) }
        for cost in costs {
            // Where everything is held there is but one plan.
            guard let face = program.face(of: solution) else { break }
            var next = options
            next.start = solution.basis.map { basis in SimplexBasis(columns: face.columns.map { basis.columns[$0] }, rows: basis.rows) }
            // The certificate is made of this plan and of the first solve's prices.
            next.isCheckedByCaller = true
            let places = columns.map { columns in face.columns.map { columns[$0] } } ?? face.columns
            (program, columns) = (face.program, places)
            program.offset = 0
            for (position, cost) in cost(places).enumerated() { program.setCost(cost, of: ColumnIndex(position)) }
            solution = try solver.solve(program, options: next)
            // A second pass that gets nowhere leaves the first one's plan, which is as good.
            guard solution.primal == .optimal else { break }
            best.replace(places, by: solution)
        }
        return best
    }

    private func emptyOutcome(_ solved: Solved) -> Outcome {
        let (today, reason) = todayMeasures(), program = program
        var outcome = Outcome(
            status: .unknown, objective: objective, objectiveValue: nil, bound: nil, gap: nil, baseline: network.baseline,
            unpriced: network.unpriced, today: today, todayReason: reason, plan: nil, netBenefit: nil, projects: network.projects,
            rows: program.rowCount, columns: program.columnCount, nonzeros: program.nonzeroCount, candidates: candidates.count,
            solver: solver.name, termination: solved.search?.termination ?? solved.solution.termination)
        outcome.choices = formulation.switchboard.switches.count
        return outcome
    }
}

extension Solution {
    /// Takes over the plan of some columns, in their order, with the duals of all rows.
    fileprivate mutating func replace(_ columns: [Int], by part: Solution) {
        for (position, column) in columns.enumerated() { columnValues[column] = part.columnValues[position] }
        rowDuals = part.rowDuals
        guard var whole = basis, let basis = part.basis else { return self.basis = nil }
        for (position, column) in columns.enumerated() { whole.columns[column] = basis.columns[position] }
        whole.rows = basis.rows
        self.basis = whole
    }
}

extension LinearProgram {
    /// The columns that may still move on the optimal face of `solution` or stand away from zero, as a program of their own with everything else held.
    /// Nil where nothing outside the basis is free.
    ///
    /// A dual that should be 0 comes back as rounding of the largest one: a reduced cost or a dual counts only above that.
    fileprivate func face(of solution: Solution) -> (program: LinearProgram, columns: [Int])? {
        guard let basis = solution.basis, solution.rowDuals.count == rowCount else { return (self, Array(0..<columnCount)) }
        var kept: [Int] = [], held: [(position: Int, side: Double)] = [], isOpen = false
        let rounding = 1e-11 * solution.rowDuals.reduce(0) { max($0, abs($1)) }
        for j in 0..<columnCount where basis.columns[j] != .basic {
            var reduced = cost[j], scale = abs(cost[j]), noise = 0.0
            for k in entries(of: ColumnIndex(j)) {
                let term = values[k] * solution.rowDuals[Int(rows[k])]
                reduced -= term
                scale += abs(term)
                noise += abs(values[k]) * rounding
            }
            let side = basis.columns[j] == .atUpper ? upper[j] : lower[j]
            let isHeld = abs(reduced) > max(1e-9 * scale, noise) && side.isFinite, isFree = !isHeld && lower[j] < upper[j]
            if isFree { isOpen = true }
            guard isFree || solution.columnValues[j] != 0 else { continue }
            if isHeld { held.append((kept.count, side)) }
            kept.append(j)
        }
        for i in 0..<rowCount where basis.rows[i] != .basic && rowLower[i] < rowUpper[i] && !isHeld(i, solution, rounding) { isOpen = true }
        guard isOpen else { return nil }
        for j in 0..<columnCount where basis.columns[j] == .basic { kept.append(j) }
        var face = part(columns: kept, rows: Array(0..<rowCount))
        for (position, side) in held { face.setBounds(side, side, of: ColumnIndex(position)) }
        for i in 0..<rowCount where basis.rows[i] != .basic && rowLower[i] < rowUpper[i] && isHeld(i, solution, rounding) {
            let side = solution.rowDuals[i] > 0 ? rowLower[i] : rowUpper[i]
            face.setBounds(side, side, of: RowIndex(i))
        }
        return (face, kept)
    }

    /// Whether the dual of a row that is not basic holds the row at its side.
    private func isHeld(_ row: Int, _ solution: Solution, _ rounding: Double) -> Bool {
        let dual = solution.rowDuals[row]
        return abs(dual) > rounding && (dual > 0 ? rowLower[row] : rowUpper[row]).isFinite
    }
}

extension Formulation {
    /// Values with rounding below 1e-9 of their supply's scale cut to zero, and what is disposed of and bought taken from the balances.
    func cleaned(_ raw: [Double]) -> [Double] {
        var values = raw.map { max($0, 0) }
        for column in activity + held.joined() where column >= 0 {
            if values[column] < 1e-9 * program.upper[column] { values[column] = 0 }
            values[column] = min(values[column], program.upper[column])
        }
        var given = [Double](repeating: 0, count: network.supplies.count), taken = [Double](repeating: 0, count: network.demands.count)
        for (index, candidate) in candidates.enumerated() {
            let column = firstCandidate + index
            guard values[column] > 0 else { continue }
            if values[column] < 1e-9 * max(mostDispatched(candidate), 1e-9) { values[column] = 0; continue }
            given[Int(candidate.supply)] += values[column]
            taken[Int(candidate.demand)] += values[column] * network.terms(of: candidate).delivered
        }
        let storing = storing(values)
        for (index, supply) in network.supplies.enumerated() {
            values[disposal[index]] = Formulation.remainder(
                quantity(of: supply, values) + storing[index].taken, given[index] + storing[index].put)
        }
        for (index, demand) in network.demands.enumerated() where purchase[index] >= 0 {
            values[purchase[index]] = Formulation.remainder(quantity(of: demand, values), taken[index])
        }
        return values
    }

    private static func remainder(_ total: Double, _ part: Double) -> Double {
        let rest = total - part
        return rest > 1e-9 * max(total, part) ? rest : 0
    }

    /// The quantity of a supply in a plan: of a process, per activity times activity.
    func quantity(of supply: Supply, _ values: [Double]) -> Double {
        guard supply.isOfProcess, case .process(let process) = supply.party else { return supply.quantity }
        return supply.quantity * values[activityColumn(process, supply.period)]
    }

    /// The quantity of a demand in a plan, likewise.
    func quantity(of demand: Demand, _ values: [Double]) -> Double {
        guard demand.isOfProcess, case .process(let process) = demand.party else { return demand.quantity }
        return demand.quantity * values[activityColumn(process, demand.period)]
    }

    /// Per supply, what goes into its storage and what comes out of it.
    func storing(_ values: [Double]) -> [(put: Double, taken: Double)] {
        var storing = [(put: Double, taken: Double)](repeating: (0, 0), count: network.supplies.count)
        for (index, store) in network.stores.enumerated() {
            let kept = 1 - network.scenario.tables.storages[store.storage].lossShare
            for (period, supply) in store.supplies.enumerated() {
                storing[supply] = (values[held[index][period]], kept * values[held[index][network.before(period)]])
            }
        }
        return storing
    }
}

extension Network {
    /// What a supply comes to in its period, of a process at full capacity; what a storage hands out not counted.
    func most(of supply: Supply) -> Double { most(supply.quantity, supply.party, supply.isOfProcess, supply.period) }

    /// What a demand comes to in its period, of a process at full capacity.
    func most(of demand: Demand) -> Double { most(demand.quantity, demand.party, demand.isOfProcess, demand.period) }

    private func most(_ quantity: Double, _ party: Party, _ isOfProcess: Bool, _ period: Int) -> Double {
        guard isOfProcess, case .process(let process) = party else { return quantity }
        return quantity * (scenario.tables.processes[process].capacity * shares[period])
    }
}
