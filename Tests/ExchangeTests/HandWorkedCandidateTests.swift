// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import Scenario
import Testing

/// One scenario worked by hand for each rule of what can be a candidate, and of distances.
@Suite("Candidates worked by hand:") struct HandWorkedCandidateTests {
    @Test("a row from a resource to itself replaces the implicit one")
    func selfSubstitution() throws {
        var text = ScenarioText()
        text["substitutions.csv"] = "from,to,ratio,cost\nw,w,0.5,3\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        // 100 t of w make 50 t of what B needs; the rest is bought.
        #expect(outcome.candidates == 1)
        expectClose(outcome.plan?.cost, 100 * (5 + 3) + 10 * 80)
    }

    @Test("substitutions do not chain")
    func chain() throws {
        var text = ScenarioText()
        text["resources.csv"] += "u,between,material,t,0,80,0,0\nv,last,material,t,0,80,0,0\n"
        text["needs.csv"] = "firm,resource,quantity\nB,v,60\n"
        text["substitutions.csv"] = "from,to\nw,u\nu,v\n"
        #expect(try text.outcome().candidates == 0)
        text["substitutions.csv"] += "w,v\n"
        #expect(try text.outcome().candidates == 1)
    }

    @Test("a mode carries what it names, by id or kind, and only its own dimension")
    func modes() throws {
        var text = ScenarioText()
        for (resources, count) in [("w", 1), ("material", 1), ("v;w", 1), ("", 1), ("v", 0), ("water", 0), ("energy;material", 1)] {
            text["resources.csv"] = ScenarioText()["resources.csv"] + "v,other,product,t,0,,0,0\n"
            text["modes.csv"] = "id,unit,resources,cost_per_unit\ntruck,t,\(resources),4\npipe,m3,,1\n"
            #expect(try text.outcome().candidates == count, "\(resources)")
        }
    }

    @Test("neither the mode's nor the resource's farthest distance is passed, and both may be reached")
    func farthest() throws {
        var text = ScenarioText()
        for (mode, resource, count) in [("10", "10", 1), ("9.9", "", 0), ("", "9.9", 0), ("50", "9.9", 0), ("9.9", "50", 0), ("", "", 1)] {
            text["modes.csv"] = "id,unit,max_km\ntruck,t,\(mode)\n"
            text["resources.csv"] = "id,name,kind,unit,disposal_cost,virgin_price,max_km\nw,waste,material,t,50,80,\(resource)\n"
            #expect(try text.outcome().candidates == count, "\(mode), \(resource)")
        }
    }

    @Test("what is wholly lost on the way is no candidate")
    func whollyLost() throws {
        var text = ScenarioText()
        for (loss, count) in [("0.0999", 1), ("0.1", 0), ("0.5", 0)] {
            text["modes.csv"] = "id,unit,loss_per_km\ntruck,t,\(loss)\n"
            #expect(try text.outcome().candidates == count, "\(loss)")
        }
    }

    @Test("a contract with a most of 0 stands for its giver, taker and resource, whatever it would be used for")
    func closedByContract() throws {
        var text = ScenarioText()
        text["resources.csv"] += "v,other,material,t,50,90,0,0\n"
        text["outputs.csv"] = "firm,resource,quantity\nA,w,100\nA,v,100\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,60\nB,v,60\n"
        text["substitutions.csv"] = "from,to\nw,v\n"
        #expect(try text.outcome().candidates == 3)
        text["contracts.csv"] = "from,to,resource,max\nA,B,w,0\n"
        // Left: v for v. The contract closes w for w and w for v.
        let outcome = try text.outcome()
        #expect(outcome.candidates == 1)
        #expect(outcome.exchanges.map(\.quantity) == [60])
    }

    @Test("a process does not feed itself, but its host and other processes do")
    func ownFood() throws {
        var text = ScenarioText()
        text["resources.csv"] += "p,product,material,t,10,,0,0\n"
        text["outputs.csv"] = "firm,resource,quantity\nA,w,100\n"
        text["processes.csv"] = "id,name,firm,capacity\nT,Plant,B,50\nU,Other plant,B,50\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,input,0.1\nT,p,output,0.5\nU,p,input,1\n"
        let outcome = try text.outcome()
        // A's w to B's need and to T; T's p to U, not to T.
        #expect(outcome.candidates == 3)
    }

    @Test("a process gives to and takes from its host without within_firm")
    func host() throws {
        var text = ScenarioText()
        text["resources.csv"] += "p,product,material,t,10,70,0,0\n"
        text["needs.csv"] = "firm,resource,quantity\nA,p,20\n"
        text["processes.csv"] = "id,name,firm,capacity,cost\nT,Plant,A,50,2\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.5\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        // 50 t of w give 25 t of p: 20 for the host, 5 disposed of.
        expectClose(outcome.plan?.cost, 50 * 50 + 50 * 2 + 5 * 10)
        #expect(outcome.exchanges.allSatisfy { $0.mode == nil && $0.kilometres == 0 })
    }

    @Test("within one firm a substitution is barred as well, unless within_firm is true")
    func withinFirmSubstitution() throws {
        var text = ScenarioText()
        text["resources.csv"] += "v,other,material,t,0,90,0,0\n"
        text["needs.csv"] = "firm,resource,quantity\nA,v,60\n"
        text["substitutions.csv"] = "from,to,ratio,cost\nw,v,0.5,3\n"
        #expect(try text.outcome().candidates == 0)
        text["scenario.yaml"] += "exchange: {within_firm: true}\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        expectClose(outcome.plan?.cost, 100 * 3 + 10 * 90)
    }

