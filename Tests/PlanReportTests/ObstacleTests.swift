// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing
import Texts

@testable import Exchange
@testable import PlanReport

@Suite("What could block an exchange")
struct ObstacleTests {
    private func remarks(_ index: Int, _ change: (inout Tables) -> Void = { _ in }, outcome: Outcome = SmallPark.outcome()) -> [String] {
        let tables = SmallPark.tables(change)
        let ledger = Ledger(tables, outcome), names = ScenarioNames(tables)
        return ledger.obstacles(outcome.exchanges[index]).map { $0.text(names).english }
    }

    @Test("Without a contract, from one giver for half of the need, at its quality limit")
    func cullet() {
        // The mixture: (500 · 0.3 + 500 · 0.1) / 1000 = 0.2, the limit itself. Measured and declared quantities raise no doubt.
        #expect(remarks(0) == ["iron at its limit", "no contract yet", "one giver for 50% of the need"])
    }

    @Test("Hazardous, far, thin and of an illustrative quantity, taken whole from one giver")
    func sludge() {
        #expect(
            remarks(1) == [
                "hazardous: licence and licensed haulage", "no contract yet", "thin: costs up by 11% eat the gain", "far: 63 km",
                "one giver for 100% of the need", "illustrative quantity",
            ])
    }

    @Test("A little below the limit its share is told, well below it nothing")
    func nearLimit() {
        #expect(remarks(0) { $0.qualities[1].maximum = 0.205 }.first == "iron at 98% of its limit")
        #expect(remarks(0) { $0.qualities[1].maximum = 0.25 }.first == "no contract yet")
    }

    @Test("A typical quantity is told with its range, in place of how sure it is; the partner's in no firm's copy but its own")
    func typical() throws {
        let change: (inout Tables) -> Void = {
            $0.outputs[0].provenance.basis = .estimated
            $0.outputs[0].provenance.estimate = Estimate(low: 400, high: 2500, type: "glazier", confidence: .known)
        }
        let told = "giver's quantity estimated from its type, range 400 to 2,500 t"
        #expect(remarks(0, change).last == told)
        let report = PlanReport(try SmallPark.input(change))
        let pages = report.firms.map { String(decoding: report.page(of: $0.firm, .english), as: UTF8.self) }
        #expect(pages.map { $0.contains("estimated from its type") } == [false, true])
        let whole = String(decoding: report.page(.english), as: UTF8.self)
        // 490 of all gains, 490 + 2 − 0.1 million.
        #expect(whole.contains("490 million đồng a year, 99.6% of the plan"))
        #expect(whole.contains("Estimated from the type of firm, not declared") && whole.contains("glazier"))
        let copy = PlanReport(try SmallPark.input(change).anonymised())
        #expect(!String(decoding: copy.page(.both), as: UTF8.self).contains("glazier"))
    }

    @Test("A virgin value that is not given counts as the limit")
    func unknownVirgin() {
        // (500 · 0.3 + 500 · 0.25) / 1000 is above 0.25: no dilution is credited to what nobody has measured.
        let found = remarks(0) { tables in
            tables.qualities[1].maximum = 0.25
            tables.qualities.remove(at: 2)
        }
        #expect(found.first == "iron at its limit")
    }

    @Test(
        "The contract's state is told as far as it is known; a running one is no obstacle",
        arguments: [
            (ContractStatus?.some(.running), String?.none), (.some(.signed), "signed, not running"), (.some(.agreed), "agreed, not signed"),
            (nil, "contract of unknown state"),
        ])
    func contract(status: ContractStatus?, expected: String?) {
        let found = remarks(0) { tables in
            tables.contracts = [
                Contract(
                    from: .firm(SmallPark.glazing), to: .firm(SmallPark.bottles), resource: SmallPark.cullet, status: status,
                    provenance: Provenance(row: 0))
            ]
        }
        #expect(!found.contains("no contract yet"))
        if let expected {
            #expect(found.contains(expected))
        } else {
            #expect(!found.contains { $0.contains("contract") || $0.contains("signed") })
        }
    }

    @Test("A distance near what is allowed is far, even where it is short")
    func nearAllowed() {
        let found = remarks(0) { $0.resources[0].maximumKilometres = 2.2 }
        #expect(found.contains("far: 2.0 km of 2.2 km allowed"))
    }

    @Test("A firm of a project that is only proposed needs the project")
    func proposed() {
        let found = remarks(0) { tables in
            tables.projects = [Project(id: "mill", name: Label(english: "New mill"), status: .proposed, provenance: Provenance(row: 0))]
            tables.firms[1].project = Reference(0)
        }
        #expect(found.contains("needs the project New mill"))
        let decided = remarks(0) { tables in
            tables.projects = [Project(id: "mill", name: Label(english: "New mill"), status: .committed, provenance: Provenance(row: 0))]
            tables.firms[1].project = Reference(0)
        }
        #expect(!decided.contains { $0.contains("project") })
    }

    @Test("An exchange that brings nothing by itself is said to")
    func noGain() {
        let outcome = SmallPark.outcome { $0.exchanges[0].gain = -5 }
        #expect(remarks(0, outcome: outcome).contains("no gain by itself, it lets others pay"))
    }
}
