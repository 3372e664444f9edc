// SPDX-License-Identifier: GPL-3.0-or-later

/// Which duals the equations of an optimal face determine.
extension DualFace {
    /// Closes the rows whose duals follow from the equations Σ_i a_ij y_i = c_j of the columns between their bounds.
    ///
    /// Only whether they follow is asked, so that right-hand sides do not matter. Columns with one open row left are taken first, which solves
    /// nearly all of a network; what is left falls into parts, each solved in a few parameters.
    mutating func closeDetermined() {
        let links = Links(program, moves)
        var open = links.columns.indices.map { links.openRows(of: $0, isOpen) }
        var ready = open.indices.filter { open[$0] == 1 }
        while let column = ready.popLast() {
            guard let row = links.firstOpenRow(of: column, isOpen) else { continue }
            isOpen[row] = false
            for place in links.range(of: row) {
                let other = links.members[place]
                open[other] -= 1
                if open[other] == 1 { ready.append(other) }
            }
        }
        var notes = PartNotes(rows: program.rowCount, columns: links.columns.count)
        links.forEachPart(isOpen) { rows, columns in
            for row in Part(program, links, rows, columns, isOpen, &notes).determined { isOpen[row] = false }
        }
    }
}

/// The columns between their bounds, and the rows that they link.
private struct Links {
    let program: LinearProgram
    /// Positions in the program.
    let columns: [Int]
    /// Per row the columns here, one list after the other.
    private var starts: [Int]
    private(set) var members: [Int]

    init(_ program: LinearProgram, _ moves: [DualFace.Move]) {
        self.program = program
        columns = moves.indices.filter { moves[$0] == .both }
        starts = [Int](repeating: 0, count: program.rowCount + 1)
        for column in columns { for k in program.entries(of: ColumnIndex(column)) { starts[Int(program.rows[k]) + 1] += 1 } }
        for row in 0..<program.rowCount { starts[row + 1] += starts[row] }
        members = [Int](repeating: 0, count: starts[program.rowCount])
        var next = starts
        for (position, column) in columns.enumerated() {
            for k in program.entries(of: ColumnIndex(column)) {
                members[next[Int(program.rows[k])]] = position
                next[Int(program.rows[k])] += 1
            }
        }
    }

    /// The places of a column's entries in the program.
    func entries(of column: Int) -> Range<Int> { program.entries(of: ColumnIndex(columns[column])) }

    /// The places of the columns of a row among the members.
    func range(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

    func openRows(of column: Int, _ isOpen: [Bool]) -> Int {
        var count = 0
        for k in entries(of: column) where isOpen[Int(program.rows[k])] { count += 1 }
        return count
    }

    func firstOpenRow(of column: Int, _ isOpen: [Bool]) -> Int? {
        for k in entries(of: column) where isOpen[Int(program.rows[k])] { return Int(program.rows[k]) }
        return nil
    }

    /// Hands each set of open rows that columns link, and those columns, to `body`.
    func forEachPart(_ isOpen: [Bool], _ body: (_ rows: [Int], _ columns: [Int]) -> Void) {
        var isSeen = [Bool](repeating: false, count: program.rowCount), isTaken = [Bool](repeating: false, count: columns.count)
        for first in isOpen.indices where isOpen[first] && !isSeen[first] {
            var rows = [first], part: [Int] = [], next = 0
            isSeen[first] = true
            while next < rows.count {
                for place in range(of: rows[next]) where !isTaken[members[place]] {
                    let column = members[place]
                    isTaken[column] = true
                    part.append(column)
                    for k in entries(of: column) {
                        let row = Int(program.rows[k])
                        guard isOpen[row], !isSeen[row] else { continue }
                        isSeen[row] = true
                        rows.append(row)
                    }
                }
                next += 1
            }
            if !part.isEmpty { body(rows, part) }
        }
    }
}

/// What is noted while parts are solved. Parts have no row and no column in common, so that the notes of one need not be wiped for the next.
private struct PartNotes {
    /// Per row: its dual in terms of the parameters, once that is known.
    var combination: [[Double]?]
    /// Per column: how many of its open rows are not known yet, and whether its equation has been used.
    var unknown: [Int], isUsed: [Bool]

