// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

/// A solve: the choices that it made, and the flows that are best with them.
struct Solved {
    /// Per switch, whether it is on; empty without a plan, or where nothing can be chosen.
    var isOn: [Bool]
    /// The flows with the choices held: its first columns and rows are those of the formulation.
    var held: LinearProgram
    /// The solution of `held`; where there is no plan, what is known.
    var solution: Solution
    /// The search over the choices; nil where nothing can be chosen.
    var search: SwitchedSolution?

    /// Whether no better plan can be.
    var isProved: Bool { solution.primal == .optimal && search?.primal ?? .optimal == .optimal }

    /// A lower bound of every plan's objective, where the search over choices proved one.
    var bound: Double? { search.flatMap { $0.bound.isFinite ? $0.bound : nil } }
}

extension Planner {
    /// Solves the model: what is chosen first, then the flows with that held, which gives them prices.
    func solve(_ options: SolveOptions) throws(SolverFailure) -> Solved {
        guard !formulation.switchboard.switches.isEmpty else {
            var options = options
            options.start = options.start ?? formulation.baselineBasis
            return Solved(
                isOn: [], held: formulation.program, solution: try solver.solve(formulation.program, options: options), search: nil)
        }
        let search = try searched(options)
        let none = Solution(
            termination: search.termination, primal: search.primal, dual: .unknown, objective: search.objective, bound: search.bound,
            columnValues: search.values, rowDuals: [], iterations: search.iterations)
        guard !search.isOn.isEmpty else { return Solved(isOn: [], held: formulation.program, solution: none, search: search) }
        let held = formulation.switched.held(search.isOn)
        // The prices are worth a moment more, even where the time is up; the flows of the search are all but the answer.
        let priced = try solver.solve(held, options: SolveOptions(start: held.basis(near: search.values), isCancelled: options.isCancelled))
        var solution = none
        solution.primal = .feasible
        return Solved(isOn: search.isOn, held: held, solution: priced.primal == .optimal ? priced : solution, search: search)
    }

    /// The search; an objective other than cost is followed by cost, over the choices too.
    private func searched(_ options: SolveOptions) throws(SolverFailure) -> SwitchedSolution {
        let switched = formulation.switched
        let first = try SwitchedSolver(solver).solve(switched, options: options)
        // Weights that count money leave nothing to choose by it.
        guard first.primal == .optimal, ObjectiveWeights(objective).cost == 0 else { return first }
        let slack = 1e-9 * max(1, abs(first.objective)), costs = formulation.costs(ObjectiveWeights(.cost))
        var flow = switched.flow.extended(rows: [
            LinearProgram.NewRow(
                upper: first.objective - switched.flow.offset + slack,
                entries: switched.flow.cost.enumerated().map { (column: $0.offset, value: $0.element) })
        ])
        flow.offset = formulation.network.fixedCost
        for column in 0..<flow.columnCount { flow.setCost(costs[column], of: ColumnIndex(column)) }
        let cheapest = try SwitchedSolver(solver).solve(
            formulation.switchboard.program(flow, chargedAt: 1), options: options, start: first.isOn)
        guard !cheapest.isOn.isEmpty else { return first }
        var result = first
        (result.values, result.isOn) = (cheapest.values, cheapest.isOn)
        return result
    }
}

extension LinearProgram {
    /// A basis that may lead to a point: basic is what stands between its bounds there, the rows that are not tight among it. Where that makes too
    /// many or too few, a solver drops some and takes rows in.
    func basis(near x: [Double]) -> SimplexBasis {
        var activity = [Double](repeating: 0, count: rowCount), columns: [BasisStatus] = []
        for j in 0..<columnCount {
            for k in entries(of: ColumnIndex(j)) { activity[Int(rows[k])] += values[k] * x[j] }
            columns.append(LinearProgram.status(x[j], lower[j], upper[j]))
        }
        return SimplexBasis(columns: columns, rows: (0..<rowCount).map { LinearProgram.status(activity[$0], rowLower[$0], rowUpper[$0]) })
    }

    private static func status(_ value: Double, _ lower: Double, _ upper: Double) -> BasisStatus {
        if lower == upper { return .fixed }
        if value <= lower + 1e-9 * max(1, abs(lower)) { return .atLower }
        return value >= upper - 1e-9 * max(1, abs(upper)) ? .atUpper : .basic
    }
}
