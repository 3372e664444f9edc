// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import LinearProgram
import Scenario
import Testing

/// Marginal values against plans of scenarios with a little more of something.
@Suite("Marginal values:") struct MarginalTests {
    @Test("where an output is just what a need takes, one more of it is thrown away, and one more needed is bought")
    func balanced() throws {
        var text = ScenarioText()
        text["needs.csv"] = "firm,resource,quantity\nB,w,100\n"
        let outcome = try text.outcome()
        expectClose(outcome.outputs.first?.marginal, 50)
        expectClose(outcome.needs.first?.marginal, 80)
    }

    @Test("one more of a need that takes all there is and cannot be bought has no value: it leaves no plan")
    func impossible() throws {
        var text = ScenarioText()
        text["resources.csv"] = "id,name,kind,unit,disposal_cost\nw,waste,material,t,50\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,100\n"
        let outcome = try text.outcome()
        expectClose(outcome.outputs.first?.marginal, 50)
        #expect(outcome.needs.first?.marginal == nil)
    }

    @Test("a route that is full just as the need is served is worth nothing more")
    func fullRoute() throws {
        var text = ScenarioText()
        text["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,truck,60\n"
        expectClose(try text.outcome().routes.first?.marginal, 0)
        text["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,truck,59\n"
        expectClose(try text.outcome().routes.first?.marginal, -(50 + 80 - 5))
    }

    /// Rows of outputs and needs whose quantities are made such that many plans tie: whole numbers, and one need that takes just what one output is.
    @Test("in random scenarios they are what a little more changes, quantities of outputs, needs and contracts", arguments: 1...12)
    func alittleMore(seed: Int) throws {
        var random = RandomScenario(seed: UInt64(seed))
        for table in ["outputs", "needs"] {
            for row in random.tables[table, default: []].indices {
                let quantity = Double(random.tables[table]?[row]["quantity"] ?? "") ?? 0
                random.tables[table]?[row]["quantity"] = "\((quantity / 50).rounded(.up) * 50)"
            }
        }
        let scenario = try random.text.scenario(), planner = try Planner(scenario, solver: GLPKSolver())
        let outcome = try planner.plan()
        #expect(outcome.status == .optimal)
        let value = try #require(outcome.objectiveValue)
        func expect(_ marginal: Double?, _ table: String, _ row: Int, _ column: String) throws {
            let quantity = Double(random.tables[table]?[row][column] ?? "") ?? 0, step = 0.05
            var more = random
            more.tables[table]?[row][column] = "\(quantity + step)"
            let found = try Planner(try more.text.scenario(), solver: GLPKSolver()).plan()
            guard let next = found.objectiveValue else {
                #expect(marginal == nil, "\(table) \(row)")
                return
            }
            let change = (next - value) / step, scale = max(1, abs(change))
            #expect(abs(change - (marginal ?? .nan)) < 1e-2 * scale, "\(table) \(row): \(change) for \(marginal ?? .nan)")
        }
        for planned in outcome.outputs {
            let row = Int(scenario.tables.outputs[planned.output].provenance.row)
            guard random.tables["outputs"]?[row]["unit"] ?? "" == "" else { continue }
            try expect(planned.marginal, "outputs", row, "quantity")
        }
        for planned in outcome.needs {
            let row = Int(scenario.tables.needs[planned.need].provenance.row)
            guard random.tables["needs"]?[row]["unit"] ?? "" == "" else { continue }
            try expect(planned.marginal, "needs", row, "quantity")
        }
    }
}
