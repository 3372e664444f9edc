// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

/// Mends: declared figures that, changed, let a plan be.
extension Conflict {
    /// Mends by the figure behind a rule, other conflicts being eased by `eased`: the least change of it with all that follows from it, and, of a
    /// need that cannot be bought, a price. Each is declared in the tables and the whole scenario solved again.
    func mends(_ index: Int, _ figure: DeclaredFigure, easedBy eased: [Int: Double]) throws(SolverFailure) -> [Mend] {
        let tables = formulation.network.scenario.tables
        guard let declared = figure.value(in: tables) else { return [] }
        var rule = broken(index, amount: nil)
        (rule.required, rule.period) = (declared, figure.period(in: tables))
        if figure.isShare { rule.unit = nil }
        var mends: [Mend] = []
        if let mend = try change(of: figure, from: declared, rule, easedBy: eased) { mends.append(mend) }
        if case .need(let need) = figure {
            for others in easings(eased, for: figure) {
                guard let least = try leastPurchase(need, easedBy: others) else { continue }
                mends.append(Mend(rule: rule, newFigure: least, cost: nil, isPurchase: true, isPartial: !others.isEmpty))
                break
            }
        }
        return mends
    }

    /// What may be taken as mended elsewhere: nothing at first, as a figure may be behind several conflicts; then the other conflicts, but
    /// for what follows from the figure itself in them.
    private func easings(_ eased: [Int: Double], for figure: DeclaredFigure) -> [[Int: Double]] {
        let others = eased.filter { DeclaredFigure(rules[$0.key]) != figure }
        return others.isEmpty ? [[:]] : [[:]] + Conflict.withoutMargin(others)
    }

    /// The least change of a figure that mends a conflict, as it is shown and solved again; nil where there is none.
    private func change(
        of figure: DeclaredFigure, from declared: Double, _ rule: BrokenRule, easedBy eased: [Int: Double]
    ) throws(SolverFailure) -> Mend? {
        for others in easings(eased, for: figure) {
            guard let change = try leastChange(of: figure, from: declared, easedBy: others) else { continue }
            // One step further where the rounding of the rows does not let the very edge be.
            for steps in 0...1 {
                let new = figure.rounded(figure.isRaised ? declared + change : declared - change, further: steps)
                guard !figure.isShare || new <= 1, new != declared else { break }
                var changed = formulation.network.scenario.tables
                figure.set(new, in: &changed)
                guard let cost = try cost(changed, easedBy: others) else { continue }
                return Mend(rule: rule, newFigure: new, cost: cost, isPartial: !others.isEmpty)
            }
        }
        return nil
    }

    /// By how much a figure must change at least, everything held that does not follow from it; nil where no change of it alone suffices.
    private func leastChange(
        of figure: DeclaredFigure, from declared: Double, easedBy eased: [Int: Double]
    ) throws(SolverFailure) -> Double? {
        var program = flows
        for (index, amount) in eased { ease(&program, rules[index], amount) }
        let first = program.rowCount
        if case .process(let process) = figure {
            // y_t ≤ capacity · share_t as a row, in which the change stands too.
            program = program.extended(
                rows: formulation.network.shares.enumerated().map { period, share in
                    let column = formulation.activityColumn(process, period)
                    return LinearProgram.NewRow(upper: declared * share, entries: [(column: column, value: 1)])
                })
            for period in formulation.network.periods.indices {
                program.setBounds(0, .infinity, of: ColumnIndex(formulation.activityColumn(process, period)))
            }
        }
        for column in 0..<program.columnCount { program.setCost(0, of: ColumnIndex(column)) }
        program.offset = 0
        let most = figure.isRaised ? figure.isShare ? 1 - declared : .infinity : declared
        let change = program.addColumn(cost: 1 / max(abs(declared), 1e-6), upper: most).position
        for (row, value) in followers(of: figure, processRow: first) { program.addEntry(RowIndex(row), value) }
        let solution = try solver.solve(program, options: options)
        return solution.primal == .optimal ? solution.columnValues[change] : nil
    }

