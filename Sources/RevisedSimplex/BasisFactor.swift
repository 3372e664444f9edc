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
    /// U by columns and by rows, its diagonal as the pivots of both.
    private var upperColumns: SparseLines, upperRows: SparseLines
    /// L without its diagonal of ones, by columns and by rows; whether it has entries at all.
    private var lowerColumns: SparseLines, lowerRows: SparseLines
    private(set) var lowerCount = 0
    /// Rows in the order in which they were pivoted, and of these the ones that L may touch.
    private var pivotOrder: [Int32] = [], lowerOrder: [Int32] = []
    /// R, in the order of the exchanges.
    private(set) var rowEtas = RowEtas(count: 0)
    /// How often a column was exchanged since the factors were made.
    private(set) var updates = 0
    private var room: SparseLines.SearchRoom
    /// The eta of an exchange at the row of the inverse that was loaded last.
    private var nextEta: [SparseLines.Entry] = []

    init(count: Int) {
        self.count = count
        upperColumns = SparseLines(lineCount: count)
        (upperRows, lowerColumns, lowerRows) = (upperColumns, upperColumns, upperColumns)
        rowEtas = RowEtas(count: count)
        room = SparseLines.SearchRoom(lineCount: count)
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
        pivotOrder.removeAll(keepingCapacity: true)
        lowerOrder.removeAll(keepingCapacity: true)
    }

    /// Steps that solves have spent on R since the factors were made: once they come to what new factors cost, new ones are cheaper.
    var etaWork: Int { rowEtas.work }

    // MARK: Making

    /// Adds a column of U: its pivot row, the pivot, and its entries in rows that were pivoted before.
    mutating func addUpper(pivot row: Int, _ pivot: Double, touchesLower: Bool = false) {
        setPivot(row, pivot)
        pivotOrder.append(Int32(truncatingIfNeeded: row))
        if touchesLower { lowerOrder.append(Int32(truncatingIfNeeded: row)) }
    }

    private mutating func setPivot(_ row: Int, _ pivot: Double) {
        upperColumns.setPivot(row, pivot)
        upperRows.setPivot(row, pivot)
    }

    /// The pivot of a row.
    func pivot(_ row: Int) -> Double { upperColumns.pivot(row) }

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
        if lowerCount > 0 { lowerColumns.solve(&vector, &room) }
        rowEtas.pass(&vector)
    }

    /// Solves U x = `vector` in place.
    mutating func solveUpper(_ vector: inout SparseVector) { upperColumns.solve(&vector, &room) }

    /// Solves Bᵀ y = `vector` in place; positions go in, rows come out.
    mutating func solveTransposed(_ vector: inout SparseVector) {
        upperRows.solve(&vector, &room)
        passTransposed(&vector)
    }

    /// Puts a row of B⁻¹ into a clear vector, and keeps what an exchange of the column there asks for.
    ///
    /// The eta of that exchange is the row of U, without its pivot, times the inverse of the rest of U. The row of U⁻¹ that comes up on the way has the same entries
    /// but for a factor: the negative of the pivot.
    mutating func loadInverseRow(_ row: Int, into vector: inout SparseVector) {
        vector.add(1, at: row)
        upperRows.solve(&vector, &room)
        let pivot = upperRows.pivot(row)
        nextEta.removeAll(keepingCapacity: true)
        for place in vector.places where Int(place) != row {
            nextEta.append(SparseLines.Entry(index: place, value: -vector[Int(place)] * pivot))
        }
        passTransposed(&vector)
    }

    private mutating func passTransposed(_ vector: inout SparseVector) {
        rowEtas.passTransposed(&vector)
        if lowerCount > 0 { lowerRows.solve(&vector, &room) }
    }

    /// What rounding leaves where terms cancel counts as zero: it would be carried on from row to row, and solves would touch ever more of the
    /// basis for nothing. Programs are scaled, so that entries are near 1.
    static let smallest = 1e-13

    // MARK: Solving for everything

    /// Solves B x = `vector` in place, where the factors are new: row by row, as most of them count.
    func solveAll(_ vector: inout [Double]) {
        for row in lowerOrder { BasisFactor.subtract(lowerColumns, Int(row), vector[Int(row)], from: &vector) }
        for row in pivotOrder.reversed() {
            let row = Int(row)
            guard vector[row] != 0 else { continue }
            vector[row] /= upperColumns.pivot(row)
            BasisFactor.subtract(upperColumns, row, vector[row], from: &vector)
        }
    }

    /// Solves Bᵀ y = `vector` in place; positions go in, rows come out.
    mutating func solveAllTransposed(_ vector: inout [Double]) {
        guard updates == 0 else {
            var sparse = SparseVector(count: count)
            for row in vector.indices where vector[row] != 0 { sparse.add(vector[row], at: row) }
            solveTransposed(&sparse)
            for row in vector.indices { vector[row] = sparse[row] }
            return
        }
        for row in pivotOrder {
            let row = Int(row)
            guard vector[row] != 0 else { continue }
            vector[row] /= upperRows.pivot(row)
            BasisFactor.subtract(upperRows, row, vector[row], from: &vector)
        }
        for row in lowerOrder.reversed() { BasisFactor.subtract(lowerRows, Int(row), vector[Int(row)], from: &vector) }
    }

    @inline(__always) private static func subtract(_ lines: SparseLines, _ line: Int, _ value: Double, from vector: inout [Double]) {
        guard value != 0 else { return }
        for place in lines.places(line) {
            let entry = lines.entry(place)
            vector[Int(entry.index)] -= entry.value * value
        }
    }

    // MARK: Exchanging a column

    /// Puts a column in place of the one at `position`, whose row of the inverse was loaded last. `spike` is the column after ``passLower(_:)``.
    ///
    /// Returns the new pivot, which is `pivot` · old pivot where numbers are sound; the caller compares.
    mutating func exchange(at position: Int, spike: borrowing SparseVector) -> Double {
        let label = Int32(truncatingIfNeeded: position)
        for place in upperColumns.places(position) { upperRows.remove(label, from: Int(upperColumns.entry(place).index)) }
        upperColumns.clear(position)
        for place in upperRows.places(position) { upperColumns.remove(label, from: Int(upperRows.entry(place).index)) }
        upperRows.clear(position)
        var pivot = spike[position]
        if !nextEta.isEmpty {
            rowEtas.begin(position)
            for entry in nextEta where abs(entry.value) > BasisFactor.smallest {
                rowEtas.add(Int(entry.index), entry.value)
                pivot -= entry.value * spike[Int(entry.index)]
            }
        }
        for place in spike.places where place != label {
            let value = spike[Int(place)]
            if abs(value) > BasisFactor.smallest { addUpper(entry: Int(place), value, ofColumn: position) }
        }
        setPivot(position, pivot)
        updates += 1
        return pivot
    }
}
