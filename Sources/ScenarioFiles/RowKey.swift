// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The key of a row: the cells of the columns that tell rows apart.
enum RowKey {
    /// Stands between the parts of a written key; no id holds it.
    private static let separator: UInt8 = 0x1F

    /// Writes the key of a row into `key`, in place of what stands there.
    static func write(_ cells: [CellRange], of bytes: [UInt8], into key: inout [UInt8]) {
        key.removeAll(keepingCapacity: true)
        for cell in cells {
            key += bytes[cell.bounds]
            key.append(separator)
        }
    }

    /// A hash of a row's key, made without writing the key.
    static func hash(_ row: Int, _ fields: [Int], of grid: borrowing Grid) -> UInt64 {
        let bytes = grid.bytes.span
        var hash = ByteHash()
        for field in fields where field >= 0 {
            hash.mix(bytes, grid.cells[row * grid.width + field].bounds)
        }
        return hash.value
    }

    /// The key as people read it.
    static func text(_ key: [UInt8]) -> String {
        key.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    }
}

extension Grid {
    /// The rows whose key stands in an earlier row. Tables with ids are left out: ``Identifiers`` sees theirs.
    func duplicates() -> [LocatedFault] {
        let columns = format.key.compactMap { format.position(of: $0) }
        guard format.key != ["id"], rowCount > 1, hasRepeatedHash(columns) else { return [] }
        var faults: [LocatedFault] = []
        var index = IdentifierIndex(capacity: rowCount)
        var rows: [Int32] = []
        rows.reserveCapacity(rowCount)
        var key: [UInt8] = []
        for row in 0..<rowCount {
            RowKey.write(columns.map { cell(row, $0) }, of: bytes, into: &key)
            let (isNew, position) = index.insert(key.span, 0..<key.count)
            if isNew {
                rows.append(Int32(row))
            } else {
                faults.append(duplicate(RowKey.text(key), row: row, first: Int(rows[position])))
            }
        }
        return faults
    }

    /// Whether the keys of two rows have one hash, as all equal ones do: in most tables none have, and then no key needs to be written.
    private func hasRepeatedHash(_ columns: [Int]) -> Bool {
        let fields = columns.map { self.fields[$0] }
        var seen = HashSet(capacity: rowCount)
        for row in 0..<rowCount where !seen.insert(RowKey.hash(row, fields, of: self)) { return true }
        return false
    }

    /// The fault of a row whose key the row `first` has already.
    func duplicate(_ key: String, row: Int, first: Int) -> LocatedFault {
        let firstLine = locate(.combination(.saysNothing), row: first).line ?? 1
        return locate(.combination(.duplicate(key: key, firstLine: firstLine)), row: row, column: format.key.first)
    }
}
