// SPDX-License-Identifier: GPL-3.0-or-later

/// A number that is known to lie within bounds, both included; the bounds are equal where it is known.
///
/// What is not known widens the bounds and never counts as zero: a firm that has declared nothing may hold a certificate or not.
public struct Figure: Hashable, Sendable {
    /// The least and the most that it can be; infinite where nothing bounds it.
    public var low: Double, high: Double

    /// Makes a figure that is known.
    public init(_ value: Double) { (low, high) = (value, value) }

    /// Makes a figure between two bounds.
    public init(_ low: Double, _ high: Double) { (self.low, self.high) = (min(low, high), max(low, high)) }

    /// Nothing is known of it.
    public static let unknown = Figure(-.infinity, .infinity)

    /// The value where it is known.
    public var exact: Double? { low == high ? low : nil }

    /// Whether nothing at all is known of it; of an amount, that it is not below zero is no knowledge.
    public var isUnknown: Bool { (low == -.infinity || low == 0) && high == .infinity }

    static func + (left: Figure, right: Figure) -> Figure { Figure(left.low + right.low, left.high + right.high) }
    static func - (left: Figure, right: Figure) -> Figure { Figure(left.low - right.high, left.high - right.low) }
    static prefix func - (figure: Figure) -> Figure { Figure(-figure.high, -figure.low) }

    static func * (left: Figure, right: Figure) -> Figure {
        let products = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high].map {
            // Nothing times what may be without end is nothing.
            $0.isNaN ? 0 : $0
        }
        return Figure(products.min() ?? 0, products.max() ?? 0)
    }

    /// The quotient; nil where the divisor is zero, unknown where it may be.
    static func / (left: Figure, right: Figure) -> Figure? {
        if right.exact == 0 { return nil }
        if right.low <= 0 && right.high >= 0 { return .unknown }
        return left * Figure(1 / right.high, 1 / right.low)
    }

    static func += (left: inout Figure, right: Figure) { left = left + right }
}

/// Yes, no, or not known.
public enum Truth: Hashable, Sendable {
    case yes, no, unknown

    init(_ value: Bool) { self = value ? .yes : .no }

    static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }

    static func && (left: Truth, right: Truth) -> Truth {
        left == .no || right == .no ? .no : left == .yes && right == .yes ? .yes : .unknown
    }

    static func || (left: Truth, right: Truth) -> Truth { !(!left && !right) }
}

/// Compares two figures; within 1e-9 of their size they count as equal, so that rounding decides nothing.
enum FigureComparison {
    static func compare(_ left: Figure, _ comparison: Formula.Comparison, _ right: Figure) -> Truth {
        compare(difference: left - right, comparison, scale: scale(left, right))
    }

    /// The size of two figures, at least 1, that their rounding is measured by.
    static func scale(_ left: Figure, _ right: Figure) -> Double {
        [left.low, left.high, right.low, right.high].reduce(1) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    }

    /// Compares two figures by what the left is above the right.
    static func compare(difference: Figure, _ comparison: Formula.Comparison, scale: Double) -> Truth {
        let slack = 1e-9 * scale
        switch comparison {
        case .less: return bounds(difference.high < -slack, difference.low >= -slack)
        case .lessOrEqual: return bounds(difference.high <= slack, difference.low > slack)
        case .greater: return bounds(difference.low > slack, difference.high <= slack)
        case .greaterOrEqual: return bounds(difference.low >= -slack, difference.high < -slack)
        case .equal:
            return bounds(
                difference.low >= -slack && difference.high <= slack, difference.low > slack || difference.high < -slack)
        case .unequal: return !compare(difference: difference, .equal, scale: scale)
        }
    }

    private static func bounds(_ isSure: Bool, _ isExcluded: Bool) -> Truth { isSure ? .yes : isExcluded ? .no : .unknown }
}
