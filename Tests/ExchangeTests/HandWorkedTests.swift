// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import LinearProgram
import Scenario
import Testing

/// One scenario worked by hand for each rule of the contract.
@Suite("Worked by hand:") struct HandWorkedTests {
    @Test("an exchange saves disposal and purchase and costs its way")
    func plain() throws {
        let outcome = try ScenarioText().outcome()
        expectSound(outcome)
        // Baseline 100 · 50 + 60 · 80; plan 40 · 50 + 60 · (4 + 0.1 · 10).
        #expect(isClose(outcome.baseline.cost, 9800))
        #expect(isClose(outcome.plan?.cost, 2300))
        #expect(isClose(outcome.netBenefit, 7500))
        #expect(isClose(outcome.plan?.waste, 40))
        #expect(isClose(outcome.plan?.virgin, 0))
        let expected: Double = 40 * 100 + 60 * 0.2 * 10
        #expect(isClose(outcome.plan?.ghg, expected))
        #expect(isClose(outcome.outputs.first?.marginal, 50))
        #expect(isClose(outcome.needs.first?.marginal, 5 - 50))
    }

    @Test("what is lost on the way is disposed of and is waste")
    func loss() throws {
        var text = ScenarioText()
        text["modes.csv"] = "id,unit,cost_per_unit,cost_per_unit_km,loss_per_km\ntruck,t,4,0.1,0.01\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        // 60 delivered needs 60 / 0.9 dispatched; a tenth of that is lost and disposed of at 50.
        let x = 60 / 0.9
        let expected: Double = x * (5 + 0.1 * 50) + (100 - x) * 50
        #expect(isClose(outcome.plan?.cost, expected))
        let expectedThen: Double = 100 - x + 0.1 * x
        #expect(isClose(outcome.plan?.waste, expectedThen))
        #expect(isClose(outcome.outputs.first?.lost, 0.1 * x))
    }

    @Test("lost energy is only lost")
    func lostEnergy() throws {
        var text = ScenarioText()
        text["resources.csv"] = "id,name,kind,unit,disposal_cost,virgin_price\nw,heat,energy,MWh,50,80\n"
        text["modes.csv"] = "id,unit,cost_per_unit,loss_per_km\npipe,GJ,1,0.01\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        // The pipe costs 1 a GJ: 3.6 a MWh. The lost tenth costs nothing more.
        let x = 60 / 0.9
        let expected: Double = x * 3.6 + (100 - x) * 50
        #expect(isClose(outcome.plan?.cost, expected))
        #expect(outcome.plan?.waste == 0)
    }

    @Test("a closed route is final: no later rule opens it")
    func closedRoute() throws {
        var text = ScenarioText()
        text["parks.csv"] = "id,name,latitude,longitude\nP,Park P,15,108\nQ,Park Q,15.1,108\n"
        text["firms.csv"] = "id,name,park\nA,Firm A,P\nB,Firm B,Q\n"
        text["routes.csv"] = "from,to,km,open\nA,B,10,false\nP,Q,5,true\n"
        #expect(try text.outcome().candidates == 0)
        text["routes.csv"] = "from,to,km,open\nP,Q,5,true\n"
        let outcome = try text.outcome()
        #expect(isClose(outcome.exchanges.first?.kilometres, 5))
    }

    @Test("a one-way row says nothing of the other direction")
    func oneWay() throws {
        var text = ScenarioText()
        text["firms.csv"] = "id,name,latitude,longitude\nA,Firm A,15,108\nB,Firm B,15.1,108\n"
        text["routes.csv"] = "from,to,km,one_way\nB,A,1,true\n"
        let outcome = try text.outcome()
        // The great circle of a tenth of a degree, with the detour of 1.3.
        let expected: Double = 1.3 * 6371.0088 * 0.1 * .pi / 180
        #expect(isClose(outcome.exchanges.first?.kilometres, expected))
        text["routes.csv"] = "from,to,km\nB,A,1\n"
        #expect(isClose(try text.outcome().exchanges.first?.kilometres, 1))
    }

    @Test("the row that names the mode goes before the row of this direction")
    func routeOrder() throws {
        var text = ScenarioText()
        text["routes.csv"] = "from,to,km,mode\nA,B,10,\nB,A,7,truck\n"
        #expect(isClose(try text.outcome().exchanges.first?.kilometres, 7))
    }

    @Test("a licence is the receiver's own: a process does not inherit its host's")
    func licence() throws {
        var text = ScenarioText()
        text["resources.csv"] =
            "id,name,kind,unit,disposal_cost,virgin_price,hazardous,waste_code\nw,sludge,material,t,50,80,true,08 01 13\np,product,product,t,0,90,,\n"
        text["firms.csv"] = "id,name,licences\nA,Firm A,\nB,Firm B,08 01 13\n"
        text["processes.csv"] = "id,name,firm,capacity,licences\nT,Plant,B,500,\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.9\n"
        let outcome = try text.outcome()
        #expect(outcome.candidates == 1)
        text["processes.csv"] = "id,name,firm,capacity,licences\nT,Plant,B,500,w\n"
        #expect(try text.outcome().candidates == 2)
    }

