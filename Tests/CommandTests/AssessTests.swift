// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("Assessing and comparing")
struct AssessTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let chuLai = root.appending(path: "Scenarios/chu-lai").path()

    private func verdict(_ document: [String: Any], _ criterion: String, _ subject: String?, _ state: String) throws -> [String: Any] {
        let verdicts = try #require(document["verdicts"] as? [[String: Any]])
        return try #require(
            verdicts.first {
                $0["criterion"] as? String == criterion && $0["subject"] as? String == subject && $0["state"] as? String == state
            })
    }

    @Test("Chu Lai by decree, framework and circular: verdicts of a park by the declarations of the example")
    func chuLai() throws {
        let run = try Program.run("assess", Self.chuLai, "--json", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(run.errors)")
        let document = try run.json()
        #expect(document["day"] as? String == "2030-12-31")
        // Of seven firms one applies cleaner production and two do not; the fifth is met by one more.
        let fifth = try verdict(document, "VN.D35.37.2c", "P06", "plan")
        #expect(fifth["verdict"] as? String == "evidence-missing")
        #expect((fifth["ways"] as? [String])?.first?.hasPrefix("1 more firm that declares: ") == true)
        // 36 + 40 + 8 + 1 of 361.4 ha.
        let land = try verdict(document, "VN.D35.37.3", "P03", "plan")
        #expect(land["verdict"] as? String == "not-met-unverified")
        #expect(abs((land["figure"] as? Double ?? 0) - 100 * 85 / 361.4) < 1e-9)
        #expect(abs((land["distance"] as? Double ?? 0) - (25 - 100 * 85 / 361.4)) < 1e-9)
        #expect(try verdict(document, "VN.D35.37.2b-1", "P06", "today")["verdict"] as? String == "met")
        #expect(try verdict(document, "VN.D08.138.1c-1", nil, "plan")["verdict"] as? String == "better")
        let requests = try #require(document["requests"] as? [[String: Any]])
        #expect(requests.contains { $0["subject"] as? String == "hirdaramani" && $0["id"] as? String == "cleaner_production" })
        #expect(!requests.contains { $0["subject"] as? String == "panko" && $0["id"] as? String == "cleaner_production" })
    }

    @Test("The same assessment is the same bytes, in either language")
    func definite() throws {
        for language in ["en", "vi"] {
            let first = try Program.run("assess", Self.chuLai, "--subject", "P06", "--lang", language)
            #expect(first.status == 0)
            #expect(try Program.run("assess", Self.chuLai, "--subject", "P06", "--lang", language).output == first.output)
        }
    }

    @Test("A folder of an assessment has verdicts, requests and the four forms, which say why a line is empty")
    func folder() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run("assess", Self.chuLai, "--subject", "P06", "--out", folder.path + "/out", "--lang", "vi")
        #expect(run.status == 0)
        for name in ["verdicts", "requests", "form-A4", "form-A5", "form-B4", "form-B5"] {
            #expect(try !folder.read("out/\(name).csv").isEmpty)
        }
        let form = String(decoding: try folder.read("out/form-A4.csv"), as: UTF8.self)
        // What the reuse plant delivers, in place of fresh water.
        #expect(form.contains("A.4;P06;KCN Tam Thăng;A4.water;Tiết kiệm nước;Water saved;m³;439120;642082,474226804;;"))
        let empty = form.split(separator: "\r\n").filter { $0.contains(";A4.shared;") }
        #expect(empty.count == 1 && empty.allSatisfy { $0.contains("còn thiếu: ") && $0.contains("missing: ") }, "\(empty)")
        // A folder that holds something else is left alone.
        try folder.write(["mine/letter.txt": "x"])
        #expect(try Program.run("assess", Self.chuLai, "--out", folder.path + "/mine", "--lang", "en").status == 2)
    }

    @Test("A planner's own set is read from a file, judged, and told where it is wrong")
    func ownSet() throws {
        let folder = try TemporaryFolder()
        try folder.write(smallScenario(["decree.yaml": Self.decree]))
        let run = try Program.run("assess", folder.path, "--criteria", folder.path + "/decree.yaml", "--json", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let verdict = try verdict(try run.json(), "D27.5.1a", nil, "plan")
        #expect(verdict["verdict"] as? String == "met")
        #expect(verdict["figure"] as? Double == 60)
        try folder.write(["broken.yaml": Self.decree.replacingOccurrences(of: "waste_exchanged", with: "waste_exchangd")])
        let broken = try Program.run("assess", folder.path, "--criteria", folder.path + "/broken.yaml", "--lang", "en")
        #expect(broken.status == 3)
        #expect(broken.errors.contains("Did you mean waste_exchanged?"), "\(broken.errors)")
        // Named in the scenario, by a path from the scenario's folder.
        try folder.write(["scenario.yaml": "format: 1\nid: small\ncurrency: USD\nyear: 2030\ncriteria: [./decree.yaml]\n"])
        #expect(try Program.run("assess", folder.path, "--lang", "en").status == 0)
        #expect(try Program.run("check", folder.path, "--lang", "en").status == 0)
    }

    /// The example of the manual.
    private static let decree: String = {
        let manual = (try? String(contentsOf: root.appending(path: "Docs/Criteria.md"), encoding: .utf8)) ?? ""
        return manual.components(separatedBy: "```yaml\n").first { $0.hasPrefix("format: 1\nid: vn-waste-decree-2027") }?
            .components(separatedBy: "```").first ?? ""
    }()

    @Test("An unknown set is refused by check, solve and assess alike, with the nearest id")
    func unknownSet() throws {
        let folder = try TemporaryFolder()
        let settings = "format: 1\nid: small\ncurrency: USD\nyear: 2030\ncriteria: [mci-2018]\n"
        try folder.write(smallScenario(["scenario.yaml": settings]))
        for command in ["check", "solve", "assess", "compare"] {
            let run = try Program.run([command, folder.path] + (command == "compare" ? [folder.path] : []) + ["--lang", "en"])
            #expect(run.status == 3, "\(command)")
            let all = run.errors + run.text
            #expect(all.contains("No criteria set has the id “mci-2018”. Did you mean mci-2019?"), "\(command): \(all)")
        }
    }

    @Test("Two years side by side: measures, and each criterion's path")
    func years() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        let settings = "format: 1\nid: small\ncurrency: USD\nyear: 2030\ncriteria: [vn-ce-decree-08-2022, vn-ce-decision-687-2022]\n"
        try first.write(smallScenario(["scenario.yaml": settings]))
        let earlier = settings.replacingOccurrences(of: "2030", with: "2027").replacingOccurrences(of: "id: small", with: "id: before")
        try second.write(smallScenario(["scenario.yaml": earlier, "needs.csv": "firm,resource,quantity\nb,sand,20\n"]))
        let run = try Program.run("compare", first.path, second.path, "--json", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let document = try run.json()
        #expect((document["scenarios"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["before", "small"])
        let waste = try #require((document["measures"] as? [[String: Any]])?.first { $0["measure"] as? String == "waste" })
        // 100 t less what b takes.
        #expect(waste["values"] as? [Double] == [80, 40])
        let path = try #require((document["criteria"] as? [[String: Any]])?.first { $0["criterion"] as? String == "VN.D08.138.1c-1" })
        let steps = try #require(path["scenarios"] as? [[String: Any]])
        #expect(steps.compactMap { $0["figure"] as? Double } == [80, 40])
        #expect(steps.allSatisfy { $0["better"] as? Int == 1 })
        #expect((document["targets"] as? [[String: Any]])?.count == 7)
        #expect(try Program.run("compare", first.path, "--lang", "en").status == 2)
    }

    @Test("Forms A.4 and B.4 keep what stays inside firms apart, and say why the coming years and what nobody tells are empty")
    func formsInside() throws {
        let folder = try TemporaryFolder(), out = try TemporaryFolder()
        // Alpha's own plant makes 1 t of fill of 2 t of its sand, for its own need of 20 t; Beta takes 60 t.
        try folder.write(
            smallScenario([
                "scenario.yaml": "format: 1\nid: small\ncurrency: USD\nyear: 2030\ncriteria: [vn-eip-circular-05-2025]\n",
                "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price\nsand,Sand,material,t,10,25\nfill,Fill,material,t,,40\n",
                "parks.csv": "id,name,latitude,longitude\nP,Park,15.40,108.60\n",
                "firms.csv": "id,name,park,latitude,longitude\na,Alpha,P,15.40,108.60\nb,Beta,P,15.41,108.60\n",
                "needs.csv": "firm,resource,quantity\nb,sand,60\na,fill,20\n",
                "processes.csv": "id,name,firm,capacity,cost\nm,Mill,a,100,3\n",
                "process_flows.csv": "process,resource,role,per_activity\nm,sand,input,2\nm,fill,output,1\n",
            ]))
        #expect(try Program.run("assess", folder.path, "--out", out.path + "/forms", "--quiet", "--lang", "en").status == 0)
        func lines(_ form: String, _ subject: String) throws -> [String: [String]] {
            let text = try String(contentsOfFile: out.path + "/forms/form-\(form).csv", encoding: .utf8)
            let rows = text.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            return Dictionary(uniqueKeysWithValues: rows.filter { $0.count > 8 && $0[1] == subject }.map { ($0[3], $0) })
        }
        let firm = try lines("B4", "a"), other = try lines("B4", "b"), park = try lines("A4", "P")
        #expect(firm["RECP.A4.primary"]?[8] == "20" && park["RECP.A4.primary"]?[8] == "20")
        #expect(firm["RECP.A4.elec"]?[8] == "" && firm["RECP.A4.elec"]?.joined(separator: ",").contains("theirs to tell") == true)
        #expect(firm["A4.primary"]?[8] == "0" && other["A4.primary"]?[8] == "60" && park["A4.primary"]?[8] == "60")
        // 20 t at 40 not bought, and the disposal of 40 t at 10, once, where what the mill does is reuse or recycling, which nobody says.
        let total = try #require(firm["RECP.A4.total-saving"])
        #expect(total[8] == "" && total.joined(separator: ",").contains("known so far: 800 to 1,200"), "\(total)")
        #expect(
            other["RECP.A4.primary"]?[8] == ""
                && other["RECP.A4.primary"]?.joined(separator: ",").contains("no firm here has a plant of its own") == true)
        for ahead in 1...3 {
            let line = try #require(park["IS-count.N+\(ahead)"])
            #expect(line[4] == "Số lượng cộng sinh công nghiệp (mạng lưới): năm \(2030 + ahead)")
            #expect(line[5] == "Number of industrial symbioses (networks): in \(2030 + ahead)")
            #expect(
                line[8] == ""
                    && line.joined(separator: ",").contains("the scenario speaks of 2030 alone; assess a scenario of \(2030 + ahead)"))
        }
    }

    @Test("The report tells the cheapest way to meet a share as assess does", arguments: ["en", "vi"])
    func waysInReport(language: String) throws {
        let folder = try TemporaryFolder(), out = try TemporaryFolder()
        // A tonne costs 60 to move, saves 10 of disposal and 25 of purchase; a fifth of 100 t are 20.
        try folder.write(
            smallScenario([
                "scenario.yaml": "format: 1\nid: small\ncurrency: USD\nyear: 2030\ncriteria: [eip-framework-2.0]\n",
                "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,disposal_route\nsand,Sand,material,t,10,25,landfill\n",
                "parks.csv": "id,name,latitude,longitude\nP,Park,15.40,108.60\n",
                "firms.csv": "id,name,park,latitude,longitude\na,Alpha,P,15.40,108.60\nb,Beta,P,15.41,108.60\n",
                "modes.csv": "id,unit,cost_per_unit\ntruck,t,60\n",
            ]))
        let words = language == "en" ? "the cheapest plan that meets it costs" : "phương án rẻ nhất đạt được yêu cầu này tốn thêm"
        let told = try Program.run("assess", folder.path, "--quiet", "--lang", language, environment: ["COLUMNS": "200"]).text
        #expect(told.contains(words) && told.contains("500"), "\(told)")
        let page = out.path + "/report.html"
        #expect(try Program.run("report", folder.path, "-o", page, "--quiet", "--lang", language).status == 0)
        #expect(try String(contentsOfFile: page, encoding: .utf8).contains(words))
    }

    @Test("With a project in both years; one that a scenario has not is refused by name")
    func yearsWithProject() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        let changes = [
            "firms.csv": "id,name,latitude,longitude,project\na,Alpha,15.40,108.60,\nb,Beta,15.41,108.60,\nc,Gamma,15.41,108.60,p\n",
            "needs.csv": "firm,resource,quantity\nb,sand,60\nc,sand,30\n", "projects.csv": "id,name\np,Third\n",
        ]
        try first.write(smallScenario(changes))
        let fewer = changes.merging(["needs.csv": "firm,resource,quantity\nb,sand,60\nc,sand,10\n"]) { $1 }
        try second.write(smallScenario(fewer))
        let run = try Program.run("compare", first.path, second.path, "--with", "p", "--json", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let document = try run.json()
        #expect((document["scenarios"] as? [[String: Any]])?.compactMap { $0["projects"] as? [String] } == [["p"], ["p"]])
        let waste = try #require((document["measures"] as? [[String: Any]])?.first { $0["measure"] as? String == "waste" })
        #expect(waste["values"] as? [Double] == [10, 30])
        let text = try Program.run("compare", first.path, second.path, "--with", "p", "--lang", "vi").text
        // Two folders of one name and id are told apart by where they stand.
        let words = text.split(whereSeparator: \.isWhitespace).joined()
        #expect(words.contains("small,2030(\(first.path)),tínhnhưđãxâydựng:Third"), "\(text)")
        let other = try TemporaryFolder()
        try other.write(smallScenario())
        let refused = try Program.run("compare", first.path, other.path, "--with", "p", "--lang", "en")
        #expect(refused.status == 2 && refused.text.isEmpty)
        #expect(refused.errors.contains("--with: the scenario small has no project p; it has none at all."), "\(refused.errors)")
    }

    @Test("The sets are listed, and a subject that does not count is refused")
    func listing() throws {
        let list = try Program.run("assess", "--list", "--lang", "vi")
        #expect(list.status == 0)
        #expect(list.text.contains("vn-eip-decree-35-2022") && list.text.contains("Nghị định"))
        #expect(try Program.run("assess", Self.chuLai, "--subject", "P99", "--lang", "en").status == 2)
        #expect(try Program.run("assess", "--lang", "en").status == 2)
        let proposed = try Program.run("assess", Self.chuLai, "--subject", "j-biogas", "--lang", "en")
        #expect(proposed.status == 2 && proposed.errors.contains("is not committed; count it in with --with j-biogas."))
        let factor = try Program.run("assess", Self.chuLai, "--circular-factor", "1.2", "--lang", "en")
        #expect(factor.status == 2 && factor.errors.contains("--circular-factor must be a number from 0 to 1."))
    }
}
