// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Search {
    /// How many budgets are planned anew at a time.
    private static let regionSize = 100
    /// The share of the time left that goes to regions before swaps are tried again.
    private static let regionShare = 0.6
    /// The least time for them, in seconds.
    private static let leastForRegions = 4.0

    /// Betters the plan around a few budgets at a time, until many attempts in a row come to nothing, or `share` of the time that is left is spent.
    ///
    /// - Parameter solution: the optimum of the relaxation, which the first plan begins at.
    mutating func searchNeighbourhoods(from solution: Solution, share: Double) throws(SolverFailure) {
        guard !worth.isEmpty else { return }
        let end = clock.seconds + share * (clock.left ?? .infinity), budgets = whole.budgets.count
        var around = neighbourhoods ?? Neighbourhoods(whole, solver, clock, worth: worth, isOff: relaxation.isOff)
        defer { neighbourhoods = around }
        if !around.hasPlan {
            var dive = Dive(whole, around.lists, relaxation, at: solution, worth: worth)
            let isOn = try dive.run(solver, clock, until: clock.seconds + 0.5 * (end - clock.seconds))
            iterations += dive.iterations
            guard try around.begin(with: isOn, from: nothing) else { return }
            _ = try around.swappedOver(mends: false, until: end)
            take(try around.mended())
        }
        guard around.hasPlan else { return }
        // Without a limit of time there are as many rounds and attempts in every run.
        let size = min(Search.regionSize, budgets / 2)
        take(try around.swappedOver(mends: true, until: end))
        while around.rounds < (clock.left == nil ? 3 : Int.max), !isClosed, !clock.isOver, clock.seconds < end {
            // Regions take long, and swaps where they changed something but little.
            let regionsEnd = clock.seconds + max(Search.regionShare * (end - clock.seconds), Search.leastForRegions)
            let isBetter = try searchRegions(size: size, round: around.rounds, until: min(regionsEnd, end))
            around.rounds += 1
            if isBetter {
                guard let best, try around.begin(with: best.isOn, from: nothing) else { break }
                take(try around.mended())
                take(try around.swappedOver(mends: true, until: end))
            } else if clock.seconds < regionsEnd {
                // All of them were tried.
                break
            }
        }
        var sinceBetter = 0, attempts = 0
        let most = clock.left == nil ? 100 + 4 * budgets : Int.max
        while let plan = best, !isClosed, !clock.isOver, clock.seconds < end, sinceBetter < 50 + 2 * budgets, attempts < most {
            let next = try around.better(than: plan, size: 4)
            sinceBetter = next == nil ? sinceBetter + 1 : 0
            attempts += 1
            take(next)
        }
    }
}
