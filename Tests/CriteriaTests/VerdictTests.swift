// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import LinearProgram
import Scenario
import ScenarioFiles
import Testing
import Texts

@testable import Criteria

@Suite("Verdicts")
struct VerdictTests {
    private static let catalogue = CriteriaCatalogue()

    private func verdict(
        _ id: String, of subject: String?, _ changes: [String: String] = [:], _ moment: Formula.Moment = .plan
    ) throws -> Verdict {
        let set = try #require(Self.catalogue.sets.first { $0.criteria.contains { $0.id == id } })
        let criterion = try #require(set.criteria.first { $0.id == id })
        let assessed = try Assessed(changes, catalogue: Self.catalogue)
        return assessed.assessor.verdict(criterion, in: set.id, on: try assessed.subject(subject), moment)
    }

    private func declared(_ rows: String) -> [String: String] {
        ["declarations.csv": "subject,criterion,value,unit\n" + rows]
    }

    @Test(
        "A fifth of the firms: met, not met or open, as declarations stand",
        arguments: [
            ("A,cleaner_production,yes,\n", .met), ("", .evidenceMissing), ("A,cleaner_production,no,\n", .evidenceMissing),
            ("A,cleaner_production,no,\nB,cleaner_production,no,\nC,cleaner_production,no,\n", .notMet),
        ] as [(String, VerdictResult)])
    func fifth(rows: String, expected: VerdictResult) throws {
        #expect(try verdict("VN.D35.37.2c", of: "P", declared(rows)).result == expected)
    }

    @Test("How many firms more would meet it, those not heard of first")
    func moreFirms() throws {
        let open = try verdict("VN.D35.37.2c", of: "P", declared("A,cleaner_production,no,\n"))
        let order = [1, 2, 0].map { Reference<Firm>($0) }
        #expect(open.closings == [.moreFirms(1, declared: "cleaner_production", candidates: order)])
        #expect(open.gaps.count == 2)
        let all = "A,cleaner_production,no,\nB,cleaner_production,no,\nC,cleaner_production,no,\n"
        let closed = try verdict("VN.D35.37.2c", of: "P", declared(all))
        #expect(closed.distance == 20)
        #expect(closed.figure == Figure(0))
        // Both firms that take part need a certificate: one has it.
        let certificates = try verdict("VN.D35.37.2b-2", of: "P", declared("A,management_system,yes,\nB,management_system,no,\n"))
        #expect(certificates.result == .notMet && certificates.isUnverified)
        #expect(certificates.keyword == "not-met-unverified")
        #expect(certificates.closings == [.moreFirms(1, declared: "management_system", candidates: [Reference(1)])])
    }

    @Test("One exchange in the park, and one more that is missing")
    func exchanges() throws {
        #expect(try verdict("VN.D35.37.2b-1", of: "P").result == .met)
        #expect(try verdict("VN.D35.37.2b-1", of: "P", [:], .baseline).result == .notMet)
        let missing = try verdict("VN.D35.37.2b-1", of: "Q")
        #expect(missing.result == .notMet && missing.distance == 1)
        #expect(missing.closings == [.moreExchanges(1, inPark: true)])
    }

    @Test("Article 138 is better or worse than the baseline and never met")
    func directions() throws {
        let waste = try verdict("VN.D08.138.1c-1", of: nil)
        #expect(waste.result == .better && waste.baseline == Figure(100) && waste.figure == Figure(40))
        #expect(try verdict("VN.D08.138.1c-2", of: nil).result == .unchanged)
        #expect(try verdict("VN.D08.138.1c-5", of: "A").result == .better)
        // Trucking a waste that costs nothing to dump makes gas.
        let heavy = Assessed.files["modes.csv"]?.replacingOccurrences(of: "truck,t,1,2", with: "truck,t,1,2000") ?? ""
        #expect(try verdict("VN.D08.138.1c-3", of: nil, ["modes.csv": heavy]).result == .worse)
        let set = try #require(Self.catalogue.set("vn-ce-decree-08-2022"))
        #expect(set.criteria.allSatisfy { $0.judgement != .threshold })
    }

    @Test("Rungs of Article 138 count links")
    func rungs() throws {
        #expect(try verdict("VN.D08.138.2-P3", of: nil).figure == Figure(1))
        #expect(try verdict("VN.D08.138.2-P2", of: nil).figure == Figure(0))
    }

