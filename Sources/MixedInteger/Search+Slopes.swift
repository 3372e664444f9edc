// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension Search {
    /// Plans by dynamic slope scaling (Kim and Pardalos 1999): each switch is charged by what the last plan moved by it, and its flows solved again.
    mutating func scaleSlopes(_ solution: Solution) throws(SolverFailure) {
        guard whole.switches.contains(where: { $0.charge > 0 && $0.most > 0 }) else { return }
        var x = Array(solution.columnValues.prefix(whole.flow.columnCount)), basis: SimplexBasis?
        // What each switch moved when it last moved anything, at first the most that it can.
        var moved = whole.switches.map(\.most), seen: Set<[Bool]> = []
        // The bound is to have its share of a limited time too.
        let end = clock.seconds + 0.4 * (clock.left ?? .infinity)
        for _ in 0..<16 where !isClosed && !clock.isOver && clock.seconds < end {
            for (index, s) in whole.switches.enumerated() {
                let total = s.total(x)
                if total > 1e-9 * s.most { moved[index] = total }
            }
            let next = try solver.solve(sloped(moved), options: clock.unproved(start: basis))
            guard next.primal == .optimal else { return }
            iterations += next.iterations
            (x, basis) = (next.columnValues, next.basis)
            // The same switches again: the slopes have settled.
            guard seen.insert(whole.switches.indices.map { whole.carries($0, x) }).inserted else { return }
            take(try rounding.plan(from: x, share: 0.5, start: basis))
        }
    }

    /// The flows with the charges of the switches as slopes.
    private func sloped(_ moved: [Double]) -> LinearProgram {
        var flow = whole.flow
        for (index, s) in whole.switches.enumerated() {
            for member in s.members {
                let j = member.column
                if relaxation.isOff[index] {
                    flow.setBounds(min(0, flow.upper[j.position]), 0, of: j)
                } else if s.charge > 0, moved[index] > 0 {
                    flow.setCost(flow.cost[j.position] + s.charge / moved[index] * member.weight, of: j)
                }
            }
        }
        return flow
    }
}
