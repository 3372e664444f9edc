// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Spreadsheet
import Testing
import Texts
import ZipText

@Suite("Scenarios in workbooks")
struct WorkbookTests {
    /// What `symbio check` would print, the folder of the file cut off.
    private func messages(_ reading: ScenarioReading, in language: Language = .english) -> [String] {
        reading.faults.map { fault in
            var fault = fault
            if fault.file.hasSuffix("park.xlsx") { fault.file = "park.xlsx" }
            return fault.message(in: language)
        }
    }

    private func only(_ copy: WorkbookCopy) throws -> String {
        let messages = try messages(copy.read())
        #expect(messages.count == 1, "\(messages)")
        return messages.first ?? ""
    }

    @Test("A workbook is the same scenario as its folder")
    func same() throws {
        let reading = try WorkbookCopy.valid.read()
        #expect(messages(reading).isEmpty)
        #expect(try reading.fingerprint() == ScenarioFolder.valid.read().fingerprint())
        #expect(reading.fingerprint() != nil)
    }

    @Test("Titles, captions and units above the headings, translations in them, gaps and blank rows change nothing")
    func decoration() throws {
        let needs =
            "\n,Needs of the firms\n,Doanh nghiệp,Tài nguyên,Khối lượng\n,id,id,a year\n,firm / Doanh nghiệp,resource (Tài nguyên),quantity,unit,virgin_price\n\n"
            + ",F1,water,4000,,\n,,,,,\n\n,F2,scrap,200,,480\n,F3,steam,100,,\n"
        let reading = try WorkbookCopy.valid.with("needs", needs).read()
        #expect(messages(reading).isEmpty)
        #expect(try reading.fingerprint() == ScenarioFolder.valid.read().fingerprint())
    }

    @Test("Formulas count with the values that were worked out; text of digits follows the rules of text")
    func values() throws {
        let copy = WorkbookCopy.valid.replacing("F1,water,4000", with: "F1,water,=4000", in: "needs").replacing(
            "F2,scrap,200", with: "F2,scrap,'200", in: "needs")
        #expect(try copy.read().fingerprint() == ScenarioFolder.valid.read().fingerprint())
    }

    @Test("A text with a decimal comma does not change what a numeric cell beside it says")
    func marks() throws {
        let copy = WorkbookCopy.valid.replacing("F1,water,4000", with: "F1,water,1.234", in: "needs")
        let text = copy.zip
        var zip = text
        for position in zip.files.indices {
            let part = String(decoding: zip.files[position].bytes, as: UTF8.self)
            zip.files[position].bytes = Array(
                part.replacingOccurrences(of: "<c r='E3'><v>480</v></c>", with: "<c r='E3' t='str'><v>480,5</v></c>").utf8)
        }
        let reading = try WorkbookCopy.read(zip.bytes)
        #expect(messages(reading).isEmpty)
        let needs = try #require(reading.scenario).tables.needs
        #expect(needs.map(\.quantity) == [1.234, 200, 100])
        #expect(needs[1].virginPrice == 480.5)
    }

    @Test(
        "Faults name sheet and cell",
        arguments: [
            ("F2,scrap,200", "F2,scrap,'2OO", "needs!C3 error V1"), ("F2,scrap,200", "F2,scrp,200", "needs!B3 error R"),
            (
                "F3,steam,100,,", "F3,steam,100,,,,lost",
                "needs!G4 error F117: "
            ),
            (
                "F3,steam,100", "F3,steam,#N/A",
                "needs!C4 error W106 quantity: The cell shows the error #N/A. Mend the formula, or type the value."
            ),
            (
                "F3,steam,100", "F3,?steam(),100",
                "needs!B4 error W107 resource: The formula “=steam()” has no value: no program has worked it out yet. Open the workbook in Excel or LibreOffice and save it, or type the value."
            ),
            ("F3,steam,100", "F3,steam,'1.234", "needs!C4 error V106 quantity: "),
        ])
    func cells(old: String, new: String, message: String) throws {
        #expect(try only(WorkbookCopy.valid.replacing(old, with: new, in: "needs")).hasPrefix(message))
    }

