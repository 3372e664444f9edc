// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Rounding {
    /// A plan with more switched on where the budgets have room and the prices of its flows say that it pays, and with poor switches given up for
    /// better ones where they have none; as good as `plan` at least.
    ///
    /// What an exchange of switches would bring is guessed from prices, many are tried at once, and fewer where that was too many.
    func filled(_ plan: Choice, rounds: Int) throws(SolverFailure) -> Choice {
        var best = plan
        let holders = Holders(whole)
        for _ in 0..<rounds where !clock.isOver {
            let program = whole.held(best.isOn)
            let solution = try solver.solve(program, options: clock.options())
            guard solution.primal == .optimal, solution.rowDuals.count == program.rowCount else { return best }
            let changes = changes(best, Array(solution.rowDuals.prefix(whole.flow.rowCount)), holders)
            var count = changes.count, isBetter = false
            while count > 0, !isBetter, !clock.isOver {
                var isOn = best.isOn
                for change in changes.prefix(count) {
                    for s in change.off { isOn[s] = false }
                    for s in change.on { isOn[s] = true }
                }
                if whole.keepsBudgets(isOn), let next = try settle(isOn, start: solution.basis),
                    next.objective < best.objective - 1e-6 * best.objective.magnitude
                {
                    (best, isBetter) = (next, true)
                }
                count /= 4
            }
            guard isBetter else { return best }
        }
        return best
    }

    /// Switches that a flow by itself would pay for, and those that are given up for them, the best first.
    private func changes(_ plan: Choice, _ duals: [Double], _ holders: Holders) -> [(on: [Int], off: [Int])] {
        var offers: [(column: Int, gain: Double)] = []
        for column in holders.columns {
            let all = holders.switches(column)
            guard all.contains(where: { !plan.isOn[$0] }), !all.contains(where: { isOff[$0] }) else { continue }
            let reduced = whole.flow.reducedCost(of: column, duals), amount = holders.most(column)
            guard reduced < 0, amount.isFinite else { continue }
            let gain = -reduced * amount - all.reduce(0) { $0 + (plan.isOn[$1] ? 0 : whole.switches[$1].charge) }
            if gain > 0 { offers.append((column, gain)) }
        }
        offers.sort { ($1.gain, $0.column) < ($0.gain, $1.column) }
        var room = whole.budgets.map(\.most), isChosen = plan.isOn, isTouched = [Bool](repeating: false, count: whole.budgets.count)
        for s in plan.isOn.indices where plan.isOn[s] { for budget in holders.budgets(s) { room[budget] -= 1 } }
        var changes: [(on: [Int], off: [Int])] = []
        for offer in offers {
            let needed = holders.switches(offer.column).filter { !isChosen[$0] }, counted = needed.flatMap { holders.budgets($0) }
            var given: [Int] = [], loss = 0.0
            for budget in Set(counted).sorted() where room[budget] <= 0 {
                // Of each budget one switch is given up at a time, the poorest.
                let poorest = isTouched[budget] || worth.isEmpty ? nil : poorest(of: budget, plan)
                guard let (s, value) = poorest else {
                    loss = .infinity
                    break
                }
                if !given.contains(s) {
                    given.append(s)
                    loss += value
                }
            }
            guard loss < offer.gain else { continue }
            for s in given {
                for budget in holders.budgets(s) { (room[budget], isTouched[budget]) = (room[budget] + 1, true) }
                isChosen[s] = false
            }
            for s in needed {
                isChosen[s] = true
                for budget in holders.budgets(s) { room[budget] -= 1 }
            }
            changes.append((needed, given))
        }
        return changes
    }

    /// Of what is on in a budget, the switch whose flows are worth least.
    private func poorest(of budget: Int, _ plan: Choice) -> (s: Int, value: Double)? {
        var poorest: (s: Int, value: Double)?
        for s in whole.budgets[budget].switches where plan.isOn[s] {
            let value = value(s, plan.x)
            if value < poorest?.value ?? .infinity { poorest = (s, value) }
        }
        return poorest
    }
}

/// Per column of the flows, the switches that hold it down and the most that it can be; per switch, the budgets that count it.
private struct Holders {
    let columns: [Int]
    private var switchesOf: [Int: [Int]] = [:], mostOf: [Int: Double] = [:], budgetsOf: [[Int]]

    init(_ whole: SwitchedProgram) {
        for (index, s) in whole.switches.enumerated() {
            for member in s.members {
                let column = member.column.position
                switchesOf[column, default: []].append(index)
                mostOf[column] = min(mostOf[column] ?? .infinity, member.most)
            }
        }
        columns = switchesOf.keys.sorted()
        budgetsOf = [[Int]](repeating: [], count: whole.switches.count)
        for (index, budget) in whole.budgets.enumerated() { for s in budget.switches { budgetsOf[s].append(index) } }
    }

    func switches(_ column: Int) -> [Int] { switchesOf[column] ?? [] }
    func most(_ column: Int) -> Double { mostOf[column] ?? 0 }
    func budgets(_ s: Int) -> [Int] { budgetsOf[s] }
}
