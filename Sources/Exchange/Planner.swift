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
