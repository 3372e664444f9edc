// SPDX-License-Identifier: GPL-3.0-or-later

/// The largest value of sums over an optimal face.
extension DualFace {
    /// Rows times columns of the programs that are solved for it, all together. What is left then keeps the best value found, which is the price of
    /// some optimal duals but perhaps not the largest. The limit is a count, not a time, so that the same input gives the same values.
    private static let mostWork = 3e7

    /// The largest value of each sum over all optimal duals: what one more unit changes; infinity where one more unit leaves no solution.
    ///
    /// - Parameter solver: solves small programs in which only open rows and the columns that meet them stand.
    public func largest(_ sums: [DualSum], solver: any Solver, options: SolveOptions) throws(SolverFailure) -> [Double] {
        var values = sums.map { $0.value(at: duals) }
        let open = sums.indices.filter { !isDetermined(sums[$0]) }
        guard !open.isEmpty else { return values }
        var work = 0.0
        for var part in OpenPart.parts(of: self, sums, open).sorted(by: { ($0.size, $0.first) < ($1.size, $1.first) }) {
            while !part.rest.isEmpty, work + part.size <= Self.mostWork {
                work += part.size
                guard try part.advance(solver, options) else { break }
            }
            for (sum, value) in part.values { values[sum] = value }
        }
        return values
    }
}

/// Open rows that columns link, with the sums in which they stand.
///
/// What one more unit changes is also the least cost of making room for it: min Σ d_j δ_j with Σ a_ij δ_j = weight_i, each δ_j as its column (or
/// the slack of an inequality) may go, d the reduced costs. Moves that cost nothing show that the present duals are the largest already;
/// they are looked for first, one from another. Only for the rest a program is solved, for all of them at once: its duals are added to the present
/// ones, which in a network is the largest of all at the same time. What that does not settle is solved one by one.
struct OpenPart {
    private let face: DualFace, sums: [DualSum]
    private let rows: [Int], columns: [Int]
    /// Per row of the whole program its position in its part; −1 where it is not open.
    private let positions: [Int32]
    /// The present duals of the rows, and the reduced costs of the columns with the size of what they are made of.
    private var duals: [Double], reduced: [(value: Double, scale: Double)]
    /// How room is made: the rows as equations, and first a column for each inequality, by which it becomes loose, then those of the part. What is asked
    /// for and what it costs changes from one solve to the next.
    private var program: LinearProgram
    private let slackCount: Int
    /// The sums that are not settled.
    private(set) var rest: [Int]
    /// The values found.
    private(set) var values: [(sum: Int, value: Double)]
    private var isTogether = true

    var first: Int { rows.first ?? 0 }
    var size: Double { Double(rows.count) * Double(columns.count + rows.count) }

    /// The parts of a face that stand in some of `sums`.
    static func parts(of face: DualFace, _ sums: [DualSum], _ wanted: [Int]) -> [OpenPart] {
        // What a lazy sequence holds is copied with it: the rows of the entries, not the whole program.
        let program = face.program, rowOf = program.rows
        var leader = Array(0..<program.rowCount), touching: [Int] = []
        func root(_ row: Int) -> Int {
            var row = row
            while leader[row] != row {
                leader[row] = leader[leader[row]]
                row = leader[row]
            }
            return row
        }
        func join(_ rows: some Sequence<Int>) {
            var first: Int?
            for row in rows where face.isOpen[row] {
                if let first { leader[root(row)] = root(first) } else { first = row }
            }
        }
        for j in 0..<program.columnCount where face.moves[j] != .none {
            let entries = program.entries(of: ColumnIndex(j))
            guard entries.contains(where: { face.isOpen[Int(rowOf[$0])] }) else { continue }
            touching.append(j)
            join(entries.lazy.map { Int(rowOf[$0]) })
        }
        for sum in wanted { join(sums[sum].terms.lazy.map(\.row)) }
        var rows: [Int: [Int]] = [:], columns: [Int: [Int]] = [:], members: [Int: [Int]] = [:]
        var positions = [Int32](repeating: -1, count: program.rowCount)
        for row in face.isOpen.indices where face.isOpen[row] {
            positions[row] = Int32(truncatingIfNeeded: rows[root(row)]?.count ?? 0)
            rows[root(row), default: []].append(row)
        }
        for j in touching {
            if let k = program.entries(of: ColumnIndex(j)).first(where: { face.isOpen[Int(program.rows[$0])] }) {
                columns[root(Int(program.rows[k])), default: []].append(j)
            }
        }
        for sum in wanted {
            if let term = sums[sum].terms.first(where: { face.isOpen[$0.row] }) { members[root(term.row), default: []].append(sum) }
        }
        return members.map { OpenPart(face, sums, positions, rows: rows[$0] ?? [], columns: columns[$0] ?? [], wanted: $1) }
    }

