// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Scenario

/// The way between two places for one mode.
enum Way {
    /// The distance in km and the row of `routes` that gave it, if one did.
    case open(kilometres: Double, route: Reference<Route>?)
    case closed
    /// Nothing tells the distance.
    case unknown
}

/// Distances by the rules of the specification, section "Distance between two places".
///
/// What a million pairs ask is laid out by place in arrays of plain numbers; −1 stands for no firm and no park.
struct Distances {
    /// Earth's mean radius, km (IUGG).
    static let earthRadius = 6371.0088

    /// Per place: the firm and the park by which routes apply.
    let firm: [Int32], park: [Int32]
    /// Per place: unit vectors from Earth's centre, and whether the place is known at all, and by coordinates of its own.
    let directions: [SIMD3<Double>], isPlaced: [Bool], hasOwnPoint: [Bool]
    /// Per place: degrees north and east; 0 where the place is unknown.
    let latitude: [Double], longitude: [Double]
    /// The rows of `routes` between firms and between parks.
    let firmRoutes: RouteIndex, parkRoutes: RouteIndex
    private let routeKilometres: [Double], routeIsOpen: [Bool]
    private let detour: Double, samePark: Double

    init(_ network: Network) {
        let tables = network.scenario.tables, places = network.places
        detour = tables.settings.detour
        samePark = tables.settings.sameParkKilometres
        firm = places.map { $0.firm?.position ?? -1 }
        park = places.map { $0.park?.position ?? -1 }
        isPlaced = places.map { $0.position != nil }
        hasOwnPoint = places.map { $0.own != nil }
        latitude = places.map { $0.position?.latitude ?? 0 }
        longitude = places.map { $0.position?.longitude ?? 0 }
        directions = places.map { $0.position.map(Distances.direction) ?? .zero }
        var firmEnds: [(route: Reference<Route>, from: Int32, to: Int32)] = [], parkEnds = firmEnds
        for reference in tables.routes.references {
            switch tables.routes[reference].ends {
            case .firms(let from, let to): firmEnds.append((reference, from.position, to.position))
            case .parks(let from, let to): parkEnds.append((reference, from.position, to.position))
            }
        }
        firmRoutes = RouteIndex(firmEnds, of: tables.routes, count: tables.firms.count)
        parkRoutes = RouteIndex(parkEnds, of: tables.routes, count: tables.parks.count)
        routeKilometres = tables.routes.map(\.kilometres)
        routeIsOpen = tables.routes.map(\.isOpen)
    }

    /// Whether both places are at one firm: nothing is driven.
    func isOnSite(_ from: Int, _ to: Int) -> Bool { firm[from] >= 0 && firm[from] == firm[to] }

    /// Whether a row of `routes` leads from one place to another, by any mode.
    func isRuled(from: Int, to: Int) -> Bool {
        if firm[from] >= 0, firm[to] >= 0, firmRoutes.leads(from: firm[from], to: firm[to]) { return true }
        return park[from] >= 0 && park[to] >= 0 && park[from] != park[to] && parkRoutes.leads(from: park[from], to: park[to])
    }

    /// The way from one place to another by a mode, `unruled` being the distance where no row of `routes` speaks.
    func way(from: Int, to: Int, mode: Reference<Mode>, unruled: Double?) -> Way {
        var rule: Reference<Route>?
        if firm[from] >= 0, firm[to] >= 0 { rule = firmRoutes.rule(from: firm[from], to: firm[to], mode: mode) }
        if rule == nil, park[from] >= 0, park[to] >= 0, park[from] != park[to] {
            rule = parkRoutes.rule(from: park[from], to: park[to], mode: mode)
        }
        guard let rule else { return unruled.map { .open(kilometres: $0, route: nil) } ?? .unknown }
        let index = Int(rule.position)
        return routeIsOpen[index] ? .open(kilometres: routeKilometres[index], route: rule) : .closed
    }

    /// The distance in km where no row of `routes` rules; nil where a place is unknown.
    func unruled(from: Int, to: Int) -> Double? {
        if park[from] >= 0, park[from] == park[to], !hasOwnPoint[from] || !hasOwnPoint[to] { return samePark }
        guard isPlaced[from], isPlaced[to] else { return nil }
        return detour * Distances.greatCircle(directions[from], directions[to])
    }

    /// Whether two places that no row of `routes` joins are certainly farther apart than `reach`; false where that takes an exact look.
    func isFarther(from: Int, to: Int, than reach: Reach) -> Bool {
        guard isPlaced[from], isPlaced[to], park[from] < 0 || park[from] != park[to] else { return false }
        let between = directions[to] - directions[from]
        return (between * between).sum() > reach.chord
    }

    /// The unit vector from Earth's centre to a point.
    static func direction(_ point: Coordinates) -> SIMD3<Double> {
        let latitude = point.latitude * .pi / 180, longitude = point.longitude * .pi / 180
        return SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }

    /// The great-circle distance in km: 2 R asin(chord / 2), the haversine formula with the chord taken from the unit vectors.
    static func greatCircle(_ p: SIMD3<Double>, _ q: SIMD3<Double>) -> Double {
        let between = q - p
        return 2 * earthRadius * asin(min(1, (between * between).sum().squareRoot() / 2))
    }
}
