// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Neighbourhoods {
    /// A plan from nothing: a dive, swaps, what falls short of its least mended, and swaps again; nil where none comes of it.
    mutating func planned(until end: Double) throws(SolverFailure) -> Choice? {
        let isOff = whole.switches.indices.map { !open.isPossible($0) }
        guard var dive = try Dive(whole, lists, isOff: isOff, worth: worth, solver, clock, until: end) else { return nil }
        let isOn = try dive.run(solver, clock, until: end)
        iterations += dive.iterations
        guard try begin(with: isOn, from: nil) else { return nil }
        _ = try swappedOver(mends: false, until: end)
        guard let plan = try mended() else { return nil }
        guard let better = try swappedOver(mends: true, until: end), better.objective < plan.objective else { return plan }
        return better
    }

    /// Swaps over and over, at first wherever the plan is not one that they have gone through before, then where something changed; nil where none betters the plan.
    mutating func swappedOver(mends: Bool, until end: Double) throws(SolverFailure) -> Choice? {
        var best: Choice?
        isStale = budgetsChanged(since: mends ? exhausted : nil)
        for _ in 0..<Neighbourhoods.mostPasses where !clock.isOver && clock.seconds < end {
            guard let next = try swapped(mends: mends, until: end) else { break }
            best = next
        }
        if mends, !clock.isOver, clock.seconds < end { exhausted = base?.x }
        return best
    }

    /// Per budget, whether the plan is another there than one that is known.
    private func budgetsChanged(since known: [Double]?) -> [Bool] {
        guard let known, let base else { return whole.budgets.map { _ in true } }
        return whole.budgets.indices.map { budget in
            lists.switches(ofBudget: budget).contains { s in
                lists.members(s).contains { abs(base.x[Int($0.column)] - known[Int($0.column)]) > 1e-6 * max(1, $0.most.magnitude) }
            }
        }
    }

    /// Betters the plan by swaps around some budgets after the other, until all that are stale have been gone through; nil where none does.
    ///
    /// - Parameters:
    ///   - mends: whether least quantities are asked for.
    ///   - end: when to stop, in seconds since the search began.
    mutating func swapped(mends: Bool, until end: Double) throws(SolverFailure) -> Choice? {
        let gains = try gains()
        guard let base, !gains.isEmpty else { return nil }
        var isDone = [Bool](repeating: false, count: whole.budgets.count), accepted = 0, x = base.x
        let isLocal = whole.budgets.count > 2 * Neighbourhoods.groupSize
        for seed in whole.budgets.indices where isStale[seed] && !isDone[seed] && !clock.isOver && clock.seconds < end {
            let group = isLocal ? lists.grown(seed, Neighbourhoods.groupSize).filter { !isDone[$0] } : Array(whole.budgets.indices)
            for budget in group {
                isDone[budget] = true
                isStale[budget] = false
            }
            let candidates = promising(group, gains)
            guard !candidates.isEmpty, let base = self.base,
                var swaps = try Swaps(
                    whole, lists, solver, clock, program, doors: base.doors, x: base.x, basis: base.basis, trying: candidates,
                    losses: losses, mends: mends, isLocal: isLocal)
            else { continue }
            for s in candidates where !clock.isOver && clock.seconds < end { _ = try swaps.attempt(s) }
            for budget in group {
                for s in lists.switches(ofBudget: budget) where swaps.doors.isAllowed[s] && !clock.isOver && clock.seconds < end {
                    _ = try swaps.replace(s)
                }
            }
            iterations += swaps.iterations
            losses = swaps.losses
            guard swaps.accepted > 0, let basis = swaps.basis else { continue }
            accepted += swaps.accepted
            for budget in swaps.changed { isStale[budget] = true }
            x = swaps.x
            self.base = Base(x: x, doors: swaps.doors, basis: basis)
        }
        return accepted > 0 ? choice(x) : nil
    }

    /// What each closed switch may bring at most; only those that may bring something.
    private func gains() throws(SolverFailure) -> [Int: Double] {
        guard let base else { return [:] }
        let part = PartOfFlows(program, lists, base.doors, x: base.x, basis: base.basis)
        guard let kept = try solver.warmSolve(part.program, from: part.start).keeping([], options: clock.unproved()) else { return [:] }
        let duals = kept.solution.rowDuals
        var gains: [Int: Double] = [:]
        for s in lists.counted where !base.doors.isAllowed[s] && base.doors.isPossible(s) {
            let gain = lists.gain(s) { program.reducedCost(of: $0, duals) }
            if gain > 0 { gains[s] = gain }
        }
        return gains
    }

    /// The closed switches of some budgets that may bring the most, a few of each budget, the best first.
    private func promising(_ group: [Int], _ gains: [Int: Double]) -> [Int] {
        var chosen: [Int: Double] = [:]
        for budget in group {
            let ranked = lists.switches(ofBudget: budget).compactMap { s in gains[s].map { (s: s, gain: $0) } }
                .sorted { ($1.gain, $0.s) < ($0.gain, $1.s) }
            for (s, gain) in ranked.prefix(Neighbourhoods.triedOfBudget) { chosen[s] = gain }
        }
        return chosen.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
