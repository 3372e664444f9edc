// SPDX-License-Identifier: GPL-3.0-or-later

/// A park, a firm or a process with coordinates of its own.
struct PlacedRow {
    enum Kind { case park, firm, process }
    var kind: Kind
    /// The position in its table.
    var index: Int
    var coordinates: Coordinates
}

extension Rules {
    /// Where things stand: on Earth, each in its park, none of them lost.
    mutating func checkPlaces() {
        let placed = placedRows()
        let sound = placed.filter { $0.coordinates.isOnEarth }
        if sound.count < placed.count { checkWorld(placed.filter { !$0.coordinates.isOnEarth }) }
        checkRemoteness(sound)
        checkDistanceFromParks()
        checkParksAtOnePoint()
        checkFirmsNowhere()
        checkParksWithoutCoordinates()
    }

    private func placedRows() -> [PlacedRow] {
        var rows: [PlacedRow] = []
        rows.reserveCapacity(tables.parks.count + tables.firms.count)
        for index in tables.parks.indices {
            if let point = tables.parks[index].coordinates { rows.append(PlacedRow(kind: .park, index: index, coordinates: point)) }
        }
        for index in tables.firms.indices {
            if let point = tables.firms[index].coordinates { rows.append(PlacedRow(kind: .firm, index: index, coordinates: point)) }
        }
        for index in tables.processes.indices {
            if case .coordinates(let point) = tables.processes[index].site {
                rows.append(PlacedRow(kind: .process, index: index, coordinates: point))
            }
        }
        return rows
    }

    func id(of row: PlacedRow) -> String {
        switch row.kind {
        case .park: tables.parks[row.index].id
        case .firm: tables.firms[row.index].id
        case .process: tables.processes[row.index].id
        }
    }

    mutating func report(_ fault: PlaceFault, _ row: PlacedRow) {
        switch row.kind {
        case .park: report(fault, .parks, tables.parks[row.index].provenance, "latitude")
        case .firm: report(fault, .firms, tables.firms[row.index].provenance, "latitude")
        case .process: report(fault, .processes, tables.processes[row.index].provenance, "latitude")
        }
    }

    /// Coordinates that are not on Earth: changed round, metres for degrees, or neither.
    private mutating func checkWorld(_ rows: [PlacedRow]) {
        // No angle is that large, and no projected coordinate of a populated place is that small on both axes.
        let metres = rows.filter { min(abs($0.coordinates.latitude), abs($0.coordinates.longitude)) > 1000 }
        if let first = metres.first {
            report(.metresForDegrees(place: id(of: first), coordinates: first.coordinates, count: metres.count), first)
        }
        for row in rows where !(min(abs(row.coordinates.latitude), abs(row.coordinates.longitude)) > 1000) {
            let point = row.coordinates
            if point.swapped.isOnEarth {
                report(.swapped(place: id(of: row), coordinates: point, farAway: nil), row)
            } else {
                report(.outOfTheWorld(place: id(of: row), coordinates: point, system: tables.settings.coordinateSystem), row)
            }
        }
    }

    /// A firm stands within 20 km of its park's middle, or within twice the side of a square of the park's area, as large zones need.
    private mutating func checkDistanceFromParks() {
        for firm in tables.firms.indices {
            guard let park = tables.firms[firm].park, let point = tables.firms[firm].coordinates, point.isOnEarth,
                let middle = tables.parks[park].coordinates, middle.isOnEarth
            else { continue }
            // A tenth of a degree is at most 11.2 km each way, so that most firms need no trigonometry.
            if abs(point.latitude - middle.latitude) < 0.1, abs(point.longitude - middle.longitude) < 0.1 { continue }
            let kilometres = point.kilometres(to: middle)
            let side = ((tables.parks[park].areaHectares ?? 0) / 100).squareRoot()
            guard kilometres > max(20, 2 * side) else { continue }
            report(
                .farFromPark(firm: tables.firms[firm].id, park: tables.parks[park].id, kilometres: kilometres), .firms,
                tables.firms[firm].provenance, "latitude")
        }
    }

    private mutating func checkParksAtOnePoint() {
        var first: [Coordinates: Int] = [:]
        for park in tables.parks.indices {
            guard let point = tables.parks[park].coordinates else { continue }
            if let other = first[point] {
                report(
                    .samePoint(park: tables.parks[park].id, other: tables.parks[other].id), .parks, tables.parks[park].provenance,
                    "latitude")
            } else {
                first[point] = park
            }
        }
    }
}
