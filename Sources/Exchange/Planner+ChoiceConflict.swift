// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

extension Planner {
    /// Why nothing can be where the flows alone could be: the least quantity of an exchange, the number of partners, or both, and figures with
    /// which each would let a plan be, found by solving again.
    func choiceConflict(_ options: SolveOptions) throws(SolverFailure) -> Infeasibility {
        let settings = network.scenario.tables.settings, board = formulation.switchboard
        let options = SolveOptions(timeLimit: options.timeLimit, isCancelled: options.isCancelled)
        var withoutLeast = board, withoutBudgets = board
        for index in board.switches.indices { withoutLeast.switches[index].least = 0 }
        withoutBudgets.budgets = []
        var rules: [BrokenRule] = [], mends: [Mend] = []
        let least = BrokenRule(
            kind: .leastQuantity, subject: .setting("exchange.min_quantity"), required: settings.minimumQuantity)
        let most = BrokenRule(
            kind: .mostPartners, subject: .setting("exchange.max_partners"), required: settings.maximumPartners.map(Double.init))
        if settings.minimumQuantity > 0, try cost(withoutLeast, options) != nil {
            rules.append(least)
            // The largest figure that lets a plan be, to a millionth of what was asked.
            var (low, high) = (0.0, settings.minimumQuantity)
            for _ in 0..<20 {
                let middle = (low + high) / 2
                if try cost(board.with(least: middle), options) == nil { high = middle } else { low = middle }
            }
            mends.append(Mend(rule: least, newFigure: low, cost: try cost(board.with(least: low), options)))
        }
        if let limit = settings.maximumPartners, try cost(withoutBudgets, options) != nil {
            rules.append(most)
            for more in 1...64 {
                guard let cost = try cost(board.with(partners: limit + more), options) else { continue }
                mends.append(Mend(rule: most, newFigure: Double(limit + more), cost: cost))
                break
            }
        }
        // Neither alone: both together are what cannot be.
        if rules.isEmpty {
            if settings.minimumQuantity > 0 { rules.append(least) }
            if settings.maximumPartners != nil { rules.append(most) }
        }
        mends.sort { ($0.cost ?? .infinity) < ($1.cost ?? .infinity) }
        return Infeasibility(rules: rules, mends: mends)
    }

    /// The cost of the cheapest plan under other switches; nil where there is none.
    private func cost(_ board: Switchboard, _ options: SolveOptions) throws(SolverFailure) -> Double? {
        var flow = formulation.program
        for (column, cost) in formulation.costs(ObjectiveWeights(.cost)).enumerated() { flow.setCost(cost, of: ColumnIndex(column)) }
        flow.offset = network.fixedCost
        let found = try SwitchedSolver(solver).solve(board.program(flow, chargedAt: 1), options: options)
        return found.isOn.count == board.switches.count && !found.values.isEmpty ? found.objective : nil
    }
}

extension Switchboard {
    fileprivate func with(least: Double) -> Switchboard {
        var board = self
        for index in switches.indices where switches[index].least > 0 { board.switches[index].least = least }
        return board
    }

    fileprivate func with(partners: Int) -> Switchboard {
        var board = self
        for index in budgets.indices { board.budgets[index].most = partners }
        return board
    }
}
