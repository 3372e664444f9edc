// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Faults of processes and loops")
struct ProcessFaultTests {
    static let valid = ScenarioFolder.valid

    static let scenarios: [BrokenScenario] = figures + flows + supply

    /// Plants at the foundry, each an id and a capacity, with the flows of `process_flows`.
    private static func plants(_ plants: [String], _ flows: String) -> ScenarioFolder {
        let rows = plants.map { "\($0.split(separator: " ")[0]),Plant,F2,\($0.split(separator: " ")[1])\n" }.joined()
        return valid.with("processes.csv", "id,name,firm,capacity\n" + rows)
            .with("process_flows.csv", "process,resource,role,per_activity,virgin_price\n" + flows)
    }

    static let figures = [
        BrokenScenario(
            "L101", "two processes that feed each other and leave something over",
            plants(
                ["T1 100", "T2 100"],
                "T1,water,input,1,\nT1,steam,output,2,\nT2,steam,input,1,\nT2,water,output,0.9,\n")),
        BrokenScenario("L102", "more mass out than in", plants(["T1 100"], "T1,sand,input,1,\nT1,scrap,output,1.2,\n")),
        BrokenScenario(
            "L103", "more energy out than in",
            plants(["T1 100"], "T1,steam,input,1,60\nT1,power,output,1.1,\n").adding(
                "power,Electricity,Điện,energy,MWh,,,,90,", to: "resources.csv"
            )
            .adding("F1,steam,200,", to: "outputs.csv")),
        BrokenScenario(
            "L104", "more water out than in",
            plants(["T1 100"], "T1,water,input,1,\nT1,clean,output,1.5,\n").adding(
                "clean,Process water,Nước công nghiệp,water,m3,,,,9,", to: "resources.csv")),
        BrokenScenario(
            "L115", "an investment in what stands",
            valid.with("processes.csv", "id,name,firm,capacity,capex,lifetime_years\nT1,Plant,F2,100,90000,15\n")
                .with("process_flows.csv", "process,resource,role,per_activity\nT1,sand,input,1\nT1,scrap,output,0.9\n")),
    ]

    static let flows = [
        BrokenScenario("L105", "a process without flows", plants(["T1 100"], "")),
        BrokenScenario("L106", "a process that only takes in", plants(["T1 100"], "T1,sand,input,1,\n")),
        BrokenScenario("L107", "a capacity of 0", plants(["T1 0"], "T1,sand,input,1,\nT1,scrap,output,0.9,\n")),
        BrokenScenario("L108", "a flow of 0", plants(["T1 100"], "T1,sand,input,1,\nT1,scrap,output,0,\nT1,steam,output,0.1,\n")),
        BrokenScenario("L109", "sand in and sand out", plants(["T1 100"], "T1,sand,input,1,\nT1,sand,output,0.9,\n")),
        BrokenScenario("L110", "hazardous sludge without a licence", plants(["T1 100"], "T1,sludge,input,1,\nT1,sand,output,0.4,\n")),
    ]

    static let supply = [
        BrokenScenario("L111", "an input that nobody has", plants(["T1 100"], "T1,steam,input,1,\nT1,water,output,1,\n")),
        BrokenScenario(
            "L112", "an input from one that cannot run",
            plants(["T1 100", "T2 100"], "T1,steam,input,1,\nT1,gas,output,0.9,\nT2,gas,input,1,\nT2,water,output,0.5,\n")
                .adding("gas,Biogas,Khí sinh học,energy,MWh,,,,70,", to: "resources.csv")),
        BrokenScenario("L113", "a capacity in kg", plants(["T1 300000"], "T1,sand,input,1,\nT1,scrap,output,0.9,\n")),
        BrokenScenario(
            "L114", "a plant at a firm of a project that it does not belong to",
            valid.with("projects.csv", "id,name,status\nJ1,Recycling park,proposed\n")
                .with(
                    "firms.csv",
                    "id,name,park,project,licences\nF1,Steel works,P1,,\nF2,Foundry,P1,J1,sludge\nF3,Cannery,P2,,\nF4,Car plant,P2,,\n"
                )
                .with("processes.csv", "id,name,firm,capacity\nT1,Plant,F2,100\n")
                .with("process_flows.csv", "process,resource,role,per_activity\nT1,sand,input,1\nT1,scrap,output,0.9\n")),
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "processes.txt") }

    @Test("Every code has a broken scenario")
    func coverage() { PinnedMessages.expectCoverage(Self.scenarios, ProcessFault.Code.allCases.map(\.rawValue)) }
}
