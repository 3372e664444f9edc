// SPDX-License-Identifier: GPL-3.0-or-later

/// What a process takes in and gives off, as positions in `process_flows`; flows of 0 per activity are left out.
struct ProcessSides {
    var inputs: [Int] = [], outputs: [Int] = []
    /// Whether any row names the process, a row of 0 among them.
    var hasRows = false
}

extension Rules {
    /// Processes by their own figures, then by what surrounds them.
    mutating func checkProcesses() {
        guard !tables.processes.isEmpty else { return }
        let sides = processSides()
        for index in tables.processes.indices {
            let process = tables.processes[index]
            if !sides[index].hasRows {
                report(.noFlows(process: process.id), .processes, process.provenance, "id")
            } else if sides[index].outputs.isEmpty {
                report(.noOutputs(process: process.id), .processes, process.provenance, "id")
            }
            if process.capacity == 0 { report(.noCapacity(process: process.id), .processes, process.provenance, "capacity") }
            if process.capex != 0, !process.isCandidate {
                report(
                    .capexOfExisting(process: process.id, capex: process.capex, currency: tables.settings.currency), .processes,
                    process.provenance, "capex")
            }
            checkHost(of: process)
            checkBalance(of: process, sides[index])
        }
        let loops = checkLoops(sides)
        checkSuppliers(sides, running: loops)
    }

    private func processSides() -> [ProcessSides] {
        var sides = [ProcessSides](repeating: ProcessSides(), count: tables.processes.count)
        for index in tables.processFlows.indices {
            let process = Int(tables.processFlows[index].process.position)
            sides[process].hasRows = true
            guard tables.processFlows[index].perActivity > 0 else { continue }
            switch tables.processFlows[index].role {
            case .input: sides[process].inputs.append(index)
            case .output: sides[process].outputs.append(index)
            }
        }
        return sides
    }

    /// A plant at a firm of a project is left out with the firm, whatever its own row says.
    private mutating func checkHost(of process: ConversionProcess) {
        guard case .firm(let firm) = process.site, let project = tables.firms[firm].project, process.project != project else { return }
        report(
            .hostOfAnotherProject(
                process: process.id, firm: tables.firms[firm].id, project: tables.projects[project].id,
                own: process.project.map { tables.projects[$0].id }), .processes, process.provenance, "project")
    }

    /// Flows row by row: none of 0, none in and out at once, none that the process may not receive.
    mutating func checkProcessFlows() {
        struct Flow: Hashable { var process: Reference<ConversionProcess>, resource: Reference<Resource> }
        var given: Set<Flow> = []
        for flow in tables.processFlows where flow.role == .output && flow.perActivity > 0 {
            given.insert(Flow(process: flow.process, resource: flow.resource))
        }
        for flow in tables.processFlows {
            let (process, resource) = (tables.processes[flow.process].id, tables.resources[flow.resource].id)
            guard flow.perActivity > 0 else {
                report(
                    .emptyFlow(process: process, resource: resource, flow.role), .processFlows, flow.provenance, "per_activity")
                continue
            }
            guard flow.role == .input else { continue }
            if given.contains(Flow(process: flow.process, resource: flow.resource)) {
                report(.sameInAndOut(process: process, resource: resource), .processFlows, flow.provenance, "resource")
            }
            if !mayReceive(flow.resource, flow.process) {
                report(
                    .noLicence(process: process, resource: resource, wasteCode: tables.resources[flow.resource].wasteCode), .processFlows,
                    flow.provenance, "resource")
            }
        }
    }

    /// Whether a process may receive a resource: any that is not hazardous, and those that its own licences name.
    func mayReceive(_ resource: Reference<Resource>, _ process: Reference<ConversionProcess>) -> Bool {
        guard tables.resources[resource].hazardous else { return true }
        let licences = tables.processes[process].licences
        return licences.contains(tables.resources[resource].id) || tables.resources[resource].wasteCode.map(licences.contains) ?? false
    }
}
