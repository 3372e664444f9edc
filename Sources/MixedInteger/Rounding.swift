// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// Turns points of the relaxation into plans.
struct Rounding {
    let whole: SwitchedProgram, solver: any Solver, clock: SearchClock
    /// Switches that may not be on.
    let isOff: [Bool]
    /// What a unit of each column is worth where nothing is on, by which those are ranked that share a budget; empty where nobody knows.
    let worth: [Double]

    /// A plan near `x`: on is what carries something, and where there is a least at least `share` of it; budgets keep those that are most on.
    ///
    /// The flows are solved again with the rest off. What then falls short of its least is pushed up to it or switched off, until nothing does.
    func plan(from x: [Double], share: Double, start: SimplexBasis?) throws(SolverFailure) -> Choice? {
        var isOn = whole.switches.indices.map { s in
            !isOff[s] && whole.carries(s, x) && whole.switches[s].total(x) >= share * whole.switches[s].least
        }
        keepBudgets(&isOn, x)
        return try settle(isOn, start: start)
    }

    /// The best flows with some switches on, those that carry nothing switched off, those short of their least mended.
    ///
    /// - Parameter isExact: whether what is on is to have its least from the beginning, as in a plan that is known to be one.
    func settle(_ first: [Bool], start: SimplexBasis?, isExact: Bool = false) throws(SolverFailure) -> Choice? {
        var isOn = first, isPushed = isExact ? first : [Bool](repeating: false, count: first.count), basis = start
        // What was pushed in the last pass: where nothing fits any more, these are given up.
        var fresh: [Int] = []
        for pass in 0..<16 {
            guard !clock.isOver else { return nil }
            let program = held(isOn, isPushed)
            let solution = try solver.solve(program, options: clock.unproved(start: fit(basis, to: program)))
            guard solution.primal == .optimal else {
                guard !fresh.isEmpty else { return nil }
                for s in fresh { (isOn[s], isPushed[s]) = (false, false) }
                fresh = []
                continue
            }
            basis = solution.basis
            let x = Array(solution.columnValues.prefix(whole.flow.columnCount))
            var isSettled = true
            fresh = []
            for s in whole.switches.indices where isOn[s] {
                if !whole.carries(s, x) {
                    if whole.switches[s].charge >= 0 { isOn[s] = false }
                } else if whole.shortfall(s, x) > 0 {
                    isSettled = false
                    // Half full is filled up, less is given up; late passes give up all, so that it ends.
                    if pass < 8, whole.switches[s].total(x) >= whole.switches[s].least / 2 {
                        isPushed[s] = true
                        fresh.append(s)
                    } else {
                        isOn[s] = false
                    }
                }
            }
            if isSettled { return Choice(isOn: isOn, x: x, objective: whole.objective(x, isOn)) }
        }
        return nil
    }

    /// The flows with switches held, the least of a switch asked of those that are pushed only.
    private func held(_ isOn: [Bool], _ isPushed: [Bool]) -> LinearProgram {
        var eased = whole
        for s in whole.switches.indices where !isPushed[s] { eased.switches[s].least = 0 }
        return eased.held(isOn)
    }

    /// The start with rows that are new made basic and rows that are gone dropped.
    private func fit(_ basis: SimplexBasis?, to program: LinearProgram) -> SimplexBasis? {
        guard var basis, basis.columns.count >= program.columnCount else { return nil }
        basis.columns = Array(basis.columns.prefix(program.columnCount))
        let rows = whole.flow.rowCount
        basis.rows =
            Array(basis.rows.prefix(rows)) + [BasisStatus](repeating: .basic, count: program.rowCount - min(rows, basis.rows.count))
        return basis
    }

    /// Of an overdrawn budget those go that are least on.
    private func keepBudgets(_ isOn: inout [Bool], _ x: [Double]) {
        for budget in whole.budgets {
            let on = budget.switches.filter { isOn[$0] }
            guard on.count > budget.most else { continue }
            let ranked = on.map { ($0, worth.isEmpty ? level($0, x) : value($0, x)) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            for (s, _) in ranked.dropFirst(budget.most) { isOn[s] = false }
        }
    }

    /// What the flows of a switch are worth together.
    func value(_ s: Int, _ x: [Double]) -> Double {
        whole.switches[s].members.reduce(0) { $0 + worth[$1.column.position] * x[$1.column.position] }
    }

    private func level(_ s: Int, _ x: [Double]) -> Double {
        whole.switches[s].members.reduce(0) { $1.most > 0 ? max($0, x[$1.column.position] / $1.most) : $0 }
    }
}
