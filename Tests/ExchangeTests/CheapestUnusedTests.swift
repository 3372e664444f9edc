// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Scenario
import Testing

@Suite("The cheapest exchange that a plan does not use")
struct CheapestUnusedTests {
    @Test("is none that the plan uses by another mode")
    func otherMode() throws {
        var text = ScenarioText()
        text["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,60\nC,w,60\n"
        text["modes.csv"] = "id,unit,cost_per_unit,cost_per_unit_km\ntruck,t,4,0.1\ntrain,t,4.5,0.1\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nA,C,2000\n"
        let cheapest = try #require(try text.planner().cheapestUnused { _ in true }?[true])
        // A has 40 t left, whose disposal costs 50; C buys at 80; the way costs 204.
        #expect(cheapest.from == .firm(.init(0)) && cheapest.to == .firm(.init(2)))
        #expect(isClose(cheapest.costPerUnit, 204 - 50 - 80))
    }
}
