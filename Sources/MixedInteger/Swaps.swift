// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// Swaps in a plan where budgets count switches: one that is closed is opened, and in each budget that it would overdraw the one goes whose
/// loss is least.
///
/// What a closed switch may bring at most is told by the reduced costs of its columns, what an open one is worth by solving the flows without it
/// (one warm solve, remembered until something changes near by). A swap is tried where the first is more than the second, and kept where the plan
/// costs less for it, least quantities and charges included. The flows are those that the plan may use and those of the switches to try.
struct Swaps {
    let whole: SwitchedProgram, lists: SwitchLists
    private let clock: SearchClock, part: PartOfFlows
    /// Costs without slopes, of the columns of the part; switches that cost something, and for what.
    private let cost: [Double], charged: [Int]
    /// Where the plan stands.
    private(set) var doors: Doors, x: [Double]
    private var warm: any WarmSolve, solution: Solution, spent: Double
    /// Whether least quantities are asked for.
    private let mends: Bool
    /// How many switches of each budget may be used.
    private var counts: [Int]
    /// What the plan loses without a switch, where that is known.
    private(set) var losses: [Int: Double]
    private(set) var iterations = 0, accepted = 0
    /// The budgets at both ends of what was swapped.
    private(set) var changed: Set<Int> = []
    private static let mostTrials = 3

    /// Nil where the flows of the plan cannot be solved again.
    ///
    /// - Parameters:
    ///   - program: the flows with charges as slopes.
    ///   - losses: what is known from before.
    init?(
        _ whole: SwitchedProgram, _ lists: SwitchLists, _ solver: any Solver, _ clock: SearchClock, _ program: LinearProgram,
        doors: Doors, x: [Double], basis: SimplexBasis, trying candidates: [Int], losses: [Int: Double], mends: Bool, isLocal: Bool
    ) throws(SolverFailure) {
        (self.whole, self.lists, self.clock, self.doors, self.losses, self.mends) = (whole, lists, clock, doors, losses, mends)
        var more: [Int] = []
        for s in candidates { for member in lists.members(s) { more.append(Int(member.column)) } }
        part = PartOfFlows(program, lists, doors, x: x, basis: basis, around: isLocal ? [] : nil, and: more)
        let first = solver.warmSolve(part.program, from: part.start)
        guard let kept = try first.keeping([], options: clock.unproved()) else { return nil }
        iterations = kept.solution.iterations
        (warm, solution) = (kept.warm, kept.solution)
        self.x = x
        cost = part.columns.map { whole.flow.cost[$0] }
        charged = part.holders(lists).filter { whole.switches[$0].charge > 0 }
        counts = whole.budgets.map { budget in budget.switches.count { doors.isAllowed[$0] } }
        spent = 0
        spent = spending(part.columns.map { x[$0] }, x)
    }

    /// The basis of the whole.
    var basis: SimplexBasis? { solution.basis.map { part.spread($0) } }

    /// What the part costs, charges included.
    private func spending(_ values: [Double], _ x: [Double]) -> Double {
        var sum = 0.0
        for position in values.indices where values[position] != 0 { sum += cost[position] * values[position] }
        for s in charged where whole.carries(s, x, lists) { sum += whole.switches[s].charge }
        return sum
    }

    /// The most that a switch may bring, by the reduced costs.
    private func gain(_ s: Int, _ duals: [Double]) -> Double {
        lists.gain(s) { column in part.place(column).map { part.program.reducedCost(of: $0, duals) } ?? 0 }
    }

    /// Tries to open a switch; true where that betters the plan.
    mutating func attempt(_ s: Int) throws(SolverFailure) -> Bool {
        guard !doors.isAllowed[s] else { return false }
        let gain = gain(s, solution.rowDuals)
        guard gain > 1e-9 * spent.magnitude else { return false }
        var victims: [Int] = [], lost = 0.0
        for budget in lists.budgets(s) where counts[Int(budget)] >= whole.budgets[Int(budget)].most {
            guard let poorest = try poorest(Int(budget), below: gain - lost) else { return false }
            lost += victims.contains(poorest.s) ? 0 : poorest.loss
            victims.append(poorest.s)
        }
        guard lost < gain else { return false }
        var next = doors
        next.open(s, lists)
        next.close(victims, lists)
        guard let moves = part.moved(next.takeMoves()), let kept = try warm.keeping(moves, options: clock.unproved()) else { return false }
        iterations += kept.solution.iterations
        guard kept.solution.objective < solution.objective else { return false }
        return try settle(kept, next, near: [s] + victims)
    }

