// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("symbio report")
struct ReportTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(smallScenario())
    }

    private func names(_ path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/" + path).filter { !$0.isEmpty }.sorted()
    }

    @Test("The ending says what is written, and nothing else is left behind", arguments: ["html", "xlsx", "geojson"])
    func endings(ending: String) throws {
        let path = folder.path + "/out/r.\(ending)"
        try folder.write(["out/other.txt": "stays"])
        let run = try Program.run("report", folder.path, "-o", path, "--lang", "both")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text == path + "\n")
        #expect(try names("out") == ["other.txt", "r.\(ending)"])
        let start = try folder.read("out/r.\(ending)").prefix(4)
        #expect(["<!DO", "PK\u{3}\u{4}", "{\n \""].contains(String(decoding: start, as: UTF8.self)))
    }

    @Test("What is built and what moves in each period of the year is on the page, in either language")
    func investmentsAndSeasons() throws {
        // 50 t are held over the dry season, of which 45 t reach B: 5,525 a year for an investment of 30,000 over ten years at 10 %.
        try folder.write([
            "scenario.yaml": "format: 1\nid: test\ncurrency: VND\nyear: 2030\ndiscount_rate: 0.1\n",
            "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price\nsand,sand,material,t,50,80\n",
            "firms.csv": "id,name\na,Firm A\nb,Firm B\n", "periods.csv": "id,share\ndry,0.25\nwet,0.75\n",
            "outputs.csv": "firm,resource,period,quantity\na,sand,dry,100\n", "needs.csv": "firm,resource,period,quantity\nb,sand,wet,60\n",
            "storages.csv": "firm,resource,capacity,cost,loss_share\na,sand,50,2,0.1\n",
            "modes.csv": "id,unit,cost_per_unit,capex_per_km,lifetime_years\ntruck,t,5,3000,10\n", "routes.csv": "from,to,km\na,b,10\n",
        ])
        let run = try Program.run("report", folder.path, "-o", folder.path + "/r.html", "--lang", "both")
        #expect(run.status == 0, "\(run.errors)")
        let words = String(decoding: try folder.read("r.html"), as: UTF8.self).replacing(/<[^>]+>/, with: " ").replacing(/\s+/, with: " ")
        for text in [
            "Through the year", "Diễn biến trong năm", "In store at Firm A: sand (t), dry: 50 t", "Exchanged: material (t), wet: 45 t",
            "Firm A sand dry 0 t 0 t 50 t 50 t", "Firm A sand wet 50 t 5 t 0 t 50 t",
            "Firm A – Firm B (truck) 30,000 10 4,882 5,525 5.43 3,949",
            "Yearly gain when that supplier leaves", "Lợi ích hằng năm khi bên đó rời đi", "G / a(r, n) − C",
        ] { #expect(words.contains(text), "\(text)") }
    }

    @Test(
        "What cannot be is refused before anything is read, in either language",
        arguments: [
            (
                ["-o", "r.docx"], "r.docx has an ending that no report has. Known: .html, .xlsx, .pdf, .geojson; a folder has no ending.",
                "r.docx có đuôi tệp không thuộc dạng báo cáo nào. Các dạng: .html, .xlsx, .pdf, .geojson; thư mục thì không có đuôi."
            ),
            (
                ["-o", "r.html", "--date", "2030-02-30"], "2030-02-30 is no day; write it as 2030-12-31.",
                "2030-02-30 không phải là ngày; hãy ghi dạng 2030-12-31."
            ),
            (
                ["-o", "r.html", "--date", "30/12/2030"], "30/12/2030 is no day; write it as 2030-12-31.",
                "30/12/2030 không phải là ngày; hãy ghi dạng 2030-12-31."
            ),
            (
                ["-o", "r.xlsx", "--firm", "a"], "The page of one firm is written as .html or .pdf.",
                "Trang của một doanh nghiệp chỉ ghi được dạng .html hoặc .pdf."
            ),
            (["-o", "r.html", "--threads", "0"], "--threads must be 1 or more.", "--threads phải từ 1 trở lên."),
        ])
    func misuse(arguments: [String], english: String, vietnamese: String) throws {
        for (language, prefix, message) in [("en", "Error", english), ("vi", "Lỗi", vietnamese)] {
            let run = try Program.run(["report", "nowhere"] + arguments + ["--lang", language], in: folder.path)
            #expect(run.status == 2)
            #expect(run.errors == "\(prefix): \(message)\n")
        }
    }

    @Test("A firm that is not there is named with those that are")
    func unknownFirm() throws {
        let run = try Program.run("report", folder.path, "-o", folder.path + "/f.html", "--firm", "z", "--lang", "en")
        #expect(run.status == 2)
        #expect(run.errors == "Error: There is no firm z. The firms are a, b.\n")
    }

    @Test("Without a browser a PDF is refused, and a folder is written without one")
    func noBrowser() throws {
        let pdf = try Program.run("report", folder.path, "-o", folder.path + "/r.pdf", "--lang", "en")
        #expect(pdf.status == 1)
        #expect(pdf.errors.contains("apt-get install chromium"))
        let all = try Program.run("report", folder.path, "-o", folder.path + "/all", "--lang", "en", "--json")
        #expect(all.status == 0)
        #expect(all.errors.contains("A PDF needs Chromium"))
        #expect(try names("all") == ["firms", "firms/a.html", "firms/b.html", "map.geojson", "report.html", "report.json", "report.xlsx"])
        #expect(
            try all.json()["files"] as? [String]
                == names("all").filter { $0 != "firms" && $0 != "report.json" }.map { "\(folder.path)/all/\($0)" }.sorted { left, right in
                    let order = ["report.html", "report.xlsx", "map.geojson", "a.html", "b.html"]
                    func rank(_ path: String) -> Int { order.firstIndex { path.hasSuffix($0) } ?? 9 }
                    return rank(left) < rank(right)
                })
    }

    @Test("An anonymised copy over an earlier report leaves no page that names a firm")
    func over() throws {
        let out = folder.path + "/all"
        #expect(try Program.run("report", folder.path, "-o", out, "--lang", "en").status == 0)
        #expect(String(decoding: try folder.read("all/report.html"), as: UTF8.self).contains("Alpha →"))
        try folder.write(["all/report.pdf": "of the open report"])
        #expect(try Program.run("report", folder.path, "-o", out, "--lang", "en", "--anonymise").status == 0)
        let pages = try names("all").filter { $0.hasPrefix("firms/") }
        #expect(pages.count == 2 && pages.allSatisfy { $0.hasPrefix("firms/F-") })
        #expect(!(try names("all")).contains("report.pdf"))
        #expect(!String(decoding: try folder.read("all/report.html"), as: UTF8.self).contains("Alpha →"))
    }

    @Test("Somebody else's folder is left alone")
    func foreign() throws {
        try folder.write(["all/thesis.txt": "years of work"])
        let run = try Program.run("report", folder.path, "-o", folder.path + "/all")
        #expect(run.status == 2)
        #expect(try names("all") == ["thesis.txt"])
    }

    @Test("An infeasible scenario has a report that says why, and ends with 4")
    func infeasible() throws {
        try folder.write([
            "resources.csv": "id,name,kind,unit\nsand,Sand,material,t\n", "needs.csv": "firm,resource,quantity\nb,sand,160\n",
        ])
        let run = try Program.run("report", folder.path, "-o", folder.path + "/r.html", "--lang", "en")
        #expect(run.status == 4)
        #expect(String(decoding: try folder.read("r.html"), as: UTF8.self).contains("These cannot all hold"))
    }

    @Test("Two runs give the same bytes")
    func same() throws {
        for ending in ["html", "xlsx", "geojson"] {
            let paths = ["1", "2"].map { folder.path + "/\($0).\(ending)" }
            for path in paths { #expect(try Program.run("report", folder.path, "-o", path, "--lang", "both").status == 0) }
            #expect(try folder.read("1.\(ending)") == folder.read("2.\(ending)"))
        }
    }
}
