// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import Scenario
import Testing

@Suite("Chu Lai with investments and seasons") struct ChuLaiSeasonsTests {
    @Test("lays the steam main, leaves the reuse plant and fills the heap, as the calculations by hand do")
    func advice() throws {
        let shipped = try ShippedScenario("chu-lai-seasons"), document = try shipped.document(), tables = shipped.scenario.tables
        let outcome = try shipped.outcome(), base = try ShippedScenario("chu-lai").outcome()
        expectSound(outcome)
        let cost = try #require(outcome.plan?.cost), baseCost = try #require(base.plan?.cost)
        #expect(abs(cost - 3_395_858_738_651) < 1)
        #expect(
            document.contains(
                "\(printed(cost / 1e9, 1)) billion VND a year, \(printed(try #require(outcome.netBenefit) / 1e9, 1)) billion less"))
        #expect(document.contains("\(printed((baseCost - cost) / 1e9, 1)) billion less than the base's plan"))
        let link = try #require(outcome.links.first), km = link.kilometres
        #expect(outcome.links.count == 1 && tables.modes[link.mode].id == "steam-main")
        #expect(printed(km, 4) == "4.2628")
        // The table of the document, step by step.
        let steam = 0.55 * (1 - 0.02 * km), heat = 18_000 / steam
        #expect(abs(link.load - heat) < 1e-6)
        let gain = 18_000 * 1_122_000 - heat * (120_000 + 5_000 * km) - 250e6 * km
        let figures = try #require(outcome.investments.first?.figures)
        expectClose(figures.yearlyGain, gain)
        expectClose(figures.capex, 25e9 * km)
        let annuity = 0.08 / (1 - pow(1.08, -25))
        expectClose(figures.capitalCharge, 25e9 * km * annuity)
        expectClose(figures.netPresentValue, gain / annuity - 25e9 * km)
        let rate = try #require(figures.internalRate)
        #expect(abs(25e9 * km * rate / (1 - pow(1 + rate, -25)) - gain) < 1)
        for text in [printed(gain / 1e6) + " million", printed(figures.paybackYears ?? 0, 1) + " years", printed(rate * 100, 1) + " %"] {
            #expect(document.contains(text), "\(text)")
        }
        expectClose(outcome.investments.first?.yearlyGainWithoutSupplier, -250e6 * km)
        let reuse = outcome.processes.filter { tables.processes[$0.process].id == "bac-chu-lai-reuse" }
        #expect(reuse.count == 2 && reuse.allSatisfy { !$0.built && $0.charge == 0 && $0.activity == 0 })
        #expect(outcome.storages.map(\.held) == [6000, 0])
        #expect(outcome.today == nil && outcome.todayReason == .periods)
    }

    @Test("tells what a cubic metre of the reuse plant would cost beside what it would save")
    func reusePlant() throws {
        let shipped = try ShippedScenario("chu-lai-seasons"), document = try shipped.document(), tables = shipped.scenario.tables
        let outcome = try shipped.outcome()
        let plant = try #require(tables.processes.references.first { tables.processes[$0].id == "bac-chu-lai-reuse" })
        let row = tables.processes[plant]
        // 1,700 m3 a day at 12.7 million VND each, upkeep 3 % of it, to three figures.
        #expect(
            abs(row.capacity - 1700 * 365) < 1000 && abs(row.capex - 1700 * 12.7e6) < 50e6 && abs(row.fixedCost - 0.03 * row.capex) < 5e6)
        func flow(_ id: String) throws -> Double {
            try #require(tables.processFlows.first { $0.process == plant && tables.resources[$0.resource].id == id }).perActivity
        }
        let yield = try flow("reclaimed-water"), concentrate = try flow("membrane-concentrate")
        let disposal = try #require(tables.resources.first { $0.id == "membrane-concentrate" }).disposalCost
        let running = row.cost / yield, back = concentrate / yield * disposal
        let need = try #require(
            outcome.needs.first {
                tables.firms[tables.needs[$0.need].firm].id == "float-glass"
                    && tables.resources[tables.needs[$0.need].resource].id == "utility-water"
            })
        let saved = try #require(need.marginal)
        #expect(saved < running + back, "the plant would pay")
        for text in [
            "one more m3 costs \(printed(saved)) VND", "1 / \(printed(yield, 1)) m3 at \(printed(row.cost)), \(printed(running)) VND",
            "treatment plant at \(printed(disposal)), \(printed(back)) VND", "\(printed(running + back)) VND before a metre of pipe",
        ] { #expect(document.contains(text), "\(text)") }
    }

    @Test("tells where the bagasse of the season goes, and what a tonne of room is worth")
    func season() throws {
        let shipped = try ShippedScenario("chu-lai-seasons"), document = try shipped.document(), tables = shipped.scenario.tables
        let outcome = try shipped.outcome(), base = try ShippedScenario("chu-lai").outcome()
        let bagasse = outcome.outputs.filter { tables.resources[tables.outputs[$0.output].resource].id == "bagasse" }
        let cane = try #require(bagasse.first { $0.quantity > 0 }), rest = try #require(bagasse.first { $0.quantity == 0 })
        expectClose(cane.quantity, 10_560)
        expectClose(cane.stored, 6000)
        expectClose(cane.exchanged + cane.stored + cane.disposed, cane.quantity)
        // 8 % of the heap rot.
        expectClose(rest.exchanged, 0.92 * 6000)
        for text in [
            "Of \(printed(cane.quantity)) t of bagasse \(printed(cane.exchanged)) t are burned", "\(printed(cane.stored)) t fill the heap",
            "\(printed(cane.disposed)) t find no use", "\(printed(rest.exchanged)) t come out",
            "0.54 = \(printed(rest.exchanged * 0.54)) t",
        ] { #expect(document.contains(text), "\(text)") }
        // One more tonne at hand in the rest of the year changes the cost by its marginal value; a tonne of room carries 0.92 of it for 60,000.
        let saved = -(try #require(rest.marginal))
        #expect(document.contains("One more tonne then would save \(printed(saved)) VND"), "\(saved)")
        #expect(document.contains("60,000 = \(printed(0.92 * saved.rounded() - 60_000)) VND a year"), "\(saved)")
        let figures = try #require(outcome.investments.first?.figures)
        let main = try #require(figures.yearlyGain) - figures.capitalCharge
        let cheaper = try #require(base.plan?.cost) - (try #require(outcome.plan?.cost))
        for text in [
            "the season costs \(printed((main - cheaper) / 1e9, 1)) billion", "= \(printed(main / 1e9, 3)) billion and the plan is",
            "the plan is \(printed(cheaper / 1e9, 3)) billion cheaper",
        ] { #expect(document.contains(text), "\(text)") }
    }

    @Test("names the source and the basis of what it adds")
    func provenance() throws {
        let tables = try ShippedScenario("chu-lai-seasons").scenario.tables
        let rows =
            tables.periods.map(\.provenance) + tables.storages.map(\.provenance) + tables.modes.map(\.provenance)
            + tables.processes.map(\.provenance) + tables.processFlows.map(\.provenance) + tables.outputs.map(\.provenance)
        #expect(rows.allSatisfy { $0.source != nil && $0.basis != nil })
    }
}
