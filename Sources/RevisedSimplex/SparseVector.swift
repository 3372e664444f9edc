// SPDX-License-Identifier: GPL-3.0-or-later

/// A vector that is mostly zero: all its values, and the places where they may differ from zero.
struct SparseVector {
    /// Every value; zero wherever `places` does not say.
    var values: [Double]
    /// Where a value may differ from zero, each place once.
    private(set) var places: [Int32] = []
    private(set) var isListed: [Bool]

    init(count: Int) {
        values = [Double](repeating: 0, count: count)
        isListed = [Bool](repeating: false, count: count)
    }

    @inline(__always) mutating func add(_ value: Double, at place: Int) {
        if !isListed[place] { list(place) }
        values[place] += value
    }

    /// Says that a value may differ from zero.
    @inline(__always) mutating func list(_ place: Int) {
        guard !isListed[place] else { return }
        isListed[place] = true
        places.append(Int32(truncatingIfNeeded: place))
    }

    mutating func clear() {
        for place in places {
            values[Int(place)] = 0
            isListed[Int(place)] = false
        }
        places.removeAll(keepingCapacity: true)
    }

    /// Takes over the values of another vector at its places.
    mutating func copy(_ other: SparseVector) {
        clear()
        for place in other.places where other.values[Int(place)] != 0 { add(other.values[Int(place)], at: Int(place)) }
    }
}
