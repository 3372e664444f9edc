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
    /// The parks that were not, because they declare no free land.
    public var full: [Reference<Park>] = []
    /// Resources of the library that are taken to be one of the scenario by the waste code alone, by id.
    public var codeMatches: [CodeMatch] = []
    /// What types, resources and exchanges were taken from.
    public var library: FirmTypeLibrary
}

/// Two resources that have nothing in common but the waste code.
public struct CodeMatch: Hashable, Sendable {
    /// The resource of the library, whose code is of the European List of Waste.
    public var own: LibraryResource
    /// The resource of the scenario, whose code may be of another list.
    public var resource: Reference<Resource>
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
    /// What it adds at the middle of the usual capacity without exchanges that are known from practice and not from the scenario.
    public var gainByScenario: Double
    /// Whom it would exchange with at the middle, the largest gain first.
    public var partners: [NewcomerLink]
    /// Streams of the recipe that count, and ids of those that the scenario does not know.
    public var counted: Int, unmatched: [String]
    /// Needs that nobody sells in the scenario: taken as free of charge elsewhere, so that only what the giver saves counts.
    public var unpriced: [NewcomerResource]
}

/// What a newcomer gives or takes.
public enum NewcomerResource: Hashable, Sendable {
    /// A resource of the scenario.
    case known(Reference<Resource>)
    /// A resource of the library that the scenario has not.
    case library(LibraryResource)
}

/// An exchange of a newcomer.
public struct NewcomerLink: Sendable {
    /// The other end, and whether it gives.
    public var partner: Party, partnerGives: Bool
    /// What is given, and what it counts as at the taker.
    public var resource: NewcomerResource, asResource: NewcomerResource
    /// What is dispatched a year, in the given resource's unit.
    public var quantity: Double
    /// The distance, km, and what it brings a year against disposal and purchase, money.
    public var kilometres: Double, gain: Double
    /// The exchange that is known from practice, where the scenario has no row of its own for it; what its treatment costs is not counted.
    public var exchange: KnownExchange?
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
