// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Faults of ids and references")
struct ReferenceFaultTests {
    static let valid = ScenarioFolder.valid

    static let scenarios: [BrokenScenario] = [
        BrokenScenario("R101", "a misspelt resource", valid.replacing("F1,scrap,120", with: "F1,scarp,120", in: "outputs.csv")),
        BrokenScenario("R101", "a route to a place that is not there", valid.with("routes.csv", "from,to,km\nP1,Hoi-An-Port,7\n")),
        BrokenScenario("R102", "an id with marks and a blank", valid.adding("Nhà máy 5,Fifth,,P1,,", to: "firms.csv")),
        BrokenScenario("R103", "an id of 70 letters", valid.adding("\(String(repeating: "x", count: 70)),Fifth,,P1,,", to: "firms.csv")),
        BrokenScenario("R104", "the reserved mode", valid.adding("on-site,t,,", to: "modes.csv")),
        BrokenScenario("R105", "a firm with the id of a park", valid.adding("P2,Fifth,,P1,,", to: "firms.csv")),
        BrokenScenario("R106", "a park in place of a firm", valid.replacing("F1,scrap,120", with: "P1,scrap,120", in: "outputs.csv")),
        BrokenScenario("R106", "a route from a firm to a park", valid.with("routes.csv", "from,to,km\nF1,P2,7\n")),
        BrokenScenario(
            "R107", "a name in place of an id", valid.replacing("F1,scrap,120", with: "Nhà máy thép,scrap,120", in: "outputs.csv")),
        BrokenScenario("R108", "a source that is not in the settings", valid.replacing("P1,,survey", with: "P1,,surveys", in: "firms.csv")),
        BrokenScenario(
            "R109", "a licence for nothing of the scenario",
            valid.replacing("P1,sludge,", with: "P1,08 01 13;12 01 09;slugde,", in: "firms.csv")),
        BrokenScenario("R110", "a mode for what is not there", valid.replacing("pipe,m3,water", with: "pipe,m3,waters", in: "modes.csv")),
        BrokenScenario(
            "R111", "commas between the entries of a list", valid.replacing("truck,t,,", with: "truck,t,\"scrap, sand\",", in: "modes.csv")),
        BrokenScenario("R112", "ids that differ in capitals", valid.adding("f1,Fifth,,P1,,", to: "firms.csv")),
        BrokenScenario(
            "R113", "a quality of what is not given off",
            valid.with("qualities.csv", "scope,firm,process,resource,property,value,min,max\noutput,F2,,scrap,copper,0.4,,\n")),
        BrokenScenario("R113", "a contract over what is not given off", valid.with("contracts.csv", "from,to,resource\nF3,F2,scrap\n")),
        BrokenScenario("R116", "parks that every firm names and no table has", valid.without("parks.csv")),
        BrokenScenario(
            "R116", "a table of firms without a row",
            valid.with("firms.csv", "id,name\n").with("contracts.csv", "from,to,resource\nF4,F2,scrap\nF4,F7,scrap\n")),
        BrokenScenario("R114", "a route to where it starts", valid.with("routes.csv", "from,to,km\nF1,F1,3\n")),
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "references.txt") }

    @Test("Every code has a broken scenario")
    func coverage() {
        // R115 is a variant's, and stands with them.
        PinnedMessages.expectCoverage(Self.scenarios, ReferenceFault.Code.allCases.map(\.rawValue).filter { $0 != "R115" })
    }
}
