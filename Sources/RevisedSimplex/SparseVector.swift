// SPDX-License-Identifier: GPL-3.0-or-later

/// A vector that is mostly zero: all its values, and the places where they may differ from zero.
struct SparseVector {
    /// A value, and whether `places` has it.
    struct Cell { var value = 0.0, isListed = false }
    /// Every value; zero wherever `places` does not say.
    var cells: [Cell]
    /// Where a value may differ from zero, each place once.
    var places: [Int32] = []

    init(count: Int) {
        cells = [Cell](repeating: Cell(), count: count)
    }

    /// A value; only one at a listed place may be set.
    @inline(__always) subscript(place: Int) -> Double {
        get { cells[place].value }
        set { cells[place].value = newValue }
    }

    /// Whether a value may differ from zero.
    @inline(__always) func isListed(_ place: Int) -> Bool { cells[place].isListed }

    @inline(__always) mutating func add(_ value: Double, at place: Int) {
        if !cells[place].isListed {
            cells[place].isListed = true
            places.append(Int32(truncatingIfNeeded: place))
        }
        cells[place].value += value
    }

    mutating func clear() {
        for place in places { cells[Int(place)] = Cell() }
        places.removeAll(keepingCapacity: true)
    }

    /// Takes over the values of another vector at its places.
    mutating func copy(_ other: SparseVector) {
        clear()
        for place in other.places where other[Int(place)] != 0 { add(other[Int(place)], at: Int(place)) }
    }
}
