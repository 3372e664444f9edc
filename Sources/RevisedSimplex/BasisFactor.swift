// SPDX-License-Identifier: GPL-3.0-or-later

/// The factors of a basis, B = L R⁻¹ U in the manner of Forrest and Tomlin (1972), for systems with very sparse right-hand sides.
///
/// A basis of an exchange network is nearly triangular: its columns touch two or three rows each. So L holds columns of the small part
/// that is not, R one row for each exchange of columns since, and U all the rest, by columns and by rows. Positions in the basis go by the row on which
/// their column was pivoted. A solve visits only the entries that the right-hand side reaches, found by a depth-first search (Gilbert and
/// Peierls 1988), so that its work does not grow with the size of the basis.
struct BasisFactor {
    /// Number of rows.
    let count: Int
    /// U without its diagonal, by columns and by rows; and its diagonal.
    private(set) var upperColumns: SparseLines, upperRows: SparseLines
    private(set) var diagonal: [Double]
    /// L without its diagonal of ones, by columns and by rows; whether it has entries at all.
    private(set) var lowerColumns: SparseLines, lowerRows: SparseLines
    private(set) var lowerCount = 0
    /// R, in the order of the exchanges.
    private(set) var rowEtas = RowEtas(count: 0)
    /// How often a column was exchanged since the factors were made.
    private(set) var updates = 0
    private var search: DepthFirstSearch

    init(count: Int) {
        self.count = count
        upperColumns = SparseLines(lineCount: count)
        (upperRows, lowerColumns, lowerRows) = (upperColumns, upperColumns, upperColumns)
        diagonal = [Double](repeating: 0, count: count)
        search = DepthFirstSearch(count: count)
        rowEtas = RowEtas(count: count)
    }

    /// Forgets all factors. `columnRooms` and `rowRooms` say how many entries of U to expect, by the row of the pivot.
    mutating func reset(columnRooms: [Int32], rowRooms: [Int32]) {
        upperColumns.reset(rooms: columnRooms)
        upperRows.reset(rooms: rowRooms)
        let none = [Int32](repeating: 0, count: count)
        lowerColumns.reset(rooms: none)
        lowerRows.reset(rooms: none)
        rowEtas.reset()
        (updates, lowerCount) = (0, 0)
    }

    /// Steps that solves have spent on R since the factors were made: once they come to what new factors cost, new ones are cheaper.
    var etaWork: Int { rowEtas.work }

    // MARK: Making

    /// Adds a column of U: its pivot row, the pivot, and its entries in rows that were pivoted before.
    mutating func addUpper(pivot row: Int, _ pivot: Double) { diagonal[row] = pivot }

    mutating func addUpper(entry row: Int, _ value: Double, ofColumn column: Int) {
        upperColumns.append(Int32(truncatingIfNeeded: row), value, to: column)
        upperRows.append(Int32(truncatingIfNeeded: column), value, to: row)
    }

    /// Adds an entry of L below the pivot of `column`.
    mutating func addLower(entry row: Int, _ value: Double, ofColumn column: Int) {
        lowerColumns.append(Int32(truncatingIfNeeded: row), value, to: column)
        lowerRows.append(Int32(truncatingIfNeeded: column), value, to: row)
        lowerCount += 1
    }

    // MARK: Solving

    /// L⁻¹ and R of a right-hand side: the column as U takes it in.
    mutating func passLower(_ vector: inout SparseVector) {
        if lowerCount > 0 {
            search.run(from: vector.places, along: lowerColumns)
            for row in search.order.reversed() {
                let value = vector.values[Int(row)]
                guard value != 0 else { continue }
                for place in lowerColumns.places(Int(row)) {
                    vector.add(-lowerColumns.value[place] * value, at: Int(lowerColumns.index[place]))
                }
            }
        }
        rowEtas.pass(&vector)
    }

    /// Solves U x = `vector` in place.
    mutating func solveUpper(_ vector: inout SparseVector) {
        search.run(from: vector.places, along: upperColumns)
        for row in search.order.reversed() {
            let row = Int(row)
            var value = vector.values[row]
            guard value != 0 else { continue }
            value /= diagonal[row]
            vector.values[row] = value
            for place in upperColumns.places(row) { vector.add(-upperColumns.value[place] * value, at: Int(upperColumns.index[place])) }
        }
    }

    /// Solves Bᵀ y = `vector` in place; positions go in, rows come out.
    mutating func solveTransposed(_ vector: inout SparseVector) {
        solveUpperTransposed(&vector)
        rowEtas.passTransposed(&vector)
        guard lowerCount > 0 else { return }
        search.run(from: vector.places, along: lowerRows)
        for row in search.order.reversed() {
            let value = vector.values[Int(row)]
            guard value != 0 else { continue }
            for place in lowerRows.places(Int(row)) { vector.add(-lowerRows.value[place] * value, at: Int(lowerRows.index[place])) }
        }
    }

    private mutating func solveUpperTransposed(_ vector: inout SparseVector) {
        search.run(from: vector.places, along: upperRows)
        for row in search.order.reversed() {
            let row = Int(row)
            var value = vector.values[row]
            guard value != 0 else { continue }
            value /= diagonal[row]
            vector.values[row] = value
            for place in upperRows.places(row) { vector.add(-upperRows.value[place] * value, at: Int(upperRows.index[place])) }
        }
    }

    // MARK: Exchanging a column

    /// Puts a column in place of the one at `position`. `spike` is the column after ``passLower(_:)``; `work` is a clear vector.
    ///
    /// Returns the new pivot, which is `pivot` · old pivot where numbers are sound; the caller compares.
    mutating func exchange(at position: Int, spike: SparseVector, work: inout SparseVector) -> Double {
        let label = Int32(truncatingIfNeeded: position)
        for place in upperColumns.places(position) { upperRows.remove(label, from: Int(upperColumns.index[place])) }
        upperColumns.clear(position)
        for place in upperRows.places(position) {
            let column = Int(upperRows.index[place])
            work.add(upperRows.value[place], at: column)
            upperColumns.remove(label, from: column)
        }
        upperRows.clear(position)
        var pivot = spike.values[position]
        if !work.places.isEmpty {
            solveUpperTransposed(&work)
            rowEtas.begin(position)
            for place in work.places {
                let value = work.values[Int(place)]
                guard abs(value) > 1e-14 else { continue }
                rowEtas.add(Int(place), value)
                pivot -= value * spike.values[Int(place)]
            }
            work.clear()
        }
        for place in spike.places where place != label {
            let value = spike.values[Int(place)]
            if abs(value) > 1e-14 { addUpper(entry: Int(place), value, ofColumn: position) }
        }
        diagonal[position] = pivot
        updates += 1
        return pivot
    }
}
