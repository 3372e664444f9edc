// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import LinearProgram

/// Duals near the best ones, cheaply: what a plan would look like, before the simplex makes one.
///
/// Each column that touches several rows takes x = size · exp(−d / ε), d its reduced cost, and no more than its upper bound; a sweep visits every row
/// and moves its dual until the row's sides hold for these x. That is Bregman's method (1967) for the program with an entropy term ε Σ x (log(x / size) − 1) added, known as Sinkhorn's
/// algorithm where the program is a transport table. Each move goes a little beyond (over-relaxation), and ε falls from sweep to sweep. Columns of
/// a single row are no x but limits of that row's dual. Nothing here has to be exact: the duals only tell which columns to try first, and what a bound
/// makes of them is proved elsewhere.
struct RowSweeps {
    /// A column's reduced cost, and the most of it that its rows have room for; where that is its own upper bound, which it never exceeds, with a minus.
    private struct Column { var reduced: Float, size: Float }
    /// A row: what its dual may be, its sides, and its dual; where its entries begin and end.
    private struct Row {
        var least: Double, most: Double, lower: Double, upper: Double, dual = 0.0
        var first: Int32 = 0, end: Int32 = 0
        /// Whether all its entries are above zero and none of its columns has an upper bound of its own.
        var isPlain = true
        /// Whether it may have a column in common with the next row.
        var meetsNext = false
    }

    private var columns: [Column]
    private var rows: [Row]
    /// Four entries of a row: their columns, and their values.
    private struct Entries { var columns: FourPlaces, values: SIMD4<Float> }
    /// The entries by rows, of the columns that touch several; the last four of a row are filled up with entries of nothing.
    private var entries: [Entries]
    /// The mean of what columns gain per unit at the duals of the start.
    private let scale: Double
    private var epsilon: Float = 1

    /// How far a move goes beyond what would satisfy the row.
    private static let relaxation = 1.4
    /// A move is no longer than this many ε.
    private static let longest = 20.0
    /// Columns whose reduced cost is more than this many ε are far from being used.
    private static let farthest: Float = 12
    /// ε in the first and in the last sweep, as shares of the mean gain; with many sweeps the last one is finer, inversely to their number.
    private static let firstEpsilon = 0.25, lastEpsilon = 0.010, finerEpsilon = 0.62

    /// Nil where no column pays at the start, or the limits of a row contradict each other. Columns that are fixed or have no lower bound are left out.
    init?(_ program: LinearProgram) {
        rows = RowSweeps.rows(of: program)
        guard !rows.contains(where: { $0.least > $0.most }) else { return nil }
        // The last column is what the rows' lists are filled up with.
        columns = [Column](repeating: Column(reduced: 0, size: 0), count: program.columnCount + 1)
        let gain = RowSweeps.fill(&columns, &rows, program, RowSweeps.room(of: program))
        guard gain.count > 0 else { return nil }
        scale = gain.sum / Double(gain.count)
        var end: Int32 = 0
        for row in rows.indices {
            let count = rows[row].end
            (rows[row].first, rows[row].end) = (end, 4 * end)
            end += (count + 3) / 4
        }
        let nothing = Entries(columns: FourPlaces(Int32(truncatingIfNeeded: program.columnCount)), values: .zero)
        entries = [Entries](repeating: nothing, count: Int(end))
        RowSweeps.fill(&entries, &rows, program, columns)
        for row in rows.indices { rows[row].end = (rows[row].end + 3) / 4 }
    }

    /// Per row: the dual.
    var duals: [Double] { rows.map(\.dual) }

