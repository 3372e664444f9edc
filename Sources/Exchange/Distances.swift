// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Scenario

/// The way between two places for one mode.
enum Way {
    /// The distance in km and the row of `routes` that gave it, if one did.
    case open(kilometres: Double, route: Reference<Route>?)
    /// The row of `routes` that closes it.
    case closed(Reference<Route>)
    /// Nothing tells the distance.
    case unknown
}

/// Distances by the rules of the specification, section "Distance between two places".
///
/// What a million pairs ask of a place lies together, in one line of the processor's cache.
struct Distances {
    /// Earth's mean radius, km (IUGG).
    static let earthRadius = 6371.0088

    /// A place as pairs ask for it.
    struct Spot {
        /// The unit vector from Earth's centre; zero where the place is unknown.
        var direction: SIMD3<Double>
        /// The firm and the park by which routes apply; −1 for none.
        var firm: Int32, park: Int32
        /// Whether the place is known at all, and by coordinates of its own.
        var isPlaced: Bool, hasOwnPoint: Bool
    }
    /// Per place: what pairs ask for.
    let spots: [Spot]
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
        spots = places.map { place in
            Spot(
                direction: place.position.map(Distances.direction) ?? .zero, firm: place.firm?.position ?? -1,
                park: place.park?.position ?? -1, isPlaced: place.position != nil, hasOwnPoint: place.own != nil)
        }
        latitude = places.map { $0.position?.latitude ?? 0 }
        longitude = places.map { $0.position?.longitude ?? 0 }
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
    func isOnSite(_ from: Spot, _ to: Spot) -> Bool { from.firm >= 0 && from.firm == to.firm }

    /// Whether a row of `routes` leads from one place to another, by any mode.
    func isRuled(from: Spot, to: Spot) -> Bool {
        if from.firm >= 0, to.firm >= 0, firmRoutes.leads(from: from.firm, to: to.firm) { return true }
        return from.park >= 0 && to.park >= 0 && from.park != to.park && parkRoutes.leads(from: from.park, to: to.park)
    }

    /// The way from one place to another by a mode, `unruled` being the distance where no row of `routes` speaks.
    func way(from: Spot, to: Spot, mode: Reference<Mode>, unruled: Double?) -> Way {
        var rule: Reference<Route>?
        if from.firm >= 0, to.firm >= 0 { rule = firmRoutes.rule(from: from.firm, to: to.firm, mode: mode) }
        if rule == nil, from.park >= 0, to.park >= 0, from.park != to.park {
            rule = parkRoutes.rule(from: from.park, to: to.park, mode: mode)
        }
        guard let rule else { return unruled.map { .open(kilometres: $0, route: nil) } ?? .unknown }
        let index = Int(rule.position)
        return routeIsOpen[index] ? .open(kilometres: routeKilometres[index], route: rule) : .closed(rule)
    }

    /// The distance in km where no row of `routes` rules; nil where a place is unknown.
    func unruled(from: Spot, to: Spot) -> Double? {
        if from.park >= 0, from.park == to.park, !from.hasOwnPoint || !to.hasOwnPoint { return samePark }
        guard from.isPlaced, to.isPlaced else { return nil }
        return detour * Distances.greatCircle(from.direction, to.direction)
    }

    /// Whether two places that no row of `routes` joins are certainly farther apart than `reach`; false where that takes an exact look.
    func isFarther(from: Spot, to: Spot, than reach: Reach) -> Bool {
        guard from.isPlaced, to.isPlaced, from.park < 0 || from.park != to.park else { return false }
        let between = to.direction - from.direction
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
