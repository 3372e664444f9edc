// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing
import Texts

@testable import Exchange
@testable import PlanReport

@Suite("The page of a firm, and the talks that a report proposes")
struct FirmPageTests {
    /// The page of Glazing, which passes on 500 t of cullet and 10 t of sludge that cost it 2 million a tonne.
    private func page(culletCost: Double, sludge: Bool = true, _ language: PageLanguages) throws -> String {
        let outcome = SmallPark.outcome { if !sludge { $0.exchanges.remove(at: 1) } }
        let report = PlanReport(try SmallPark.input({ $0.resources[0].disposalCost = culletCost }, outcome: outcome))
        return String(decoding: report.page(of: SmallPark.glazing, language), as: UTF8.self)
    }

    @Test("A firm that sells elsewhere today is told the sales that it gives up, and no saving below zero")
    func sales() throws {
        let english = try page(culletCost: -450_000, sludge: false, .english)
        #expect(english.contains("Sales elsewhere that you give up") && english.contains("225 million đồng"))
        #expect(english.contains("a price below what it earns today is no gain for you"))
        #expect(!english.contains("no longer pay") && !english.contains("−225"))
        let vietnamese = try page(culletCost: -450_000, sludge: false, .vietnamese)
        #expect(vietnamese.contains("Doanh thu bán ra ngoài không còn") && vietnamese.contains("225 triệu đồng"))
        #expect(!vietnamese.contains("Không còn phải") && !vietnamese.contains("−225"))
    }

    @Test("A firm that both saves disposal and gives up sales is told each, and never the difference")
    func both() throws {
        let english = try page(culletCost: -450_000, .english)
        for text in ["You no longer pay", "20 million đồng", "Sales elsewhere that you give up", "225 million đồng"] {
            #expect(english.contains(text), "\(text)")
        }
        #expect(english.contains("Disposal you no longer pay; below zero, sales elsewhere that you give up") && !english.contains("205"))
        #expect(try page(culletCost: -450_000, .vietnamese).contains("số âm là doanh thu bán ra ngoài không còn"))
    }

    @Test("A firm that sells nothing elsewhere is told what it no longer pays")
    func savings() throws {
        let english = try page(culletCost: 400_000, .english)
        #expect(english.contains("You no longer pay") && english.contains("220 million đồng") && !english.contains("give up"))
    }

    @Test("An exchange that is far and of an illustrative quantity is not proposed as free of obstacles")
    func talks() throws {
        let outcome = SmallPark.outcome { $0.exchanges.remove(at: 0) }
        func page(_ change: @escaping (inout Tables) -> Void) throws -> String {
            let input = try SmallPark.input(
                {
                    $0.resources[2].hazardous = false
                    change(&$0)
                }, outcome: outcome)
            return String(decoding: PlanReport(input).page(.both), as: UTF8.self)
        }
        let remarked = try page { _ in }
        #expect(
            remarked.contains(
                "(Sludge; thin: costs up by 11% eat the gain; far: 63 km; one giver for 100% of the need; illustrative quantity): no contract yet, 2 million đồng a year together."
            ))
        #expect(remarked.contains("xa: 63 km") && !remarked.contains("nothing in the way") && !remarked.contains("không có trở ngại"))
    }

    @Test("One that nothing is remarked of is said to be free")
    func freeTalks() throws {
        let outcome = SmallPark.outcome { outcome in
            outcome.exchanges.remove(at: 1)
            outcome.exchanges[0].delivered = 100
        }
        let input = try SmallPark.input({ $0.qualities = [] }, outcome: outcome)
        let page = String(decoding: PlanReport(input).page(.both), as: UTF8.self)
        #expect(page.contains("no contract yet, nothing in the way, ") && page.contains("chưa có hợp đồng, không có trở ngại, "))
    }
}
