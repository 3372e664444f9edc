// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@testable import Criteria

/// The indicators of the standards on small scenarios whose figures are worked by hand from the published formulas.
@Suite("Published indicators")
struct PublishedFormulaTests {
    private static let catalogue = CriteriaCatalogue()

    /// A buys `bought` t of v, gets `given` t by exchange for `use`, and gives off `off` t, all of it disposed of by `route`.
    private func loop(bought: Double, given: Double, use: String, off: Double, route: String) throws -> Assessed {
        try Assessed(
            [
                "resources.csv": "id,name,kind,unit,virgin_price,disposal_cost,disposal_route\ns,scrap,material,t,,1,landfill\n"
                    + "v,virgin,material,t,80,,\no,other,material,t,,1,\(route)\n",
                "firms.csv": "id,name,park,turnover\nA,Firm A,P,1000\nB,Firm B,P,1\n",
                "outputs.csv": "firm,resource,quantity\nA,o,\(off)\n" + (given > 0 ? "B,s,\(given)\n" : ""),
                "needs.csv": "firm,resource,quantity\nA,v,\(bought + given)\n", "substitutions.csv": "from,to,use\ns,v,\(use)\n",
                "routes.csv": "from,to,km\nA,B,1\n",
            ], catalogue: Self.catalogue)
    }

    private func figure(_ id: String, _ assessed: Assessed, of subject: String = "A") throws -> Figure? {
        let criterion = try #require(Self.catalogue.sets.flatMap(\.criteria).first { $0.id == id })
        return assessed.assessor.verdict(criterion, in: "", on: try assessed.subject(subject), .plan).figure
    }

    @Test(
        "The material circularity indicator: 0.1 for what is wholly linear, 1 for what is wholly circular, between for halves",
        arguments: [
            // V = M, W0 = M, LFI = 1, X = 1: 1 − 0.9.
            (100, 0, "landfill", 0.1),
            // V = 0, W0 = 0, LFI = 0.
            (0, 100, "recycling", 1),
            // V = 50, W0 = 100: LFI = 150 / 200, 1 − 0.675.
            (50, 50, "landfill", 0.325),
            // V = 100, W0 = 0: LFI = 1/2.
            (100, 0, "recycling", 0.55),
        ] as [(Double, Double, String, Double)])
    func materialCircularity(bought: Double, given: Double, route: String, expected: Double) throws {
        let assessed = try loop(bought: bought, given: given, use: "recycling", off: 80, route: route)
        expectFigure(try figure("MCI.MCI", assessed), expected)
        #expect(try figure("MCI.X", assessed) == Figure(1))
    }

    @Test("Its losses of recycling: E = 0.8 with a recycled inflow and outflow")
    func recyclingLosses() throws {
        var files = try loopFiles(efficiency: 80)
        let assessed = try Assessed(files, catalogue: Self.catalogue)
        // M = 100, F_R = 1, C_R = 1: W_F = 0.2 · 100 / 0.8, W_C = 0.2 · 100, W = (25 + 20) / 2, LFI = 22.5 / (200 + 2.5).
        expectFigure(try figure("MCI.WF", assessed), 25)
        expectFigure(try figure("MCI.WC", assessed), 20)
        expectFigure(try figure("MCI.W", assessed), 22.5)
        expectFigure(try figure("MCI.LFI", assessed), 22.5 / 202.5)
        expectFigure(try figure("MCI.MCI", assessed), 1 - 0.9 * 22.5 / 202.5)
        files["declarations.csv"] = "subject,criterion,value\nA,lifetime_ratio,2\n"
        let lasting = try Assessed(files, catalogue: Self.catalogue)
        expectFigure(try figure("MCI.F", lasting), 0.45)
    }

    private func loopFiles(efficiency: Double) throws -> [String: String] {
        [
            "resources.csv": "id,name,kind,unit,virgin_price,disposal_cost,disposal_route\ns,scrap,material,t,,1,landfill\n"
                + "v,virgin,material,t,80,,\no,other,material,t,,1,recycling\n",
            "firms.csv": "id,name,park,turnover\nA,Firm A,P,1000\nB,Firm B,P,1\n",
            "outputs.csv": "firm,resource,quantity\nA,o,80\nB,s,100\n", "needs.csv": "firm,resource,quantity\nA,v,100\n",
            "substitutions.csv": "from,to,use\ns,v,recycling\n", "routes.csv": "from,to,km\nA,B,1\n",
            "declarations.csv": "subject,criterion,value,unit\nA,recycling_efficiency,\(efficiency),%\n",
        ]
    }

    @Test("ISO 59020: shares of an inflow and of an outflow, which with the linear rest make 100 percent")
    func shares() throws {
        let assessed = try loop(bought: 70, given: 30, use: "reuse", off: 80, route: "composting")
        expectFigure(try figure("ISO59020.A.2.2", assessed), 30)
        expectFigure(try figure("ISO59020.A.2.3", assessed), 0)
        expectFigure(try figure("ISO59020.A.2.4", assessed), 0)
        expectFigure(try figure("ISO59020.A.3.5", assessed), 100)
        expectFigure(try figure("ISO59020.A.3.3", assessed), 0)
        // Turnover 1000 over 70 t of linear inflow; CTI has the same.
        expectFigure(try figure("ISO59020.A.6.2", assessed), 1000.0 / 70)
        expectFigure(try figure("CTI.cmp", assessed), 1000.0 / 70)
        expectFigure(try figure("CTI.inflow", assessed), 30)
        expectFigure(try figure("CTI.outflow", assessed), 100)
        // (30 % · 100 t + 100 % · 80 t) / 180 t.
        expectFigure(try figure("CTI.circularity", assessed), 11000.0 / 180)
        // 30 t of 100 t.
        expectFigure(try figure("CMUR.1", assessed), 30)
        let parts = try [Measure.inflowReused, .inflowRecycled, .inflowRenewable].map { try assessed.value($0, of: "A").exact ?? 0 }
        let whole = try assessed.value(.inflow, of: "A").exact ?? 0
        #expect(parts.reduce(0, +) <= whole && whole == 100)
    }

    @Test("The parts of every rule of allocation sum to what the whole network avoids", arguments: AllocationRule.allCases)
    func allocation(rule: AllocationRule) throws {
        // A price, so that the rule by price has an answer.
        let assessed = try Assessed(["contracts.csv": "from,to,resource,price,max\nA,B,w,-3,100\n"], rule: rule)
        let firms = try ["A", "B", "C", "D"].map { try assessed.value(.ghgAvoided, of: $0).exact ?? .nan }
        expectFigure(Figure(firms.reduce(0, +)), 13.8)
        expectFigure(try assessed.value(of: "baseline(ghg) - ghg"), 13.8)
        expectFigure(try assessed.value(.ghgAvoided), 13.8)
    }
}
