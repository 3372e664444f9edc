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

/// A name that no project of the scenario has.
struct UnknownProject: Error {
    var name: String
    var known: [String]
}
