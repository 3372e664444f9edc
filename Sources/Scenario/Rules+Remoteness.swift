// SPDX-License-Identifier: GPL-3.0-or-later

/// Places far from the rest of a scenario: most often a figure that was typed wrong.
///
/// Two tests find them. The *middle* of a scenario is the point of the median latitude and the median longitude, which a few wrong
/// places do not move. A place is *alone* if no other place lies in its square of two degrees or the eight around it; each square is
/// some 220 km high, so that nobody else is within that distance to the north or south. Both take one pass over the places.
private struct Neighbourhood {
    private struct Square: Hashable { var row: Int, column: Int }
    private var counts: [Square: Int] = [:]

    init(_ rows: [PlacedRow]) {
        for row in rows { counts[Self.square(of: row.coordinates), default: 0] += 1 }
    }

    private static func square(of point: Coordinates) -> Square {
        Square(row: Int((point.latitude / 2).rounded(.down)), column: (Int((point.longitude / 2).rounded(.down)) + 180) % 180)
    }

    func isAlone(_ point: Coordinates) -> Bool {
        let own = Self.square(of: point)
        if counts[own] ?? 0 > 1 { return false }
        var others = -1
        for row in own.row - 1...own.row + 1 {
            for column in own.column - 1...own.column + 1 { others += counts[Square(row: row, column: (column + 180) % 180)] ?? 0 }
        }
        return others == 0
    }
}

extension Rules {
    /// Three places or fewer have no middle that one of them could be far from.
    private static let fewestPlaces = 4
    /// A place this far from the middle may have its coordinates changed round.
    private static let remoteKilometres = 500.0
    /// More places alone than this make a scenario of far places, not one of wrong figures.
    private static let mostAlone = 8

    mutating func checkRemoteness(_ all: [PlacedRow]) {
        let rows = checkNullIsland(all)
        guard rows.count >= Self.fewestPlaces else { return }
        let middle = Coordinates(
            latitude: median(rows.map(\.coordinates.latitude)), longitude: median(rows.map(\.coordinates.longitude)))
        var told: Set<Int> = []
        for (index, row) in rows.enumerated() {
            let point = row.coordinates
            // Two degrees both ways are at most 315 km together.
            if abs(point.latitude - middle.latitude) < 2, abs(point.longitude - middle.longitude) < 2 { continue }
            let away = point.kilometres(to: middle)
            guard away > Self.remoteKilometres, point.swapped.isOnEarth, point.swapped.kilometres(to: middle) < away / 10 else { continue }
            report(.swapped(place: id(of: row), coordinates: point, farAway: away), row)
            told.insert(index)
        }
        checkLoneliness(rows, told: told)
    }

    /// Reports places at 0, 0 where some other place is far from there, and returns the rest.
    private mutating func checkNullIsland(_ rows: [PlacedRow]) -> [PlacedRow] {
        let null = Coordinates(latitude: 0, longitude: 0)
        let zeros = rows.filter { $0.coordinates == null }
        guard !zeros.isEmpty, rows.contains(where: { $0.coordinates.kilometres(to: null) > Self.remoteKilometres }) else { return rows }
        for row in zeros { report(.nullIsland(place: id(of: row)), row) }
        return rows.filter { $0.coordinates != null }
    }

    private mutating func checkLoneliness(_ rows: [PlacedRow], told: Set<Int>) {
        let neighbourhood = Neighbourhood(rows)
        let alone = rows.indices.filter { !told.contains($0) && neighbourhood.isAlone(rows[$0].coordinates) }
        guard !alone.isEmpty, alone.count <= min(Self.mostAlone, rows.count / Self.fewestPlaces) else { return }
        for index in alone {
            var nearest: (index: Int, kilometres: Double)?
            for other in rows.indices where other != index && !told.contains(other) {
                let kilometres = rows[index].coordinates.kilometres(to: rows[other].coordinates)
                if kilometres < nearest?.kilometres ?? .infinity { nearest = (other, kilometres) }
            }
            guard let nearest else { continue }
            report(
                .farFromAll(place: id(of: rows[index]), nearest: id(of: rows[nearest.index]), kilometres: nearest.kilometres), rows[index])
        }
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
