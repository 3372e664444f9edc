// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// Rows in disjoint sets, joined one by one (union by size, path halving; Tarjan 1975).
struct Partition {
    private var parent: [Int32], size: [Int32]

    init(count: Int) {
        parent = (0..<Int32(count)).map(\.self)
        size = [Int32](repeating: 1, count: count)
    }

    mutating func root(_ row: Int32) -> Int32 {
        var row = row
        while parent[Int(row)] != row {
            parent[Int(row)] = parent[Int(parent[Int(row)])]
            row = parent[Int(row)]
        }
        return row
    }

    /// Joins the sets of all rows of a column, if they come to no more than `limit` rows; says whether they are one set now.
    @discardableResult
    mutating func join(_ column: Int, of program: LinearProgram, limit: Int = .max) -> Bool {
        let range = program.entries(of: ColumnIndex(column))
        guard let first = range.first else { return false }
        var head = root(program.rows[first]), total = Int(size[Int(head)]), isOne = true
        for k in range.dropFirst() {
            let other = root(program.rows[k])
            if other != head {
                // Of three sets, two may be one already; counting one twice only makes the limit a little stricter.
                total += Int(size[Int(other)])
                isOne = false
            }
        }
        if isOne { return true }
        guard total <= limit else { return false }
        for k in range.dropFirst() {
            let other = root(program.rows[k])
            guard other != head else { continue }
            let (large, small) = size[Int(head)] >= size[Int(other)] ? (head, other) : (other, head)
            parent[Int(small)] = large
            size[Int(large)] += size[Int(small)]
            head = large
        }
        return true
    }

    /// The set that holds all rows of a column, or nil where they stand in several.
    mutating func home(of column: Int, in program: LinearProgram) -> Int32? {
        let range = program.entries(of: ColumnIndex(column))
        guard let first = range.first else { return nil }
        let head = root(program.rows[first])
        for k in range.dropFirst() where root(program.rows[k]) != head { return nil }
        return head
    }
}
