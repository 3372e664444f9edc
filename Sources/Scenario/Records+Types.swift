// SPDX-License-Identifier: GPL-3.0-or-later

/// What kind of firm a firm is, and how large: enough for typical streams where nobody has declared any.
public struct TypedFirm: Hashable, Sendable {
    /// The firm.
    public var firm: Reference<Firm>
    /// The id of the type in the library.
    public var type: String
    /// The capacity a year, in the type's unit.
    public var capacity: Double
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a typed firm.
    public init(firm: Reference<Firm>, type: String, capacity: Double, provenance: Provenance) {
        (self.firm, self.type, self.capacity, self.provenance) = (firm, type, capacity, provenance)
    }
}

/// The range of a figure that nobody declared, as the library gives it.
public struct Estimate: Hashable, Sendable {
    /// The plausible range, in the resource's unit.
    public var low: Double, high: Double
    /// The type of firm that it is taken from, and how well its figure is founded.
    public var type: String, confidence: Confidence

    /// Makes an estimate.
    public init(low: Double, high: Double, type: String, confidence: Confidence) {
        (self.low, self.high, self.type, self.confidence) = (low, high, type, confidence)
    }
}
