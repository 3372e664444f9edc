// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@testable import Criteria

/// The scenario of ``Assessed`` by hand. B needs 30 t of v, for which 60 t of w do (ratio 0.5); A keeps 40 t of its 100.
///
/// Per tonne dispatched: 50 of disposal saved, 0.5 · 80 = 40 not bought, 1 of trucking. Gas per tonne: 100 kg of disposal, 150 kg of virgin, 2 · 10 km = 20 kg.
@Suite("Measures worked by hand")
struct MeasureTests {
    @Test(
        "Of the whole scenario, in the plan",
        arguments: [
            (.exchanges, 1), (.exchangesInPark, 1), (.exchangesBeyondPark, 0), (.networks, 1), (.networksInPark, 1), (.exchangingFirms, 2),
            (.meanKilometres, 10), (.firms, 4), (.areaHa, 170), (.streams, 4),
            (.solidWaste, 100), (.wasteExchanged, 60), (.wasteUsedByOthers, 60), (.wasteDisposed, 40), (.wasteToLandfill, 40),
            (.wasteRecycled, 60), (.wasteReused, 0), (.wasteComposted, 0), (.wasteToEnergy, 0),
            (.virginMaterial, 0), (.secondaryIn, 60), (.secondaryOut, 60), (.primarySaved, 30),
            (.inflow, 60), (.inflowRecycled, 60), (.inflowReused, 0), (.inflowRenewable, 0),
            (.outflow, 100), (.outflowRecycled, 60), (.outflowReused, 0), (.outflowBiological, 0),
            (.wastewater, 1000), (.wastewaterReused, 0), (.wastewaterDischarged, 1000), (.waterUsed, 400), (.waterBought, 400),
            (.waterSaved, 0), (.energyUsed, 0), (.electricitySaved, 0),
            // 40 t · 100 kg + 1000 m3 · 1 kg + 400 m3 · 2 kg + 60 t · 20 kg, in t.
            (.ghg, 4 + 1 + 0.8 + 1.2),
            // 60 t · (100 + 150 − 20) kg.
            (.ghgAvoided, 13.8), (.ghgAvoidedCutOff, 13.8), (.ghgAvoidedToGivers, 13.8), (.ghgAvoidedHalves, 13.8),
            (.ghgAvoidedCircularFootprint, 13.8), (.ghgAvoidedEnergy, 0),
            // 60 t · (50 + 40 − 1).
            (.netBenefit, 5340), (.savingRecycling, 3000), (.savingPrimary, 2400), (.savingReuse, 0), (.savingDisposal, 3000),
            (.savingWater, 0),
            // 400 m3 · 5 bought, local; 30 t · 80 replaced.
            (.inputsValue, 4400), (.inputsValueLocal, 4400), (.chemicalsSaved, 0), (.hazardousInputs, 0), (.productOutput, 0),
            (.projectsProposed, 0), (.projectsCommitted, 0), (.jobs, 0), (.investment, 0), (.contractsRunning, 0),
        ] as [(Measure, Double)])
    func plan(measure: Measure, expected: Double) throws {
        expectFigure(try Assessed().value(measure), expected)
    }

