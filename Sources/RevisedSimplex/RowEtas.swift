// SPDX-License-Identifier: GPL-3.0-or-later

/// Elementary row matrices, one for each exchange of columns: number k takes Σ r_j x_j from x at its pivot.
///
/// A vector passes only those that it touches. Per row stands which etas have an entry there and which have their pivot there, as linked lists
/// with the newest first; the etas to visit are bits of a set that is walked in order.
struct RowEtas {
    /// The pivot of an eta, and where its entries begin; the next older eta with the same pivot.
    private struct Eta { var pivot: Int32, start: Int32, older: Int32 }
    /// An entry of an eta; and where it stands in its row: the next older entry there, and the eta that this one belongs to.
    private struct Entry { var row: Int32, value: Double }
    private struct Link { var older: Int32, owner: Int32 }
    private var etas: [Eta] = [], entries: [Entry] = [], links: [Link] = []
    /// Per row the newest entry, and the newest eta with its pivot there.
    private var newestEntry: [Int32], newestPivot: [Int32]
    private var pending: [UInt64] = []

    init(count: Int) {
        newestEntry = [Int32](repeating: -1, count: count)
        newestPivot = newestEntry
    }

    /// Steps of all passes since the last reset.
    private(set) var work = 0

    mutating func reset() {
        work = 0
        for entry in entries { newestEntry[Int(entry.row)] = -1 }
        for eta in etas { newestPivot[Int(eta.pivot)] = -1 }
        etas.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        pending.removeAll(keepingCapacity: true)
    }

    /// Begins an eta, whose entries follow.
    mutating func begin(_ row: Int) {
        let number = Int32(truncatingIfNeeded: etas.count)
        if number & 63 == 0 { pending.append(0) }
        etas.append(Eta(pivot: Int32(truncatingIfNeeded: row), start: Int32(truncatingIfNeeded: entries.count), older: newestPivot[row]))
        newestPivot[row] = number
    }

    mutating func add(_ row: Int, _ value: Double) {
        links.append(Link(older: newestEntry[row], owner: Int32(truncatingIfNeeded: etas.count - 1)))
        newestEntry[row] = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(row: Int32(truncatingIfNeeded: row), value: value))
    }

    /// Where the entries of an eta stand.
    @inline(__always) private static func places(_ number: Int, _ etas: Span<Eta>, _ entries: Span<Entry>) -> Range<Int> {
        Int(etas[number].start)..<(number + 1 < etas.count ? Int(etas[number + 1].start) : entries.count)
    }

    /// Applies all etas, the oldest first.
    mutating func pass(_ vector: inout SparseVector) {
        guard !etas.isEmpty else { return }
        work += RowEtas.pass(&vector, etas, entries, links, newestEntry, &pending)
    }

    /// Applies the transposes of all etas, the newest first.
    mutating func passTransposed(_ vector: inout SparseVector) {
        guard !etas.isEmpty else { return }
        work += RowEtas.passTransposed(&vector, etas, entries, newestPivot, &pending)
    }

    private static func pass(
        _ vector: inout SparseVector, _ etas: [Eta], _ entries: [Entry], _ links: [Link], _ newest: [Int32], _ pending: inout [UInt64]
    ) -> Int {
        let etas = etas.span, entries = entries.span, links = links.span, newest = newest.span
        var pending = pending.mutableSpan, work = 0
        for row in vector.places { work += call(entriesOf: newest[Int(row)], after: -1, links, &pending) }
        for word in pending.indices {
            while pending[word] != 0 {
                let number = word << 6 + pending[word].trailingZeroBitCount, places = places(number, etas, entries)
                pending[word] &= pending[word] &- 1
                var sum = 0.0
                work += places.count + 2
                for place in places { sum += entries[place].value * vector[Int(entries[place].row)] }
                guard abs(sum) > BasisFactor.smallest else { continue }
                let row = Int(etas[number].pivot)
                // A row that was listed before has called its etas already.
                if !vector.isListed(row) {
                    work += call(entriesOf: newest[row], after: Int32(truncatingIfNeeded: number), links, &pending)
                }
                vector.add(-sum, at: row)
            }
        }
        return work
    }

    private static func passTransposed(
        _ vector: inout SparseVector, _ etas: [Eta], _ entries: [Entry], _ newest: [Int32], _ pending: inout [UInt64]
    ) -> Int {
        let etas = etas.span, entries = entries.span, newest = newest.span
        var pending = pending.mutableSpan, work = 0
        for row in vector.places { work += call(pivotsOf: newest[Int(row)], before: Int32.max, etas, &pending) }
        var word = pending.count
        while word > 0 {
            word -= 1
            while pending[word] != 0 {
                let bit = 63 - pending[word].leadingZeroBitCount, number = word << 6 + bit
                pending[word] &= ~(1 << UInt64(bit))
                let amount = vector[Int(etas[number].pivot)]
                work += 2
                guard abs(amount) > BasisFactor.smallest else { continue }
                let places = places(number, etas, entries)
                work += places.count
                for place in places {
                    let row = Int(entries[place].row)
                    if !vector.isListed(row) {
                        work += call(pivotsOf: newest[row], before: Int32(truncatingIfNeeded: number), etas, &pending)
                    }
                    vector.add(-entries[place].value * amount, at: row)
                }
            }
        }
        return work
    }

    /// Notes the etas that have an entry in a row, from its newest entry back to those after `eta`; returns how many they are.
    @inline(__always) private static func call(
        entriesOf newest: Int32, after eta: Int32, _ links: Span<Link>, _ pending: inout MutableSpan<UInt64>
    ) -> Int {
        var entry = newest, count = 0
        while entry >= 0, links[Int(entry)].owner > eta {
            let link = links[Int(entry)]
            pending[Int(link.owner >> 6)] |= 1 << UInt64(link.owner & 63)
            entry = link.older
            count += 1
        }
        return count
    }

    /// Notes the etas that have their pivot in a row, from the newest one back, as far as they are before `eta`; returns how many were looked at.
    @inline(__always) private static func call(
        pivotsOf newest: Int32, before eta: Int32, _ etas: Span<Eta>, _ pending: inout MutableSpan<UInt64>
    ) -> Int {
        var other = newest, count = 0
        while other >= 0 {
            if other < eta { pending[Int(other >> 6)] |= 1 << UInt64(other & 63) }
            other = etas[Int(other)].older
            count += 1
        }
        return count
    }
}
