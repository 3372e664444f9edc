// SPDX-License-Identifier: GPL-3.0-or-later

/// The text of a number of a workbook: digits that tell its value exactly, or the day that it stands for.
enum NumberText {
    /// Puts the text behind `bytes`; nil where the value is no number.
    static func append(
        _ value: [UInt8], to bytes: inout [UInt8], meaning: StylesHandler.Meaning, isFrom1904: Bool
    ) -> ReadCell.Kind? {
        if meaning == .number, isShort(value) {
            bytes += value
            return .number
        }
        guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else { return nil }
        guard meaning != .number else {
            bytes += text(number).utf8
            return .number
        }
        guard let text = day(number, isTime: meaning == .time, isFrom1904: isFrom1904) else {
            // A number that stands for no day is shown as marks by the spreadsheet; its digits tell more.
            bytes += self.text(number).utf8
            return .number
        }
        bytes += text.utf8
        return .day
    }

    /// Whether the digits as written are the shortest that tell the value: at most 15 of them, no exponent, no needless zero.
    private static func isShort(_ value: [UInt8]) -> Bool {
        guard value.count <= 16 else { return false }
        var digits = 0
        var hasMark = false
        for (position, byte) in value.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."):
                if hasMark || digits == 0 { return false }
                hasMark = true
            case UInt8(ascii: "-"): if position > 0 { return false }
            default: return false
            }
        }
        guard (1...15).contains(digits) else { return false }
        if hasMark, let last = value.last, last == 0x30 || last == UInt8(ascii: ".") { return false }
        let unsigned = value[0] == UInt8(ascii: "-") ? value.dropFirst() : value[...]
        guard let first = unsigned.first else { return false }
        return first != 0x30 || unsigned.count > 1 && unsigned[unsigned.startIndex + 1] == UInt8(ascii: ".") || value == [0x30]
    }

    /// The shortest digits that tell `number`, without `.0` behind a whole one.
    static func text(_ number: Double) -> String {
        if number == 0 { return "0" }
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The day, with the time where there is one; nil where the number stands for none.
    private static func day(_ number: Double, isTime: Bool, isFrom1904: Bool) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        var days = Int(number)
        var seconds = Int(((number - Double(days)) * 86_400).rounded())
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        if isTime, days == 0 { return time }
        // The system of 1900 counts a 29th of February that never was as day 60; before it days are one lower.
        if !isFrom1904, days == 60 || days == 0 { return nil }
        let shift = isFrom1904 ? DayNumber.epochOf1904 : days < 60 ? DayNumber.epochOf1900 - 1 : DayNumber.epochOf1900
        let civil = DayNumber.civil(sinceEpoch: days - shift)
        let day = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
        return seconds == 0 ? day : day + "T" + time
    }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
