// SPDX-License-Identifier: GPL-3.0-or-later
import Decisions
import Exchange
import Foundation
import GLPKSolver
import Scenario
import ScenarioFiles
import Testing

/// A park written as text in a test. A gives off 100 t of w, whose disposal costs 50; B needs 60 t, which cost 80 new; a truck costs
/// 4 + 0.1 · km a tonne, and A and B are 10 km apart: without projects the gain is 60 · (50 + 80 − 5) = 7,500.
///
/// The project p is a firm C that needs 100 t of w, 20 km from A.
struct ParkText {
    var files: [String: String] = [
        "scenario.yaml": "format: 1\nid: test\ncurrency: VND\nyear: 2030\n",
        "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,disposal_ghg,virgin_ghg\nw,waste,material,t,50,80,100,300\n",
        "firms.csv": "id,name,project\nA,Firm A,\nB,Firm B,\nC,Firm C,p\n",
        "outputs.csv": "firm,resource,quantity\nA,w,100\n",
        "needs.csv": "firm,resource,quantity\nB,w,60\nC,w,100\n",
        "modes.csv": "id,unit,cost_per_unit,cost_per_unit_km,ghg_per_unit_km\ntruck,t,4,0.1,0.2\n",
        "routes.csv": "from,to,km\nA,B,10\nA,C,20\n",
        "projects.csv": "id,name,capex,land_ha,jobs\np,Project P,9920,3,10\n",
    ]

    subscript(file: String) -> String {
        get { files[file] ?? "" }
        set { files[file] = newValue }
    }

    /// Writes the files to a folder of their own, reads them, and removes them.
    func reading() throws -> ScenarioReading {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return readScenario(at: folder.path)
    }

    func scenario() throws -> Scenario {
        let reading = try reading()
        return try #require(reading.scenario, "\(reading.faults)")
    }

    func screening(_ change: (inout ScreeningOptions) -> Void = { _ in }) throws -> Screening {
        var options = ScreeningOptions()
        change(&options)
        return try Screener(try scenario(), solver: GLPKSolver(), options: options).screen()
    }
}

/// A scenario that comes with the program.
func shippedScenario(_ name: String) throws -> Scenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let reading = readScenario(at: root.appendingPathComponent("Scenarios/" + name).path)
    return try #require(reading.scenario, "\(reading.faults)")
}

/// Whether two numbers agree to 1e-8 of their size.
func expectClose(_ value: Double?, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    let isClose = value.map { abs($0 - expected) <= 1e-8 * max(1, abs(expected)) } ?? false
    #expect(isClose, "\(value.map { "\($0)" } ?? "nothing") for \(expected)", sourceLocation: sourceLocation)
}
