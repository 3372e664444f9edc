// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a process stands.
public enum ProcessSite: Hashable, Sendable {
    case firm(Reference<Firm>)
    case park(Reference<Park>)
    case coordinates(Coordinates)
}

/// A plant that turns inputs into outputs in fixed proportions: a treatment plant, a recycler, a boiler.
public struct ConversionProcess: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    /// What readers are told it is called.
    public var name: Label
    /// Where it stands.
    public var site: ProcessSite
    /// Activity a year.
    public var capacity: Double
    /// Money and kg CO2e per activity.
    public var cost = 0.0, ghg = 0.0
    /// Investment, and money a year.
    public var capex = 0.0, fixedCost = 0.0
    /// Years over which the investment is spread.
    public var lifetimeYears: Double?
    /// Whether the process is yet to be built.
    public var isCandidate = false
    /// The project that it belongs to; nil where it belongs to none.
    public var project: Reference<Project>?
    /// Resource ids or waste codes that the process may receive; its host's do not count.
    public var licences: [String] = []
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a process with the specification's defaults.
    public init(id: String, name: Label, site: ProcessSite, capacity: Double, provenance: Provenance) {
        (self.id, self.name, self.site, self.capacity, self.provenance) = (id, name, site, capacity, provenance)
    }
}

/// What one activity of a process takes in or gives off.
public struct ProcessFlow: Hashable, Sendable {
    /// The process.
    public var process: Reference<ConversionProcess>
    /// What it takes in or gives off.
    public var resource: Reference<Resource>
    /// Which of the two.
    public var role: FlowRole
    /// Units of the resource per activity.
    public var perActivity: Double
    /// An input's price new; nil: it cannot be bought. There is no falling back to the resource's.
    public var virginPrice: Double?
    /// An output's own disposal cost and route, where given; else the resource's hold.
    public var disposalCost: Double?, disposalRoute: DisposalRoute?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a flow.
    public init(
        process: Reference<ConversionProcess>, resource: Reference<Resource>, role: FlowRole, perActivity: Double,
        virginPrice: Double? = nil, disposalCost: Double? = nil, disposalRoute: DisposalRoute? = nil, provenance: Provenance
    ) {
        (self.process, self.resource, self.role, self.perActivity) = (process, resource, role, perActivity)
        (self.virginPrice, self.disposalCost, self.disposalRoute) = (virginPrice, disposalCost, disposalRoute)
        self.provenance = provenance
    }
}

/// An exchange that exists or is agreed, in the resource's unit as dispatched.
public struct Contract: Hashable, Sendable {
    /// The giver and the taker.
    public var from: Party, to: Party
    /// What is given.
    public var resource: Reference<Resource>
    /// The least that must flow in a year.
    public var minimum: Double
    /// The most that may flow in a year; nil for any.
    public var maximum: Double?
    /// What flows today.
    public var quantity: Double?
    /// What the taker pays the giver per unit.
    public var price: Double?
    /// How far the contract has come; nil: not known.
    public var status: ContractStatus?
    /// The day on which it was signed.
    public var signed: Day?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a contract.
    public init(
        from: Party, to: Party, resource: Reference<Resource>, minimum: Double = 0, maximum: Double? = nil, quantity: Double? = nil,
        price: Double? = nil, status: ContractStatus? = nil, signed: Day? = nil, provenance: Provenance
    ) {
        (self.from, self.to, self.resource, self.minimum, self.maximum) = (from, to, resource, minimum, maximum)
        (self.quantity, self.price, self.status, self.signed, self.provenance) = (quantity, price, status, signed, provenance)
    }
}

/// A part of the year.
public struct Period: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    /// Share of the year, above 0.
    public var share: Double
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a period.
    public init(id: String, share: Double, provenance: Provenance) {
        (self.id, self.share, self.provenance) = (id, share, provenance)
    }
}

/// What a firm or process can keep from one period to the next.
public struct Storage: Hashable, Sendable {
    /// The firm or process that keeps it.
    public var party: Party
    /// What is kept.
    public var resource: Reference<Resource>
    /// The most that can be held, in the resource's unit.
    public var capacity: Double
    /// Money per unit held over one period.
    public var cost: Double
    /// Share lost of what is held over one period.
    public var lossShare: Double
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a storage.
    public init(
        party: Party, resource: Reference<Resource>, capacity: Double, cost: Double = 0, lossShare: Double = 0, provenance: Provenance
    ) {
        (self.party, self.resource, self.capacity) = (party, resource, capacity)
        (self.cost, self.lossShare, self.provenance) = (cost, lossShare, provenance)
    }
}

/// What a declaration says: a number, yes or no, or text.
public enum DeclaredValue: Hashable, Sendable {
    case number(Double)
    case truth(Bool)
    case text(String)
}

/// The thing that a declaration speaks of.
public enum Subject: Hashable, Sendable {
    case park(Reference<Park>)
    case firm(Reference<Firm>)
    case project(Reference<Project>)
}

/// A statement of a park, firm or project on a criterion or a measure.
public struct Declaration: Hashable, Sendable {
    /// The park, firm or project that it speaks of.
    public var subject: Subject
    /// The id of the criterion or measure.
    public var criterion: String
    /// What is declared.
    public var value: DeclaredValue
    /// The unit of a number; nil where it has none.
    public var unit: String?
    /// The year that the statement is of.
    public var year: Int?
    /// The last day on which it holds.
    public var validUntil: Day?
    /// What shows it: a document, a certificate.
    public var evidence: String?
    /// The day on which it was declared.
    public var date: Day?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a declaration.
    public init(
        subject: Subject, criterion: String, value: DeclaredValue, unit: String? = nil, year: Int? = nil, validUntil: Day? = nil,
        evidence: String? = nil, date: Day? = nil, provenance: Provenance
    ) {
        (self.subject, self.criterion, self.value, self.unit, self.year) = (subject, criterion, value, unit, year)
        (self.validUntil, self.evidence, self.date, self.provenance) = (validUntil, evidence, date, provenance)
    }
}
