// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Faults of files, encodings and headings")
struct FileFaultTests {
    static let valid = ScenarioFolder.valid

    static let scenarios: [BrokenScenario] = access + forms + headings + settings + variants + unread

    static let access = [
        BrokenScenario("F101", "a required table is not there", valid.without("modes.csv")),
        BrokenScenario("F103", "a table without permission to read, or one that links to itself", valid.without("needs.csv")) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.appendingPathComponent("needs.csv").path, withDestinationPath: "needs.csv")
        },
        BrokenScenario("F104", "a folder with the name of a table", valid.without("firms.csv")) { folder in
            try FileManager.default.createDirectory(at: folder.appendingPathComponent("firms.csv"), withIntermediateDirectories: false)
        },
        BrokenScenario("F105", "a table of more bytes than are read", valid) { folder in
            let handle = try FileHandle(forWritingTo: folder.appendingPathComponent("needs.csv"))
            try handle.truncate(atOffset: 70_000_000)
            try handle.close()
        },
        BrokenScenario(
            "F106", "a table in the old Vietnamese code page",
            valid.with("needs.csv", bytes: Array("firm,resource,quantity,note\nF1,water,4000,N".utf8) + [0xEA, 0x75, 0x0A])),
        BrokenScenario(
            "F107", "a table saved as Unicode text",
            valid.with("needs.csv", bytes: [0xFF, 0xFE] + "firm\tresource\n".utf8.flatMap { [$0, 0] })),
        BrokenScenario("F108", "a byte of zero", valid.replacing("F2,scrap,200", with: "F2,scrap,2\0", in: "needs.csv")),
        BrokenScenario("F129", "a folder without settings", valid.without("scenario.yaml")),
        BrokenScenario(
            "F129", "another folder than the scenario's",
            ScenarioFolder(["budget-2026.csv": "a,b\n", "minutes.txt": "x", "need.csv": "firm,resource,quantity\n"])),
    ]

    static let forms = [
        BrokenScenario("F109", "an empty file where rows are required", valid.with("needs.csv", "")),
        BrokenScenario(
            "F110", "a quote that never closes",
            valid.with("needs.csv", "firm,resource,quantity,note\nF1,water,4000,\"near the gate\nF2,scrap,200,\n")),
        BrokenScenario(
            "F111", "quotes within quotes", valid.with("needs.csv", "firm,resource,quantity,note\nF1,water,4000,\"the \"big\" one\"\n")),
        BrokenScenario("F112", "a comma in a name without quotes", valid.replacing("Foundry,", with: "Foundry, north,", in: "firms.csv")),
        BrokenScenario("F113", "a row cut short", valid.replacing("F2,scrap,200,,480", with: "F2,scrap,200", in: "needs.csv")),
        BrokenScenario("F119", "line ends of old Macintoshes", valid.with("needs.csv", "firm,resource,quantity\rF1,water,4000\r")),
        BrokenScenario(
            "F121", "a cell longer than a spreadsheet holds",
            valid.adding("F5,\(String(repeating: "x", count: 40_000)),,P1,,", to: "firms.csv")),
        BrokenScenario(
            "F121", "more columns than a table can have", valid.with("needs.csv", String(repeating: "quantity,", count: 2000) + "\n")),
    ]

    static let headings = [
        BrokenScenario("F114", "a required column under another name", valid.replacing("quantity", with: "quantities", in: "needs.csv")),
        BrokenScenario(
            "F114", "a required column with its name in Vietnamese", valid.replacing("quantity", with: "Khối lượng (t)", in: "needs.csv")),
        BrokenScenario("F114", "a required column with its name cut short", valid.replacing("quantity", with: "qty", in: "needs.csv")),
        BrokenScenario("F122", "a tab for blanks", valid.adding("\tcarbon_price: 1", to: "scenario.yaml")),
        BrokenScenario(
            "F118", "headings with capitals", valid.with("needs.csv", "Firm;Resource;Quantity\nF1;water;4000\n")),
        BrokenScenario("F115", "a heading twice", valid.with("needs.csv", "firm,resource,quantity,firm\nF1,water,4000,F2\n")),
        BrokenScenario(
            "F116", "a column that no table has",
            valid.with("parks.csv", "id,name,latitude,longitude,colour\nP1,A,15.45,108.63,red\nP2,B,15.42,108.66,\n")),
        BrokenScenario(
            "F117", "values under no heading",
            valid.with("parks.csv", "id,name,latitude,longitude,\nP1,A,15.45,108.63,\nP2,B,15.42,108.66,south\n")),
        BrokenScenario("F118", "bars between the cells", valid.with("needs.csv", "firm|resource|quantity\nF1|water|4000\n")),
        BrokenScenario("F120", "a table under a misspelt name", valid.with("proceses.csv", "id,name\n")),
    ]

    static let settings = [
        BrokenScenario("F122", "settings that are no YAML", valid.replacing("year: 2030", with: "year 2030", in: "scenario.yaml")),
        BrokenScenario("F122", "a character that nobody sees", valid.adding("name_vi: Cảng\u{1}", to: "scenario.yaml")),
        BrokenScenario("F122", "a reference to nothing", valid.adding("criteria: *none", to: "scenario.yaml")),
        BrokenScenario("F122", "two documents in one file", valid.adding("---\nyear: 2031", to: "scenario.yaml")),
        BrokenScenario("F123", "a setting whose name is a list", valid.adding("[a, b]: 1", to: "scenario.yaml")),
        BrokenScenario("F123", "a setting under a misspelt name", valid.replacing("detour", with: "detuor", in: "scenario.yaml")),
        BrokenScenario("F124", "a setting twice", valid.adding("year: 2031", to: "scenario.yaml")),
        BrokenScenario("F124", "two settings twice", valid.adding("'year': 2031\nid: b", to: "scenario.yaml")),
        BrokenScenario(
            "F125", "a list where one value is due", valid.replacing("currency: USD", with: "currency: [USD, VND]", in: "scenario.yaml")),
        BrokenScenario("F126", "a format of the future", valid.replacing("format: 1", with: "format: 2", in: "scenario.yaml")),
        BrokenScenario(
            "F121", "settings nested without end", valid.adding("criteria: " + String(repeating: "[", count: 60), to: "scenario.yaml")),
        BrokenScenario(
            "F121", "references upon references",
            valid.adding("criteria: &a [x" + String(repeating: ", *a", count: 30) + "]", to: "scenario.yaml")),
    ]

    static let variants = [
        BrokenScenario("F127", "a base that is not there", ScenarioFolder(["scenario.yaml": "id: v\nextends: ../chu-lay\n"])),
        BrokenScenario(
            "F128", "variants of each other",
            ScenarioFolder(["scenario.yaml": "id: a\nextends: ../other\n", "../other/scenario.yaml": "id: b\nextends: ../scenario\n"])),
    ]

    /// Broken in one way each, and much follows from it: what follows is counted, not told cell by cell.
    static let unread = [
        BrokenScenario("F131", "firms that are not there", valid.without("firms.csv")),
        BrokenScenario("F131", "resources that are not there", valid.without("resources.csv")),
        BrokenScenario("F131", "resources without their ids", valid.replacing("id,name", with: "code,name", in: "resources.csv")),
        BrokenScenario(
            "F131", "a quote in the second firm that never closes", valid.replacing("F2,Foundry", with: "F2,\"Foundry", in: "firms.csv")),
        BrokenScenario(
            "F131", "sources that are no list",
            valid.replacing("[{id: survey, title: Survey of 2029, year: 2029}]", with: "survey", in: "scenario.yaml")),
        BrokenScenario(
            "F131", "a base that is not there, and rows that only it explains",
            ScenarioFolder([
                "scenario.yaml": "id: v\nextends: ../chu-lay\n", "needs.csv": "firm,resource,virgin_price\nF1,water,-\nF2,scrap,12x\n",
                "outputs.csv": "firm,resource,quantity,remove\nF1,scrap,,yes\n",
            ])),
        BrokenScenario(
            "F118", "a base whose needs cannot be read",
            ScenarioFolder(
                Dictionary(uniqueKeysWithValues: valid.files.keys.map { ("../base/" + $0, valid[$0]) }).merging([
                    "../base/needs.csv": "firm|resource|quantity\nF1|water|4000\n", "scenario.yaml": "id: v\nextends: ../base\n",
                    "needs.csv": "firm,resource,virgin_price\nF1,water,-\nF9,scrap,12\n",
                ]) { _, new in new })),
    ]

    @Test("What a missing table hides is one line, and the table stands above all else")
    func causesFirst() throws {
        let faults = try Self.valid.without("parks.csv").without("firms.csv").replacing(
            "F2,scrap,200", with: "F2,scrap,-200", in: "needs.csv"
        )
        .read().faults
        #expect(faults.map(\.kind.code) == ["F101", "F131", "V111"])
        #expect(faults.first?.kind == .file(.missingTable(.firms)))
        #expect(faults[1].kind == .file(.unchecked(.table(.firms), cells: 8)))
    }

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "files.txt") }

    @Test("Every code has a broken scenario")
    func coverage() {
        // F102 and F130 need another path and a machine without PROJ; they have tests of their own.
        PinnedMessages.expectCoverage(
            Self.scenarios, FileFault.Code.allCases.map(\.rawValue).filter { !["F102", "F130"].contains($0) })
    }
}