    /// Fills in the columns that count, as the `end` of each row how many of them it has, and what those that pay at the duals gain per unit in all.
    private static func fill(
        _ columns: inout [Column], _ rows: inout [Row], _ program: LinearProgram, _ room: [Double]
    ) -> (sum: Double, count: Int) {
        var columns = columns.mutableSpan, rows = rows.mutableSpan, gain = 0.0, gaining = 0
        for column in 0..<program.columnCount {
            let lower = program.lower[column], upper = program.upper[column]
            guard lower > -.infinity, lower < upper, !program.isLimit(column) else { continue }
            var size = upper - lower, reduced = program.cost[column]
            for place in program.entries(of: ColumnIndex(column)) {
                let row = Int(program.rows[place]), value = program.values[place]
                rows[row].end += 1
                reduced -= value * rows[row].dual
                if value > 0, room[row] > 0 { size = min(size, room[row] / value) }
            }
            if reduced < 0 { (gain, gaining) = (gain - reduced, gaining + 1) }
            let isBounded = size < .infinity && size == upper - lower
            columns[column] = Column(reduced: Float(reduced), size: isBounded ? -Float(size) : size.isFinite ? Float(size) : 1)
        }
        return (gain, gaining)
    }

    /// Fills in the entries, each at the `end` of its row, in places of single entries.
    private static func fill(_ entries: inout [Entries], _ rows: inout [Row], _ program: LinearProgram, _ columns: [Column]) {
        var entries = entries.mutableSpan, rows = rows.mutableSpan
        for column in 0..<program.columnCount where columns[column].size != 0 {
            let ofColumn = program.entries(of: ColumnIndex(column)), isLong = ofColumn.count > 6
            for k in ofColumn {
                let row = Int(program.rows[k]), value = Float(program.values[k]), place = Int(rows[row].end)
                if isLong { rows[row].meetsNext = true }
                for other in ofColumn.lowerBound..<k where !isLong {
                    let distance = Int(program.rows[other]) - row
                    if distance == 1 { rows[row].meetsNext = true } else if distance == -1 { rows[row - 1].meetsNext = true }
                }
                entries[place >> 2].columns[place & 3] = Int32(truncatingIfNeeded: column)
                entries[place >> 2].values[place & 3] = value
                if value < 0 || columns[column].size < 0 { rows[row].isPlain = false }
                rows[row].end += 1
            }
        }
    }

    /// What the columns with entries above zero can bring to each row at most: its side, and what those with entries below zero take from it. The intake
    /// of a process has no side but its capacity: without that its supplies seem to be worth something as long as the process could run for ever.
    private static func room(of program: LinearProgram) -> [Double] {
        var room = program.rowUpper
        for column in 0..<program.columnCount {
            for place in program.entries(of: ColumnIndex(column)) where program.values[place] < 0 {
                room[Int(program.rows[place])] -= program.values[place] * program.upper[column]
            }
        }
        return room
    }

    /// The sides of the rows, and the limits of their duals: by the kind of row, and by columns of that row alone.
    private static func rows(of program: LinearProgram) -> [Row] {
        var rows = (0..<program.rowCount).map { row in
            let lower = program.rowLower[row], upper = program.rowUpper[row]
            return Row(least: upper == .infinity ? 0 : -.infinity, most: lower == -.infinity ? 0 : .infinity, lower: lower, upper: upper)
        }
        for column in 0..<program.columnCount where program.isLimit(column) {
            let place = Int(program.starts[column]), row = Int(program.rows[place]), limit = program.cost[column] / program.values[place]
            if program.values[place] > 0 {
                rows[row].most = min(rows[row].most, limit)
            } else {
                rows[row].least = max(rows[row].least, limit)
            }
        }
        for row in rows.indices where rows[row].most < .infinity { rows[row].dual = rows[row].most }
        return rows
    }

    /// Visits all rows `count` times.
    mutating func sweep(_ count: Int) {
        let last = min(RowSweeps.lastEpsilon, RowSweeps.finerEpsilon / Double(count))
        for number in 0..<count {
            let share = count > 1 ? Double(number) / Double(count - 1) : 1
            epsilon = Float(scale * RowSweeps.firstEpsilon * pow(last / RowSweeps.firstEpsilon, share))
            if number == count / 3 || number == 2 * count / 3 { dropUnlikely() }
            RowSweeps.visitAll(&rows, &columns, entries, epsilon)
        }
    }

    /// How readily a column would be used: the larger the sooner; 0 for columns that were left out.
    func merit(_ column: Int) -> Float { columns[column].size != 0 ? -columns[column].reduced / epsilon : 0 }

