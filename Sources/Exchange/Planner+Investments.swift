// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import LinearProgram
internal import MixedInteger
internal import Scenario

extension Planner {
    /// Columns and rows that are gone through, all what-ifs together: so many that each investment of a thousand firms is asked for.
    private static let appraisalWork = 100_000_000

    /// What each built plant and link earns on its investment, and all of them together.
    ///
    /// The yearly gain of an investment is what the plan costs more a year without it: the flows are solved again with the investment off and
    /// everything else built as it is, and its own capital charge is not counted. Exchanges that must be of a least quantity end where they need
    /// what is off, or where nothing else leaves a plan. What an investment still earns when its largest supplier leaves is the
    /// same difference with that party's outputs and needs taken out of both. Costs are compared, whatever the plan made small.
    func appraise(_ outcome: inout Outcome, _ solved: Solved, _ options: SolveOptions) throws(SolverFailure) {
        guard !solved.isOn.isEmpty else { return }
        let board = formulation.switchboard
        var found: [(index: Int, investment: PlannedInvestment)] = []
        for (index, about) in board.choosing.enumerated() where solved.isOn[index] {
            if let investment = investment(about) { found.append((index, investment)) }
        }
        outcome.notBuilt = notBuilt(solved.isOn)
        guard !found.isEmpty || !outcome.notBuilt.isEmpty else { return }
        // The largest come first, as far as the time goes; without a limit of time as many as a few seconds of work are enough for.
        found.sort { ($1.investment.figures.capex, $0.index) < ($0.investment.figures.capex, $1.index) }
        let appraisal = try Appraisal(self, solved, options)
        let most = max(8, Self.appraisalWork / (formulation.program.columnCount + formulation.program.rowCount))
        let asked = found.indices.prefix(most)
        for position in asked {
            try found[position].investment.figures.take(
                appraisal?.gain(without: [found[position].index], found[position].investment.figures.capitalCharge) ?? .open)
        }
        let figures = found.map(\.investment.figures)
        var total = InvestmentFigures(
            capex: figures.reduce(0) { $0 + $1.capex }, lifetimeYears: figures.reduce(0) { max($0, $1.lifetimeYears) },
            capitalCharge: figures.reduce(0) { $0 + $1.capitalCharge }, yearlyGain: nil)
        total.take(try appraisal?.gain(without: found.map(\.index), total.capitalCharge) ?? .open)
        for position in asked {
            guard let supplier = largestSupplier(of: found[position].investment.subject, outcome) else { continue }
            let answer = try appraisal?.gain(
                without: [found[position].index], found[position].investment.figures.capitalCharge, leaving: supplier)
            found[position].investment.take(answer ?? .open, without: supplier)
        }
        for position in outcome.notBuilt.indices.prefix(most) where !(options.isCancelled?() ?? false) {
            try appraisal?.tell(&outcome.notBuilt[position])
        }
        guard !found.isEmpty else { return }
        let rate = network.scenario.tables.settings.discountRate
        outcome.investments = found.map { entry in
            var investment = entry.investment
            investment.figures.complete(rate: rate, of: [investment.figures])
            return investment
        }
        total.complete(rate: rate, of: figures)
        outcome.investmentTotal = total
    }

    /// The candidate plants that are off, the largest first.
    private func notBuilt(_ isOn: [Bool]) -> [UnbuiltPlant] {
        let tables = network.scenario.tables
        var plants: [UnbuiltPlant] = []
        for (index, about) in formulation.switchboard.choosing.enumerated() where !isOn[index] {
            guard case .process(let reference) = about else { continue }
            let process = tables.processes[reference]
            let factor = process.capex == 0 ? 0 : annuity(tables.settings.discountRate, years: process.lifetimeYears ?? 1)
            plants.append(UnbuiltPlant(process: reference, capex: process.capex, capitalCharge: process.capex * factor))
        }
        return plants.sorted { ($1.capex, tables.processes[$0.process].id) < ($0.capex, tables.processes[$1.process].id) }
    }

