// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Scenario
import Testing
import Texts

/// What the contracts move today, and why that sometimes cannot be.
@Suite("Today worked by hand:") struct HandWorkedTodayTests {
    /// A scenario with one contract of `quantity` tonnes from A to B.
    private func text(_ quantity: Double) -> ScenarioText {
        var text = ScenarioText()
        text["contracts.csv"] = "from,to,resource,quantity\nA,B,w,\(quantity)\n"
        return text
    }

    @Test("each flow goes by the cheapest candidate of its pair, carbon cost included")
    func cheapest() throws {
        var text = text(25)
        text["modes.csv"] = "id,unit,cost_per_unit,ghg_per_unit_km\ntrain,t,6,0\ntruck,t,5,0.2\n"
        expectClose(try text.outcome().today?.cost, 25 * 5 + 75 * 50 + 35 * 80)
        // A tonne's 2 kg by truck cost 2 at a carbon price of 1000.
        text["scenario.yaml"] += "carbon_price: 1000\n"
        expectClose(try text.outcome().today?.cost, 25 * 6 + 75 * (50 + 100) + 35 * (80 + 300))
    }

    @Test("what the flows use is paid for as in a plan: a route, a link and a plant that may be built")
    func charges() throws {
        var plain = text(25)
        plain["scenario.yaml"] += "discount_rate: 0\n"
        let without: Double = 25 * 5 + 75 * 50 + 35 * 80
        expectClose(try plain.outcome().today?.cost, without)
        var route = plain
        route["routes.csv"] = "from,to,km,fixed_cost\nA,B,10,70\n"
        expectClose(try route.outcome().today?.cost, without + 70)
        // 10 km of 200 each, over 20 years, and 3 a km for its upkeep.
        var link = plain
        link["modes.csv"] =
            "id,unit,cost_per_unit,cost_per_unit_km,capex_per_km,lifetime_years,fixed_cost_per_km\npipe,t,4,0.1,200,20,3\n"
        expectClose(try link.outcome().today?.cost, without + 10 * (200 / 20 + 3))
        var plant = text(0)
        plant["scenario.yaml"] += "discount_rate: 0\n"
        plant["resources.csv"] += "p,product,material,t,10,90,0,0\n"
        plant["needs.csv"] = "firm,resource,quantity\nB,p,10\n"
        plant["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.25\n"
        plant["contracts.csv"] = "from,to,resource,quantity\nA,T,w,20\nT,B,p,5\n"
        var costs: [Double] = []
        for row in ["T,Plant,A,50,2,false,0,20", "T,Plant,A,50,2,true,400,20"] {
            plant["processes.csv"] = "id,name,firm,capacity,cost,candidate,capex,lifetime_years\n\(row)\n"
            costs.append(try #require(try plant.outcome().today?.cost))
        }
        expectClose(costs[1] - costs[0], 400 / 20)
    }

    @Test("a process does as little as takes in and gives off what flows")
    func process() throws {
        var text = text(0)
        text["resources.csv"] += "p,product,material,t,10,90,0,0\nx,lime,material,t,0,70,0,0\n"
        text["needs.csv"] = "firm,resource,quantity\nB,p,10\n"
        text["processes.csv"] = "id,name,firm,capacity,cost,fixed_cost\nT,Plant,A,50,2,7\n"
        text["process_flows.csv"] = "process,resource,role,per_activity,virgin_price\nT,w,input,1,\nT,x,input,0.5,70\nT,p,output,0.25,\n"
        text["contracts.csv"] = "from,to,resource,quantity\nA,T,w,20\nT,B,p,5\n"
        // 20 t of w ask 20 activities, and 5 t of p as many.
        let expected: Double = 80 * 50 + 20 * 2 + 10 * 70 + 5 * 5 + 5 * 90 + 7
        expectClose(try text.outcome().today?.cost, expected)
        // 4 t of p would do with 16: the other tonne is disposed of.
        text["contracts.csv"] = "from,to,resource,quantity\nA,T,w,20\nT,B,p,4\n"
        expectClose(try text.outcome().today?.cost, expected - 5 + 90 + 10)
        // 6 t of p ask 24, and w comes to 20: the rest cannot be bought.
        text["contracts.csv"] = "from,to,resource,quantity\nA,T,w,20\nT,B,p,6\n"
        #expect(try text.outcome().todayReason == .cannotBuy(Reference(0), party: .process(Reference(0)), amount: 4))
        text["contracts.csv"] = "from,to,resource,quantity\nA,T,w,51\n"
        #expect(try text.outcome().todayReason == .tooMuch(Reference(0), resource: Reference(0), excess: 1))
    }

    @Test("a flow without a candidate cannot be")
    func noCandidate() throws {
        var text = text(25)
        text["modes.csv"] = "id,unit,max_km\ntruck,t,9\n"
        #expect(try text.outcome().todayReason == .noCandidate(Reference(0)))
    }

    @Test("more than is given off or needed cannot be", arguments: [(61.0, 1.0), (130, 30)])
    func tooMuch(_ quantity: Double, _ excess: Double) throws {
        #expect(try text(quantity).outcome().todayReason == .tooMuch(Reference(0), resource: Reference(0), excess: excess))
        #expect(try text(60).outcome().today != nil)
    }

    @Test("more than a need's share of secondary cannot be")
    func share() throws {
        for (quantity, isPossible) in [(24.0, true), (25, false)] {
            var text = text(quantity)
            text["needs.csv"] = "firm,resource,quantity,max_secondary_share\nB,w,60,0.4\n"
            let outcome = try text.outcome()
            #expect((outcome.today != nil) == isPossible)
            guard !isPossible, case .broken(let rule) = outcome.todayReason else { continue }
            #expect(rule.kind == .share && rule.required == 24 && isClose(rule.amount, 1))
            let sentence = TodayReason.broken(rule).text(ScenarioNames(try text.scenario().tables))
            #expect(
                sentence.english
                    == "Today cannot be told: the flows of the contracts break a rule: "
                    + "the need of Firm B for waste may take no more than 24 t from exchange.")
            #expect(
                sentence.vietnamese
                    == "Không tính được hiện trạng: lượng trao đổi theo các hợp đồng vi phạm một quy định: "
                    + "nhu cầu waste của Firm B chỉ được nhận tối đa 24 tấn từ trao đổi.")
        }
    }

