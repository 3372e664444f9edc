// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// Better plans where budgets count switches: a first one, of which the poorest is given up, bettered by swaps; then over and over by opening
/// all around a few budgets and giving up the poorest, the rest of the plan held (a large neighbourhood search, Shaw 1998).
///
/// The flows are solved with what is allowed, in which too much is on; of each budget that is overdrawn the switches whose flows are worth least
/// are given up, a few at a time, and the flows find other ways, until no budget is overdrawn. Each solve begins at the factors of the last.
/// Charges count as slopes on the flows meanwhile; a plan is judged by what it really costs.
struct Neighbourhoods {
    let whole: SwitchedProgram, lists: SwitchLists
    let solver: any Solver, clock: SearchClock
    /// What a unit of each column is worth where nothing is on.
    let worth: [Double]
    private var random: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// The flows with charges as slopes and with all doors open.
    let open: Doors, program: LinearProgram
    /// Where the best plan stands; nil before there is one.
    var base: Base?
    /// How often all swaps are gone through at most.
    static let mostPasses = 20
    /// Around how many budgets swaps are tried at a time, and how many switches of each.
    static let groupSize = 15, triedOfBudget = 8
    var iterations = 0
    /// What the plan loses without a switch, as far as swaps have asked.
    var losses: [Int: Double] = [:]
    /// Per budget, whether something changed there since swaps were tried around it.
    var isStale: [Bool] = []
    /// How often all regions have been planned anew.
    var rounds = 0
    /// The last plan that swaps with least quantities could not better any more.
    var exhausted: [Double]?

    /// A plan, what it may use, and its basis.
    struct Base { var x: [Double], doors: Doors, basis: SimplexBasis }

    /// Flows that are solved, in a program of those columns alone that may carry something.
    private struct Position {
        var warm: any WarmSolve, x: [Double], doors: Doors, basis: SimplexBasis
        let part: PartOfFlows
    }

    init(_ whole: SwitchedProgram, _ solver: any Solver, _ clock: SearchClock, worth: [Double], isOff: [Bool]) {
        (self.whole, self.solver, self.clock, self.worth) = (whole, solver, clock, worth)
        lists = SwitchLists(whole)
        open = Doors(whole, lists, isOff: isOff)
        program = open.program(whole)
    }

    /// Whether there is a plan to better.
    var hasPlan: Bool { base != nil }

    // MARK: Plans

    /// Begins with a choice, of which that is given up which budgets have no room for; least quantities are not asked for yet. False where its flows
    /// cannot be solved.
    ///
    /// - Parameter start: a basis of the flows to begin with.
    mutating func begin(with isOn: [Bool], from start: SimplexBasis?) throws(SolverFailure) -> Bool {
        var doors = open
        doors.close(lists.counted.filter { !isOn[$0] }, lists)
        _ = doors.takeMoves()
        let columns = start?.columns ?? [BasisStatus](repeating: .atLower, count: program.columnCount)
        let rows = (start?.rows ?? []) + [BasisStatus](repeating: .basic, count: program.rowCount - (start?.rows.count ?? 0))
        let none = [Double](repeating: 0, count: whole.flow.columnCount)
        let part = PartOfFlows(program, lists, doors, x: none, basis: SimplexBasis(columns: columns, rows: rows))
        // The one long solve, which hears the clock.
        let solution = try solver.solve(part.program, options: clock.unproved(start: part.start))
        iterations += solution.iterations
        guard solution.primal == .optimal, let basis = solution.basis else { return false }
        return try begin(doors, none, part.spread(basis))
    }

    /// The flows that some doors let through, what budgets have no room for given up; false where they cannot be solved.
    private mutating func begin(_ doors: Doors, _ x: [Double], _ basis: SimplexBasis) throws(SolverFailure) -> Bool {
        let part = PartOfFlows(program, lists, doors, x: x, basis: basis)
        guard let position = try position(doors, part),
            let (end, _) = try settled(position, share: 0.5, rounds: 24, noise: [:], mends: false)
        else { return false }
        take(end)
        return true
    }

    /// The plan at hand with what falls short of its least filled up or given up; nil where that does not go.
    mutating func mended() throws(SolverFailure) -> Choice? {
        guard let base else { return nil }
        let part = PartOfFlows(program, lists, base.doors, x: base.x, basis: base.basis)
        guard let position = try position(base.doors, part),
            let (end, choice) = try settled(position, share: 1, rounds: 0, noise: [:])
        else { return nil }
        take(end)
        return choice
    }

    /// Tries to better `plan` around a budget and `size` − 1 of its neighbours; nil where that comes to nothing.
    mutating func better(than plan: Choice, size: Int) throws(SolverFailure) -> Choice? {
        guard let base else { return nil }
        // Where no budget is full there is nothing to give up.
        let full = whole.budgets.indices.filter { index in
            whole.budgets[index].switches.count { base.doors.isAllowed[$0] } >= whole.budgets[index].most
        }
        guard !full.isEmpty else { return nil }
        var budgets = [full[next(full.count)]], near = lists.neighbours[budgets[0]]
        while budgets.count < size, !near.isEmpty { budgets.append(near.remove(at: next(near.count))) }
        var doors = base.doors, noise: [Int: Double] = [:]
        for budget in budgets {
            for s in whole.budgets[budget].switches where noise[s] == nil {
                doors.open(s, lists)
                noise[s] = factor()
            }
        }
        let opened = doors.takeMoves().compactMap { change in if case .column(let column) = change.target { column.position } else { nil } }
        let part = PartOfFlows(program, lists, doors, x: base.x, basis: base.basis, around: opened)
        guard let moved = try position(doors, part),
            let (end, choice) = try settled(moved, share: 1, rounds: 3, noise: noise),
            choice.objective < plan.objective - 1e-9 * plan.objective.magnitude
        else { return nil }
        take(end)
        return choice
    }