    @Test("The form's CO2 is that of the electricity and the fuels that its own lines tell; the gas of heat stays out of it")
    func energyOfTheForm() throws {
        // A gives 10 units each of power, gas, heat and (by weight) coal to B; a unit of each saves 100, 200, 400 and 800 kg.
        func line(_ id: String, _ unit: String, _ kind: String, _ carrier: String, _ gas: Int) -> String {
            "\(id),\(id),\(kind),\(unit),1,50,\(gas),\(carrier)\n"
        }
        let assessed = try Assessed([
            "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,virgin_ghg,carrier\n"
                + line("power", "MWh", "energy", "electricity", 100) + line("gas", "MWh", "energy", "fuel", 200)
                + line("steam", "MWh", "energy", "heat", 400) + line("coal", "t", "material", "fuel", 800),
            "outputs.csv": "firm,resource,quantity\nA,power,10\nA,gas,10\nA,steam,10\nA,coal,10\n",
            "needs.csv": "firm,resource,quantity\nB,power,10\nB,gas,10\nB,steam,10\nB,coal,10\n",
            "modes.csv": "id,unit,cost_per_unit\ntruck,t,1\nline,MWh,1\n", "substitutions.csv": "from,to,ratio\n",
        ])
        let set = try #require(CriteriaCatalogue().set("vn-eip-circular-05-2025"))
        func told(_ id: String) throws -> Figure {
            let formula = try #require(set.criteria.first { $0.id == "VN.C05.A4.\(id)" }?.measure)
            var evaluation = Evaluation(assessed.assessor, criterion: nil)
            let figure = evaluation.number(formula, .network, .plan)
            return try #require(figure)
        }
        expectFigure(try told("elec"), 10_000)
        expectFigure(try told("fuel"), 10)
        expectFigure(try told("fuel-mass"), 10)
        expectFigure(try told("co2"), 1 + 2 + 8)
        expectFigure(try assessed.value(.ghgAvoidedEnergy), 1 + 2 + 4 + 8)
        // Gross: the price of the power, for fuel and heat stand in no line of the sum, and the disposal of the coal where its use is one that
        // counts; the trips at 1 are not taken off.
        #expect(try told("total-saving") == Figure(500, 510))
        let total = try #require(set.criteria.first { $0.id == "VN.C05.A4.total-saving" })
        #expect(total.text.english.contains("gross") && total.text.vietnamese?.contains("gộp") == true)
    }

    @Test("What a plant's output and a storage lose counts as waste, as in the model")
    func losses() throws {
        // A plant at A makes pellets of w, a tenth of which is lost on the way to B.
        var files = [
            "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price\nw,waste,material,t,50,\np,pellets,material,t,5,200\n",
            "needs.csv": "firm,resource,quantity\nB,p,30\n", "outputs.csv": "firm,resource,quantity\nA,w,100\n",
            "substitutions.csv": "from,to,ratio\n", "modes.csv": "id,unit,cost_per_unit,loss_per_km\ntruck,t,1,0.01\n",
            "processes.csv": "id,name,firm,capacity,cost\nT,Mill,A,80,1\n",
            "process_flows.csv": "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.5\n",
        ]
        let lossy = try Assessed(files), plan = try #require(lossy.outcome.plan)
        #expect(lossy.outcome.processFlows.contains { $0.lost > 3 })
        expectFigure(try lossy.value(.wasteDisposed), plan.waste)
        // What a storage of A's waste loses from one half of the year to the other.
        files["periods.csv"] = "id,share\n1,0.5\n2,0.5\n"
        files["outputs.csv"] = "firm,resource,quantity,period\nA,w,100,1\n"
        files["needs.csv"] = "firm,resource,quantity,period\nB,p,30,2\n"
        files["storages.csv"] = "firm,resource,capacity,cost,loss_share\nA,w,100,0.1,0.05\n"
        let stored = try Assessed(files), held = try #require(stored.outcome.plan)
        #expect(stored.outcome.storages.contains { $0.held > 1 })
        expectFigure(try stored.value(.wasteDisposed), held.waste)
    }

    @Test(
        "Of the baseline",
        arguments: [
            (.exchanges, 0), (.networks, 0), (.exchangingFirms, 0), (.meanKilometres, 0), (.wasteExchanged, 0), (.wasteDisposed, 100),
            (.wasteToLandfill, 100), (.virginMaterial, 30), (.inflow, 30), (.outflow, 100), (.ghgAvoided, 0), (.netBenefit, 0),
            // 100 t · 100 kg + 30 t · 300 kg + 1000 m3 · 1 kg + 400 m3 · 2 kg.
            (.ghg, 10 + 9 + 1 + 0.8), (.inputsValue, 4400), (.inputsValueLocal, 2000),
        ] as [(Measure, Double)])
    func baseline(measure: Measure, expected: Double) throws {
        expectFigure(try Assessed().value(measure, .baseline), expected)
    }

