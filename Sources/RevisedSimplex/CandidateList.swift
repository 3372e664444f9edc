// SPDX-License-Identifier: GPL-3.0-or-later

/// A short list of variables that would make the objective better, and where the search for more goes on.
struct CandidateList {
    /// A variable, how good it was when it was last looked at, and what a unit of its reduced cost counts in that.
    struct Entry { var variable: Int32, merit: Double, weight: Double }
    var entries: [Entry] = []
    /// Where the search goes on.
    var next = 0
    /// The best merit when the list was filled.
    var bestAtFill = 0.0
    /// Whether the last filling had to look far for its variables.
    var isScarce = false
    /// Variables that led to bad pivots even with new factors.
    var banned: Set<Int32> = []
    private var isHeld: [Bool]
    private static let bestClass = 256

    init(count: Int) { isHeld = [Bool](repeating: false, count: count) }

    /// Makes room for one more variable.
    mutating func makeRoom() { isHeld.append(false) }

    /// Forgets all variables: their merits are of other duals.
    mutating func forget() {
        entries.removeAll(keepingCapacity: true)
    }

    /// Whether no variable was left out.
    var hasNoBans: Bool { banned.isEmpty }

    mutating func ban(_ variable: Int) { banned.insert(Int32(truncatingIfNeeded: variable)) }

    /// Notes what is listed, so that ``add(_:_:)`` lists nothing twice; ``trim(to:)`` ends that.
    mutating func beginFilling() {
        for entry in entries { isHeld[Int(entry.variable)] = true }
    }

    mutating func add(_ variable: Int, _ merit: Double, _ weight: Double) {
        guard !isHeld[variable] else { return }
        entries.append(Entry(variable: Int32(truncatingIfNeeded: variable), merit: merit, weight: weight))
    }

    /// The same where a variable may be met more than once in a filling.
    mutating func addOnce(_ variable: Int, _ merit: Double, _ weight: Double) {
        add(variable, merit, weight)
        isHeld[variable] = true
    }

    /// Keeps about the best `length`: all whose merit is at least some 256th of the best.
    mutating func trim(to length: Int) {
        for entry in entries { isHeld[Int(entry.variable)] = false }
        guard entries.count > length else { return }
        // How many there are of each class of merit, and the least class that may stay.
        var counts = [Int](repeating: 0, count: CandidateList.bestClass + 1), least = counts.count, kept = 0
        for entry in entries { counts[meritClass(entry)] += 1 }
        while least > 0, kept + counts[least - 1] <= length {
            least -= 1
            kept += counts[least]
        }
        kept = 0
        for place in entries.indices where meritClass(entries[place]) >= least {
            entries[kept] = entries[place]
            kept += 1
        }
        // All alike: any will do.
        cut(to: kept == 0 ? length : kept)
    }

    /// Which 256th of the best merit an entry has.
    @inline(__always) private func meritClass(_ entry: Entry) -> Int {
        let share = entry.merit / bestAtFill * Double(CandidateList.bestClass)
        return share < Double(CandidateList.bestClass) ? Int(share) : CandidateList.bestClass
    }

    /// Keeps the first `count` variables.
    mutating func cut(to count: Int) { entries.removeLast(entries.count - count) }
}
