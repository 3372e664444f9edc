// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Spreadsheet
import Testing

@Suite("symbio screen")
struct ScreenTests {
    /// A foundry known by its type and size alone, a brick maker, two projects, one of which says nothing of itself.
    private static let files = [
        "scenario.yaml":
            "format: 1\nid: bricks\nname: {en: Bricks, vi: Gạch}\ncurrency: VND\nyear: 2030\ncriteria: [vn-ce-decree-08-2022]\n",
        "resources.csv": """
        id,name,name_vi,kind,unit,waste_code,disposal_cost,virgin_price
        foundry-sand-spent,Spent foundry sand,Cát đúc thải,material,t,10 09 08,400000,
        sand-fine,Construction sand,Cát xây dựng,material,t,,,280000
        glass,Glass,Thủy tinh,material,t,,10000,

        """,
        "parks.csv": "id,name,name_vi,latitude,longitude\nP,North park,Khu Bắc,15.40,108.60\n",
        "firms.csv": """
        id,name,name_vi,park,project
        F,Foundry,Xưởng đúc,P,
        B,Bricks,Gạch,P,
        N,New bricks,Gạch mới,P,p

        """,
        "outputs.csv": "firm,resource,quantity\nN,glass,5\n",
        "needs.csv": "firm,resource,quantity\nB,sand-fine,3000\nN,sand-fine,6000\n",
        "types.csv": "firm,type,capacity,unit\nF,iron-foundry,10000,t\n",
        "substitutions.csv": "from,to,ratio,max_share,cost\nfoundry-sand-spent,sand-fine,1,0.5,30000\n",
        "modes.csv": "id,unit,cost_per_unit,cost_per_unit_km\ntruck,t,40000,2200\n",
        "projects.csv":
            "id,name,name_vi,capex,land_ha,jobs\np,New brick plant,Nhà máy gạch mới,8000000000,3,40\nq,Idle,Chưa rõ,1000000000,1,5\n",
    ]

    @Test("The whole report in both languages", arguments: [("en", "en"), ("vi", "vi")])
    func report(language: String, file: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.files)
        let run = try Program.run(
            "screen", folder.path, "--attract", "2", "--land", "3", "--quiet", "--lang", language, environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        try Golden.expect(run.text, "screening.\(file).txt")
    }

