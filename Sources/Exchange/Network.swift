// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Something that can be given: an output of a firm or of a process.
public struct Supply: Sendable {
    /// The row that it comes from.
    public enum Origin: Hashable, Sendable {
        case output(Reference<Output>)
        case flow(Reference<ProcessFlow>)
    }
    /// The row that it comes from.
    public var origin: Origin
    /// Who gives.
    public var party: Party
    /// The giver's position in ``Network/places``.
    public var place: Int
    /// The position in ``Network/periods``.
    public var period: Int
    /// What is given.
    public var resource: Reference<Resource>
    /// Of a firm: the quantity in the period. Of a process: the quantity per activity. In the resource's unit.
    public var quantity: Double
    /// Money and kg CO2e per unit disposed of; money per unit handed over.
    public var disposalCost: Double, disposalGHG: Double, supplyCost: Double
    /// Known qualities of what is given.
    public var qualities: QualityValues

    /// Whether what no partner takes is sold elsewhere rather than thrown away.
    var isSoldOutside: Bool { disposalCost < 0 }
}

/// Something that can be taken: a need of a firm or an input of a process.
public struct Demand: Sendable {
    /// The row that it comes from.
    public enum Origin: Hashable, Sendable {
        case need(Reference<Need>)
        case flow(Reference<ProcessFlow>)
    }
    /// The row that it comes from.
    public var origin: Origin
    /// Who takes.
    public var party: Party
    /// The taker's position in ``Network/places``.
    public var place: Int
    /// The position in ``Network/periods``.
    public var period: Int
    /// What is needed.
    public var resource: Reference<Resource>
    /// Of a firm: the quantity in the period. Of a process: the quantity per activity. In the resource's unit.
    public var quantity: Double
    /// Money per unit bought new; nil where it cannot be bought. kg CO2e per unit bought new.
    public var virginPrice: Double?, virginGHG: Double
    /// The largest share met by exchange; money per unit delivered.
    public var maximumShare: Double, handlingCost: Double
    /// The quality limits of what arrives.
    public var limits: [Reference<Quality>]
}

/// Where a party stands: the firm's or park's routes apply by these.
struct Place: Sendable {
    var name: String
    var firm: Reference<Firm>?
    var park: Reference<Park>?
    /// Its own coordinates, and those that it is taken to stand at.
    var own: Coordinates?, position: Coordinates?
}

/// The part of a scenario that counts: what exists, committed projects and those named, as supplies and demands in the order of their ids.
///
/// The order does not depend on the order of rows, so that neither does the plan.
public struct Network: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// The projects that count, by id.
    public let projects: [Reference<Project>]
    /// The parts of the year, in the order in which they follow each other; one nil, the whole year, where the scenario has none.
    public let periods: [Reference<Period>?]
    /// Each period's share of the year.
    public let shares: [Double]
    /// What can be given and taken, ordered by period, party, resource and role.
    public let supplies: [Supply], demands: [Demand]
    /// The storages that count and that something can be put into, by party and resource.
    let stores: [Store]
    /// The processes that count, by id.
    public let processes: [Reference<ConversionProcess>]
    let activeFirms: [Bool], activeProcesses: [Bool]
    let places: [Place]
    /// Ranks in the order of ids; of places firms before processes.
    let rankOfPlace: [Int], rankOfResource: [Int], rankOfMode: [Int]
    /// Per resource: its rows of `qualities` of scope virgin.
    let virginQualities: [[Reference<Quality>]]

    /// Makes the network of `scenario` with the committed projects and those in `with`.
    public init(_ scenario: Scenario, with named: Set<Reference<Project>> = []) {
        let tables = scenario.tables
        self.scenario = scenario
        let counts = tables.projects.references.map { named.contains($0) || tables.projects[$0].status == .committed }
        projects = tables.projects.references.filter { counts[Int($0.position)] }.sorted { tables.projects[$0].id < tables.projects[$1].id }
        func isIn(_ project: Reference<Project>?) -> Bool { project.map { counts[Int($0.position)] } ?? true }
        let firms = tables.firms.map { isIn($0.project) }
        activeFirms = firms
        activeProcesses = tables.processes.map { process in
            guard isIn(process.project) else { return false }
            if case .firm(let host) = process.site { return firms[Int(host.position)] }
            return true
        }
        rankOfPlace = Network.ranks(tables.firms.map(\.id) + tables.processes.map(\.id))
        rankOfResource = Network.ranks(tables.resources.map(\.id))
        rankOfMode = Network.ranks(tables.modes.map(\.id))
        places = Network.places(tables)
        var virgin = [[Reference<Quality>]](repeating: [], count: tables.resources.count)
        for row in tables.qualities.references where tables.qualities[row].scope == .virgin {
            virgin[Int(tables.qualities[row].resource.position)].append(row)
        }
        virginQualities = virgin
        periods = tables.periods.isEmpty ? [nil] : tables.periods.references.map { $0 }
        shares = tables.periods.isEmpty ? [1] : tables.periods.map(\.share)
        let builder = NetworkBuilder(
            tables: tables, firms: activeFirms, processes: activeProcesses, rankOfPlace: rankOfPlace, rankOfResource: rankOfResource)
        (supplies, demands) = builder.build(periods, shares)
        stores = builder.stores(of: supplies, periods: periods.count)
        let active = activeProcesses
        processes = tables.processes.references.filter { active[Int($0.position)] }.sorted {
            tables.processes[$0].id < tables.processes[$1].id
        }
    }

    /// Where a stream stands in the order of its party's and its resource's ids.
    func rank(_ place: Int, _ resource: Reference<Resource>) -> Int {
        rankOfPlace[place] * rankOfResource.count + rankOfResource[Int(resource.position)]
    }

    /// The rank of each id in the order of ids.
    static func ranks(_ ids: [String]) -> [Int] {
        var ranks = [Int](repeating: 0, count: ids.count)
        for (rank, index) in ids.indices.sorted(by: { ids[$0] < ids[$1] }).enumerated() { ranks[index] = rank }
        return ranks
    }

    /// Firms first, then processes, each at its table's position.
    private static func places(_ tables: Tables) -> [Place] {
        func park(_ reference: Reference<Park>?) -> Coordinates? { reference.flatMap { tables.parks[Int($0.position)].coordinates } }
        var places: [Place] = tables.firms.references.map { reference in
            let firm = Int(reference.position), own = tables.firms[firm].coordinates
            return Place(
                name: tables.firms[firm].id, firm: reference, park: tables.firms[firm].park, own: own,
                position: own ?? park(tables.firms[firm].park))
        }
        for process in tables.processes {
            switch process.site {
            case .firm(let host):
                var place = places[Int(host.position)]
                place.name = process.id
                places.append(place)
            case .park(let reference):
                places.append(Place(name: process.id, firm: nil, park: reference, own: nil, position: park(reference)))
            case .coordinates(let point):
                places.append(Place(name: process.id, firm: nil, park: nil, own: point, position: point))
            }
        }
        return places
    }
}
