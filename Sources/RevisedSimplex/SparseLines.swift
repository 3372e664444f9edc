// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a sparse matrix, its rows or its columns, each of which can grow and shrink by single entries.
///
/// All entries stand in one pool; a line that outgrows its room moves to the end of it with twice the room. Each new factorisation begins with an
/// empty pool, so that holes do not pile up for long. Large programs wait for memory more than for arithmetic: what is read together stands together.
struct SparseLines {
    /// An entry: its other coordinate, and its value.
    struct Entry { var index: Int32, value: Double }

    /// Where a line begins in the pool, how many entries it has, and for how many there is room; the last search that met it; its pivot.
    fileprivate struct Line { var start: Int32 = 0, count: Int32 = 0, room: Int32 = 0, mark: UInt32 = 0, pivot = 1.0 }
    private var lines: [Line]
    private var pool: [Entry] = []
    private var search: UInt32 = 0

    init(lineCount: Int) {
        lines = [Line](repeating: Line(), count: lineCount)
    }

    /// The places of a line's entries in the pool.
    @inline(__always) func places(_ line: Int) -> Range<Int> {
        let first = Int(lines[line].start)
        return first..<first + Int(lines[line].count)
    }

    @inline(__always) func entry(_ place: Int) -> Entry { pool[place] }

    /// The entry of a line on the diagonal, which is none of its entries here.
    @inline(__always) func pivot(_ line: Int) -> Double { lines[line].pivot }

    @inline(__always) mutating func setPivot(_ line: Int, _ pivot: Double) { lines[line].pivot = pivot }

    /// Forgets all entries and makes room for `rooms[line]` of them in each line.
    mutating func reset(rooms: [Int32]) {
        var end: Int32 = 0
        for line in rooms.indices {
            (lines[line].start, lines[line].count, lines[line].room) = (end, 0, rooms[line])
            end += rooms[line]
        }
        let none = Entry(index: 0, value: 0)
        if pool.count < Int(end) {
            pool.append(contentsOf: repeatElement(none, count: Int(end) - pool.count))
        } else {
            pool.removeLast(pool.count - Int(end))
        }
    }

    mutating func append(_ other: Int32, _ value: Double, to line: Int) {
        if lines[line].count == lines[line].room { move(line) }
        pool[Int(lines[line].start + lines[line].count)] = Entry(index: other, value: value)
        lines[line].count += 1
    }

    /// Takes an entry out; its place goes to the line's last one.
    mutating func remove(_ other: Int32, from line: Int) {
        let places = places(line)
        for place in places where pool[place].index == other {
            pool[place] = pool[places.upperBound - 1]
            lines[line].count -= 1
            return
        }
    }

    mutating func clear(_ line: Int) { lines[line].count = 0 }

    private mutating func move(_ line: Int) {
        let wanted = max(4, 2 * lines[line].room), places = places(line), end = Int32(truncatingIfNeeded: pool.count)
        for place in places { pool.append(pool[place]) }
        for _ in places.count..<Int(wanted) { pool.append(Entry(index: 0, value: 0)) }
        (lines[line].start, lines[line].room) = (end, wanted)
    }
}

// MARK: Searching and solving

extension SparseLines {
    /// Where a search stands in a line.
    fileprivate struct Step { var line: Int32, place: Int32, end: Int32 }

    /// Room for a search: what it has reached, and the way to where it stands.
    struct SearchRoom {
        fileprivate var order: [Int32], steps: [Step]

        init(lineCount: Int) {
            order = [Int32](repeating: 0, count: lineCount)
            steps = [Step](repeating: Step(line: 0, place: 0, end: 0), count: lineCount)
        }
    }

    /// Solves a triangular system in place: the value of each line is divided by its pivot, and the entries of the line, multiplied by that, go from
    /// the values of other lines. Only lines that the vector reaches are visited.
    mutating func solve(_ vector: inout SparseVector, _ room: inout SearchRoom) {
        beginSearch()
        let reached = SparseLines.reach(from: vector.places, &lines, pool, search, &room.order, &room.steps)
        SparseLines.eliminate(lines, pool, room.order, reached, &vector.cells, &vector.places)
    }

    /// Puts into `order` the lines that `roots` reach, each after all that it reaches, by a depth-first search; returns how many they are.
    private static func reach(
        from roots: [Int32], _ lines: inout [Line], _ pool: [Entry], _ search: UInt32, _ order: inout [Int32], _ steps: inout [Step]
    ) -> Int {
        // Arrays are opened once: each write to one asks anew whether it is shared.
        let pool = pool.span
        var lines = lines.mutableSpan, order = order.mutableSpan, steps = steps.mutableSpan, found = 0, depth = 0
        for root in roots where lines[Int(root)].mark != search {
            lines[Int(root)].mark = search
            // A line without entries is done with at once.
            guard lines[Int(root)].count > 0 else {
                order[found] = root
                found += 1
                continue
            }
            steps[0] = Step(root, lines[Int(root)])
            depth = 1
            while depth > 0 {
                let top = steps[depth - 1]
                var place = top.place, isDeeper = false
                while place < top.end, !isDeeper {
                    let other = pool[Int(place)].index, line = lines[Int(other)]
                    place += 1
                    guard line.mark != search else { continue }
                    lines[Int(other)].mark = search
                    if line.count == 0 {
                        order[found] = other
                        found += 1
                    } else {
                        steps[depth - 1].place = place
                        steps[depth] = Step(other, line)
                        depth += 1
                        isDeeper = true
                    }
                }
                guard !isDeeper else { continue }
                depth -= 1
                order[found] = top.line
                found += 1
            }
        }
        return found
    }

    /// Works through the lines that a search has reached, the last one first, and lists what differs from zero.
    private static func eliminate(
        _ lines: [Line], _ pool: [Entry], _ order: [Int32], _ reached: Int, _ cells: inout [SparseVector.Cell], _ places: inout [Int32]
    ) {
        if places.count < reached { places.append(contentsOf: repeatElement(0, count: reached - places.count)) }
        let listed = eliminate(lines.span, pool.span, order.span.extracting(first: reached), &cells, &places)
        places.removeLast(places.count - listed)
    }

    private static func eliminate(
        _ lines: Span<Line>, _ pool: Span<Entry>, _ order: Span<Int32>, _ cells: inout [SparseVector.Cell], _ places: inout [Int32]
    ) -> Int {
        var cells = cells.mutableSpan, places = places.mutableSpan, listed = 0, next = order.count
        while next > 0 {
            next -= 1
            let number = order[next], row = Int(number), line = lines[row], value = cells[row].value / line.pivot
            guard abs(value) > BasisFactor.smallest else {
                cells[row] = SparseVector.Cell()
                continue
            }
            cells[row] = SparseVector.Cell(value: value, isListed: true)
            places[listed] = number
            listed += 1
            for place in Int(line.start)..<Int(line.start + line.count) {
                let entry = pool[place]
                cells[Int(entry.index)].value -= entry.value * value
            }
        }
        return listed
    }

    private mutating func beginSearch() {
        search &+= 1
        guard search == 0 else { return }
        for line in lines.indices { lines[line].mark = 0 }
        search = 1
    }
}

extension SparseLines.Step {
    fileprivate init(_ number: Int32, _ line: SparseLines.Line) {
        (self.line, place, end) = (number, line.start, line.start + line.count)
    }
}
