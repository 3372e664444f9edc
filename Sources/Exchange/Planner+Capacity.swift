// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

extension Planner {
    /// What one *more* unit of capacity is worth, for the processes that run full.
    ///
    /// At a vertex where several rules are tight at once the first solve's price may be that of one unit *less*: a compost plant that is full
    /// just when its only buyer is served is worth less enlarged than it is worth kept. So the capacity is enlarged a little and the program
    /// solved again from the same basis; the reduced cost there is the price on the side that the planner asks for.
    func enlargeFullProcesses(_ outcome: inout Outcome, _ solution: Solution, _ options: SolveOptions) throws(SolverFailure) {
        guard let basis = solution.basis, outcome.processes.contains(where: { ($0.marginal ?? 0) < 0 }) else { return }
        let warm = solver.warmSolve(program, from: basis)
        for index in outcome.processes.indices {
            let planned = outcome.processes[index]
            guard let marginal = planned.marginal, marginal < 0 else { continue }
            let column = formulation.activity[Int(planned.process.position)]
            let change = BoundChange(.column(ColumnIndex(column)), lower: 0, upper: planned.capacity * (1 + 1e-4))
            let larger = try warm.solve(changing: [change], options: options)
            // A solve that was stopped leaves the price of the first one.
            guard larger.primal == .optimal, larger.rowDuals.count == program.rowCount else { continue }
            outcome.processes[index].marginal = max(marginal, min(0, program.reducedCost(of: column, larger.rowDuals)))
        }
    }
}

extension LinearProgram {
    /// The size of what a column's reduced cost is the difference of: |cost| + Σ |a · dual|.
    func priceScale(of column: Int, _ duals: [Double]) -> Double {
        entries(of: ColumnIndex(column)).reduce(abs(cost[column])) { $0 + abs(values[$1] * duals[Int(rows[$1])]) }
    }
}
