// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@testable import Criteria

@Suite("What is not known is evidence missing, and never as in the baseline")
struct UnknownTests {
    private static let catalogue = CriteriaCatalogue()

    private func verdict(
        _ id: String, of subject: String?, _ changes: [String: String], _ moment: Formula.Moment = .plan
    ) throws -> Verdict {
        let set = try #require(Self.catalogue.sets.first { $0.criteria.contains { $0.id == id } })
        let criterion = try #require(set.criteria.first { $0.id == id })
        let assessed = try Assessed(changes, catalogue: Self.catalogue)
        return assessed.assessor.verdict(criterion, in: set.id, on: try assessed.subject(subject), moment)
    }

    /// B needs 100 t of v, of which 100 t of w replace 50 t.
    private func files(turnover: String = "2000", renewable: String = "", more: String = "", needs: String = "") -> [String: String] {
        [
            "firms.csv":
                "id,name,park,employees,turnover\nA,Firm A,P,300,1000\nB,Firm B,P,50,\(turnover)\nC,Firm C,P,,\nD,Firm D,Q,10,10\n",
            "needs.csv": "firm,resource,quantity\nB,v,100\n" + needs, "outputs.csv": "firm,resource,quantity\nA,w,100\n",
            "resources.csv":
                "id,name,kind,unit,disposal_cost,virgin_price,renewable\nw,waste,material,t,50,,\nv,virgin,material,t,,80,\(renewable)\n"
                + more,
        ]
    }

    @Test("Turnover for each tonne without a turnover is evidence missing in every state, and asks for it")
    func turnover() throws {
        for moment in [Formula.Moment.baseline, .plan] {
            let open = try verdict("VN.D08.138.1a-3", of: "B", files(turnover: ""), moment)
            #expect(open.result == .evidenceMissing && open.figure?.isUnknown == true)
            #expect(open.gaps == [.turnover(Reference(1))])
        }
    }

    @Test("Less bought new is better use, though the by-product weighs more than what it replaces")
    func replaced() throws {
        let better = try verdict("VN.D08.138.1a-3", of: "B", files())
        #expect(better.result == .better)
        expectFigure(better.baseline, 20)
        expectFigure(better.figure, 40)
    }

    @Test(
        "A material that does not say its renewable share may be either",
        arguments: [("", .evidenceMissing, 0, 50), ("0", .better, 50, 50), ("0.4", .better, 30, 30), ("1", .unchanged, 0, 0)]
            as [(String, VerdictResult, Double, Double)])
    func renewable(share: String, expected: VerdictResult, low: Double, high: Double) throws {
        let verdict = try verdict("VN.D08.138.1a-1", of: nil, files(renewable: share))
        #expect(verdict.result == expected && verdict.figure == Figure(low, high))
        #expect(verdict.gaps == (share.isEmpty ? [.renewable(Reference(1))] : []))
    }

    @Test("What both states share unknown leaves the difference known")
    func difference() throws {
        let more = "u,unknown,material,t,,10,\n"
        let shared = try verdict("VN.D08.138.1a-1", of: nil, files(renewable: "0", more: more, needs: "C,u,500\n"))
        #expect(shared.result == .better)
        #expect(shared.figure == Figure(50, 550) && shared.baseline == Figure(100, 600))
        #expect(try verdict("VN.D08.138.1a-1", of: "C", files(more: more, needs: "C,u,500\n")).result == .unchanged)
    }

    @Test("Equal bounds of different unknowns are no equality")
    func equalBounds() throws {
        var (before, after) = (Ledger(parties: 1), Ledger(parties: 1))
        before.addUpTo(.virginNotRenewable, 0, 40, .renewable(Reference(0)))
        after.addUpTo(.virginNotRenewable, 0, 40, .renewable(Reference(1)))
        #expect(after[.virginNotRenewable, 0] == before[.virginNotRenewable, 0])
        #expect(after.difference(.virginNotRenewable, 0, from: before) == Figure(-40, 40))
        after = before
        after.add(.virginNotRenewable, 0, -5)
        #expect(after.difference(.virginNotRenewable, 0, from: before) == Figure(-5))
        // A part that may be a loss.
        after.addBetween(.virginNotRenewable, 0, -10, .benefit)
        #expect(after.difference(.virginNotRenewable, 0, from: before) == Figure(-15, -5))
    }

    @Test(
        "A park is judged as specialised only where it claims to be",
        arguments: [
            ("", .notApplicable(.notClaimed)), ("P,specialised_park,no,\n", .notApplicable(.notClaimed)),
            ("P,specialised_park,yes,\n", .notMet),
        ] as [(String, VerdictResult)])
    func specialised(rows: String, expected: VerdictResult) throws {
        let table = "subject,criterion,value,unit\nP,share_of_main_sector,55,%\n" + rows
        let verdict = try verdict("VN.D35.2.4", of: "P", ["declarations.csv": table])
        #expect(verdict.result == expected && verdict.gaps.isEmpty)
        #expect(verdict.closings == (expected == .notMet ? [.amount(5, unit: "%")] : []))
    }
}
