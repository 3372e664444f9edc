// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import Scenario
import Testing

@Suite("Kalundborg") struct KalundborgTests {
    /// The exchanges that exist and that the plan finds, as the document lists them.
    static let rediscovered = [
        "asnaes → aalborg-portland: fly-ash", "asnaes → fish-farm: pond-heat", "asnaes → gyproc: fgd-gypsum",
        "asnaes → municipality: town-heat",
        "asnaes → novo-nordisk: steam", "asnaes → novozymes: steam", "asnaes → refinery: steam", "municipality → soilrem: sewage-sludge",
        "novo-nordisk → farms: yeast-slurry", "novo-nordisk → town-treatment: waste-water", "novozymes → farms: novogro-30",
        "novozymes → farms: novogro-liquid", "novozymes → town-treatment: waste-water", "refinery → asnaes: cooling-water",
        "refinery → asnaes: treated-water", "refinery → fertiliser-trade: thiosulphate", "refinery → gyproc: refinery-gas",
        "refinery → kemira: sulphur", "waterworks → asnaes: surface-water", "waterworks → novozymes: surface-water",
        "waterworks → refinery: surface-water",
    ]

    @Test("rediscovers the exchanges that exist and adds two")
    func rediscovers() throws {
        let shipped = try ShippedScenario("kalundborg"), outcome = try shipped.outcome()
        let planned = Set(shipped.flows(outcome).keys), existing = Set(shipped.contracted().keys)
        #expect(planned.intersection(existing).sorted() == KalundborgTests.rediscovered)
        #expect(existing.subtracting(planned).sorted() == [])
        #expect(
            planned.subtracting(existing).sorted() == ["asnaes → aalborg-portland: fgd-gypsum", "waterworks → novo-nordisk: surface-water"])
    }

    @Test("has the optimum that its document prints")
    func optimum() throws {
        let shipped = try ShippedScenario("kalundborg"), outcome = try shipped.outcome(), document = try shipped.document()
        #expect(isClose(outcome.baseline.cost, 1_893_523_450))
        #expect(abs((outcome.netBenefit ?? 0) - 333_707_220.34) < 0.01)
        let today = try #require(outcome.today), plan = try #require(outcome.plan)
        let all = [outcome.baseline, today, plan]
        func row(_ values: [Double], _ decimals: Int) -> String { values.map { printed($0, decimals) }.joined(separator: " | ") }
        #expect(document.contains(row(all.map { $0.cost / 1e9 }, 3)))
        #expect(document.contains(row(all.map { $0.ghg / 1000 }, 0)))
        #expect(document.contains(row(all.map(\.waste), 0)))
        #expect(document.contains(row(all.map(\.virgin), 0)))
    }

    @Test("forces no exchange: without its contracts the plan is the same")
    func nothingForced() throws {
        let shipped = try ShippedScenario("kalundborg"), files = FileManager.default
        #expect(shipped.scenario.tables.contracts.allSatisfy { $0.minimum == 0 && $0.maximum == nil })
        let copy = files.temporaryDirectory.appendingPathComponent("symbio-kalundborg-\(UUID().uuidString)")
        defer { try? files.removeItem(at: copy) }
        try files.copyItem(at: shipped.folder, to: copy)
        try files.removeItem(at: copy.appendingPathComponent("contracts.csv"))
        let free = try ShippedScenario(at: copy)
        #expect(free.scenario.tables.contracts.isEmpty)
        #expect(try free.flows(free.outcome()) == shipped.flows(shipped.outcome()))
    }

    @Test("has no use yet for the heat pump, and a use for the biogas plant", arguments: [("heat-pump", 0), ("biogas", 4.58)])
    func laterProjects(_ project: String, _ millions: Double) throws {
        let shipped = try ShippedScenario("kalundborg")
        let without = try #require(try shipped.outcome().netBenefit), with = try #require(try shipped.outcome(with: project).netBenefit)
        #expect(abs((with - without) / 1e6 - millions) < 0.005)
    }
}
