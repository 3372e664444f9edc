// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// The program in which switches may be on in part, kept small.
///
/// A switch that only its sum holds up costs charge · Σ weight x / most: it needs no column, its charge is a slope on its members. One that a
/// member or a tie by itself holds up further, x_a ≤ most_a · z, is given a column and these rows, as they are found to be violated. The least
/// of a switch is left out; a switch whose least is more than its most is off. What is left out can only lower the optimum, so that the
/// relaxation bounds the program from below.
struct Relaxation {
    let whole: SwitchedProgram
    /// Switches that are off, or on, in every plan that is still of interest.
    private(set) var isOff: [Bool], isFixedOn: [Bool]
    /// The position of a switch's column behind those of the flows; −1 where it has none.
    private(set) var column: [Int]
    private var columnsOfSwitches: [Int] = []
    /// The rows that were added, in their order.
    private var cuts: [Cut] = []
    private var hasCut: Set<Cut> = []
    /// Whether a budget counts a switch.
    private let isCounted: [Bool]

    /// A switch's sum, the bound of one of its members or ties, or a budget.
    private enum Cut: Hashable { case sum(Int), member(Int, Int), budget(Int) }

    init(_ whole: SwitchedProgram) {
        self.whole = whole
        isOff = whole.switches.map { $0.least > $0.most * (1 + 1e-12) || $0.most <= 0 }
        isFixedOn = [Bool](repeating: false, count: whole.switches.count)
        column = [Int](repeating: -1, count: whole.switches.count)
        var isCounted = [Bool](repeating: false, count: whole.switches.count)
        for budget in whole.budgets { for s in budget.switches { isCounted[s] = true } }
        self.isCounted = isCounted
        for (index, s) in whole.switches.enumerated() where !isOff[index] && (s.charge < 0 || s.isCapacity) { makeExplicit(index) }
    }

    private mutating func makeExplicit(_ s: Int) {
        guard column[s] < 0 else { return }
        column[s] = columnsOfSwitches.count
        columnsOfSwitches.append(s)
        cuts.append(.sum(s))
    }

    mutating func switchOff(_ s: Int) { isOff[s] = true }
    mutating func switchOn(_ s: Int) {
        isFixedOn[s] = true
        makeExplicit(s)
    }

    /// A member or tie of a switch.
    func held(_ s: Int, _ member: Int) -> Switch.Member {
        let members = whole.switches[s].members
        return member < members.count ? members[member] : whole.switches[s].ties[member - members.count]
    }

    /// The linear program; `integers` makes the switches' columns whole-numbered and gives every switch that is not off a column.
    var program: LinearProgram {
        var flow = whole.flow
        var slopes = [Int: Double]()
        for (index, s) in whole.switches.enumerated() {
            if isOff[index] {
                for member in s.members { flow.setBounds(min(0, flow.upper[member.column.position]), 0, of: member.column) }
            } else if column[index] < 0, s.charge > 0 {
                for member in s.members { slopes[member.column.position, default: 0] += s.charge * s.slope(member) }
            }
        }
        for (j, slope) in slopes { flow.setCost(flow.cost[j] + slope, of: ColumnIndex(j)) }
        let first = flow.columnCount
        let rows = cuts.map { cut in
            switch cut {
            case .budget(let index): return budgetRow(index, first)
            case .sum(let index):
                let s = whole.switches[index]
                return LinearProgram.NewRow(
                    upper: 0, entries: s.members.map { ($0.column.position, $0.weight) } + [(first + column[index], -s.most)])
            case .member(let index, let member):
                let held = held(index, member)
                return LinearProgram.NewRow(upper: 0, entries: [(held.column.position, 1), (first + column[index], -held.most)])
            }
        }
        let columns = columnsOfSwitches.map { s in
            LinearProgram.NewColumn(cost: whole.switches[s].charge, lower: isFixedOn[s] ? 1 : 0, upper: isOff[s] ? 0 : 1)
        }
        return flow.extended(columns: columns, rows: rows)
    }

    private func budgetRow(_ index: Int, _ first: Int) -> LinearProgram.NewRow {
        let budget = whole.budgets[index]
        var entries: [Int: Double] = [:]
        for s in budget.switches where !isOff[s] {
            if column[s] >= 0 {
                entries[first + column[s]] = 1
            } else {
                for member in whole.switches[s].members {
                    entries[member.column.position, default: 0] += whole.switches[s].slope(member)
                }
            }
        }
        return LinearProgram.NewRow(
            upper: Double(budget.most), entries: entries.sorted { $0.key < $1.key }.map { (column: $0.key, value: $0.value) })
    }

