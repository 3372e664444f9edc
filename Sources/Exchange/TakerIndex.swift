// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Scenario

/// The takers that each resource could serve, arranged so that those near a place are found without trying all.
///
/// Those of one resource, by itself and by what it can stand in for, are cut by latitude into about √n strips, and each strip is sorted by
/// longitude: the leaves of a sort-tile-recursive tree (Leutenegger, Lopez and Edgington 1997). A search looks at the strips that its circle
/// meets, in each between two longitudes only, so that it costs about √n and what it finds. All strips lie in a few flat arrays.
struct TakerIndex {
    /// A taker as a search finds it and as the rules ask for it. Takers of a resource stand by target, then by demand.
    struct Taker {
        /// The position in ``Network/demands``, which of the resource's targets it needs, and where it stands.
        var demand: Int32, target: Int32, place: Int32
        /// The firm and the park by which routes apply; −1 for none. Whether the place has coordinates of its own.
        var firm: Int32, park: Int32, hasOwnPoint: Bool
    }

    /// A taker in its strip, by its number among its resource's.
    fileprivate struct Point { var longitude: UInt32, number: Int32, direction: Direction }
    private struct Strip { var south: UInt32, north: UInt32, points: Range<Int32> }

    /// Strips of fewer points cost more to find than to look through.
    private static let fewestPoints = 8

    /// Positions in ``Network/demands`` by the resource that is needed, in order.
    private var demands: [[Int32]]
    /// Per resource, the resources that it can serve as.
    private let targets: [[Int]]
    /// The takers of all resources, with where each resource's begin; what follows has them by their number there.
    private var takers: [Taker] = [], takerStarts = [0]
    private var points: [Point] = [], strips: [Strip] = [], stripStarts = [0]
    /// Those whose place is unknown, and those of parks and firms, with where each resource's begin; the latter are sorted
    private var adrift: [Int32] = [], adriftStarts = [0]
    /// by their owner and their number, see ``key(_:_:)``.
    private var parkTenants: [UInt64] = [], parkStarts = [0], firmTenants: [UInt64] = [], firmStarts = [0]

    /// - Parameters:
    ///   - targets: per resource, the resources that it can serve as, in the order in which they are to be found.
    ///   - period: the position of the period whose takers are meant.
    init(_ network: Network, _ distances: Distances, targets: [[Int]], period: Int) {
        demands = [[Int32]](repeating: [], count: targets.count)
        self.targets = targets
        for index in network.demands.indices where network.demands[index].period == period {
            demands[Int(network.demands[index].resource.position)].append(Int32(index))
        }
        let count = targets.joined().reduce(0) { $0 + demands[$1].count }
        takers.reserveCapacity(count)
        points.reserveCapacity(count)
        // Where no place hangs on its park and no row of `routes` joins parks, nobody asks for tenants of one.
        let asksForParks = !distances.hasOwnPoints || distances.parkRoutes.hasRows
        var placed: [UInt64] = []
        for list in targets {
            add(list, network, distances, asksForParks, &placed)
            addStrips(&placed, distances)
        }
    }

    private mutating func add(
        _ targets: [Int], _ network: Network, _ distances: Distances, _ asksForParks: Bool, _ placed: inout [UInt64]
    ) {
        placed.removeAll(keepingCapacity: true)
        let first = takers.count
        for (number, target) in targets.enumerated() {
            for demand in demands[target] {
                let place = network.demands[Int(demand)].place, own = Int32(takers.count - first)
                let spot = distances.spots[place]
                takers.append(
                    Taker(
                        demand: demand, target: Int32(number), place: Int32(place), firm: spot.firm, park: spot.park,
                        hasOwnPoint: spot.hasOwnPoint))
                if spot.isPlaced {
                    placed.append(TakerIndex.key(TakerIndex.quantum(distances.latitude[place]), own))
                } else {
                    adrift.append(own)
                }
                if asksForParks, spot.park >= 0 { parkTenants.append(TakerIndex.key(UInt32(bitPattern: spot.park), own)) }
                // Those of its own firm stand at one point and are found as near; others only where a route leads to them.
                if spot.firm >= 0, distances.firmRoutes.hasRows(of: spot.firm) {
                    firmTenants.append(TakerIndex.key(UInt32(bitPattern: spot.firm), own))
                }
            }
        }
        takerStarts.append(takers.count)
        parkTenants[(parkStarts.last ?? 0)...].sort()
        firmTenants[(firmStarts.last ?? 0)...].sort()
        adriftStarts.append(adrift.count)
        parkStarts.append(parkTenants.count)
        firmStarts.append(firmTenants.count)
    }

