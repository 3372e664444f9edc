// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// The part of a linear program that the simplex works on, in its form: A x − r = 0 with bounds on x and on the activities r.
///
/// Variables 0 ..< rows are the rows' activities; columns follow in the order in which they are built. Of very many columns most never come near a
/// basis: those are priced where they stand in the program and are no part of this. Rows and columns are scaled by powers of two, which loses no
/// digit, so that entries come near 1; costs by one power of two for all.
struct ScaledProgram {
    let rows: Int
    /// An entry of the matrix.
    struct Entry { var row: Int32, value: Double }
    /// The matrix by variables: the entries of variable v are `starts[v] ..< starts[v + 1]`, none for an activity.
    private var starts: [Int32]
    private(set) var entries: [Entry] = []
    /// A variable's cost, and what a value in the program is multiplied by here.
    struct Figures { let cost: Double, scale: Double }
    struct Bounds { var lower: Double, upper: Double }
    /// Per variable. What-ifs change some bounds, which should not copy all the rest.
    private(set) var figures: [Figures] = []
    var bounds: [Bounds] = []
    /// The program's column of each column here.
    private(set) var columnOf: [Int32] = []
    /// What a cost in the program is multiplied by here.
    private let costScale: Double
    private let scales: MatrixScales

    /// Builds some columns of a program.
    init(_ program: LinearProgram, columns: [Int32]) {
        rows = program.rowCount
        scales = MatrixScales(program, columns)
        costScale = ScaledProgram.scale(of: program.cost, at: columns)
        starts = [Int32](repeating: 0, count: rows + 1)
        let count = columns.reduce(0) { $0 + program.entries(of: ColumnIndex(Int($1))).count }
        reserve(columns: ScaledProgram.room(for: columns.count), entries: ScaledProgram.room(for: count))
        for (row, scale) in scales.rows.enumerated() {
            figures.append(Figures(cost: 0, scale: scale))
            bounds.append(Bounds(lower: program.rowLower[row] * scale, upper: program.rowUpper[row] * scale))
        }
        for column in columns { build(Int(column), of: program) }
    }

    /// Room for what is built at first and, mostly, for what is built later: room that is not used costs nothing.
    static func room(for count: Int) -> Int { 2 * count }

    private mutating func reserve(columns: Int, entries count: Int) {
        entries.reserveCapacity(count)
        columnOf.reserveCapacity(columns)
        starts.reserveCapacity(rows + columns + 1)
        figures.reserveCapacity(rows + columns)
        bounds.reserveCapacity(rows + columns)
    }

    /// Builds one more column of the program; its variable is the newest.
    mutating func build(_ column: Int, of program: LinearProgram) {
        let scale = scales.scale(of: column, program)
        for k in program.entries(of: ColumnIndex(column)) {
            let row = program.rows[k]
            entries.append(Entry(row: row, value: program.values[k] * scale * scales.rows[Int(row)]))
        }
        starts.append(Int32(truncatingIfNeeded: entries.count))
        columnOf.append(Int32(truncatingIfNeeded: column))
        figures.append(Figures(cost: program.cost[column] * scale * costScale, scale: 1 / scale))
        bounds.append(Bounds(lower: program.lower[column] / scale, upper: program.upper[column] / scale))
    }

    /// A power of two that brings the mean binary exponent of the costs to 1…2.
    private static func scale(of costs: [Double], at columns: [Int32]) -> Double {
        var sum = 0, count = 0
        for column in columns where costs[Int(column)] != 0 {
            sum += Int(costs[Int(column)].exponent)
            count += 1
        }
        return count == 0 ? 1 : Double(sign: .plus, exponent: -(sum / count), significand: 1)
    }

    /// How many variables there are: the activities, and the columns that are built.
    var variableCount: Int { figures.count }

    @inline(__always) func isColumn(_ variable: Int) -> Bool { variable >= rows }

    @inline(__always) func places(_ variable: Int) -> Range<Int> { Int(starts[variable])..<Int(starts[variable + 1]) }