    private mutating func take(_ end: Position) {
        var doors = end.doors
        doors.keepOnly(whole, lists, lists.counted, end.x)
        _ = doors.takeMoves()
        base = Base(x: end.x, doors: doors, basis: end.basis)
        losses = [:]
        isStale = whole.budgets.map { _ in true }
    }

    /// The flows of a part solved with what some doors let through.
    private mutating func position(_ doors: Doors, _ part: PartOfFlows) throws(SolverFailure) -> Position? {
        let warm = solver.warmSolve(part.program, from: part.start)
        guard !clock.isOver, let kept = try warm.keeping([], options: clock.unproved()), let end = kept.solution.basis else { return nil }
        iterations += kept.solution.iterations
        return Position(warm: kept.warm, x: part.spread(kept.solution.columnValues), doors: doors, basis: part.spread(end), part: part)
    }

    /// The flows solved again with what the doors of a position let through now.
    private mutating func step(_ position: inout Position) throws(SolverFailure) -> Position? {
        guard !clock.isOver, let moves = position.part.moved(position.doors.takeMoves()),
            let kept = try position.warm.keeping(moves, options: clock.unproved())
        else { return nil }
        iterations += kept.solution.iterations
        var next = position
        next.warm = kept.warm
        next.x = position.part.spread(kept.solution.columnValues)
        if let basis = kept.solution.basis { next.basis = position.part.spread(basis) }
        return next
    }

    // MARK: Giving up

    /// Gives up what budgets have no room for, `share` of it at a time and all of it after some rounds, then what falls short of its least, until the flows are a plan.
    private mutating func settled(
        _ start: Position, share: Double, rounds: Int, noise: [Int: Double], mends: Bool = true
    ) throws(SolverFailure) -> (end: Position, choice: Choice)? {
        var position = start
        for round in 0..<(rounds + 100) {
            // Flows that find ever new ways would go on for long: after some rounds only those stay that are in use.
            if round == rounds { position.doors.keepOnly(whole, lists, position.part.counted, position.x) }
            let given = surplus(position, round < rounds ? share : 1, noise)
            guard given.isEmpty else {
                position.doors.close(given, lists)
                guard let next = try step(&position) else { return nil }
                position = next
                continue
            }
            guard mends else { return (position, choice(position.x)) }
            // Where not all can be filled up that is half full, less is.
            var mended: Position?
            for fill in [0.5, 0.8, 0.95, .infinity] where mended == nil {
                var trial = position
                trial.doors.mend(whole, lists, position.part.asking, position.x, share: fill)
                guard trial.doors.hasMoves else { return (position, choice(position.x)) }
                mended = try step(&trial)
            }
            guard let mended else { return nil }
            position = mended
        }
        return nil
    }

    /// The switches that are given up now.
    private func surplus(_ position: Position, _ share: Double, _ noise: [Int: Double]) -> [Int] {
        var on = [[Int]](repeating: [], count: whole.budgets.count)
        for s in position.part.counted where position.doors.isAllowed[s] && whole.carries(s, position.x, lists) {
            for budget in lists.budgets(s) { on[Int(budget)].append(s) }
        }
        var given: [Int] = [], isGiven = Set<Int>()
        for (index, budget) in whole.budgets.enumerated() where on[index].count > budget.most {
            var wanted = max(1, Int(share * Double(on[index].count - budget.most)))
            wanted -= on[index].count { isGiven.contains($0) }
            guard wanted > 0 else { continue }
            let ranked = on[index].map { (s: $0, value: lists.worth($0, position.x, worth) * (noise[$0] ?? 1)) }.sorted {
                ($0.value, $0.s) < ($1.value, $1.s)
            }
            for (s, _) in ranked where wanted > 0 && isGiven.insert(s).inserted {
                given.append(s)
                wanted -= 1
            }
        }
        return given
    }

    func choice(_ x: [Double]) -> Choice { whole.choice(x, lists) }

    // MARK: Chance, the same in every run

    /// A number from 0 up to but not including `count` (Knuth's linear congruential generator, MMIX).
    private mutating func next(_ count: Int) -> Int {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: (random >> 33) % UInt64(max(1, count)))
    }

    /// A factor around 1, mostly between a half and two.
    private mutating func factor() -> Double {
        let sum = (0..<4).reduce(0.0) { sum, _ in sum + Double(next(1 << 20)) / Double(1 << 20) }
        let size = abs(sum - 2)
        return sum < 2 ? 1 / (1 + size) : 1 + size
    }
}

extension SwitchedProgram {
    /// The plan of some flows: on is what carries something, or earns by being on.
    func choice(_ x: [Double], _ lists: SwitchLists) -> Choice {
        let isOn = switches.indices.map { switches[$0].charge < 0 || carries($0, x, lists) }
        return Choice(isOn: isOn, x: x, objective: objective(x, isOn))
    }

    /// ``carries(_:_:)`` from flat lists.
    func carries(_ s: Int, _ x: [Double], _ lists: SwitchLists) -> Bool {
        lists.total(s, x) > 1e-9 * max(1, min(switches[s].most, 1e12))
    }
}