    private init(_ face: DualFace, _ sums: [DualSum], _ positions: [Int32], rows: [Int], columns: [Int], wanted: [Int]) {
        (self.face, self.sums, self.positions, self.rows, self.columns, rest) = (face, sums, positions, rows, columns, wanted)
        duals = rows.map { face.duals[$0] }
        reduced = columns.map { face.program.price(of: $0, face.duals) }
        values = wanted.map { ($0, sums[$0].value(at: face.duals)) }
        program = LinearProgram()
        for _ in rows { _ = program.addRow(lower: 0, upper: 0) }
        for (position, row) in rows.enumerated() where face.sides[row] == .upper || face.sides[row] == .lower {
            _ = program.addColumn(cost: 0)
            program.addEntry(RowIndex(position), face.sides[row] == .upper ? 1 : -1)
        }
        slackCount = program.columnCount
        for column in columns {
            let move = face.moves[column]
            _ = program.addColumn(cost: 0, lower: move == .up ? 0 : -.infinity, upper: move == .down ? 0 : .infinity)
            for k in face.program.entries(of: ColumnIndex(column)) {
                let position = Int(positions[Int(face.program.rows[k])])
                if position >= 0 { program.addEntry(RowIndex(position), face.program.values[k]) }
            }
        }
        settle()
    }

    /// The position of a row in this part, in which every open row of its sums is; nil where it is not open.
    private func position(of row: Int) -> Int? { positions[row] >= 0 ? Int(positions[row]) : nil }

    /// The entries of a column in the open rows.
    private func entries(of column: Int) -> Range<Int> { program.entries(of: ColumnIndex(slackCount + column)) }

    /// The present value of a sum.
    private func value(_ sum: Int) -> Double {
        sums[sum].terms.reduce(sums[sum].constant) { $0 + $1.weight * (position(of: $1.row).map { duals[$0] } ?? face.duals[$1.row]) }
    }

    /// Solves one more program; false where nothing came of it.
    mutating func advance(_ solver: any Solver, _ options: SolveOptions) throws(SolverFailure) -> Bool {
        guard let alone = rest.first else { return false }
        let asked = isTogether && rest.count > 1 ? rest : [alone]
        var options = options
        options.start = nil
        ask(for: asked)
        let solution = try solver.solve(program, options: options)
        if solution.primal == .infeasible, asked.count == 1 {
            settle(alone, at: .infinity)
            return true
        }
        guard solution.primal == .optimal, solution.rowDuals.count == rows.count else {
            // One of many that cannot be keeps the others from being told.
            defer { isTogether = false }
            return isTogether && solution.primal == .infeasible
        }
        move(by: solution.rowDuals)
        if asked.count == 1 { settle(alone, at: value(alone)) }
        let before = rest.count
        settle()
        // Once together and once more with what that left is enough; then one by one.
        if rest.count == before { isTogether = false }
        return true
    }

    private mutating func settle(_ sum: Int, at value: Double) {
        rest.removeAll { $0 == sum }
        for index in values.indices where values[index].sum == sum { values[index].value = value }
    }

    /// Settles the sums that the present duals make largest.
    private mutating func settle() {
        guard !rest.isEmpty else { return }
        let room = FreeRoom(rows.count, slacks: slacks, moves: columns.indices.compactMap(freeMove))
        for sum in rest {
            let value = value(sum)
            for index in values.indices where values[index].sum == sum { values[index].value = max(values[index].value, value) }
            let terms = sums[sum].terms.compactMap { term in position(of: term.row).map { (row: $0, isMore: term.weight > 0) } }
            if terms.allSatisfy({ room.has($0.row, isMore: $0.isMore) }) { settle(sum, at: value) }
        }
    }

