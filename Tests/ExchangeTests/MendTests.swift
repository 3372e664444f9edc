// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import Scenario
import Testing
import Texts

/// Mends of what cannot be, each declared in the tables as its sentence says, and solved again.
@Suite("Mends") struct MendTests {
    /// B needs 160 t of v, which nobody sells: w, of which A has 100 t, may make up half of it, and C gives 40 t of v.
    private static let shared: ScenarioText = {
        var text = ScenarioText()
        text["resources.csv"] += "v,raw,material,t,10,,0,0\n"
        text["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\n"
        text["outputs.csv"] += "C,v,40\n"
        text["needs.csv"] = "firm,resource,quantity\nB,v,160\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nC,B,10\n"
        text["substitutions.csv"] = "from,to,max_share\nw,v,0.5\n"
        return text
    }()

    /// The tables with the figure of a mend declared.
    private func declared(_ mend: Mend, in tables: Tables) -> Tables {
        var tables = tables
        switch (mend.rule.kind, mend.rule.subject) {
        case (.need, .need(let need)):
            if mend.isPurchase {
                tables.needs[Int(need.position)].virginPrice = 1000
            } else {
                tables.needs[Int(need.position)].quantity = mend.newFigure
            }
        case (.share, .need(let need)): tables.needs[Int(need.position)].maximumSecondaryShare = mend.newFigure
        case (.supply, .output(let output)): tables.outputs[Int(output.position)].quantity = mend.newFigure
        case (.substitutionShare, .substitution(let row, _)): tables.substitutions[Int(row.position)].maximumShare = mend.newFigure
        case (.route, .route(let route)): tables.routes[Int(route.position)].capacity = mend.newFigure
        case (.process, .process(let process)): tables.processes[Int(process.position)].capacity = mend.newFigure
        case (.contractMinimum, .contract(let contract)): tables.contracts[Int(contract.position)].minimum = mend.newFigure
        case (.contractMaximum, .contract(let contract)): tables.contracts[Int(contract.position)].maximum = mend.newFigure
        case (.linkCapacity, .link(_, _, let mode)): tables.modes[Int(mode.position)].linkCapacity = mend.newFigure
        default: Issue.record("\(mend)")
        }
        return tables
    }

    /// A scenario that cannot be, and its mends by kind: the declared figures that suffice.
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: ScenarioText
        var mends: [String: Double]
    }

    private static func made(_ name: String, _ mends: [String: Double], _ change: (inout ScenarioText) -> Void) -> Case {
        var text = ScenarioText()
        text["resources.csv"] = "id,name,kind,unit,disposal_cost,virgin_price\nw,waste,material,t,50,\n"
        change(&text)
        return Case(testDescription: name, text: text, mends: mends)
    }