    /// Tries to put something better in the place of a switch; true where that betters the plan.
    ///
    /// The flows without it tell by their duals what else would bring most there: what stands in for it brings little as long as it is open.
    mutating func replace(_ q: Int) throws(SolverFailure) -> Bool {
        guard doors.isAllowed[q] else { return false }
        var closing = doors
        closing.close([q], lists)
        guard let moves = part.moved(closing.takeMoves()), !clock.isOver, let without = try warm.keeping(moves, options: clock.unproved())
        else { return false }
        iterations += without.solution.iterations
        let loss = max(0, without.solution.objective - solution.objective), duals = without.solution.rowDuals
        losses[q] = loss
        var ranked: [(s: Int, victims: [Int], net: Double)] = []
        for budget in lists.budgets(q) {
            for s in lists.switches(ofBudget: Int(budget)) where s != q && !doors.isAllowed[s] && isIn(s) {
                var net = gain(s, duals), victims: [Int] = []
                guard net > 0 else { continue }
                for other in lists.budgets(s)
                where !lists.budgets(q).contains(other) && counts[Int(other)] >= whole.budgets[Int(other)].most {
                    var least: (s: Int, loss: Double)?
                    for open in lists.switches(ofBudget: Int(other)) where doors.isAllowed[open] && open != q {
                        let known = losses[open] ?? 0
                        if known < least?.loss ?? .infinity { least = (open, known) }
                    }
                    guard let least else { continue }
                    victims.append(least.s)
                    net -= least.loss
                }
                if net > 0 { ranked.append((s, victims, net)) }
            }
        }
        ranked.sort { ($1.net, $0.s) < ($0.net, $1.s) }
        for (s, victims, _) in ranked.prefix(Swaps.mostTrials) {
            var next = closing
            next.open(s, lists)
            next.close(victims, lists)
            guard let moves = part.moved(next.takeMoves()), !clock.isOver,
                let kept = try without.warm.keeping(moves, options: clock.unproved())
            else { continue }
            iterations += kept.solution.iterations
            guard kept.solution.objective < solution.objective else { continue }
            if try settle(kept, next, near: [q, s] + victims) { return true }
        }
        return false
    }

    private func isIn(_ s: Int) -> Bool { lists.members(s).allSatisfy { part.place(Int($0.column)) != nil } }

    /// The switch of a budget whose loss is least; nil where that is not below a limit.
    private mutating func poorest(_ budget: Int, below limit: Double) throws(SolverFailure) -> (s: Int, loss: Double)? {
        var best: (s: Int, loss: Double)?
        for s in lists.switches(ofBudget: budget) where doors.isAllowed[s] {
            let loss = try loss(s)
            if loss < best?.loss ?? limit { best = (s, loss) }
        }
        return best
    }

    private mutating func loss(_ s: Int) throws(SolverFailure) -> Double {
        if let known = losses[s] { return known }
        var closing = doors
        closing.close([s], lists)
        guard let moves = part.moved(closing.takeMoves()), !clock.isOver, let kept = try warm.keeping(moves, options: clock.unproved())
        else {
            losses[s] = .infinity
            return .infinity
        }
        iterations += kept.solution.iterations
        let loss = max(0, kept.solution.objective - solution.objective)
        losses[s] = loss
        return loss
    }

    /// What falls short of its least mended; the new plan taken where it is better.
    private mutating func settle(_ first: KeptSolve, _ opened: Doors, near: [Int]) throws(SolverFailure) -> Bool {
        var kept = first, next = opened
        for _ in 0..<8 {
            let values = kept.solution.columnValues, x = part.spread(values)
            next.mend(whole, lists, short(values, x), x, share: 0.5)
            guard next.hasMoves else {
                let spent = spending(values, x)
                guard spent < self.spent - 1e-9 * self.spent.magnitude else { return false }
                next.keepOnly(whole, lists, part.counted, x)
                // What carries nothing is closed; flows that are as good in another way are not let fall short.
                guard let moves = part.moved(next.takeMoves()), let last = try kept.warm.keeping(moves, options: clock.unproved()) else {
                    return false
                }
                let end = part.spread(last.solution.columnValues)
                guard short(last.solution.columnValues, end).isEmpty else { return false }
                (warm, solution, self.x, self.spent) = (last.warm, last.solution, end, spending(last.solution.columnValues, end))
                doors = next
                counts = whole.budgets.map { budget in budget.switches.count { doors.isAllowed[$0] } }
                for s in near {
                    for budget in lists.budgets(s) {
                        changed.insert(Int(budget))
                        for other in lists.switches(ofBudget: Int(budget)) { losses[other] = nil }
                    }
                }
                accepted += 1
                return true
            }
            guard !clock.isOver, let moves = part.moved(next.takeMoves()),
                let mended = try kept.warm.keeping(moves, options: clock.unproved())
            else { return false }
            iterations += mended.solution.iterations
            kept = mended
        }
        return false
    }
}

extension Swaps {
    /// The switches that fall short of their least, of those whose flows are not as in the plan; none where nobody asks for it.
    private func short(_ values: [Double], _ x: [Double]) -> [Int] {
        guard mends else { return [] }
        return part.asking(lists) { values[$0] != self.x[part.columns[$0]] }.filter { whole.shortfall($0, x) > 0 }
    }
}

extension SwitchLists {
    /// The most that opening a switch may bring: what its columns bring a unit, times the most that they may carry. Of columns that begin at the
    /// same row only the best counts, as what leaves there leaves once.
    func gain(_ s: Int, _ reducedCost: (Int) -> Double) -> Double {
        var best: [Int32: Double] = [:]
        for member in members(s) {
            let reduced = reducedCost(Int(member.column))
            guard reduced < 0 else { continue }
            best[member.source] = max(best[member.source] ?? 0, -reduced * member.most)
        }
        // In an order of their own, so that rounding is the same in every run.
        return best.values.sorted().reduce(0, +)
    }
}
