// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import LinearProgram
import Scenario
import Testing

@testable import Criteria

/// A dye works gives 400,000 m3 of wastewater to the central treatment plant of its park, which discharges 98 % of it treated.
@Suite("What is handed over for treatment is infrastructure, and no symbiosis")
struct TreatmentTests {
    private static let catalogue = CriteriaCatalogue()

    /// The park, with rows added to its tables.
    private static func files(
        firms: String = "", needs: String = "", substitutions: String = "", flows: String = "tram,ntxl,output,0.98,,\n",
        inputPrice: String = "",
        processes: String = "", plantCost: Int = 5000, contracts: String = ""
    ) -> [String: String] {
        [
            "resources.csv": """
            id,name,kind,unit,disposal_cost,disposal_route,carrier,virgin_price
            nt,raw wastewater,water,m3,12000,discharge,wastewater,
            ntxl,treated water,water,m3,100,discharge,wastewater,
            sach,process water,water,m3,,,fresh-water,9000
            bun,sludge,material,t,500000,landfill,,
            dat,clay,material,t,,,,300000

            """,
            "parks.csv": "id,name\nK,Park\n", "firms.csv": "id,name,park\ndet,Dye works,K\nhatang,Infrastructure,K\n" + firms,
            "outputs.csv": "firm,resource,quantity\ndet,nt,400000\n", "needs.csv": "firm,resource,quantity\n" + needs,
            "modes.csv": "id,unit\npipe,m3\ntruck,t\n", "routes.csv": "from,to,km\n",
            "substitutions.csv": "from,to,ratio,use\n" + substitutions, "contracts.csv": "from,to,resource,quantity,status\n" + contracts,
            "processes.csv": "id,name,firm,capacity,cost\ntram,Treatment,hatang,1000000,\(plantCost)\n" + processes,
            "process_flows.csv": "process,resource,role,per_activity,virgin_price,disposal_route\ntram,nt,input,1,\(inputPrice),\n" + flows,
        ]
    }

    private func verdict(_ id: String, _ assessed: Assessed, of subject: String?) throws -> Verdict {
        let set = try #require(Self.catalogue.sets.first { $0.criteria.contains { $0.id == id } })
        let criterion = try #require(set.criteria.first { $0.id == id })
        return assessed.assessor.verdict(criterion, in: set.id, on: try assessed.subject(subject), .plan)
    }

    @Test("Sewage to the central plant is no link and no network, and no less wastewater for what evaporates")
    func sewage() throws {
        let assessed = try Assessed(Self.files(contracts: "det,tram,nt,400000,running\n"), catalogue: Self.catalogue)
        #expect(assessed.outcome.exchanges.count == 1)
        for moment in [Formula.Moment.today, .plan] {
            for measure in [Measure.exchanges, .exchangesInPark, .networks, .networksInPark, .exchangingFirms, .partners] {
                expectFigure(try assessed.value(measure, of: "K", moment), 0)
            }
            expectFigure(try assessed.value(.wastewaterDischarged, of: "K", moment), 392_000)
            for subject in [nil, "K", "det"] { expectFigure(try assessed.value(.wastewaterUnused, of: subject, moment), 400_000) }
        }
        #expect(try verdict("VN.D35.37.2b-1", assessed, of: "K").result == .notMet)
        #expect(try verdict("VN.C05.A5.ENV.1", assessed, of: "K").result == .notMet)
        for subject in [nil, "K", "det"] { #expect(try verdict("VN.D08.138.1c-2", assessed, of: subject).result == .unchanged) }
    }

    @Test("As soon as a firm uses some of the treated water, the sewage and the water are links")
    func reuse() throws {
        // What evaporates is not used: of the 400,000 m3 the laundry uses 98,000.
        let files = Self.files(firms: "giat,Laundry,K\n", needs: "giat,sach,98000\n", substitutions: "ntxl,sach,1,\n")
        let assessed = try Assessed(files, catalogue: Self.catalogue)
        expectFigure(try assessed.value(.exchangesInPark, of: "K"), 2)
        expectFigure(try assessed.value(.networksInPark, of: "K"), 1)
        expectFigure(try assessed.value(.wastewaterUnused, of: "K"), 302_000)
        #expect(try verdict("VN.D35.37.2b-1", assessed, of: "K").result == .met)
        #expect(try verdict("VN.D08.138.1c-2", assessed, of: "K").result == .better)
    }

    @Test("Sludge that somebody uses is a link of its own, and makes none of the sewage")
    func sludge() throws {
        let files = Self.files(
            firms: "gach,Brickworks,K\n", needs: "gach,dat,1000\n", substitutions: "bun,dat,1,recycling\n",
            flows: "tram,ntxl,output,0.98,,\ntram,bun,output,0.001,,\n")
        expectFigure(try Assessed(files).value(.exchangesInPark, of: "K"), 1)
    }

    @Test("Through a second plant the water is followed to its use, and to none")
    func chain() throws {
        let polishing = "loc,Polishing,hatang,1000000,1\n"
        let flows = "tram,ntxl,output,0.98,,\nloc,ntxl,input,1,,\nloc,sach,output,0.9,,discharge\n"
        expectFigure(try Assessed(Self.files(flows: flows, processes: polishing)).value(.exchanges, of: "K"), 0)
        let used = Self.files(firms: "giat,Laundry,K\n", needs: "giat,sach,90000\n", flows: flows, processes: polishing)
        // The dye works' and the laundry's; between the two plants of one firm nothing is handed over.
        expectFigure(try Assessed(used).value(.exchanges, of: "K"), 2)
    }

    @Test(
        "What is used elsewhere, what replaces a purchase and what names its use is no treatment",
        arguments: [
            Self.files(flows: "tram,ntxl,output,0.98,,reuse\n"), Self.files(inputPrice: "20000"),
            Self.files(substitutions: "nt,nt,1,reuse\n"),
        ])
    func uses(files: [String: String]) throws {
        expectFigure(try Assessed(files).value(.exchangesInPark, of: "K"), 1)
    }

    @Test("Two plants that only feed each other use nothing")
    func ring() {
        func delivery(_ from: Int, _ to: Int) -> Treatment.Delivery {
            Treatment.Delivery(from: from, to: to, kind: .water, replacesPurchase: false)
        }
        let ring = [delivery(0, 2), delivery(2, 3), delivery(3, 2)]
        let alone = Treatment(ring, usedElsewhere: [], firmCount: 2)
        #expect(ring.allSatisfy { alone.isTreatment($0) })
        let used = Treatment(ring + [delivery(3, 1)], usedElsewhere: [], firmCount: 2)
        #expect(ring.allSatisfy { !used.isTreatment($0) })
    }

    @Test("Sewage that nobody treats yet is not proposed as the symbiosis that a park lacks")
    func way() throws {
        let reading = try Assessed.read(Self.files(plantCost: 50_000))
        let planner = try Planner(try #require(reading.scenario), solver: GLPKSolver())
        let outcome = try planner.plan()
        var assessment = Assessment(Assessor(planner, outcome, by: Self.catalogue), by: ["vn-eip-decree-35-2022"])
        assessment.add(try planner.cheapestInside(assessment.parksWithoutExchange))
        let row = try #require(assessment.rows.first { $0.criterion.id == "VN.D35.37.2b-1" })
        #expect(row.verdicts.last?.closings == [.moreExchanges(1, inPark: true), .noCandidateInside])
    }
}
