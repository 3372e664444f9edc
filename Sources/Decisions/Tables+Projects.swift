// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension Tables {
    /// The firms of a project, its processes, and the processes at its firms.
    public func parties(of project: Reference<Project>) -> Set<Party> {
        var parties = Set(firms.references.filter { firms[$0].project == project }.map(Party.firm))
        for reference in processes.references {
            let process = processes[reference]
            if process.project == project {
                parties.insert(.process(reference))
            } else if case .firm(let host) = process.site, firms[host].project == project {
                parties.insert(.process(reference))
            }
        }
        return parties
    }

    /// The tables with everything that `parties` give, need and can do made `factor` times as large.
    func scaling(_ parties: Set<Party>, by factor: Double) -> Tables {
        var tables = self
        for index in outputs.indices where parties.contains(.firm(outputs[index].firm)) { tables.outputs[index].quantity *= factor }
        for index in needs.indices where parties.contains(.firm(needs[index].firm)) { tables.needs[index].quantity *= factor }
        for reference in processes.references where parties.contains(.process(reference)) {
            tables.processes[Int(reference.position)].capacity *= factor
        }
        for index in storages.indices where parties.contains(storages[index].party) { tables.storages[index].capacity *= factor }
        return tables
    }

    /// The projects that are asked about: those not committed, by id.
    var proposedProjects: [Reference<Project>] {
        projects.references.filter { projects[$0].status != .committed }.sorted { projects[$0].id < projects[$1].id }
    }
}
