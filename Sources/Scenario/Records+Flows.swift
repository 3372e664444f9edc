// SPDX-License-Identifier: GPL-3.0-or-later

/// A material, water, energy or product that firms give off or need. Every price and factor is per its own unit.
public struct Resource: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    /// What readers are told it is called.
    public var name: Label
    /// Its kind, which decides the measures that count it.
    public var kind: ResourceKind
    /// The unit of every quantity, price and factor of the resource.
    public var unit: Unit
    /// The code of the waste catalogue, such as `12 01 01`; licences may name it.
    public var wasteCode: String?
    /// Whether only a holder of a licence may receive it.
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
    /// Where it goes when nobody takes it; nil: not known.
    public var disposalRoute: DisposalRoute?
    /// The carrier, for the measures of energy and water.
    public var carrier: Carrier?
    /// Renewable share, 0 to 1.
    public var renewable: Double?
    /// Recycled share of the virgin resource, 0 to 1.
    public var recycledShare: Double?
    /// Where the virgin resource comes from; nil: not known.
    public var origin: Origin?
    /// Tonnes in one unit, for materials that are not measured by mass.
    public var tonnesPerUnit: Double?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a resource with the specification's defaults.
    public init(id: String, name: Label, kind: ResourceKind, unit: Unit, provenance: Provenance) {
        (self.id, self.name, self.kind, self.unit, self.provenance) = (id, name, kind, unit, provenance)
    }
}

/// What a firm gives off in a year (or in a period).
public struct Output: Hashable, Sendable {
    /// The firm that gives it off.
    public var firm: Reference<Firm>
    /// What is given off.
    public var resource: Reference<Resource>
    /// Quantity in the resource's own unit, whatever unit the row was written in.
    public var quantity: Double
    /// The period that the quantity is of; nil for the year.
    public var period: Reference<Period>?
    /// The row's own figures, where given; else the resource's hold.
    public var disposalCost: Double?, disposalGHG: Double?, disposalRoute: DisposalRoute?
    /// Money per unit that handing it over costs the giver.
    public var supplyCost: Double
    /// The row, and where its figures come from.
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
    /// The firm that needs it.
    public var firm: Reference<Firm>
    /// What is needed.
    public var resource: Reference<Resource>
    /// Quantity in the resource's own unit.
    public var quantity: Double
    /// The period that the quantity is of; nil for the year.
    public var period: Reference<Period>?
    /// The row's own figures, where given; else the resource's hold.
    public var virginPrice: Double?, virginGHG: Double?
    /// The largest share that may be met by exchange, 0 to 1.
    public var maximumSecondaryShare: Double
    /// Money per unit delivered that taking it costs the taker.
    public var handlingCost: Double
    /// Where the virgin resource comes from; nil: as the resource says.
    public var origin: Origin?
    /// The row, and where its figures come from.
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
    /// The unit of its figures, as written; nil where none was.
    public var unit: String?

    /// Makes a property.
    public init(id: String, unit: String?) { (self.id, self.unit) = (id, unit) }
}

/// A property's value in an output, in the virgin resource or in what a process gives off, or its limits at a need or a process's input.
public struct Quality: Hashable, Sendable {
    /// What the row speaks of.
    public var scope: QualityScope
    /// The firm or process; nil for the virgin resource.
    public var party: Party?
    /// The resource that has the property.
    public var resource: Reference<Resource>
    /// The property.
    public var property: Reference<Property>
    /// The value of what is given, and the limits of what is taken; in the property's unit.
    public var value: Double?, minimum: Double?, maximum: Double?
    /// The row, and where its figures come from.
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
    /// What stands in, and what it stands in for.
    public var from: Reference<Resource>, to: Reference<Resource>
    /// Units of `to` met by one unit of `from`.
    public var ratio: Double
    /// The largest share of a need met this way.
    public var maximumShare: Double
    /// Money and kg CO2e per unit of `from`.
    public var cost: Double, ghg: Double
    /// How the by-product is used this way, for the measures; nil: not known.
    public var use: SubstitutionUse?
    /// The row, and where its figures come from.
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
    /// The unit of every figure of the mode; it carries what is measured in the same dimension.
    public var unit: Unit
    /// What the mode carries; empty for everything of its dimension.
    public var resources: [Reference<Resource>], kinds: [ResourceKind]
    /// Money per unit, money per unit and km, kg CO2e per unit and km.
    public var costPerUnit = 0.0, costPerUnitKilometre = 0.0, ghgPerUnitKilometre = 0.0
    /// Share lost per km.
    public var lossPerKilometre = 0.0
    /// The farthest that it goes, km; nil for any distance.
    public var maximumKilometres: Double?
    /// Investment per km of link, and money per km and year.
    public var capexPerKilometre = 0.0, fixedCostPerKilometre = 0.0
    /// The most that a link carries in a year.
    public var linkCapacity: Double?
    /// Years over which the investment is spread.
    public var lifetimeYears: Double?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a mode with the specification's defaults.
    public init(id: String, unit: Unit, resources: [Reference<Resource>] = [], kinds: [ResourceKind] = [], provenance: Provenance) {
        (self.id, self.unit, self.resources, self.kinds, self.provenance) = (id, unit, resources, kinds, provenance)
    }
}
