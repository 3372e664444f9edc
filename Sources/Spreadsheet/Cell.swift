// SPDX-License-Identifier: GPL-3.0-or-later

/// One cell to be written: a value, never a formula, and how it looks.
public struct Cell: Hashable, Sendable {
    /// What a cell holds.
    public enum Value: Hashable, Sendable {
        /// Nothing.
        case blank
        /// Text, whatever it begins with. It is never written as a formula or a link.
        case text(String)
        /// A finite number.
        case number(Double)
        /// Yes or no.
        case truth(Bool)
        /// A day of the common calendar from 1900-03-01 on.
        case day(year: Int, month: Int, day: Int)
        /// Text that leads to a cell of this workbook when it is clicked.
        case link(String, to: String, CellAddress)
    }

    /// What it holds.
    public var value: Value
    /// How it looks.
    public var style: CellStyle

    /// Makes a cell.
    public init(_ value: Value, _ style: CellStyle = CellStyle()) { (self.value, self.style) = (value, style) }

    /// A cell without content.
    public static func blank(_ style: CellStyle = CellStyle()) -> Cell { Cell(.blank, style) }

    /// A cell of text.
    public static func text(_ text: String, _ style: CellStyle = CellStyle()) -> Cell { Cell(.text(text), style) }

    /// A cell of a number; one without content where there is none.
    public static func number(_ number: Double?, _ style: CellStyle = CellStyle()) -> Cell {
        Cell(number.map { .number($0) } ?? .blank, style)
    }

    /// A cell of a day, shown as `numberFormat` of the style says.
    public static func day(year: Int, month: Int, day: Int, _ style: CellStyle = CellStyle(.yearMonthDay)) -> Cell {
        Cell(.day(year: year, month: month, day: day), style)
    }
}

/// The days of the calendar as spreadsheets count them.
enum DayNumber {
    /// The number of days from 1970-01-01 to a day of the Gregorian calendar (Howard Hinnant's `days_from_civil`).
    static func sinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that is `days` after 1970-01-01 (Howard Hinnant's `civil_from_days`).
    static func civil(sinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    /// 1970-01-01 in the system that counts from 1900, and in the one that counts from 1904.
    static let epochOf1900 = 25_569, epochOf1904 = 24_107
}
