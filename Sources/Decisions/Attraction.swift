// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Which kinds of firms would earn the parks most.
public struct Attraction: Sendable {
    /// The types that were really added and solved, the largest gain first.
    public var types: [AttractiveType]
    /// How many types the library has, how many have a stream that the scenario knows, and how many would gain at the prices of the plan.
    public var librarySize: Int, known: Int, priced: Int
    /// Ids of the types left out because even their smallest usual plant is too large.
    public var tooLarge: [String] = []
    /// The parks that were tried.
    public var parks: [Reference<Park>]
}

/// A kind of firm in the park where it would gain most.
public struct AttractiveType: Sendable {
    /// The type.
    public var type: FirmType
    /// The park.
    public var park: Reference<Park>
    /// What the prices of the plan promised at the middle of the usual capacity, money a year.
    public var pricedGain: Double
    /// What it really adds, by capacity a year in the type's unit: at the least, the middle and the most of the usual range.
    public var points: [CapacityPoint]
    /// The same at the middle, with every figure of the recipe at its low and at its high end.
    public var gainAtLow: Double?, gainAtHigh: Double?
    /// The capacity beyond which one unit more adds nothing; nil where there is none within 64 times the middle.
    public var saturation: CapacityPoint?
    /// Whom it would exchange with at the middle, the largest gain first.
    public var partners: [PartnerLink]
    /// Streams of the recipe that count, and ids of those that the scenario does not know.
    public var counted: Int, unmatched: [String]
    /// Needs that nobody sells in the scenario: taken as free of charge elsewhere, so that only what the giver saves counts.
    public var unpriced: [Reference<Resource>]
}

/// A capacity and what it adds.
public struct CapacityPoint: Hashable, Sendable {
    /// Capacity a year in the type's unit, and money a year.
    public var capacity: Double, gain: Double
}

/// How whom to attract is asked.
public struct AttractionOptions: Sendable {
    /// How many types are really added and solved, those that the prices promise most of.
    public var count = 10
    /// Types whose smallest usual plant takes in and gives off more than this are left out, t of what is weighed, or MWh, a year: a refinery
    /// is no tenant of a park.
    public var largest = 300_000.0
    /// The parks to try; nil for all.
    public var parks: [Reference<Park>]?

    /// Makes options.
    public init() {}
}
