// SPDX-License-Identifier: GPL-3.0-or-later

/// What a plan is to make small.
public enum Objective: Hashable, Sendable {
    /// Yearly cost, in the scenario's currency, carbon cost included.
    case cost
    /// Greenhouse gas, in kg CO2e a year.
    case ghg
    /// Waste, in t a year.
    case waste
    /// Virgin material bought, in t a year.
    case virgin
    /// A weighted sum: per money, per kg CO2e, per t of waste, per t of virgin material.
    case weights(cost: Double, ghg: Double, waste: Double, virgin: Double)
}

/// A document or statement that figures come from.
public struct Source: Hashable, Sendable {
    /// The id that rows name.
    public var id: String
    /// Title, publisher, year and address, where given.
    public var title: String?, publisher: String?, year: Int?, url: String?

    /// Makes a source.
    public init(id: String, title: String? = nil, publisher: String? = nil, year: Int? = nil, url: String? = nil) {
        (self.id, self.title, self.publisher, self.year, self.url) = (id, title, publisher, year, url)
    }
}

/// The settings of `scenario.yaml`; the defaults are the specification's.
public struct Settings: Hashable, Sendable {
    /// The scenario's id.
    public var id: String
    /// Its name and description, where given.
    public var name: Label?, description: Label?
    /// The ISO 4217 code of the currency of every figure of money.
    public var currency: String
    /// The year that the scenario speaks of.
    public var year: Int
    /// What a plan is to make small.
    public var objective: Objective = .cost
    /// Money per t CO2e, added to cost.
    public var carbonPrice = 0.0
    /// The yearly rate for annualising investments, as a share.
    public var discountRate = 0.08
    /// How much longer a road is than the great circle.
    public var detour = 1.3
    /// The distance within a park where one of two firms has no coordinates, km.
    public var sameParkKilometres = 1.0
    /// The coordinate reference system of `latitude` and `longitude`.
    public var coordinateSystem = "EPSG:4326"
    /// Whether a firm's output may meet the same firm's need.
    public var withinFirm = false
    /// The least quantity of an exchange, in the resource's unit; 0 for none.
    public var minimumQuantity = 0.0
    /// The largest number of partners of a firm; nil for any.
    public var maximumPartners: Int?
    /// The criteria sets to judge by.
    public var criteria: [String] = []
    /// What resources of the library are in the scenario, by the library's ids; nil: the scenario has none.
    public var sameAs: [String: String?] = [:]
    /// The sources that rows may name.
    public var sources: [Source] = []

    /// Makes settings with the specification's defaults.
    public init(id: String, currency: String, year: Int) {
        (self.id, self.currency, self.year) = (id, currency, year)
    }
}
