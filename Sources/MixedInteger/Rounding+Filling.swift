// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Rounding {
    /// A plan with more switched on where the budgets have room and the prices of its flows say that it pays; as good as `plan` at least.
    func filled(_ plan: Choice) throws(SolverFailure) -> Choice {
        var best = plan
        let holders = holders
        for _ in 0..<12 where !clock.isOver {
            let program = whole.held(best.isOn)
            let solution = try solver.solve(program, options: clock.options())
            guard solution.primal == .optimal, solution.rowDuals.count == program.rowCount else { break }
            let more = paying(best.isOn, Array(solution.rowDuals.prefix(whole.flow.rowCount)), holders)
            guard !more.isEmpty else { break }
            var isOn = best.isOn
            for s in more { isOn[s] = true }
            guard let next = try settle(isOn, start: solution.basis), whole.keepsBudgets(next.isOn) else { break }
            guard next.objective < best.objective - 1e-6 * best.objective.magnitude else { break }
            best = next
        }
        return best
    }

    /// Per column, the switches that hold it down.
    private var holders: [Int: [Int]] {
        var holders: [Int: [Int]] = [:]
        for (index, s) in whole.switches.enumerated() {
            for member in s.members { holders[member.column.position, default: []].append(index) }
        }
        return holders
    }

    /// Switches that are off and that a flow by itself would pay for, the best first, as far as the budgets go.
    private func paying(_ isOn: [Bool], _ duals: [Double], _ holders: [Int: [Int]]) -> [Int] {
        var most: [Int: Double] = [:]
        for s in whole.switches where !s.members.isEmpty {
            for member in s.members { most[member.column.position] = min(most[member.column.position] ?? .infinity, member.most) }
        }
        var offers: [(column: Int, gain: Double)] = []
        for (column, all) in holders where all.contains(where: { !isOn[$0] }) && !all.contains(where: { isOff[$0] }) {
            let reduced = whole.flow.reducedCost(of: column, duals)
            guard reduced < 0, let amount = most[column], amount.isFinite else { continue }
            let charges = all.reduce(0) { $0 + (isOn[$1] ? 0 : whole.switches[$1].charge) }
            let gain = -reduced * amount - charges
            if gain > 0 { offers.append((column, gain)) }
        }
        offers.sort { ($1.gain, $0.column) < ($0.gain, $1.column) }
        var budgetsOf: [Int: [Int]] = [:], room = whole.budgets.map(\.most)
        for (index, budget) in whole.budgets.enumerated() {
            for s in budget.switches {
                budgetsOf[s, default: []].append(index)
                if isOn[s] { room[index] -= 1 }
            }
        }
        var chosen: [Int] = [], isChosen = isOn
        for offer in offers {
            let needed = (holders[offer.column] ?? []).filter { !isChosen[$0] }
            let counted = needed.flatMap { budgetsOf[$0] ?? [] }
            guard counted.allSatisfy({ room[$0] > 0 }) else { continue }
            for budget in counted { room[budget] -= 1 }
            for s in needed { isChosen[s] = true }
            chosen += needed
        }
        return chosen
    }
}
