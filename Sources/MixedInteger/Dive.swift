// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A first plan where budgets count switches: the flows with a row for each budget, of whose switches more and more are settled.
///
/// A switch counts in its budgets as much as its flows are of the most that they may be. What is all but wholly on is settled, and some of the rest
/// with it; a budget that has settled all it has room for closes its other switches; and what the others may carry at most falls to what the
/// settled ones leave at both ends, so that they count the more. The flows are solved again from the last basis, until nothing is left to settle.
struct Dive {
    private let whole: SwitchedProgram, lists: SwitchLists, flows: LinearProgram
    /// Per row, the most that one column of a counted switch may put into it.
    private let through: [Double]
    /// Per column, the most that it may carry beside what is settled; per switch, what its columns' shares are multiplied by.
    private var most: [Double], factor: [Double]
    private var isSettled: [Bool], settled: [Int], x: [Double] = []
    private(set) var doors: Doors
    /// From what share on a switch counts as on, and how many of the rest are settled each round.
    private static let wholly = 0.95, atLeast = 0.05

    init(_ whole: SwitchedProgram, _ lists: SwitchLists, _ flows: LinearProgram, _ doors: Doors) {
        (self.whole, self.lists, self.flows, self.doors) = (whole, lists, flows, doors)
        most = flows.upper
        factor = [Double](repeating: 1, count: whole.switches.count)
        isSettled = [Bool](repeating: false, count: whole.switches.count)
        settled = [Int](repeating: 0, count: whole.budgets.count)
        var through = [Double](repeating: 0, count: flows.rowCount)
        for s in lists.counted {
            for member in lists.members(s) {
                let column = Int(member.column)
                most[column] = min(most[column], member.most)
                guard most[column].isFinite else { continue }
                for k in flows.entries(of: ColumnIndex(column)) {
                    let row = Int(flows.rows[k])
                    through[row] = max(through[row], abs(flows.values[k]) * most[column])
                }
            }
        }
        self.through = through
    }

    /// Whether a switch is still to be settled.
    private func isOpen(_ s: Int) -> Bool { doors.isAllowed[s] && !isSettled[s] }

    /// The flows with what doors let through, and the budgets as rows.
    private func program() -> LinearProgram {
        var program = flows
        for j in 0..<flows.columnCount {
            let (low, high) = doors.bounds(j)
            program.setBounds(low, high, of: ColumnIndex(j))
        }
        return program.extended(
            rows: whole.budgets.indices.map { index in
                var entries: [Int: Double] = [:]
                for s in whole.budgets[index].switches where isOpen(s) {
                    for member in lists.members(s) {
                        let column = Int(member.column)
                        if most[column] > 0, most[column].isFinite { entries[column, default: 0] += factor[s] / most[column] }
                    }
                }
                return LinearProgram.NewRow(
                    upper: Double(whole.budgets[index].most - settled[index]),
                    entries: entries.sorted { $0.key < $1.key }.map { (column: $0.key, value: $0.value) })
            })
    }

    /// How far each open switch is on, and by what its shares have to be multiplied to come to that.
    private func level(_ s: Int) -> (level: Double, factor: Double) {
        var bySource: [Int32: Double] = [:]
        for member in lists.members(s) where x[Int(member.column)] > 1e-9 {
            bySource[member.source, default: 0] += x[Int(member.column)] / max(most[Int(member.column)], 1e-9)
        }
        let largest = bySource.values.max() ?? 0, sum = bySource.values.sorted().reduce(0, +)
        return (largest, sum > 0 ? largest / sum : 1)
    }

    /// Solves and settles to the end; the flows and their basis, nil where they cannot be solved or time is up.
    mutating func run(_ solver: any Solver, _ clock: SearchClock, from start: SimplexBasis?, until limit: Double) throws(SolverFailure) -> (
        x: [Double], basis: SimplexBasis
    )? {
        var basis = start
        basis?.rows += [BasisStatus](repeating: .basic, count: whole.budgets.count)
        for round in 0..<100 {
            let solution = try solver.solve(program(), options: clock.unproved(start: basis, until: limit))
            guard solution.primal == .optimal, let end = solution.basis, !clock.isOver, clock.seconds < limit else { return nil }
            (x, basis) = (solution.columnValues, end)
            if round >= 3, !settle() {
                return (x, SimplexBasis(columns: end.columns, rows: Array(end.rows.prefix(flows.rowCount))))
            }
            tighten()
        }
        return nil
    }

    /// Settles what is on; false where there is nothing.
    private mutating func settle() -> Bool {
        var ranked: [(s: Int, level: Double)] = []
        for s in lists.counted where isOpen(s) {
            let level = level(s).level
            if level > 1e-9 { ranked.append((s, level)) }
        }
        ranked.sort { ($1.level, $0.s) < ($0.level, $1.s) }
        let least = max(1, Int((Double(ranked.count) * Dive.atLeast).rounded()))
        var done = 0
        for (s, level) in ranked where level >= Dive.wholly || done < least {
            guard lists.budgets(s).allSatisfy({ settled[Int($0)] < whole.budgets[Int($0)].most }) else { continue }
            isSettled[s] = true
            done += 1
            for budget in lists.budgets(s) { settled[Int(budget)] += 1 }
        }
        for (index, budget) in whole.budgets.enumerated() where settled[index] >= budget.most {
            doors.close(budget.switches.filter { isOpen($0) }, lists)
        }
        return !ranked.isEmpty
    }

    /// What the settled leave for the others.
    private mutating func tighten() {
        var rest = through
        for s in lists.counted where isSettled[s] {
            for member in lists.members(s) where x[Int(member.column)] > 0 {
                for k in flows.entries(of: ColumnIndex(Int(member.column))) {
                    rest[Int(flows.rows[k])] -= abs(flows.values[k]) * x[Int(member.column)]
                }
            }
        }
        for s in lists.counted where isOpen(s) {
            factor[s] = level(s).factor
            for member in lists.members(s) {
                let column = Int(member.column)
                var left = min(flows.upper[column], member.most)
                for k in flows.entries(of: ColumnIndex(column)) {
                    let row = Int(flows.rows[k])
                    if through[row] > 0 { left = min(left, max(rest[row], 1e-3 * through[row]) / abs(flows.values[k])) }
                }
                most[column] = left
            }
        }
    }
}
