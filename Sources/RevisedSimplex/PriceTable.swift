// SPDX-License-Identifier: GPL-3.0-or-later

/// The variables that are looked through for one that pays, as long as there is one among them, with what a look reads of each in one short record:
/// most do not pay, and a look waits for memory.
///
/// The figures are rounded to 24 bits, which tells the sign of most reduced costs for sure; the rest is left to the program itself.
struct PriceTable {
    private struct Record {
        var variable: Int32, cost: Float, weight: Float
        var values: (Float, Float, Float), rows: (Int32, Int32, Int32)
    }
    private var records: [Record] = []
    /// Whether each variable is in the table.
    private var isIn: [Bool]

    /// Reduced costs below this share of their terms may have the other sign: some times the rounding of their sum.
    private static let certain: Float = 1e-5
    /// What a column can carry counts in its weight up to this.
    private static let most = 1e12

    init(count: Int) { isIn = [Bool](repeating: false, count: count) }

    /// Makes room for one more variable.
    mutating func makeRoom() { isIn.append(false) }

    /// How many variables there are in the table.
    var count: Int { records.count }

    func contains(_ variable: Int) -> Bool { isIn[variable] }

    /// Puts a variable that is not there yet behind the others.
    mutating func add(_ variable: Int, _ program: ScaledProgram) {
        isIn[variable] = true
        var record = Record(variable: Int32(truncatingIfNeeded: variable), cost: 0, weight: 1, values: (0, 0, 0), rows: (0, 0, 0))
        defer { records.append(record) }
        guard program.isColumn(variable) else {
            (record.values.0, record.rows.0) = (-1, Int32(truncatingIfNeeded: variable))
            return
        }
        record.weight = PriceTable.weight(of: variable, program)
        record.cost = Float(program.cost[variable])
        let places = program.places(variable), first = places.lowerBound
        func entry(_ number: Int) -> (Float, Int32) {
            number < places.count ? (Float(program.values[first + number]), program.rowOf[first + number]) : (0, 0)
        }
        (record.values.0, record.rows.0) = entry(0)
        (record.values.1, record.rows.1) = entry(1)
        (record.values.2, record.rows.2) = entry(2)
        // What has more entries than a record has room for is left to the program.
        if places.count > 3 { record.cost = .nan }
    }

    /// The root of what a column can carry at most, as its bounds and its rows tell; 1 where nothing limits it.
    ///
    /// A step in a column with a good reduced cost that can carry next to nothing gains next to nothing. The amount itself would overrate the
    /// large ones, whose steps mostly end before.
    private static func weight(of column: Int, _ program: ScaledProgram) -> Float {
        var room = program.upper[column]
        for place in program.places(column) where program.values[place] > 0 {
            let row = Int(program.rowOf[place])
            let side = program.upper[row] < .infinity ? program.upper[row] : program.lower[row].magnitude
            if side > 0 { room = min(room, side / program.values[place]) }
        }
        return room > 0 && room < .infinity ? Float(min(room, most).squareRoot()) : 1
    }

    /// The variable at a position, and what its merit is multiplied by.
    @inline(__always) func variable(_ position: Int) -> Int { Int(records[position].variable) }
    @inline(__always) func weight(_ position: Int) -> Float { records[position].weight }

    /// The reduced cost of the variable at a position; nil where rounding leaves its sign open.
    @inline(__always) func reducedCost(_ position: Int, _ dual: [Float], isPhaseOne: Bool) -> Float? {
        let record = records[position]
        let first = record.values.0 * dual[Int(record.rows.0)], second = record.values.1 * dual[Int(record.rows.1)]
        let third = record.values.2 * dual[Int(record.rows.2)], cost = isPhaseOne ? 0 * record.cost : record.cost
        let reduced = cost - first - second - third
        let scale = abs(cost) + abs(first) + abs(second) + abs(third)
        return abs(reduced) > PriceTable.certain * scale ? reduced : nil
    }
}
