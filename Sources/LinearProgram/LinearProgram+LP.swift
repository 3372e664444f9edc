// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// The program as a CPLEX-LP file with numbers that read back exactly.
    ///
    /// The offset is the cost of a column `offset` that is fixed at 1, which every reader understands alike.
    public func lp() -> [UInt8] {
        var text = ProgramText(capacity: 40 * (nonzeroCount + columnCount + rowCount) + 200)
        text.add("\\ Written by Symbio.\nMinimize\n cost:")
        for j in 0..<columnCount where cost[j] != 0 { term(&text, cost[j], j) }
        if offset != 0 || cost.allSatisfy({ $0 == 0 }) {
            text.add(offset < 0 ? "\n - " : "\n + ")
            text.add(number: abs(offset))
            text.add(" offset")
        }
        text.add("\nSubject To\n")
        let matrix = entriesByRow()
        for i in 0..<rowCount { rowText(&text, i, matrix) }
        // A program without rows still needs one to be read.
        if rowCount == 0 { text.add(" none: offset <= 1\n") }
        text.add("Bounds\n")
        for j in 0..<columnCount { bounds(&text, j) }
        text.add(" offset = 1\n")
        if isInteger.isUnusual {
            text.add("General\n")
            for j in 0..<columnCount where isInteger[j] {
                text.add(" ")
                text.add(column: j)
                text.add("\n")
            }
        }
        text.add("End\n")
        return text.bytes
    }

    private func term(_ text: inout ProgramText, _ value: Double, _ column: Int) {
        text.add(value < 0 ? "\n - " : "\n + ")
        text.add(number: abs(value))
        text.add(" ")
        text.add(column: column)
    }

    private func rowText(_ text: inout ProgramText, _ i: Int, _ matrix: (starts: [Int], columns: [Int32], values: [Double])) {
        let range = matrix.starts[i]..<matrix.starts[i + 1]
        // The format has no free rows; they bind nothing. A range is written as two rows.
        var sides: [(suffix: String, sign: String, value: Double)] = []
        if rowLower[i] == rowUpper[i] {
            sides = [("", "=", rowLower[i])]
        } else {
            if rowLower[i].isFinite { sides.append(("", ">=", rowLower[i])) }
            if rowUpper[i].isFinite { sides.append((rowLower[i].isFinite ? "u" : "", "<=", rowUpper[i])) }
        }
        for side in sides {
            text.add(" ")
            text.add(row: i)
            text.add(side.suffix + ":")
            if range.isEmpty { text.add(" 0 offset") }
            for k in range { term(&text, matrix.values[k], Int(matrix.columns[k])) }
            text.add(" \(side.sign) ")
            text.add(number: side.value)
            text.add("\n")
        }
    }

    private func bounds(_ text: inout ProgramText, _ j: Int) {
        guard lower[j] != 0 || upper[j].isFinite else { return }
        text.add(" ")
        if !lower[j].isFinite, !upper[j].isFinite {
            text.add(column: j)
            text.add(" free\n")
            return
        }
        if lower[j] == upper[j] {
            text.add(column: j)
            text.add(" = ")
            text.add(number: lower[j])
            text.add("\n")
            return
        }
        if lower[j].isFinite { text.add(number: lower[j]) } else { text.add("-inf") }
        text.add(" <= ")
        text.add(column: j)
        if upper[j].isFinite {
            text.add(" <= ")
            text.add(number: upper[j])
        }
        text.add("\n")
    }
}
