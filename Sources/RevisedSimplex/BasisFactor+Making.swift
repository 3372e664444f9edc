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
            addUpper(
                pivot: Int(row), program.isColumn(Int(variable)) ? program.entries[program.places(Int(variable)).lowerBound].value : -1)
        }
        peeling.peelColumns { column, row in
            result.head[row] = Int32(column)
            for k in program.places(column) {
                if Int(program.entries[k].row) == row {
                    addUpper(pivot: row, program.entries[k].value)
                } else {
                    addUpper(entry: Int(program.entries[k].row), program.entries[k].value, ofColumn: row)
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
        for k in program.places(column) { work.add(program.entries[k].value, at: Int(program.entries[k].row)) }
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
            if (peeling.columnsLeft(row), row) < (fewest, best) || best < 0 { (best, fewest) = (row, peeling.columnsLeft(row)) }
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
    /// A column of the basis with more than one entry: its rows left, and these combined by exclusive or, so that the last one needs no search.
    private struct Column { var variable: Int32, count: Int32 = 0, rows: Int32 = 0, isDone = false }
    /// A row: its columns left, by their positions, likewise; and its entries of basic columns.
    private struct Row { var count: Int32 = 0, columns: Int32 = 0, entries: Int32 = 0, isDone = false }

    private let program: ScaledProgram
    private var columns: [Column] = [], rows: [Row]
    /// Per row the positions of its columns, one list after the other.
    private var starts: [Int32] = [0], members: [Int32] = []
    /// Variables with one entry in all, activities of rows among them.
    private(set) var alone: [(variable: Int32, row: Int32)] = []
    /// Pairs (column, row) that end U, in the order in which they were found: the first is the last.
    private(set) var late: [(column: Int32, row: Int32)] = []
    /// Columns without a row left.
    private(set) var empty: [Int32] = []

    init(_ variables: [Int32], _ program: ScaledProgram) {
        self.program = program
        rows = [Row](repeating: Row(), count: program.rows)
        columns.reserveCapacity(variables.count)
        alone.reserveCapacity(variables.count)
        for variable in variables {
            guard let row = program.onlyRow(of: Int(variable)) else {
                columns.append(Column(variable: variable))
                continue
            }
            if rows[row].isDone { empty.append(variable) } else { alone.append((variable, Int32(truncatingIfNeeded: row))) }
            rows[row].isDone = true
        }
        Peeling.count(program, &columns, &rows)
        starts.reserveCapacity(rows.count + 1)
        var end: Int32 = 0
        for row in rows {
            end += row.count
            starts.append(end)
        }
        members = [Int32](repeating: 0, count: Int(end))
        Peeling.list(program, columns, rows, starts, &members)
    }

    private static func count(_ program: ScaledProgram, _ columns: inout [Column], _ rows: inout [Row]) {
        var columns = columns.mutableSpan, rows = rows.mutableSpan
        for position in columns.indices {
            var column = columns[position]
            for k in program.places(Int(column.variable)) {
                let row = Int(program.entries[k].row)
                rows[row].entries += 1
                guard !rows[row].isDone else { continue }
                column.count += 1
                column.rows ^= Int32(truncatingIfNeeded: row)
                rows[row].count += 1
                rows[row].columns ^= Int32(truncatingIfNeeded: position)
            }
            columns[position] = column
        }
    }

    private static func list(_ program: ScaledProgram, _ columns: [Column], _ rows: [Row], _ starts: [Int32], _ members: inout [Int32]) {
        var next = starts, ends = next.mutableSpan, members = members.mutableSpan
        for (position, column) in columns.enumerated() {
            for k in program.places(Int(column.variable)) where !rows[Int(program.entries[k].row)].isDone {
                let row = Int(program.entries[k].row)
                members[Int(ends[row])] = Int32(truncatingIfNeeded: position)
                ends[row] += 1
            }
        }
    }

    /// Per row, its entries of basic columns that have more than one.
    var entriesOfRow: [Int32] { rows.map(\.entries) }

    /// Whether a row waits for a pivot of what is not triangular.
    func isOpen(_ row: Int) -> Bool { !rows[row].isDone }

    /// How many columns a row has left.
    func columnsLeft(_ row: Int) -> Int32 { rows[row].count }

    /// The columns that are not triangular, the short ones first.
    var rest: [Int32] {
        columns.filter { !$0.isDone }.sorted { ($0.count, $0.variable) < ($1.count, $1.variable) }.map(\.variable)
    }

    mutating func peelColumns(_ pivot: (_ column: Int, _ row: Int) -> Void) {
        var queue = columns.indices.filter { columns[$0].count == 1 }.map { Int32(truncatingIfNeeded: $0) }
        var head = 0
        while head < queue.count {
            let position = Int(queue[head])
            head += 1
            guard columns[position].count == 1 else { continue }
            let row = Int(columns[position].rows)
            rows[row].isDone = true
            columns[position].isDone = true
            pivot(Int(columns[position].variable), row)
            for place in Int(starts[row])..<Int(starts[row + 1]) {
                let other = Int(members[place])
                columns[other].count -= 1
                columns[other].rows ^= Int32(truncatingIfNeeded: row)
                if columns[other].count == 1, !columns[other].isDone { queue.append(members[place]) }
            }
        }
        for position in columns.indices where !columns[position].isDone && columns[position].count == 0 {
            columns[position].isDone = true
            empty.append(columns[position].variable)
        }
        recount()
    }

    /// Per open row the columns left.
    private mutating func recount() {
        for row in rows.indices where !rows[row].isDone {
            (rows[row].count, rows[row].columns) = (0, 0)
            for place in Int(starts[row])..<Int(starts[row + 1]) where !columns[Int(members[place])].isDone {
                rows[row].count += 1
                rows[row].columns ^= members[place]
            }
        }
    }

    mutating func peelRows() {
        var queue = rows.indices.filter { !rows[$0].isDone && rows[$0].count == 1 }.map { Int32(truncatingIfNeeded: $0) }
        var head = 0
        while head < queue.count {
            let row = Int(queue[head])
            head += 1
            guard rows[row].count == 1, !rows[row].isDone else { continue }
            let position = Int(rows[row].columns)
            rows[row].isDone = true
            columns[position].isDone = true
            late.append((columns[position].variable, Int32(truncatingIfNeeded: row)))
            for k in program.places(Int(columns[position].variable)) {
                let other = Int(program.entries[k].row)
                guard !rows[other].isDone else { continue }
                rows[other].count -= 1
                rows[other].columns ^= Int32(truncatingIfNeeded: position)
                columns[position].count -= 1
                if rows[other].count == 1 { queue.append(Int32(truncatingIfNeeded: other)) }
            }
        }
    }
}
