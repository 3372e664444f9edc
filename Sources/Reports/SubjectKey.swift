// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
package import Scenario

/// The ids that name the subject of a rule to a program: those of the row's key, with a slash between.
struct SubjectKey {
    private let tables: Tables

    init(_ tables: Tables) { self.tables = tables }

    func key(_ subject: BrokenRule.Subject) -> String {
        let parts: [String]
        switch subject {
        case .output(let reference):
            let output = tables.outputs[reference]
            parts = ["outputs", tables.firms[output.firm].id, tables.resources[output.resource].id]
        case .need(let reference):
            let need = tables.needs[reference]
            parts = ["needs", tables.firms[need.firm].id, tables.resources[need.resource].id]
        case .contract(let reference):
            let contract = tables.contracts[reference]
            parts = ["contracts", tables.id(contract.from), tables.id(contract.to), tables.resources[contract.resource].id]
        case .route(let reference):
            let route = tables.routes[reference]
            let (from, to) = tables.ids(route.ends)
            parts = ["routes", from, to] + (route.mode.map { [tables.modes[$0].id] } ?? [])
        case .process(let reference): parts = ["processes", tables.processes[reference].id]
        case .flow(let reference):
            let flow = tables.processFlows[reference]
            parts = ["process_flows", tables.processes[flow.process].id, tables.resources[flow.resource].id, flow.role.rawValue]
        case .quality(let reference):
            let quality = tables.qualities[reference]
            parts =
                ["qualities", quality.scope.rawValue] + (quality.party.map { [tables.id($0)] } ?? [])
                + [tables.resources[quality.resource].id, tables.properties[quality.property].id]
        case .link(let from, let to, let mode): parts = ["links", tables.id(from), tables.id(to), tables.modes[mode].id]
        case .setting(let key): parts = ["scenario.yaml", key]
        case .substitution(let reference, let party):
            let substitution = tables.substitutions[reference]
            parts = ["substitutions", tables.resources[substitution.from].id, tables.resources[substitution.to].id, tables.id(party)]
        }
        return parts.joined(separator: "/")
    }
}

extension Tables {
    /// The id of a firm or process.
    package func id(_ party: Party) -> String {
        switch party {
        case .firm(let reference): firms[reference].id
        case .process(let reference): processes[reference].id
        }
    }

    /// The ids of a route's two ends.
    package func ids(_ ends: RouteEnds) -> (from: String, to: String) {
        switch ends {
        case .firms(let from, let to): (firms[from].id, firms[to].id)
        case .parks(let from, let to): (parks[from].id, parks[to].id)
        }
    }

    /// The id of a mode; nil is the reserved `on-site`.
    package func id(_ mode: Reference<Mode>?) -> String { mode.map { modes[$0].id } ?? "on-site" }
}
