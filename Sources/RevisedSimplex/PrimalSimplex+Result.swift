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

    /// The present point as the best one of the program.
    var solution: Solution {
        let values = columnValues, objective = source.objective(values)
        return Solution(
            termination: .finished, primal: .optimal, dual: .feasible, objective: objective, bound: objective, columnValues: values,
            rowDuals: rowDuals, basis: basis, iterations: iterations)
    }

    /// The basis in the program's own terms.
    var basis: SimplexBasis {
        var columns = given.columns
        for (place, column) in program.columnOf.enumerated() { columns[Int(column)] = status[program.rows + place] }
        return SimplexBasis(columns: columns, rows: Array(status[..<program.rows]))
    }

    /// The values of the columns in the program's own units.
    var columnValues: [Double] {
        var values = [Double](repeating: 0, count: source.columnCount)
        for (place, column) in program.columnOf.enumerated() {
            let variable = program.rows + place
            values[Int(column)] = program.original(variables[variable].value, of: variable)
        }
        return values
    }

    /// The duals of the rows in the program's own units.
    var rowDuals: [Double] { (0..<program.rows).map { program.originalDual(dual[$0], ofRow: $0) } }
}
