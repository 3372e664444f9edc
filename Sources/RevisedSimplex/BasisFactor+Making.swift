// SPDX-License-Identifier: GPL-3.0-or-later

/// What a factorisation made of a list of basic variables.
struct FactoredBasis {
    /// Per row the variable that was pivoted there.
    var head: [Int32]
    /// Variables that depend on the others; activities of rows took their places.
    var dropped: [Int32] = []
}

extension BasisFactor {
    /// A pivot below this is none.
    private static let smallestPivot = 1e-9
    /// A pivot is at least this share of the largest that could be.
    private static let threshold = 0.1

    /// Makes the factors of the basis of `variables`.
    ///
    /// Columns with one row left are pivoted there, over and over; then rows with one column left, which go to the end of U. What remains, the
    /// part that is not triangular, is small in exchange networks: it goes column by column through the L so far, the short columns first.
    mutating func make(_ variables: [Int32], of program: ScaledProgram) -> FactoredBasis {
        var peeling = Peeling(variables, program)
        reset(columnRooms: [Int32](repeating: 3, count: count), rowRooms: peeling.entriesOfRow)
        var result = FactoredBasis(head: [Int32](repeating: -1, count: count))
        for (variable, row) in peeling.alone {
            result.head[Int(row)] = variable
            addUpper(pivot: Int(row), program.isColumn(Int(variable)) ? program.values[program.places(Int(variable)).lowerBound] : -1)
        }
        peeling.peelColumns { column, row in
            result.head[row] = Int32(column)
            for k in program.places(column) {
                if Int(program.rowOf[k]) == row {
                    addUpper(pivot: row, program.values[k])
                } else {
                    addUpper(entry: Int(program.rowOf[k]), program.values[k], ofColumn: row)
                }
            }
        }
        peeling.peelRows()
        var work = SparseVector(count: count)
        for column in peeling.rest {
            load(Int(column), of: program, into: &work)
            let row = pivotRow(work, result.head, peeling)
            guard row >= 0 else {
                result.dropped.append(column)
                work.clear()
                continue
            }
            addPivot(row, column, work, &result, peeling)
            work.clear()
        }
        result.dropped += peeling.empty
        // Rows that are left without a pivot take their own activity.
        for row in 0..<count where result.head[row] < 0 && peeling.isOpen(row) {
            result.head[row] = Int32(row)
            addUpper(pivot: row, -1, touchesLower: true)
        }
        for (column, row) in peeling.late.reversed() {
            load(Int(column), of: program, into: &work)
            addPivot(Int(row), column, work, &result, nil)
            work.clear()
        }
        return result
    }

    /// A column of the matrix after L.
    private mutating func load(_ column: Int, of program: ScaledProgram, into work: inout SparseVector) {
        for k in program.places(column) { work.add(program.values[k], at: Int(program.rowOf[k])) }
        passLower(&work)
    }

    /// Among the rows that are open, that with the fewest entries whose value is large enough; −1 where there is none.
    private func pivotRow(_ work: SparseVector, _ head: [Int32], _ peeling: Peeling) -> Int {
        var largest = 0.0
        for place in work.places where head[Int(place)] < 0 && peeling.isOpen(Int(place)) {
            largest = max(largest, abs(work[Int(place)]))
        }
        guard largest > BasisFactor.smallestPivot else { return -1 }
        var best = -1, fewest = Int32.max
        for place in work.places where head[Int(place)] < 0 && peeling.isOpen(Int(place)) {
            let row = Int(place)
            guard abs(work[row]) >= BasisFactor.threshold * largest else { continue }
            if (peeling.rowCount[row], row) < (fewest, best) || best < 0 { (best, fewest) = (row, peeling.rowCount[row]) }
        }
        return best
    }

    private mutating func addPivot(
        _ row: Int, _ column: Int32, _ work: SparseVector, _ result: inout FactoredBasis, _ peeling: Peeling?
    ) {
        let pivot = work[row]
        result.head[row] = column
        addUpper(pivot: row, pivot, touchesLower: peeling != nil)
        for place in work.places where Int(place) != row {
            let value = work[Int(place)]
            guard abs(value) > BasisFactor.smallest else { continue }
            if let peeling, peeling.isOpen(Int(place)), result.head[Int(place)] < 0 {
                addLower(entry: Int(place), value / pivot, ofColumn: row)
            } else {
                addUpper(entry: Int(place), value, ofColumn: row)
            }
        }
    }
}

/// The columns and rows of a basis while singletons are taken off it.
private struct Peeling {
    /// Columns that are basic, by position in `columns`; per row, those with an entry there.
    private let program: ScaledProgram
    private var columns: [Int32] = [], columnCount: [Int32] = [], columnXor: [Int32] = []
    private var rowStart: [Int32], rowColumns: [Int32]
    /// Variables with one entry in all, activities of rows among them.
    private(set) var alone: [(variable: Int32, row: Int32)] = []
    /// Per row: columns left; and their positions combined by exclusive or, so that the last one needs no search.
    private(set) var rowCount: [Int32]
    private var rowXor: [Int32]
    /// Per row: entries of basic columns, rows of basic activities among them.
    private(set) var entriesOfRow: [Int32]
    private var isRowDone: [Bool], isColumnDone: [Bool]
    /// Pairs (column, row) that end U, in the order in which they were found: the first is the last.
    private(set) var late: [(column: Int32, row: Int32)] = []
    /// Columns without a row left.
    private(set) var empty: [Int32] = []

