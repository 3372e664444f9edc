// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// A table of text that fits a terminal: columns of names give way first, their cells go on in further lines, and nothing is cut.
struct TextTable {
    /// Where a column's cells stand.
    enum Alignment { case leading, trailing, decimal }

    /// A column: its heading, where its cells stand, and whether it may become narrower than its widest cell.
    struct Column {
        var heading: Phrase
        var alignment: Alignment
        var wraps: Bool

        /// A column of words.
        static func words(_ heading: Phrase) -> Column { Column(heading: heading, alignment: .leading, wraps: true) }
        /// A column of numbers, with their decimal marks under each other.
        static func numbers(_ heading: Phrase) -> Column { Column(heading: heading, alignment: .decimal, wraps: false) }
        /// A column of ids, which stay in one piece so that they can be copied.
        static func ids(_ heading: Phrase) -> Column { Column(heading: heading, alignment: .leading, wraps: false) }
        /// A column of the units of the numbers before it.
        static let unit = Column(heading: Phrase(same: ""), alignment: .leading, wraps: false)
    }

    var columns: [Column]
    var rows: [[String]] = []
    /// The language of the headings and of the numbers, whose decimal marks stand under each other.
    var language: Language

    private static let gap = 2
    private static let narrowest = 10
    private static let indent = 2

    /// The table in lines: headings, a rule, and the rows.
    func lines(width: Int, style: TextStyle) -> [String] {
        let cells = aligned()
        let widths = widths(of: cells, within: width - Self.indent)
        let total = widths.reduce(0, +) + Self.gap * (widths.count - 1)
        let margin = String(repeating: " ", count: Self.indent)
        let headings = line(columns.map { $0.heading[language] }, widths).map { margin + style.bold($0) }
        let rule = margin + style.faint(String(repeating: "─", count: total))
        return headings + [rule] + cells.flatMap { line($0, widths).map { margin + $0 } }
    }

    /// The cells, those of decimal columns with blanks behind them so that their marks come to stand under each other.
    private func aligned() -> [[String]] {
        let tails = columns.indices.map { column in
            columns[column].alignment == .decimal ? rows.map { tail($0[column]) }.max() ?? 0 : 0
        }
        return rows.map { row in
            row.indices.map { column in
                columns[column].alignment == .decimal && !row[column].isEmpty
                    ? row[column] + String(repeating: " ", count: tails[column] - tail(row[column])) : row[column]
            }
        }
    }

    /// How many columns a number takes from its decimal mark on.
    private func tail(_ cell: String) -> Int {
        guard let mark = cell.lastIndex(of: Character(NumberStyle(language).decimalMark)) else { return 0 }
        return cell[mark...].displayWidth
    }

    private func widths(of cells: [[String]], within width: Int) -> [Int] {
        var widths = columns.indices.map { column in
            let heading = columns[column].heading[language]
            let least = columns[column].wraps ? heading.displayWidth : heading.widthInTwoLines
            return cells.reduce(least) { max($0, $1[column].displayWidth) }
        }
        let words = columns.indices.map { column in
            ([columns[column].heading[language]] + cells.map { $0[column] }).reduce(Self.narrowest) { max($0, $1.longestWord) }
        }
        // Words are broken only where even columns as narrow as their longest words do not fit.
        shrink(&widths, to: words, within: width)
        shrink(&widths, to: columns.map { _ in Self.narrowest }, within: width)
        return widths
    }

    /// Takes columns from the widest of those that wrap, one by one, none below its least width.
    private func shrink(_ widths: inout [Int], to least: [Int], within width: Int) {
        var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
        while excess > 0 {
            let candidates = columns.indices.filter { columns[$0].wraps && widths[$0] > least[$0] }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
    }

    /// One row, in as many lines as its longest cell needs.
    private func line(_ row: [String], _ widths: [Int]) -> [String] {
        let parts = row.indices.map { row[$0].displayWidth <= widths[$0] ? [row[$0]] : row[$0].wrapped(to: widths[$0]) }
        let height = parts.reduce(1) { max($0, $1.count) }
        return (0..<height).map { index in
            var text = ""
            for column in row.indices {
                let part = index < parts[column].count ? parts[column][index] : ""
                let leads = columns[column].alignment == .leading
                text += leads ? part.padded(to: widths[column]) : part.indented(to: widths[column])
                text += String(repeating: " ", count: Self.gap)
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}

extension String {
    /// The least columns in which the text takes no more than two lines and breaks no word.
    fileprivate var widthInTwoLines: Int {
        (longestWord...Swift.max(longestWord, displayWidth)).first { wrapped(to: $0).count <= 2 } ?? displayWidth
    }

    /// The columns of the longest word.
    fileprivate var longestWord: Int { split(separator: " ").reduce(0) { Swift.max($0, $1.displayWidth) } }
}
