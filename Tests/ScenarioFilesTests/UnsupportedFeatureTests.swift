// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Parts of the format whose model is not built yet")
struct UnsupportedFeatureTests {
    static let valid = ScenarioFolder.valid

    static let scenarios = [
        BrokenScenario("N101", "periods", valid.with("periods.csv", "id,share\ndry,0.5\nwet,0.5\n")),
        BrokenScenario("N102", "a storage", valid.with("storages.csv", "firm,process,resource,capacity\nF1,,scrap,20\n")),
        BrokenScenario(
            "N103", "a process that may be built",
            valid.with("processes.csv", "id,name,firm,capacity,capex,lifetime_years,candidate\nT1,Mill,F2,300,90000,15,true\n")
                .with("process_flows.csv", "process,resource,role,per_activity\nT1,sand,input,1\nT1,steam,output,0.2\n")),
        BrokenScenario(
            "N104", "charges of links",
            valid.with(
                "modes.csv",
                "id,unit,capex_per_km,fixed_cost_per_km,link_capacity,lifetime_years\ntruck,t,0,,,\npipe,m3,900,40,2500,20\nline,MWh,,,,\n")
        ),
        BrokenScenario("N105", "a charge of a route", valid.with("routes.csv", "from,to,km,fixed_cost\nP1,P2,6,100\n")),
        BrokenScenario("N106", "a least quantity", valid.adding("exchange: {min_quantity: 25}", to: "scenario.yaml")),
        BrokenScenario("N107", "a number of partners", valid.adding("exchange: {max_partners: 6}", to: "scenario.yaml")),
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "unsupported.txt") }

    @Test("Every code has a broken scenario")
    func coverage() {
        PinnedMessages.expectCoverage(Self.scenarios, UnsupportedFeature.allCases.map(\.code))
    }

    @Test("Values that change nothing are no use of a part")
    func neutral() throws {
        let folder = Self.valid.with("periods.csv", "id,share\n").with("storages.csv", "firm,process,resource,capacity\nF1,,scrap,0\n")
            .with("routes.csv", "from,to,km,fixed_cost\nP1,P2,6,0\n")
            .with("modes.csv", "id,unit,capex_per_km,fixed_cost_per_km,link_capacity\ntruck,t,0,0,\npipe,m3,,,\nline,MWh,,,\n")
            .adding("exchange: {min_quantity: 0, max_partners: null}", to: "scenario.yaml")
        let reading = try folder.read()
        #expect(reading.faults.isEmpty, "\(reading.faults)")
    }
}
