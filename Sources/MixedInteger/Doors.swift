// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// Which switches flows may use, and the bounds of columns that follow from it: a column is open where every switch that holds it down is allowed.
struct Doors {
    /// Whether a switch may carry something; whether it never may.
    private(set) var isAllowed: [Bool]
    private let isOff: [Bool]
    /// Per column, how many of its switches are not allowed; its bounds where there are none.
    private var shut: [Int32]
    private let lower: MostlyUsual<Double>, upper: MostlyUsual<Double>
    /// Columns that are held at a least, in place of the sum of their switch.
    private var pushed: [Int: Double] = [:]
    /// Columns whose bounds changed since they were last asked for.
    private var touched: [Int] = []

    /// All switches allowed that are not off.
    init(_ whole: SwitchedProgram, _ lists: SwitchLists, isOff: [Bool]) {
        self.isOff = isOff
        isAllowed = isOff.map { !$0 }
        lower = whole.flow.lower
        var upper = whole.flow.upper, shut = [Int32](repeating: 0, count: whole.flow.columnCount)
        for (index, s) in whole.switches.enumerated() {
            for member in lists.members(index) {
                let column = Int(member.column)
                if s.isBound { upper[column] = min(upper[column], max(lower[column], s.most / member.weight)) }
                if isOff[index] { shut[column] += 1 }
            }
        }
        (self.upper, self.shut) = (upper, shut)
    }

    /// The flows with charges as slopes, and the capacities of switches as rows of their own.
    func program(_ whole: SwitchedProgram) -> LinearProgram {
        var flow = whole.flow, slopes: [Int: Double] = [:], rows: [LinearProgram.NewRow] = []
        for s in whole.switches {
            if s.charge > 0 { for member in s.members { slopes[member.column.position, default: 0] += s.charge * s.slope(member) } }
            guard s.isCapacity, !s.isBound else { continue }
            rows.append(LinearProgram.NewRow(upper: s.most, entries: s.members.map { ($0.column.position, $0.weight) }))
        }
        for (column, slope) in slopes { flow.setCost(flow.cost[column] + slope, of: ColumnIndex(column)) }
        return rows.isEmpty ? flow : flow.extended(rows: rows)
    }

    /// Whether a column may carry something; its bounds.
    func isOpen(_ column: Int) -> Bool { shut[column] == 0 }

    func bounds(_ column: Int) -> (Double, Double) {
        guard shut[column] == 0 else { return (min(0, upper[column]), 0) }
        return (max(lower[column], min(pushed[column] ?? lower[column], upper[column])), upper[column])
    }

    /// Whether a switch may ever carry something.
    func isPossible(_ s: Int) -> Bool { !isOff[s] }

    /// Whether bounds have changed since they were last asked for.
    var hasMoves: Bool { !touched.isEmpty }

    /// The bounds that changed since this was last asked.
    mutating func takeMoves() -> [BoundChange] {
        defer { touched.removeAll(keepingCapacity: true) }
        return Set(touched).sorted().map { column in
            let (low, high) = bounds(column)
            return BoundChange(.column(ColumnIndex(column)), lower: low, upper: high)
        }
    }

    private mutating func allow(_ s: Int, _ now: Bool, _ lists: SwitchLists) {
        guard isAllowed[s] != now, !isOff[s] else { return }
        isAllowed[s] = now
        for member in lists.members(s) {
            let column = Int(member.column), before = shut[column]
            shut[column] += now ? -1 : 1
            if !now { pushed[column] = nil }
            if before == 0 || shut[column] == 0 { touched.append(column) }
        }
    }

    mutating func close(_ switches: [Int], _ lists: SwitchLists) { for s in switches { allow(s, false, lists) } }

    /// Closes what is counted and carries nothing.
    mutating func keepOnly(_ whole: SwitchedProgram, _ lists: SwitchLists, _ counted: [Int], _ x: [Double]) {
        for s in counted where isAllowed[s] && !whole.carries(s, x, lists) { allow(s, false, lists) }
    }

    /// Opens a switch, and with it what else holds its columns down and is counted nowhere.
    mutating func open(_ s: Int, _ lists: SwitchLists) {
        allow(s, true, lists)
        for member in lists.members(s) {
            let column = Int(member.column)
            if pushed.removeValue(forKey: column) != nil { touched.append(column) }
            for other in lists.holders(column) where lists.budgets(Int(other)).isEmpty { allow(Int(other), true, lists) }
        }
    }

    /// What falls short of its least: `share` of it and more is filled up, by the largest of its columns, less is given up.
    mutating func mend(_ whole: SwitchedProgram, _ lists: SwitchLists, _ asking: [Int], _ x: [Double], share: Double) {
        for s in asking where isAllowed[s] && whole.shortfall(s, x) > 0 {
            let total = lists.total(s, x), members = lists.members(s)
            let largest = members.max { ($0.weight * x[Int($0.column)], $1.column) < ($1.weight * x[Int($1.column)], $0.column) }
            guard let largest, largest.weight > 0, total >= whole.switches[s].least * share, pushed[Int(largest.column)] == nil else {
                allow(s, false, lists)
                continue
            }
            pushed[Int(largest.column)] = whole.switches[s].least / largest.weight
            touched.append(Int(largest.column))
        }
    }
}
