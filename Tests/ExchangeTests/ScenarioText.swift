// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import LinearProgram
import Scenario
import ScenarioFiles
import Testing

/// A scenario written as text in a test: two firms, A with 100 t of waste w and B with a need of 60 t, 10 km apart by truck.
///
/// Disposal costs 50, purchase 80, the truck 4 + 0.1 · km a tonne. Each test changes what its rule speaks of.
struct ScenarioText {
    var files: [String: String] = [
        "scenario.yaml": "format: 1\nid: test\ncurrency: VND\nyear: 2030\n",
        "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,disposal_ghg,virgin_ghg\nw,waste,material,t,50,80,100,300\n",
        "firms.csv": "id,name\nA,Firm A\nB,Firm B\n",
        "outputs.csv": "firm,resource,quantity\nA,w,100\n",
        "needs.csv": "firm,resource,quantity\nB,w,60\n",
        "modes.csv": "id,unit,cost_per_unit,cost_per_unit_km,ghg_per_unit_km\ntruck,t,4,0.1,0.2\n",
        "routes.csv": "from,to,km\nA,B,10\n",
    ]

    subscript(file: String) -> String {
        get { files[file] ?? "" }
        set { files[file] = newValue }
    }

    /// Writes the files to a folder of their own, reads them, and removes them.
    func read() throws -> ScenarioReading {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return readScenario(at: folder.path)
    }

    func scenario() throws -> Scenario {
        let reading = try read()
        return try #require(reading.scenario, "\(reading.faults)")
    }

    func planner(with projects: Set<String> = []) throws -> Planner {
        let scenario = try scenario()
        let named = scenario.tables.projects.references.filter { projects.contains(scenario.tables.projects[$0].id) }
        return try Planner(scenario, with: Set(named), solver: GLPKSolver())
    }

    func outcome(with projects: Set<String> = []) throws -> Outcome { try planner(with: projects).plan() }
}

/// What every plan must be, whatever the scenario.
func expectSound(_ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(outcome.status == .optimal, sourceLocation: sourceLocation)
    #expect(outcome.certificate?.holds == true, "\(String(describing: outcome.certificate))", sourceLocation: sourceLocation)
    guard let net = outcome.netBenefit else { return }
    let earned = outcome.exchanges.map(\.gain) + outcome.processes.map(\.gain) + outcome.storages.map(\.gain)
    let charged = outcome.processes.map(\.charge) + outcome.links.map(\.charge) + outcome.routes.map(\.charge)
    let gains = earned.reduce(0, +) - charged.reduce(0, +)
    let scale = max(1, abs(outcome.baseline.cost))
    #expect(abs(gains - net) <= 1e-9 * scale, "gains \(gains), net benefit \(net)", sourceLocation: sourceLocation)
}

/// Whether two numbers agree to 1e-9 of their size.
func isClose(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) <= 1e-9 * max(1, abs(b)) } ?? false }

/// Expects `value` to agree with `expected` to 1e-9 of its size; a plain function, so that sums worked by hand stand in the call as they are.
func expectClose(_ value: Double?, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(isClose(value, expected), "\(value.map { "\($0)" } ?? "nothing") for \(expected)", sourceLocation: sourceLocation)
}
