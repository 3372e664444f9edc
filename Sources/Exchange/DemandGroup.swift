// SPDX-License-Identifier: GPL-3.0-or-later

/// The takers of one resource, arranged so that those near a place are found without trying all.
struct DemandGroup {
    /// Positions in ``Network/demands``, in order.
    let members: [Int32]
    private struct Point { var latitude: Double, demand: Int32, direction: SIMD3<Double> }
    private struct Tenant { var owner: Int32, demand: Int32 }
    private var points: [Point] = [], adrift: [Int32] = []
    private var byPark: [Tenant] = [], byFirm: [Tenant] = []

    init(_ members: [Int32], placeOfDemand: [Int], _ distances: Distances) {
        self.members = members
        for demand in members {
            let place = placeOfDemand[Int(demand)]
            if distances.isPlaced[place] {
                points.append(Point(latitude: distances.latitude[place], demand: demand, direction: distances.directions[place]))
            } else {
                adrift.append(demand)
            }
            if distances.park[place] >= 0 { byPark.append(Tenant(owner: distances.park[place], demand: demand)) }
            if distances.firm[place] >= 0 { byFirm.append(Tenant(owner: distances.firm[place], demand: demand)) }
        }
        points.sort { ($0.latitude, $0.demand) < ($1.latitude, $1.demand) }
        byPark.sort { ($0.owner, $0.demand) < ($1.owner, $1.demand) }
        byFirm.sort { ($0.owner, $0.demand) < ($1.owner, $1.demand) }
    }

    /// Replaces `found` by every taker that a supply at `place` could possibly reach, in order and without repeats: those within reach, those
    /// that a row of `routes` joins it with, those of its own park, and those whose place is unknown.
    func collect(near place: Int, _ reach: Reach, _ distances: Distances, into found: inout [Int32]) {
        found.removeAll(keepingCapacity: true)
        guard distances.isPlaced[place], reach.kilometres.isFinite else {
            found.append(contentsOf: members)
            return
        }
        let south = distances.latitude[place] - reach.degrees, north = distances.latitude[place] + reach.degrees
        let direction = distances.directions[place]
        var next = DemandGroup.partition(points.count) { points[$0].latitude < south }
        while next < points.count, points[next].latitude <= north {
            let between = points[next].direction - direction
            if (between * between).sum() <= reach.chord { found.append(points[next].demand) }
            next += 1
        }
        found.append(contentsOf: adrift)
        if distances.park[place] >= 0 {
            DemandGroup.append(byPark, of: distances.park[place], to: &found)
            for row in distances.parkRoutes.rows(from: distances.park[place]) { DemandGroup.append(byPark, of: row.other, to: &found) }
        }
        if distances.firm[place] >= 0 {
            DemandGroup.append(byFirm, of: distances.firm[place], to: &found)
            for row in distances.firmRoutes.rows(from: distances.firm[place]) { DemandGroup.append(byFirm, of: row.other, to: &found) }
        }
        found.sort()
        DemandGroup.removeRepeats(from: &found)
    }

    private static func append(_ tenants: [Tenant], of owner: Int32, to found: inout [Int32]) {
        var next = partition(tenants.count) { tenants[$0].owner < owner }
        while next < tenants.count, tenants[next].owner == owner {
            found.append(tenants[next].demand)
            next += 1
        }
    }

    /// The first of `count` ordered positions at which `isBefore` no longer holds.
    private static func partition(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func removeRepeats(from sorted: inout [Int32]) {
        var kept = 0
        for index in sorted.indices where kept == 0 || sorted[index] != sorted[kept - 1] {
            sorted[kept] = sorted[index]
            kept += 1
        }
        sorted.removeLast(sorted.count - kept)
    }
}
