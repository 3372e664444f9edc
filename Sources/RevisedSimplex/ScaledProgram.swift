// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A linear program in the form that the simplex works on: A x − r = 0 with bounds on x and on the activities r.
///
/// Variables 0 ..< columns are the program's columns, the rest its rows' activities. Rows and columns are scaled by powers of two, which loses no
/// digit, so that entries come near 1; costs by one power of two for all.
struct ScaledProgram {
    let columns: Int, rows: Int
    /// The matrix by columns.
    let starts: [Int32], rowOf: [Int32]
    private(set) var values: [Double]
    /// Per variable.
    var cost: [Double], lower: [Double], upper: [Double]
    /// What a value in the program is multiplied by here, per variable; and a cost.
    private let valueScale: [Double], costScale: Double

    init(_ program: LinearProgram) {
        (columns, rows) = (program.columnCount, program.rowCount)
        (starts, rowOf, values) = (program.starts, program.rows, program.values)
        let scales = MatrixScales(program)
        var valueScale = [Double](), cost = [Double](), lower = [Double](), upper = [Double]()
        valueScale.reserveCapacity(columns + rows)
        for j in 0..<columns {
            for k in Int(starts[j])..<Int(starts[j + 1]) { values[k] *= scales.columns[j] * scales.rows[Int(rowOf[k])] }
            valueScale.append(1 / scales.columns[j])
        }
        for i in 0..<rows { valueScale.append(scales.rows[i]) }
        let costScale = ScaledProgram.scale(of: program.cost)
        cost = program.cost.indices.map { program.cost[$0] * scales.columns[$0] * costScale }
        cost += [Double](repeating: 0, count: rows)
        lower = program.lower + program.rowLower
        upper = program.upper + program.rowUpper
        for v in 0..<columns + rows {
            lower[v] *= valueScale[v]
            upper[v] *= valueScale[v]
        }
        (self.cost, self.lower, self.upper, self.valueScale, self.costScale) = (cost, lower, upper, valueScale, costScale)
    }

    /// A power of two that brings the mean binary exponent of the costs to 1…2.
    private static func scale(of costs: [Double]) -> Double {
        var sum = 0, count = 0
        for cost in costs where cost != 0 {
            sum += Int(cost.exponent)
            count += 1
        }
        return count == 0 ? 1 : Double(sign: .plus, exponent: -(sum / count), significand: 1)
    }

    @inline(__always) func places(_ column: Int) -> Range<Int> { Int(starts[column])..<Int(starts[column + 1]) }

    /// The row of a variable that has one entry only.
    @inline(__always) func onlyRow(of variable: Int) -> Int? {
        guard variable < columns else { return variable - columns }
        let places = places(variable)
        return places.count == 1 ? Int(rowOf[places.lowerBound]) : nil
    }

    /// Adds a variable's column of (A, −I), multiplied, to a vector.
    @inline(__always) func load(_ variable: Int, times factor: Double, into vector: inout SparseVector) {
        guard variable < columns else { return vector.add(-factor, at: variable - columns) }
        for k in places(variable) { vector.add(factor * values[k], at: Int(rowOf[k])) }
    }

    /// The same for a vector of all rows.
    @inline(__always) func load(_ variable: Int, times factor: Double, into vector: inout [Double]) {
        guard variable < columns else { return vector[variable - columns] -= factor }
        for k in places(variable) { vector[Int(rowOf[k])] += factor * values[k] }
    }

    /// A variable's value in the program's own units.
    func original(_ value: Double, of variable: Int) -> Double { value / valueScale[variable] }

    /// Bounds of a variable, given in the program's own units.
    func scaled(_ lower: Double, _ upper: Double, of variable: Int) -> (Double, Double) {
        (lower * valueScale[variable], upper * valueScale[variable])
    }

    /// A row's dual in the program's own units: a dual is a cost per unit of the row's activity.
    func originalDual(_ dual: Double, ofRow row: Int) -> Double { dual * valueScale[columns + row] / costScale }

    /// An objective in the program's own units.
    func originalObjective(_ value: Double) -> Double { value / costScale }
}

/// Powers of two for rows and columns by which the entries come near 1 (geometric scaling, two rounds; nothing where they are near 1 already).
private struct MatrixScales {
    var rows: [Double], columns: [Double]

    init(_ program: LinearProgram) {
        rows = [Double](repeating: 1, count: program.rowCount)
        columns = [Double](repeating: 1, count: program.columnCount)
        guard !program.values.allSatisfy({ abs($0) > 0.05 && abs($0) < 20 }) else { return }
        for _ in 0..<2 {
            var least = [Double](repeating: .infinity, count: rows.count), most = [Double](repeating: 0, count: rows.count)
            for j in columns.indices {
                for k in program.entries(of: ColumnIndex(j)) {
                    let row = Int(program.rows[k]), size = abs(program.values[k]) * columns[j]
                    least[row] = min(least[row], size)
                    most[row] = max(most[row], size)
                }
            }
            for i in rows.indices where most[i] > 0 { rows[i] = MatrixScales.power(1 / (least[i] * most[i]).squareRoot()) }
            for j in columns.indices {
                var least = Double.infinity, most = 0.0
                for k in program.entries(of: ColumnIndex(j)) {
                    let size = abs(program.values[k]) * rows[Int(program.rows[k])]
                    (least, most) = (min(least, size), max(most, size))
                }
                if most > 0 { columns[j] = MatrixScales.power(1 / (least * most).squareRoot()) }
            }
        }
    }

    private static func power(_ scale: Double) -> Double { Double(sign: .plus, exponent: scale.exponent, significand: 1) }
}
