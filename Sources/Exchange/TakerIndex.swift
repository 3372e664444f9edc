// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Scenario

/// The takers that each resource could serve, arranged so that those near a place are found without trying all.
///
/// Those of one resource, by itself and by what it can stand in for, are cut by latitude into about √n strips, and each strip is sorted by
/// longitude: the leaves of a sort-tile-recursive tree (Leutenegger, Lopez and Edgington 1997). A search looks at the strips that its circle
/// meets, in each between two longitudes only, so that it costs about √n and what it finds. All strips lie in a few flat arrays.
struct TakerIndex {
    /// A taker as a search finds it: which of the resource's targets it needs, and its position in ``Network/demands``.
    struct Taker: Comparable {
        private let key: UInt64

        init(target: Int, demand: Int32) { key = UInt64(target) << 32 | UInt64(UInt32(bitPattern: demand)) }

        var target: Int { Int(key >> 32) }
        var demand: Int { Int(key & 0xFFFF_FFFF) }

        /// By target, then by demand.
        static func < (left: Taker, right: Taker) -> Bool { left.key < right.key }
    }

    private struct Point { var longitude: Double, direction: SIMD3<Double>, taker: Taker }
    private struct Strip { var south: Double, north: Double, points: Range<Int32> }
    private struct Tenant { var owner: Int32, taker: Taker }

    /// Strips of fewer points cost more to find than to look through.
    private static let fewestPoints = 8

    /// Positions in ``Network/demands`` by the resource that is needed, in order.
    private var demands: [[Int32]]
    /// Per resource, the resources that it can serve as.
    private let targets: [[Int]]
    private var points: [Point] = [], strips: [Strip] = [], stripStarts = [0]
    /// Those whose place is unknown, and those of parks and firms, with where each resource's begin.
    private var adrift: [Taker] = [], adriftStarts = [0]
    private var parkTenants: [Tenant] = [], parkStarts = [0], firmTenants: [Tenant] = [], firmStarts = [0]

    /// - Parameters:
    ///   - targets: per resource, the resources that it can serve as, in the order in which they are to be found.
    ///   - period: the position of the period whose takers are meant.
    init(_ network: Network, _ distances: Distances, targets: [[Int]], period: Int) {
        demands = [[Int32]](repeating: [], count: targets.count)
        self.targets = targets
        for index in network.demands.indices where network.demands[index].period == period {
            demands[Int(network.demands[index].resource.position)].append(Int32(index))
        }
        for list in targets { add(list, network, distances) }
    }

    private mutating func add(_ targets: [Int], _ network: Network, _ distances: Distances) {
        var placed: [Placed] = []
        for (number, target) in targets.enumerated() {
            for demand in demands[target] {
                let place = network.demands[Int(demand)].place, taker = Taker(target: number, demand: demand)
                let spot = distances.spots[place]
                if spot.isPlaced {
                    placed.append(Placed(degrees: distances.latitude[place], place: Int32(place), taker: taker))
                } else {
                    adrift.append(taker)
                }
                if spot.park >= 0 { parkTenants.append(Tenant(owner: spot.park, taker: taker)) }
                // Those of its own firm stand at one point and are found as near; others only where a route leads to them.
                if spot.firm >= 0, distances.firmRoutes.hasRows(of: spot.firm) {
                    firmTenants.append(Tenant(owner: spot.firm, taker: taker))
                }
            }
        }
        addStrips(&placed, distances)
        parkTenants[(parkStarts.last ?? 0)...].sort { ($0.owner, $0.taker) < ($1.owner, $1.taker) }
        firmTenants[(firmStarts.last ?? 0)...].sort { ($0.owner, $0.taker) < ($1.owner, $1.taker) }
        stripStarts.append(strips.count)
        adriftStarts.append(adrift.count)
        parkStarts.append(parkTenants.count)
        firmStarts.append(firmTenants.count)
    }

    /// A taker while it is put in order, by one of its degrees.
    private struct Placed { var degrees: Double, place: Int32, taker: Taker }