    /// Per switch, what the duals of the budgets that count it say of its being on.
    func budgetPrices(_ duals: [Double]) -> [Double] {
        var prices = [Double](repeating: 0, count: whole.switches.count)
        for (position, cut) in cuts.enumerated() {
            guard case .budget(let index) = cut else { continue }
            for s in whole.budgets[index].switches { prices[s] -= duals[whole.flow.rowCount + position] }
        }
        return prices
    }

    /// How far a switch is on at a point of the relaxation.
    func level(_ s: Int, _ x: [Double]) -> Double {
        if column[s] >= 0 { return x[whole.flow.columnCount + column[s]] }
        return whole.switches[s].most > 0 ? min(1, whole.switches[s].total(x) / whole.switches[s].most) : 0
    }

    /// Adds the rows that a point violates, of the switches that cost something or are counted; returns their number.
    mutating func separate(_ x: [Double]) -> Int {
        var added = 0
        for (index, budget) in whole.budgets.enumerated() {
            let sum = budget.switches.reduce(0) { $0 + (isOff[$1] ? 0 : level($1, x)) }
            guard sum > Double(budget.most) + 1e-6, hasCut.insert(.budget(index)).inserted else { continue }
            cuts.append(.budget(index))
            added += 1
        }
        for (index, s) in whole.switches.enumerated() where !isOff[index] && !isFixedOn[index] && (s.charge > 0 || isCounted[index]) {
            let level = level(index, x)
            guard s.members.count + s.ties.count > 1, level < 1 - 1e-7 else { continue }
            for member in 0..<(s.members.count + s.ties.count) {
                let held = held(index, member)
                guard held.most > 0, x[held.column.position] > held.most * (level + 1e-4) else { continue }
                guard hasCut.insert(.member(index, member)).inserted else { continue }
                makeExplicit(index)
                cuts.append(.member(index, member))
                added += 1
            }
        }
        return added
    }

    /// A basis of an earlier state as a start for the present one: what came since is at its lower bound, or basic if it is a row.
    func extended(_ basis: SimplexBasis?) -> SimplexBasis? {
        guard var basis else { return nil }
        let columns = whole.flow.columnCount + columnsOfSwitches.count, rows = whole.flow.rowCount + cuts.count
        guard basis.columns.count <= columns, basis.rows.count <= rows else { return nil }
        basis.columns += [BasisStatus](repeating: .atLower, count: columns - basis.columns.count)
        basis.rows += [BasisStatus](repeating: .basic, count: rows - basis.rows.count)
        return basis
    }

    /// The program with whole-numbered switches, for a tree search: the relaxation with a column for every switch that may still go either way.
    ///
    /// A switch that costs nothing and has a least is given `reward` for being on: else the tree would meet it on in part where it might as well be
    /// on, and branch on it for nothing. The optimum of the tree's program is lower than the true one by the sum of the rewards at most.
    ///
    /// Returns the switch of each column behind those of the flows. `isNeeded` picks the switches that need one: the others cost nothing and ask
    /// for nothing.
    func integerProgram(reward: Double) -> (program: LinearProgram, switches: [Int]) {
        var exact = self
        for (index, s) in whole.switches.enumerated() where !isOff[index] && (s.charge != 0 || s.least > 0) { exact.makeExplicit(index) }
        for (index, budget) in whole.budgets.enumerated() {
            for s in budget.switches where !isOff[s] { exact.makeExplicit(s) }
            if exact.hasCut.insert(.budget(index)).inserted { exact.cuts.append(.budget(index)) }
        }
        // A few members by themselves sharpen every node of the tree; of many, those that the root found violated do.
        for (index, s) in whole.switches.enumerated() where exact.column[index] >= 0 && (2...6).contains(s.members.count) {
            for member in s.members.indices where exact.hasCut.insert(.member(index, member)).inserted {
                exact.cuts.append(.member(index, member))
            }
        }
        var isFree = whole.switches.map { $0.charge == 0 && $0.least > 0 }
        for budget in whole.budgets { for s in budget.switches { isFree[s] = false } }
        var program = exact.program.withIntegers(from: whole.flow.columnCount)
        var rows: [LinearProgram.NewRow] = []
        for (position, s) in exact.columnsOfSwitches.enumerated() where whole.switches[s].least > 0 && !isOff[s] {
            let members = whole.switches[s].members.map { (column: $0.column.position, value: $0.weight) }
            rows.append(
                LinearProgram.NewRow(lower: 0, entries: members + [(whole.flow.columnCount + position, -whole.switches[s].least)]))
        }
        for (position, s) in exact.columnsOfSwitches.enumerated() where isFree[s] {
            program.setCost(-reward, of: ColumnIndex(whole.flow.columnCount + position))
        }
        return (rows.isEmpty ? program : program.extended(rows: rows), exact.columnsOfSwitches)
    }
}