    @Test("A document is evidence, a no is none, and nothing is a gap")
    func evidence() throws {
        #expect(try verdict("VN.D35.37.1a", of: "P", declared("P,VN.D35.37.1a,yes,\n")).result == .met)
        #expect(try verdict("VN.D35.37.1a", of: "P", declared("P,VN.D35.37.1a,0,\n")).result == .notMet)
        #expect(try verdict("VN.D35.37.1a", of: "P").result == .evidenceMissing)
        #expect(try verdict("VN.D35.38.2b", of: "P", declared("P,VN.D35.38.2b,QD 12/2026,\n")).result == .met)
    }

    @Test("Superseded figures judge nothing, and what is not in force yet neither")
    func validity() throws {
        let old = try verdict("VN.D82.link", of: "P")
        #expect(old.result == .outsideValidity && old.figure == Figure(1))
        let early = ["scenario.yaml": "format: 1\nid: small\ncurrency: VND\nyear: 2021\n"]
        #expect(try verdict("VN.D35.37.2b-1", of: "P", early).result == .outsideValidity)
        #expect(try verdict("VN.D35.2.5", of: "P").result == .notApplicable(.background))
        #expect(try verdict("VN.C05.A5.ENV.3", of: "Q").result == .notApplicable(.nothingToMeasure))
    }

    @Test("A declaration that has run out, or is of a later year, does not count; of two the newer does")
    func declarations() throws {
        func result(_ rows: String) throws -> VerdictResult {
            let table = "subject,criterion,value,year,valid_until,date\n" + rows
            return try verdict("VN.D35.37.1a", of: "P", ["declarations.csv": table]).result
        }
        #expect(try result("P,VN.D35.37.1a,yes,2026,2027-12-30,\n") == .evidenceMissing)
        #expect(try result("P,VN.D35.37.1a,yes,2026,2027-12-31,\n") == .met)
        #expect(try result("P,VN.D35.37.1a,yes,2028,,\n") == .evidenceMissing)
        #expect(try result("P,VN.D35.37.1a,no,2025,,\nP,VN.D35.37.1a,yes,2026,,\n") == .met)
        #expect(try result("P,VN.D35.37.1a,no,2026,,2026-05-01\nP,VN.D35.37.1a,yes,2026,,2026-04-30\n") == .notMet)
    }

    @Test("The assessment tool counts what of the framework is met, as far as is known")
    func tool() throws {
        let rows = "P,EIPFW.PM.P1,yes,\nP,EIPFW.PM.P2,no,\n"
        let figure = try #require(try verdict("EIPTOOL.intended", of: "P", declared(rows)).figure)
        // Solid waste is exchanged (60 %), and the 40 % that are landfilled are below the half: with PM.P1 three are met.
        #expect(figure.low > 0 && figure.high < 100 && figure.low < figure.high)
    }
}

/// What a criterion that is not met would cost, worked by hand.
@Suite("What it costs to meet a criterion")
struct CostTests {
    /// A has 100 t of waste of which nobody takes a tonne by itself: dumping costs 50, B would save 40 and pay 200 of trucking.
    private static let dear = [
        "modes.csv": "id,unit,cost_per_unit,ghg_per_unit_km\ntruck,t,200,2\npipe,m3,0.1,0\n"
    ]