    init(rows: Int, columns: Int) {
        combination = [[Double]?](repeating: nil, count: rows)
        unknown = [Int](repeating: 0, count: columns)
        isUsed = [Bool](repeating: false, count: columns)
    }
}

/// One part of the equations, solved in parameters: each dual that nothing else gives is one, the others are combinations of them, and a column
/// whose rows are all known is an equation among them.
private struct Part {
    /// More than this many parameters are not worth it: their rows stay open, which costs time and nothing else.
    private static let mostParameters = 200
    private(set) var determined: [Int] = []

    init(_ program: LinearProgram, _ links: Links, _ rows: [Int], _ columns: [Int], _ isOpen: [Bool], _ notes: inout PartNotes) {
        var equations: [[Double]] = [], parameters = 0, ready: [Int] = []
        for column in columns { notes.unknown[column] = links.openRows(of: column, isOpen) }
        func sum(_ column: Int, except row: Int?) -> [Double] {
            var sum = [Double](repeating: 0, count: parameters)
            for k in links.entries(of: column) where Int(program.rows[k]) != row {
                guard let known = notes.combination[Int(program.rows[k])] else { continue }
                for index in known.indices { sum[index] += program.values[k] * known[index] }
            }
            return sum
        }
        func know(_ row: Int, _ known: [Double]) {
            notes.combination[row] = known
            for place in links.range(of: row) {
                let column = links.members[place]
                notes.unknown[column] -= 1
                if notes.unknown[column] <= 1 { ready.append(column) }
            }
        }
        var next = 0
        while next < rows.count {
            while let column = ready.popLast() {
                guard !notes.isUsed[column] else { continue }
                notes.isUsed[column] = true
                let entries = links.entries(of: column)
                if let k = entries.first(where: { isOpen[Int(program.rows[$0])] && notes.combination[Int(program.rows[$0])] == nil }) {
                    let row = Int(program.rows[k])
                    know(row, sum(column, except: row).map { -$0 / program.values[k] })
                } else {
                    equations.append(sum(column, except: nil))
                }
            }
            if notes.combination[rows[next]] == nil {
                guard parameters < Part.mostParameters else { return }
                parameters += 1
                know(rows[next], [Double](repeating: 0, count: parameters - 1) + [1])
            } else {
                next += 1
            }
        }
        let space = RowSpace(equations, width: parameters)
        determined = rows.filter { row in notes.combination[row].map { space.contains($0) } ?? false }
    }
}

/// The space that some equations span, in reduced form.
private struct RowSpace {
    private var pivots: [(column: Int, row: [Double])] = []
    private let width: Int
    private static let smallest = 1e-8

    init(_ equations: [[Double]], width: Int) {
        self.width = width
        for equation in equations {
            let rest = reduced(equation)
            guard let (column, largest) = RowSpace.largest(rest) else { continue }
            pivots.append((column, rest.map { $0 / largest }))
        }
    }

    /// The largest entry, where it is not only rounding of what the row was before.
    private static func largest(_ row: [Double]) -> (column: Int, value: Double)? {
        guard let column = row.indices.max(by: { abs(row[$0]) < abs(row[$1]) }), abs(row[column]) > smallest else { return nil }
        return (column, row[column])
    }

    /// What is left of a row, made to have a largest entry of 1 before, once the equations are taken away.
    private func reduced(_ row: [Double]) -> [Double] {
        var rest = row + [Double](repeating: 0, count: width - row.count)
        let scale = rest.reduce(0) { max($0, abs($1)) }
        guard scale > 0 else { return rest }
        for index in rest.indices { rest[index] /= scale }
        for pivot in pivots where rest[pivot.column] != 0 {
            let factor = rest[pivot.column]
            for index in rest.indices { rest[index] -= factor * pivot.row[index] }
        }
        return rest
    }

    func contains(_ row: [Double]) -> Bool { RowSpace.largest(reduced(row)) == nil }
}
