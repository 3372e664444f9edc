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

    /// The basis in the program's own terms.
    var basis: SimplexBasis {
        SimplexBasis(columns: Array(status[..<program.columns]), rows: Array(status[program.columns...]))
    }

    /// The values of the columns in the program's own units.
    var columnValues: [Double] { (0..<program.columns).map { program.original(value[$0], of: $0) } }

    /// The duals of the rows in the program's own units.
    var rowDuals: [Double] { (0..<program.rows).map { program.originalDual(dual[$0], ofRow: $0) } }
}