    @Test("the mixture must meet the limit, and a supply without the value is no candidate")
    func quality() throws {
        var text = ScenarioText()
        text["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\nD,Firm D\n"
        text["outputs.csv"] = "firm,resource,quantity\nA,w,100\nC,w,100\nD,w,100\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nC,B,50\nD,B,1\n"
        text["qualities.csv"] =
            "scope,firm,resource,property,value,max\noutput,A,w,c,100,\noutput,C,w,c,0,\nneed,B,w,c,,25\nvirgin,,w,c,0,\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        #expect(outcome.candidates == 2)
        // A quarter of the mixture may be A's: 15 t of A and 45 t of C; both are cheaper than new.
        #expect(isClose(outcome.exchanges.first { $0.kilometres == 10 }?.quantity, 15))
        #expect(isClose(outcome.exchanges.first { $0.kilometres == 50 }?.quantity, 45))
    }

    @Test("a virgin value that is not given credits no dilution")
    func virginQuality() throws {
        var text = ScenarioText()
        text["qualities.csv"] = "scope,firm,resource,property,value,max\noutput,A,w,c,100,\nneed,B,w,c,,25\n"
        #expect(try text.outcome().exchanges.isEmpty)
        text["qualities.csv"] = "scope,firm,resource,property,value,max\noutput,A,w,c,100,\nneed,B,w,c,,25\nvirgin,,w,c,0,\n"
        #expect(isClose(try text.outcome().exchanges.first?.quantity, 15))
    }

    @Test("prices are per the resource's unit, whatever unit the row's quantity has")
    func units() throws {
        var text = ScenarioText()
        text["outputs.csv"] = "firm,resource,quantity,unit\nA,w,100000,kg\n"
        #expect(isClose(try text.outcome().plan?.cost, 2300))
        text["modes.csv"] = "id,unit,cost_per_unit,cost_per_unit_km\ntruck,kg,0.004,0.0001\n"
        #expect(isClose(try text.outcome().plan?.cost, 2300))
    }

    @Test("between two that stand at the same firm nothing is driven")
    func onSite() throws {
        var text = ScenarioText()
        text["processes.csv"] = "id,name,firm,capacity,cost\nT,Plant,A,30,2\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.5\n"
        text["resources.csv"] += "p,product,product,t,-200,,0,0\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        let link = try #require(outcome.exchanges.first { $0.mode == nil })
        #expect(link.kilometres == 0)
        #expect(isClose(link.quantity, 30))
        // 30 t through the plant, 60 t to B, 10 t disposed of; half of 30 t sells at 200.
        let expected: Double = 30 * 2 - 15 * 200 + 60 * 5 + 10 * 50
        #expect(isClose(outcome.plan?.cost, expected))
        let expectedThen: Double = 30 * (0.5 * 200 - 2)
        #expect(isClose(outcome.processes.first?.gain, expectedThen))
    }

    @Test("an output meets its own firm's need only where within_firm says so")
    func withinFirm() throws {
        var text = ScenarioText()
        text["needs.csv"] = "firm,resource,quantity\nA,w,60\n"
        #expect(try text.outcome().candidates == 0)
        text["scenario.yaml"] += "exchange: {within_firm: true}\n"
        #expect(isClose(try text.outcome().plan?.cost, 40 * 50))
    }

    @Test("rows of a project count only when it is committed or named")
    func projects() throws {
        var text = ScenarioText()
        text["firms.csv"] = "id,name,project\nA,Firm A,\nB,Firm B,J\n"
        text["projects.csv"] = "id,name,status\nJ,Project,proposed\n"
        text["contracts.csv"] = "from,to,resource,min\nA,B,w,10\n"
        #expect(isClose(try text.outcome().plan?.cost, 5000))
        #expect(isClose(try text.outcome(with: ["J"]).plan?.cost, 2300))
        text["projects.csv"] = "id,name,status\nJ,Project,committed\n"
        #expect(isClose(try text.outcome().plan?.cost, 2300))
    }

    @Test("a share of secondary scales with the need, and so does its marginal value")
    func share() throws {
        var text = ScenarioText()
        text["needs.csv"] = "firm,resource,quantity,max_secondary_share,handling_cost\nB,w,60,0.5,3\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        let expected: Double = 30 * 8 + 70 * 50 + 30 * 80
        #expect(isClose(outcome.plan?.cost, expected))
        let expectedThen: Double = 0.5 * 80 + 0.5 * (8 - 50)
        #expect(isClose(outcome.needs.first?.marginal, expectedThen))
    }

    @Test("a substitution has its ratio, its share and its cost")
    func substitution() throws {
        var text = ScenarioText()
        text["resources.csv"] += "v,virgin,material,t,0,200,0,0\n"
        text["needs.csv"] = "firm,resource,quantity\nB,v,60\n"
        text["substitutions.csv"] = "from,to,ratio,max_share,cost\nw,v,0.8,0.4,7\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        // 24 t of v may be met by w: 30 t of w.
        let expected: Double = 30 * (5 + 7) + 70 * 50 + 36 * 200
        #expect(isClose(outcome.plan?.cost, expected))
    }

    @Test("a contract's least and most hold, as dispatched")
    func contracts() throws {
        var text = ScenarioText()
        text["modes.csv"] = "id,unit,cost_per_unit\ntruck,t,200\n"
        text["contracts.csv"] = "from,to,resource,min\nA,B,w,20\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        let expected: Double = 20 * 200 + 80 * 50 + 40 * 80
        #expect(isClose(outcome.plan?.cost, expected))
        #expect(isClose(outcome.contracts.first?.marginal, 200 - 50 - 80))
        text["modes.csv"] = "id,unit,cost_per_unit\ntruck,t,1\n"
        text["contracts.csv"] = "from,to,resource,max\nA,B,w,20\n"
        #expect(isClose(try text.outcome().exchanges.first?.quantity, 20))
    }

    @Test("a route's capacity is in the mode's unit and for both directions")
    func routeCapacity() throws {
        var text = ScenarioText()
        text["outputs.csv"] = "firm,resource,quantity\nA,w,100\nB,u,100\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,60\nA,u,60\n"
        text["resources.csv"] += "u,other,material,t,50,81,0,0\n"
        text["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,truck,70\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        #expect(isClose(outcome.routes.first?.load, 70))
        #expect(isClose(outcome.routes.first?.marginal, -(50 + 80 - 5)))
        #expect(isClose(outcome.needs.first { $0.virgin == 0 }?.secondary, 60))
    }

    @Test("the carbon price is part of cost and shown as its own line")
    func carbon() throws {
        var text = ScenarioText()
        text["scenario.yaml"] += "carbon_price: 1000\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        let gas = 40.0 * 100 + 60 * 2
        #expect(isClose(outcome.plan?.carbonCost, gas))
        #expect(isClose(outcome.plan?.cost, 2300 + gas))
    }

    @Test("another objective is followed by cost")
    func lexicographic() throws {
        var text = ScenarioText()
        text["scenario.yaml"] += "objective: waste\n"
        text["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,60\nC,w,60\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nA,C,20\n"
        text["outputs.csv"] = "firm,resource,quantity\nA,w,70\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        #expect(isClose(outcome.plan?.waste, 0))
        let expected: Double = 60 * 5 + 10 * 6 + 50 * 80
        #expect(isClose(outcome.plan?.cost, expected))
    }

    @Test("today is what the contracts move")
    func today() throws {
        var text = ScenarioText()
        #expect(try text.outcome().today == nil)
        text["contracts.csv"] = "from,to,resource,quantity\nA,B,w,25\n"
        let outcome = try text.outcome()
        let expected: Double = 25 * 5 + 75 * 50 + 35 * 80
        #expect(isClose(outcome.today?.cost, expected))
        text["contracts.csv"] = "from,to,resource,quantity\nA,B,w,61\n"
        let over = try text.outcome()
        #expect(over.today == nil)
        #expect(over.todayReason == .tooMuch(Reference(0), resource: Reference(0), excess: 1))
    }

    @Test("among plans of equal value the shorter ways are taken")
    func tidy() throws {
        var text = ScenarioText()
        text["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\n"
        text["outputs.csv"] = "firm,resource,quantity\nA,w,100\nC,w,100\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nC,B,5\n"
        text["modes.csv"] = "id,unit,cost_per_unit\ntruck,t,4\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        #expect(outcome.exchanges.count == 1)
        #expect(outcome.exchanges.first?.kilometres == 5)
    }

    @Test("a need that nothing can meet is named, with what is missing and a mend that was solved again")
    func infeasible() throws {
        var text = ScenarioText()
        text["resources.csv"] = "id,name,kind,unit,disposal_cost\nw,waste,material,t,50\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,160\n"
        let outcome = try text.outcome()
        #expect(outcome.status == .infeasible)
        let why = try #require(outcome.infeasibility)
        let need = try #require(why.rules.first { $0.kind == .need })
        #expect(abs((need.amount ?? 0) - 60) < 1e-3)
        #expect(why.rules.contains { $0.kind == .supply })
        #expect(why.mends.contains { $0.rule.kind == .need && abs($0.newFigure - 100) < 1e-3 })
        #expect(why.mends.contains { $0.rule.kind == .supply && abs($0.newFigure - 160) < 1e-3 })
    }

    @Test("a contract over its supply conflicts with that supply, and two conflicts are both told")
    func contractOverSupply() throws {
        var text = ScenarioText()
        text["needs.csv"] = "firm,resource,quantity\nB,w,600\nA,v,5\n"
        text["resources.csv"] += "v,other,material,t,0,,0,0\n"
        text["contracts.csv"] = "from,to,resource,min\nA,B,w,150\n"
        let why = try #require(try text.outcome().infeasibility)
        #expect(Set(why.rules.map(\.kind)) == [.contractMinimum, .supply, .need])
    }
}
