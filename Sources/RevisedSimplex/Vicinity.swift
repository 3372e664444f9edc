// SPDX-License-Identifier: GPL-3.0-or-later

/// What a what-if begins with: the duals of a best plan, and which variables of the table stand in each row.
///
/// A what-if changes the duals of few rows. Variables of other rows have the reduced costs of that plan, at which none paid: where nothing pays around
/// the rows that have changed, and none of the variables that have moved since, nothing does.
struct Vicinity {
    /// Per row: the dual of the best plan.
    private var duals: [Double]
    /// Per row its variables, one list after the other.
    private let starts: [Int32], members: [Int32]
    /// Variables that came into the table later and stand in no list; and those that stand elsewhere than in that plan, or did on the way.
    private var late: [Int32] = [], moved: [Int32] = []

    /// Differences of duals below this share of theirs, or of 1, are rounding.
    private static let rounding = 1e-11

    init(_ program: ScaledProgram, _ prices: PriceTable, _ duals: [Double]) {
        self.duals = duals
        var starts = [Int32](repeating: 0, count: program.rows + 1)
        func forEachEntry(_ body: (_ row: Int, _ variable: Int) -> Void) {
            for variable in 0..<program.variableCount where prices.contains(variable) {
                guard program.isColumn(variable) else {
                    body(variable, variable)
                    continue
                }
                for place in program.places(variable) { body(Int(program.entries[place].row), variable) }
            }
        }
        forEachEntry { row, _ in starts[row + 1] += 1 }
        for row in 0..<program.rows { starts[row + 1] += starts[row] }
        var next = starts, members = [Int32](repeating: 0, count: Int(starts[program.rows]))
        forEachEntry { row, variable in
            members[Int(next[row])] = Int32(truncatingIfNeeded: variable)
            next[row] += 1
        }
        (self.starts, self.members) = (starts, members)
    }

    /// Takes another best plan to begin with.
    mutating func begin(at duals: [Double]) {
        self.duals = duals
        moved = []
    }

    /// Notes a variable that the table has from now on.
    mutating func note(late variable: Int) { late.append(Int32(truncatingIfNeeded: variable)) }

    /// Notes a variable that stands elsewhere from now on.
    mutating func note(moved variable: Int) { moved.append(Int32(truncatingIfNeeded: variable)) }

    /// What has to be looked at beside the variables of rows that have changed.
    var others: [Int32] { late + moved }

    /// Whether the dual of a row is another one than at the beginning.
    @inline(__always) func isChanged(_ row: Int, _ dual: Double) -> Bool {
        abs(dual - duals[row]) > Vicinity.rounding * max(1, abs(duals[row]))
    }

    /// The places of a row's variables.
    @inline(__always) func places(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

    @inline(__always) func variable(_ place: Int) -> Int { Int(members[place]) }
}
