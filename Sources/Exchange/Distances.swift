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
        var direction: Direction
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
    /// Whether every place in a park has coordinates of its own, so that no distance hangs on the park.
    let hasOwnPoints: Bool
    private let detour: Double, samePark: Double

    init(_ network: Network) {
        let tables = network.scenario.tables, places = network.places
        detour = tables.settings.detour
        samePark = tables.settings.sameParkKilometres
        spots = places.map { place in
            Spot(
                direction: place.position.map(Direction.init) ?? Direction(x: 0, y: 0, z: 0), firm: place.firm?.position ?? -1,
                park: place.park?.position ?? -1, isPlaced: place.position != nil, hasOwnPoint: place.own != nil)
        }
        hasOwnPoints = places.allSatisfy { $0.park == nil || $0.own != nil }
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

    /// Where ways begin, with what the rows of `routes` ask of all of them, looked up once.
    struct Departure {
        var spot: Spot
        fileprivate var hasFirmRows: Bool, parkRows: Range<Int>
    }

    /// What ways from a place begin with.
    func departure(from place: Int) -> Departure {
        let spot = spots[place]
        return Departure(
            spot: spot, hasFirmRows: spot.firm >= 0 && !firmRoutes.range(from: spot.firm).isEmpty,
            parkRows: spot.park >= 0 ? parkRoutes.range(from: spot.park) : 0..<0)
    }

    /// The distance in km to a taker where it is the same for every mode, as it is of most; nil on site, under a row of `routes`, and where nobody
    /// measured it.
    ///
    /// - Parameter chord: the square of the chord between the two, as the search found it; negative where it was not asked.
    @inline(__always) func plainRoad(from departure: Departure, to taker: TakerIndex.Taker, _ chord: Double) -> Double? {
        guard chord >= 0, !departure.hasFirmRows, departure.spot.firm < 0 || departure.spot.firm != taker.firm else { return nil }
        if taker.park >= 0, departure.spot.park >= 0 {
            if taker.park == departure.spot.park {
                if !departure.spot.hasOwnPoint || !taker.hasOwnPoint { return samePark }
            } else if !departure.parkRows.isEmpty, parkRoutes.leads(in: departure.parkRows, to: taker.park) {
                return nil
            }
        }
        return road(chord: chord)
    }

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
        return road(chord: from.direction.squaredChord(to: to.direction))
    }

    /// The road in km between two points: the detour times the great-circle distance, 2 R asin(chord / 2), which is the haversine formula with
    /// the chord taken from the unit vectors.
    ///
    /// - Parameter chord: the square of the chord between their unit vectors.
    func road(chord: Double) -> Double { detour * (2 * Distances.earthRadius * asin(min(1, chord.squareRoot() / 2))) }

    /// Whether two places that no row of `routes` joins are certainly farther apart than `reach`; false where that takes an exact look.
    func isFarther(from: Spot, to: Spot, than reach: Reach) -> Bool {
        guard from.isPlaced, to.isPlaced, from.park < 0 || from.park != to.park else { return false }
        return from.direction.squaredChord(to: to.direction) > reach.chord
    }
}

/// A unit vector from Earth's centre. Three plain numbers take three quarters of the room of a vector of the processor's.
struct Direction {
    var x: Double, y: Double, z: Double

    init(x: Double, y: Double, z: Double) { (self.x, self.y, self.z) = (x, y, z) }

    /// Towards a point.
    init(_ point: Coordinates) {
        let latitude = point.latitude * .pi / 180, longitude = point.longitude * .pi / 180
        self.init(x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
    }

    /// The square of the chord to another one.
    @inline(__always) func squaredChord(to other: Direction) -> Double {
        let (x, y, z) = (other.x - x, other.y - y, other.z - z)
        return x * x + y * y + z * z
    }
}