    static let cases: [Case] = [
        // Of a need of Q half may be w and 40 t are v: Q ≤ Q / 2 + 40. With 120 t, which 160 t lacked, w would stop at 60 t.
        // 75 % of 160 t would be 120 t of w, of which there are 100; C's 80 t would do.
        Case(testDescription: "shares of a need", text: shared, mends: ["need": 80, "supply": 80, "purchase": 40]),
        // 70 % of the need may be exchanged at all, so that no quantity but 0 mends it: 90 t are wanted of A's 100.
        made("a largest share that leaves a rest", ["need": 0, "share": 1, "purchase": 27]) {
            $0["needs.csv"] = "firm,resource,quantity,max_secondary_share\nB,w,90,0.7\n"
        },
        // Half a year each: 50 of 80 t. One figure for both halves.
        made("a year in two periods", ["need": 100, "supply": 160, "purchase": 60]) {
            $0["periods.csv"] = "id,share\ndry,0.5\nwet,0.5\n"
            $0["needs.csv"] = "firm,resource,quantity\nB,w,160\n"
        },
        // The route carries 20 t in the dry quarter and 60 t in the rest; the need is 22 and 66.
        made("a route in two periods", ["need": 80, "route": 88, "purchase": 8]) {
            $0["periods.csv"] = "id,share\ndry,0.25\nwet,0.75\n"
            $0["needs.csv"] = "firm,resource,quantity\nB,w,88\n"
            $0["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,truck,80\n"
        },
        // A plant makes a tonne of v of one of w; it may run 30 times a year and is asked for 50 t.
        made("a plant in two periods", ["need": 30, "process": 50, "purchase": 20]) {
            $0["periods.csv"] = "id,share\ndry,0.25\nwet,0.75\n"
            $0["resources.csv"] += "v,raw,material,t,10,\n"
            $0["needs.csv"] = "firm,resource,quantity\nB,v,50\n"
            $0["processes.csv"] = "id,name,firm,capacity\nP,Plant,A,30\n"
            $0["process_flows.csv"] = "process,resource,role,per_activity\nP,w,input,1\nP,v,output,1\n"
        },
        // The figure that is shown is the one that was solved: 100.03 t are lowered to what reads as 100 and is no more.
        made("figures with more digits than are shown", ["need": 33.33, "supply": 40, "purchase": 20.0 / 3]) {
            $0["outputs.csv"] = "firm,resource,quantity\nA,w,33.3333333\n"
            $0["needs.csv"] = "firm,resource,quantity\nB,w,40\n"
        },
    ]

    @Test("Each mend, declared as it says and solved again, is a plan of the cost that it tells", arguments: cases)
    func declaredAgain(_ example: Case) throws {
        let tables = try example.text.scenario().tables, outcome = try example.text.outcome()
        #expect(outcome.status == .infeasible)
        let mends = try #require(outcome.infeasibility?.mends)
        let found = Dictionary(uniqueKeysWithValues: mends.map { ($0.isPurchase ? "purchase" : $0.rule.kind.rawValue, $0.newFigure) })
        #expect(Set(found.keys) == Set(example.mends.keys), "\(found)")
        for (kind, figure) in example.mends {
            let isClose = abs((found[kind] ?? .infinity) - figure) <= 1e-5 * max(1, figure)
            #expect(isClose, "\(kind) \(found[kind] ?? .nan) for \(figure)")
        }
        for mend in mends {
            let again = try Planner(try Scenario(validating: declared(mend, in: tables)), solver: GLPKSolver()).plan()
            #expect(again.status == .optimal, "\(mend)")
            if let cost = mend.cost { #expect(abs((again.plan?.cost ?? .nan) - cost) <= 1e-6 * max(1, cost), "\(mend)") }
            if mend.isPurchase { #expect(abs((again.plan?.virgin ?? .nan) - mend.newFigure) <= 1e-5 * max(1, mend.newFigure)) }
        }
    }

    @Test("A need that no quantity mends is left out, or bought; both languages say so")
    func sentences() throws {
        let example = Self.cases[1], names = ScenarioNames(try example.text.scenario().tables)
        let mends = try #require(try example.text.outcome().infeasibility?.mends), words = InfeasibilityText(names: names)
        #expect(
            mends.map { words.sentence($0).english } == [
                "Raise the largest secondary share of the need of Firm B for waste from 70.0% to 100.0%; the plan then costs 950 đồng a year.",
                "Leave out the need of Firm B for waste, all 90 t of it; the plan then costs 5,000 đồng a year.",
                "Give a price (virgin_price) at which Firm B can buy waste: at least 27 t a year would have to be bought, and the cost of the plan "
                    + "depends on that price.",
            ])
        #expect(
            mends.map { words.sentence($0).vietnamese } == [
                "Tăng tỷ lệ thứ cấp tối đa của nhu cầu waste của Firm B từ 70,0% thành 100,0%; khi đó phương án tốn 950 đồng mỗi năm.",
                "Bỏ hẳn nhu cầu waste của Firm B, toàn bộ 90 tấn; khi đó phương án tốn 5.000 đồng mỗi năm.",
                "Khai giá mua mới (virgin_price) để Firm B mua được waste: phải mua ít nhất 27 tấn mỗi năm, và chi phí của phương án tùy thuộc giá đó.",
            ])
    }

    @Test("Of two conflicts a mend of one says that the other must be mended too")
    func twoConflicts() throws {
        var text = ScenarioText()
        text["resources.csv"] = "id,name,kind,unit,disposal_cost,virgin_price\nw,waste,material,t,50,\nv,raw,material,t,10,\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,160\nB,v,5\n"
        let mends = try #require(try text.outcome().infeasibility?.mends)
        #expect(!mends.isEmpty && mends.allSatisfy { $0.isPartial })
        let words = InfeasibilityText(names: ScenarioNames(try text.scenario().tables))
        let lower = try #require(mends.first { $0.newFigure == 100 })
        #expect(
            words.sentence(lower)
                == Phrase(
                    en:
                        "Lower the need of Firm B for waste from 160 t to 100 t; the other conflicts must be mended too, and without what they lack "
                        + "the plan then costs 500 đồng a year.",
                    vi:
                        "Giảm nhu cầu waste của Firm B từ 160 tấn thành 100 tấn; các xung đột khác cũng phải được khắc phục, và chưa kể phần còn thiếu "
                        + "của chúng thì phương án tốn 500 đồng mỗi năm."))
    }
}
