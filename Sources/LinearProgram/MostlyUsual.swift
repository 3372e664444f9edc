// SPDX-License-Identifier: GPL-3.0-or-later

/// A value for each position, of which all behind the last unusual one are alike and take no memory: of a million columns most have the same bounds.
public struct MostlyUsual<Value: Equatable & Sendable>: Sendable {
    /// The values up to the last unusual one, at least.
    @usableFromInline var first: [Value] = []
    /// What all others are.
    @usableFromInline let usual: Value
    /// How many positions there are.
    public private(set) var count = 0

    init(_ usual: Value) { self.usual = usual }

    /// The value at a position, from 0.
    @inlinable public subscript(position: Int) -> Value {
        @inline(__always) get { position < first.count ? first[position] : usual }
        set {
            if position >= first.count {
                guard newValue != usual else { return }
                first.append(contentsOf: repeatElement(usual, count: position + 1 - first.count))
            }
            first[position] = newValue
        }
    }

    /// The position from which on all values are usual.
    var unusualEnd: Int { first.count }

    /// Whether some position has an unusual value.
    public var isUnusual: Bool { first.contains { $0 != usual } }

    /// The values of all positions, one after the other.
    public var all: [Value] { first + repeatElement(usual, count: count - first.count) }

    mutating func append(_ value: Value) {
        count += 1
        if value != usual { self[count - 1] = value }
    }
}
