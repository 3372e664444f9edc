// SPDX-License-Identifier: GPL-3.0-or-later

/// Elementary row matrices, one for each exchange of columns: number k takes Σ r_j x_j from x at its pivot.
///
/// A vector passes only those that it touches. Per row stands which etas have an entry there and which have their pivot there, as linked lists
/// with the newest first; the etas to visit are bits of a set that is walked in order.
struct RowEtas {
    private var pivot: [Int32] = [], start: [Int32] = [0]
    private var index: [Int32] = [], value: [Double] = []
    /// Per row the newest entry, per entry the next older one of the same row, and the eta that it belongs to.
    private var newestEntry: [Int32], olderEntry: [Int32] = [], owner: [Int32] = []
    /// Per row the newest eta with its pivot there, per eta the next older one.
    private var newestPivot: [Int32], olderPivot: [Int32] = []
    private var pending: [UInt64] = []

    init(count: Int) {
        newestEntry = [Int32](repeating: -1, count: count)
        newestPivot = newestEntry
    }

    /// Steps of all passes since the last reset.
    private(set) var work = 0

    mutating func reset() {
        work = 0
        for row in index { newestEntry[Int(row)] = -1 }
        for row in pivot { newestPivot[Int(row)] = -1 }
        pivot.removeAll(keepingCapacity: true)
        start = [0]
        index.removeAll(keepingCapacity: true)
        value.removeAll(keepingCapacity: true)
        olderEntry.removeAll(keepingCapacity: true)
        owner.removeAll(keepingCapacity: true)
        olderPivot.removeAll(keepingCapacity: true)
        pending.removeAll(keepingCapacity: true)
    }

    /// Begins an eta, whose entries follow.
    mutating func begin(_ row: Int) {
        let eta = Int32(truncatingIfNeeded: pivot.count)
        if eta & 63 == 0 { pending.append(0) }
        pivot.append(Int32(truncatingIfNeeded: row))
        olderPivot.append(newestPivot[row])
        newestPivot[row] = eta
        start.append(Int32(truncatingIfNeeded: index.count))
    }

    mutating func add(_ row: Int, _ entry: Double) {
        olderEntry.append(newestEntry[row])
        newestEntry[row] = Int32(truncatingIfNeeded: index.count)
        owner.append(Int32(truncatingIfNeeded: pivot.count - 1))
        index.append(Int32(truncatingIfNeeded: row))
        value.append(entry)
        start[start.count - 1] = Int32(truncatingIfNeeded: index.count)
    }

    /// Applies all etas, the oldest first.
    mutating func pass(_ vector: inout SparseVector) {
        guard !pivot.isEmpty else { return }
        for row in vector.places { callEntries(ofRow: Int(row), after: -1) }
        for word in pending.indices {
            while pending[word] != 0 {
                let eta = word << 6 + pending[word].trailingZeroBitCount
                pending[word] &= pending[word] &- 1
                var sum = 0.0
                work += Int(start[eta + 1] - start[eta]) + 2
                for place in Int(start[eta])..<Int(start[eta + 1]) { sum += value[place] * vector[Int(index[place])] }
                guard abs(sum) > BasisFactor.smallest else { continue }
                let row = Int(pivot[eta])
                // A row that was listed before has called its etas already.
                if !vector.isListed(row) { callEntries(ofRow: row, after: Int32(truncatingIfNeeded: eta)) }
                vector.add(-sum, at: row)
            }
        }
    }

    /// Applies the transposes of all etas, the newest first.
    mutating func passTransposed(_ vector: inout SparseVector) {
        guard !pivot.isEmpty else { return }
        for row in vector.places { callPivots(ofRow: Int(row), before: Int32.max) }
        for word in pending.indices.reversed() {
            while pending[word] != 0 {
                let bit = 63 - pending[word].leadingZeroBitCount, eta = word << 6 + bit
                pending[word] &= ~(1 << UInt64(bit))
                let amount = vector[Int(pivot[eta])]
                work += 2
                guard abs(amount) > BasisFactor.smallest else { continue }
                work += Int(start[eta + 1] - start[eta])
                for place in Int(start[eta])..<Int(start[eta + 1]) {
                    let row = Int(index[place])
                    if !vector.isListed(row) { callPivots(ofRow: row, before: Int32(truncatingIfNeeded: eta)) }
                    vector.add(-value[place] * amount, at: row)
                }
            }
        }
    }

    private mutating func callEntries(ofRow row: Int, after eta: Int32) {
        var entry = newestEntry[row]
        while entry >= 0, owner[Int(entry)] > eta {
            pending[Int(owner[Int(entry)] >> 6)] |= 1 << UInt64(owner[Int(entry)] & 63)
            entry = olderEntry[Int(entry)]
            work += 1
        }
    }

    private mutating func callPivots(ofRow row: Int, before eta: Int32) {
        var other = newestPivot[row]
        while other >= 0 {
            if other < eta { pending[Int(other >> 6)] |= 1 << UInt64(other & 63) }
            other = olderPivot[Int(other)]
            work += 1
        }
    }
}