    /// Takes out of the rows' lists what is far from being used: that it would come back with the few moves that are left is as good as impossible, and
    /// what is wrong about it costs time and nothing else. Its reduced cost stays what it was.
    private mutating func dropUnlikely() { RowSweeps.drop(from: &entries, &rows, columns, least: epsilon * RowSweeps.farthest) }

    private static func drop(from entries: inout [Entries], _ rows: inout [Row], _ columns: [Column], least: Float) {
        var entries = entries.mutableSpan, rows = rows.mutableSpan, end = 0
        let filler = Int32(truncatingIfNeeded: columns.count - 1)
        for row in rows.indices {
            let ofRow = Int(rows[row].first)..<Int(rows[row].end)
            rows[row].first = Int32(truncatingIfNeeded: end >> 2)
            for place in ofRow {
                let four = entries[place]
                for lane in 0..<4 {
                    let column = four.columns[lane]
                    guard column != filler, columns[Int(column)].reduced < least else { continue }
                    entries[end >> 2].columns[end & 3] = column
                    entries[end >> 2].values[end & 3] = four.values[lane]
                    end += 1
                }
            }
            while end & 3 != 0 {
                entries[end >> 2].columns[end & 3] = filler
                entries[end >> 2].values[end & 3] = 0
                end += 1
            }
            rows[row].end = Int32(truncatingIfNeeded: end >> 2)
        }
    }

    /// What the columns of a row bring to it and what they take from it at the present duals, those at their upper bounds apart; and their sum weighted by
    /// the entries.
    private struct Flow { var rise: Double, fall: Double, full: Double, weighted: Double }

    /// The flow of a row whose entries are above zero and whose columns have no upper bound, as most are.
    @inline(never) private static func plainFlow(
        _ ofRow: Range<Int>, _ columns: borrowing MutableSpan<Column>, _ entries: [Entries], _ inverse: Float
    ) -> Flow {
        var sum = SIMD4<Float>.zero, weighted = SIMD4<Float>.zero
        for place in ofRow {
            let (reduced, size, value) = four(entries[place], columns), part = value * size * exponential(reduced * -inverse)
            sum += part
            weighted += part * value
        }
        return Flow(rise: Double(sum.sum()), fall: 0, full: 0, weighted: Double(weighted.sum()))
    }

    @inline(__always) private static func flow(
        _ ofRow: Range<Int>, _ columns: borrowing MutableSpan<Column>, _ entries: [Entries], _ inverse: Float
    ) -> Flow {
        var above = SIMD4<Float>.zero, below = SIMD4<Float>.zero, weighted = SIMD4<Float>.zero, full = SIMD4<Float>.zero
        for place in ofRow {
            let (reduced, size, value) = four(entries[place], columns), exponent = reduced * -inverse
            let isFull = (size .< .zero) .& (exponent .> .zero)
            var part = value * size.replacing(with: -size, where: size .< .zero) * exponential(exponent.replacing(with: 0, where: isFull))
            full += part.replacing(with: 0, where: .!isFull)
            part.replace(with: 0, where: isFull)
            above += part.replacing(with: 0, where: part .< .zero)
            below -= part.replacing(with: 0, where: part .> .zero)
            weighted += part * value
        }
        return Flow(
            rise: Double(above.sum()), fall: Double(below.sum()), full: Double(full.sum()), weighted: Double(weighted.sum()))
    }

    /// Reduced costs and sizes of the columns of four entries, and these.
    @inline(__always) private static func four(
        _ four: Entries, _ columns: borrowing MutableSpan<Column>
    ) -> (reduced: SIMD4<Float>, size: SIMD4<Float>, value: SIMD4<Float>) {
        let place = four.columns
        let a = columns[Int(place.first)], b = columns[Int(place.second)], c = columns[Int(place.third)], d = columns[Int(place.fourth)]
        return (SIMD4(a.reduced, b.reduced, c.reduced, d.reduced), SIMD4(a.size, b.size, c.size, d.size), four.values)
    }

