// SPDX-License-Identifier: GPL-3.0-or-later

/// The position of a column of a ``LinearProgram``, from 0.
public struct ColumnIndex: Hashable, Comparable, Sendable {
    /// The position, from 0.
    public let position: Int
    /// Makes an index.
    @inlinable public init(_ position: Int) { self.position = position }
    /// Orders by position.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.position < right.position }
}

/// The position of a row of a ``LinearProgram``, from 0.
public struct RowIndex: Hashable, Comparable, Sendable {
    /// The position, from 0.
    public let position: Int
    /// Makes an index.
    @inlinable public init(_ position: Int) { self.position = position }
    /// Orders by position.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.position < right.position }
}

/// A linear program, with integers where a column is marked so: minimise c·x subject to rowLower ≤ A x ≤ rowUpper, lower ≤ x ≤ upper.
///
/// Columns are stored one after the other (compressed sparse columns). A bound that does not exist is ±infinity; every other number is finite.
/// Names are no part of the program: who writes it out gives a names table.
public struct LinearProgram: Sendable {
    /// A constant added to the objective.
    public var offset = 0.0
    /// Per column: objective coefficient, bounds, and whether it must be a whole number.
    public internal(set) var cost: [Double] = []
    public internal(set) var lower = MostlyUsual(0.0), upper = MostlyUsual(Double.infinity), isInteger = MostlyUsual(false)
    /// Per row: bounds. Equal bounds make an equation.
    public internal(set) var rowLower: [Double] = [], rowUpper: [Double] = []
    /// The matrix by columns: the entries of column j are `starts[j] ..< starts[j + 1]` of `rows` and `values`, each row at most once.
    public internal(set) var starts: [Int32] = [0], rows: [Int32] = [], values: [Double] = []

    /// Makes an empty program.
    public init() {}

    /// The number of columns.
    @inlinable public var columnCount: Int { cost.count }
    /// The number of rows.
    @inlinable public var rowCount: Int { rowLower.count }
    /// The number of entries of the matrix.
    @inlinable public var nonzeroCount: Int { values.count }

    /// The column from which on all may be anything from zero up.
    var boundedEnd: Int { max(lower.unusualEnd, upper.unusualEnd) }

    /// The entries of a column.
    @inlinable public func entries(of column: ColumnIndex) -> Range<Int> {
        Int(starts[column.position])..<Int(starts[column.position + 1])
    }
}
