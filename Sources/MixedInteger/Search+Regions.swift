// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Search {
    /// How many regions are looked at for some that have nothing in common.
    private static let mostLookedAt = 12

    /// Betters the plan region by region, each planned anew by a dive and by swaps, the rest of the plan held; whether that came to something.
    ///
    /// - Parameters:
    ///   - round: how often this was done before. Every round begins elsewhere, so that the regions lie otherwise.
    ///   - end: when to stop, in seconds since the search began.
    mutating func searchRegions(size: Int, round: Int, until end: Double) throws(SolverFailure) -> Bool {
        let lists = SwitchLists(whole), count = whole.budgets.count
        var left = (0..<count).map { ($0 * 7919 + round * 104_729) % count }, isBetter = false
        while let plan = best, !left.isEmpty, !isClosed, !clock.isOver, clock.seconds < end {
            var regions: [Region] = [], holds = Holds(whole), isDone = [Bool](repeating: false, count: count)
            // Regions that lie too near to another one have to wait.
            for seed in left.prefix(Search.mostLookedAt) where !isDone[seed] && regions.count < SideBySide.parts {
                let budgets = lists.grown(seed, size)
                if let region = Region(whole, lists, budgets, isOff: relaxation.isOff, x: plan.x) {
                    guard holds.take(region) else { continue }
                    regions.append(region)
                }
                for budget in budgets.prefix(max(1, size / 2)) { isDone[budget] = true }
            }
            left.removeAll { isDone[$0] }
            if try planAnew(regions, lists, until: end) { isBetter = true }
        }
        return isBetter
    }

    /// Plans regions that have nothing in common anew; whether that betters the plan.
    private mutating func planAnew(_ regions: [Region], _ lists: SwitchLists, until end: Double) throws(SolverFailure) -> Bool {
        guard let before = best, !regions.isEmpty, clock.seconds < end else { return false }
        let (solver, clock, worth) = (solver, clock, worth)
        let found = try SideBySide.map(regions, threads: clock.threads) { region throws(SolverFailure) in
            var around = Neighbourhoods(region.program, solver, clock, worth: region.columns.map { worth[$0] }, isOff: region.isOff)
            return (plan: try around.planned(until: end), iterations: around.iterations)
        }
        for (region, (plan, steps)) in zip(regions, found) {
            iterations += steps
            guard let plan, let best else { continue }
            let choice = whole.choice(region.spread(plan.x, into: best.x), lists)
            if choice.objective < best.objective - 1e-9 * best.objective.magnitude { take(choice) }
        }
        return best.map { $0.objective < before.objective } ?? false
    }
}
