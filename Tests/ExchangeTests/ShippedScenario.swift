// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import Scenario
import ScenarioFiles
import Testing

/// A scenario that comes with the program: read and solved as a planner would, beside the document that speaks of it.
struct ShippedScenario {
    let folder: URL
    let scenario: Scenario

    init(_ name: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        try self.init(at: root.appendingPathComponent("Scenarios/" + name))
    }

    init(at folder: URL) throws {
        self.folder = folder
        let reading = readScenario(at: folder.path)
        scenario = try #require(reading.scenario, "\(reading.faults)")
    }

    func outcome(with project: String? = nil) throws -> Outcome {
        let projects = scenario.tables.projects
        let named = projects.references.filter { projects[$0].id == project }
        #expect(named.count == (project == nil ? 0 : 1))
        let outcome = try Planner(scenario, with: Set(named), solver: GLPKSolver()).plan()
        expectSound(outcome)
        return outcome
    }

    /// The words of its README.
    func document() throws -> String { try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8) }

    func id(_ party: Party) -> String {
        switch party {
        case .firm(let firm): scenario.tables.firms[firm].id
        case .process(let process): scenario.tables.processes[process].id
        }
    }

    /// The flows of the plan that carry something: giver, taker and resource, and how much by all modes and uses together.
    func flows(_ outcome: Outcome) -> [String: Double] {
        var flows: [String: Double] = [:]
        for exchange in outcome.exchanges where exchange.quantity > 1e-6 {
            flows[key(exchange.from, exchange.to, exchange.resource), default: 0] += exchange.quantity
        }
        return flows
    }

    /// The flows that the contracts say run today.
    func contracted() -> [String: Double] {
        var flows: [String: Double] = [:]
        for contract in scenario.tables.contracts { flows[key(contract.from, contract.to, contract.resource)] = contract.quantity }
        return flows
    }

    /// What one more unit of a firm's output changes in the cost.
    func marginal(of firm: String, _ resource: String, in outcome: Outcome) -> Double? {
        let tables = scenario.tables
        return outcome.outputs.first {
            let output = tables.outputs[$0.output]
            return tables.firms[output.firm].id == firm && tables.resources[output.resource].id == resource
        }?.marginal
    }

    private func key(_ from: Party, _ to: Party, _ resource: Reference<Resource>) -> String {
        "\(id(from)) → \(id(to)): \(scenario.tables.resources[resource].id)"
    }
}

/// A figure as the documents write it: thousands by commas, `decimals` after the point.
func printed(_ value: Double, _ decimals: Int = 0) -> String {
    let text = String(format: "%.\(decimals)f", abs(value))
    let parts = text.split(separator: ".")
    var whole = String(parts[0]), grouped = ""
    while whole.count > 3 {
        grouped = "," + whole.suffix(3) + grouped
        whole.removeLast(3)
    }
    return whole + grouped + (parts.count > 1 ? "." + parts[1] : "")
}
