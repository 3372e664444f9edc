// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// What may still move among the plans of the best value, as a program of its own.
///
/// A column outside the basis whose reduced cost is not zero is held at its bound, a row whose dual is not zero at its side. What is basic moves only
/// where something free meets its rows, or rows that others which move link with these: all else is left out.
struct OptimalFace {
    private(set) var program: LinearProgram
    /// Where the columns and rows stand in the program that was solved first.
    private(set) var columns: [Int], rows: [Int]

    /// All plans of a program.
    init(whole program: LinearProgram) {
        self.init(program: program, columns: Array(0..<program.columnCount), rows: Array(0..<program.rowCount))
    }

    private init(program: LinearProgram, columns: [Int], rows: [Int]) { (self.program, self.columns, self.rows) = (program, columns, rows) }

    /// Gives the columns other costs, in their order.
    mutating func setCosts(_ costs: [Double]) {
        for (position, cost) in costs.enumerated() { program.setCost(cost, of: ColumnIndex(position)) }
    }

    /// The plans of this face that are as good as `solution`, and the part of `basis`, on which it stands, that is about them. Nil where nothing outside the basis
    /// is free.
    func narrowed(to solution: Solution, _ basis: SimplexBasis) -> (face: OptimalFace, basis: SimplexBasis)? {
        // A dual that should be 0 comes back as rounding of the largest one: a reduced cost or a dual counts only above that.
        let rounding = 1e-11 * solution.rowDuals.reduce(0) { max($0, abs($1)) }
        var resting: [Int] = [], isHeld: [Bool] = [], links = RowLinks(program.rowCount), isOpen = false
        for j in 0..<program.columnCount {
            guard basis.columns[j] != .basic else {
                links.join(program, j)
                continue
            }
            let isColumnHeld = isSettled(column: j, basis.columns[j], solution.rowDuals, rounding)
            if !isColumnHeld { isOpen = true } else if solution.columnValues[j] == 0 { continue }
            resting.append(j)
            isHeld.append(isColumnHeld)
        }
        let loose = (0..<program.rowCount).filter {
            basis.rows[$0] != .basic && program.rowLower[$0] < program.rowUpper[$0] && !isSettled(row: $0, solution.rowDuals, rounding)
        }
        guard isOpen || !loose.isEmpty else { return nil }
        for (position, j) in resting.enumerated() where !isHeld[position] { links.open(program, j) }
        for row in loose { links.open(row) }
        let isMet = links.open(), rows = isMet.indices.filter { isMet[$0] }
        func meets(_ j: Int) -> Bool { program.entries(of: ColumnIndex(j)).contains { isMet[Int(program.rows[$0])] } }
        var kept: [Int] = [], held: [Int] = []
        for (position, j) in resting.enumerated() where meets(j) {
            if isHeld[position] { held.append(kept.count) }
            kept.append(j)
        }
        for j in 0..<program.columnCount where basis.columns[j] == .basic && meets(j) { kept.append(j) }
        var part = program.part(columns: kept, rows: rows)
        for position in held {
            let j = kept[position], side = basis.columns[j] == .atUpper ? program.upper[j] : program.lower[j]
            part.setBounds(side, side, of: ColumnIndex(position))
        }
        for (position, row) in rows.enumerated()
        where basis.rows[row] != .basic && program.rowLower[row] < program.rowUpper[row] && isSettled(row: row, solution.rowDuals, rounding)
        {
            let side = solution.rowDuals[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
            part.setBounds(side, side, of: RowIndex(position))
        }
        return (
            OptimalFace(program: part, columns: kept.map { columns[$0] }, rows: rows.map { self.rows[$0] }),
            SimplexBasis(columns: kept.map { basis.columns[$0] }, rows: rows.map { basis.rows[$0] })
        )
    }

    /// Whether a column that is not basic cannot leave its bound without a loss.
    private func isSettled(column j: Int, _ status: BasisStatus, _ duals: [Double], _ rounding: Double) -> Bool {
        let side = status == .atUpper ? program.upper[j] : program.lower[j]
        guard program.lower[j] < program.upper[j], side.isFinite else { return program.lower[j] == program.upper[j] }
        var reduced = program.cost[j], scale = abs(program.cost[j]), noise = 0.0
        for k in program.entries(of: ColumnIndex(j)) {
            let term = program.values[k] * duals[Int(program.rows[k])]
            reduced -= term
            scale += abs(term)
            noise += abs(program.values[k]) * rounding
        }
        return abs(reduced) > max(1e-9 * scale, noise)
    }

    /// Whether the dual of a row that is not basic holds the row at its side.
    private func isSettled(row: Int, _ duals: [Double], _ rounding: Double) -> Bool {
        let dual = duals[row]
        return abs(dual) > rounding && (dual > 0 ? program.rowLower[row] : program.rowUpper[row]).isFinite
    }
}

/// Rows that columns link, and which of those sets something free has met.
private struct RowLinks {
    /// Per row one that it is linked with, at the end of the chain one that stands for all; whether something free has met those.
    private var leader: [Int32], isMet: [Bool]

    init(_ count: Int) {
        leader = (0..<Int32(truncatingIfNeeded: count)).map { $0 }
        isMet = [Bool](repeating: false, count: count)
    }

    /// The row that stands for all that are linked with this one; the way there is halved each time.
    private mutating func root(_ row: Int32) -> Int {
        var row = Int(row)
        while Int(leader[row]) != row {
            leader[row] = leader[Int(leader[row])]
            row = Int(leader[row])
        }
        return row
    }

    /// Links the rows of a column, before any set is open.
    mutating func join(_ program: LinearProgram, _ column: Int) {
        let entries = program.entries(of: ColumnIndex(column))
        guard entries.count > 1 else { return }
        let first = root(program.rows[entries.lowerBound])
        for k in entries.dropFirst() { leader[root(program.rows[k])] = Int32(truncatingIfNeeded: first) }
    }

    mutating func open(_ row: Int) { isMet[root(Int32(truncatingIfNeeded: row))] = true }

    mutating func open(_ program: LinearProgram, _ column: Int) {
        for k in program.entries(of: ColumnIndex(column)) { open(Int(program.rows[k])) }
    }

    /// Per row whether something free has met it.
    mutating func open() -> [Bool] { leader.indices.map { isMet[root(Int32(truncatingIfNeeded: $0))] } }
}
