// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("The folder of result tables")
struct OutTests {
    private let folder: TemporaryFolder
    private let out: String

    init() throws {
        folder = try TemporaryFolder()
        out = folder.path + "/results/deep"
        try folder.write(smallScenario())
    }

    @Test("Every table is written with a byte-order mark, CRLF and the marks of its language, and a summary beside them")
    func tables() throws {
        for (language, delimiter, mark) in [("en", ",", "."), ("vi", ";", ",")] {
            try folder.write(["outputs.csv": "firm,resource,quantity\na,sand,100.5\n"])
            #expect(try Program.run("solve", folder.path, "--out", out, "--lang", language).status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: out)
            #expect(names.count == 14)
            for name in names where name.hasSuffix(".csv") {
                let bytes = try folder.read("results/deep/\(name)")
                #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
                let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
                #expect(lines.last == "" && lines.count >= 2, "\(name)")
                let cells = Set(lines.dropLast().map { $0.filter { String($0) == delimiter }.count })
                #expect(cells.count == 1, "\(name) has rows of different lengths")
            }
            let outputs = String(decoding: try folder.read("results/deep/outputs.csv"), as: UTF8.self)
            #expect(outputs.contains("\(delimiter)100\(mark)5\(delimiter)60\(delimiter)0\(delimiter)40\(mark)5\(delimiter)0\(delimiter)t"))
            let summary = try JSONSerialization.jsonObject(with: folder.read("results/deep/summary.json")) as? [String: Any]
            #expect(summary?["language"] as? String == language)
            #expect((summary?["tables"] as? [String])?.sorted() == names.filter { $0.hasSuffix(".csv") }.sorted())
        }
    }

    @Test("A folder with somebody else's files is left alone, and nothing is solved")
    func foreign() throws {
        try folder.write(["results/deep/thesis.txt": "years of work"])
        let run = try Program.run("solve", folder.path, "--out", out)
        #expect(run.status == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("Name a new or empty folder"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["thesis.txt"])
    }

    @Test("A folder of earlier results is written anew, and leaves no temporary file")
    func again() throws {
        for _ in 0..<2 { #expect(try Program.run("solve", folder.path, "--out", out).status == 0) }
        #expect(!(try FileManager.default.contentsOfDirectory(atPath: out)).contains { $0.hasSuffix(".tmp") })
    }

    @Test("Where the folder cannot be made, the command fails and says why")
    func unwritable() throws {
        let run = try Program.run("solve", folder.path, "--out", folder.path + "/needs.csv")
        #expect(run.status == 1)
        #expect(run.errors.contains("it is not a folder"))
    }

    @Test("An infeasible scenario leaves its reasons in the tables")
    func infeasible() throws {
        try folder.write([
            "resources.csv": "id,name,kind,unit\nsand,Sand,material,t\n", "needs.csv": "firm,resource,quantity\nb,sand,160\n",
        ])
        #expect(try Program.run("solve", folder.path, "--out", out).status == 4)
        let table = String(decoding: try folder.read("results/deep/infeasibility.csv"), as: UTF8.self)
        #expect(table.contains("needs/b/sand"))
        #expect(table.contains("mend"))
    }

    @Test("What is missing is told in the digits that it has, not in those of the search for it", arguments: ["en", "vi"])
    func missingFigures(language: String) throws {
        try folder.write([
            "resources.csv": "id,name,kind,unit,disposal_cost\nsand,Sand,material,t,10\n",
            "needs.csv": "firm,resource,quantity\nb,sand,50100\n",
            "outputs.csv": "firm,resource,quantity\na,sand,100\n",
        ])
        #expect(try Program.run("solve", folder.path, "--out", out, "--lang", language).status == 4)
        let table = String(decoding: try folder.read("results/deep/infeasibility.csv"), as: UTF8.self)
        let mark = language == "en" ? "," : ";"
        #expect(table.contains([mark, "50000", mark, "t", mark].joined()), "\(table)")
        #expect(table.firstMatch(of: /[0-9][.,][0-9]{7}/) == nil, "\(table)")
    }
}
