// SPDX-License-Identifier: GPL-3.0-or-later

/// A point on Earth in degrees of WGS 84, after any projection has been undone.
public struct Coordinates: Hashable, Sendable {
    /// Degrees north, −90 to 90.
    public var latitude: Double
    /// Degrees east, −180 to 180.
    public var longitude: Double

    /// Makes a point.
    public init(latitude: Double, longitude: Double) {
        (self.latitude, self.longitude) = (latitude, longitude)
    }
}

/// An industrial park, cluster or other place where firms stand together.
public struct Park: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    /// What readers are told it is called.
    public var name: Label
    /// Its middle; nil where not given.
    public var coordinates: Coordinates?
    /// Area in hectares.
    public var areaHectares: Double?
    /// What kind of park it is; nil: not known.
    public var type: ParkType?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a park.
    public init(id: String, name: Label, coordinates: Coordinates?, areaHectares: Double?, type: ParkType?, provenance: Provenance) {
        (self.id, self.name, self.coordinates, self.areaHectares, self.type) = (id, name, coordinates, areaHectares, type)
        self.provenance = provenance
    }
}

/// A firm: it gives off outputs and has needs.
public struct Firm: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    /// What readers are told it is called.
    public var name: Label
    /// The park that it stands in, if any.
    public var park: Reference<Park>?
    /// Its own point; nil where it stands at its park's.
    public var coordinates: Coordinates?
    /// The VSIC 2018 code of its industry.
    public var sector: String?
    /// People who work there.
    public var employees: Double?
    /// Yearly turnover, in the scenario's currency.
    public var turnover: Double?
    /// Resource ids or waste codes that the firm may receive.
    public var licences: [String]
    /// Whether reports for others must not show its figures.
    public var confidential: Bool
    /// The project that the firm belongs to; nil where it exists today.
    public var project: Reference<Project>?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a firm.
    public init(
        id: String, name: Label, park: Reference<Park>? = nil, coordinates: Coordinates? = nil, sector: String? = nil,
        employees: Double? = nil, turnover: Double? = nil, licences: [String] = [], confidential: Bool = false,
        project: Reference<Project>? = nil, provenance: Provenance
    ) {
        (self.id, self.name, self.park, self.coordinates, self.sector) = (id, name, park, coordinates, sector)
        (self.employees, self.turnover, self.licences, self.confidential) = (employees, turnover, licences, confidential)
        (self.project, self.provenance) = (project, provenance)
    }
}

/// An investment project.
public struct Project: Hashable, Sendable {
    /// The id, unique among its kind.
    public var id: String
    /// What readers are told it is called.
    public var name: Label
    /// Who invests.
    public var investor: String?
    /// Investment, in the scenario's currency; for screening, never in the model.
    public var capex: Double?
    /// Land in hectares.
    public var landHectares: Double?
    /// People who will work there.
    public var jobs: Double?
    /// The VSIC 2018 code of its industry.
    public var sector: String?
    /// How far it has come; nil: not known, which counts as proposed.
    public var status: ProjectStatus?
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a project.
    public init(
        id: String, name: Label, investor: String? = nil, capex: Double? = nil, landHectares: Double? = nil, jobs: Double? = nil,
        sector: String? = nil, status: ProjectStatus? = nil, provenance: Provenance
    ) {
        (self.id, self.name, self.investor, self.capex, self.landHectares) = (id, name, investor, capex, landHectares)
        (self.jobs, self.sector, self.status, self.provenance) = (jobs, sector, status, provenance)
    }
}

/// One end of a contract or a quality: a firm or a process.
public enum Party: Hashable, Sendable {
    case firm(Reference<Firm>)
    case process(Reference<ConversionProcess>)
}

/// The two ends of a row of `routes`.
public enum RouteEnds: Hashable, Sendable {
    case firms(from: Reference<Firm>, to: Reference<Firm>)
    case parks(from: Reference<Park>, to: Reference<Park>)
}

/// A stated way between two firms or two parks.
public struct Route: Hashable, Sendable {
    /// The two firms or parks that it joins.
    public var ends: RouteEnds
    /// The length by which the route replaces every other distance, km.
    public var kilometres: Double
    /// The mode that the row speaks of; nil for every mode.
    public var mode: Reference<Mode>?
    /// The most that may move by this row in a year, both ways together, in the mode's unit.
    public var capacity: Double?
    /// Money a year for using the route at all.
    public var fixedCost: Double
    /// Whether anything may move by it; a closed row closes the pair for good.
    public var isOpen: Bool
    /// Whether the row says nothing of the way back.
    public var isOneWay: Bool
    /// The row, and where its figures come from.
    public var provenance: Provenance

    /// Makes a route.
    public init(
        ends: RouteEnds, kilometres: Double, mode: Reference<Mode>? = nil, capacity: Double? = nil, fixedCost: Double = 0,
        isOpen: Bool = true, isOneWay: Bool = false, provenance: Provenance
    ) {
        (self.ends, self.kilometres, self.mode, self.capacity) = (ends, kilometres, mode, capacity)
        (self.fixedCost, self.isOpen, self.isOneWay, self.provenance) = (fixedCost, isOpen, isOneWay, provenance)
    }
}