    private mutating func addStrips(_ placed: inout [Placed], _ distances: Distances) {
        placed.sort { $0.degrees < $1.degrees }
        let length = max(Self.fewestPoints, Int(Double(placed.count).squareRoot()))
        for start in stride(from: 0, to: placed.count, by: length) {
            let end = min(start + length, placed.count), first = Int32(points.count)
            let south = placed[start].degrees, north = placed[end - 1].degrees
            for index in start..<end { placed[index].degrees = distances.longitude[Int(placed[index].place)] }
            placed[start..<end].sort { $0.degrees < $1.degrees }
            for index in start..<end {
                let direction = distances.spots[Int(placed[index].place)].direction
                points.append(Point(longitude: placed[index].degrees, direction: direction, taker: placed[index].taker))
            }
            strips.append(Strip(south: south, north: north, points: first..<Int32(points.count)))
        }
    }

    /// Hands to `body` every demand that a resource could serve, by target and in order.
    func forEachDemand(of resource: Int, _ body: (Int) -> Void) {
        for target in targets[resource] { for demand in demands[target] { body(Int(demand)) } }
    }

    /// Replaces `found` by every taker that a giver of a resource at `place` could possibly reach, in order and without repeats: those within
    /// reach, those that a row of `routes` joins it with, those of its own park, and those whose place is unknown.
    func collect(_ resource: Int, near place: Int, _ reach: Reach, _ distances: Distances, into found: inout [Taker]) {
        found.removeAll(keepingCapacity: true)
        let spot = distances.spots[place]
        guard spot.isPlaced, reach.kilometres.isFinite else {
            for (number, target) in targets[resource].enumerated() {
                found.append(contentsOf: demands[target].lazy.map { Taker(target: number, demand: $0) })
            }
            return
        }
        let latitude = distances.latitude[place], (west, east) = reach.window(around: latitude, distances.longitude[place])
        search(resource, west, east, latitude, spot.direction, reach, into: &found)
        // Where the circle crosses the date line the rest of it lies at the other end.
        if west < -180 { search(resource, west + 360, 180, latitude, spot.direction, reach, into: &found) }
        if east > 180 { search(resource, -180, east - 360, latitude, spot.direction, reach, into: &found) }
        let near = found.count
        found.append(contentsOf: adrift[adriftStarts[resource]..<adriftStarts[resource + 1]])
        if spot.park >= 0 {
            let tenants = parkStarts[resource]..<parkStarts[resource + 1]
            append(parkTenants, tenants, of: spot.park, to: &found)
            for row in distances.parkRoutes.rows(from: spot.park) { append(parkTenants, tenants, of: row.other, to: &found) }
        }
        if spot.firm >= 0 {
            let tenants = firmStarts[resource]..<firmStarts[resource + 1]
            for row in distances.firmRoutes.rows(from: spot.firm) { append(firmTenants, tenants, of: row.other, to: &found) }
        }
        found.sort()
        if found.count > near { TakerIndex.removeRepeats(from: &found) }
    }

    /// Appends the takers within reach whose longitude lies between two.
    private func search(
        _ resource: Int, _ west: Double, _ east: Double, _ latitude: Double, _ direction: SIMD3<Double>, _ reach: Reach,
        into found: inout [Taker]
    ) {
        let south = latitude - reach.degrees, north = latitude + reach.degrees
        let last = stripStarts[resource + 1]
        var strip = TakerIndex.partition(stripStarts[resource]..<last) { strips[$0].north < south }
        while strip < last, strips[strip].south <= north {
            let range = strips[strip].points, end = Int(range.upperBound)
            var next = TakerIndex.partition(Int(range.lowerBound)..<end) { points[$0].longitude < west }
            while next < end, points[next].longitude <= east {
                let between = points[next].direction - direction
                if (between * between).sum() <= reach.chord { found.append(points[next].taker) }
                next += 1
            }
            strip += 1
        }
    }

    private func append(_ tenants: [Tenant], _ range: Range<Int>, of owner: Int32, to found: inout [Taker]) {
        var next = TakerIndex.partition(range) { tenants[$0].owner < owner }
        while next < range.upperBound, tenants[next].owner == owner {
            found.append(tenants[next].taker)
            next += 1
        }
    }

    /// The first of ordered positions at which `isBefore` no longer holds.
    private static func partition(_ range: Range<Int>, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func removeRepeats(from sorted: inout [Taker]) {
        var kept = 0
        for index in sorted.indices where kept == 0 || sorted[index] != sorted[kept - 1] {
            sorted[kept] = sorted[index]
            kept += 1
        }
        sorted.removeLast(sorted.count - kept)
    }
}