    @Test("By hand: 4,000 t of typical sand, of which the projects take half of their own need")
    func json() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.files)
        let run = try Program.run("screen", folder.path, "--json", "--attract", "1", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let document = try run.json(), projects = try #require(document["projects"] as? [[String: Any]])
        #expect(projects.map { $0["id"] as? String } == ["p", "q"])
        let adds = try #require(projects[0]["adds"] as? [String: Any])
        // B takes 1,500 t of 4,000; p takes 2,500 of the 3,000 that its share allows, 1 km away.
        let gain = try #require(adds["gain"] as? Double)
        #expect(abs(gain - 2500 * (400_000 + 280_000 - 30_000 - 42_200)) < 1)
        #expect(
            Set(document.keys) == [
                "format", "scenario", "weights", "weightings", "projects", "pairs", "best", "attract", "estimates", "provenance",
            ])
        // Without projects B takes 1,500 t of the typical sand: all of the gain rests on it.
        let estimates = try #require(document["estimates"] as? [String: Any]), of = try #require(estimates["of"] as? Double)
        #expect(estimates["gain"] as? Double == of && abs(of - 1500 * 607_800) < 1)
        let typical = try #require((estimates["outputs"] as? [[String: Any]])?.first)
        #expect(typical["firm"] as? String == "F" && typical["quantity"] as? Double == 4000)
        #expect((typical["estimated"] as? [String: Any])?["high"] as? Double == 10000)
        #expect(
            Set(projects[0].keys) == [
                "id", "rank", "status", "score", "first_share", "first_three_share", "unknown", "investment", "land_ha", "jobs",
                "payback_years", "adds", "partners", "opened", "displaced", "size", "even_prices", "criteria", "blockers",
            ])
        let again = try Program.run("screen", folder.path, "--json", "--attract", "1", "--lang", "en")
        func stable(_ run: ProgramRun) -> String { run.text.replacing(/"seconds": [0-9.e-]+/, with: "") }
        #expect(stable(run) == stable(again))
    }

    @Test("Streams that nobody declared are marked with their range, and the plan says how much rests on them")
    func typical() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.files)
        let run = try Program.run("solve", folder.path, "--quiet", "--lang", "en", environment: ["COLUMNS": "200"])
        #expect(
            run.text.contains(
                "Foundry gives off Spent foundry sand: estimated 4,000 t, range 1,000 to 10,000 (type iron-foundry)."))
        #expect(run.text.contains("100.0% of the plan's gain, rest on these estimates"))
        let outputs = try #require(try Program.run("solve", folder.path, "--json").json()["outputs"] as? [[String: Any]])
        let estimated = try #require(outputs.first { $0["firm"] as? String == "F" }?["estimated"] as? [String: Any])
        #expect(estimated["low"] as? Double == 1000 && estimated["high"] as? Double == 10000)
        let check = try Program.run("check", folder.path, "--lang", "vi", environment: ["COLUMNS": "200"])
        #expect(check.text.contains("Xưởng đúc thải ra Cát đúc thải: ước tính 4.000 tấn, khoảng 1.000 đến 10.000"))
    }

    @Test("The tables and the report mark them too, with range and share", arguments: ["en", "vi"])
    func typicalEverywhere(language: String) throws {
        let folder = try TemporaryFolder(), out = try TemporaryFolder()
        try folder.write(Self.files)
        let target = out.path + "/results"
        #expect(try Program.run("solve", folder.path, "--quiet", "--lang", language, "--out", target).status == 0)
        func cells(_ file: String) throws -> [[String]] {
            try String(contentsOfFile: target + "/" + file, encoding: .utf8).split(whereSeparator: \.isNewline).map {
                $0.split(separator: language == "en" ? "," : ";", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let outputs = try #require(try cells("outputs.csv").last), exchanges = try #require(try cells("exchanges.csv").last)
        #expect(outputs.suffix(3) == ["iron-foundry", "1000", "10000"], "\(outputs)")
        #expect(exchanges.last == (language == "en" ? "giver" : "bên cung cấp"), "\(exchanges)")
        #expect(try #require(try cells("needs.csv").last).suffix(3) == ["", "", ""])
        let page = out.path + "/report.html", book = out.path + "/report.xlsx"
        #expect(try Program.run("report", folder.path, "-o", page, "--quiet", "--lang", language).status == 0)
        let text = try String(contentsOfFile: page, encoding: .utf8)
        let words =
            language == "en"
            ? [
                "giver&#39;s quantity estimated from its type, range 1,000 to 10,000 t",
                "100.0% of the plan&#39;s gain, rest on these estimates",
            ]
            : [
                "lượng của bên cung cấp ước tính theo loại hình, khoảng 1.000 đến 10.000 tấn",
                "100,0% lợi ích của phương án, dựa trên các ước tính này",
            ]
        for word in words {
            #expect(text.contains(word) || text.contains(word.replacing("&#39;", with: "'")), "\(word)")
        }
        #expect(try Program.run("report", folder.path, "-o", book, "--quiet", "--lang", language).status == 0)
        let read = try WorkbookContents(reading: [UInt8](Data(contentsOf: URL(fileURLWithPath: book))))
        let sheets = read.sheets.flatMap { sheet in sheet.cells.map(sheet.text) }.joined(separator: "\n")
        for word in words { #expect(sheets.contains(word.replacing("&#39;", with: "'")), "\(word)") }
    }

    @Test(
        "Wrong options end with 2",
        arguments: [
            (["--weights", "gain=-1"], "--weights has “gain=-1”"), (["--weights", "profit=1"], "--weights has “profit=1”"),
            (["--weights", "gain=1,gain=2"], "--weights has “gain=2”"), (["--weights", "gain=0"], "--weights has “gain=0”"),
            (["--land", "-1"], "--land must be a number, 0 or more."),
            (["--investment", "nan"], "--investment must be a number, 0 or more."),
            (["--attract", "-1"], "--attract must be 0 or more."),
            (["--parks", "X"], "--parks names “X”, which is no park of the scenario."),
        ] as [([String], String)])
    func misuse(options: [String], message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.files)
        let run = try Program.run(["screen", folder.path, "--quiet", "--lang", "en"] + options)
        #expect(run.status == 2 && run.text.isEmpty)
        #expect(run.errors.contains("Error: " + message), "\(run.errors)")
    }

    @Test("A scenario without a plan ends with 4, a broken library with 3")
    func noPlan() throws {
        let folder = try TemporaryFolder()
        var files = Self.files
        files["needs.csv"] = "firm,resource,quantity\nB,glass,3000\n"
        files["types.yaml"] = nil
        try folder.write(files)
        let run = try Program.run("screen", folder.path, "--quiet", "--lang", "en")
        #expect(run.status == 4 && run.errors.contains("Without the projects the scenario has no plan"), "\(run.status) \(run.errors)")
        let other = try TemporaryFolder()
        try other.write(Self.files)
        let library = try TemporaryFolder()
        try library.write(["broken.yaml": "format: 1\ntypes: 5\n"])
        let broken = try Program.run("screen", other.path, "--quiet", "--types", library.path + "/broken.yaml", "--lang", "en")
        #expect(broken.status == 3 && broken.text.isEmpty && broken.errors.contains("broken.yaml:2:8 error"), "\(broken.errors)")
    }
}
