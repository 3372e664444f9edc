// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import Scenario
import ScenarioFiles
import Testing

@Suite("What cannot be met")
struct UnmetFaultTests {
    static let valid = ScenarioFolder.valid

    static let scenarios: [BrokenScenario] = needs + contracts + processes + limits

    /// The usual scenario, where fresh scrap cannot be bought and the foundry has another need.
    private static func unbought(_ quantity: String, share: String = "") -> ScenarioFolder {
        valid.replacing("40,500", with: "40,", in: "resources.csv")
            .with(
                "needs.csv",
                "firm,resource,quantity,max_secondary_share,virgin_price\nF1,water,4000,,\nF2,scrap,\(quantity),\(share),\nF3,steam,100,,\n"
            )
    }

    private static func contracts(_ rows: String) -> ScenarioFolder { valid.with("contracts.csv", "from,to,resource,min\n" + rows) }

    static let needs = [
        BrokenScenario(
            "U101", "steam that nobody gives off and that cannot be bought",
            valid.replacing("MWh,,,,60", with: "MWh,,,,", in: "resources.csv")),
        BrokenScenario(
            "U101", "sludge for one without a licence",
            valid.replacing("F2,scrap,200,,480", with: "F2,scrap,200,,480\nF3,sludge,5,,", in: "needs.csv")),
        BrokenScenario("U102", "a need of more scrap than both steel works have", unbought("230")),
        BrokenScenario("U103", "a share of secondary scrap, and no other to buy", unbought("200", share: "0.8")),
        BrokenScenario("U104", "two needs that each could be met", unbought("200").adding("F3,scrap,60,,", to: "needs.csv")),
    ]

    static let contracts = [
        BrokenScenario(
            "U105", "two contracts over what the giver has",
            contracts("F4,F2,scrap,70\nF4,F3,scrap,30\n").adding("F3,scrap,60,,", to: "needs.csv")),
        BrokenScenario(
            "U106", "a contract over what the taker needs",
            contracts("F1,F2,scrap,100\n").replacing("F2,scrap,200", with: "F2,scrap,60", in: "needs.csv")),
        BrokenScenario(
            "U107", "a contract of hazardous sludge with one who has no licence",
            contracts("F4,F3,sludge,5\n").adding("F3,sludge,5,,300", to: "needs.csv")),
        BrokenScenario("U107", "a contract over what the taker does not need", contracts("F4,F3,scrap,5\n")),
        BrokenScenario(
            "U107", "a contract over a closed road", contracts("F4,F2,scrap,5\n").with("routes.csv", "from,to,km,open\nP1,P2,6,false\n")),
    ]

    static let processes = [
        BrokenScenario(
            "U108", "a contract that a plant has not the sand for",
            contracts("T1,F2,scrap,180\n").with("processes.csv", "id,name,firm,capacity\nT1,Plant,F3,500\n")
                .with("process_flows.csv", "process,resource,role,per_activity\nT1,sand,input,2\nT1,scrap,output,1\n"))
    ]

    private static func qualities(_ folder: ScenarioFolder, _ rows: String) -> ScenarioFolder {
        folder.with("qualities.csv", "scope,firm,resource,property,unit,value,min,max\n" + rows)
    }

    static let limits = [
        BrokenScenario(
            "U109", "a route too small for its contract",
            contracts("F4,F2,scrap,80\n").with("routes.csv", "from,to,km,mode,capacity\nP1,P2,6,truck,50\n")),
        BrokenScenario(
            "U110", "scrap that is all too dirty",
            qualities(unbought("150"), "need,F2,scrap,copper,%,,,0.3\noutput,F1,scrap,copper,%,0.4,,\noutput,F4,scrap,copper,%,0.5,,\n")),
        BrokenScenario(
            "U110", "sand that is all too wet, by a least amount of quartz",
            qualities(
                valid.adding("F1,sand,50,,", to: "needs.csv").replacing("25,30", with: "25,", in: "resources.csv"),
                "need,F1,sand,quartz,%,,92,\noutput,F2,sand,quartz,%,85,,\n")),
        BrokenScenario(
            "U111", "a contract over dirty scrap that nothing makes up for",
            qualities(
                contracts("F4,F2,scrap,80\n"),
                "need,F2,scrap,copper,%,,,0.3\noutput,F1,scrap,copper,%,0.28,,\noutput,F4,scrap,copper,%,0.5,,\nvirgin,,scrap,copper,%,0.25,,\n"
            )),
        BrokenScenario(
            "U112", "new scrap that is too dirty, and no other within the limit",
            qualities(
                valid,
                "need,F2,scrap,copper,%,,,0.3\nvirgin,,scrap,copper,%,0.5,,\noutput,F1,scrap,copper,%,0.4,,\noutput,F4,scrap,copper,%,0.5,,\n"
            )),
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "unmet.txt") }

    @Test("Every code has a broken scenario")
    func coverage() { PinnedMessages.expectCoverage(Self.scenarios, UnmetFault.Code.allCases.map(\.rawValue)) }

    @Test("The solver finds no plan either", arguments: scenarios.filter { $0.code != "U112" })
    func infeasible(_ scenario: BrokenScenario) throws {
        let reading = try scenario.folder.read()
        let planner = try Planner(try #require(reading.scenario), solver: GLPKSolver())
        #expect(try planner.plan().status == .infeasible)
    }

    @Test("One step back from what cannot be met, there is a plan and nothing is told")
    func oneStepBack() throws {
        let possible = [
            Self.unbought("210"), Self.unbought("150", share: "1"), Self.unbought("150").adding("F3,scrap,60,,", to: "needs.csv"),
            Self.contracts("F4,F2,scrap,60\nF4,F3,scrap,30\n").adding("F3,scrap,60,,", to: "needs.csv"),
            Self.contracts("F1,F2,scrap,60\n").replacing("F2,scrap,200", with: "F2,scrap,60", in: "needs.csv"),
            Self.contracts("F4,F2,scrap,50\n").with("routes.csv", "from,to,km,mode,capacity\nP1,P2,6,truck,50\n"),
            // 60 t at 0.5 and 140 t at 0.2 mix to 0.29.
            Self.qualities(
                Self.contracts("F4,F2,scrap,60\n"),
                "need,F2,scrap,copper,%,,,0.3\noutput,F1,scrap,copper,%,0.28,,\noutput,F4,scrap,copper,%,0.5,,\nvirgin,,scrap,copper,%,0.2,,\n"
            ),
            Self.qualities(
                Self.valid,
                "need,F2,scrap,copper,%,,,0.3\nvirgin,,scrap,copper,%,0.35,,\noutput,F1,scrap,copper,%,0.1,,\noutput,F4,scrap,copper,%,0.5,,\n"
            ),
        ]
        for folder in possible {
            let reading = try folder.read()
            let planner = try Planner(try #require(reading.scenario, "\(reading.faults)"), solver: GLPKSolver())
            #expect(planner.unmet.isEmpty, "\(planner.unmet)")
            #expect(try planner.plan().status == .optimal)
        }
    }
}