    private func assessed() throws -> (Assessment, Double) {
        let reading = try Assessed.read(Self.dear)
        let scenario = try #require(reading.scenario)
        let planner = try Planner(scenario, solver: GLPKSolver())
        let outcome = try planner.plan()
        let assessor = Assessor(planner, outcome, by: CriteriaCatalogue())
        var assessment = Assessment(assessor, by: ["eip-framework-2.0", "vn-eip-decree-35-2022"])
        assessment.add(try planner.cheapestInside(assessment.parksWithoutExchange))
        try assessment.addCosts(planner, outcome, isChosen: false)
        return (assessment, try #require(outcome.objectiveValue))
    }

    private func closings(_ assessment: Assessment, _ id: String, _ park: Int) throws -> [Closing] {
        let row = try #require(assessment.rows.first { $0.criterion.id == id && $0.subject == .park(Reference(park)) })
        return try #require(row.verdicts.last).closings
    }

    @Test("Half of the waste off the landfill, a fifth with others: each tonne costs 200 − 50 − 40")
    func shares() throws {
        let (assessment, _) = try assessed()
        // 100 % is landfilled; below 50 % takes 50 t, which B's need of 60 t of w can take.
        let landfill = try closings(assessment, "EIPFW.E.I11", 0)
        #expect(landfill.first == .amount(-50, unit: "%"))
        guard case .planCosts(let cost, _)? = landfill.last else { return #expect(Bool(false), "\(landfill)") }
        #expect(abs(cost - 50 * 110) < 1e-6)
        let others = try closings(assessment, "EIPFW.E.I9", 0)
        guard case .planCosts(let fifth, _)? = others.last else { return #expect(Bool(false), "\(others)") }
        #expect(abs(fifth - 20 * 110) < 1e-6)
    }

    @Test("One exchange inside the park: its first unit costs its reduced cost; a park of one firm has none")
    func exchange() throws {
        let (assessment, _) = try assessed()
        let inside = try closings(assessment, "VN.D35.37.2b-1", 0)
        guard inside.count == 2, case .exchange(let from, let to, _, let cost) = inside[1] else { return #expect(Bool(false), "\(inside)") }
        #expect(from == .firm(Reference(0)) && to == .firm(Reference(1)) && abs(cost - 110) < 1e-9)
        #expect(try closings(assessment, "VN.D35.37.2b-1", 1) == [.moreExchanges(1, inPark: true), .noCandidateInside])
    }

    private func water(_ changes: [String: String] = [:]) throws -> Assessment {
        // C gives off 1000 m3 of wastewater, whose disposal costs 2; a plant at Q turns a cubic metre into 0.8 at 13 each, in place of fresh water
        // at 5 that A (300 m3, in P) and D (400 m3) need; by itself no drop is reused.
        let files = [
            "resources.csv": """
            id,name,kind,unit,disposal_cost,virgin_price,carrier
            ww,wastewater,water,m3,2,,wastewater
            rw,reclaimed,water,m3,0,,fresh-water
            fw,fresh,water,m3,,5,fresh-water

            """,
            "outputs.csv": "firm,resource,quantity\nC,ww,1000\n", "needs.csv": "firm,resource,quantity\nA,fw,300\nD,fw,400\n",
            "substitutions.csv": "from,to\nrw,fw\n", "modes.csv": "id,unit\npipe,m3\n",
            "routes.csv": "from,to,km\nP,Q,1\n",
            "processes.csv": "id,name,park,capacity,cost\nR,Reuse,Q,2000,13\n",
            "process_flows.csv": "process,resource,role,per_activity\nR,ww,input,1\nR,rw,output,0.8\n",
        ]
        let scenario = try #require(try Assessed.read(files.merging(changes) { $1 }).scenario)
        let planner = try Planner(scenario, solver: GLPKSolver()), outcome = try planner.plan()
        var assessment = Assessment(Assessor(planner, outcome, by: CriteriaCatalogue()), by: ["eip-framework-2.0"])
        try assessment.addCosts(planner, outcome, isChosen: false)
        return assessment
    }

    @Test("Half of the wastewater used again: each cubic metre that arrives costs (13 − 2) / 0.8 − 5")
    func wastewater() throws {
        // 500 m3 that meet a need pass as 625 through the plant.
        let closings = try closings(try water(), "EIPFW.E.I7", 0)
        #expect(closings.first == .amount(50, unit: "%"))
        guard case .planCosts(let cost, _)? = closings.last else { return #expect(Bool(false), "\(closings)") }
        #expect(abs(cost - (625 * 11 - 500 * 5)) < 1e-6)
    }

    @Test("Where a hundredth is lost on the way to the plant, a hundredth less has to arrive at needs")
    func lostWater() throws {
        // Of x that C dispatches 0.99 x arrives, and 0.8 · 0.99 x is handed on, all of it to needs: 0.8 x = 500. The pipes to the needs lose a
        // hundredth more. What is lost of the wastewater is disposed of.
        let closings = try closings(
            try water(["modes.csv": "id,unit,loss_per_km\npipe,m3,0.01\n"]), "EIPFW.E.I7", 0)
        guard case .planCosts(let least, let most)? = closings.last else { return #expect(Bool(false), "\(closings)") }
        #expect(abs(least - (618.75 * (13 - 2) - 495 * 0.99 * 5)) < 1e-6 && abs(most - least) < 1e-9)
    }

    @Test("Where the ways to the plant lose different shares, the price lies between two")
    func differentLosses() throws {
        let files = [
            "modes.csv": "id,unit,loss_per_km\npipe,m3,0.01\n", "outputs.csv": "firm,resource,quantity\nC,ww,500\nB,ww,500\n",
            "routes.csv": "from,to,km\nP,Q,1\n", "firms.csv": "id,name,park\nA,A,P\nB,B,P\nC,C,P\nD,D,Q\nX,X,Q\n",
            "processes.csv": "id,name,firm,capacity,cost\nR,Reuse,X,2000,13\n",
        ]
        let far = files.merging(["routes.csv": "from,to,km\nP,Q,1\nB,X,2\n"]) { $1 }
        let closings = try closings(try water(far), "EIPFW.E.I7", 0)
        guard case .planCosts(let from, let to)? = closings.last else { return #expect(Bool(false), "\(closings)") }
        // As though all had come the way that loses 2 %, and as though all had come the one that loses 1 %: 490 or 495 m3 handed on.
        #expect(abs(from - (612.5 * 11 - 490 * 0.99 * 5)) < 1e-6 && abs(to - (618.75 * 11 - 495 * 0.99 * 5)) < 1e-6)
        // In truth all of C's 500 m3 and 125 of B's are passed on, of which 617.5 arrive and 494 are handed on.
        let truth = 617.5 * 11 - 494 * 0.99 * 5
        #expect(from < truth && truth < to)
    }

    @Test("Where the needs end at 350 m3 of 1000, no plan meets it, and the best that one reaches is told")
    func outOfReach() throws {
        let closings = try closings(try water(["needs.csv": "firm,resource,quantity\nA,fw,300\nD,fw,50\n"]), "EIPFW.E.I7", 0)
        guard case .noPlanMeets(let best?, "%")? = closings.last else { return #expect(Bool(false), "\(closings)") }
        #expect(abs(best - 35) < 1e-6)
    }

    @Test("Whose water a plant hands on that takes in that of two parks is no linear question: nothing is told of it")
    func mixedWater() throws {
        let assessment = try water(["outputs.csv": "firm,resource,quantity\nC,ww,1000\nD,ww,600\n"])
        #expect(try closings(assessment, "EIPFW.E.I7", 0) == [.amount(50, unit: "%")])
    }

    @Test("Energy: the share that is bought renewable rises where an exchange takes the place of what is not")
    func energy() throws {
        // A buys 100 MWh of gas heat at 30; B has 60 MWh of waste heat, which would cost 40 to pass on. C buys 50 MWh that are renewable.
        let scenario = try #require(
            try Assessed.read([
                "resources.csv": """
                id,name,kind,unit,disposal_cost,virgin_price,carrier,renewable
                wh,waste heat,energy,MWh,0,,heat,
                gh,gas heat,energy,MWh,,30,heat,0
                re,green power,energy,MWh,,60,electricity,1

                """,
                "outputs.csv": "firm,resource,quantity\nB,wh,60\n", "needs.csv": "firm,resource,quantity\nA,gh,100\nC,re,50\n",
                "substitutions.csv": "from,to\nwh,gh\n", "modes.csv": "id,unit,cost_per_unit\npipe,MWh,40\n",
                "declarations.csv": "subject,criterion,value\nP,national_renewable_share,50\n",
            ]).scenario)
        let planner = try Planner(scenario, solver: GLPKSolver()), outcome = try planner.plan()
        var assessment = Assessment(Assessor(planner, outcome, by: CriteriaCatalogue()), by: ["eip-framework-2.0"])
        try assessment.addCosts(planner, outcome, isChosen: false)
        // 50 / 150 is bought renewable; 50 / (150 − x) is half at x = 50, each of which costs 40 − 30.
        let way = try closings(assessment, "EIPFW.E.I3", 0)
        guard case .planCosts(let cost, _)? = way.last else { return #expect(Bool(false), "\(way)") }
        #expect(abs(cost - 500) < 1e-6)
    }
}