    /// The rows that follow from a figure, with what one unit of easing it adds to the left side of each.
    private func followers(of figure: DeclaredFigure, processRow: Int) -> [(row: Int, value: Double)] {
        let f = formulation, network = f.network, tables = network.scenario.tables
        func part(_ own: Reference<Period>?, _ period: Int) -> Double {
            own == nil ? network.shares[period] : own == network.periods[period] ? 1 : 0
        }
        var rows: [(row: Int, value: Double)] = []
        switch figure {
        case .need(let need):
            for (index, demand) in network.demands.enumerated() where demand.origin == .need(need) {
                let part = part(tables.needs[need].period, demand.period)
                rows.append((f.demandRows[index], part))
                if f.shareRows[index] >= 0 { rows.append((f.shareRows[index], demand.maximumShare * part)) }
                for entry in f.substitutionRowsOfDemand[index].map({ f.substitutionRows[$0] }) {
                    rows.append((entry.row, tables.substitutions[entry.substitution].maximumShare * part))
                }
            }
        case .share(let need):
            for (index, demand) in network.demands.enumerated() where demand.origin == .need(need) && f.shareRows[index] >= 0 {
                rows.append((f.shareRows[index], -demand.quantity))
            }
        case .substitution(let substitution):
            // At a process the share is of its activity; its row gives more room than is counted here, never less.
            for entry in f.substitutionRows where entry.substitution == substitution && !network.demands[entry.demand].isOfProcess {
                rows.append((entry.row, -network.demands[entry.demand].quantity))
            }
        case .output(let output):
            for (index, supply) in network.supplies.enumerated() where supply.origin == .output(output) {
                rows.append((f.supplyRows[index], -part(tables.outputs[output].period, supply.period)))
            }
        case .contractMinimum(let contract): rows.append((f.contractRows[Int(contract.position)], 1))
        case .contractMaximum(let contract): rows.append((f.contractRows[Int(contract.position)], -1))
        case .route(let route):
            for (period, share) in network.shares.enumerated() where f.routeRow(route, period) >= 0 {
                rows.append((f.routeRow(route, period), -share))
            }
        case .process:
            for (period, share) in network.shares.enumerated() { rows.append((processRow + period, -share)) }
        case .linkCapacity:
            for rule in rules where DeclaredFigure(rule) == figure {
                if case .row(let row, let sign) = rule.target { rows.append((row, sign)) }
            }
        }
        return rows
    }

    /// The least that would be bought of a need in a year if it had a price; nil where a price alone does not mend it.
    private func leastPurchase(_ need: Reference<Need>, easedBy eased: [Int: Double]) throws(SolverFailure) -> Double? {
        var tables = formulation.network.scenario.tables
        tables.needs[Int(need.position)].virginPrice = 0
        guard let conflict = conflict(tables), try cost(tables, easedBy: eased) != nil else { return nil }
        var (program, _) = mended(conflict, by: eased)
        program.offset = 0
        for column in 0..<program.columnCount { program.setCost(0, of: ColumnIndex(column)) }
        for (index, demand) in conflict.formulation.network.demands.enumerated() where demand.origin == .need(need) {
            let column = conflict.formulation.purchase[index]
            if column >= 0 { program.setCost(1, of: ColumnIndex(column)) }
        }
        let solution = try solver.solve(program, options: options)
        return solution.primal == .optimal ? solution.objective : nil
    }

    /// What the best plan of other tables costs, where the rules of other conflicts are eased; nil where there is none.
    private func cost(_ tables: Tables, easedBy eased: [Int: Double]) throws(SolverFailure) -> Double? {
        guard let conflict = conflict(tables) else { return nil }
        let (program, board) = mended(conflict, by: eased)
        return try conflict.cost(of: program, board)
    }

    /// The program of other tables; nil where they have faults.
    private func conflict(_ tables: Tables) -> Conflict? {
        let planner: Planner
        do throws(ScenarioFaults) {
            let changed = try Scenario(validating: tables)
            planner = try Planner(changed, with: Set(formulation.network.projects), objective: objective, solver: solver)
        } catch { return nil }
        return Conflict(planner.formulation, objective: objective, solver: solver, options: options)
    }

    /// The flows and switches of a program with rules of this one eased.
    private func mended(_ conflict: Conflict, by eased: [Int: Double]) -> (flows: LinearProgram, board: Switchboard) {
        let amounts = Dictionary(eased.map { (rules[$0.key].key, $0.value) }, uniquingKeysWith: max)
        var flows = conflict.flows, board = conflict.formulation.switchboard
        guard !amounts.isEmpty else { return (flows, board) }
        for rule in conflict.rules {
            guard let amount = amounts[rule.key] else { continue }
            ease(&flows, rule, amount)
            if let link = rule.switchIndex { board.switches[link].most = rule.required + amount }
        }
        return (flows, board)
    }
}
