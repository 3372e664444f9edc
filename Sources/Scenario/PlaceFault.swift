// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a place, a route, a mode's reach or a distance. Places are named by their ids; distances are km.
public enum PlaceFault: Hashable, Sendable {
    /// Two places could exchange, but nothing tells the distance: the named one has no coordinates and no park that has.
    case noCoordinates(place: String, partner: String)
    /// A firm that gives off or needs something has no coordinates, no park and no route, so that it can exchange with nobody.
    case nowhere(firm: String)
    /// A park without coordinates and routes; what stands there without coordinates of its own can exchange within the park only.
    case parkWithoutCoordinates(park: String, members: Int)
    /// Coordinates that no point on Earth has; `system` is the coordinate reference system that they are given in.
    case outOfTheWorld(place: String, coordinates: Coordinates, system: String)
    /// Coordinates in metres where degrees are due; `count` places are given so, of which this is the first.
    case metresForDegrees(place: String, coordinates: Coordinates, count: Int)
    /// Latitude and longitude have changed places; `farAway` is the distance to the middle of the scenario where both readings are on Earth.
    case swapped(place: String, coordinates: Coordinates, farAway: Double?)
    /// The point 0, 0 in the Gulf of Guinea, where no firm stands: blank cells that became zeros.
    case nullIsland(place: String)
    /// A firm that stands farther from the middle of its park than a park is wide.
    case farFromPark(firm: String, park: String, kilometres: Double)
    /// A place with no other place of the scenario for hundreds of km around; `kilometres` leads to the nearest.
    case farFromAll(place: String, nearest: String, kilometres: Double)
    /// Two parks at the very same point.
    case samePoint(park: String, other: String)
    /// A route shorter than the straight line.
    case routeTooShort(from: String, to: String, kilometres: Double, straight: Double)
    /// A route many times as long as the straight line.
    case routeTooLong(from: String, to: String, kilometres: Double, straight: Double)
    /// A route longer than its mode goes; `mode` is nil where no mode at all goes so far.
    case routeBeyondReach(from: String, to: String, kilometres: Double, mode: String?, reach: Double)
    /// Two rows of opposite directions that both serve both, with different lengths.
    case directionsDiffer(from: String, to: String, kilometres: Double, back: Double)
    /// An open route with room for nothing.
    case routeWithoutCapacity(from: String, to: String, mode: String)
    /// A route to or from a park where nothing stands.
    case routeToEmptyPark(from: String, to: String, park: String)
    /// A mode that no resource of the scenario can go by.
    case modeCarriesNothing(mode: String, unit: Unit)
    /// A mode or a resource that may travel 0 km.
    case noReach(id: String, Traveller)
    /// A mode that loses everything on the way: after `kilometres` nothing is left.
    case nothingArrives(mode: String, lossPerKilometre: Double, after: Double)
    /// Roads shorter than the straight line, or several times as long.
    case unlikelyDetour(Double)

    /// What a reach belongs to.
    public enum Traveller: String, Hashable, Sendable {
        /// A row of `modes`, a row of `resources`.
        case mode, resource
    }

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case noCoordinates = "P101"
        case nowhere = "P102"
        case parkWithoutCoordinates = "P103"
        case outOfTheWorld = "P104"
        case metresForDegrees = "P105"
        case swapped = "P106"
        case nullIsland = "P107"
        case farFromPark = "P108"
        case farFromAll = "P109"
        case samePoint = "P110"
        case routeTooShort = "P111"
        case routeTooLong = "P112"
        case routeBeyondReach = "P113"
        case directionsDiffer = "P114"
        case routeWithoutCapacity = "P115"
        case routeToEmptyPark = "P116"
        case modeCarriesNothing = "P117"
        case noReach = "P118"
        case nothingArrives = "P119"
        case unlikelyDetour = "P120"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run: only what cannot be does.
    public var severity: Severity {
        switch self {
        case .noCoordinates, .outOfTheWorld, .metresForDegrees: .error
        // Where both readings are on Earth, the planner may mean the one that stands there.
        case .swapped(_, _, let farAway): farAway == nil ? .error : .warning
        default: .warning
        }
    }

    private var kind: Code {
        switch self {
        case .noCoordinates: .noCoordinates
        case .nowhere: .nowhere
        case .parkWithoutCoordinates: .parkWithoutCoordinates
        case .outOfTheWorld: .outOfTheWorld
        case .metresForDegrees: .metresForDegrees
        case .swapped: .swapped
        case .nullIsland: .nullIsland
        case .farFromPark: .farFromPark
        case .farFromAll: .farFromAll
        case .samePoint: .samePoint
        case .routeTooShort: .routeTooShort
        case .routeTooLong: .routeTooLong
        case .routeBeyondReach: .routeBeyondReach
        case .directionsDiffer: .directionsDiffer
        case .routeWithoutCapacity: .routeWithoutCapacity
        case .routeToEmptyPark: .routeToEmptyPark
        case .modeCarriesNothing: .modeCarriesNothing
        case .noReach: .noReach
        case .nothingArrives: .nothingArrives
        case .unlikelyDetour: .unlikelyDetour
        }
    }
}
