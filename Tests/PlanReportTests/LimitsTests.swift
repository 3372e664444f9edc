// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@testable import Exchange
@testable import PlanReport

@Suite("What the report says of limits, talks and shares")
struct LimitsTests {
    private func page(_ change: (inout Tables) -> Void = { _ in }, _ outcome: Outcome = SmallPark.outcome()) throws -> String {
        String(decoding: PlanReport(try SmallPark.input(change, outcome: outcome)).page(.both), as: UTF8.self)
    }

    private static let nothing = ["Nothing holds the plan back", "Không có gì cản trở phương án"]

    @Test("Of a plan by periods the marginal values are said to stand elsewhere, never to be none")
    func periods() throws {
        let outcome = SmallPark.outcome {
            for index in $0.outputs.indices { ($0.outputs[index].period, $0.outputs[index].marginal) = (Reference(0), -1000) }
            for index in $0.processes.indices { $0.processes[index].period = Reference(0) }
        }
        let page = try page({ $0.periods = [Period(id: "dry", share: 1, provenance: Provenance(row: 0))] }, outcome)
        for text in Self.nothing { #expect(!page.contains(text)) }
        #expect(page.contains("symbio explain tells it by period") && page.contains("lệnh symbio explain nêu theo từng kỳ"))
    }

    @Test("Of a plan without prices they are not known; of one with prices of which none saves, nothing holds it back")
    func prices() throws {
        let without = try page(
            { _ in },
            SmallPark.outcome {
                for index in $0.outputs.indices { $0.outputs[index].marginal = nil }
                for index in $0.processes.indices { $0.processes[index].marginal = nil }
            })
        for text in Self.nothing { #expect(!without.contains(text)) }
        #expect(without.contains("this plan has no prices") && without.contains("phương án này không có hệ giá"))
        let with = try page()
        for text in Self.nothing { #expect(with.contains(text)) }
    }

    @Test("The card of waste and the table of measures say how much of the plan's waste is sold outside, in the words of solve")
    func soldOutside() throws {
        let words = [
            "Waste is all that no partner takes; 500 t of the plan&#39;s are sold outside it, as told below.",
            "Chất thải là mọi thứ không có đối tác tiếp nhận; trong phương án, 500 tấn được bán ra ngoài (xem dưới).",
        ]
        let sold = try page { $0.outputs[0].disposalCost = -300_000 }, thrown = try page()
        for word in words {
            #expect(sold.ranges(of: word).count == 2)
            #expect(!thrown.contains(word))
        }
        #expect(sold.contains("t a year, 50.5% of the baseline. " + words[0]))
        #expect(sold.contains("tấn/năm, bằng 50,5% mức cơ sở. " + words[1]))
    }

    @Test("A firm is not brought together with its own plant")
    func ownPlant() throws {
        let outcome = SmallPark.outcome { $0.exchanges.remove(at: 0) }
        for (host, isStranger) in [(SmallPark.bottles, true), (SmallPark.glazing, false)] {
            let page = try page(
                {
                    $0.resources[2].hazardous = false
                    $0.processes[0].site = .firm(host)
                }, outcome)
            #expect(page.contains("Bring together") == isStranger)
            #expect(page.contains("no contract yet") == isStranger)
        }
    }

    @Test("The share of the largest exchanges is one of the gains, as is that of unsure quantities; what loses by itself is left out")
    func shares() throws {
        let outcome = SmallPark.outcome { $0.exchanges[1].gain = -2e6 }
        #expect(try page({ _ in }, outcome).contains("The 2 largest exchanges bring 100.0% of the gains of all exchanges."))
    }
}
