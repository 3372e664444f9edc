// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// The choices around some budgets as a program of their own, with all other flows held where a plan has them.
///
/// Its switches are those that are counted by these budgets alone, and what else holds their columns down; its columns are theirs and those that
/// nobody counts and that share a row with them. What the rest of the plan takes of rows, budgets, capacities and charges is taken off.
struct Region {
    private(set) var program: SwitchedProgram
    /// Positions in the whole program; which of its switches may never be on.
    let columns: [Int], rows: [Int], switches: [Int], budgets: [Int], isOff: [Bool]

    /// Nil where there is nothing to choose.
    init?(_ whole: SwitchedProgram, _ lists: SwitchLists, _ budgets: [Int], isOff: [Bool], x: [Double]) {
        var isIn = [Bool](repeating: false, count: whole.flow.columnCount), isTouched = [Bool](repeating: false, count: whole.flow.rowCount)
        let chosen = Set(budgets)
        self.budgets = chosen.sorted()
        for budget in self.budgets {
            for s in lists.switches(ofBudget: budget) where !isOff[s] && lists.budgets(s).allSatisfy({ chosen.contains(Int($0)) }) {
                for member in lists.members(s) {
                    isIn[Int(member.column)] = true
                    for k in whole.flow.entries(of: ColumnIndex(Int(member.column))) { isTouched[Int(whole.flow.rows[k])] = true }
                }
            }
        }
        for j in 0..<whole.flow.columnCount where !isIn[j] && !lists.holders(j).contains(where: { !lists.budgets(Int($0)).isEmpty }) {
            isIn[j] = whole.flow.entries(of: ColumnIndex(j)).contains { isTouched[Int(whole.flow.rows[$0])] }
        }
        columns = isIn.indices.filter { isIn[$0] }
        guard !columns.isEmpty else { return nil }
        var place = [Int](repeating: -1, count: isIn.count), isRow = [Bool](repeating: false, count: whole.flow.rowCount)
        for (position, j) in columns.enumerated() {
            place[j] = position
            for k in whole.flow.entries(of: ColumnIndex(j)) { isRow[Int(whole.flow.rows[k])] = true }
        }
        rows = isRow.indices.filter { isRow[$0] }
        var still = [Double](repeating: 0, count: whole.flow.rowCount)
        for j in isIn.indices where !isIn[j] && x[j] != 0 {
            for k in whole.flow.entries(of: ColumnIndex(j)) { still[Int(whole.flow.rows[k])] += whole.flow.values[k] * x[j] }
        }
        var flow = whole.flow.part(columns: columns, rows: rows)
        for (position, i) in rows.enumerated() where still[i] != 0 {
            flow.setBounds(whole.flow.rowLower[i] - still[i], whole.flow.rowUpper[i] - still[i], of: RowIndex(position))
        }
        switches = Set(columns.flatMap { lists.holders($0).map { Int($0) } }).sorted()
        var newSwitch: [Int: Int] = [:]
        for (position, s) in switches.enumerated() { newSwitch[s] = position }
        program = SwitchedProgram(
            flow: flow,
            switches: switches.map { index in
                var s = whole.switches[index]
                let outside = s.members.reduce(0) { isIn[$1.column.position] ? $0 : $0 + $1.weight * x[$1.column.position] }
                s.members = s.members.compactMap { member in
                    let position = place[member.column.position]
                    return position < 0 ? nil : Switch.Member(ColumnIndex(position), most: member.most, weight: member.weight)
                }
                s.ties = []
                if outside > 0 {
                    if s.charge > 0 { s.charge = 0 }
                    (s.most, s.least) = (max(s.most - outside, 0), max(s.least - outside, 0))
                }
                return s
            },
            budgets: self.budgets.map { index in
                let mine = whole.budgets[index].switches.compactMap { newSwitch[$0] }
                let others = whole.budgets[index].switches.count { newSwitch[$0] == nil && whole.carries($0, x, lists) }
                return Budget(switches: mine, most: max(0, whole.budgets[index].most - others))
            })
        self.isOff = switches.map { isOff[$0] }
    }

    /// A plan of the region in that of the whole.
    func spread(_ part: [Double], into x: [Double]) -> [Double] {
        var whole = x
        for (position, j) in columns.enumerated() { whole[j] = part[position] }
        return whole
    }
}
