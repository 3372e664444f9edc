// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Search {
    /// Plans by dynamic slope scaling (Kim and Pardalos 1999): each switch is charged by what the last plan moved by it, and its flows solved again.
    ///
    /// What a budget counts is charged by the budget's price as well, which rises while more are on than may be, and falls while fewer are: small
    /// flows then gather in few switches, as they have to.
    mutating func scaleSlopes(_ solution: Solution) throws(SolverFailure) {
        var x = Array(solution.columnValues.prefix(whole.flow.columnCount)), basis: SimplexBasis?
        var prices = BudgetPrices(whole, worth, x)
        // What each switch moved when it last moved anything, at first the most that it can.
        var moved = whole.switches.map(\.most)
        guard !prices.areNone || whole.switches.contains(where: { $0.charge > 0 && $0.most > 0 }) else { return }
        var seen: Set<[Bool]> = [], sinceBetter = 0
        // The bound is to have its share of a limited time too.
        let end = clock.seconds + 0.4 * (clock.left ?? .infinity)
        for _ in 0..<(prices.areNone ? 16 : 40) where !isClosed && !clock.isOver && sinceBetter < 8 && clock.seconds < end {
            for (index, s) in whole.switches.enumerated() {
                let total = s.total(x)
                if total > 1e-9 * s.most { moved[index] = total }
            }
            let next = try solver.solve(sloped(moved, prices), options: clock.options(start: basis))
            guard next.primal == .optimal else { return }
            iterations += next.iterations
            (x, basis) = (next.columnValues, next.basis)
            let isOn = whole.switches.indices.map { whole.carries($0, x) }
            // The same switches again, and nothing overdrawn: the slopes have settled.
            guard seen.insert(isOn).inserted || !prices.areNone else { return }
            let before = best?.objective ?? .infinity
            if let plan = try rounding.plan(from: x, share: 0.5, start: basis) {
                take(prices.areNone ? plan : try rounding.filled(plan, rounds: 3))
            }
            let isBetter = (best?.objective ?? .infinity) < before - 1e-4 * before.magnitude
            sinceBetter = prices.areNone || isBetter ? 0 : sinceBetter + 1
            prices.adapt(to: isOn)
        }
        if !prices.areNone, let best, !clock.isOver { take(try rounding.filled(best, rounds: 60)) }
    }

    /// The flows with the charges and prices of the switches as slopes.
    private func sloped(_ moved: [Double], _ prices: BudgetPrices) -> LinearProgram {
        var flow = whole.flow
        for (index, s) in whole.switches.enumerated() {
            let charge = max(s.charge, 0) + prices.charges[index]
            for member in s.members {
                let j = member.column
                if relaxation.isOff[index] {
                    flow.setBounds(min(0, flow.upper[j.position]), 0, of: j)
                } else if charge > 0, moved[index] > 0 {
                    flow.setCost(flow.cost[j.position] + charge / moved[index] * member.weight, of: j)
                }
            }
        }
        return flow
    }
}

/// What being counted by the budgets is to cost, found by trial.
private struct BudgetPrices {
    private let budgets: [Budget]
    private var prices: [Double]
    /// Per switch, the prices of the budgets that count it.
    private(set) var charges: [Double]

    var areNone: Bool { budgets.isEmpty }

    /// Begins with a tenth of what a switch that is on is worth in the mean of all that are counted.
    init(_ whole: SwitchedProgram, _ worth: [Double], _ x: [Double]) {
        budgets = worth.isEmpty ? [] : whole.budgets
        var counted = Set<Int>(), sum = 0.0
        for s in budgets.lazy.flatMap(\.switches) where whole.carries(s, x) && counted.insert(s).inserted {
            sum += whole.switches[s].members.reduce(0) { $0 + worth[$1.column.position] * x[$1.column.position] }
        }
        prices = [Double](repeating: counted.isEmpty ? 0 : 0.1 * sum / Double(counted.count), count: budgets.count)
        charges = [Double](repeating: 0, count: whole.switches.count)
        // What is not overdrawn costs nothing yet.
        let isOn = whole.switches.indices.map { whole.carries($0, x) }
        for (index, budget) in budgets.enumerated() where budget.switches.count(where: { isOn[$0] }) <= budget.most { prices[index] *= 0.1 }
        spread()
    }

    mutating func adapt(to isOn: [Bool]) {
        for (index, budget) in budgets.enumerated() {
            let count = budget.switches.count { isOn[$0] }
            if count > budget.most { prices[index] *= 1.6 } else if count < budget.most { prices[index] *= 0.8 }
        }
        spread()
    }

    private mutating func spread() {
        for s in charges.indices { charges[s] = 0 }
        for (budget, price) in zip(budgets, prices) { for s in budget.switches { charges[s] += price } }
    }
}