    @Test("more than a substitution's share cannot be")
    func substitutionShare() throws {
        for (quantity, isPossible) in [(30.0, true), (31, false)] {
            var text = text(quantity)
            text["resources.csv"] += "v,virgin,material,t,0,200,0,0\n"
            text["needs.csv"] = "firm,resource,quantity\nB,v,60\n"
            text["substitutions.csv"] = "from,to,ratio,max_share\nw,v,0.8,0.4\n"
            let outcome = try text.outcome()
            #expect((outcome.today != nil) == isPossible)
            guard !isPossible, case .broken(let rule) = outcome.todayReason else { continue }
            #expect(rule.kind == .substitutionShare && isClose(rule.required, 24) && isClose(rule.amount, 0.8))
        }
    }

    @Test("a mixture outside a limit cannot be")
    func quality() throws {
        for (quantity, isPossible) in [(15.0, true), (16, false)] {
            var text = text(quantity)
            text["qualities.csv"] = "scope,firm,resource,property,value,max\noutput,A,w,c,100,\nneed,B,w,c,,25\nvirgin,,w,c,0,\n"
            let outcome = try text.outcome()
            #expect((outcome.today != nil) == isPossible)
            guard !isPossible, case .broken(let rule) = outcome.todayReason else { continue }
            #expect(rule.kind == .qualityMaximum && rule.required == 25)
        }
    }

    @Test("more than a route carries cannot be")
    func route() throws {
        for (quantity, isPossible) in [(20.0, true), (21, false)] {
            var text = text(quantity)
            text["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,truck,20\n"
            let outcome = try text.outcome()
            #expect((outcome.today != nil) == isPossible)
            guard !isPossible, case .broken(let rule) = outcome.todayReason else { continue }
            #expect(rule.kind == .route && rule.required == 20 && isClose(rule.amount, 1))
        }
    }

    @Test("a contract's own least and most do not bind what flows")
    func ownLimits() throws {
        var text = ScenarioText()
        text["contracts.csv"] = "from,to,resource,min,max,quantity\nA,B,w,30,40,25\n"
        expectClose(try text.outcome().today?.cost, 25 * 5 + 75 * 50 + 35 * 80)
    }
}
