// SPDX-License-Identifier: GPL-3.0-or-later

/// How well a figure of the library is founded.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// Read in the cited source.
    case seen
    /// An established figure of the named document.
    case known
    /// From a balance or from usual practice.
    case estimate
}

/// What a kind of firm gives off or takes in per unit of its capacity.
public struct TypicalStream: Hashable, Sendable {
    /// The library's id of the resource.
    public var resource: String
    /// Units of the resource per unit of capacity: the usual figure, and the plausible range around it.
    public var perUnit: Double, low: Double, high: Double
    /// How well the figure is founded.
    public var confidence: Confidence
    /// Whether it is what the firm makes; everything else that it gives is a by-product.
    public var isProduct: Bool
    /// Resources in whose place it stands: it counts only where none of them does.
    public var insteadOf: [String]
    /// What is usual of its quality, or asked of it; for reading, never used in a sum.
    public var quality: String?

    /// Makes a stream.
    public init(
        resource: String, perUnit: Double, low: Double, high: Double, confidence: Confidence, isProduct: Bool = false,
        insteadOf: [String] = [], quality: String? = nil
    ) {
        (self.resource, self.perUnit, self.low, self.high, self.confidence) = (resource, perUnit, low, high, confidence)
        (self.isProduct, self.insteadOf, self.quality) = (isProduct, insteadOf, quality)
    }
}

/// A kind of firm with its recipe.
public struct FirmType: Hashable, Sendable {
    /// The id, unique among types.
    public var id: String
    /// What readers are told it is called.
    public var name: Label
    /// The VSIC 2018 code of its industry.
    public var sector: String?
    /// The unit of its capacity, such as `t` or `vehicle`, and of what.
    public var unit: String, of: String?
    /// The usual capacity a year.
    public var leastCapacity: Double, mostCapacity: Double
    /// How well the recipe as a whole is founded.
    public var confidence: Confidence
    /// The ids of the sources.
    public var sources: [String]
    /// What it gives off and takes in.
    public var gives: [TypicalStream], takes: [TypicalStream]

    /// Makes a type.
    public init(
        id: String, name: Label, sector: String?, unit: String, of: String?, leastCapacity: Double, mostCapacity: Double,
        confidence: Confidence, sources: [String], gives: [TypicalStream], takes: [TypicalStream]
    ) {
        (self.id, self.name, self.sector, self.unit, self.of) = (id, name, sector, unit, of)
        (self.leastCapacity, self.mostCapacity, self.confidence) = (leastCapacity, mostCapacity, confidence)
        (self.sources, self.gives, self.takes) = (sources, gives, takes)
    }
}

/// A resource in the library's own words.
public struct LibraryResource: Hashable, Sendable {
    /// The id, unique among the library's resources.
    public var id: String
    /// What readers are told it is called.
    public var name: Label
    /// Kind and unit.
    public var kind: ResourceKind, unit: Unit
    /// The waste code, where it has one.
    public var wasteCode: String?
    /// Whether it is hazardous.
    public var hazardous: Bool

    /// Makes a resource.
    public init(id: String, name: Label, kind: ResourceKind, unit: Unit, wasteCode: String?, hazardous: Bool) {
        (self.id, self.name, self.kind, self.unit, self.wasteCode, self.hazardous) = (id, name, kind, unit, wasteCode, hazardous)
    }
}

/// Kinds of firms with what they typically give off and take in.
public struct FirmTypeLibrary: Hashable, Sendable {
    /// The types, the resources that they speak of, and the sources, in the order of the file.
    public var types: [FirmType], resources: [LibraryResource], sources: [LibrarySource]
    /// The exchanges that are known from practice, in the order of the file.
    public var exchanges: [KnownExchange]

    /// Makes a library.
    public init(types: [FirmType], resources: [LibraryResource], sources: [LibrarySource], exchanges: [KnownExchange] = []) {
        (self.types, self.resources, self.sources, self.exchanges) = (types, resources, sources, exchanges)
    }

    /// The type with this id.
    public func type(_ id: String) -> FirmType? { types.first { $0.id == id } }

    /// The source with this id.
    public func source(_ id: String) -> LibrarySource? { sources.first { $0.id == id } }

    /// The resource with this id.
    public func resource(_ id: String) -> LibraryResource? { resources.first { $0.id == id } }
}

/// A document that the library's figures come from.
public struct LibrarySource: Hashable, Sendable {
    /// The id, the title, the year or years as written, and how well the document is known.
    public var id: String, title: String, year: String?, confidence: Confidence

    /// Makes a source.
    public init(id: String, title: String, year: String?, confidence: Confidence) {
        (self.id, self.title, self.year, self.confidence) = (id, title, year, confidence)
    }
}

extension LibrarySource {
    /// The title with its year or years.
    public var citation: String { year.map { "\(title) (\($0))" } ?? title }
}
