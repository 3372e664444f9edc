// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The rows of `routes` between ends of one kind, firms or parks, found by where a way begins.
///
/// A million pairs ask whether a row rules them; most ends have two or three rows, so that a look along them is cheaper than any table of pairs.
struct RouteIndex {
    /// A row as seen from one of its ends.
    struct Row {
        var other: Int32
        var route: Reference<Route>
        var mode: Reference<Mode>?
        /// Written in this direction, not the way back of a row that is open both ways.
        var isForth: Bool
    }
    private var starts: [Int] = [0], rows: [Row] = [], isEnd: [Bool]

    /// Rows by their two ends, in the order of the table; `count` is the number of possible ends.
    init(_ ends: [(route: Reference<Route>, from: Int32, to: Int32)], of routes: [Route], count: Int) {
        var lists = [[Row]](repeating: [], count: count)
        isEnd = [Bool](repeating: false, count: count)
        for (route, from, to) in ends {
            let row = routes[route]
            (isEnd[Int(from)], isEnd[Int(to)]) = (true, true)
            lists[Int(from)].append(Row(other: to, route: route, mode: row.mode, isForth: true))
            if !row.isOneWay { lists[Int(to)].append(Row(other: from, route: route, mode: row.mode, isForth: false)) }
        }
        for list in lists {
            rows.append(contentsOf: list)
            starts.append(rows.count)
        }
    }

    /// Whether there is any row at all.
    var hasRows: Bool { !rows.isEmpty }

    /// Whether any row begins or ends at an end; one that is open one way only too.
    func hasRows(of end: Int32) -> Bool { isEnd[Int(end)] }

    /// All rows that lead away from an end, and where they stand.
    func rows(from end: Int32) -> ArraySlice<Row> { rows[range(from: end)] }
    func range(from end: Int32) -> Range<Int> { starts[Int(end)]..<starts[Int(end) + 1] }

    /// Whether any row leads from one end to the other.
    func leads(from: Int32, to: Int32) -> Bool { leads(in: range(from: from), to: to) }

    /// Whether any of some rows leads to an end.
    func leads(in range: Range<Int>, to: Int32) -> Bool {
        for index in range where rows[index].other == to { return true }
        return false
    }

    /// The row that rules a way: the one that names the mode, then the one written in this direction, then the first of the table.
    func rule(from: Int32, to: Int32, mode: Reference<Mode>) -> Reference<Route>? {
        var best: Reference<Route>?, bestRank = 4
        for index in starts[Int(from)]..<starts[Int(from) + 1] where rows[index].other == to {
            guard rows[index].mode == nil || rows[index].mode == mode else { continue }
            let rank = (rows[index].mode == nil ? 2 : 0) + (rows[index].isForth ? 0 : 1)
            if rank < bestRank { (best, bestRank) = (rows[index].route, rank) }
        }
        return best
    }
}