    @Test("Faults of sheets are pinned whole, in both languages")
    func sheets() throws {
        let valid = WorkbookCopy.valid
        let missing = try messages(valid.with("needs", nil).read())
        #expect(
            missing == [
                "needs error W112: The sheet needs is missing; every scenario needs it. Add a sheet needs, with headings only if it has no rows."
            ])
        #expect(
            try messages(valid.with("needs", nil).read(), in: .vietnamese) == [
                "needs lỗi W112: Thiếu trang tính needs; kịch bản nào cũng cần bảng này. Thêm trang tính needs, chỉ cần dòng tiêu đề nếu chưa có dữ liệu."
            ])
        #expect(
            try messages(valid.with("scenario", nil).read()).first
                == "park.xlsx error W111: The workbook has no sheet scenario. Add a sheet scenario with the columns key and value, and the keys id, currency and year."
        )
        #expect(
            try only(valid.with("Anhang", "a"))
                == "Anhang warning W109: No scenario has a sheet of this name; it was not read. Delete it, or leave it for yourself.")
        #expect(
            try only(valid.with("proceses", "a"))
                == "proceses warning W109: No scenario has a sheet of this name; it was not read. Name it processes if that is meant.")
        #expect(
            try only(valid.with("Needs", "firm,resource,quantity\n"))
                == "needs error W110: The sheet Needs is for the same table. Put the rows on one sheet.")
        #expect(
            try only(valid.with("scenario", "key,value\nid,test\ncurrency,USD\nyear,2030\n,7\n"))
                == "scenario!B5 error W113: The value “7” stands beside a blank key. Write the key, or clear the value.")
    }

    @Test("Settings of a sheet are judged as those of a file, by sheet and cell")
    func settings() throws {
        let settings = WorkbookCopy.valid.sheets["scenario"] ?? ""
        #expect(
            try only(.valid.with("scenario", settings.replacingOccurrences(of: "2030", with: "30"))).hasPrefix(
                "scenario!B7 error V113 year: "))
        #expect(try only(.valid.with("scenario", settings + "distance.detuor,2\n")).hasPrefix("scenario!A10 warning F123 distance: "))
        #expect(try only(.valid.with("scenario", settings + "id,again\n")).hasPrefix("scenario!A10 error F124 id: "))
    }

    @Test("A text that may be thousands is an error on the sheet of settings; a numeric cell is what it is, and stays so through a folder")
    func thousands() throws {
        let settings = WorkbookCopy.valid.sheets["scenario"] ?? ""
        #expect(
            try only(.valid.with("scenario", settings + "carbon_price,'120.000\n"))
                == "scenario!B10 error V106 carbon_price: “120.000” can be read as 120.000 or as 120000. Write 120000 for thousands; for decimals add a digit, such as 120.0000."
        )
        let numeric = WorkbookCopy.valid.with("scenario", settings + "carbon_price,120.125\n")
        #expect(try numeric.read().scenario?.tables.settings.carbonPrice == 120.125)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("park.xlsx")
        try Data(numeric.zip.bytes).write(to: file)
        for (name, bytes) in try #require(readDraft(at: file.path).draft).folderFiles() {
            try Data(bytes).write(to: folder.appendingPathComponent(name))
        }
        #expect(readScenario(at: folder.path).scenario?.tables.settings.carbonPrice == 120.125)
    }

    @Test("In a folder for Vietnamese settings no number can be taken for thousands, and it is the same scenario")
    func semicolons() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("park.xlsx")
        let workbook = WorkbookCopy.valid.with(
            "resources", "id,name,kind,unit,disposal_cost,virgin_price\nwater,Water,water,m3,1.125,0.0000025\n")
        try Data(workbook.zip.bytes).write(to: file)
        var draft = try #require(readDraft(at: file.path).draft)
        draft.tables[.resources]?.rows[0][1] = .text("Water; \"soft\", cold")
        try FileManager.default.removeItem(at: file)
        for (name, bytes) in try draft.folderFiles(.semicolons) { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
        let resources = String(decoding: try Data(contentsOf: folder.appendingPathComponent("resources.csv")), as: UTF8.self)
        #expect(
            resources
                == "\u{FEFF}id;name;kind;unit;disposal_cost;virgin_price\r\nwater;\"Water; \"\"soft\"\", cold\";water;m3;1,1250;2,5e-06\r\n"
        )
        let again = readDraft(at: folder.path)
        #expect(again.faults == [])
        #expect(again.draft?.tables == draft.tables)
    }

    @Test("Headings of which none is known are told by their own names; a sheet has no separators")
    func headings() throws {
        #expect(
            try messages(WorkbookCopy.valid.with("needs", "Firm,Tài nguyên,Qty\nF1,water,4000\n").read()).first
                == "needs!1 error F118: None of the headings is known: “Firm Tài nguyên Qty”. Rename “Firm” to firm, “Tài nguyên” to resource, “Qty” to quantity."
        )
        #expect(
            try messages(WorkbookCopy.valid.with("needs", "7,8\n9,10\n").read()).first
                == "needs!1 error F118: None of the headings is known: “7 8”. Write the headings firm, resource, quantity in one row above the values."
        )
    }

    @Test("Merged cells of a table are told: the lower ones would count as blank")
    func merged() throws {
        var zip = WorkbookCopy.valid.zip
        for position in zip.files.indices {
            let part = String(decoding: zip.files[position].bytes, as: UTF8.self)
            guard part.contains("max_secondary_share") || part.contains("<t xml:space='preserve'>water</t></is></c><c r='C2'><v>4000</v>")
            else { continue }
            zip.files[position].bytes = Array(
                part.replacingOccurrences(
                    of: "</sheetData>",
                    with: "</sheetData><mergeCells count='2'><mergeCell ref='A1:B1'/><mergeCell ref='B2:B3'/></mergeCells>"
                ).utf8)
        }
        #expect(
            messages(try WorkbookCopy.read(zip.bytes)) == [
                "needs!B2 error W121 resource: The cells B2 to B3 are merged; only the first of them has the value, the others count as blank. Unmerge them, and write the value in each row that it holds for."
            ])
    }

    @Test("Weights, criteria, partners and sources by dotted keys")
    func dotted() throws {
        let copy = WorkbookCopy.valid.with("sources", nil).with(
            "scenario",
            "key,value\nid,test\ncurrency,USD\nyear,2030\nname,Plain\nobjective.weights.cost,1\nobjective.weights.ghg,0.05\ncriteria,a-1; b.2\nlibrary.same_as.foundry-sand-spent,null\nlibrary.same_as.silica-sand,sand\n"
                + "exchange.max_partners,null\nexchange.within_firm,có\nsources.survey.title,Survey\nsources.a.b.year,2020\n")
        let reading = try copy.read()
        let settings = try #require(reading.scenario, "\(messages(reading))").tables.settings
        #expect(settings.objective == .weights(cost: 1, ghg: 0.05, waste: 0, virgin: 0))
        #expect(settings.criteria == ["a-1", "b.2"])
        #expect(settings.name == Label(english: "Plain"))
        #expect(settings.withinFirm)
        #expect(settings.sameAs.mapValues { $0 ?? "none" } == ["foundry-sand-spent": "none", "silica-sand": "sand"])
        #expect(settings.sources == [Source(id: "survey", title: "Survey"), Source(id: "a.b", year: 2020)])
    }

    @Test("Whatever is no workbook is told in words, and nothing else is said")
    func others() throws {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        #expect(
            try messages(WorkbookCopy.read(compound)) == [
                "park.xlsx error W101: The file is a workbook of Excel 97 to 2003 (.xls), whatever its name says. Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”."
            ])
        #expect(
            try messages(WorkbookCopy.read(compound + "EncryptedPackage".utf8.flatMap { [$0, 0] })) == [
                "park.xlsx error W101: The workbook is protected by a password. Open it, take the password off, and save it."
            ])
        #expect(
            try messages(WorkbookCopy.read(Array("a,b".utf8))) == [
                "park.xlsx error W101: The file is no Excel workbook (.xlsx). Give the path of a workbook, or of a folder with scenario.yaml."
            ])
        #expect(
            try messages(WorkbookCopy.read(Array(WorkbookCopy.valid.zip.bytes.dropLast(40)))) == [
                "park.xlsx error W102: The workbook is cut off or damaged: it is no whole archive. Open it in Excel or LibreOffice, let that repair it, and save it anew; or ask for it to be sent again."
            ])
    }

    @Test("Every column of every table, and every field of a source, has a name and a unit for people")
    func columnTexts() {
        let columns = Table.allCases.flatMap { ColumnRule.columns(of: $0).map(\.name) } + SourceField.allCases.map(\.rawValue) + ["remove"]
        for column in columns { #expect(ColumnText.knows(column), "\(column)") }
    }

    @Test("Every kind of fault has its words in both languages")
    func words() {
        let faults: [WorkbookFault] =
            WorkbookFault.OtherFile.allCases.map { .otherFile($0) } + WorkbookFault.Limit.allCases.map { .beyondLimit($0, limit: 10_000) }
            + [
                .damaged(part: ""), .damaged(part: "x"), .documentType(part: "x"), .impossibleCell(part: "x", cell: "A1"),
                .errorCell(found: "#N/A"),
                .uncomputed(formula: "=x"), .hiddenSheet, .unknownSheet(nearest: nil), .duplicateSheet(first: "needs"), .missingSettings,
                .noQuestionnaire, .otherScenario(found: "a", expected: "b"),
                .unknownFirm(found: "a", nearest: nil), .otherFirm(found: "a", expected: "b"),
                .conflict(found: "1", other: "2", place: "x!A1"), .noLibrary(name: "libzip", package: "libzip-dev"),
                .mergedCells(first: "A1", last: "A2"),
                .missingSheet(.needs), .valueWithoutKey(found: "1"), .formulaInText(found: "=x"),
            ]
        #expect(Set(faults.map(\.code)) == Set(WorkbookFault.Code.allCases.map(\.rawValue)))
        let problems = faults.map { FaultKind.workbook($0).text.problem }
        #expect(Set(problems).count == problems.count)
        #expect(problems.allSatisfy { $0.english != $0.vietnamese && !$0.english.contains("cannot be read") })
    }

    @Test("A variant may extend a folder from a workbook, a workbook from a folder, and a workbook from a workbook")
    func variants() throws {
        let outer = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: outer) }
        for name in ["base", "variant", "deep"] {
            try FileManager.default.createDirectory(at: outer.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        for (name, data) in ScenarioFolder.valid.files { try data.write(to: outer.appendingPathComponent("base/" + name)) }
        try Data(WorkbookCopy.valid.zip.bytes).write(to: outer.appendingPathComponent("base.xlsx"))
        let needs = "firm,resource,quantity\nF1,water,3000\n"
        var prints: [String?] = []
        for base in ["base", "base.xlsx"] {
            try Data("id: v\nextends: ../\(base)\n".utf8).write(to: outer.appendingPathComponent("variant/scenario.yaml"))
            try Data(needs.utf8).write(to: outer.appendingPathComponent("variant/needs.csv"))
            let folder = readScenario(at: outer.appendingPathComponent("variant").path)
            #expect(folder.faults.isEmpty, "\(folder.faults)")
            #expect(folder.layers == ["../" + base, "."])
            let workbook = WorkbookCopy(sheets: ["scenario": "key,value\nid,v\nextends,\(base)\n", "needs": needs])
            try Data(workbook.zip.bytes).write(to: outer.appendingPathComponent("v.xlsx"))
            let book = readScenario(at: outer.appendingPathComponent("v.xlsx").path)
            #expect(book.faults.isEmpty, "\(book.faults)")
            #expect(book.layers == [base, "."])
            #expect(book.differences.map(\.file) == ["needs!"])
            prints += [folder.fingerprint(), book.fingerprint()]
        }
        #expect(Set(prints).count == 1 && prints[0] != nil)
        let deep = WorkbookCopy(sheets: [
            "scenario": "key,value\nid,w\nextends,../v.xlsx\n", "needs": "firm,resource,quantity\nF9,water,1\n",
        ])
        try Data(deep.zip.bytes).write(to: outer.appendingPathComponent("deep/w.xlsx"))
        let reading = readScenario(at: outer.appendingPathComponent("deep/w.xlsx").path)
        #expect(reading.layers == ["../base.xlsx", "../v.xlsx", "."])
        #expect(reading.faults.map(\.position) == ["needs!A2"])
    }

    @Test("A workbook that extends itself is told")
    func circle() throws {
        let copy = WorkbookCopy.valid.with("scenario", "key,value\nid,test\ncurrency,USD\nextends,park.xlsx\nyear,2030\n")
        #expect(try only(copy).hasPrefix("scenario!B4 error F128 extends: "))
    }
}
