// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a sparse matrix, its rows or its columns, each of which can grow and shrink by single entries.
///
/// All entries stand in one pool; a line that outgrows its room moves to the end of it with twice the room. Each new factorisation begins with an
/// empty pool, so that holes do not pile up for long.
struct SparseLines {
    /// Where a line begins in the pool, how many entries it has, and for how many there is room.
    private struct Line { var start: Int32 = 0, count: Int32 = 0, room: Int32 = 0 }
    private var lines: [Line]
    /// The pool: the other coordinate of each entry, and its value.
    private(set) var index: [Int32] = [], value: [Double] = []

    init(lineCount: Int) {
        lines = [Line](repeating: Line(), count: lineCount)
    }

    /// The places of a line's entries in the pool.
    @inline(__always) func places(_ line: Int) -> Range<Int> {
        let line = lines[line], first = Int(line.start)
        return first..<first + Int(line.count)
    }

    /// Forgets all entries and makes room for `rooms[line]` of them in each line.
    mutating func reset(rooms: [Int32]) {
        var end: Int32 = 0
        for line in rooms.indices {
            lines[line] = Line(start: end, count: 0, room: rooms[line])
            end += rooms[line]
        }
        if index.count < Int(end) {
            index = [Int32](repeating: 0, count: Int(end))
            value = [Double](repeating: 0, count: Int(end))
        } else {
            index.removeLast(index.count - Int(end))
            value.removeLast(value.count - Int(end))
        }
    }

    mutating func append(_ other: Int32, _ entry: Double, to line: Int) {
        if lines[line].count == lines[line].room { move(line) }
        let place = Int(lines[line].start + lines[line].count)
        index[place] = other
        value[place] = entry
        lines[line].count += 1
    }

    /// Takes an entry out; its place goes to the line's last one.
    mutating func remove(_ other: Int32, from line: Int) {
        let places = places(line)
        for place in places where index[place] == other {
            index[place] = index[places.upperBound - 1]
            value[place] = value[places.upperBound - 1]
            lines[line].count -= 1
            return
        }
    }

    mutating func clear(_ line: Int) { lines[line].count = 0 }

    private mutating func move(_ line: Int) {
        let wanted = max(4, 2 * lines[line].room), places = places(line), end = Int32(index.count)
        for place in places {
            index.append(index[place])
            value.append(value[place])
        }
        for _ in places.count..<Int(wanted) {
            index.append(0)
            value.append(0)
        }
        lines[line] = Line(start: end, count: lines[line].count, room: wanted)
    }
}
