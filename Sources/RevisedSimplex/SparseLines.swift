// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a sparse matrix, its rows or its columns, each of which can grow and shrink by single entries.
///
/// All entries stand in one pool; a line that outgrows its room moves to the end of it with twice the room. Each new factorisation begins with an
/// empty pool, so that holes do not pile up for long. Large programs wait for memory more than for arithmetic: what is read together stands together.
struct SparseLines {
    /// An entry: its other coordinate, and its value.
    struct Entry { var index: Int32, value: Double }

    /// Where a line begins in the pool, how many entries it has, and for how many there is room; the last search that met it; its pivot.
    private struct Line { var start: Int32 = 0, count: Int32 = 0, room: Int32 = 0, mark: UInt32 = 0, pivot = 1.0 }
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

// MARK: Searching

extension SparseLines {
    /// Where a search stands in a line.
    struct Step { var line: Int32, place: Int32, end: Int32 }

    /// The lines that `roots` reach, each after all that it reaches, by a depth-first search. `stack` is room for it, empty before and after.
    mutating func reach(from roots: [Int32], order: inout [Int32], stack: inout [Step]) {
        order.removeAll(keepingCapacity: true)
        beginSearch()
        for root in roots where meet(root) {
            guard enter(root, &order, &stack) else { continue }
            while let top = stack.last {
                var place = top.place, isDeeper = false
                while place < top.end, !isDeeper {
                    let other = pool[Int(place)].index
                    place += 1
                    guard meet(other) else { continue }
                    stack[stack.count - 1].place = place
                    isDeeper = enter(other, &order, &stack)
                }
                guard !isDeeper else { continue }
                stack.removeLast()
                order.append(top.line)
            }
        }
    }

    private mutating func beginSearch() {
        search &+= 1
        guard search == 0 else { return }
        for line in lines.indices { lines[line].mark = 0 }
        search = 1
    }

    /// Whether the search had not met this line.
    @inline(__always) private mutating func meet(_ line: Int32) -> Bool {
        guard lines[Int(line)].mark != search else { return false }
        lines[Int(line)].mark = search
        return true
    }

    /// Goes into a line; false where nothing is in it, so that it is done with.
    @inline(__always) private func enter(_ line: Int32, _ order: inout [Int32], _ stack: inout [Step]) -> Bool {
        let entry = lines[Int(line)]
        guard entry.count > 0 else {
            order.append(line)
            return false
        }
        stack.append(Step(line: line, place: entry.start, end: entry.start + entry.count))
        return true
    }
}
