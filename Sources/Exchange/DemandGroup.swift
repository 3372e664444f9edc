// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The takers of one resource, arranged so that those near a place are found without trying all.
struct DemandGroup {
    /// Positions in ``Network/demands``, in order.
    let members: [Int]
    private var sorted: [(latitude: Double, demand: Int, direction: SIMD3<Double>)] = []
    private var adrift: [Int] = []
    private var byPark: [Int32: [Int]] = [:], byFirm: [Int32: [Int]] = [:]

    init(_ members: [Int], _ network: Network, _ distances: Distances) {
        self.members = members
        for demand in members {
            let index = network.demands[demand].place, place = network.places[index]
            if let position = place.position {
                sorted.append((position.latitude, demand, distances.directions[index]))
            } else {
                adrift.append(demand)
            }
            if let park = place.park { byPark[park.position, default: []].append(demand) }
            if let firm = place.firm { byFirm[firm.position, default: []].append(demand) }
        }
        sorted.sort { ($0.latitude, $0.demand) < ($1.latitude, $1.demand) }
    }

    /// Adds, in order and without repeats, every taker that a supply at `place` could possibly reach within `reach` km by road.
    func collect(near place: Int, reach: Double, _ network: Network, _ distances: Distances, into found: inout [Int]) {
        let here = network.places[place]
        guard let position = here.position, reach.isFinite else {
            found.append(contentsOf: members)
            return
        }
        let span = distances.latitudeReach(kilometres: reach)
        var low = 0, high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].latitude < position.latitude - span { low = middle + 1 } else { high = middle }
        }
        let direction = distances.directions[place], chord = distances.chord(kilometres: reach)
        while low < sorted.count, sorted[low].latitude <= position.latitude + span {
            let between = sorted[low].direction - direction
            if (between * between).sum() <= chord { found.append(sorted[low].demand) }
            low += 1
        }
        found.append(contentsOf: adrift)
        if let park = here.park {
            found.append(contentsOf: byPark[park.position] ?? [])
            for other in distances.parkPartners[park.position] ?? [] { found.append(contentsOf: byPark[other] ?? []) }
        }
        if let firm = here.firm {
            found.append(contentsOf: byFirm[firm.position] ?? [])
            for other in distances.firmPartners[firm.position] ?? [] { found.append(contentsOf: byFirm[other] ?? []) }
        }
        found.sort()
        var last = -1
        found.removeAll { demand in
            defer { last = demand }
            return demand == last
        }
    }
}
