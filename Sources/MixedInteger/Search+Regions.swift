// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Search {
    /// Betters the plan region by region, each planned anew by a dive and by swaps, the rest of the plan held; whether that came to something.
    ///
    /// - Parameters:
    ///   - round: how often this was done before. Every round begins elsewhere, so that the regions lie otherwise.
    ///   - end: when to stop, in seconds since the search began.
    mutating func searchRegions(size: Int, round: Int, until end: Double) throws(SolverFailure) -> Bool {
        let lists = SwitchLists(whole), isOff = relaxation.isOff
        var isDone = [Bool](repeating: false, count: whole.budgets.count), isBetter = false
        for index in whole.budgets.indices {
            let seed = (index * 7919 + round * 104_729) % whole.budgets.count
            guard !isDone[seed] else { continue }
            guard let plan = best, !isClosed, !clock.isOver, clock.seconds < end else { break }
            let budgets = lists.grown(seed, size)
            for budget in budgets.prefix(max(1, size / 2)) { isDone[budget] = true }
            guard let region = Region(whole, lists, Set(budgets), isOff: isOff, x: plan.x) else { continue }
            var around = Neighbourhoods(region.program, solver, clock, worth: region.columns.map { worth[$0] }, isOff: region.isOff)
            let found = try around.planned(until: end)
            iterations += around.iterations
            guard let found, !around.whole.switches.isEmpty else { continue }
            let choice = whole.choice(region.spread(found.x, into: plan.x), lists)
            if choice.objective < plan.objective - 1e-9 * plan.objective.magnitude {
                isBetter = true
                take(choice)
            }
        }
        return isBetter
    }
}