    /// Degrees, from −180 to 180, as a whole number of 2⁻³² of a circle: what is not less in degrees is not less in these either, so that a search
    /// by them loses nothing, and they are sorted together with what they belong to.
    private static func quantum(_ degrees: Double) -> UInt32 {
        UInt32(max(0, min(4_294_967_295, (degrees + 180) / 360 * 4_294_967_296)))
    }

    /// A number that is sorted by the first half, then by the second.
    private static func key(_ first: UInt32, _ number: Int32) -> UInt64 { UInt64(first) << 32 | UInt64(UInt32(bitPattern: number)) }

    /// Cuts the last resource's takers into strips.
    private mutating func addStrips(_ placed: inout [UInt64], _ distances: Distances) {
        let start = takerStarts[takerStarts.count - 2]
        placed.sort()
        let length = max(Self.fewestPoints, Int(Double(placed.count).squareRoot()))
        for first in stride(from: 0, to: placed.count, by: length) {
            let end = min(first + length, placed.count), firstPoint = Int32(points.count)
            let south = UInt32(placed[first] >> 32), north = UInt32(placed[end - 1] >> 32)
            for index in first..<end {
                let number = Int32(truncatingIfNeeded: placed[index])
                let place = Int(takers[start + Int(number)].place)
                placed[index] = TakerIndex.key(TakerIndex.quantum(distances.longitude[place]), number)
            }
            placed[first..<end].sort()
            for index in first..<end {
                let number = Int32(truncatingIfNeeded: placed[index])
                let direction = distances.spots[Int(takers[start + Int(number)].place)].direction
                points.append(Point(longitude: UInt32(placed[index] >> 32), number: number, direction: direction))
            }
            strips.append(Strip(south: south, north: north, points: firstPoint..<Int32(points.count)))
        }
        stripStarts.append(strips.count)
    }

    /// Hands to `body` every demand that a resource could serve, by target and in order.
    func forEachDemand(of resource: Int, _ body: (Int) -> Void) {
        for target in targets[resource] { for demand in demands[target] { body(Int(demand)) } }
    }

    /// The takers of a resource: what a search finds is positions among them.
    func takers(of resource: Int) -> ArraySlice<Taker> { takers[takerStarts[resource]..<takerStarts[resource + 1]] }

    /// Fills `search` with every taker that a giver of a resource at `place` could possibly reach, in order and without repeats: those within
    /// reach, those that a row of `routes` joins it with, those of its own park, and those whose place is unknown.
    func collect(_ resource: Int, near place: Int, _ reach: Reach, _ distances: Distances, into search: inout TakerSearch) {
        let count = takerStarts[resource + 1] - takerStarts[resource], spot = distances.spots[place]
        guard spot.isPlaced, reach.kilometres.isFinite else { return search.beginWithAll(count: count) }
        search.begin(count: count)
        let latitude = distances.latitude[place], (west, east) = reach.window(around: latitude, distances.longitude[place])
        look(resource, west, east, latitude, spot.direction, reach, &search)
        // Where the circle crosses the date line the rest of it lies at the other end.
        if west < -180 { look(resource, west + 360, 180, latitude, spot.direction, reach, &search) }
        if east > 180 { look(resource, -180, east - 360, latitude, spot.direction, reach, &search) }
        for index in adriftStarts[resource]..<adriftStarts[resource + 1] { search.insert(adrift[index]) }
        if spot.park >= 0 {
            let tenants = parkStarts[resource]..<parkStarts[resource + 1]
            if !distances.hasOwnPoints { insert(parkTenants, tenants, of: spot.park, &search) }
            for row in distances.parkRoutes.rows(from: spot.park) { insert(parkTenants, tenants, of: row.other, &search) }
        }
        if spot.firm >= 0 {
            let tenants = firmStarts[resource]..<firmStarts[resource + 1]
            for row in distances.firmRoutes.rows(from: spot.firm) { insert(firmTenants, tenants, of: row.other, &search) }
        }
    }