    /// The investment behind a choice; nil where nothing is paid once.
    private func investment(_ about: Choosing) -> PlannedInvestment? {
        let tables = network.scenario.tables, subject: PlannedInvestment.Subject, capex: Double, years: Double?
        switch about {
        case .process(let reference):
            (subject, capex, years) = (.process(reference), tables.processes[reference].capex, tables.processes[reference].lifetimeYears)
        case .link(let mode, let from, let to, let kilometres):
            let ends = network.ends(from, to)
            subject = .link(from: ends.0, to: ends.1, mode: mode)
            (capex, years) = (tables.modes[mode].capexPerKilometre * kilometres, tables.modes[mode].lifetimeYears)
        case .route, .exchange, .partners: return nil
        }
        guard capex > 0, let years else { return nil }
        return PlannedInvestment(
            subject: subject,
            figures: InvestmentFigures(
                capex: capex, lifetimeYears: years, capitalCharge: capex * annuity(tables.settings.discountRate, years: years),
                yearlyGain: nil))
    }

    /// Who gives a plant, or sends by a link, what brings the most money.
    private func largestSupplier(of subject: PlannedInvestment.Subject, _ outcome: Outcome) -> Party? {
        let tables = network.scenario.tables
        func home(_ party: Party) -> Party {
            if case .process(let process) = party, case .firm(let host) = tables.processes[process].site { .firm(host) } else { party }
        }
        var worth: [Party: Double] = [:]
        for exchange in outcome.exchanges {
            switch subject {
            case .process(let process): guard exchange.to == .process(process) else { continue }
            case .link(let from, let to, let mode):
                guard exchange.mode == mode, Set([home(exchange.from), home(exchange.to)]) == Set([from, to]) else { continue }
            }
            worth[exchange.from, default: 0] += exchange.gain
        }
        return worth.max { ($0.value, tables.id(of: $1.key)) < ($1.value, tables.id(of: $0.key)) }?.key
    }
}

/// Costs of the plan with investments taken out, each from the factors of the plan: only bounds change.
private struct Appraisal {
    private let formulation: Formulation, isOn: [Bool], options: SolveOptions
    /// The flows at their cost, with what may be chosen.
    private let switched: SwitchedProgram
    private let warm: any WarmSolve
    /// The flows with the choices of the plan.
    private let held: LinearProgram
    /// What the plan costs, its charges included.
    private let cost: Double
    /// Whether something that is on asks for a least.
    private let hasLeasts: Bool
    /// How often exchanges are ended so that a plan is left.
    private static let mostEndings = 8

    /// Nil where the plan cannot be solved again.
    init?(_ planner: Planner, _ solved: Solved, _ options: SolveOptions) throws(SolverFailure) {
        guard !(options.isCancelled?() ?? false) else { return nil }
        (formulation, isOn, self.options) = (planner.formulation, solved.isOn, SolveOptions(isCancelled: options.isCancelled))
        var flow = formulation.program
        for (column, cost) in formulation.costs(ObjectiveWeights(.cost)).enumerated() { flow.setCost(cost, of: ColumnIndex(column)) }
        flow.offset = formulation.network.fixedCost
        switched = formulation.switchboard.program(flow, chargedAt: 1)
        held = switched.held(isOn)
        hasLeasts = zip(switched.switches, isOn).contains { $1 && $0.least > 0 }
        var first = SolveOptions(start: solved.solution.basis, isCancelled: options.isCancelled), solution = solved.solution
        // The what-ifs that follow are of the simplex alone, too; a second opinion of the solver behind it would cost more than all of them.
        first.isCheckedByCaller = true
        // Where money was made small, the flows of the plan are these already.
        let solver = planner.solver, isSolved = ObjectiveWeights(planner.objective) == ObjectiveWeights(.cost)
        if !isSolved || !solution.isProved(of: held) { solution = try solver.solve(held, options: first) }
        guard solution.isProved(of: held), let basis = solution.basis else { return nil }
        (warm, cost) = (solver.warmSolve(held, from: basis), solution.objective)
    }

