// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import Scenario
import Testing

@Suite("Chu Lai") struct ChuLaiTests {
    @Test("is as large as its document says")
    func size() throws {
        let shipped = try ShippedScenario("chu-lai"), tables = shipped.scenario.tables, document = try shipped.document()
        let proposed = tables.firms.filter { $0.project != nil }.count
        #expect(document.contains("\(tables.parks.count) parks, \(tables.firms.count - proposed) firms"))
        #expect(document.contains("(and \(proposed) that exist only with a proposed project), \(tables.resources.count) resources"))
        let running = tables.processes.filter { $0.project == nil }.count
        #expect(document.contains("\(running) processes that run today, \(tables.contracts.count) contracts with what flows"))
        #expect(document.contains("\(tables.projects.count) investment projects"))
    }

    @Test("names the source and the basis of every row, as Kalundborg does", arguments: ["chu-lai", "kalundborg"])
    func provenance(_ name: String) throws {
        let tables = try ShippedScenario(name).scenario.tables
        let all: [[Provenance]] = [
            tables.resources.map(\.provenance), tables.parks.map(\.provenance), tables.firms.map(\.provenance),
            tables.outputs.map(\.provenance),
            tables.needs.map(\.provenance), tables.qualities.map(\.provenance), tables.substitutions.map(\.provenance),
            tables.modes.map(\.provenance), tables.routes.map(\.provenance), tables.processes.map(\.provenance),
            tables.processFlows.map(\.provenance), tables.contracts.map(\.provenance), tables.projects.map(\.provenance),
        ]
        let rows = all.flatMap(\.self)
        #expect(rows.count > 100)
        #expect(rows.filter { $0.source == nil || $0.basis == nil }.isEmpty)
    }

    @Test("and its landfill variant have the figures that their documents print", arguments: ["chu-lai", "chu-lai-landfill-closed"])
    func figures(_ name: String) throws {
        let shipped = try ShippedScenario(name), outcome = try shipped.outcome(), document = try shipped.document()
        let today = try #require(outcome.today), plan = try #require(outcome.plan), net = try #require(outcome.netBenefit)
        let all = [outcome.baseline, today, plan]
        func row(_ figure: (Measures) -> Double) -> String { all.map { printed(figure($0), 1) }.joined(separator: " | ") }
        #expect(document.contains(row { $0.cost / 1e9 }))
        #expect(document.contains(row { $0.ghg / 1e6 }))
        #expect(document.contains(row { $0.waste / 1e3 }))
        #expect(document.contains(row { $0.virgin / 1e3 }))
        #expect(document.contains("Net benefit \(printed(net / 1e9, 1)) billion VND a year"))
        #expect(document.contains("already give \(printed((outcome.baseline.cost - today.cost) / 1e9, 1))"))
    }

    @Test(
        "has the optimum of the day it was written",
        arguments: [("chu-lai", 3_399_437_711_394), ("chu-lai-landfill-closed", 3_431_755_311_357)])
    func optimum(_ name: String, _ cost: Double) throws {
        let plan = try #require(try ShippedScenario(name).outcome().plan)
        #expect(abs(plan.cost - cost) < 1)
    }

