// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram

/// Something that is on or off: a plant that is built, a link that is laid, a route that is used, a partner that is met.
///
/// z ∈ {0, 1}; Σ weight_a x_a ≤ most · z, and ≥ least · z; x_a ≤ most_a · z for each member by itself. Being on costs `charge`.
public struct Switch: Sendable {
    /// A column that carries nothing unless the switch is on.
    public struct Member: Sendable {
        /// The column.
        public var column: ColumnIndex
        /// The most that it can ever be, from the data.
        public var most: Double
        /// What a unit of it counts in the switch's sum.
        public var weight: Double
        /// Makes a member.
        public init(_ column: ColumnIndex, most: Double, weight: Double = 1) {
            (self.column, self.most, self.weight) = (column, most, weight)
        }
    }
    /// What being on adds to the objective.
    public var charge: Double
    /// What the switch holds down.
    public var members: [Member]
    /// The most of Σ weight · x that there can be when it is on, and the least that there must be; 0 for none.
    public var most: Double, least: Double
    /// More columns that can carry nothing unless it is on, as follows from the rows of the program: their bounds sharpen the relaxation.
    public var ties: [Member]

    /// Whether the rows of the flows keep Σ weight · x within `most` by themselves, so that it needs no row of its own.
    public var isMostImplied: Bool

    /// Makes a switch.
    public init(
        charge: Double, members: [Member], most: Double, least: Double = 0, ties: [Member] = [], isMostImplied: Bool = false
    ) {
        (self.charge, self.members, self.most, self.least, self.ties) = (charge, members, most, least, ties)
        self.isMostImplied = isMostImplied
    }

    /// Σ weight · x over the members.
    public func total(_ x: [Double]) -> Double { members.reduce(0) { $0 + $1.weight * x[$1.column.position] } }

    /// Whether `most` says less than the members' own bounds together, so that it is a capacity of its own.
    var isCapacity: Bool { !isMostImplied && most < members.reduce(0) { $0 + $1.weight * $1.most } * (1 - 1e-12) }

    /// Whether its least and its capacity are bounds of a single column rather than a row.
    var isBound: Bool { members.count == 1 && members.allSatisfy { $0.weight > 0 } }

    /// What a unit of z is worth in a unit of a member where the sum alone holds z up.
    func slope(_ member: Member) -> Double { most > 0 ? member.weight / most : 0 }
}

/// At most so many of some switches may be on.
public struct Budget: Sendable {
    /// Positions of switches.
    public var switches: [Int]
    /// How many of them may be on.
    public var most: Int
    /// Makes a budget.
    public init(switches: [Int], most: Int) { (self.switches, self.most) = (switches, most) }
}

/// A linear program of flows, and the switches that parts of it depend on.
public struct SwitchedProgram: Sendable {
    /// The flows, as though every switch were on and free.
    public var flow: LinearProgram
    /// What is on or off.
    public var switches: [Switch]
    /// Limits on how many are on.
    public var budgets: [Budget]

    /// Makes a program.
    public init(flow: LinearProgram, switches: [Switch] = [], budgets: [Budget] = []) {
        (self.flow, self.switches, self.budgets) = (flow, switches, budgets)
    }

    /// The objective of flows with the switches set.
    public func objective(_ x: [Double], _ isOn: [Bool]) -> Double {
        var sum = flow.offset
        for j in 0..<flow.columnCount where x[j] != 0 { sum += flow.cost[j] * x[j] }
        for (s, on) in zip(switches, isOn) where on { sum += s.charge }
        return sum
    }

    /// The whole program with a whole-numbered column for each switch, behind the flows: what is written out, and what a plan is checked against.
    ///
    /// Below the rows of the flows stand, for each switch, its sum, its least, and where it has several members a row for each; then the budgets.
    public var expanded: LinearProgram {
        let first = flow.columnCount
        var rows: [LinearProgram.NewRow] = []
        for (index, s) in switches.enumerated() {
            let sum = s.members.map { (column: $0.column.position, value: $0.weight) }
            rows.append(LinearProgram.NewRow(upper: 0, entries: sum + [(first + index, -s.most)]))
            if s.least > 0 { rows.append(LinearProgram.NewRow(lower: 0, entries: sum + [(first + index, -s.least)])) }
            guard s.members.count > 1 else { continue }
            for member in s.members {
                rows.append(LinearProgram.NewRow(upper: 0, entries: [(member.column.position, 1), (first + index, -member.most)]))
            }
        }
        for budget in budgets {
            rows.append(LinearProgram.NewRow(upper: Double(budget.most), entries: budget.switches.map { (first + $0, 1) }))
        }
        let columns = switches.map { LinearProgram.NewColumn(cost: $0.charge, upper: 1, isInteger: true) }
        return flow.extended(columns: columns, rows: rows)
    }

    /// The values of all columns of ``expanded``.
    public func expandedValues(_ x: [Double], _ isOn: [Bool]) -> [Double] { x + isOn.map { $0 ? 1 : 0 } }

    /// What ``held(_:)`` makes of the least and the capacity of a switch.
    public enum HeldLimit: Sendable {
        /// Bounds of a column, of which a unit counts `weight`; a row of the held program.
        case column(ColumnIndex, weight: Double), row(Int)
    }

    /// Where in ``held(_:)`` the least and the capacity of each switch stand; nil of one that is off or has neither.
    public func heldLimits(_ isOn: [Bool]) -> [HeldLimit?] {
        var row = flow.rowCount
        return zip(switches, isOn).map { s, on in
            guard on, s.least > 0 || s.isCapacity else { return nil }
            if s.isBound, let member = s.members.first { return .column(member.column, weight: member.weight) }
            defer { row += 1 }
            return .row(row)
        }
    }

    /// The program of the flows with the switches held: a linear program, whose duals are prices.
    ///
    /// What a switch that is off holds down is 0; of one that is on, its least and a capacity of its own are kept: of a single member as
    /// bounds, else as rows below the others, in the order of the switches. The charges are part of the offset.
    public func held(_ isOn: [Bool]) -> LinearProgram {
        var program = flow, rows: [LinearProgram.NewRow] = []
        for (s, on) in zip(switches, isOn) {
            guard on else {
                for member in s.members { program.setBounds(min(0, program.upper[member.column.position]), 0, of: member.column) }
                continue
            }
            program.offset += s.charge
            guard s.least > 0 || s.isCapacity else { continue }
            if s.isBound, let member = s.members.first {
                let column = member.column.position
                let (low, high) = (s.least / member.weight, s.most / member.weight)
                program.setBounds(
                    min(max(program.lower[column], low), program.upper[column]),
                    max(min(program.upper[column], high), program.lower[column]),
                    of: member.column)
            } else {
                rows.append(
                    LinearProgram.NewRow(
                        lower: s.least > 0 ? s.least : -.infinity, upper: s.isCapacity ? s.most : .infinity,
                        entries: s.members.map { ($0.column.position, $0.weight) }))
            }
        }
        return rows.isEmpty ? program : program.extended(rows: rows)
    }
}
