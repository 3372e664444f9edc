// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A part of a switched program that shares no row, switch or budget with the rest.
struct SwitchedBlock {
    var program: SwitchedProgram
    /// Positions in the whole program.
    var columns: [Int], switches: [Int]
}

extension SwitchedProgram {
    /// The independent parts: those with switches each by itself, all the rest together as one without switches.
    func blocks() -> [SwitchedBlock] {
        var parent = Array(0..<(flow.columnCount + flow.rowCount + switches.count))
        func root(_ node: Int) -> Int {
            var node = node
            while parent[node] != node {
                parent[node] = parent[parent[node]]
                node = parent[node]
            }
            return node
        }
        func join(_ a: Int, _ b: Int) {
            let (a, b) = (root(a), root(b))
            if a != b { parent[max(a, b)] = min(a, b) }
        }
        let firstRow = flow.columnCount, firstSwitch = flow.columnCount + flow.rowCount
        for j in 0..<flow.columnCount { for k in flow.entries(of: ColumnIndex(j)) { join(j, firstRow + Int(flow.rows[k])) } }
        for (index, s) in switches.enumerated() { for member in s.members + s.ties { join(firstSwitch + index, member.column.position) } }
        for budget in budgets { for s in budget.switches.dropFirst() { join(firstSwitch + budget.switches[0], firstSwitch + s) } }
        var blockOf: [Int: Int] = [:], count = 0
        for s in switches.indices where blockOf[root(firstSwitch + s)] == nil {
            blockOf[root(firstSwitch + s)] = count
            count += 1
        }
        var columns = [[Int]](repeating: [], count: count + 1), rows = columns, members = columns, counted = columns
        for j in 0..<flow.columnCount { columns[blockOf[root(j)] ?? count].append(j) }
        for i in 0..<flow.rowCount { rows[blockOf[root(firstRow + i)] ?? count].append(i) }
        for s in switches.indices { members[blockOf[root(firstSwitch + s)] ?? count].append(s) }
        for (index, budget) in budgets.enumerated() {
            if let first = budget.switches.first { counted[blockOf[root(firstSwitch + first)] ?? count].append(index) }
        }
        return (0...count).filter { !columns[$0].isEmpty || !rows[$0].isEmpty || !members[$0].isEmpty }.map { index in
            block(columns[index], rows[index], members[index], counted[index])
        }
    }

    private func block(_ columns: [Int], _ rows: [Int], _ members: [Int], _ counted: [Int]) -> SwitchedBlock {
        var newColumn: [Int: Int] = [:], newSwitch: [Int: Int] = [:]
        for (position, column) in columns.enumerated() { newColumn[column] = position }
        for (position, s) in members.enumerated() { newSwitch[s] = position }
        func moved(_ list: [Switch.Member]) -> [Switch.Member] {
            list.compactMap { member in
                newColumn[member.column.position].map { Switch.Member(ColumnIndex($0), most: member.most, weight: member.weight) }
            }
        }
        let program = SwitchedProgram(
            flow: flow.part(columns: columns, rows: rows),
            switches: members.map { index in
                var s = switches[index]
                (s.members, s.ties) = (moved(s.members), moved(s.ties))
                return s
            },
            budgets: counted.map { index in
                Budget(switches: budgets[index].switches.compactMap { newSwitch[$0] }, most: budgets[index].most)
            })
        return SwitchedBlock(program: program, columns: columns, switches: members)
    }
}
