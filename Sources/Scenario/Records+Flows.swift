// SPDX-License-Identifier: GPL-3.0-or-later

/// A material, water, energy or product that firms give off or need. Every price and factor is per its own unit.
public struct Resource: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    public var name: Label
    public var kind: ResourceKind
    public var unit: Unit
    public var wasteCode: String?
    public var hazardous = false
    /// Money per unit disposed of; negative where it sells.
    public var disposalCost = 0.0
    /// kg CO2e per unit disposed of.
    public var disposalGHG = 0.0
    /// Money per unit bought new; nil where it cannot be bought.
    public var virginPrice: Double?
    /// kg CO2e per unit bought new.
    public var virginGHG = 0.0
    /// The farthest that it may travel, km.
    public var maximumKilometres: Double?
    public var disposalRoute: DisposalRoute?
    public var carrier: Carrier?
    /// Renewable share, 0 to 1.
    public var renewable: Double?
    /// Recycled share of the virgin resource, 0 to 1.
    public var recycledShare: Double?
    public var origin: Origin?
    /// Tonnes in one unit, for materials that are not measured by mass.
    public var tonnesPerUnit: Double?
    public var provenance: Provenance

    /// Makes a resource with the specification's defaults.
    public init(id: String, name: Label, kind: ResourceKind, unit: Unit, provenance: Provenance) {
        (self.id, self.name, self.kind, self.unit, self.provenance) = (id, name, kind, unit, provenance)
    }
}

/// What a firm gives off in a year (or in a period).
public struct Output: Hashable, Sendable {
    public var firm: Reference<Firm>
    public var resource: Reference<Resource>
    /// Quantity in the resource's own unit, whatever unit the row was written in.
    public var quantity: Double
    public var period: Reference<Period>?
    /// The row's own figures, where given; else the resource's hold.
    public var disposalCost: Double?, disposalGHG: Double?, disposalRoute: DisposalRoute?
    /// Money per unit that handing it over costs the giver.
    public var supplyCost: Double
    public var provenance: Provenance

    /// Makes an output.
    public init(
        firm: Reference<Firm>, resource: Reference<Resource>, quantity: Double, period: Reference<Period>? = nil,
        disposalCost: Double? = nil, disposalGHG: Double? = nil, disposalRoute: DisposalRoute? = nil, supplyCost: Double = 0,
        provenance: Provenance
    ) {
        (self.firm, self.resource, self.quantity, self.period) = (firm, resource, quantity, period)
        (self.disposalCost, self.disposalGHG, self.disposalRoute) = (disposalCost, disposalGHG, disposalRoute)
        (self.supplyCost, self.provenance) = (supplyCost, provenance)
    }
}

/// What a firm needs in a year (or in a period).
public struct Need: Hashable, Sendable {
    public var firm: Reference<Firm>
    public var resource: Reference<Resource>
    /// Quantity in the resource's own unit.
    public var quantity: Double
    public var period: Reference<Period>?
    /// The row's own figures, where given; else the resource's hold.
    public var virginPrice: Double?, virginGHG: Double?
    /// The largest share that may be met by exchange, 0 to 1.
    public var maximumSecondaryShare: Double
    /// Money per unit delivered that taking it costs the taker.
    public var handlingCost: Double
    public var origin: Origin?
    public var provenance: Provenance

    /// Makes a need.
    public init(
        firm: Reference<Firm>, resource: Reference<Resource>, quantity: Double, period: Reference<Period>? = nil,
        virginPrice: Double? = nil, virginGHG: Double? = nil, maximumSecondaryShare: Double = 1, handlingCost: Double = 0,
        origin: Origin? = nil, provenance: Provenance
    ) {
        (self.firm, self.resource, self.quantity, self.period) = (firm, resource, quantity, period)
        (self.virginPrice, self.virginGHG) = (virginPrice, virginGHG)
        (self.maximumSecondaryShare, self.handlingCost) = (maximumSecondaryShare, handlingCost)
        (self.origin, self.provenance) = (origin, provenance)
    }
}

/// A property that qualities speak of, such as a concentration. It must mix linearly.
public struct Property: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    public var unit: String?

    /// Makes a property.
    public init(id: String, unit: String?) { (self.id, self.unit) = (id, unit) }
}

/// A property's value in an output, in the virgin resource or in what a process gives off, or its limits at a need or a process's input.
public struct Quality: Hashable, Sendable {
    public var scope: QualityScope
    public var party: Party?
    public var resource: Reference<Resource>
    public var property: Reference<Property>
    public var value: Double?, minimum: Double?, maximum: Double?
    public var provenance: Provenance

    /// Makes a quality.
    public init(
        scope: QualityScope, party: Party?, resource: Reference<Resource>, property: Reference<Property>, value: Double?,
        minimum: Double?, maximum: Double?, provenance: Provenance
    ) {
        (self.scope, self.party, self.resource, self.property) = (scope, party, resource, property)
        (self.value, self.minimum, self.maximum, self.provenance) = (value, minimum, maximum, provenance)
    }
}

/// One resource standing in for another.
public struct Substitution: Hashable, Sendable {
    public var from: Reference<Resource>, to: Reference<Resource>
    /// Units of `to` met by one unit of `from`.
    public var ratio: Double
    /// The largest share of a need met this way.
    public var maximumShare: Double
    /// Money and kg CO2e per unit of `from`.
    public var cost: Double, ghg: Double
    public var use: SubstitutionUse?
    public var provenance: Provenance

    /// Makes a substitution.
    public init(
        from: Reference<Resource>, to: Reference<Resource>, ratio: Double = 1, maximumShare: Double = 1, cost: Double = 0,
        ghg: Double = 0, use: SubstitutionUse? = nil, provenance: Provenance
    ) {
        (self.from, self.to, self.ratio, self.maximumShare) = (from, to, ratio, maximumShare)
        (self.cost, self.ghg, self.use, self.provenance) = (cost, ghg, use, provenance)
    }
}

/// A way to move things: truck, pipe, cable. Every figure is per the mode's own unit.
public struct Mode: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    public var unit: Unit
    /// What the mode carries; empty for everything of its dimension.
    public var resources: [Reference<Resource>], kinds: [ResourceKind]
    public var costPerUnit = 0.0, costPerUnitKilometre = 0.0, ghgPerUnitKilometre = 0.0
    /// Share lost per km.
    public var lossPerKilometre = 0.0
    public var maximumKilometres: Double?
    /// Investment per km of link, and money per km and year.
    public var capexPerKilometre = 0.0, fixedCostPerKilometre = 0.0
    /// The most that a link carries in a year.
    public var linkCapacity: Double?
    public var lifetimeYears: Double?
    public var provenance: Provenance

    /// Makes a mode with the specification's defaults.
    public init(id: String, unit: Unit, resources: [Reference<Resource>] = [], kinds: [ResourceKind] = [], provenance: Provenance) {
        (self.id, self.unit, self.resources, self.kinds, self.provenance) = (id, unit, resources, kinds, provenance)
    }
}