    @Test("values a tonne of pallets as the calculation by hand does")
    func pallets() throws {
        let shipped = try ShippedScenario("chu-lai"), document = try shipped.document()
        let outcome = try shipped.outcome()
        let bark = (35.0 - 18 - 5 * 1.15) / (20 + 5 * 0.6)
        let chips = (1.15 + 0.6 * bark) * 1_721_000
        let pallets = 60_000 + 40_000 + 34.362304803 * 2_200, hauledBark = (40_000 + 33.258556026 * 2_200) * bark
        let worth = chips - pallets - hauledBark
        #expect(document.contains(printed(worth)) && printed(worth) == "2,253,275")
        for step in [chips, pallets, hauledBark] { #expect(document.contains(printed(step))) }
        for plant in ["thaco-mazda", "thaco-kia", "thaco-luxury-cars", "thaco-bus", "thaco-truck"] {
            let marginal = try #require(shipped.marginal(of: plant, "wood-offcuts", in: outcome))
            #expect(abs(marginal + worth) < 0.01)
        }
        let flows = shipped.flows(outcome)
        let burned = flows.filter { $0.key.hasPrefix("thaco-") && $0.key.hasSuffix("wood-offcuts") }
        #expect(burned.keys.allSatisfy { $0.contains("→ ducksan:") || $0.contains("→ hyosung:") })
        #expect(abs(burned.values.reduce(0, +) - 2250) < 1e-6)
    }

    @Test("thins the salt of reused water and uses the furnace's heat as the calculations by hand do")
    func waterAndHeat() throws {
        let shipped = try ShippedScenario("chu-lai"), tables = shipped.scenario.tables
        let outcome = try shipped.outcome()
        let reuse = try #require(outcome.processes.first { tables.processes[$0.process].id == "rts-reuse" })
        #expect(abs(reuse.activity - 440.0 / 1940 * 2_831_000 / 0.998 / 0.9) < 0.01)
        let heat = shipped.flows(outcome).filter { $0.key.hasPrefix("float-glass →") && $0.key.hasSuffix("waste-heat-flue") }.values.reduce(
            0, +)
        #expect(abs(heat - (900 + 10_153.846153846 * 0.4) / (0.55 * 0.97)) < 0.01)
        #expect(shipped.marginal(of: "float-glass", "waste-heat-flue", in: outcome) == 0)
    }

    @Test(
        "gains from each project by itself what the documents say",
        arguments: [
            ("j-felt", 15.6, 15.6), ("j-biogas", 13.7, 25.6), ("j-bricks", 12.5, 15.2), ("j-silica", 11.7, 14.4), ("j-foundry", 6.9, 16.8),
            ("j-cullet", 1.3, 1.8),
        ])
    func projects(_ project: String, _ open: Double, _ closed: Double) throws {
        for (name, billions) in [("chu-lai", open), ("chu-lai-landfill-closed", closed)] {
            let shipped = try ShippedScenario(name)
            let without = try #require(try shipped.outcome().netBenefit), with = try #require(try shipped.outcome(with: project).netBenefit)
            #expect(abs((with - without) / 1e9 - billions) < 0.05)
            #expect(try shipped.document().contains(printed(billions, 1)))
        }
    }

    @Test("keeps its plan to the last tonne when the landfill closes")
    func landfillClosed() throws {
        let before = try ShippedScenario("chu-lai").outcome(), after = try ShippedScenario("chu-lai-landfill-closed").outcome()
        let open = try #require(before.plan), closed = try #require(after.plan)
        #expect(isClose(closed.waste, open.waste) && isClose(closed.virgin, open.virgin) && isClose(closed.ghg, open.ghg))
        let document = try ShippedScenario("chu-lai-landfill-closed").document()
        #expect(document.contains("costs \(printed((after.baseline.cost - before.baseline.cost) / 1e9, 1)) billion VND a year more"))
        #expect(document.contains("the plan \(printed((closed.cost - open.cost) / 1e9, 1)) billion more"))
    }

    @Test("values one more tonne of compost capacity as the calculation by hand and a second solve do")
    func compost() throws {
        // The plant is full just when its buyer is served: one tonne less would cost 735,013, one more brings less.
        let fruit = (10 * 0.75 + 53 * 1.75) / (19 + 53), rise = fruit * (1_530_000 - 510_000)
        let document = try ShippedScenario("chu-lai-landfill-closed").document()
        var worth: [Double] = []
        for (name, value) in [("chu-lai", 499_755.98), ("chu-lai-landfill-closed", 1_919_964.32)] {
            let shipped = try ShippedScenario(name), tables = shipped.scenario.tables
            let plant = try #require(try shipped.outcome().processes.first { tables.processes[$0.process].id == "agri-park-composting" })
            let marginal = try #require(plant.marginal)
            #expect(abs(marginal + value) < 0.01)
            #expect(document.contains(printed(value)))
            worth.append(-marginal)
        }
        #expect(abs(worth[1] - worth[0] - rise) < 0.01 && document.contains(printed(rise)))
    }
}
