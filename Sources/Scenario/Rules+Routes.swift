// SPDX-License-Identifier: GPL-3.0-or-later

extension Rules {
    mutating func checkRoutes() {
        guard !tables.routes.isEmpty else { return }
        for index in tables.routes.indices {
            let route = tables.routes[index]
            guard route.isOpen else { continue }
            checkLength(of: route)
            checkReach(of: route)
            if route.capacity == 0, let mode = route.mode {
                let (from, to) = names(of: route)
                report(.routeWithoutCapacity(from: from, to: to, mode: tables.modes[mode].id), .routes, route.provenance, "capacity")
            }
        }
        checkDirections()
        checkEmptyParks()
    }

    private func names(of route: Route) -> (from: String, to: String) {
        switch route.ends {
        case .firms(let from, let to): (tables.firms[from].id, tables.firms[to].id)
        case .parks(let from, let to): (tables.parks[from].id, tables.parks[to].id)
        }
    }

    /// The points between which a route runs; nil where one is not known.
    private func points(of route: Route) -> (Coordinates, Coordinates)? {
        func point(_ firm: Reference<Firm>) -> Coordinates? {
            tables.firms[firm].coordinates ?? tables.firms[firm].park.flatMap { tables.parks[$0].coordinates }
        }
        let (first, second) =
            switch route.ends {
            case .firms(let from, let to): (point(from), point(to))
            case .parks(let from, let to): (tables.parks[from].coordinates, tables.parks[to].coordinates)
            }
        guard let first, let second, first.isOnEarth, second.isOnEarth else { return nil }
        return (first, second)
    }

    /// No road is shorter than the straight line, and hardly one is five times as long.
    ///
    /// Published coordinates are good to a km or so, and a park is some km wide: a tenth of the straight line and 3 km are let pass.
    private mutating func checkLength(of route: Route) {
        guard let (first, second) = points(of: route) else { return }
        let straight = first.kilometres(to: second), kilometres = route.kilometres
        let (from, to) = names(of: route)
        if kilometres < 0.9 * straight - 3 {
            report(.routeTooShort(from: from, to: to, kilometres: kilometres, straight: straight), .routes, route.provenance, "km")
        } else if kilometres > 5 * straight + 50 {
            report(.routeTooLong(from: from, to: to, kilometres: kilometres, straight: straight), .routes, route.provenance, "km")
        }
    }

    private mutating func checkReach(of route: Route) {
        let reach: Double?
        if let mode = route.mode {
            reach = tables.modes[mode].maximumKilometres
        } else {
            // One mode without a limit is enough.
            let limits = tables.modes.compactMap(\.maximumKilometres)
            reach = limits.count == tables.modes.count ? limits.max() : nil
        }
        guard let reach, route.kilometres > reach else { return }
        let (from, to) = names(of: route)
        report(
            .routeBeyondReach(from: from, to: to, kilometres: route.kilometres, mode: route.mode.map { tables.modes[$0].id }, reach: reach),
            .routes, route.provenance, "km")
    }

    /// Rows of opposite directions that both serve both ways should agree; if not, each direction goes by its own row.
    private mutating func checkDirections() {
        struct Key: Hashable { var ends: RouteEnds, mode: Reference<Mode>? }
        var rows: [Key: Int] = [:]
        for (index, route) in tables.routes.enumerated() where route.isOpen && !route.isOneWay {
            let reversed: RouteEnds =
                switch route.ends {
                case .firms(let from, let to): .firms(from: to, to: from)
                case .parks(let from, let to): .parks(from: to, to: from)
                }
            if let other = rows[Key(ends: reversed, mode: route.mode)], tables.routes[other].kilometres != route.kilometres {
                let (from, to) = names(of: route)
                report(
                    .directionsDiffer(from: from, to: to, kilometres: route.kilometres, back: tables.routes[other].kilometres), .routes,
                    route.provenance, "km")
            }
            rows[Key(ends: route.ends, mode: route.mode)] = index
        }
    }

    /// A row between parks serves those who stand there; where nobody does, the row says nothing.
    private mutating func checkEmptyParks() {
        var isEmpty = [Bool](repeating: true, count: tables.parks.count)
        for index in tables.firms.indices {
            if let park = tables.firms[index].park { isEmpty[Int(park.position)] = false }
        }
        for process in tables.processes {
            if case .park(let park) = process.site { isEmpty[Int(park.position)] = false }
        }
        for route in tables.routes {
            guard case .parks(let from, let to) = route.ends else { continue }
            guard let empty = [from, to].first(where: { isEmpty[Int($0.position)] }) else { continue }
            let names = names(of: route)
            report(
                .routeToEmptyPark(from: names.from, to: names.to, park: tables.parks[empty].id), .routes, route.provenance,
                empty == from ? "from" : "to")
        }
    }
}
