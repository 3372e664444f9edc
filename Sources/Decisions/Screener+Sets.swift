// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram
internal import Scenario

/// Projects together.
extension Screener {
    /// The most projects whose pairs are all solved: beyond that, the pairs of those that rank first.
    private static let pairedProjects = 20

    /// Pairs that are worth more or less together than alone.
    mutating func pairs(_ projects: [ScreenedProject]) throws(ScreeningFailure) -> [ProjectPair] {
        let able = projects.filter { $0.effect?.gain != nil }.sorted { ($0.effect?.gain ?? 0) > ($1.effect?.gain ?? 0) }
        let paired = able.prefix(Self.pairedProjects).map(\.project).sorted {
            scenario.tables.projects[$0].id < scenario.tables.projects[$1].id
        }
        var pairs: [ProjectPair] = []
        for (position, first) in paired.enumerated() {
            for second in paired.dropFirst(position + 1) {
                guard let one = alone[first], let other = alone[second],
                    case .success(let planner) = planner(scenario.tables, with: [first, second]),
                    let both = try value(planner, from: one.start)
                else { continue }
                let pair = ProjectPair(
                    first: first, second: second, together: added(both), firstAlone: added(one), secondAlone: added(other))
                if abs(pair.interaction) > 10 * gainTolerance { pairs.append(pair) }
            }
        }
        let order = pairs.indices.sorted { (abs(pairs[$1].interaction), $0) < (abs(pairs[$0].interaction), $1) }
        return order.map { pairs[$0] }
    }

    /// The best set within the limits, by one integer program, and solved again as a plan.
    mutating func bestSet(_ projects: [ScreenedProject]) throws(ScreeningFailure) -> BestSet? {
        let tables = scenario.tables
        let able = projects.filter { $0.effect?.gain != nil }.map(\.project).sorted { tables.projects[$0].id < tables.projects[$1].id }
        var offered = able, undeclared: [Reference<Project>] = []
        if options.land != nil || options.investment != nil {
            undeclared = able.filter {
                options.land != nil && tables.projects[$0].landHectares == nil
                    || options.investment != nil && tables.projects[$0].capex == nil
            }
        }
        // What asks for a park's land without saying how much could take any.
        let rooms = rooms(of: able)
        undeclared += able.filter { project in
            !undeclared.contains(project) && tables.projects[project].landHectares == nil
                && rooms.contains { $0.projects.contains(project) }
        }
        undeclared.sort { tables.projects[$0].id < tables.projects[$1].id }
        offered = able.filter { !undeclared.contains($0) }
        var limits: [ProjectLimit] = []
        if let land = options.land { limits.append(ProjectLimit(uses: offered.map { tables.projects[$0].landHectares ?? 0 }, most: land)) }
        if let most = options.investment { limits.append(ProjectLimit(uses: offered.map { tables.projects[$0].capex ?? 0 }, most: most)) }
        for room in rooms {
            let uses = offered.map { room.projects.contains($0) ? tables.projects[$0].landHectares ?? 0 : 0 }
            limits.append(ProjectLimit(uses: uses, most: room.available))
        }
        var chosen: [Reference<Project>] = [], gain = 0.0, isProved = true
        if !offered.isEmpty {
            guard case .success(let all) = planner(tables, with: Set(offered)) else { return nil }
            let choice: ProjectChoice?
            do throws(SolverFailure) {
                choice = try all.choice(among: offered, limits: limits, options: SolveOptions(isCancelled: options.isCancelled))
            } catch { throw .solver(error) }
            guard let choice else { return nil }
            chosen = choice.projects
            guard case .success(let planner) = planner(tables, with: Set(chosen)), let value = try value(planner, from: baseValue.start)
            else { return nil }
            gain = added(value)
            isProved = choice.isProved && abs(choice.gain - (value.gain - value.fixedCost + baseValue.fixedCost)) <= 100 * gainTolerance
        }
        let parkLand = rooms.map { room in
            let used = chosen.reduce(0) { $0 + (room.projects.contains($1) ? tables.projects[$1].landHectares ?? 0 : 0) }
            return ParkRoom(park: room.park, available: room.available, used: used)
        }
        return BestSet(
            land: options.land, investment: options.investment, projects: chosen, gain: gain,
            landUsed: chosen.reduce(0) { $0 + (tables.projects[$1].landHectares ?? 0) },
            investmentUsed: chosen.reduce(0) { $0 + (tables.projects[$1].capex ?? 0) }, parkLand: parkLand, undeclared: undeclared,
            isProved: isProved)
    }
}
