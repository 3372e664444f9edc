// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Scenario

/// The room that parks have, as far as they declare it (`land_available` in `declarations`, in hectares).
extension Screener {
    /// Land that a park declares to be free on the last day of the scenario's year; nil where it says nothing.
    func freeLand(_ park: Reference<Park>) -> Double? {
        scenario.tables.declaredNumber("land_available", of: .park(park), on: Day(lastOf: scenario.tables.settings.year))
    }

    /// The park in which all of a project would stand; nil where it stands in several or in none.
    func park(of project: Reference<Project>) -> Reference<Park>? {
        let tables = scenario.tables
        let parks = tables.parties(of: project).map { party -> Reference<Park>? in
            switch party {
            case .firm(let firm): return tables.firms[firm].park
            case .process(let process):
                switch tables.processes[process].site {
                case .firm(let host):
                    // A plant at somebody else's firm needs no land of the park's.
                    return tables.firms[host].park
                case .park(let park): return park
                case .coordinates: return nil
                }
            }
        }
        return Set(parks).count == 1 ? parks.first.flatMap(\.self) : nil
    }

    /// Why a project does not fit into its park; nil where it does, or where nothing tells.
    func roomBlocker(_ project: Reference<Project>) -> Blocker? {
        guard let park = park(of: project), let available = freeLand(park), let needed = scenario.tables.projects[project].landHectares,
            needed > available * (1 + 1e-9)
        else { return nil }
        return .noRoom(park, needed: needed, available: available)
    }

    /// The parks with declared free land in which some of `projects` would stand, by id, with those projects.
    func rooms(of projects: [Reference<Project>]) -> [(park: Reference<Park>, available: Double, projects: Set<Reference<Project>>)] {
        let tables = scenario.tables
        return tables.parks.references.sorted { tables.parks[$0].id < tables.parks[$1].id }.compactMap { park in
            let own = Set(projects.filter { self.park(of: $0) == park })
            guard !own.isEmpty, let available = freeLand(park) else { return nil }
            return (park, available, own)
        }
    }
}
