// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

/// Explains why nothing can be: an elastic program says by how much rules must give, a deletion filter finds sets of rules that cannot all hold,
/// and each mend is solved again.
struct Conflict {
    let formulation: Formulation, solver: any Solver, options: SolveOptions
    let rules: [Rule]
    /// The flows as though everything were built, with a row for the capacity of each link that has one.
    let flows: LinearProgram
    /// What the plan is to make small.
    let objective: Objective

    /// A rule that could give, and the way it stands in the program.
    struct Rule {
        var kind: BrokenRule.Kind, subject: BrokenRule.Subject, required: Double, unit: Unit?
        var target: Target
        /// The period in which it holds; nil of the year.
        var period: Reference<Period>?
        /// The position of a link in the switchboard, whose capacity the rule is.
        var switchIndex: Int?
        enum Target { case row(Int, sign: Double), capacity(column: Int) }

        /// What tells the rule from the others, in this program and in one of the same tables with a figure changed.
        var key: Key { Key(kind: kind, subject: subject, period: period) }
        struct Key: Hashable { var kind: BrokenRule.Kind, subject: BrokenRule.Subject, period: Reference<Period>? }
    }

    init(_ formulation: Formulation, objective: Objective, solver: any Solver, options: SolveOptions) {
        (self.formulation, self.objective) = (formulation, objective)
        self.solver = solver
        self.options = SolveOptions(timeLimit: options.timeLimit, isCancelled: options.isCancelled)
        let links = Conflict.links(of: formulation)
        flows = formulation.program.extended(rows: links.map(\.row))
        rules = Conflict.rules(of: formulation) + links.map(\.rule)
    }

    /// The links of limited capacity: what they carry both ways in a year, whether one is laid or not.
    private static func links(of f: Formulation) -> [(rule: Rule, row: LinearProgram.NewRow)] {
        var links: [(rule: Rule, row: LinearProgram.NewRow)] = []
        for (index, about) in f.switchboard.choosing.enumerated() {
            guard case .link(let reference, let from, let to, _) = about else { continue }
            let mode = f.network.scenario.tables.modes[reference]
            guard let capacity = mode.linkCapacity else { continue }
            let ends = f.network.ends(from, to)
            let row = f.program.rowCount + links.count
            let rule = Rule(
                kind: .linkCapacity, subject: .link(ends.0, ends.1, reference), required: capacity, unit: mode.unit,
                target: .row(row, sign: -1), switchIndex: index)
            let entries = f.switchboard.switches[index].members.map { (column: $0.column.position, value: $0.weight) }
            links.append((rule, LinearProgram.NewRow(upper: capacity, entries: entries)))
        }
        return links
    }

    /// The rules of the network, needs first.
    private static func rules(of f: Formulation) -> [Rule] {
        let tables = f.network.scenario.tables
        var rules: [Rule] = []
        for (index, demand) in f.network.demands.enumerated() {
            guard case .need(let need) = demand.origin else { continue }
            let unit = tables.resources[demand.resource].unit
            if f.purchase[index] < 0 {
                rules.append(
                    Rule(
                        kind: .need, subject: .need(need), required: demand.quantity, unit: unit,
                        target: .row(f.demandRows[index], sign: 1), period: f.network.periods[demand.period]))
            }
            if f.shareRows[index] >= 0 {
                let most = demand.maximumShare * demand.quantity
                rules.append(
                    Rule(
                        kind: .share, subject: .need(need), required: most, unit: unit, target: .row(f.shareRows[index], sign: -1),
                        period: f.network.periods[demand.period]))
            }
        }
        for (index, row) in f.contractRows.enumerated() where row >= 0 {
            let contract = tables.contracts[index], unit = tables.resources[contract.resource].unit
            let subject = BrokenRule.Subject.contract(Reference(index))
            if contract.minimum > 0 {
                rules.append(
                    Rule(kind: .contractMinimum, subject: subject, required: contract.minimum, unit: unit, target: .row(row, sign: 1)))
            }
            if let most = contract.maximum {
                rules.append(Rule(kind: .contractMaximum, subject: subject, required: most, unit: unit, target: .row(row, sign: -1)))
            }
        }
        for (index, row) in f.routeRows.enumerated() where row >= 0 {
            let (period, position) = index.quotientAndRemainder(dividingBy: tables.routes.count)
            rules.append(
                Rule(
                    kind: .route, subject: .route(Reference(position)), required: f.program.rowUpper[row],
                    unit: tables.routes[position].mode.map { tables.modes[$0].unit }, target: .row(row, sign: -1),
                    period: f.network.periods[period]))
        }
        for (index, supply) in f.network.supplies.enumerated() {
            guard case .output(let output) = supply.origin else { continue }
            let unit = tables.resources[supply.resource].unit
            rules.append(
                Rule(
                    kind: .supply, subject: .output(output), required: supply.quantity, unit: unit,
                    target: .row(f.supplyRows[index], sign: -1), period: f.network.periods[supply.period]))
        }
        for (period, share) in f.network.shares.enumerated() {
            for process in f.network.processes {
                rules.append(
                    Rule(
                        kind: .process, subject: .process(process), required: tables.processes[process].capacity * share, unit: nil,
                        target: .capacity(column: f.activityColumn(process, period)), period: f.network.periods[period]))
            }
        }
        for entry in f.substitutionRows where f.program.rowUpper[entry.row] > 0 {
            let demand = f.network.demands[entry.demand], unit = tables.resources[demand.resource].unit
            rules.append(
                Rule(
                    kind: .substitutionShare, subject: .substitution(entry.substitution, demand.party),
                    required: f.program.rowUpper[entry.row],
                    unit: unit, target: .row(entry.row, sign: -1), period: f.network.periods[demand.period]))
        }
        for entry in f.qualityRows {
            let quality = tables.qualities[entry.quality]
            rules.append(
                Rule(
                    kind: entry.isMaximum ? .qualityMaximum : .qualityMinimum, subject: .quality(entry.quality),
                    required: (entry.isMaximum ? quality.maximum : quality.minimum) ?? 0, unit: nil,
                    target: .row(entry.row, sign: entry.isMaximum ? -1 : 1),
                    period: f.network.periods[f.network.demands[entry.demand].period]))
        }
        return rules
    }