    /// The row of a variable that has one entry only.
    @inline(__always) func onlyRow(of variable: Int) -> Int? {
        guard isColumn(variable) else { return variable }
        let places = places(variable)
        return places.count == 1 ? Int(entries[places.lowerBound].row) : nil
    }

    /// Adds a variable's column of (A, −I), multiplied, to a vector.
    @inline(__always) func load(_ variable: Int, times factor: Double, into vector: inout SparseVector) {
        guard isColumn(variable) else { return vector.add(-factor, at: variable) }
        for k in places(variable) { vector.add(factor * entries[k].value, at: Int(entries[k].row)) }
    }

    /// The same for a vector of all rows.
    @inline(__always) func load(_ variable: Int, times factor: Double, into vector: inout [Double]) {
        guard isColumn(variable) else { return vector[variable] -= factor }
        for k in places(variable) { vector[Int(entries[k].row)] += factor * entries[k].value }
    }

    /// A variable's value in the program's own units.
    func original(_ value: Double, of variable: Int) -> Double { value / figures[variable].scale }

    /// Bounds of a variable, given in the program's own units.
    func scaled(_ lower: Double, _ upper: Double, of variable: Int) -> (Double, Double) {
        (lower * figures[variable].scale, upper * figures[variable].scale)
    }

    /// A row's dual in the program's own units: a dual is a cost per unit of the row's activity.
    func originalDual(_ dual: Double, ofRow row: Int) -> Double { dual * figures[row].scale / costScale }

    /// An objective in the program's own units.
    func originalObjective(_ value: Double) -> Double { value / costScale }
}

/// Powers of two for rows and columns by which the entries come near 1 (geometric scaling, two rounds; nothing where they are near 1 already).
private struct MatrixScales {
    private(set) var rows: [Double]
    /// Whether the columns that were looked at needed no scales.
    private let isPlain: Bool

    /// Scales for the rows that suit some columns of a program.
    init(_ program: LinearProgram, _ columns: [Int32]) {
        rows = [Double](repeating: 1, count: program.rowCount)
        isPlain = columns.allSatisfy { MatrixScales.isNearOne(Int($0), program) }
        guard !isPlain else { return }
        var least = [Double](repeating: .infinity, count: rows.count), most = [Double](repeating: 0, count: rows.count)
        for round in 0..<2 {
            for row in rows.indices { (least[row], most[row]) = (.infinity, 0) }
            for column in columns {
                let scale = round == 0 ? 1 : geometric(Int(column), program)
                for k in program.entries(of: ColumnIndex(Int(column))) {
                    let row = Int(program.rows[k]), size = abs(program.values[k]) * scale
                    least[row] = min(least[row], size)
                    most[row] = max(most[row], size)
                }
            }
            for row in rows.indices where most[row] > 0 { rows[row] = MatrixScales.powerOfInverseRoot(least[row] * most[row]) }
        }
    }

    /// The scale of a column beside those of the rows.
    func scale(of column: Int, _ program: LinearProgram) -> Double {
        isPlain && MatrixScales.isNearOne(column, program) ? 1 : geometric(column, program)
    }

    private static func isNearOne(_ column: Int, _ program: LinearProgram) -> Bool {
        program.entries(of: ColumnIndex(column)).allSatisfy { abs(program.values[$0]) > 0.05 && abs(program.values[$0]) < 20 }
    }

    private func geometric(_ column: Int, _ program: LinearProgram) -> Double {
        var least = Double.infinity, most = 0.0
        for k in program.entries(of: ColumnIndex(column)) {
            let size = abs(program.values[k]) * rows[Int(program.rows[k])]
            (least, most) = (min(least, size), max(most, size))
        }
        return most > 0 ? MatrixScales.powerOfInverseRoot(least * most) : 1
    }

    /// The largest power of two up to 1 / √x, from the exponent of x: neither a root nor a division is needed for that.
    private static func powerOfInverseRoot(_ x: Double) -> Double {
        guard x.isNormal else { return 1 }
        let exponent = Int(x.exponent), half = exponent >> 1, isExact = exponent & 1 == 0 && x.significandBitPattern == 0
        return Double(bitPattern: UInt64(1023 - half - (isExact ? 0 : 1)) << 52)
    }
}