    @Test(
        "Of single firms and parks",
        arguments: [
            ("A", .secondaryOut, 60), ("A", .secondaryIn, 0), ("B", .secondaryIn, 60), ("B", .inflowRecycled, 60), ("A", .partners, 1),
            ("P", .partners, 0), ("P", .exchangesInPark, 1), ("Q", .exchanges, 0), ("Q", .firms, 1), ("P", .areaHa, 120),
            ("A", .employees, 300), ("B", .turnover, 2000),
            // Cut-off: 60 t · 100 kg to the giver, 60 t · (150 − 20) kg to the taker.
            ("A", .ghgAvoidedCutOff, 6), ("B", .ghgAvoidedCutOff, 7.8), ("A", .ghgAvoidedToGivers, 13.8), ("B", .ghgAvoidedToGivers, 0),
            ("A", .ghgAvoidedHalves, 6.9), ("B", .ghgAvoidedHalves, 6.9),
            // Disposal and half of the rest to the giver.
            ("A", .ghgAvoidedCircularFootprint, 9.9), ("B", .ghgAvoidedCircularFootprint, 3.9),
            ("A", .savingRecycling, 3000), ("B", .savingPrimary, 2400), ("Q", .inputsValueLocal, 2000),
        ] as [(String, Measure, Double)])
    func parts(subject: String, measure: Measure, expected: Double) throws {
        expectFigure(try Assessed().value(measure, of: subject), expected)
    }

    @Test(
        "The circular footprint formula with other factors A: the taker has A of the 7.8 t that are not disposal",
        arguments: [(0.2, 12.24, 1.56), (0.5, 9.9, 3.9), (0.8, 7.56, 6.24), (0, 13.8, 0), (1, 6, 7.8)])
    func circularFactor(factor: Double, giver: Double, taker: Double) throws {
        let assessed = try Assessed(rule: .circularFootprint, circularFactor: factor)
        for measure in [Measure.ghgAvoided, .ghgAvoidedCircularFootprint] {
            expectFigure(try assessed.value(measure, of: "A"), giver)
            expectFigure(try assessed.value(measure, of: "B"), taker)
            expectFigure(try assessed.value(measure), 13.8)
        }
    }

    @Test(
        "By price: to the giver of what is paid for, to the taker of what it is paid to take, in halves at nothing",
        arguments: [("7", 13.8, 0), ("-3", 6, 7.8), ("0", 9.9, 3.9)])
    func byPrice(price: String, giver: Double, taker: Double) throws {
        let contract = ["contracts.csv": "from,to,resource,price,max\nA,B,w,\(price),100\n"]
        let assessed = try Assessed(contract, rule: .byPrice)
        expectFigure(try assessed.value(.ghgAvoided, of: "A"), giver)
        expectFigure(try assessed.value(.ghgAvoidedByPrice, of: "B"), taker)
        expectFigure(try assessed.value(.ghgAvoided), 13.8)
        // Without a price either may have the rest.
        let unknown = try Assessed(rule: .byPrice)
        let (ofGiver, ofTaker) = (try unknown.value(.ghgAvoided, of: "A"), try unknown.value(.ghgAvoided, of: "B"))
        #expect(ofGiver.low == 6 && abs(ofGiver.high - 13.8) < 1e-9 && ofTaker.low == 0 && abs(ofTaker.high - 7.8) < 1e-9)
    }

    @Test("What a firm's own plant makes of its output, and what the firm then need not buy, is told apart from symbiosis")
    func insideFirms() throws {
        // A's plant turns 2 t of w into 1 t of r, which stands in for v; A needs 20 t of v, so that 40 t of w stay inside; B has 30 t for 60 t.
        let resources = (Assessed.files["resources.csv"] ?? "") + "r,recycled,material,t,5,0,,,landfill,,\n"
        let assessed = try Assessed([
            "resources.csv": resources, "needs.csv": "firm,resource,quantity\nB,v,30\nD,fw,400\nA,v,20\n",
            "processes.csv": "id,name,firm,capacity,cost\nM,Own plant,A,100,3\n",
            "process_flows.csv": "process,resource,role,per_activity\nM,w,input,2\nM,r,output,1\n",
            "substitutions.csv": "from,to,ratio,use\nw,v,0.5,recycling\nr,v,1,recycling\n",
        ])
        let inside = assessed.assessor.insideFirms
        func value(_ measure: Measure, _ subject: AssessedSubject = .network) throws -> Figure {
            try #require(inside.measure(measure, of: subject, .plan)).figure
        }
        expectFigure(try value(.primarySaved), 20)
        expectFigure(try value(.savingPrimary), 20 * 80)
        expectFigure(try value(.primarySaved, try assessed.subject("B")), 0)
        expectFigure(try assessed.value(.primarySaved), 30)
        let (owner, other) = (try assessed.subject("A"), try assessed.subject("B"))
        #expect(assessed.assessor.tellsInside(.network) && assessed.assessor.tellsInside(owner) && !assessed.assessor.tellsInside(other))
        let none = try Assessed().assessor
        #expect(!none.tellsInside(.network))
    }

