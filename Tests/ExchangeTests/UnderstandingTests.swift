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

    @Test(
        "what a contract obliges to weighs in the mixture by its mass, whatever unit it is declared in",
        arguments: [(least: 10_000, isMet: true), (least: 20_000, isMet: true), (least: 30_000, isMet: false)])
    func contractInKilogrammes(least: Int, isMet: Bool) throws {
        var text = ScenarioText()
        text["resources.csv"] += "k,dirty,material,kg,0.05,0,0.1,0\n"
        text["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\n"
        text["outputs.csv"] = "firm,resource,quantity\nA,w,100\nC,k,100000\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nC,B,50\n"
        text["substitutions.csv"] = "from,to,ratio\nk,w,0.001\n"
        text["contracts.csv"] = "from,to,resource,min\nC,B,k,\(least)\n"
        // Of 60 t at B, c come from C: 50 c + 5 (60 − c) ≤ 25 · 60 holds up to c = 26.7 t.
        text["qualities.csv"] = "scope,firm,resource,property,value,max\noutput,A,w,ash,5,\noutput,C,k,ash,50,\nneed,B,w,ash,,25\n"
        // All of the need comes from the two.
        text["resources.csv"] = text["resources.csv"].replacing("t,50,80,", with: "t,50,,")
        #expect(try Understanding(text.scenario()).unmet.map(\.kind.code) == (isMet ? [] : ["U111"]))
        let outcome = try text.outcome()
        #expect(outcome.status == (isMet ? .optimal : .infeasible))
        if isMet { expectSound(outcome) }
    }
}