    private static func visitAll(_ rows: inout [Row], _ columns: inout [Column], _ entries: [Entries], _ epsilon: Float) {
        var rows = rows.mutableSpan, columns = columns.mutableSpan, position = 0
        while position < rows.count {
            let row = rows[position], change = change(row, columns, entries, epsilon)
            // Two rows without a column in common are worked out side by side, which spares the processor some waiting.
            if position + 1 < rows.count, !row.meetsNext {
                let next = rows[position + 1], nextChange = self.change(next, columns, entries, epsilon)
                move(&rows[position + 1], by: nextChange, &columns, entries)
                move(&rows[position], by: change, &columns, entries)
                position += 2
            } else {
                move(&rows[position], by: change, &columns, entries)
                position += 1
            }
        }
    }

    /// By how much a row's dual is to change.
    @inline(__always) private static func change(
        _ row: Row, _ columns: borrowing MutableSpan<Column>, _ entries: [Entries], _ epsilon: Float
    ) -> Double {
        let ofRow = Int(row.first)..<Int(row.end)
        guard !ofRow.isEmpty else { return 0 }
        let flow = row.isPlain ? plainFlow(ofRow, columns, entries, 1 / epsilon) : flow(ofRow, columns, entries, 1 / epsilon)
        return aim(row, flow, Double(epsilon)) - row.dual
    }

    @inline(__always) private static func move(
        _ row: inout Row, by change: Double, _ columns: inout MutableSpan<Column>, _ entries: [Entries]
    ) {
        guard change != 0, change.isFinite else { return }
        row.dual += change
        let step = Float(change)
        for four in Int(row.first)..<Int(row.end) {
            let place = entries[four].columns, moves = entries[four].values * step
            columns[Int(place.first)].reduced -= moves[0]
            columns[Int(place.second)].reduced -= moves[1]
            columns[Int(place.third)].reduced -= moves[2]
            columns[Int(place.fourth)].reduced -= moves[3]
        }
    }

    /// The dual that meets a side of a row.
    @inline(__always) private static func aim(_ row: Row, _ flow: Flow, _ epsilon: Double) -> Double {
        let rise = flow.rise, fall = flow.fall, total = rise + fall, longest = longest * epsilon
        // The move by which rise · e^(t) − fall · e^(−t) meets a side, for entries near their mean size. Columns at their upper bounds stay there.
        let lower = row.lower - flow.full, upper = row.upper - flow.full
        guard total > 0 else {
            if upper > 0, row.most < .infinity { return min(row.most, row.dual + longest) }
            return upper < 0 ? max(row.least, row.dual - longest) : row.dual
        }
        let unit = epsilon * total / flow.weighted
        var aim = row.dual
        if upper < .infinity { aim = min(row.dual + unit * move(rise, fall, upper), lower == upper ? .infinity : 0) }
        if lower != upper, lower > -.infinity {
            let other = row.dual + unit * move(rise, fall, lower)
            aim = upper == .infinity || other > 0 ? max(other, 0) : aim
        }
        return min(max(aim, row.dual - longest, row.least), row.dual + longest, row.most)
    }

    /// t with rise · e^t − fall · e^(−t) = side, a little beyond, within ±20.
    @inline(__always) private static func move(_ rise: Double, _ fall: Double, _ side: Double) -> Double {
        // Of the two forms of the solution the one without cancellation.
        let root = fall > 0 ? (side * side + 4 * rise * fall).squareRoot() : 0
        let factor = fall > 0 ? side >= 0 ? (side + root) / (2 * rise) : 2 * fall / (root - side) : side / rise
        guard factor > 0, factor < .infinity else { return rise > 0 ? -20 : 20 }
        return RowSweeps.relaxation * logarithm(factor)
    }
}

extension LinearProgram {
    /// Whether a column is a limit of a row's dual: it stands in one row only and has no upper bound.
    fileprivate func isLimit(_ column: Int) -> Bool {
        entries(of: ColumnIndex(column)).count == 1 && lower[column] == 0 && upper[column] == .infinity
    }
}