    @Test("What sold elsewhere before saves no disposal")
    func soldBefore() throws {
        let resources = (Assessed.files["resources.csv"] ?? "").replacingOccurrences(
            of: "w,waste,material,t,50", with: "w,waste,material,t,-5")
        let assessed = try Assessed(["resources.csv": resources])
        // 60 t that earned 5 now save 40 less 1 of way.
        expectFigure(try assessed.value(.netBenefit), 60 * (40 - 1 - 5))
        expectFigure(try assessed.value(.savingRecycling), 0)
        expectFigure(try assessed.value(.savingPrimary), 2400)
    }

    @Test("What is not known bounds a measure and never counts as zero")
    func bounds() throws {
        let blank = Assessed.files["resources.csv"]?.replacingOccurrences(of: "landfill", with: "") ?? ""
        let assessed = try Assessed(["resources.csv": blank])
        #expect(try assessed.value(.wasteToLandfill) == Figure(0, 40))
        #expect(try assessed.value(.wasteUsedByOthers) == Figure(60, 100))
        let sold = try Assessed(["resources.csv": blank.replacingOccurrences(of: "100,,,,,\n", with: "100,,,sale,,\n")])
        #expect(try sold.value(.wasteUsedByOthers) == Figure(60, 100))
        expectFigure(try sold.value(.wasteToLandfill), 0)
        #expect(try Assessed().value(.employees, of: "P") == Figure(350, .infinity))
        let unused = Assessed.files["substitutions.csv"]?.replacingOccurrences(of: "recycling", with: "") ?? ""
        let unknown = try Assessed(["substitutions.csv": unused])
        #expect(try unknown.value(.wasteRecycled) == Figure(0, 60))
        #expect(try unknown.value(.inflowReused) == Figure(0, 60))
        expectFigure(try unknown.value(.wasteExchanged), 60)
    }

    @Test("Wastewater that passes two plants is reused in the share that reaches a need")
    func wastewater() throws {
        // C gives 1000 m3; the treatment plant hands on all of it, the reuse plant 0.8 of what it takes. D needs 400 m3, for which 500 m3 pass.
        let assessed = try Assessed([
            "resources.csv": """
            id,name,kind,unit,disposal_cost,virgin_price,carrier
            ww,wastewater,water,m3,9,,wastewater
            tw,treated,water,m3,0,,wastewater
            rw,reclaimed,water,m3,0,,fresh-water
            fw,fresh,water,m3,,5,fresh-water

            """,
            "outputs.csv": "firm,resource,quantity\nC,ww,1000\n", "needs.csv": "firm,resource,quantity\nD,fw,400\n",
            "substitutions.csv": "from,to\nrw,fw\n", "modes.csv": "id,unit\npipe,m3\n",
            "routes.csv": "from,to,km\nC,D,1\nP,Q,1\n",
            "processes.csv": "id,name,park,capacity,cost\nT,Treatment,P,2000,1\nR,Reuse,Q,2000,1\n",
            "process_flows.csv":
                "process,resource,role,per_activity\nT,ww,input,1\nT,tw,output,1\nR,tw,input,1\nR,rw,output,0.8\n",
        ])
        expectFigure(try assessed.value(.waterSaved), 400)
        // Of what the treatment plant takes in, 500 of 1000 go on, of which 0.8 meet the need: 1000 · 0.5 · 0.8.
        expectFigure(try assessed.value(.wastewaterReused), 400)
        expectFigure(try assessed.value(.wastewaterReused, of: "C"), 400)
        expectFigure(try assessed.value(.wastewater), 1000)
        expectFigure(try assessed.value(.networks), 1)
        expectFigure(try assessed.value(.exchanges), 3)
    }