    /// The program with a slack for each rule in `soft`, charged by `charge`; other costs stay or are dropped.
    private func elastic(_ soft: [Int], easedBy eased: [Int: Double] = [:], keepCosts: Bool) -> (program: LinearProgram, slacks: [Int: Int])
    {
        var program = flows
        if !keepCosts {
            program.offset = 0
            for column in 0..<program.columnCount { program.setCost(0, of: ColumnIndex(column)) }
        }
        for (index, amount) in eased { ease(&program, rules[index], amount) }
        var slacks: [Int: Int] = [:]
        for index in soft {
            let rule = rules[index]
            let charge = keepCosts ? 0 : 1 / max(abs(rule.required), 1e-6)
            switch rule.target {
            case .row(let row, let sign):
                slacks[index] = program.addColumn(cost: charge).position
                program.addEntry(RowIndex(row), sign)
            case .capacity(let column):
                // A copy of the activity that its capacity does not hold down.
                let entries = program.entries(of: ColumnIndex(column)).map { (program.rows[$0], program.values[$0]) }
                slacks[index] = program.addColumn(cost: charge).position
                for (row, value) in entries { program.addEntry(RowIndex(Int(row)), value) }
            }
        }
        return (program, slacks)
    }

    func ease(_ program: inout LinearProgram, _ rule: Rule, _ amount: Double) {
        switch rule.target {
        case .row(let row, let sign):
            let index = RowIndex(row)
            if rule.kind == .need {
                program.setBounds(max(0, program.rowLower[row] - amount), program.rowUpper[row], of: index)
            } else if sign > 0 {
                program.setBounds(program.rowLower[row] - amount, program.rowUpper[row], of: index)
            } else {
                let isEquation = program.rowLower[row] == program.rowUpper[row]
                program.setBounds(program.rowLower[row], program.rowUpper[row] + amount, of: index)
                // More of an output need not be given off.
                if !isEquation { break }
            }
        case .capacity(let column):
            program.setBounds(0, program.upper[column] + amount, of: ColumnIndex(column))
        }
    }

    private func isFeasible(_ program: LinearProgram) throws(SolverFailure) -> Bool {
        var program = program
        for column in 0..<program.columnCount { program.setCost(0, of: ColumnIndex(column)) }
        return try solver.solve(program, options: options).primal == .optimal
    }

