// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Scenario

/// The way between two places for one mode.
enum Way: Equatable {
    /// Both stand at the same firm: nothing is driven.
    case onSite
    /// The distance in km and the row of `routes` that gave it, if one did.
    case open(kilometres: Double, route: Reference<Route>?)
    case closed
    /// Nothing tells the distance: the named place has no coordinates.
    case unknown(place: Int)
}

/// Distances by the rules of the specification, section "Distance between two places".
struct Distances {
    /// Earth's mean radius, km (IUGG).
    static let earthRadius = 6371.0088

    private struct Pair: Hashable { var from: Int32, to: Int32 }
    private let places: [Place]
    private let routes: [Route]
    private let detour: Double, samePark: Double
    private var byFirms: [Pair: [Reference<Route>]] = [:], byParks: [Pair: [Reference<Route>]] = [:]
    /// Per firm and per park: those that a row of `routes` joins it with, either way.
    private(set) var firmPartners: [Int32: Set<Int32>] = [:], parkPartners: [Int32: Set<Int32>] = [:]
    /// Unit vectors from Earth's centre, zero where a place is unknown.
    let directions: [SIMD3<Double>]
    private var hasFirmRoute: [Bool], hasParkRoute: [Bool]
    private let sines: [(latitude: Double, longitude: Double, cosine: Double)?]

    init(_ network: Network) {
        let tables = network.scenario.tables
        places = network.places
        routes = tables.routes
        detour = tables.settings.detour
        samePark = tables.settings.sameParkKilometres
        sines = places.map { place in
            place.position.map { ($0.latitude * .pi / 180, $0.longitude * .pi / 180, cos($0.latitude * .pi / 180)) }
        }
        directions = sines.map { point in
            guard let point else { return .zero }
            return SIMD3(point.cosine * cos(point.longitude), point.cosine * sin(point.longitude), sin(point.latitude))
        }
        hasFirmRoute = [Bool](repeating: false, count: places.count)
        hasParkRoute = hasFirmRoute
        for reference in tables.routes.references {
            switch tables.routes[reference].ends {
            case .firms(let from, let to):
                byFirms[Pair(from: from.position, to: to.position), default: []].append(reference)
                firmPartners[from.position, default: []].insert(to.position)
                firmPartners[to.position, default: []].insert(from.position)
            case .parks(let from, let to):
                byParks[Pair(from: from.position, to: to.position), default: []].append(reference)
                parkPartners[from.position, default: []].insert(to.position)
                parkPartners[to.position, default: []].insert(from.position)
            }
        }
        for (index, place) in places.enumerated() {
            hasFirmRoute[index] = place.firm.map { firmPartners[$0.position] != nil } ?? false
            hasParkRoute[index] = place.park.map { parkPartners[$0.position] != nil } ?? false
        }
    }

    /// The way from one place to another by a mode.
    func way(from: Int, to: Int, mode: Reference<Mode>) -> Way {
        let a = places[from], b = places[to]
        if let firm = a.firm, firm == b.firm { return .onSite }
        if hasFirmRoute[from], hasFirmRoute[to], let firmA = a.firm, let firmB = b.firm,
            let row = route(in: byFirms, firmA.position, firmB.position, mode)
        {
            return routes[row].isOpen ? .open(kilometres: routes[row].kilometres, route: row) : .closed
        }
        if hasParkRoute[from], hasParkRoute[to], let parkA = a.park, let parkB = b.park, parkA != parkB,
            let row = route(in: byParks, parkA.position, parkB.position, mode)
        {
            return routes[row].isOpen ? .open(kilometres: routes[row].kilometres, route: row) : .closed
        }
        if let park = a.park, park == b.park, a.own == nil || b.own == nil { return .open(kilometres: samePark, route: nil) }
        guard let p = sines[from] else { return .unknown(place: from) }
        guard let q = sines[to] else { return .unknown(place: to) }
        return .open(kilometres: detour * Distances.greatCircle(p, q), route: nil)
    }

    /// The row that rules a pair: the one that names the mode, then the one written in this direction.
    private func route(in rows: [Pair: [Reference<Route>]], _ from: Int32, _ to: Int32, _ mode: Reference<Mode>) -> Reference<Route>? {
        let forth = rows[Pair(from: from, to: to)] ?? []
        let back = (rows[Pair(from: to, to: from)] ?? []).filter { !routes[$0].isOneWay }
        return forth.first { routes[$0].mode == mode } ?? back.first { routes[$0].mode == mode }
            ?? forth.first { routes[$0].mode == nil } ?? back.first { routes[$0].mode == nil }
    }

    /// The great-circle distance in km by the haversine formula; arguments in radians with the cosine of the latitude.
    static func greatCircle(
        _ p: (latitude: Double, longitude: Double, cosine: Double), _ q: (latitude: Double, longitude: Double, cosine: Double)
    ) -> Double {
        let u = sin((q.latitude - p.latitude) / 2), v = sin((q.longitude - p.longitude) / 2)
        return 2 * earthRadius * asin(min(1, (u * u + p.cosine * q.cosine * v * v).squareRoot()))
    }

    /// The straight-line latitude difference, in degrees, beyond which `kilometres` by road cannot reach.
    func latitudeReach(kilometres: Double) -> Double {
        detour > 0 ? kilometres / detour / Distances.earthRadius * 180 / .pi * (1 + 1e-9) + 1e-9 : .infinity
    }

    /// The square of the chord between two unit vectors beyond which `kilometres` by road cannot reach.
    func chord(kilometres: Double) -> Double {
        guard detour > 0 else { return .infinity }
        let angle = kilometres / detour / Distances.earthRadius
        guard angle < .pi else { return .infinity }
        let chord = 2 * sin(angle / 2)
        return chord * chord * (1 + 1e-9) + 1e-18
    }
}