    @Test("Today is measured from the contracts' quantities, and the price of a contract is income")
    func today() throws {
        let assessed = try Assessed(["contracts.csv": "from,to,resource,quantity,price,status,max\nA,B,w,20,7,running,100\n"])
        expectFigure(try assessed.value(.wasteExchanged, .today), 20)
        expectFigure(try assessed.value(.secondaryIncome, .today), 140)
        expectFigure(try assessed.value(.secondaryIncome, of: "A", .plan), 420)
        expectFigure(try assessed.value(.ghgAvoided, .today), 4.6)
        expectFigure(try assessed.value(.contractsRunning), 1)
        #expect(try Assessed().assessor.measure(.exchanges, of: .network, .today) == nil)
        #expect(try Assessed().value(.secondaryIncome) == Figure(0, .infinity))
    }

    @Test("A row of a period counts at its own period's price and factors, whatever the order of the rows", arguments: [false, true])
    func periods(isReversed: Bool) throws {
        // In the dry season A gives 60 t whose disposal costs 50 and emits 100 kg, in the wet one 40 t at 20 and 10 kg; B needs 12 t of v at 80
        // and 300 kg in the dry season, 18 t at 30 and 40 kg in the wet one.
        func rows(_ head: String, _ rows: [String]) -> String {
            ([head] + (isReversed ? rows.reversed() : rows)).joined(separator: "\n") + "\n"
        }
        let assessed = try Assessed([
            "periods.csv": "id,share\ndry,0.5\nwet,0.5\n",
            "outputs.csv": rows(
                "firm,resource,quantity,period,disposal_cost,disposal_ghg", ["A,w,60,dry,50,100", "A,w,40,wet,20,10", "C,ww,1000,,,"]),
            "needs.csv": rows(
                "firm,resource,quantity,period,virgin_price,virgin_ghg", ["B,v,12,dry,80,300", "B,v,18,wet,30,40", "D,fw,400,,,"]),
        ])
        // 24 t of w meet the dry season's need, 36 t the wet one's; a tonne gains 50 + 40 − 1 and 20 + 15 − 1.
        expectFigure(try assessed.value(.netBenefit), 24 * 89 + 36 * 34)
        expectFigure(try assessed.value(.savingRecycling), 24 * 50 + 36 * 20)
        expectFigure(try assessed.value(.savingPrimary), 12 * 80 + 18 * 30)
        // What is left, 36 t at 100 kg and 4 t at 10 kg; the water; 60 t driven at 20 kg.
        expectFigure(try assessed.value(.ghg), 3.6 + 0.04 + 1 + 0.8 + 1.2)
        expectFigure(try assessed.value(.ghg, .baseline), 6 + 0.4 + 1 + 0.8 + 3.6 + 0.72)
        expectFigure(try assessed.value(.ghgAvoidedCutOff, of: "A"), 2.4 + 0.36)
        expectFigure(try assessed.value(.ghgAvoidedCutOff, of: "B"), 3.6 + 0.72 - 1.2)
        expectFigure(try assessed.value(.inputsValueLocal), 12 * 80 + 18 * 30 + 2000)
        // Four rows of w and v and two of the year.
        expectFigure(try assessed.value(.streams), 6)
        expectFigure(try assessed.value(.exchanges), 1)
    }

    @Test("Wastewater that is reused saves its disposal at the price of the period in which it is given off")
    func wastewaterOfPeriods() throws {
        let assessed = try Assessed([
            "periods.csv": "id,share\ndry,0.25\nwet,0.75\n",
            "outputs.csv": "firm,resource,quantity,period,disposal_cost\nA,w,100,,\nC,ww,300,dry,2\nC,ww,700,wet,7\n",
            "substitutions.csv": "from,to\nww,fw\n",
        ])
        // D needs 100 m3 in the dry season and 300 m3 in the wet one.
        expectFigure(try assessed.value(.wastewaterReused), 400)
        expectFigure(try assessed.value(.savingWastewater), 100 * 2 + 300 * 7)
    }
}
