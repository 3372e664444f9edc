// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum that keeps the digits that plain addition drops (Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation").
struct CarefulSum {
    private var sum = 0.0, lost = 0.0
    /// The largest that the sum of absolute terms came to.
    private(set) var magnitude = 0.0

    mutating func add(_ term: Double) {
        let next = sum + term
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
        magnitude += abs(term)
    }

    var value: Double { sum + lost }
}

extension Certificate {
    /// The tolerance of every test, relative to the scale that each test names.
    public static let tolerance = 1e-6

    /// Checks a point, and duals where there are any, against `program`.
    ///
    /// Primal: each row's and column's violation, relative to max(1, |bound|, Σ|a_j x_j|), and the distance of integers from a whole number.
    /// Dual: a dual of a row may be positive only where the row has a lower bound and negative only where it has an upper one; for the duals that
    /// may be, y, the reduced cost of column j is d_j = c_j − Σ a_ij y_i, positive and negative likewise. What stands on a side that has no bound
    /// is left out of the bound below and counts relative to max(unit, |c_j|, Σ|a_ij y_i|), of a row relative to the largest cost.
    /// Bound: offset + Σ_i (y_i > 0 ? rowLower_i : rowUpper_i) y_i + Σ_j (d_j > 0 ? lower_j : upper_j) d_j, weak duality of a program with bounds.
    /// Gap: |objective − bound| relative to max(unit, |objective|, |bound|, Σ|c_j x_j|). The unit is 1, or the largest cost where all are smaller:
    /// an objective in millionths is proved as well as one in millions.
    ///
    /// Without duals only the point is checked. Of a program with integers the duals prove nothing; give none. A number of duals that does not
    /// fit, or one that is not finite, proves nothing and fails.
    public init(of program: LinearProgram, columnValues x: [Double], rowDuals y: [Double]) {
        let primal = Certificate.primalResidual(program, x)
        let hasDuals = y.count == program.rowCount && !program.isInteger.isUnusual
        guard hasDuals, primal.isFinite, y.allSatisfy(\.isFinite) else {
            let residual = hasDuals || !y.isEmpty ? Double.infinity : 0
            let holds = Swift.max(primal, residual) <= Certificate.tolerance
            self.init(primalResidual: primal, dualResidual: residual, dualityGap: nil, dualBound: nil, holds: holds)
            return
        }
        let largest = program.costScale, unit = largest > 0 ? Swift.min(1, largest) : 1
        var residual = 0.0, objective = CarefulSum(), bound = CarefulSum(), usable = y
        objective.add(program.offset)
        bound.add(program.offset)
        for i in 0..<program.rowCount where y[i] != 0 {
            let side = y[i] > 0 ? program.rowLower[i] : program.rowUpper[i]
            if side.isFinite {
                bound.add(side * y[i])
            } else {
                usable[i] = 0
                residual = Swift.max(residual, abs(y[i]) / (largest > 0 ? largest : 1))
            }
        }
        for j in 0..<program.columnCount {
            var reduced = CarefulSum()
            reduced.add(program.cost[j])
            for k in program.entries(of: ColumnIndex(j)) { reduced.add(-program.values[k] * usable[Int(program.rows[k])]) }
            let d = reduced.value
            let side = d > 0 ? program.lower[j] : program.upper[j]
            if side.isFinite {
                bound.add(side * d)
            } else if d != 0 {
                residual = Swift.max(residual, abs(d) / Swift.max(unit, reduced.magnitude))
            }
            // Of very many columns most rest at zero, which adds nothing.
            if x[j] != 0 { objective.add(program.cost[j] * x[j]) }
        }
        let gap = abs(objective.value - bound.value) / Swift.max(unit, abs(objective.value), abs(bound.value), objective.magnitude)
        let holds = [primal, residual, gap].allSatisfy { $0 <= Certificate.tolerance }
        self.init(primalResidual: primal, dualResidual: residual, dualityGap: gap, dualBound: bound.value, holds: holds)
    }

    /// The largest relative violation of rows, bounds and integrality; infinity where a value is not a number.
    static func primalResidual(_ program: LinearProgram, _ x: [Double]) -> Double {
        guard x.count == program.columnCount, x.allSatisfy(\.isFinite) else { return .infinity }
        var activities = [CarefulSum](repeating: CarefulSum(), count: program.rowCount), worst = 0.0
        let boundedEnd = program.boundedEnd, hasIntegers = program.isInteger.isUnusual
        for j in 0..<program.columnCount {
            // Of very many columns most rest at zero.
            if x[j] == 0, j >= boundedEnd { continue }
            if x[j] != 0 {
                for k in program.entries(of: ColumnIndex(j)) { activities[Int(program.rows[k])].add(program.values[k] * x[j]) }
            }
            let violation = Swift.max(program.lower[j] - x[j], x[j] - program.upper[j], 0)
            let side = program.lower[j] - x[j] > 0 ? program.lower[j] : program.upper[j]
            if violation > 0 { worst = Swift.max(worst, violation / Swift.max(1, abs(side))) }
            if hasIntegers, program.isInteger[j] { worst = Swift.max(worst, abs(x[j] - x[j].rounded())) }
        }
        for i in 0..<program.rowCount {
            let activity = activities[i].value
            let below = program.rowLower[i] - activity, above = activity - program.rowUpper[i]
            let violation = Swift.max(below, above, 0)
            guard violation > 0 else { continue }
            let side = below > 0 ? program.rowLower[i] : program.rowUpper[i]
            worst = Swift.max(worst, violation / Swift.max(1, abs(side), activities[i].magnitude))
        }
        return worst
    }
}

extension LinearProgram {
    /// The largest objective coefficient by absolute value.
    var costScale: Double { cost.reduce(0) { Swift.max($0, abs($1)) } }
}
