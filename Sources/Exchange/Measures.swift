// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What a state of affairs costs and emits in a year. `cost` includes `carbonCost`.
public struct Measures: Hashable, Sendable {
    /// Money a year, in the scenario's currency.
    public var cost = 0.0
    /// The part of `cost` that the carbon price makes.
    public var carbonCost = 0.0
    /// kg CO2e a year.
    public var ghg = 0.0
    /// Waste of kind material, t a year.
    public var waste = 0.0
    /// Virgin resources of kind material bought, t a year.
    public var virgin = 0.0
    /// Waste and virgin purchase of every kind, each unit of that kind apart.
    public var byKind: [KindMeasure] = []

    /// Makes zero measures.
    public init() {}
}

/// Waste and virgin purchase of one kind of resource in one unit.
public struct KindMeasure: Hashable, Sendable {
    /// The kind and the unit (the dimension's main unit: t, m3, MWh, pcs).
    public var kind: ResourceKind, unit: Unit
    /// Quantities a year in `unit`.
    public var waste: Double, virgin: Double

    /// Makes a measure.
    public init(kind: ResourceKind, unit: Unit, waste: Double, virgin: Double) {
        (self.kind, self.unit, self.waste, self.virgin) = (kind, unit, waste, virgin)
    }
}
