// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// A table of a report: the same rows on the page, in its CSV and in the workbook.
struct ReportTable {
    /// What one column holds.
    struct Column {
        /// How its cells are written.
        enum Kind: Equatable {
            case words
            /// Numbers with so many decimals.
            case number(decimals: Int)
            /// Numbers of differing size and unit, about four digits each.
            case quantity
            /// Shares of one, told as a percentage.
            case share
        }
        var heading: Phrase
        var kind: Kind

        static func words(_ heading: Phrase) -> Column { Column(heading: heading, kind: .words) }
        static func number(_ heading: Phrase, decimals: Int) -> Column { Column(heading: heading, kind: .number(decimals: decimals)) }
        static func quantity(_ heading: Phrase) -> Column { Column(heading: heading, kind: .quantity) }
        /// Numbers of one unit, all with the decimals that the largest of them needs.
        static func measure(_ heading: Phrase, _ values: [Double?]) -> Column {
            Column(heading: heading, kind: .number(largest: values.reduce(0) { max($0, $1?.magnitude ?? 0) }))
        }
        static func share(_ heading: Phrase) -> Column { Column(heading: heading, kind: .share) }
    }

    /// One cell.
    enum Cell {
        case text(Phrase)
        /// Nil: there is no such figure; the cell stays blank.
        case number(Double?)
        /// A number of another unit or size than its neighbours above and below; told with its unit.
        case amount(Double, unit: Phrase)
        /// A number that is told in a way of its own.
        case figure(Double, Column.Kind)
        /// Short remarks, each with its weight.
        case remarks([(text: Phrase, tone: NoticeTone)])
    }

    /// The same in every report, for links, file names and tests.
    var id: String
    var caption: Phrase
    var columns: [Column]
    var rows: [[Cell]]
    /// Whether readers are likely to look for single rows in it.
    var isLong: Bool { rows.count > 12 }
}

extension ReportTable.Column.Kind {
    /// `value` as people of `language` read it.
    func told(_ value: Double, _ language: Language) -> String {
        let style = NumberStyle(language)
        return switch self {
        case .words, .quantity: style.readable(value)
        case .number(let decimals): isLost(value, decimals) ? style.readable(value) : style.fixed(value, decimals: decimals)
        case .share: style.percent(value)
        }
    }

    /// Whether `value` would come out as nothing with so many decimals: such a one has digits of its own, and nothing at all is a plain 0.
    private func isLost(_ value: Double, _ decimals: Int) -> Bool { value.magnitude < 0.5 * Self.step(decimals) }

    private static func step(_ decimals: Int) -> Double { (0..<decimals).reduce(1.0) { step, _ in step / 10 } }

    /// The decimals with which a spreadsheet shows `value`, as ``told(_:_:)`` does; nil of words and shares.
    func decimals(of value: Double) -> Int? {
        switch self {
        case .words, .share: nil
        case .number(let decimals) where !isLost(value, decimals): decimals
        case .number, .quantity: value.magnitude >= 1000 || value.rounded() == value ? 0 : value.magnitude >= 1 ? 2 : 4
        }
    }

    /// `value` told in both languages.
    func phrase(_ value: Double) -> Phrase { Phrase(en: told(value, .english), vi: told(value, .vietnamese)) }

    /// Digits behind the mark that make the `largest` number of a column about four digits long.
    static func number(largest: Double) -> ReportTable.Column.Kind {
        let magnitude = largest.magnitude
        return .number(decimals: magnitude >= 1000 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3)
    }
}
