// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Search {
    /// Betters the plan around a few budgets at a time, until many attempts in a row come to nothing, or `share` of the time that is left is spent.
    mutating func searchNeighbourhoods(share: Double) throws(SolverFailure) {
        guard !worth.isEmpty else { return }
        let end = clock.seconds + share * (clock.left ?? .infinity), budgets = whole.budgets.count
        var around = neighbourhoods ?? Neighbourhoods(whole, solver, clock, worth: worth, isOff: relaxation.isOff)
        defer { neighbourhoods = around }
        if !around.hasPlan {
            guard try around.first(from: nothing) else { return }
            _ = try around.swappedOver(mends: false, until: end)
            take(try around.mended())
        }
        guard around.hasPlan else { return }
        take(try around.swappedOver(mends: true, until: end))
        // Without a limit of time there are as many rounds and attempts in every run.
        try searchRegions(size: 50, until: end, rounds: clock.left == nil ? 3 : Int.max)
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