    @Test("on site is always there: no mode need carry the resource, no route opens or closes it, a licence is still asked")
    func onSite() throws {
        var text = ScenarioText()
        text["resources.csv"] = "id,name,kind,unit,disposal_cost,virgin_price,hazardous\nw,heat,energy,MWh,50,80,false\n"
        text["needs.csv"] = "firm,resource,quantity\nA,w,60\nB,w,10\n"
        text["scenario.yaml"] += "exchange: {within_firm: true}\n"
        // The only mode is a truck, which carries no energy.
        let outcome = try text.outcome()
        expectSound(outcome)
        #expect(outcome.candidates == 1)
        expectClose(outcome.plan?.cost, 40 * 50 + 10 * 80)
        text["resources.csv"] = "id,name,kind,unit,disposal_cost,virgin_price,hazardous\nw,sludge,material,t,50,80,true\n"
        #expect(try text.outcome().candidates == 0)
        text["firms.csv"] = "id,name,licences\nA,Firm A,w\nB,Firm B,\n"
        #expect(try text.outcome().candidates == 1)
    }

    @Test("a hazardous resource asks a licence of the taker by id or waste code; the giver's own does not count")
    func licences() throws {
        var text = ScenarioText()
        text["resources.csv"] = "id,name,kind,unit,virgin_price,hazardous,waste_code\nw,sludge,material,t,80,true,08 01 13\n"
        for (giver, taker, count) in [("w", "", 0), ("", "w", 1), ("", "08 01 13", 1), ("08 01 13", "", 0)] {
            text["firms.csv"] = "id,name,licences\nA,Firm A,\(giver)\nB,Firm B,\(taker)\n"
            #expect(try text.outcome().candidates == count, "\(giver) to \(taker)")
        }
    }

    @Test("in one park, a place without coordinates of its own is same_park_km away; two with coordinates are as far as they are")
    func samePark() throws {
        var text = ScenarioText()
        text["scenario.yaml"] += "distance: {detour: 2, same_park_km: 1.5}\n"
        text["parks.csv"] = "id,name,latitude,longitude\nP,Park P,15,108\n"
        text["firms.csv"] = "id,name,park,latitude,longitude\nA,Firm A,P,15.1,108\nB,Firm B,P,,\n"
        text["routes.csv"] = "from,to,km\n"
        expectClose(try text.outcome().exchanges.first?.kilometres, 1.5)
        text["firms.csv"] = "id,name,park,latitude,longitude\nA,Firm A,P,15.1,108\nB,Firm B,P,15,108\n"
        let degree = 6371.0088 * Double.pi / 180
        expectClose(try text.outcome().exchanges.first?.kilometres, 2 * 0.1 * degree)
    }

    @Test("a row for the firms goes before one for their parks, and a row for another mode says nothing")
    func rowsOfFirmsAndParks() throws {
        var text = ScenarioText()
        text["parks.csv"] = "id,name,latitude,longitude\nP,Park P,15,108\nQ,Park Q,15,108.1\n"
        text["firms.csv"] = "id,name,park\nA,Firm A,P\nB,Firm B,Q\n"
        text["modes.csv"] = "id,unit,cost_per_unit\nrail,t,9\ntruck,t,4\n"
        text["routes.csv"] = "from,to,km,mode\nA,B,10,rail\nP,Q,25,\n"
        let outcome = try text.outcome()
        // By rail 10 km, by truck the parks' 25 km; the truck is cheaper.
        #expect(outcome.candidates == 2)
        expectClose(outcome.exchanges.first?.kilometres, 25)
        text["routes.csv"] = "from,to,km,mode,open\nA,B,10,truck,false\nP,Q,25,,\n"
        expectClose(try text.outcome().exchanges.first?.cost, 60 * 9)
    }

    @Test("a process with only a park has only park routes")
    func processInAPark() throws {
        var text = ScenarioText()
        text["parks.csv"] = "id,name,latitude,longitude\nP,Park P,15,108\nQ,Park Q,15,108.1\n"
        text["firms.csv"] = "id,name,park\nA,Firm A,P\nB,Firm B,Q\n"
        text["needs.csv"] = "firm,resource,quantity\n"
        text["resources.csv"] += "p,product,product,t,-500,,0,0\n"
        text["processes.csv"] = "id,name,park,capacity\nT,Plant,Q,50\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,1\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nP,Q,25\n"
        expectClose(try text.outcome().exchanges.first?.kilometres, 25)
        // At the firm B it has B's routes.
        text["processes.csv"] = "id,name,firm,capacity\nT,Plant,B,50\n"
        expectClose(try text.outcome().exchanges.first?.kilometres, 10)
    }

    @Test("a pair that would be a candidate but for a place that nobody knows is an error that names the place")
    func unknownPlace() throws {
        var text = ScenarioText()
        text["routes.csv"] = "from,to,km\n"
        // The files alone do not show it: a firm that stands nowhere may have routes to all its partners.
        let scenario = try text.scenario()
        let error = #expect(throws: ScenarioFaults.self) { try Planner(scenario, solver: GLPKSolver()) }
        #expect(error?.faults.map(\.kind) == [.place(.noCoordinates(place: "A", partner: "B"))])
    }
}
