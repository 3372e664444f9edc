// SPDX-License-Identifier: GPL-3.0-or-later

/// A by-product that is known from practice to stand in for another resource.
public struct KnownExchange: Hashable, Sendable {
    /// The library's ids of what is given and of what it stands in for.
    public var from: String, to: String
    /// Units of `to` met by one unit of `from`: the usual figure, and the plausible range around it.
    public var ratio: Double, low: Double, high: Double
    /// The largest share of a need that is met this way, above 0 and at most 1.
    public var maximumShare: Double
    /// How well it is founded that this is practice, and the figures.
    public var confidence: Confidence, figures: Confidence
    /// The ids of the sources.
    public var sources: [String]
    /// What is done to the by-product first, and what is asked of it; for reading, never used in a sum.
    public var treatment: String?, quality: String?

    /// Makes an exchange.
    public init(
        from: String, to: String, ratio: Double, low: Double, high: Double, maximumShare: Double, confidence: Confidence,
        figures: Confidence, sources: [String], treatment: String? = nil, quality: String? = nil
    ) {
        (self.from, self.to, self.ratio, self.low, self.high) = (from, to, ratio, low, high)
        (self.maximumShare, self.confidence, self.figures, self.sources) = (maximumShare, confidence, figures, sources)
        (self.treatment, self.quality) = (treatment, quality)
    }
}