    /// The explanation: what gives least in all, the conflicts behind it, and mends.
    func explanation() throws(SolverFailure) -> Infeasibility {
        let all = Array(rules.indices)
        let (program, slacks) = elastic(all, keepCosts: false)
        let least = try solver.solve(program, options: options)
        guard least.primal == .optimal else { return Infeasibility(rules: [], mends: []) }
        var violated: [Int: Double] = [:]
        for index in all {
            guard let column = slacks[index] else { continue }
            let amount = least.columnValues[column]
            if amount > 1e-7 * max(abs(rules[index].required), 1e-6) { violated[index] = amount * (1 + Conflict.margin) }
        }
        var found: [BrokenRule] = [], mends: [Mend] = [], left = violated
        // A figure that several rules follow from, as of a year's need in each period, is one mend.
        var tried: Set<DeclaredFigure> = []
        // One conflict after the other, the most needed first; each mend assumes that the other conflicts are mended.
        while !left.isEmpty, mends.count < 40 {
            let others = violated.filter { left[$0.key] == nil }
            let set = try irreducible(easedBy: others, from: least, left: left)
            guard !set.isEmpty else { break }
            let solved = Set(set).intersection(left.keys)
            let rest = violated.filter { !solved.contains($0.key) }
            for index in set {
                found.append(broken(index, amount: try amount(index, easedBy: rest)))
                guard let figure = DeclaredFigure(rules[index]), tried.insert(figure).inserted else { continue }
                mends += try self.mends(index, figure, easedBy: rest)
            }
            for index in solved { left[index] = nil }
            if solved.isEmpty { break }
        }
        mends.sort { ($0.cost ?? .infinity) < ($1.cost ?? .infinity) }
        return Infeasibility(rules: found, mends: mends)
    }

    /// An irreducible set of rules that cannot all hold: rules are let go one by one, and stay let go where the rest still conflicts.
    private func irreducible(easedBy eased: [Int: Double], from least: Solution, left: [Int: Double]) throws(SolverFailure) -> [Int] {
        // Only rules that the elastic program's duals name can take part; the rest is let go at once.
        var active = rules.indices.filter { index in
            switch rules[index].target {
            case .row(let row, _): abs(least.rowDuals[row]) > 1e-9
            case .capacity: true
            }
        }
        var gone = Set(rules.indices).subtracting(active)
        if try isFeasible(elastic(gone.sorted(), easedBy: eased, keepCosts: false).program) {
            active = Array(rules.indices)
            gone = []
            if try isFeasible(elastic([], easedBy: eased, keepCosts: false).program) { return [] }
        }
        for index in active.reversed() {
            gone.insert(index)
            if try isFeasible(elastic(gone.sorted(), easedBy: eased, keepCosts: false).program) { gone.remove(index) }
        }
        return rules.indices.filter { !gone.contains($0) }
    }

    /// By which part more than what is missing a rule is eased, so that rounding does not make it conflict again.
    static let margin = 1e-6

    /// Amounts by which rules are eased, first without ``margin``: it is left off where a plan can be without it, for it would stand in the
    /// planner's figures.
    static func withoutMargin(_ eased: [Int: Double]) -> [[Int: Double]] {
        eased.isEmpty ? [eased] : [eased.mapValues { $0 / (1 + margin) }, eased]
    }

    /// By how much one rule alone must give, the others held; nil where that mends nothing.
    private func amount(_ index: Int, easedBy eased: [Int: Double]) throws(SolverFailure) -> Double? {
        // A quality gives by its limit, not by an amount; the elastic slack of its row is no figure for a planner.
        guard ![.qualityMaximum, .qualityMinimum].contains(rules[index].kind) else { return nil }
        for eased in Conflict.withoutMargin(eased) {
            let (program, slacks) = elastic([index], easedBy: eased, keepCosts: false)
            let solution = try solver.solve(program, options: options)
            guard solution.primal == .optimal, let column = slacks[index] else { continue }
            return Conflict.withoutRounding(solution.columnValues[column], scale: rules[index].required)
        }
        return nil
    }

    /// An amount without the digits that only rounding brings: those below 1e-9 of what it is a part of.
    private static func withoutRounding(_ amount: Double, scale: Double) -> Double {
        var unit = 1.0
        while unit < 1e15, unit * max(abs(amount), abs(scale)) < 1e9 { unit *= 10 }
        return (amount * unit).rounded() / unit
    }

    /// What the best plan of a mended program costs, whatever it makes small; nil where there is none. What may be built is chosen anew.
    func cost(of mended: LinearProgram, _ board: Switchboard) throws(SolverFailure) -> Double? {
        let costs = formulation.costs(ObjectiveWeights(.cost)), fixed = formulation.network.fixedCost
        guard !board.switches.isEmpty else {
            let again = try solver.solve(mended, options: options)
            guard again.primal == .optimal else { return nil }
            return zip(costs, again.columnValues).reduce(fixed) { $0 + $1.0 * $1.1 }
        }
        let again = try SwitchedSolver(solver).solve(formulation.switched(mended, board), options: options)
        guard again.values.count == costs.count else { return nil }
        return zip(costs, again.values).reduce(fixed + board.charges(again.isOn)) { $0 + $1.0 * $1.1 }
    }

    func broken(_ index: Int, amount: Double?) -> BrokenRule {
        let rule = rules[index]
        return BrokenRule(
            kind: rule.kind, subject: rule.subject, amount: amount, required: rule.required, unit: rule.unit, period: rule.period)
    }
}
