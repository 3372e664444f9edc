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

    @Test("names the source and the basis of what it adds")
    func provenance() throws {
        let tables = try ShippedScenario("chu-lai-seasons").scenario.tables
        let rows =
            tables.periods.map(\.provenance) + tables.storages.map(\.provenance) + tables.modes.map(\.provenance)
            + tables.processes.map(\.provenance) + tables.processFlows.map(\.provenance) + tables.outputs.map(\.provenance)
        #expect(rows.allSatisfy { $0.source != nil && $0.basis != nil })
    }
}
