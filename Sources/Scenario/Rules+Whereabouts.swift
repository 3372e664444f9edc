// SPDX-License-Identifier: GPL-3.0-or-later

extension Rules {
    /// Firms that have something to exchange and no place, no park and no route.
    mutating func checkFirmsNowhere() {
        // A firm alone exchanges with its own plants only, and nothing is driven between those.
        let hostless = tables.processes.contains { if case .firm = $0.site { false } else { true } }
        guard tables.firms.count > 1 || hostless else { return }
        let lost = tables.firms.indices.filter { tables.firms[$0].coordinates == nil && tables.firms[$0].park == nil }
        guard !lost.isEmpty else { return }
        let routed = firmsWithRoutes(), active = firmsWithStreams()
        for firm in lost where active[firm] && !routed[firm] {
            report(.nowhere(firm: tables.firms[firm].id), .firms, tables.firms[firm].provenance, "latitude")
        }
    }

    /// Parks that have no coordinates and no routes, while some member has none of its own and somebody stands elsewhere.
    mutating func checkParksWithoutCoordinates() {
        guard tables.parks.contains(where: { $0.coordinates == nil }) else { return }
        let parksRouted = parksWithRoutes(), firmsRouted = firmsWithRoutes(), active = firmsWithStreams()
        var residents = [Int](repeating: 0, count: tables.parks.count), dependent = residents
        var everybody = 0
        func note(_ park: Reference<Park>?, dependent isDependent: Bool) {
            everybody += 1
            guard let park else { return }
            residents[Int(park.position)] += 1
            if isDependent { dependent[Int(park.position)] += 1 }
        }
        for firm in tables.firms.indices where active[firm] {
            note(tables.firms[firm].park, dependent: tables.firms[firm].coordinates == nil && !firmsRouted[firm])
        }
        for process in tables.processes.indices {
            switch tables.processes[process].site {
            case .firm: break
            case .park(let park): note(park, dependent: true)
            case .coordinates: note(nil, dependent: false)
            }
        }
        for park in tables.parks.indices where tables.parks[park].coordinates == nil && !parksRouted[park] {
            guard dependent[park] > 0, residents[park] < everybody else { continue }
            report(
                .parkWithoutCoordinates(park: tables.parks[park].id, members: dependent[park]), .parks, tables.parks[park].provenance,
                "latitude")
        }
    }

    /// Per firm: whether it, or a plant at it, gives off or needs anything.
    private func firmsWithStreams() -> [Bool] {
        var active = [Bool](repeating: false, count: tables.firms.count)
        for index in tables.outputs.indices { active[Int(tables.outputs[index].firm.position)] = true }
        for index in tables.needs.indices { active[Int(tables.needs[index].firm.position)] = true }
        for process in tables.processes {
            if case .firm(let firm) = process.site { active[Int(firm.position)] = true }
        }
        return active
    }

    private func firmsWithRoutes() -> [Bool] {
        var routed = [Bool](repeating: false, count: tables.firms.count)
        for route in tables.routes {
            guard case .firms(let from, let to) = route.ends else { continue }
            routed[Int(from.position)] = true
            routed[Int(to.position)] = true
        }
        return routed
    }

    private func parksWithRoutes() -> [Bool] {
        var routed = [Bool](repeating: false, count: tables.parks.count)
        for route in tables.routes {
            guard case .parks(let from, let to) = route.ends else { continue }
            routed[Int(from.position)] = true
            routed[Int(to.position)] = true
        }
        return routed
    }
}