    /// What the plan costs more without some switches, the capital charge given back.
    func gain(without off: [Int], _ capitalCharge: Double, leaving: Party? = nil) throws(SolverFailure) -> WhatIf {
        guard !(options.isCancelled?() ?? false) else { return .open }
        let gone = leaving.map(formulation.leaving) ?? [], empty = leaving.map(formulation.columns(of:)) ?? []
        let with = leaving == nil ? WhatIf.known(cost) : try value(gone, without: switched.goingOff(with: [], empty, from: isOn))
        guard case .known(let with) = with else { return with }
        let without = try value(gone, without: switched.goingOff(with: off, empty, from: isOn))
        guard case .known(let without) = without else { return without }
        return .known(without - with + capitalCharge)
    }

    /// What the plan costs with some switches off besides, their charges given back.
    private func value(_ changes: [BoundChange], without off: [Int]) throws(SolverFailure) -> WhatIf {
        var off = off, answer = try value(changes + switched.switchingOff(off, from: isOn))
        for _ in 0..<Self.mostEndings {
            // What ends is told by the flows that nothing is asked of.
            guard case .noPlan = answer, hasLeasts, let ending = try ending(changes, without: off) else { break }
            off += ending
            answer = try value(changes + switched.switchingOff(off, from: isOn))
        }
        // Another choice of exchanges might be a plan: nobody has asked.
        if case .noPlan = answer, hasLeasts { return .open }
        guard case .known(let cost) = answer else { return answer }
        return .known(cost - off.reduce(0) { $0 + switched.switches[$1].charge })
    }

    /// What falls short of its least in the flows without some switches, where no least is asked for; nil where nothing does.
    private func ending(_ changes: [BoundChange], without off: [Int]) throws(SolverFailure) -> [Int]? {
        guard !(options.isCancelled?() ?? false) else { return nil }
        let without = changes + switched.easingLeasts(from: isOn) + switched.switchingOff(off, from: isOn), gone = Set(off)
        guard let solution = try warm.keeping(without, options: options)?.solution else { return nil }
        let short = switched.fallingShort(solution.columnValues, from: isOn).filter { !gone.contains($0) }
        return short.isEmpty ? nil : short
    }

    /// What a plant that is not built would earn beside all that is; its gain stays nil where that cannot be told.
    func tell(_ plant: inout UnbuiltPlant) throws(SolverFailure) {
        guard let index = formulation.switchboard.choosing.firstIndex(of: .process(plant.process)) else { return }
        guard let changes = switched.switchingOn(index, from: isOn) else { return plant.needsMore = true }
        guard case .known(let with) = try value(changes) else { return }
        let tables = formulation.network.scenario.tables, process = tables.processes[plant.process]
        // A difference of large numbers: what is only their rounding is nothing.
        let saved = cost - with - process.fixedCost, gain = abs(saved) <= 1e-9 * max(1, abs(cost)) ? 0 : saved
        plant.yearlyGain = gain
        if gain > 0, let years = process.lifetimeYears { plant.breakEvenCapex = gain / annuity(tables.settings.discountRate, years: years) }
    }

    private func value(_ changes: [BoundChange]) throws(SolverFailure) -> WhatIf {
        guard !(options.isCancelled?() ?? false) else { return .open }
        // Where exchanges may end, nobody need prove that there is no plan with all of them.
        let solution =
            hasLeasts ? try warm.keeping(changes, options: options)?.solution : try warm.solve(changing: changes, options: options)
        guard let solution, solution.primal == .optimal else {
            return hasLeasts || solution?.primal == .infeasible ? .noPlan : .open
        }
        var changed = held
        for change in changes { changed.apply(change) }
        return solution.isProved(of: changed) ? .known(solution.objective) : .open
    }
}

/// What a what-if came to.
private enum WhatIf {
    case known(Double)
    /// There is no plan then.
    case noPlan
    /// It was not worked out: there was no time, or the answer was not proved.
    case open
}

extension InvestmentFigures {
    fileprivate mutating func take(_ answer: WhatIf) {
        switch answer {
        case .known(let gain): (yearlyGain, isWorkedOut) = (gain, true)
        case .noPlan: isWorkedOut = true
        case .open: break
        }
    }
}

extension PlannedInvestment {
    fileprivate mutating func take(_ answer: WhatIf, without supplier: Party) {
        largestSupplier = supplier
        switch answer {
        case .known(let gain): (yearlyGainWithoutSupplier, isSupplierWorkedOut) = (gain, true)
        case .noPlan: isSupplierWorkedOut = true
        case .open: break
        }
    }
}

