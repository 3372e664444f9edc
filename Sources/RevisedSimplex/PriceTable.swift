// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// The variables that are looked through for one that pays, as long as there is one among them, with what a look reads of each in groups of four:
/// most do not pay, and a look should be over with those in few steps.
///
/// The figures are rounded to 24 bits, which tells the sign of most reduced costs for sure; the rest is left to the program itself.
struct PriceTable {
    /// Four variables, each in its lane. What stands in fewer than three rows has zeros for the others.
    private struct Group {
        var costs = SIMD4<Float>.zero
        var values = (SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero)
        var rows = (FourPlaces(0), FourPlaces(0), FourPlaces(0))

        /// Puts the activity of a row in a lane.
        mutating func set(activity row: Int, at lane: Int) {
            values.0[lane] = -1
            rows.0[lane] = Int32(truncatingIfNeeded: row)
        }

        /// Puts a column in a lane.
        mutating func set(_ column: Int, of program: ScaledProgram, at lane: Int) {
            let places = program.places(column), first = places.lowerBound
            // What has more entries than there is room for is left to the program.
            costs[lane] = places.count > 3 ? .nan : Float(program.figures[column].cost)
            if places.count > 0 {
                values.0[lane] = Float(program.entries[first].value)
                rows.0[lane] = program.entries[first].row
            }
            if places.count > 1 {
                values.1[lane] = Float(program.entries[first + 1].value)
                rows.1[lane] = program.entries[first + 1].row
            }
            if places.count > 2 {
                values.2[lane] = Float(program.entries[first + 2].value)
                rows.2[lane] = program.entries[first + 2].row
            }
        }
    }
    private var groups: [Group] = []
    /// What the merits of a group are multiplied by: above zero where the variable may rise, below where it may fall, zero where neither, not a number where both.
    private struct Directions { var lanes = SIMD4<Float>.zero }
    /// Per group; what-ifs change these and nothing else of it.
    private var directions: [Directions] = []
    /// Per position: the variable there, and its weight whatever its status.
    private var variables: [Int32] = [], weights: [Float] = []
    /// Per variable: where it stands, or −1.
    private var positionOf: [Int32]

    /// Reduced costs below this share of the root of the sum of the squares of their terms may have the other sign: some times the rounding of their sum.
    private static let certain: Float = 2e-5
    /// What a column can carry counts in its weight up to this.
    private static let most = 1e12

    init(count: Int) { positionOf = [Int32](repeating: -1, count: count) }

    /// Makes room for one more variable.
    mutating func makeRoom() { positionOf.append(-1) }

    /// How many groups of four positions there are; the last one may have fewer variables.
    var groupCount: Int { groups.count }

    func contains(_ variable: Int) -> Bool { positionOf[variable] >= 0 }

    /// Puts a variable that is not there yet behind the others.
    mutating func add(_ variable: Int, _ status: BasisStatus, _ program: ScaledProgram) {
        let position = variables.count
        positionOf[variable] = Int32(truncatingIfNeeded: position)
        variables.append(Int32(truncatingIfNeeded: variable))
        if position & 3 == 0 {
            groups.append(Group())
            directions.append(Directions())
        }
        if program.isColumn(variable) {
            weights.append(PriceTable.weight(of: variable, program))
            groups[position >> 2].set(variable, of: program, at: position & 3)
        } else {
            weights.append(1)
            groups[position >> 2].set(activity: variable, at: position & 3)
        }
        note(variable, status)
    }

    /// Notes where a variable may go from now on.
    @inline(__always) mutating func note(_ variable: Int, _ status: BasisStatus) {
        let position = Int(positionOf[variable])
        guard position >= 0 else { return }
        directions[position >> 2].lanes[position & 3] =
            switch status {
            case .atLower: weights[position]
            case .atUpper: -weights[position]
            case .basic, .fixed: 0
            case .free: .nan
            }
    }

    /// Makes room for some variables more.
    mutating func reserve(_ count: Int) {
        groups.reserveCapacity(groups.count + count / 4 + 1)
        directions.reserveCapacity(groups.count + count / 4 + 1)
        variables.reserveCapacity(variables.count + count)
        weights.reserveCapacity(weights.count + count)
    }

    /// The root of what a column can carry at most, as its bounds and its rows tell; 1 where nothing limits it.
    ///
    /// A step in a column with a good reduced cost that can carry next to nothing gains next to nothing. The amount itself would overrate the
    /// large ones, whose steps mostly end before.
    private static func weight(of column: Int, _ program: ScaledProgram) -> Float {
        var room = program.bounds[column].upper
        for place in program.places(column) where program.entries[place].value > 0 {
            let row = Int(program.entries[place].row)
            let side = program.bounds[row].upper < .infinity ? program.bounds[row].upper : program.bounds[row].lower.magnitude
            if side > 0 { room = min(room, side / program.entries[place].value) }
        }
        return room > 0 && room < .infinity ? Float(min(room, most).squareRoot()) : 1
    }

    /// The variable in a lane of a group, and what its merit is multiplied by.
    @inline(__always) func variable(_ group: Int, _ lane: Int) -> Int { Int(variables[group << 2 + lane]) }
    @inline(__always) func weight(_ group: Int, _ lane: Int) -> Float { weights[group << 2 + lane] }

    /// What the merit of a variable in the table is multiplied by.
    @inline(__always) func weight(of variable: Int) -> Float { weights[Int(positionOf[variable])] }

    /// The merits of four variables, and what the square of each has to be above for its sign to be sure.
    @inline(__always) func merits(_ group: Int, _ dual: [Float], isPhaseOne: Bool) -> (merits: SIMD4<Float>, certain: SIMD4<Float>) {
        let weights = directions[group].lanes, group = groups[group], costs = isPhaseOne ? 0 * group.costs : group.costs
        let first = group.values.0 * group.rows.0.values(of: dual), second = group.values.1 * group.rows.1.values(of: dual)
        let third = group.values.2 * group.rows.2.values(of: dual)
        let squares = costs * costs + first * first + second * second + third * third, share = PriceTable.certain * weights
        return (weights * (first + second + third - costs), squares * share * share)
    }
}
