// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension PrimalSimplex {
    /// Whether the values keep all bounds of the program itself; a perturbation is taken away for that.
    mutating func isFeasible() -> Bool {
        if isPerturbed {
            removePerturbation()
            guard refactor() else { return false }
        }
        return !isPhaseOne
    }

    /// The present point as the best one of `program`, which this is the scaled form of.
    func solution(of program: LinearProgram) -> Solution {
        let values = columnValues, objective = program.objective(values)
        return Solution(
            termination: .finished, primal: .optimal, dual: .feasible, objective: objective, bound: objective, columnValues: values,
            rowDuals: rowDuals, basis: basis, iterations: iterations)
    }

    /// The basis in the program's own terms.
    var basis: SimplexBasis {
        SimplexBasis(columns: Array(status[..<program.columns]), rows: Array(status[program.columns...]))
    }

    /// The values of the columns in the program's own units.
    var columnValues: [Double] { (0..<program.columns).map { program.original(variables[$0].value, of: $0) } }

    /// The duals of the rows in the program's own units.
    var rowDuals: [Double] { (0..<program.rows).map { program.originalDual(dual[$0], ofRow: $0) } }
}
