// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Faults of duplicates and combinations")
struct CombinationFaultTests {
    static let valid = ScenarioFolder.valid

    private static func qualities(_ rows: String) -> ScenarioFolder {
        valid.with("qualities.csv", "scope,firm,process,resource,property,unit,value,min,max\n" + rows)
    }

    private static func processes(_ row: String) -> ScenarioFolder {
        valid.with("processes.csv", "id,name,firm,park,latitude,longitude,capacity,capex,lifetime_years\n" + row)
            .with("process_flows.csv", "process,resource,role,per_activity\nT1,sand,input,1\nT1,steam,output,0.2\n")
    }

    static let scenarios: [BrokenScenario] = rows + figures

    static let rows = [
        BrokenScenario("C101", "an id twice", valid.adding("F1,Fifth,,P1,,", to: "firms.csv")),
        BrokenScenario("C101", "an output twice", valid.adding("F1,scrap,30,", to: "outputs.csv")),
        BrokenScenario(
            "C102", "rows of a period beside one of the year",
            valid.with("periods.csv", "id,share\ndry,0.5\nwet,0.5\n")
                .with("needs.csv", "firm,resource,quantity,period\nF1,water,4000,dry\nF1,water,4000,\nF2,scrap,200,\nF3,steam,100,\n")),
        BrokenScenario("C105", "a process at a firm and in a park", processes("T1,Mill,F2,P1,,,500,,\n")),
        BrokenScenario("C106", "a process nowhere", processes("T1,Mill,,,,,500,,\n")),
        BrokenScenario("C107", "a latitude alone", processes("T1,Mill,,,15.4,,500,,\n")),
        BrokenScenario("C108", "the capacity of a route for no mode", valid.with("routes.csv", "from,to,km,capacity\nP1,P2,6,900\n")),
        BrokenScenario("C109", "limits of what is given off", qualities("output,F1,,scrap,copper,%,,0.1,\n")),
        BrokenScenario(
            "C109", "a price of what a process gives off",
            processes("T1,Mill,F2,,,,500,,\n")
                .with("process_flows.csv", "process,resource,role,per_activity,virgin_price\nT1,sand,input,1,30\nT1,steam,output,0.2,60\n")),
        BrokenScenario("C115", "a quality without a figure", qualities("need,F2,,scrap,copper,%,,,\n")),
    ]

    static let figures = [
        BrokenScenario("C103", "a least above its most", valid.with("contracts.csv", "from,to,resource,min,max\nF4,F2,scrap,60,50\n")),
        BrokenScenario("C104", "an investment without a lifetime", processes("T1,Mill,F2,,,,500,90000,\n")),
        BrokenScenario("C110", "a property in two units", qualities("output,F1,,scrap,copper,%,0.4,,\noutput,F4,,scrap,copper,g/kg,4,,\n")),
        BrokenScenario("C111", "periods of less than a year", valid.with("periods.csv", "id,share\ndry,0.6\nwet,0.3\n")),
        BrokenScenario("C112", "a pipe in m3 for scrap", valid.replacing("pipe,m3,water", with: "pipe,m3,water;scrap", in: "modes.csv")),
        BrokenScenario("C113", "a tonne of two tonnes", valid.replacing("t,,,25,30,", with: "t,,,25,30,2", in: "resources.csv")),
        BrokenScenario(
            "C118", "more today than the giver has, by two contracts together",
            valid.with("contracts.csv", "from,to,resource,quantity\nF4,F2,scrap,80\nF4,F1,scrap,10.5\n")),
        BrokenScenario(
            "C114", "more today than the contract allows",
            valid.with("contracts.csv", "from,to,resource,min,max,quantity\nF4,F2,scrap,10,50,80\n")),
        BrokenScenario(
            "C116", "fresh scrap too dirty for the foundry",
            qualities(
                "need,F2,,scrap,copper,%,,,0.3\nvirgin,,,scrap,copper,%,0.5,,\noutput,F1,,scrap,copper,%,0.1,,\noutput,F4,,scrap,copper,%,0.2,,\n"
            )),
        BrokenScenario("C117", "weights of nothing", valid.adding("objective: {weights: {cost: 0}}", to: "scenario.yaml")),
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "combinations.txt") }

    @Test("Every code has a broken scenario")
    func coverage() { PinnedMessages.expectCoverage(Self.scenarios, CombinationFault.Code.allCases.map(\.rawValue)) }
}
