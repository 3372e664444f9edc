// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import ScenarioFiles
internal import Texts

extension Console {
    /// Tells faults on standard error, one a line; warnings only where remarks are wanted.
    func list(_ faults: [LocatedFault]) {
        for fault in faults where fault.kind.severity == .error || !isQuiet { print(fault.message(in: Speech.language).printable) }
    }
}

extension Scenario {
    /// The projects that `--with` names; else the name that is none.
    func projects(named list: String?) -> Result<Set<Reference<Project>>, UnknownProject> {
        var found: Set<Reference<Project>> = []
        for name in (list ?? "").split(separator: ",").map({ $0.filter { $0 != " " } }) where !name.isEmpty {
            guard let project = tables.projects.references.first(where: { tables.projects[$0].id == name }) else {
                return .failure(UnknownProject(name: name, known: tables.projects.map(\.id)))
            }
            found.insert(project)
        }
        return .success(found)
    }
}

extension Scenario {
    /// The parks that a list names, nil for no list; else the name that is none.
    func parks(named list: String?) -> Result<[Reference<Park>]?, UnknownPark> {
        guard let list else { return .success(nil) }
        var found: [Reference<Park>] = []
        for name in list.split(separator: ",").map({ $0.filter { $0 != " " } }) where !name.isEmpty {
            guard let park = tables.parks.references.first(where: { tables.parks[$0].id == name }) else {
                return .failure(UnknownPark(name: name, known: tables.parks.map(\.id)))
            }
            if !found.contains(park) { found.append(park) }
        }
        return .success(found)
    }
}

/// A name that no park of the scenario has.
struct UnknownPark: Error {
    var name: String
    var known: [String]
}

/// A name that no project of the scenario has.
struct UnknownProject: Error {
    var name: String
    var known: [String]
}
