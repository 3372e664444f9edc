// SPDX-License-Identifier: GPL-3.0-or-later

/// A short list of variables that would make the objective better, and where the search for more goes on.
struct CandidateList {
    /// The variables and how good they were when they were listed.
    var variables: [Int32] = [], merits: [Double] = []
    /// Where the search goes on.
    var next = 0
    /// The best merit when the list was filled.
    var bestAtFill = 0.0
    /// Whether the last filling had to look far for its variables.
    var isScarce = false
    /// Variables that led to bad pivots even with new factors.
    var banned: Set<Int32> = []
    private var isHeld: [Bool]

    init(count: Int) { isHeld = [Bool](repeating: false, count: count) }

    /// Forgets all variables: their merits are of other duals.
    mutating func forget() {
        variables.removeAll(keepingCapacity: true)
        merits.removeAll(keepingCapacity: true)
    }

    /// Whether no variable was left out.
    var hasNoBans: Bool { banned.isEmpty }

    mutating func ban(_ variable: Int) { banned.insert(Int32(truncatingIfNeeded: variable)) }

    /// Notes what is listed, so that ``add(_:_:)`` lists nothing twice; ``trim(to:)`` ends that.
    mutating func beginFilling() {
        for variable in variables { isHeld[Int(variable)] = true }
    }

    mutating func add(_ variable: Int, _ merit: Double) {
        guard !isHeld[variable] else { return }
        variables.append(Int32(truncatingIfNeeded: variable))
        merits.append(merit)
    }

    /// Keeps about the best `length`, by bisection of the merit that counts.
    mutating func trim(to length: Int) {
        for variable in variables { isHeld[Int(variable)] = false }
        guard variables.count > length else { return }
        var low = 0.0, high = bestAtFill
        for _ in 0..<12 {
            let middle = (low + high) / 2, count = merits.reduce(0) { $0 + ($1 > middle ? 1 : 0) }
            if count > length { low = middle } else { high = middle }
        }
        var kept = 0
        for place in variables.indices where merits[place] > high {
            (variables[kept], merits[kept]) = (variables[place], merits[place])
            kept += 1
        }
        // All alike: any will do.
        cut(to: kept == 0 ? length : kept)
    }

    /// Keeps the first `count` variables.
    mutating func cut(to count: Int) {
        variables.removeLast(variables.count - count)
        merits.removeLast(merits.count - count)
    }
}
