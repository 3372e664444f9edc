// SPDX-License-Identifier: GPL-3.0-or-later

/// An order of things by a rank that each has, those of one rank as they came: it is found by counting, which costs less than comparing.
struct RankOrder {
    /// The positions of the things in their order.
    private(set) var positions: [Int32]
    /// Where each rank's things begin in that order; one entry more, which is their number.
    private(set) var starts: [Int32]

    /// Orders things by `ranks`, each from 0 and below `count`.
    init(_ ranks: [Int32], below count: Int) {
        starts = [Int32](repeating: 0, count: count + 1)
        for rank in ranks { starts[Int(rank) + 1] += 1 }
        for rank in 0..<count { starts[rank + 1] += starts[rank] }
        positions = [Int32](repeating: 0, count: ranks.count)
        var next = starts
        for (position, rank) in ranks.enumerated() {
            positions[Int(next[Int(rank)])] = Int32(truncatingIfNeeded: position)
            next[Int(rank)] += 1
        }
    }

    /// The things themselves in that order.
    func apply<Thing>(to things: [Thing]) -> [Thing] { positions.map { things[Int($0)] } }
}
