// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// The search for the best plan of one block, in which everything hangs together.
///
/// 1. Nothing on, which is a plan in no time; then the relaxation, sharpened by the rows that its points violate.
/// 2. First plans: the relaxation's point rounded at several levels; then slopes that charge each switch by what the last plan moves
///    by it, solved and rounded again (dynamic slope scaling, Kim and Pardalos 1999); where budgets count switches a dive (``Dive``), bettered by
///    swaps and region by region (``Neighbourhoods``).
/// 3. Switches that no better plan can have on, or off, as the reduced costs prove, are fixed.
/// 4. The plans that use only what the relaxation or the best plan uses are searched; a better one lets more be fixed.
/// 5. What is left goes to branch and cut, with the best plan as its first.
struct Search {
    let whole: SwitchedProgram, solver: any Solver, clock: SearchClock
    private let tolerance: Double
    private(set) var relaxation: Relaxation
    private(set) var best: Choice?
    private(set) var bound = -Double.infinity, rootBound = -Double.infinity
    var iterations = 0
    /// What a unit of each column is worth where nothing is on; empty where that cannot be.
    private(set) var worth: [Double] = []
    /// The basis of the flows where nothing is on.
    private(set) var nothing: SimplexBasis?
    /// What all rewards of ``Relaxation/integerProgram(reward:)`` come to at most, as a share of the objective; within what a finished tree proves.
    private static let rewards = 5e-8
    /// What betters plans where budgets count switches; nil until it is asked.
    var neighbourhoods: Neighbourhoods?

    init(_ whole: SwitchedProgram, _ solver: any Solver, _ clock: SearchClock, tolerance: Double, start: Choice?) {
        (self.whole, self.solver, self.clock, self.tolerance, best) = (whole, solver, clock, tolerance, start)
        relaxation = Relaxation(whole)
    }

    /// What the search came to: the status of `best`, and why it ended.
    mutating func run() throws(SolverFailure) -> (primal: PrimalStatus, termination: Termination) {
        // Whatever time there is, a plan is there before the first bound.
        if !whole.switches.isEmpty { try takeNothing() }
        var solution = try relaxed(start: relaxation.extended(nothing))
        guard solution.primal == .optimal else {
            if best != nil { return (.feasible, solution.termination) }
            return (solution.primal == .feasible ? .unknown : solution.primal, solution.termination)
        }
        guard !whole.switches.isEmpty else {
            // A linear program: the solver's optimum is the best there is.
            best = Choice(isOn: [], x: solution.columnValues, objective: whole.objective(solution.columnValues, []))
            bound = max(bound, min(solution.objective, best?.objective ?? solution.objective))
            return (.optimal, .finished)
        }
        if whole.budgets.isEmpty {
            try sharpenOver(&solution, share: 1)
        } else if !isClosed {
            if let next = try sharpened(solution) { solution = next }
            try searchBothSides(&solution)
        }
        if !isClosed { try roundOff(solution) }
        if !isClosed {
            if whole.budgets.isEmpty {
                try scaleSlopes(solution)
            } else {
                try searchNeighbourhoods(from: solution, share: isTooLarge ? 1 : 0.8)
            }
        }
        fix(solution)
        for _ in 0..<3 where !isClosed && !isTooLarge && !clock.isOver {
            guard try improve(solution) else { break }
            fix(solution)
        }
        return isClosed ? (.optimal, .finished) : try tree(solution)
    }

    /// Where partners are counted, whole plans are far from what the relaxation shows: better plans and a sharper relaxation are looked for side by
    /// side, as neither needs the other.
    private mutating func searchBothSides(_ solution: inout Solution) throws(SolverFailure) {
        let before = self, first = solution
        // One after the other they have to share the time; small programs leave some of it to a tree.
        let share = isTooLarge && clock.threads != 1 ? 1 : 0.6
        let sides = try SideBySide.map([true, false], threads: clock.threads) { isForPlans throws(SolverFailure) in
            var search = before, point = first
            if isForPlans { try search.searchNeighbourhoods(from: point, share: share) } else { try search.sharpenOver(&point, share: 0.5) }
            return (search: search, point: point)
        }
        guard sides.count == 2 else { return }
        let (plans, sharper) = (sides[0].search, sides[1].search)
        (neighbourhoods, relaxation, solution) = (plans.neighbourhoods, sharper.relaxation, sides[1].point)
        (bound, rootBound) = (max(plans.bound, sharper.bound), max(plans.rootBound, sharper.rootBound))
        iterations = plans.iterations + sharper.iterations - before.iterations
        take(plans.best)
        take(sharper.best)
    }

    /// Sharpens the relaxation by what its point violates, over and over, for a share of the time that is left.
    private mutating func sharpenOver(_ solution: inout Solution, share: Double) throws(SolverFailure) {
        let end = share < 1 ? clock.seconds + share * (clock.left ?? .infinity) : .infinity
        for round in 0..<40 where !clock.isOver && clock.seconds < end {
            if round == 0 || round % 5 == 4 { try roundOff(solution) }
            guard !isClosed else { return }
            let before = rootBound, began = clock.seconds
            guard let next = try sharpened(solution, until: end) else { return }
            solution = next
            if round >= 8, rootBound - before < 1e-5 * abs(rootBound) { return }
            // Each round takes longer than the one before, and one that is cut short is for nothing.
            if clock.seconds + 2 * (clock.seconds - began) > end { return }
        }
    }

