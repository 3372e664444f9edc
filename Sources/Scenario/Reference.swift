// SPDX-License-Identifier: GPL-3.0-or-later

/// The position of an element in its table of a ``Scenario``.
///
/// The phantom type keeps a firm's position from being used for a resource: every kind of thing has its own reference.
/// Positions are those of the rows as read, from 0.
public struct Reference<Element>: Hashable, Comparable, Sendable {
    /// The position in the table, from 0.
    public let position: Int32

    /// Makes a reference to the element at `position` of its table.
    @inlinable public init(_ position: Int) {
        self.position = Int32(truncatingIfNeeded: position)
    }

    /// Orders by position.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.position < right.position }
}

extension Array {
    /// The element that a reference names.
    @inlinable public subscript(reference: Reference<Element>) -> Element { self[Int(reference.position)] }

    /// References to all elements, in the order of the table.
    @inlinable public var references: LazyMapSequence<Range<Int>, Reference<Element>> {
        (0..<count).lazy.map { Reference<Element>($0) }
    }
}
