// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@testable import Exchange

@Suite("What check understands of a scenario")
struct UnderstandingTests {
    @Test("Rows without a partner stand by firm, then by resource, outputs before needs: nobody looks for a resource first")
    func lonely() throws {
        var text = ScenarioText()
        text.files["routes.csv"] = nil
        text["resources.csv"] += "a,alum,material,t,50,80,100,300\nz,zinc,material,t,50,80,100,300\n"
        // Nobody needs what is given off, nobody gives off what is needed.
        text["outputs.csv"] = "firm,resource,quantity\nB,a,1\nA,z,1\nA,a,1\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,1\nA,w,1\n"
        let scenario = try text.scenario(), tables = scenario.tables
        let rows = try Understanding(scenario).lonely.map { lonely in
            switch lonely.row {
            case .output(let output):
                "\(tables.firms[tables.outputs[output].firm].id) gives \(tables.resources[tables.outputs[output].resource].id)"
            case .need(let need): "\(tables.firms[tables.needs[need].firm].id) needs \(tables.resources[tables.needs[need].resource].id)"
            }
        }
        #expect(rows == ["A gives a", "A gives z", "B gives a", "A needs w", "B needs w"])
    }
}
