// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// A report for people under construction: lines of text in one language.
struct TextReport {
    let layout: ReportLayout
    let numbers: NumberStyle
    private(set) var lines: [String] = []

    init(_ layout: ReportLayout) { (self.layout, numbers) = (layout, NumberStyle(layout.language)) }

    /// The report in UTF-8.
    var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

    /// The text in the report's language.
    func tell(_ phrase: Phrase) -> String { phrase[layout.language] }

    /// An empty line and a heading.
    mutating func heading(_ phrase: Phrase) {
        if !lines.isEmpty { lines.append("") }
        lines.append(layout.style.bold(tell(phrase)))
    }

    /// A sentence, broken where the width ends.
    mutating func paragraph(_ phrase: Phrase, indent: Int = 0) { paragraph(tell(phrase), indent: indent) }

    /// A line of text, broken where the width ends.
    mutating func paragraph(_ text: String, indent: Int = 0, style: (String) -> String = { $0 }) {
        let margin = String(repeating: " ", count: indent)
        lines += text.wrapped(to: layout.width - indent).map { margin + style($0) }
    }

    /// A line that is not broken, for what other tools read too.
    mutating func line(_ text: String, style: (String) -> String = { $0 }) { lines.append(style(text)) }

    /// A sentence with a bullet before it.
    mutating func bullet(_ phrase: Phrase) {
        let wrapped = tell(phrase).wrapped(to: layout.width - 4)
        for (index, line) in wrapped.enumerated() { lines.append((index == 0 ? "  · " : "    ") + line) }
    }

    /// A table with these columns.
    mutating func table(_ columns: [TextTable.Column], _ rows: [[String]]) {
        lines += TextTable(columns: columns, rows: rows, language: layout.language).lines(width: layout.width, style: layout.style)
    }

    /// The rows that the limit lets through, after which ``leftOut(of:)`` counts the rest.
    func shown<Row>(_ rows: [Row]) -> ArraySlice<Row> { rows.prefix(layout.rowLimit ?? rows.count) }

    /// Says how many rows were left out, if any were.
    mutating func leftOut(of count: Int) {
        guard let limit = layout.rowLimit else { return }
        leftOut(count - limit)
    }

    /// Says that so many rows were left out, if any were.
    mutating func leftOut(_ count: Int) {
        guard count > 0 else { return }
        let hidden = Phrase.count(count)
        paragraph(
            Phrase(
                en: "… and \(hidden.english) more; --rows 0 shows all.", vi: "… và \(hidden.vietnamese) dòng nữa; --rows 0 để hiện tất cả."),
            indent: 2)
    }

    /// A column of money: its scale by the largest amount, the unit for the heading, and its numbers.
    func moneyColumn(_ currency: String, _ amounts: [Double]) -> (unit: Phrase, text: (Double) -> String) {
        let largest = amounts.largest { $0 }
        let scale = MoneyScale(largest: largest)
        let text = column(largest: largest / scale.factor)
        return (MoneyStyle(currency: currency).unit(scale), { text($0 / scale.factor) })
    }

    /// How the numbers of a column are written: as many decimals as its largest number needs for five digits, at most three.
    ///
    /// A number that would come out as nothing though it is something is written with its own digits, and nothing at all as a plain 0.
    func column(largest: Double) -> (Double) -> String {
        var (decimals, bound) = (largest > 0 ? 3 : 0, 100.0)
        while decimals > 0, largest >= bound { (decimals, bound) = (decimals - 1, bound * 10) }
        let half = [0.5, 0.05, 0.005, 0.0005][decimals]
        let (numbers, places) = (numbers, decimals)
        return { $0.magnitude < half ? numbers.readable($0) : numbers.fixed($0, decimals: places) }
    }
}