    init(_ variables: [Int32], _ program: ScaledProgram) {
        self.program = program
        isRowDone = [Bool](repeating: false, count: program.rows)
        columns.reserveCapacity(variables.count)
        for variable in variables {
            guard let row = program.onlyRow(of: Int(variable)) else {
                columns.append(variable)
                continue
            }
            if isRowDone[row] { empty.append(variable) } else { alone.append((variable, Int32(truncatingIfNeeded: row))) }
            isRowDone[row] = true
        }
        columnCount = [Int32](repeating: 0, count: columns.count)
        columnXor = columnCount
        isColumnDone = [Bool](repeating: false, count: columns.count)
        rowCount = [Int32](repeating: 0, count: program.rows)
        rowXor = rowCount
        entriesOfRow = rowCount
        rowStart = [Int32](repeating: 0, count: program.rows + 1)
        for (position, column) in columns.enumerated() {
            for k in program.places(Int(column)) {
                let row = Int(program.rowOf[k])
                entriesOfRow[row] += 1
                guard !isRowDone[row] else { continue }
                columnCount[position] += 1
                columnXor[position] ^= Int32(truncatingIfNeeded: row)
                rowCount[row] += 1
                rowXor[row] ^= Int32(truncatingIfNeeded: position)
            }
        }
        for row in 0..<program.rows { rowStart[row + 1] = rowStart[row] + rowCount[row] }
        rowColumns = [Int32](repeating: 0, count: Int(rowStart[program.rows]))
        var next = rowStart
        for (position, column) in columns.enumerated() {
            for k in program.places(Int(column)) where !isRowDone[Int(program.rowOf[k])] {
                let row = Int(program.rowOf[k])
                rowColumns[Int(next[row])] = Int32(truncatingIfNeeded: position)
                next[row] += 1
            }
        }
    }

    /// Whether a row waits for a pivot of what is not triangular.
    func isOpen(_ row: Int) -> Bool { !isRowDone[row] }

    /// The columns that are not triangular, the short ones first.
    var rest: [Int32] {
        columns.indices.filter { !isColumnDone[$0] }.sorted { (columnCount[$0], columns[$0]) < (columnCount[$1], columns[$1]) }.map {
            columns[$0]
        }
    }

    mutating func peelColumns(_ pivot: (Int, Int) -> Void) {
        var queue = columns.indices.filter { columnCount[$0] == 1 }.map { Int32(truncatingIfNeeded: $0) }
        var head = 0
        while head < queue.count {
            let position = Int(queue[head])
            head += 1
            guard columnCount[position] == 1 else { continue }
            let row = Int(columnXor[position])
            isRowDone[row] = true
            isColumnDone[position] = true
            pivot(Int(columns[position]), row)
            for place in Int(rowStart[row])..<Int(rowStart[row + 1]) {
                let other = Int(rowColumns[place])
                columnCount[other] -= 1
                columnXor[other] ^= Int32(truncatingIfNeeded: row)
                if columnCount[other] == 1, !isColumnDone[other] { queue.append(Int32(truncatingIfNeeded: other)) }
            }
        }
        for position in columns.indices where !isColumnDone[position] && columnCount[position] == 0 {
            isColumnDone[position] = true
            empty.append(columns[position])
        }
        recount()
    }

    /// Per open row the columns left.
    private mutating func recount() {
        for row in 0..<rowCount.count where !isRowDone[row] {
            (rowCount[row], rowXor[row]) = (0, 0)
            for place in Int(rowStart[row])..<Int(rowStart[row + 1]) where !isColumnDone[Int(rowColumns[place])] {
                rowCount[row] += 1
                rowXor[row] ^= rowColumns[place]
            }
        }
    }

    mutating func peelRows() {
        var queue = (0..<rowCount.count).filter { !isRowDone[$0] && rowCount[$0] == 1 }.map { Int32(truncatingIfNeeded: $0) }
        var head = 0
        while head < queue.count {
            let row = Int(queue[head])
            head += 1
            guard rowCount[row] == 1, !isRowDone[row] else { continue }
            let position = Int(rowXor[row])
            isRowDone[row] = true
            isColumnDone[position] = true
            late.append((columns[position], Int32(truncatingIfNeeded: row)))
            for k in program.places(Int(columns[position])) {
                let other = Int(program.rowOf[k])
                guard !isRowDone[other] else { continue }
                rowCount[other] -= 1
                rowXor[other] ^= Int32(truncatingIfNeeded: position)
                columnCount[position] -= 1
                if rowCount[other] == 1 { queue.append(Int32(truncatingIfNeeded: other)) }
            }
        }
    }
}
