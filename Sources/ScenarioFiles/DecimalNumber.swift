// SPDX-License-Identifier: GPL-3.0-or-later

/// Reading a number from the bytes of a cell: digits, one sign, one decimal mark, an exponent.
enum DecimalNumber {
    /// What the bytes are.
    enum Reading: Equatable {
        case number(Double)
        /// The form is right, but the value is beyond what a double can hold.
        case infinite
        case malformed
    }

    private static let zero = UInt8(ascii: "0")

    /// Exact powers of ten; a mantissa below 2⁵³ times or over one of them is rounded once, and so correctly (Clinger 1990).
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// Reads all of `range` with `mark` as the decimal mark.
    static func read(_ bytes: Span<UInt8>, _ range: Range<Int>, mark: UInt8) -> Reading {
        var position = range.lowerBound
        let end = range.upperBound
        guard position < end else { return .malformed }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        var mantissa: UInt64 = 0
        var digits = 0
        var exponent = 0
        var hasMark = false
        while position < end {
            let digit = bytes[position] &- zero
            if digit < 10 {
                // Up to nineteen digits fit; leading zeros only cost a place in the count and lead to the slow way.
                if digits < 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
                digits += 1
                if hasMark { exponent -= 1 }
            } else if bytes[position] == mark, !hasMark {
                hasMark = true
            } else {
                break
            }
            position += 1
        }
        guard digits > 0 else { return .malformed }
        if position < end {
            guard let written = readExponent(bytes, position..<end) else { return .malformed }
            exponent += written
        }
        if digits <= 19, mantissa < 1 << 53, abs(exponent) <= 22 {
            let magnitude = exponent < 0 ? Double(mantissa) / powers[-exponent] : Double(mantissa) * powers[exponent]
            return .number(isNegative ? -magnitude : magnitude)
        }
        return readSlowly(bytes, range, mark: mark)
    }

    /// The exponent that begins with `e`; bounded so that it cannot overflow.
    private static func readExponent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var position = range.lowerBound
        guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
        position += 1
        guard position < range.upperBound else { return nil }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        guard position < range.upperBound else { return nil }
        var value = 0
        while position < range.upperBound {
            let digit = bytes[position] &- zero
            guard digit < 10 else { return nil }
            value = min(value * 10 + Int(digit), 1_000_000)
            position += 1
        }
        return isNegative ? -value : value
    }

    /// Leaves the rare long ones to the standard library, which rounds correctly and minds no locale.
    private static func readSlowly(_ bytes: Span<UInt8>, _ range: Range<Int>, mark: UInt8) -> Reading {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for position in range { text.append(bytes[position] == mark ? UInt8(ascii: ".") : bytes[position]) }
        guard let value = Double(String(decoding: text, as: UTF8.self)) else { return .malformed }
        return value.isFinite ? .number(value) : .infinite
    }
}
