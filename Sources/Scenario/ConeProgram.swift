// SPDX-License-Identifier: GPL-3.0-or-later

/// A small dense linear program over a cone: maximise c·x where A x ≤ 0, x ≥ 0 and n·x ≤ 1.
///
/// The origin is feasible, so the primal simplex needs no first phase, and every right-hand side but that of the last row is 0. The best
/// value is above 0 exactly where the cone has a direction with c·x > 0; the vertex found is then an extreme direction of the cone, one
/// that is no sum of others. Sized for a loop of processes: some dozens of columns, no sparsity.
struct ConeProgram {
    /// The largest entry that rounding may leave of a number that is 0.
    private static let zero = 1e-9
    /// Rows of the tableau, the last but one being n·x ≤ 1 and the last the reduced costs; the last column is the right-hand side.
    private var tableau: [Double]
    private let columns: Int, rows: Int
    /// The variable of each row and of each column; those from `columns` on are slacks.
    private var basic: [Int], nonbasic: [Int]

    /// Takes the rows of A as lists of (column, coefficient), c and n.
    init(rows constraints: [[(column: Int, coefficient: Double)]], objective: [Double], norm: [Double]) {
        columns = objective.count
        rows = constraints.count + 1
        let width = objective.count + 1
        tableau = [Double](repeating: 0, count: (constraints.count + 2) * width)
        for (row, entries) in constraints.enumerated() {
            for entry in entries { tableau[row * width + entry.column] += entry.coefficient }
        }
        for column in objective.indices {
            tableau[constraints.count * width + column] = norm[column]
            tableau[(constraints.count + 1) * width + column] = -objective[column]
        }
        tableau[constraints.count * width + objective.count] = 1
        basic = Array(objective.count..<objective.count + constraints.count + 1)
        nonbasic = Array(0..<objective.count)
    }

    /// The best value and the variables there. Stops early at a vertex with a value above `enough`.
    mutating func maximise(stoppingAbove enough: Double) -> (value: Double, variables: [Double]) {
        let width = columns + 1
        var stalled = 0, last = 0.0
        // Bland's rule cannot cycle; the limit is the last defence against rounding, and what is known then is still a vertex.
        for _ in 0..<50 * (rows + columns) {
            let value = tableau[rows * width + columns]
            if value > enough { break }
            stalled = value > last ? 0 : stalled + 1
            last = value
            guard let column = entering(bland: stalled > 2 * (rows + columns)), let row = leaving(column) else { break }
            pivot(row, column)
        }
        var variables = [Double](repeating: 0, count: columns)
        for row in 0..<rows where basic[row] < columns { variables[basic[row]] = tableau[row * width + columns] }
        return (tableau[rows * width + columns], variables)
    }

    /// The column of the most negative reduced cost, or by Bland's rule the negative one of the lowest variable.
    private func entering(bland: Bool) -> Int? {
        let offset = rows * (columns + 1)
        var best: Int?
        for column in 0..<columns where tableau[offset + column] < -Self.zero {
            guard let known = best else {
                best = column
                continue
            }
            let isBetter = bland ? nonbasic[column] < nonbasic[known] : tableau[offset + column] < tableau[offset + known]
            if isBetter { best = column }
        }
        return best
    }

    /// The row that limits the column first; among equals the lowest variable.
    private func leaving(_ column: Int) -> Int? {
        let width = columns + 1
        var best: (row: Int, ratio: Double)?
        for row in 0..<rows where tableau[row * width + column] > Self.zero {
            let ratio = max(0, tableau[row * width + columns]) / tableau[row * width + column]
            if let known = best, ratio > known.ratio || (ratio == known.ratio && basic[row] > basic[known.row]) { continue }
            best = (row, ratio)
        }
        return best?.row
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let width = columns + 1, inverse = 1 / tableau[row * width + column]
        for other in 0...columns { tableau[row * width + other] *= inverse }
        tableau[row * width + column] = inverse
        for target in 0...rows where target != row {
            let factor = tableau[target * width + column]
            guard factor != 0 else { continue }
            for other in 0...columns where other != column { tableau[target * width + other] -= factor * tableau[row * width + other] }
            tableau[target * width + column] = -factor * inverse
        }
        swap(&basic[row], &nonbasic[column])
    }
}
