// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Scenario
import Testing
import Texts

@testable import Exchange

/// Explanations worked by hand, one scenario for each way in which a candidate can stand in a plan.
@Suite("Explanations worked by hand:") struct ExplanationTests {
    /// What a candidate of the pair A and `to` is told to be.
    struct Asked {
        var match: ExplainedMatch, way: ExplainedWay
        /// The parts of its reduced cost, by what they are.
        var terms: [String: Double] {
            Dictionary(uniqueKeysWithValues: (way.split?.terms ?? []).map { ("\($0.kind)".prefix { $0 != "(" }.description, $0.amount) })
        }
        var unit: FirstUnit? { if case .unused(let unit) = way.state { unit } else { nil } }
        var worth: PlanWorth? { if case .used(_, let worth) = way.state { worth } else { nil } }
    }

    private func explanation(_ text: ScenarioText) throws -> Explanation { try text.planner().explanation() }

    private func ask(_ text: ScenarioText, from: String = "A", to: String, mode: String = "truck") throws -> Asked {
        let explanation = try explanation(text)
        return try ask(explanation, from: from, to: to, mode: mode)
    }

    private func ask(_ explanation: Explanation, from: String, to: String, mode: String = "truck") throws -> Asked {
        let tables = explanation.network.scenario.tables
        let pair = try explanation.pair(from: try party(from, tables), to: try party(to, tables))
        let match = try #require(pair.matches.first { !$0.ways.isEmpty })
        return Asked(match: match, way: try #require(match.ways.first { tables.id(of: $0.mode) == mode }))
    }

    private func party(_ id: String, _ tables: Tables) throws -> Party {
        if let firm = tables.firms.references.first(where: { tables.firms[$0].id == id }) { return .firm(firm) }
        return .process(try #require(tables.processes.references.first { tables.processes[$0].id == id }))
    }

    private func expect(_ terms: [String: Double], _ expected: [String: Double], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(Set(terms.keys) == Set(expected.keys), sourceLocation: sourceLocation)
        for (key, amount) in expected { expectClose(terms[key], amount, sourceLocation: sourceLocation) }
    }

    /// Firms C and D beside A and B, on roads of these lengths.
    private func park(_ routes: String, outputs: String, needs: String) -> ScenarioText {
        var text = ScenarioText()
        text["firms.csv"] += "C,Firm C\nD,Firm D\n"
        text["routes.csv"] = "from,to,km\n" + routes
        text["outputs.csv"] = "firm,resource,quantity\n" + outputs
        text["needs.csv"] = "firm,resource,quantity\n" + needs
        return text
    }

    @Test("what is in the plan shows what it brings, what holds it, what the plan is without it and how far its cost may rise")
    func used() throws {
        let asked = try ask(ScenarioText(), to: "B")
        // 60 t for a need of 60 t: 50 of disposal and 80 of purchase saved for 5 of transport.
        expect(asked.terms, ["disposal": -50, "purchase": -80, "transport": 5, "needMet": 125])
        expectClose(asked.way.split?.byItself, -125)
        expectClose(asked.way.split?.reducedCost, 0)
        expectClose(asked.worth?.room, 125)
        expectClose(asked.worth?.without, 60 * 125)
        expectClose(asked.match.disposed, 40)
        expectClose(asked.match.bought, 0)
    }

    @Test(
        "a link that is full holds the plan back, by what one more unit of it saves, alone on it or with others",
        arguments: [("B,w,60\n", 40), ("B,w,30\nB,v,30\n", 40)])
    func fullLink(needs: String, capacity: Double) throws {
        var text = ScenarioText()
        text["resources.csv"] += "v,other,material,t,50,80,100,300\n"
        text["outputs.csv"] = "firm,resource,quantity\nA,w,100\nA,v,100\n"
        text["needs.csv"] = "firm,resource,quantity\n" + needs
        text["modes.csv"] = "id,unit,cost_per_unit,fixed_cost_per_km,link_capacity\npipe,t,5,10,40\n"
        let explanation = try explanation(text), tables = explanation.network.scenario.tables
        let limit = try #require(try explanation.overview(nearest: 5).limits.first)
        #expect(limit.subject == .link(.firm(Reference(0)), .firm(Reference(1)), Reference(0)))
        // One more tonne saves 50 of disposal and 80 of purchase for 5; as much again as the 40 t would save 40 times that.
        expectClose(limit.change, -125)
        expectClose(limit.weight, capacity * 125)
        #expect(
            ExplainText(names: ScenarioNames(tables), objective: .cost).limit(limit)
                == Phrase(
                    en: "Room for one more tonne a year on the link Firm A – Firm B (pipe) would save 125 đồng.",
                    vi: "Thêm công suất một tấn mỗi năm cho tuyến nối Firm A – Firm B (pipe) sẽ tiết kiệm 125 đồng."))
        text["modes.csv"] = "id,unit,cost_per_unit,fixed_cost_per_km,link_capacity\npipe,t,5,10,60\n"
        #expect(try self.explanation(text).overview(nearest: 5).limits.isEmpty)
    }

    @Test("limits come by what a hundredth of each is worth, and those worth the same by name, whatever the order of the rows")
    func orderOfLimits() throws {
        for rows in [["D,w,10,0.5", "C,w,10,0.5", "B,w,40,0.5"], ["C,w,10,0.5", "B,w,40,0.5", "D,w,10,0.5"]] {
            var text = park("A,B,10\nA,C,10\nA,D,10\n", outputs: "A,w,100\n", needs: "")
            text["needs.csv"] = "firm,resource,quantity,max_secondary_share\n" + rows.joined(separator: "\n") + "\n"
            let explanation = try explanation(text), tables = explanation.network.scenario.tables
            let takers = try explanation.overview(nearest: 5).limits.map { limit -> String in
                guard case .secondaryShare(let party, _) = limit.subject else { return "" }
                return tables.id(of: party)
            }
            #expect(takers == ["B", "C", "D"])
        }
    }

    @Test("what does not pay by itself names each figure that would make it pay")
    func itself() throws {
        let text = park("A,B,10\nA,C,2000\n", outputs: "A,w,100\n", needs: "B,w,60\nC,w,30\n")
        let asked = try ask(text, to: "C"), unit = try #require(asked.unit)
        // 4 + 0.1 · 2000 = 204 for 50 + 80.
        expect(asked.terms, ["disposal": -50, "purchase": -80, "transport": 204])
        expectClose(unit.split.reducedCost, 74)
        #expect(unit.split.byItself == unit.split.reducedCost)
        try expect(unit.remedies, cost: (74, 204), distance: (1260, 2000), disposal: (124, 50), price: (154, 80))
        #expect(unit.changes.count == 2)
        expectClose(unit.changes.first { if case .disposal = $0.shift { true } else { false } }?.amount, -1)
        expectClose(unit.changes.first { if case .purchase = $0.shift { true } else { false } }?.amount, -1)
    }

    private func expect(
        _ remedies: [FirstUnit.Remedy], cost: (Double, Double)? = nil, distance: (Double, Double)? = nil,
        disposal: (Double, Double)? = nil, price: (Double, Double)? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(
            remedies.count == [cost, distance, disposal, price].compactMap(\.self).count, "\(remedies)", sourceLocation: sourceLocation)
        for remedy in remedies {
            let (expected, found): ((Double, Double)?, (Double, Double)) =
                switch remedy {
                case .cost(let by, let now): (cost, (by, now))
                case .distance(let most, let now): (distance, (most, now))
                case .disposalCost(let least, let now): (disposal, (least, now))
                case .virginPrice(let least, let now): (price, (least, now))
                }
            let (a, b) = try #require(expected, "\(remedy)", sourceLocation: sourceLocation)
            #expect(abs(found.0 - a) < 1e-6 * max(1, a), "\(remedy)", sourceLocation: sourceLocation)
            expectClose(found.1, b, sourceLocation: sourceLocation)
        }
    }

    @Test("where the giver's all goes elsewhere, the unit is taken from there, and a higher disposal cost does not help")
    func rival() throws {
        let text = park("A,B,10\nA,C,110\n", outputs: "A,w,50\n", needs: "B,w,60\nC,w,30\n")
        let asked = try ask(text, to: "C"), unit = try #require(asked.unit)
        expect(asked.terms, ["disposal": -50, "purchase": -80, "transport": 15, "givenElsewhere": 125])
        expectClose(unit.split.reducedCost, 10)
        #expect(unit.split.mainScarcity == .givenElsewhere)
        try expect(unit.remedies, cost: (10, 15), distance: (10, 110), price: (90, 80))
        let left = try #require(unit.changes.first { if case .exchange = $0.shift { true } else { false } })
        expectClose(left.amount, -1)
        expectClose(left.before, 50)
    }

    @Test("a plan that is tight at both ends has many prices; told is what the first unit costs, in the pair and in the lists")
    func degenerate() throws {
        // A's 60 t fill B's 60 t; D is a kilometre and a tenth of a cost farther for each tonne that A then keeps.
        let text = park("A,B,10\nD,B,20\n", outputs: "A,w,60\nD,w,60\n", needs: "B,w,60\n")
        let explanation = try explanation(text), tables = explanation.network.scenario.tables
        let unit = try #require(try ask(explanation, from: "D", to: "B").unit)
        #expect(abs(unit.split.reducedCost - 1) < 1e-6)
        #expect(abs(unit.split.terms.reduce(0) { $0 + $1.amount } - unit.split.reducedCost) < 1e-9)
        let streams = try explanation.streams(of: try party("D", tables), alternatives: nil)
        expectClose(streams.first?.alternatives.first?.reducedCost, 1)
        expectClose(streams.first?.rest, 60)
    }

    @Test("a need at its largest share of secondary material has that share as what holds the next giver off")
    func share() throws {
        var text = park("A,B,10\nD,B,20\n", outputs: "A,w,100\nD,w,100\n", needs: "")
        text["needs.csv"] = "firm,resource,quantity,max_secondary_share\nB,w,60,0.5\n"
        let asked = try ask(text, from: "D", to: "B")
        expect(asked.terms, ["disposal": -50, "purchase": -80, "transport": 6, "secondaryShare": 125])
        let plan = try explanation(text).overview(nearest: nil)
        let limit = try #require(plan.limits.first)
        // One percentage point is 0.6 t.
        expectClose(limit.change, -0.6 * 125)
    }

    @Test("of a plant it is told what it makes, what running it costs, and that it is full")
    func plant() throws {
        var text = park("A,B,10\nD,B,20\n", outputs: "A,w,100\nD,w,100\n", needs: "")
        text["resources.csv"] += "p,product,product,t,-100,,0,0\n"
        text["processes.csv"] = "id,name,firm,capacity,cost\nT,Plant,B,50,2\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.5\n"
        let used = try ask(text, to: "T"), unused = try ask(text, from: "D", to: "B")
        let own = ["disposal": -50.0, "transport": 5, "running": 2, "plantOutputs": -50]
        expect(used.terms, own.merging(["plantFull": 93]) { $1 })
        expect(unused.terms, own.merging(["transport": 6, "plantFull": 93]) { $1 })
        expectClose(unused.unit?.split.reducedCost, 1)
        expectClose(used.worth?.room, 1)
    }

    @Test("the plan sends nothing to a plant that loses by it, and tells by how much")
    func idlePlant() throws {
        var text = park("A,B,10\n", outputs: "A,w,100\n", needs: "")
        text["resources.csv"] += "p,product,product,t,0,,0,0\n"
        text["processes.csv"] = "id,name,firm,capacity,cost\nT,Plant,B,50,60\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.5\n"
        let asked = try ask(text, to: "T")
        expect(asked.terms, ["disposal": -50, "transport": 5, "running": 60])
        expectClose(asked.unit?.split.reducedCost, 15)
    }

    @Test("a quality limit weighs each giver by how far it is from what it replaces")
    func quality() throws {
        var text = park("A,B,10\nD,B,10\n", outputs: "A,w,100\nD,w,100\n", needs: "B,w,60\n")
        text["qualities.csv"] =
            "scope,firm,process,resource,property,unit,value,min,max\noutput,A,,w,salt,%,20,,\noutput,D,,w,salt,%,30,,\n"
            + "need,B,,w,salt,%,,,10\nvirgin,,,w,salt,%,0,,\n"
        // 20 x ≤ 10 · 60 from A: a price of 125 / 20 for a hundredth of salt; D brings 30 of it.
        let used = try ask(text, to: "B"), unused = try ask(text, from: "D", to: "B")
        expect(used.terms, ["disposal": -50, "purchase": -80, "transport": 5, "quality": 125])
        expect(unused.terms, ["disposal": -50, "purchase": -80, "transport": 5, "quality": 187.5])
        expectClose(unused.unit?.split.reducedCost, 62.5)
    }

    @Test("a quality limit that nothing makes up for leaves no room, and is named")
    func qualityWithoutRelief() throws {
        var text = ScenarioText()
        text["qualities.csv"] =
            "scope,firm,process,resource,property,unit,value,min,max\noutput,A,,w,salt,%,20,,\nneed,B,,w,salt,%,,,10\n"
        let explanation = try explanation(text), asked = try ask(explanation, from: "A", to: "B")
        guard case .noRoom(.quality(_, isMaximum: true)) = asked.way.state else {
            Issue.record("\(asked.way.state)")
            return
        }
        let plan = try explanation.overview(nearest: nil)
        #expect(plan.nearest.isEmpty)
        guard case .short(.noRoom(.quality)) = plan.rests.first?.reasons.first?.reason else {
            Issue.record("\(plan.rests)")
            return
        }
    }

    @Test("a full route and a contract's most hold an exchange; a contract's least forces one that does not pay")
    func routesAndContracts() throws {
        var text = ScenarioText()
        text["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,truck,20\n"
        expect(try ask(text, to: "B").terms, ["disposal": -50, "purchase": -80, "transport": 5, "route": 125])
        text = ScenarioText()
        text["contracts.csv"] = "from,to,resource,max\nA,B,w,20\n"
        expect(try ask(text, to: "B").terms, ["disposal": -50, "purchase": -80, "transport": 5, "contract": 125])
        text["routes.csv"] = "from,to,km\nA,B,2000\n"
        text["contracts.csv"] = "from,to,resource,min\nA,B,w,20\n"
        let forced = try ask(text, to: "B")
        expect(forced.terms, ["disposal": -50, "purchase": -80, "transport": 204, "contract": -74])
        #expect(forced.worth?.room == nil)
        #expect(forced.worth?.without == nil)
    }

    @Test("the carbon price is a part of its own, and other objectives are told in their own unit")
    func carbon() throws {
        var text = park("A,B,10\nA,C,2000\n", outputs: "A,w,100\n", needs: "B,w,60\nC,w,30\n")
        text["scenario.yaml"] += "carbon_price: 100\n"
        // 0.2 · 2000 kg by truck less 100 kg of disposal and 300 kg of purchase.
        expect(try ask(text, to: "C").terms, ["disposal": -50, "purchase": -80, "transport": 204])
        text["routes.csv"] = "from,to,km\nA,B,10\nA,C,1500\n"
        expect(try ask(text, to: "C").terms, ["disposal": -50, "purchase": -80, "transport": 154, "carbon": -10])
        text["scenario.yaml"] += "objective: ghg\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nA,C,3000\n"
        let asked = try ask(text, to: "C")
        expect(asked.terms, ["disposal": -100, "purchase": -300, "transport": 600])
        try expect(try #require(asked.unit).remedies, cost: (200, 600), distance: (2000, 3000))
    }

    @Test("what hangs on a link that is not laid is told so, with its charge")
    func link() throws {
        var text = ScenarioText()
        text["modes.csv"] = "id,unit,cost_per_unit,capex_per_km,lifetime_years\ntruck,t,4,100000,10\n"
        let asked = try ask(text, to: "B")
        guard case .leftOff(let choices) = asked.way.state, case .link(_, _, _, let kilometres, let charge) = choices.first else {
            Issue.record("\(asked.way.state)")
            return
        }
        expectClose(kilometres, 10)
        // 100,000 a km over 10 years at 8 %: r / (1 − 1.08^−10) = 0.14902949.
        #expect(abs(charge - 149_029.49) < 0.01)
        // Were it there, a unit would save 50 + 80 − 4.
        expectClose(asked.way.split?.reducedCost, -126)
        #expect(try explanation(text).overview(nearest: nil).rests.first?.reasons.first?.reason == .short(.leftOff))
    }

    @Test("an exchange below the least quantity, and a plant that is not built, are told as what the plan leaves off")
    func leftOff() throws {
        var text = ScenarioText()
        text["scenario.yaml"] += "exchange: {min_quantity: 80}\n"
        guard case .leftOff(let choices) = try ask(text, to: "B").way.state else {
            Issue.record("not left off")
            return
        }
        #expect(choices == [.leastQuantity(80)])
        text = ScenarioText()
        text["needs.csv"] = "firm,resource,quantity\n"
        text["resources.csv"] += "p,product,product,t,-100,,0,0\n"
        text["processes.csv"] = "id,name,firm,capacity,fixed_cost,candidate\nT,Plant,B,50,9999,true\n"
        text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,0.5\n"
        // 50 t save 50 and earn 50 each for 5 of transport: 4,750 a year for a charge of 9,999.
        let asked = try ask(text, to: "T")
        guard case .leftOff(let plants) = asked.way.state, case .process(_, let charge) = plants.first else {
            Issue.record("\(asked.way.state)")
            return
        }
        expectClose(charge, 9999)
        #expect(asked.way.split == nil)
    }

    @Test("a search that was stopped has no prices, and then only what is known is told")
    func stopped() throws {
        let full = try explanation(ScenarioText())
        let explanation = Explanation(
            outcome: full.outcome, planner: full.planner, solved: full.solved, values: full.values, duals: [], basis: nil,
            rowKinds: full.rowKinds, isSupplyRow: full.isSupplyRow, options: full.options)
        #expect(!explanation.hasPrices)
        let tables = explanation.network.scenario.tables
        let pair = try explanation.pair(from: try party("A", tables), to: try party("B", tables))
        #expect(pair.matches.first?.ways.count == 1)
        #expect(pair.matches.first?.ways.first?.split == nil)
        #expect(try explanation.streams(of: try party("A", tables), alternatives: nil).first?.alternatives.isEmpty == true)
        #expect(try explanation.streams(of: try party("A", tables), alternatives: nil).first?.exchanges.count == 1)
        #expect(try explanation.overview(nearest: nil).rests.isEmpty)
    }

    @Test("what is left over is told by resource with its reasons, and nearest are those whose giver has some left")
    func overview() throws {
        var text = park("A,B,10\nA,C,2000\nA,D,10\n", outputs: "A,w,100\nA,v,7\nD,x,5\n", needs: "B,w,60\nC,w,30\nC,x,5\n")
        text["resources.csv"] += "v,other,material,t,50,90,0,0\nx,far,material,t,50,90,0,0\n"
        text["routes.csv"] += "D,C,3000\n"
        text["modes.csv"] = "id,unit,cost_per_unit,cost_per_unit_km,max_km\ntruck,t,4,0.1,2500\n"
        let plan = try explanation(text).overview(nearest: nil)
        let given = plan.rests.filter(\.isSupply)
        #expect(given.map(\.rest) == [7, 40, 5])
        #expect(given.map { $0.reasons.map(\.reason) } == [[.nobody], [.short(.scarce(.needMet))], [.excluded(.distance)]])
        let bought = plan.rests.filter { !$0.isSupply }
        #expect(bought.map(\.rest) == [30, 5])
        #expect(bought.map { $0.reasons.map(\.reason) } == [[.short(.itself)], [.excluded(.distance)]])
        #expect(plan.nearest.map(\.shortfall) == [.itself])
        expectClose(plan.nearest.first?.reducedCost, 74)
        #expect(plan.unused == 1)
    }

    @Test("in each period of the year a pair is told by itself")
    func periods() throws {
        var text = ScenarioText()
        text["periods.csv"] = "id,share\ns1,0.5\ns2,0.5\n"
        text["outputs.csv"] = "firm,resource,quantity,period\nA,w,100,s1\nA,w,10,s2\n"
        let explanation = try explanation(text), tables = explanation.network.scenario.tables
        let pair = try explanation.pair(from: try party("A", tables), to: try party("B", tables))
        #expect(pair.matches.count == 2)
        #expect(Set(pair.matches.map { $0.period.map { tables.periods[$0].id } }) == ["s1", "s2"])
        let scarce = pair.matches.map { $0.ways.first?.split?.mainScarcity }
        #expect(Set(scarce) == [.needMet, .givenElsewhere])
    }
}
