// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// What holds what in a switched program, in flat lists that are read over and over.
struct SwitchLists {
    /// A column that a switch holds down.
    struct Member {
        var column: Int32, weight: Double
        /// The most that it may be, and the first row that it stands in; −1 for none.
        var most: Double, source: Int32
    }
    private let memberStarts: [Int32], members: [Member]
    /// Per column the switches that hold it down.
    private let holderStarts: [Int32], holders: [Int32]
    /// Per switch the budgets that count it.
    private let budgetStarts: [Int32], budgets: [Int32]
    /// The switches that budgets count; whether a switch asks for a least.
    let counted: [Int], hasLeast: [Bool]
    private let ofBudget: [[Int]]
    /// Per budget, those that share a switch with it.
    let neighbours: [[Int]]

    init(_ whole: SwitchedProgram) {
        var starts: [Int32] = [0], members: [Member] = []
        var holders = [[Int32]](repeating: [], count: whole.flow.columnCount)
        for (index, s) in whole.switches.enumerated() {
            for member in s.members {
                let source = whole.flow.entries(of: member.column).first.map { whole.flow.rows[$0] } ?? -1
                members.append(
                    Member(
                        column: Int32(truncatingIfNeeded: member.column.position), weight: member.weight,
                        most: min(member.most, whole.flow.upper[member.column.position]), source: source))
                holders[member.column.position].append(Int32(truncatingIfNeeded: index))
            }
            starts.append(Int32(truncatingIfNeeded: members.count))
        }
        (memberStarts, self.members) = (starts, members)
        (holderStarts, self.holders) = SwitchLists.flat(holders)
        var budgets = [[Int32]](repeating: [], count: whole.switches.count)
        for (index, budget) in whole.budgets.enumerated() {
            for s in budget.switches { budgets[s].append(Int32(truncatingIfNeeded: index)) }
        }
        ofBudget = whole.budgets.map(\.switches)
        hasLeast = whole.switches.map { $0.least > 0 }
        counted = whole.switches.indices.filter { !budgets[$0].isEmpty }
        neighbours = whole.budgets.indices.map { index in
            var near = Set<Int>()
            for s in whole.budgets[index].switches { for other in budgets[s] { near.insert(Int(other)) } }
            near.remove(index)
            return near.sorted()
        }
        (budgetStarts, self.budgets) = SwitchLists.flat(budgets)
    }

    private static func flat(_ lists: [[Int32]]) -> (starts: [Int32], all: [Int32]) {
        var starts: [Int32] = [0], all: [Int32] = []
        for list in lists {
            all += list
            starts.append(Int32(truncatingIfNeeded: all.count))
        }
        return (starts, all)
    }

    var switchCount: Int { hasLeast.count }
    func members(_ s: Int) -> ArraySlice<Member> { members[Int(memberStarts[s])..<Int(memberStarts[s + 1])] }
    func holders(_ column: Int) -> ArraySlice<Int32> { holders[Int(holderStarts[column])..<Int(holderStarts[column + 1])] }
    func budgets(_ s: Int) -> ArraySlice<Int32> { budgets[Int(budgetStarts[s])..<Int(budgetStarts[s + 1])] }

    func switches(ofBudget index: Int) -> [Int] { ofBudget[index] }

    /// Σ weight · x of a switch.
    func total(_ s: Int, _ x: [Double]) -> Double { members(s).reduce(0) { $0 + $1.weight * x[Int($1.column)] } }
}