    /// Whether a tree could not even solve its root in a useful time: plans are bettered in other ways as long as that helps.
    private var isTooLarge: Bool { whole.flow.rowCount + whole.switches.count > (whole.budgets.isEmpty ? 30_000 : 10_000) }

    var isClosed: Bool { best.map { $0.objective - bound <= tolerance * max(1, abs($0.objective)) } ?? false }

    /// The relaxation solved. Its bound is worked out here from the duals, whatever the solver says of it: another solver looks at it only where
    /// that comes to nothing.
    private mutating func relaxed(start: SimplexBasis?, until end: Double = .infinity) throws(SolverFailure) -> Solution {
        let program = relaxation.program
        var solution = try solver.solve(program, options: clock.unproved(start: start, until: end))
        var certificate = Certificate(of: program, columnValues: solution.columnValues, rowDuals: solution.rowDuals)
        if solution.primal == .optimal, !certificate.holds {
            solution = try solver.solve(program, options: clock.options(start: solution.basis))
            certificate = Certificate(of: program, columnValues: solution.columnValues, rowDuals: solution.rowDuals)
        }
        iterations += solution.iterations
        if solution.primal == .optimal, certificate.holds { rootBound = max(rootBound, certificate.dualBound ?? -.infinity) }
        bound = max(bound, rootBound)
        clock.report(iterations, best?.objective, bound)
        return solution
    }

    /// The relaxation with the rows that its point violates; nil where there are none, or where it has no optimum in time. The point goes with the
    /// relaxation that it is one of.
    private mutating func sharpened(_ solution: Solution, until end: Double = .infinity) throws(SolverFailure) -> Solution? {
        let before = relaxation
        guard relaxation.separate(solution.columnValues) > 0 else { return nil }
        let next = try relaxed(start: relaxation.extended(solution.basis), until: end)
        if next.primal == .optimal { return next }
        relaxation = before
        return nil
    }

    mutating func take(_ choice: Choice?) {
        guard let choice, choice.objective < best?.objective ?? .infinity else { return }
        if whole.keepsBudgets(choice.isOn), whole.keepsLeasts(choice.x) {
            best = choice
            clock.report(iterations, choice.objective, bound)
        }
    }

    // MARK: First plans

    var rounding: Rounding {
        Rounding(whole: whole, solver: solver, clock: clock, isOff: relaxation.isOff, worth: worth)
    }

    /// Nothing on is a plan wherever nothing has to be; its duals tell what a unit of each column is worth.
    mutating func takeNothing() throws(SolverFailure) {
        let off = [Bool](repeating: false, count: whole.switches.count), program = whole.held(off)
        let solution = try solver.solve(program, options: clock.unproved())
        guard solution.primal == .optimal, solution.rowDuals.count == program.rowCount else { return }
        let x = Array(solution.columnValues.prefix(whole.flow.columnCount))
        take(Choice(isOn: off, x: x, objective: whole.objective(x, off)))
        nothing = solution.basis
        worth = (0..<whole.flow.columnCount).map { max(0, -whole.flow.reducedCost(of: $0, solution.rowDuals)) }
    }

    private mutating func roundOff(_ solution: Solution) throws(SolverFailure) {
        let x = Array(solution.columnValues.prefix(whole.flow.columnCount))
        let hasLeast = whole.switches.contains { $0.least > 0 }
        for share in hasLeast ? [0.5, 0.02] : [0] where !isClosed && !clock.isOver {
            take(try rounding.plan(from: x, share: share, start: solution.basis))
        }
    }

    // MARK: Fixing

    /// Switches that can only be off, or on, in a plan better than `best`: the bound with the other choice forced is no better.
    ///
    /// With the duals of the relaxation held, being on adds at least the charge (less what its budgets say) and the cheapest flow that its bounds
    /// allow at the reduced costs without the switch's own slope; being off takes away what its members earn at their bounds.
    private mutating func fix(_ solution: Solution) {
        guard let best, solution.rowDuals.count == relaxation.program.rowCount else { return }
        let program = relaxation.program
        let slack = best.objective - bound - tolerance * max(1, abs(best.objective))
        guard slack > 0 else { return }
        var reduced = [Double](repeating: 0, count: program.columnCount)
        for j in 0..<program.columnCount {
            var d = program.cost[j]
            for k in program.entries(of: ColumnIndex(j)) { d -= program.values[k] * solution.rowDuals[Int(program.rows[k])] }
            reduced[j] = d
        }
        let budgetPrice = relaxation.budgetPrices(solution.rowDuals)
        // A little is kept back for rounding in the duals.
        let margin = slack + 1e-9 * max(1, abs(best.objective))
        for (index, s) in whole.switches.enumerated() where !relaxation.isOff[index] && !relaxation.isFixedOn[index] {
            if relaxation.column[index] >= 0 {
                let d = reduced[whole.flow.columnCount + relaxation.column[index]]
                if d > margin { relaxation.switchOff(index) } else if -d > margin { relaxation.switchOn(index) }
                continue
            }
            let charge = max(s.charge, 0) + budgetPrice[index]
            var floor = Double.infinity, free = 0.0, present = 0.0
            for member in s.members {
                let d = reduced[member.column.position], r = d - charge * s.slope(member)
                if member.weight > 0 { floor = min(floor, r / member.weight) } else { floor = -.infinity }
                free += min(0, r) * member.most
                present += min(0, d) * member.most
            }
            let flow = floor >= 0 ? s.least * floor : max(free, s.most * floor)
            if charge + flow - min(present, 0) > margin { relaxation.switchOff(index) }
        }
    }

