// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Parts of the format whose model is not built yet")
struct UnsupportedFeatureTests {
    static let valid = ScenarioFolder.valid

    static let scenarios = [
        BrokenScenario(
            "N104", "a capacity of links that cost nothing",
            valid.with("modes.csv", "id,unit,link_capacity\ntruck,t,\npipe,m3,2500\nline,MWh,\n"))
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "unsupported.txt") }

    @Test("Every code has a broken scenario")
    func coverage() {
        PinnedMessages.expectCoverage(Self.scenarios, UnsupportedFeature.allCases.map(\.code))
    }

    @Test("Values that change nothing are no use of a part")
    func neutral() throws {
        let folder = Self.valid.with(
            "modes.csv", "id,unit,capex_per_km,fixed_cost_per_km,link_capacity\ntruck,t,0,0,\npipe,m3,,3,9\nline,MWh,,,\n")
        let reading = try folder.read()
        #expect(reading.faults.isEmpty, "\(reading.faults)")
    }
}
