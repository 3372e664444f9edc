// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// What moves in a year in one state of affairs: the baseline, today or a plan. Lists are an ``Outcome``'s, period by period where the scenario has
/// periods: what a unit costs and emits may differ between them.
public struct Flows: Sendable {
    /// What is passed on.
    public var exchanges: [PlannedExchange]
    /// What becomes of each output, and how each need is met.
    public var outputs: [PlannedOutput], needs: [PlannedNeed]
    /// What each process does, and what it takes in and gives off.
    public var processes: [PlannedProcess], processFlows: [PlannedProcessFlow]
    /// What it costs and emits.
    public var measures: Measures

    /// The flows of an outcome's plan; nil where it has none.
    public init?(planOf outcome: Outcome) {
        guard let measures = outcome.plan else { return nil }
        self.init(outcome, measures)
    }

    /// Nothing moves.
    public init() { (exchanges, outputs, needs, processes, processFlows, measures) = ([], [], [], [], [], Measures()) }

    init(_ outcome: Outcome, _ measures: Measures) {
        (exchanges, outputs, needs) = (outcome.exchanges, outcome.outputs, outcome.needs)
        (processes, processFlows, self.measures) = (outcome.processes, outcome.processFlows, measures)
    }
}

extension Planner {
    /// The flows of the baseline: nothing exchanged, no activity, all disposed of and bought new.
    public func baselineFlows(_ outcome: Outcome) -> Flows {
        flows(outcome, formulation.cleaned([Double](repeating: 0, count: formulation.program.columnCount)), outcome.baseline)
    }

    /// The flows of today; nil where there is no today.
    public func todayFlows(_ outcome: Outcome) -> Flows? {
        guard let measures = outcome.today, let values = todayValues() else { return nil }
        return flows(outcome, values, measures)
    }

    /// Fills the lists of a copy of `outcome` from other column values.
    private func flows(_ outcome: Outcome, _ values: [Double], _ measures: Measures) -> Flows {
        var copy = outcome
        (copy.exchanges, copy.outputs, copy.needs) = ([], [], [])
        (copy.processes, copy.processFlows, copy.routes, copy.contracts) = ([], [], [], [])
        (copy.links, copy.storages) = ([], [])
        // Nothing is chosen and nothing priced: the values are as they were given.
        let given = Solution(
            termination: .finished, primal: .feasible, dual: .unknown, objective: 0, bound: -.infinity, columnValues: values, rowDuals: [])
        fill(&copy, values, Solved(isOn: [], held: formulation.program, solution: given, search: nil), hasPrices: false)
        return Flows(copy, measures)
    }
}