    // MARK: Branch and cut

    /// Nodes of a tree: so many that small programs come to their end, and that a large one ends in a time that is of the size of its root's.
    private func nodes(_ program: LinearProgram, work: Int) -> Int { max(500, work / max(1, program.rowCount)) }

    /// What branch and cut makes of a relaxation; whether it found a better plan, and whether the best one had a place in its tree.
    private mutating func branch(_ relaxation: Relaxation, work: Int) throws(SolverFailure) -> (
        solution: Solution, isBetter: Bool, hadPlan: Bool
    ) {
        let size = max(1, abs(best?.objective ?? bound))
        let reward = Self.rewards * (size.isFinite ? size : 1) / Double(max(1, whole.switches.count))
        let (program, switches) = relaxation.integerProgram(reward: reward)
        var options = clock.options()
        // A plan with a switch on that is fixed off here has no place in the tree.
        if let best, zip(best.isOn, relaxation.isOff).allSatisfy({ !($0 && $1) }) {
            options.incumbent = best.x + switches.map { best.isOn[$0] ? 1 : 0 }
        }
        options.relativeGap = tolerance
        options.nodeLimit = nodes(program, work: work)
        let result = try solver.solve(program, options: options)
        iterations += result.iterations
        guard result.primal == .optimal || result.primal == .feasible else { return (result, false, options.incumbent != nil) }
        var isOn = [Bool](repeating: false, count: whole.switches.count)
        for (position, s) in switches.enumerated() { isOn[s] = result.columnValues[whole.flow.columnCount + position] > 0.5 }
        let needed = Set(switches)
        for s in whole.switches.indices where !needed.contains(s) && !relaxation.isOff[s] { isOn[s] = true }
        let before = best?.objective ?? .infinity
        try take(rounding.settle(isOn, start: nil, isExact: true))
        return (result, (best?.objective ?? .infinity) < before - tolerance * max(1, abs(before)), options.incumbent != nil)
    }

    /// Searches the plans that use only what the relaxation or the best plan uses (a relaxation induced neighbourhood, Danna, Rothberg and
    /// Le Pape 2005); true where one of them is better.
    private mutating func improve(_ solution: Solution) throws(SolverFailure) -> Bool {
        guard let best else { return false }
        var near = relaxation, left = 0
        for s in whole.switches.indices where !near.isOff[s] {
            if !best.isOn[s], near.level(s, solution.columnValues) < 1e-7 { near.switchOff(s) } else { left += 1 }
        }
        guard left > 0 else { return false }
        return try branch(near, work: 400_000).isBetter
    }

    private mutating func tree(_ solution: Solution) throws(SolverFailure) -> (PrimalStatus, Termination) {
        guard !clock.isOver else { return (best == nil ? .unknown : .feasible, clock.termination) }
        guard best == nil || !isTooLarge else { return (.feasible, .iterationLimit) }
        let (result, _, hadPlan) = try branch(relaxation, work: 20_000_000)
        if result.bound.isFinite { bound = max(bound, result.bound) }
        switch result.primal {
        case .optimal, .feasible: if best == nil { return (.unknown, .numericalTrouble) }
        case .infeasible:
            if best == nil { return (.infeasible, .finished) }
            // A tree that was given a plan and says that there is none contradicts itself.
            if hadPlan { return (.feasible, .numericalTrouble) }
        case .unbounded: return (.unbounded, .finished)
        case .unknown: break
        }
        guard let best else { return (.unknown, result.termination) }
        // Ended by itself without a better plan: the one at hand is proved.
        if result.termination == .finished, result.primal == .optimal || result.primal == .infeasible {
            bound = max(bound, min(best.objective, result.primal == .optimal ? result.objective : best.objective))
        }
        bound = min(bound, best.objective)
        // A tree that came to its end proves its plan to the tolerance of its whole numbers.
        let proved = best.objective - bound <= 1e-7 * max(1, abs(best.objective))
        if isClosed || (proved && result.termination == .finished) { return (.optimal, .finished) }
        return (.feasible, result.termination == .finished ? .numericalTrouble : result.termination)
    }
}
