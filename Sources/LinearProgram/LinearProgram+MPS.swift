// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// The program as a free MPS file with numbers that read back exactly.
    ///
    /// Readers disagree on the sign of a constant in the objective row, so the offset is the cost of a column `offset` that is fixed at 1.
    public func mps() -> [UInt8] {
        var text = ProgramText(capacity: 40 * (nonzeroCount + columnCount + rowCount) + 200)
        text.add("NAME symbio\nROWS\n N cost\n")
        for i in 0..<rowCount {
            text.add(" \(mpsKind(i)) ")
            text.add(row: i)
            text.add("\n")
        }
        text.add("COLUMNS\n")
        var isMarked = false
        for j in 0..<columnCount {
            if isInteger[j] != isMarked {
                isMarked = isInteger[j]
                text.add(" MARKER 'MARKER' \(isMarked ? "'INTORG'" : "'INTEND'")\n")
            }
            // Every column is named at least once, even one that stands in no row.
            let range = entries(of: ColumnIndex(j))
            if cost[j] != 0 || range.isEmpty { mpsEntry(&text, j, nil, cost[j]) }
            for k in range { mpsEntry(&text, j, Int(rows[k]), values[k]) }
        }
        if isMarked { text.add(" MARKER 'MARKER' 'INTEND'\n") }
        if offset != 0 {
            text.add(" offset cost ")
            text.add(number: offset)
            text.add("\n")
        }
        text.add("RHS\n")
        for i in 0..<rowCount {
            let side = rowUpper[i].isFinite ? rowUpper[i] : rowLower[i]
            if side.isFinite, side != 0 { mpsLine(&text, "rhs", i, side) }
        }
        text.add("RANGES\n")
        for i in 0..<rowCount where rowLower[i].isFinite && rowUpper[i].isFinite && rowLower[i] != rowUpper[i] {
            mpsLine(&text, "range", i, rowUpper[i] - rowLower[i])
        }
        text.add("BOUNDS\n")
        for j in 0..<columnCount { mpsBounds(&text, j) }
        if offset != 0 { text.add(" FX bound offset 1\n") }
        text.add("ENDATA\n")
        return text.bytes
    }

    private func mpsKind(_ i: Int) -> String {
        if rowLower[i] == rowUpper[i] { return "E" }
        if rowUpper[i].isFinite { return "L" }
        return rowLower[i].isFinite ? "G" : "N"
    }

    private func mpsEntry(_ text: inout ProgramText, _ column: Int, _ row: Int?, _ value: Double) {
        text.add(" ")
        text.add(column: column)
        text.add(" ")
        if let row { text.add(row: row) } else { text.add("cost") }
        text.add(" ")
        text.add(number: value)
        text.add("\n")
    }

    private func mpsLine(_ text: inout ProgramText, _ set: String, _ row: Int, _ value: Double) {
        text.add(" \(set) ")
        text.add(row: row)
        text.add(" ")
        text.add(number: value)
        text.add("\n")
    }

    private func mpsBounds(_ text: inout ProgramText, _ j: Int) {
        func line(_ kind: String, _ value: Double?) {
            text.add(" \(kind) bound ")
            text.add(column: j)
            if let value {
                text.add(" ")
                text.add(number: value)
            }
            text.add("\n")
        }
        switch (lower[j].isFinite, upper[j].isFinite) {
        case (true, true) where lower[j] == upper[j]: line("FX", lower[j])
        case (false, false): line("FR", nil)
        default:
            // An upper bound alone would let some readers take the lower one as −infinity when it is negative, so both are always said.
            if !lower[j].isFinite { line("MI", nil) } else if lower[j] != 0 || upper[j] < 0 { line("LO", lower[j]) }
            if upper[j].isFinite { line("UP", upper[j]) } else if isInteger[j] { line("PL", nil) }
        }
    }
}
