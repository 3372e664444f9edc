// SPDX-License-Identifier: GPL-3.0-or-later

/// How a language writes numbers for people: `1,234.5` in English, `1.234,5` in Vietnamese; a true minus sign.
public struct NumberStyle: Hashable, Sendable {
    /// Between the whole part and the decimals.
    public let decimalMark: String
    /// Between groups of three digits.
    public let groupMark: String

    /// The style of `language`.
    public init(_ language: Language) {
        switch language {
        case .english: (decimalMark, groupMark) = (".", ",")
        case .vietnamese: (decimalMark, groupMark) = (",", ".")
        }
    }

    /// `value` with exactly `decimals` digits (0 to 9) behind the mark, halves rounded away from zero.
    public func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
        let places = min(max(decimals, 0), 9)
        let scale = Self.powersOfTen[places]
        let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
        // From 2^53 on the steps between numbers exceed one, so that digits behind the mark would be invented.
        guard scaled < 9_007_199_254_740_992 else { return scientific(value) }
        let whole = Int64(scaled)
        let unit = Int64(scale)
        let sign = value < 0 && whole != 0 ? "−" : ""
        let head = sign + grouped(whole / unit)
        guard places > 0 else { return head }
        let tail = String(whole % unit)
        return head + decimalMark + String(repeating: "0", count: places - tail.count) + tail
    }

    /// `value` as one reads it in a sentence: about four digits that say something, and no zeros behind them.
    public func readable(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return fixed(value, decimals: 0) }
        let magnitude = abs(value)
        if magnitude < 1e-6 { return scientific(value) }
        return trimmed(fixed(value, decimals: Self.decimals(magnitude)))
    }

    /// A bound from above as one reads it in a sentence: like `readable`, but never less than `value` is; `value` is at least 0.
    public func bound(_ value: Double) -> String {
        guard value.isFinite, value > 0 else { return readable(value) }
        guard value >= 1e-6 else {
            var power = 1.0
            while value * power < 1 { power *= 10 }
            return scientific(Self.roundedUp(value * power * 10) / (power * 10))
        }
        let decimals = Self.decimals(value)
        return trimmed(fixed(Self.roundedUp(value * Self.powersOfTen[decimals]) / Self.powersOfTen[decimals], decimals: decimals))
    }

    /// A bound from above on a share of one as a percentage with one decimal, never less than `share` is: `0.001203` is `0.2%`.
    public func percentBound(_ share: Double) -> String { percent(Self.roundedUp(share * 1000) / 1000) }

    /// `value` rounded up, where it is no whole number but for the last bits of a product.
    private static func roundedUp(_ value: Double) -> Double { (value * (1 - 1e-14)).rounded(.up) }

    private static func decimals(_ magnitude: Double) -> Int {
        magnitude >= 1000 ? 0 : magnitude >= 100 ? 1 : magnitude >= 1 ? 2 : magnitude >= 0.1 ? 3 : magnitude >= 0.001 ? 5 : 8
    }

    /// `count` with its groups marked.
    public func count(_ count: Int) -> String { (count < 0 ? "−" : "") + grouped(Int64(count.magnitude)) }

    /// A share of one as a percentage with one decimal: `0.123` is `12.3%`.
    public func percent(_ share: Double) -> String { fixed(share * 100, decimals: 1) + "%" }

    /// A very small or very large number with two digits: `3.2e-12`.
    public func scientific(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return fixed(value, decimals: 0) }
        var exponent = 0
        var mantissa = abs(value)
        while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        if (mantissa * 10).rounded() >= 100 { (mantissa, exponent) = (1, exponent + 1) }
        return (value < 0 ? "−" : "") + trimmed(fixed(mantissa, decimals: 1)) + "e\(exponent)"
    }

    private func trimmed(_ text: String) -> String {
        guard text.contains(decimalMark) else { return text }
        var digits = text[...]
        while digits.last == "0" { digits.removeLast() }
        if digits.hasSuffix(decimalMark) { digits.removeLast(decimalMark.count) }
        return String(digits)
    }

    private func grouped(_ whole: Int64) -> String {
        let digits = Array(String(whole))
        guard digits.count > 3 else { return String(digits) }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += groupMark }
            text.append(digit)
        }
        return text
    }

    private static let powersOfTen: [Double] = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}

extension Phrase {
    /// `value` as one reads it in a sentence of either language.
    public static func number(_ value: Double) -> Phrase {
        Phrase(en: NumberStyle(.english).readable(value), vi: NumberStyle(.vietnamese).readable(value))
    }

    /// A share of one as a percentage.
    public static func percent(_ share: Double) -> Phrase {
        Phrase(en: NumberStyle(.english).percent(share), vi: NumberStyle(.vietnamese).percent(share))
    }

    /// `value` of at least 0 as a bound from above: rounded up to the digits shown.
    public static func bound(_ value: Double) -> Phrase {
        Phrase(en: NumberStyle(.english).bound(value), vi: NumberStyle(.vietnamese).bound(value))
    }

    /// A share of one as a percentage that bounds it from above.
    public static func percentBound(_ share: Double) -> Phrase {
        Phrase(en: NumberStyle(.english).percentBound(share), vi: NumberStyle(.vietnamese).percentBound(share))
    }

    /// A whole number with its groups marked.
    public static func count(_ count: Int) -> Phrase {
        Phrase(en: NumberStyle(.english).count(count), vi: NumberStyle(.vietnamese).count(count))
    }

    /// A distance.
    public static func kilometres(_ value: Double) -> Phrase {
        let number = Phrase.number(value)
        return Phrase(en: "\(number.english) km", vi: "\(number.vietnamese) km")
    }

    /// A very small number with two digits, such as a residual.
    public static func scientific(_ value: Double) -> Phrase {
        Phrase(en: NumberStyle(.english).scientific(value), vi: NumberStyle(.vietnamese).scientific(value))
    }
}
