// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension PlaceFault {
    var text: FaultText {
        switch self {
        case .noCoordinates(let place, let partner): Self.noCoordinates(place, partner)
        case .nowhere(let firm): Self.nowhere(firm)
        case .parkWithoutCoordinates(let park, let members): Self.parkWithoutCoordinates(park, members)
        case .outOfTheWorld(let place, let point, let system): Self.outOfTheWorld(place, point, system)
        case .metresForDegrees(let place, let point, let count): Self.metresForDegrees(place, point, count)
        case .swapped(let place, let point, let farAway): Self.swapped(place, point, farAway)
        case .nullIsland(let place): Self.nullIsland(place)
        case .farFromPark(let firm, let park, let kilometres): Self.farFromPark(firm, park, kilometres)
        case .farFromAll(let place, let nearest, let kilometres): Self.farFromAll(place, nearest, kilometres)
        case .samePoint(let park, let other): Self.samePoint(park, other)
        case .routeTooShort(let from, let to, let kilometres, let straight): Self.routeTooShort(from, to, kilometres, straight)
        case .routeTooLong(let from, let to, let kilometres, let straight): Self.routeTooLong(from, to, kilometres, straight)
        case .routeBeyondReach(let from, let to, let kilometres, let mode, let reach):
            Self.routeBeyondReach(from, to, kilometres, mode, reach)
        case .directionsDiffer(let from, let to, let kilometres, let back): Self.directionsDiffer(from, to, kilometres, back)
        case .routeWithoutCapacity(let from, let to, let mode): Self.routeWithoutCapacity(from, to, mode)
        case .routeToEmptyPark(let from, let to, let park): Self.routeToEmptyPark(from, to, park)
        case .modeCarriesNothing(let mode, let unit): Self.modeCarriesNothing(mode, unit)
        case .noReach(let id, let traveller): Self.noReach(id, traveller)
        case .nothingArrives(let mode, let loss, let after): Self.nothingArrives(mode, loss, after)
        case .unlikelyDetour(let detour): Self.unlikelyDetour(detour)
        }
    }
}
