// SPDX-License-Identifier: GPL-3.0-or-later

/// A weighted sum of row duals, and a constant: what one more unit of something changes in the objective, where that something stands in the
/// bounds of several rows.
public struct DualSum: Hashable, Sendable {
    /// The rows and their weights, no row twice.
    public var terms: [Term]
    /// What is added, such as the cost of a column whose bound it is.
    public var constant: Double

    /// A row and its weight.
    public struct Term: Hashable, Sendable {
        /// The position of the row.
        public var row: Int
        /// Units of the row's bound per unit of the something.
        public var weight: Double

        /// Makes a term.
        public init(row: Int, weight: Double) { (self.row, self.weight) = (row, weight) }
    }

    /// Makes a sum.
    public init(_ terms: [Term], constant: Double = 0) { (self.terms, self.constant) = (terms, constant) }

    /// The sum at some duals.
    public func value(at duals: [Double]) -> Double { terms.reduce(constant) { $0 + $1.weight * duals[$1.row] } }
}

/// All optimal duals of a program that has been solved.
///
/// Where several bounds are tight at once more duals than those of the last basis prove the optimum. The value of the program as a function of its
/// bounds has a kink there: what one more unit changes is the *largest* that its ``DualSum`` takes over all optimal duals, what one less unit
/// would change the smallest. Those duals are the y with, by complementary slackness to any optimal point,
///
/// - c_j − Σ a_ij y_i = 0 where the point lies between the bounds of column j, ≥ 0 where it lies at the lower one, ≤ 0 at the upper one,
/// - y_i = 0 where row i is not tight, ≥ 0 where it is tight at its lower bound, ≤ 0 at its upper one.
///
/// In most programs most duals follow from the equations alone; only the rows for which they leave freedom, here called open, ask for work.
public struct DualFace: Sendable {
    let program: LinearProgram
    /// One of the optimal duals.
    let duals: [Double]
    /// Per column, where it may go from the optimal point; per row, what of it is tight.
    let moves: [Move], sides: [Side]
    /// Whether the equations leave the dual of a row undetermined.
    var isOpen: [Bool]

    /// Where a column may go.
    enum Move: Sendable { case both, up, down, none }
    /// What of a row is tight.
    enum Side: Sendable { case equation, lower, upper, none }

    /// Shares of a row's scale below which a figure is the solver's rounding.
    static let tolerance = 1e-7

    /// - Parameters:
    ///   - points: one or more optimal points; each of them shows equations that the others may not.
    ///   - duals: optimal duals.
    public init(of program: LinearProgram, points: [[Double]], duals: [Double]) {
        (self.program, self.duals) = (program, duals)
        var sides = [Side](repeating: .equation, count: program.rowCount)
        var scales: [[Double]] = [], isAtZero = [Bool](repeating: true, count: program.columnCount)
        let noise = 1e-9 * duals.reduce(0) { max($0, abs($1)) }
        for x in points {
            let (activity, scale) = DualFace.activities(program, x)
            for i in 0..<program.rowCount where program.rowLower[i] < program.rowUpper[i] && sides[i] != .none {
                let room = DualFace.tolerance * scale[i]
                let isLow = activity[i] <= program.rowLower[i] + room, isHigh = activity[i] >= program.rowUpper[i] - room
                sides[i] = if abs(duals[i]) > noise { duals[i] > 0 ? .lower : .upper } else { isLow ? .lower : isHigh ? .upper : .none }
            }
            scales.append(scale)
            for j in x.indices where x[j] != 0 { isAtZero[j] = false }
        }
        let boundedEnd = program.boundedEnd
        let moves = (0..<program.columnCount).map { j -> Move in
            // Of very many columns most rest at zero, and may rise.
            if isAtZero[j], j >= boundedEnd { return .up }
            let lower = program.lower[j], upper = program.upper[j]
            guard lower < upper else { return .none }
            var isAboveLower = lower == -.infinity, isBelowUpper = upper == .infinity
            for index in points.indices where !(isAboveLower && isBelowUpper) {
                let value = points[index][j]
                if !isAboveLower { isAboveLower = DualFace.isApart(program, j, value - lower, scales[index]) }
                if !isBelowUpper { isBelowUpper = DualFace.isApart(program, j, upper - value, scales[index]) }
            }
            let reduced = isAboveLower && isBelowUpper ? program.price(of: j, duals) : (value: 1, scale: 0)
            // A price that is not zero holds the column at a bound, whatever rounding says of the point.
            if abs(reduced.value) <= reduced.scale * DualFace.tolerance { return .both }
            return isAboveLower && !isBelowUpper || !lower.isFinite ? .down : .up
        }
        (self.moves, self.sides) = (moves, sides)
        isOpen = sides.map { $0 != .none }
        closeDetermined()
    }

    /// Per row what its columns come to, and the size of its figures.
    private static func activities(_ program: LinearProgram, _ x: [Double]) -> (activity: [Double], scale: [Double]) {
        var activity = [Double](repeating: 0, count: program.rowCount), scale = activity
        add(program, x, &activity, &scale)
        for i in 0..<program.rowCount {
            if program.rowLower[i].isFinite { scale[i] = max(scale[i], abs(program.rowLower[i])) }
            if program.rowUpper[i].isFinite { scale[i] = max(scale[i], abs(program.rowUpper[i])) }
        }
        return (activity, scale)
    }

    private static func add(_ program: LinearProgram, _ x: [Double], _ activity: inout [Double], _ scale: inout [Double]) {
        var activity = activity.mutableSpan, scale = scale.mutableSpan
        for j in 0..<program.columnCount where x[j] != 0 {
            for k in program.entries(of: ColumnIndex(j)) {
                let row = Int(program.rows[k]), term = program.values[k] * x[j]
                activity[row] += term
                scale[row] += abs(term)
            }
        }
    }

    /// Whether a distance from a bound is more than rounding in some row of its column.
    private static func isApart(_ program: LinearProgram, _ j: Int, _ distance: Double, _ scale: [Double]) -> Bool {
        guard distance > 0 else { return false }
        let entries = program.entries(of: ColumnIndex(j))
        return entries.isEmpty || entries.contains { abs(program.values[$0]) * distance > tolerance * scale[Int(program.rows[$0])] }
    }

    /// Whether a sum is the same at all optimal duals as far as the equations show.
    public func isDetermined(_ sum: DualSum) -> Bool { sum.terms.allSatisfy { !isOpen[$0.row] } }
}

extension LinearProgram {
    /// A column's reduced cost, cost − Σ a · dual, and the size of what it is the difference of, |cost| + Σ |a · dual|.
    public func price(of column: Int, _ duals: [Double]) -> (value: Double, scale: Double) {
        var value = cost[column], scale = abs(cost[column])
        for k in entries(of: ColumnIndex(column)) {
            let term = values[k] * duals[Int(rows[k])]
            value -= term
            scale += abs(term)
        }
        return (value, scale)
    }
}
