// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Reading a date of the form `YYYY-MM-DD`.
enum DayReading {
    case day(Day)
    case fault(ValueFault)

    static func read(_ text: String) -> DayReading {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let numbers = digits(parts) {
            guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return .fault(.noSuchDay(found: text)) }
            return .day(day)
        }
        return .fault(.notADate(found: text, mended: mended(text)))
    }

    /// Day, month and year in the order of Viet Nam, or the year first, with any mark between; nil where that is no day.
    private static func mended(_ text: String) -> String? {
        let parts = text.split { "/.-".contains($0) }
        guard parts.count == 3, let numbers = digits(parts) else { return nil }
        let ordered = parts[0].count == 4 ? numbers : numbers.reversed()
        guard ordered[0] > 99, let day = Day(year: ordered[0], month: ordered[1], day: ordered[2]) else { return nil }
        func padded(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)"
        }
        return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
    }

    private static func digits(_ parts: [Substring]) -> [Int]? {
        let numbers = parts.compactMap { $0.utf8.count <= 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
        return numbers.count == parts.count ? numbers : nil
    }
}
