// SPDX-License-Identifier: GPL-3.0-or-later

/// Bytes of a program being written out, with generated ASCII names: `c0000001` for columns, `r0000001` for rows.
///
/// Names of firms may be of any length and alphabet, which the formats do not allow; the names table tells what each stands for.
struct ProgramText {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func add(column: Int) { add("c", column) }

    mutating func add(row: Int) { add("r", row) }

    private mutating func add(_ letter: String, _ position: Int) {
        let digits = String(position + 1)
        add(letter)
        for _ in digits.utf8.count..<max(7, digits.utf8.count) { bytes.append(48) }
        add(digits)
    }

    /// The shortest text that reads back as the same number: at most 17 digits.
    mutating func add(number: Double) { add(number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : number.description) }
}

extension LinearProgram {
    /// The names table: a line for each column and row with its generated name and what it stands for, as CSV.
    public func namesTable(column: (ColumnIndex) -> String, row: (RowIndex) -> String) -> [UInt8] {
        var text = ProgramText(capacity: 64 * (columnCount + rowCount))
        text.add("name,meaning\n")
        func quoted(_ meaning: String) -> String {
            var out = "\""
            for character in meaning.unicodeScalars { out += character == "\"" ? "\"\"" : String(character) }
            return out + "\"\n"
        }
        for j in 0..<columnCount {
            text.add(column: j)
            text.add("," + quoted(column(ColumnIndex(j))))
        }
        for i in 0..<rowCount {
            text.add(row: i)
            text.add("," + quoted(row(RowIndex(i))))
        }
        return text.bytes
    }

    /// The rows' entries: the matrix turned round.
    func entriesByRow() -> (starts: [Int], columns: [Int32], values: [Double]) {
        var starts = [Int](repeating: 0, count: rowCount + 1)
        for row in rows { starts[Int(row) + 1] += 1 }
        for i in 0..<rowCount { starts[i + 1] += starts[i] }
        var next = starts, columns = [Int32](repeating: 0, count: values.count), turned = [Double](repeating: 0, count: values.count)
        for j in 0..<columnCount {
            for k in entries(of: ColumnIndex(j)) {
                let place = next[Int(rows[k])]
                columns[place] = Int32(truncatingIfNeeded: j)
                turned[place] = values[k]
                next[Int(rows[k])] += 1
            }
        }
        return (starts, columns, turned)
    }
}
