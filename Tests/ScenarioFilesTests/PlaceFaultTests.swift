// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Faults of places, routes and modes")
struct PlaceFaultTests {
    static let valid = ScenarioFolder.valid

    static let scenarios: [BrokenScenario] = missing + points + routes + modes

    private static func routes(_ row: String) -> ScenarioFolder {
        valid.with("routes.csv", "from,to,km,mode,capacity\n" + row + "\n")
    }

    /// A fifth firm with a need, so that it has something to exchange.
    private static func firm(_ cells: String) -> ScenarioFolder {
        valid.with("firms.csv", "id,name,park,latitude,longitude,licences\n" + firms + "F5,Fifth,\(cells),\n").adding(
            "F5,scrap,10,,", to: "needs.csv")
    }

    private static let firms = "F1,Steel works,P1,,,\nF2,Foundry,P1,,,sludge\nF3,Cannery,P2,,,\nF4,Car plant,P2,,,\n"

    private static func parks(_ rows: String) -> ScenarioFolder { valid.with("parks.csv", "id,name,latitude,longitude\n" + rows) }

    /// Two more parks, each with a firm, so that the four have a middle.
    private static func fourParks(_ last: String) -> ScenarioFolder {
        parks("P1,A,15.45,108.63\nP2,B,15.42,108.66\nP3,C,15.5,108.6\nP4,D,\(last)\n").adding("F5,Fifth,,P3,,", to: "firms.csv")
            .adding("F6,Sixth,,P4,,", to: "firms.csv")
    }

    static let missing = [
        BrokenScenario(
            "P101", "a park of one firm, without coordinates, and a partner elsewhere", parks("P1,A,15.45,108.63\nP2,B,,\n")),
        BrokenScenario("P101", "a firm in no place, and partners elsewhere", firm(",,")),
        BrokenScenario(
            "P102", "a firm in no place, and nobody who needs what it gives off",
            valid.adding("F5,Fifth,,,,", to: "firms.csv").adding("F5,sand,10,", to: "outputs.csv")),
        BrokenScenario("P103", "a park without coordinates", parks("P1,A,15.45,108.63\nP2,B,,\n")),
    ]

    static let points = [
        BrokenScenario("P104", "a latitude of a hundred and fifty", firm(",155.4,208.6")),
        BrokenScenario("P105", "metres where degrees are due", firm(",1709000,594000")),
        BrokenScenario("P106", "latitude and longitude in each other's column", firm(",108.6,15.4")),
        BrokenScenario(
            "P106", "the same where both readings are on Earth", fourParks("70.5,15.4").replacing("108.6", with: "70.6", in: "parks.csv")),
        BrokenScenario("P107", "zeros for what is not known", firm(",0,0")),
        BrokenScenario("P108", "a firm far outside of its park", firm("P1,15.9,108.2")),
        BrokenScenario("P109", "a park on another continent", fourParks("45.4,8.6")),
        BrokenScenario("P110", "two parks at one point", parks("P1,A,15.45,108.63\nP2,B,15.45,108.63\n")),
    ]

    static let routes = [
        BrokenScenario(
            "P111", "a road shorter than the straight line",
            routes("P1,P2,0.4,,").with("parks.csv", "id,name,latitude,longitude\nP1,A,15.45,108.63\nP2,B,15.12,108.76\n")),
        BrokenScenario("P112", "metres where km are due", routes("P1,P2,6200,,")),
        BrokenScenario(
            "P113", "a route longer than its mode goes",
            routes("P1,P2,6,pipe,").replacing("cost_per_unit_km", with: "cost_per_unit_km,max_km", in: "modes.csv")
                .replacing("0.1\n", with: "0.1,3\n", in: "modes.csv").replacing("0.2\n", with: "0.2,\n", in: "modes.csv")
                .replacing("0.3\n", with: "0.3,\n", in: "modes.csv")),
        BrokenScenario("P114", "there and back of different lengths", routes("P1,P2,6,,\nP2,P1,9,,")),
        BrokenScenario("P115", "an open route of capacity 0", routes("P1,P2,6,truck,0")),
        BrokenScenario(
            "P116", "a route to a park where nothing stands", routes("P1,P3,12,,").adding("P3,Tam Thang,,15.6,108.5", to: "parks.csv")),
    ]

    private static func mode(_ row: String) -> ScenarioFolder {
        valid.with(
            "modes.csv",
            "id,unit,resources,cost_per_unit_km,max_km,loss_per_km\ntruck,t,,0.2,,\npipe,m3,water,0.1,,\nline,MWh,steam,0.3,,\n" + row
                + "\n")
    }

    static let modes = [
        BrokenScenario("P117", "a mode that carries nothing of the scenario", mode("cart,pcs,,2,,")),
        BrokenScenario("P118", "a mode that goes nowhere", mode("cart,t,,2,0,")),
        BrokenScenario(
            "P118", "a resource that may not leave",
            valid.with(
                "resources.csv",
                "id,name,kind,unit,disposal_cost,virgin_price,max_km,hazardous,waste_code\nscrap,Scrap,material,t,40,500,,,\nsand,Sand,material,t,25,30,0,,\nsludge,Sludge,material,t,300,,,true,08 01 13\nwater,Water,water,m3,2,8,,,\nsteam,Steam,energy,MWh,,60,,,\n"
            )),
        BrokenScenario("P119", "a percentage for a share of loss", mode("cart,t,,2,,0.5")),
        BrokenScenario(
            "P120", "roads shorter than the straight line everywhere",
            valid.replacing("detour: 1.3", with: "detour: 0.13", in: "scenario.yaml")),
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "places.txt") }

    @Test("That a firm has no place is one fault: of a pair that could exchange, else of the firm")
    func oneFault() throws {
        for (scenario, code) in [(Self.missing[1], "P101"), (Self.missing[2], "P102")] {
            #expect(try scenario.messages().count { $0.hasPrefix("firms.csv:6") } == 2, "\(code)")
        }
    }

    @Test("Every code has a broken scenario")
    func coverage() { PinnedMessages.expectCoverage(Self.scenarios, PlaceFault.Code.allCases.map(\.rawValue)) }
}
