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
        var next = options
        next.start = solution.basis
        for index in outcome.processes.indices {
            let planned = outcome.processes[index]
            guard let marginal = planned.marginal, marginal < 0 else { continue }
            let column = formulation.activity[Int(planned.process.position)]
            var program = formulation.program
            program.setBounds(0, planned.capacity * (1 + 1e-4), of: ColumnIndex(column))
            let larger = try solver.solve(program, options: next)
            // A solve that was stopped leaves the price of the first one.
            guard larger.primal == .optimal, larger.rowDuals.count == program.rowCount else { continue }
            outcome.processes[index].marginal = max(marginal, min(0, program.reducedCost(of: column, larger.rowDuals)))
        }
    }
}

extension LinearProgram {
    /// What the objective gains or loses by one unit of a column beyond what its rows are worth: cost − Σ a · dual.
    func reducedCost(of column: Int, _ duals: [Double]) -> Double {
        var reduced = cost[column]
        for k in entries(of: ColumnIndex(column)) { reduced -= values[k] * duals[Int(rows[k])] }
        return reduced
    }

    /// The size of what a column's reduced cost is the difference of: |cost| + Σ |a · dual|.
    func priceScale(of column: Int, _ duals: [Double]) -> Double {
        entries(of: ColumnIndex(column)).reduce(abs(cost[column])) { $0 + abs(values[$1] * duals[Int(rows[$1])]) }
    }
}