    /// Inserts the takers within reach whose longitude lies between two.
    private func look(
        _ resource: Int, _ west: Double, _ east: Double, _ latitude: Double, _ direction: Direction, _ reach: Reach,
        _ search: inout TakerSearch
    ) {
        let south = TakerIndex.quantum(latitude - reach.degrees), north = TakerIndex.quantum(latitude + reach.degrees)
        let (west, east) = (TakerIndex.quantum(west), TakerIndex.quantum(east))
        let last = stripStarts[resource + 1]
        var strip = TakerIndex.partition(stripStarts[resource]..<last) { strips[$0].north < south }
        while strip < last, strips[strip].south <= north {
            let range = strips[strip].points, end = Int(range.upperBound)
            let next = TakerIndex.partition(Int(range.lowerBound)..<end) { points[$0].longitude < west }
            search.insert(points, next..<end, through: east, near: direction, reach.chord)
            strip += 1
        }
    }

    private func insert(_ tenants: [UInt64], _ range: Range<Int>, of owner: Int32, _ search: inout TakerSearch) {
        let first = TakerIndex.key(UInt32(bitPattern: owner), 0)
        var next = TakerIndex.partition(range) { tenants[$0] < first }
        while next < range.upperBound, tenants[next] >> 32 == first >> 32 {
            search.insert(Int32(truncatingIfNeeded: tenants[next]))
            next += 1
        }
    }

    /// The first of ordered positions at which `isBefore` no longer holds.
    @inline(__always) private static func partition(_ range: Range<Int>, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What one search after another finds among the takers of a resource, in the room that the first took.
///
/// A mark for each taker puts what is found in order and keeps it from being found twice, which costs less than sorting it. A search is read to its
/// end, which takes the marks away again.
struct TakerSearch {
    private var marks: [UInt64] = [], chords: [Double] = []
    /// How far it has been read: the marks left of the last word, the number of its first taker, and the next word.
    private var rest: UInt64 = 0, base = 0, word = 0, wordCount = 0

    /// Begins a search among `count` takers.
    fileprivate mutating func begin(count: Int) {
        (word, wordCount) = (0, (count + 63) / 64)
        while marks.count < wordCount { marks.append(0) }
        while chords.count < count { chords.append(0) }
    }

    /// Finds all of `count` takers.
    fileprivate mutating func beginWithAll(count: Int) {
        begin(count: count)
        for number in 0..<count { insert(Int32(number)) }
    }

    /// Finds the taker of a number, whose distance may be known from an earlier find.
    fileprivate mutating func insert(_ number: Int32) {
        let (word, mark) = (Int(number) >> 6, UInt64(1) << UInt64(number & 63))
        if marks[word] & mark == 0 { chords[Int(number)] = -1 }
        marks[word] |= mark
    }

    /// Finds those of points, sorted by longitude, that lie as far as `east` and within a chord whose square is `limit`.
    fileprivate mutating func insert(
        _ points: [TakerIndex.Point], _ range: Range<Int>, through east: UInt32, near direction: Direction, _ limit: Double
    ) {
        // Whether the arrays are this search's own is asked once, not at each find.
        TakerSearch.insert(points, range, through: east, near: direction, limit, marks: &marks, chords: &chords)
    }

    private static func insert(
        _ points: [TakerIndex.Point], _ range: Range<Int>, through east: UInt32, near direction: Direction, _ limit: Double,
        marks: inout [UInt64], chords: inout [Double]
    ) {
        var marks = marks.mutableSpan, chords = chords.mutableSpan
        for index in range {
            guard points[index].longitude <= east else { return }
            let chord = direction.squaredChord(to: points[index].direction)
            guard chord <= limit else { continue }
            let number = Int(points[index].number)
            marks[number >> 6] |= UInt64(1) << UInt64(number & 63)
            chords[number] = chord
        }
    }

    /// The next taker found, by its number among its resource's, and the square of the chord between it and the giver; negative where that was not
    /// asked. Nil at the end.
    @inline(__always) mutating func next() -> (number: Int, chord: Double)? {
        while rest == 0 {
            guard word < wordCount else { return nil }
            rest = marks[word]
            base = word << 6
            if rest != 0 { marks[word] = 0 }
            word += 1
        }
        let number = base + rest.trailingZeroBitCount
        rest &= rest - 1
        return (number, chords[number])
    }
}
