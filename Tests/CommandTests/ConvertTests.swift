// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("Folders and workbooks, and back")
struct ConvertTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    private func fingerprint(_ scenario: String) throws -> String {
        let json = try Program.run("solve", scenario, "--json", "--lang", "en").json()
        return try #require((json["provenance"] as? [String: Any])?["input_sha256"] as? String)
    }

    private func tables(_ name: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path(name)).filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
        return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.read("\(name)/\($0)")) })
    }

    @Test("new writes a workbook that is the same scenario as the folder that it writes")
    func starter() throws {
        let made = try Program.run("new", path("park.xlsx"), "--json")
        #expect(made.status == 0, "\(made.errors)")
        #expect((try made.json()["files"] as? [String])?.contains("needs") == true)
        #expect(try Program.run("new", path("park")).status == 0)
        let checked = try Program.run("check", path("park.xlsx"))
        #expect(checked.status == 0 && checked.errors.isEmpty)
        #expect(try fingerprint(path("park.xlsx")) == fingerprint(path("park")))
    }

    @Test("The starter's tables come back byte for byte, and the second workbook is the first")
    func starterAndBack() throws {
        #expect(try Program.run("new", path("park.xlsx")).status == 0)
        #expect(try Program.run("new", path("park")).status == 0)
        #expect(try Program.run("convert", path("park.xlsx"), path("back")).status == 0)
        let original = try tables("park").filter { $0.key.hasSuffix(".csv") }
        #expect(try tables("back").filter { $0.key.hasSuffix(".csv") } == original)
        #expect(try Program.run("convert", path("back"), path("again.xlsx")).status == 0)
        #expect(try folder.read("again.xlsx") == folder.read("park.xlsx"))
    }

    @Test(
        "Every scenario here is the same as a workbook and as a folder again, variants with what they extend",
        arguments: [
            "chu-lai", "chu-lai-landfill-closed", "kalundborg", "water-park", "water-park-alone",
        ])
    func shipped(name: String) throws {
        let original = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Scenarios/\(name)").standardized.path()
        for (from, to) in [(original, "one.xlsx"), (path("one.xlsx"), "two"), (path("two"), "three.xlsx"), (path("three.xlsx"), "four")] {
            let run = try Program.run("convert", from, path(to), "--quiet")
            #expect(run.status == 0, "\(run.errors)")
        }
        let expected = try fingerprint(original)
        #expect(try fingerprint(path("one.xlsx")) == expected)
        #expect(try fingerprint(path("two")) == expected)
        #expect(try tables("two") == tables("four"))
        #expect(try folder.read("one.xlsx") == folder.read("three.xlsx"))
        for (name, bytes) in try tables("two") where name.hasSuffix(".csv") {
            let before = try String(contentsOf: URL(filePath: original + "/" + name), encoding: .utf8)
            // The same rows; only numbers such as 20.0 are written shorter.
            #expect(before.split(separator: "\n").count == String(decoding: bytes, as: UTF8.self).split(separator: "\n").count, "\(name)")
        }
    }

    @Test("convert says what it wrote and what it left behind, and overwrites nothing")
    func words() throws {
        #expect(try Program.run("new", path("park")).status == 0)
        let english = try Program.run("convert", path("park"), path("a.xlsx"), "--lang", "en")
        #expect(english.text == "\(path("a.xlsx")) is written: 9 tables, 26 rows. Left behind, as no part of the format: README.md.\n")
        let vietnamese = try Program.run("convert", path("a.xlsx"), path("b"), "--lang", "vi")
        #expect(vietnamese.text == "Đã ghi \(path("b")): 9 bảng, 26 dòng.\n")
        let again = try Program.run("convert", path("park"), path("b"), "--lang", "en")
        #expect(again.status == 2)
        #expect(again.errors == "Error: \(path("b")) is there already; nothing was changed. Choose another name.\n")
    }

    @Test("A cell that could be read in two ways stops the conversion; an unknown id goes along")
    func faults() throws {
        try folder.write(smallScenario())
        try folder.write(["needs.csv": "firm;resource;quantity\nb;sand;1.234\n"])
        let run = try Program.run("convert", folder.path, path("out.xlsx"), "--lang", "en")
        #expect(run.status == 3)
        #expect(run.errors.contains(" V106 "))
        #expect(!FileManager.default.fileExists(atPath: path("out.xlsx")))
    }

    @Test("Text that a spreadsheet would take for a formula stays text in a workbook and is refused in a folder")
    func formulas() throws {
        try folder.write(smallScenario())
        let firms = String(decoding: try folder.read("firms.csv"), as: UTF8.self)
        let lines = firms.split(separator: "\n")
        try folder.write(["firms.csv": "\(lines[0]),note\n" + lines.dropFirst().map { "\($0),\"=HYPERLINK(\"\"http://x\"\")\"\n" }.joined()]
        )
        #expect(try Program.run("convert", folder.path, path("out.xlsx")).status == 0)
        let back = try Program.run("convert", path("out.xlsx"), path("back"), "--lang", "en")
        #expect(back.status == 3)
        // The cell of the workbook is named, and no row of a file that was never written.
        #expect(
            back.errors.contains(
                "firms!E6 error W114 note: In a CSV file a spreadsheet would take the text “=HYPERLINK(\"http://x\")” for a formula."))
        #expect(!FileManager.default.fileExists(atPath: path("back")))
    }

    @Test("package describes a folder, in its own delimiters, and no workbook")
    func package() throws {
        #expect(try Program.run("new", path("park")).status == 0)
        let descriptor = try folder.read("park/datapackage.json")
        let run = try Program.run("package", path("park"), "--lang", "en")
        #expect(run.status == 0)
        #expect(run.text == "\(path("park"))/datapackage.json is written for 9 tables.\n")
        #expect(try folder.read("park/datapackage.json") == descriptor)
        try folder.write([
            "park/needs.csv": "firm;resource;quantity;max_secondary_share\nbottles;silica-sand;6000;\nnoodles;coal;9000;0,6\n"
        ])
        let json = try Program.run("package", path("park"), "--json").json()
        let needs = try #require((json["resources"] as? [[String: Any]])?.first { $0["name"] as? String == "needs" })
        #expect((needs["dialect"] as? [String: String]) == ["delimiter": ";"])
        let fields = (needs["schema"] as? [String: Any])?["fields"] as? [[String: Any]]
        #expect(fields?.last?["decimalChar"] as? String == ",")
        #expect(try Program.run("new", path("park.xlsx")).status == 0)
        let refused = try Program.run("package", path("park.xlsx"), "--lang", "en")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("is a workbook; a descriptor stands beside CSV tables."))
    }
}