    /// Per row the side to which its bound may move without a change: more of an upper bound, less of a lower one, where its dual is zero.
    private var slacks: [DualFace.Side] {
        let noise = 1e-9 * duals.reduce(0) { max($0, abs($1)) }
        return rows.indices.map { row in
            let side = face.sides[rows[row]]
            return abs(duals[row]) > noise || side == .equation ? .none : side
        }
    }

    /// A column's entries in the open rows, and where it may go, if that costs nothing.
    private func freeMove(_ column: Int) -> FreeRoom.Move? {
        guard isFree(column) else { return nil }
        return FreeRoom.Move(
            entries: entries(of: column).map { (Int(program.rows[$0]), program.values[$0]) }, direction: face.moves[columns[column]])
    }

    private func isFree(_ column: Int) -> Bool { abs(reduced[column].value) <= 1e-9 * reduced[column].scale }

    private mutating func move(by steps: [Double]) {
        for row in duals.indices { duals[row] += steps[row] }
        for column in reduced.indices {
            for k in entries(of: column) { reduced[column].value -= program.values[k] * steps[Int(program.rows[k])] }
        }
    }

    /// Makes the program one for the least cost of room for one more unit of each of some sums.
    private mutating func ask(for asked: [Int]) {
        var wanted = [Double](repeating: 0, count: rows.count), slack = 0
        for sum in asked { for term in sums[sum].terms { if let row = position(of: term.row) { wanted[row] += term.weight } } }
        for (position, row) in rows.enumerated() {
            program.setBounds(wanted[position], wanted[position], of: RowIndex(position))
            // An inequality may also become loose, at the price that it has now.
            let side = face.sides[row]
            guard side == .upper || side == .lower else { continue }
            program.setCost(max(0, side == .upper ? -duals[position] : duals[position]), of: ColumnIndex(slack))
            slack += 1
        }
        for column in columns.indices {
            let move = face.moves[columns[column]], value = reduced[column].value
            // What rounding left on the wrong side is zero.
            let cost = isFree(column) || move == .both ? 0 : move == .up ? max(0, value) : min(0, value)
            program.setCost(cost, of: ColumnIndex(slackCount + column))
        }
    }
}

/// Which rows can take one more, or one less, by moves that cost nothing, each of whose other rows can take what the move asks of it.
private struct FreeRoom {
    struct Move { var entries: [(row: Int, value: Double)], direction: DualFace.Move }
    private var isRoom: [Bool]

    init(_ count: Int, slacks: [DualFace.Side], moves: [Move]) {
        isRoom = [Bool](repeating: false, count: 2 * count)
        for (row, slack) in slacks.enumerated() {
            if slack == .upper { isRoom[2 * row] = true }
            if slack == .lower { isRoom[2 * row + 1] = true }
        }
        var hasMore = true
        while hasMore {
            hasMore = false
            for move in moves {
                if move.direction != .down, find(move.entries, 1) { hasMore = true }
                if move.direction != .up, find(move.entries, -1) { hasMore = true }
            }
        }
    }

    func has(_ row: Int, isMore: Bool) -> Bool { isRoom[2 * row + (isMore ? 0 : 1)] }

    /// Marks the row that a move serves, if all its other rows have room; a move with two rows without room serves none.
    private mutating func find(_ entries: [(row: Int, value: Double)], _ direction: Double) -> Bool {
        var found = false
        for target in entries {
            let isMore = target.value * direction > 0
            guard !has(target.row, isMore: isMore) else { continue }
            // What the move does to another row has to be taken back there: one less where it brings more.
            guard entries.allSatisfy({ $0.row == target.row || has($0.row, isMore: $0.value * direction < 0) }) else { continue }
            isRoom[2 * target.row + (isMore ? 0 : 1)] = true
            found = true
        }
        return found
    }
}