extension Solution {
    /// Whether it is the optimum of a program of flows, by its own certificate.
    fileprivate func isProved(of program: LinearProgram) -> Bool {
        primal == .optimal && Certificate(of: program, columnValues: columnValues, rowDuals: rowDuals).holds
    }
}

extension Formulation {
    /// A party and, of a firm, its plants.
    private func household(_ party: Party) -> Set<Party> {
        guard case .firm(let firm) = party else { return [party] }
        let tables = network.scenario.tables
        return Set([party] + network.processes.filter { tables.processes[$0].site == .firm(firm) }.map { .process($0) })
    }

    /// The columns that can carry nothing when a party leaves.
    fileprivate func columns(of party: Party) -> [Int] {
        let gone = household(party)
        let gives = network.supplies.map { gone.contains($0.party) }, takes = network.demands.map { gone.contains($0.party) }
        return candidates.indices.filter { gives[Int(candidates[$0].supply)] || takes[Int(candidates[$0].demand)] }
            .map { firstCandidate + $0 }
    }

    /// What changes when a party leaves: its outputs and needs are gone, its plants stand still, its contracts oblige to nothing.
    fileprivate func leaving(_ party: Party) -> [BoundChange] {
        let tables = network.scenario.tables, gone = household(party)
        var changes: [BoundChange] = []
        func change(_ row: Int, _ lower: Double, _ upper: Double) {
            changes.append(BoundChange(.row(RowIndex(row)), lower: lower, upper: upper))
        }
        for (index, supply) in network.supplies.enumerated() where gone.contains(supply.party) && !supply.isOfProcess {
            change(supplyRows[index], 0, 0)
        }
        for (index, demand) in network.demands.enumerated() where gone.contains(demand.party) && !demand.isOfProcess {
            change(demandRows[index], 0, 0)
            for row in [shareRows[index]] + substitutionRowsOfDemand[index].map({ substitutionRows[$0].row }) where row >= 0 {
                change(row, -.infinity, 0)
            }
        }
        for process in network.processes where gone.contains(.process(process)) {
            for period in network.periods.indices {
                changes.append(BoundChange(.column(ColumnIndex(activityColumn(process, period))), lower: 0, upper: 0))
            }
        }
        for (index, row) in contractRows.enumerated() where row >= 0 {
            guard gone.contains(tables.contracts[index].from) || gone.contains(tables.contracts[index].to) else { continue }
            change(row, -.infinity, program.rowUpper[row])
        }
        return changes
    }
}

extension InvestmentFigures {
    /// Payback, net present value and internal rate of return from the yearly gain G and the investments C_k with their lifetimes n_k.
    ///
    /// - Simple payback: Σ C_k / G.
    /// - Net present value over the lifetime n (of several the longest): (G − Σ C_k · annuity(r, n_k)) / annuity(r, n). Of a single investment
    ///   that is G · (1 − (1 + r)^−n) / r − C, the textbook's sum of discounted yearly gains less the outlay; of several with different lives it
    ///   is the equivalent annual cost method, each being replaced at its price when its life ends (Brealey, Myers and Allen, "Principles of
    ///   Corporate Finance", chapters on net present value, internal rate of return and equivalent annual cash flow).
    /// - Internal rate of return: the rate at which that is 0, G = Σ C_k · annuity(rate, n_k). The right side grows with the rate, so that
    ///   there is one at most; none where G · n does not even repay the outlay.
    mutating func complete(rate: Double, of investments: [InvestmentFigures]) {
        guard let gain = yearlyGain else { return }
        if gain > 0 { paybackYears = capex / gain }
        netPresentValue = (gain - capitalCharge) / annuity(rate, years: lifetimeYears)
        func payment(_ rate: Double) -> Double { investments.reduce(0) { $0 + $1.capex * annuity(rate, years: $1.lifetimeYears) } }
        guard capex > 0, gain > payment(0) else { return }
        var low = 0.0, high = 0.1
        while payment(high) < gain, high < 1e9 { (low, high) = (high, high * 2) }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if payment(middle) < gain { low = middle } else { high = middle }
        }
        internalRate = (low + high) / 2
    }
}
