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
        guard case .planCosts(let cost)? = landfill.last else { return #expect(Bool(false), "\(landfill)") }
        #expect(abs(cost - 50 * 110) < 1e-6)
        let others = try closings(assessment, "EIPFW.E.I9", 0)
        guard case .planCosts(let fifth)? = others.last else { return #expect(Bool(false), "\(others)") }
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
}
