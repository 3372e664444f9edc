// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Spreadsheet
import Testing

@Suite("Questionnaires that firms send back")
struct CollectTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        #expect(try Program.run("new", path("park")).status == 0)
        let asked = try Program.run("convert", path("park"), path("asked"), "--questionnaires", "--lang", "en")
        #expect(asked.text == "\(path("asked")) is written: 4 questionnaires.\n", "\(asked.errors)")
    }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    /// Fills in a questionnaire as a firm would: `cells` by sheet and address.
    private func answer(_ firm: String, as name: String? = nil, _ cells: [String: [String: Cell.Value]]) throws {
        let read = try WorkbookContents(reading: [UInt8](folder.read("asked/\(firm).xlsx")))
        var sheets: [Worksheet] = []
        for sheet in read.sheets {
            var copy = Worksheet(sheet.name)
            for cell in sheet.cells {
                let text = sheet.text(cell)
                copy[Int(cell.row), Int(cell.column)] = cell.kind == .number ? .number(Double(text)) : .text(text)
            }
            for (address, value) in cells[sheet.name] ?? [:] {
                let column = Int(address.utf8.first ?? 65) - 65
                copy[(Int(address.dropFirst()) ?? 1) - 1, column] = Cell(value)
            }
            sheets.append(copy)
        }
        try FileManager.default.createDirectory(atPath: path("back"), withIntermediateDirectories: true)
        try Data(Workbook(sheets).bytes()).write(to: URL(filePath: path("back/\(name ?? firm).xlsx")))
    }

    private func collect(_ names: String..., out: String? = nil, language: String = "en") throws -> ProgramRun {
        let arguments = ["collect", path("park")] + names.map { path("back/\($0).xlsx") } + ["--lang", language]
        return try Program.run(arguments + (out.map { ["--out", path($0)] } ?? []))
    }

    @Test("A questionnaire holds the rows of its firm and of no other")
    func privacy() throws {
        let read = try WorkbookContents(reading: [UInt8](folder.read("asked/noodles.xlsx")))
        #expect(read.sheets.map(\.name) == ["guide", "scenario", "firms", "outputs", "needs", "qualities", "lists"])
        let text = read.sheets.flatMap { sheet in sheet.cells.map(sheet.text) }
        #expect(text.contains("noodles") && text.contains("50000"))
        for other in ["glazing", "bottles", "furniture", "Xưởng kính xây dựng", "1800", "2500", "6000"] {
            #expect(!text.contains(other), "\(other)")
        }
        // The resources to choose from are named, and nothing is said of who has them or at what price.
        let lists = try #require(read.sheets.last)
        let rows = Dictionary(grouping: lists.cells, by: \.row).sorted { $0.key < $1.key }.map { $0.value.map(lists.text) }
        #expect(
            rows.dropFirst().map { $0 } == [
                ["cullet", "Cullet", "Kính vụn", "t", "noodles"], ["silica-sand", "Silica sand", "Cát silic", "t"],
                ["wood-residue", "Wood residue", "Phế liệu gỗ", "t"], ["coal", "Steam coal", "Than cho lò hơi", "MWh"],
                ["treated-wastewater", "Treated wastewater", "Nước thải sau xử lý", "m3"],
                ["service-water", "Service water", "Nước phục vụ sản xuất", "m3"],
            ])
    }

    @Test("A questionnaire comes back as it was sent without a warning: its hidden sheet is its own")
    func hiddenSheet() throws {
        let run = try Program.run("collect", path("park"), path("asked/noodles.xlsx"), "--lang", "en")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    @Test("An answer that changes nothing is no change")
    func unchanged() throws {
        try answer("noodles", [:])
        let run = try collect("noodles")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text == "1 answer, 0 changes. No answer from 3: glazing, bottles, furniture.\n")
    }

    @Test("Changed, new and removed rows become a variant with the questionnaire as source")
    func changes() throws {
        try answer("glazing", ["outputs": ["C6": .number(2000.5)]])
        try answer(
            "furniture",
            [
                "outputs": ["A7": .text("furniture"), "B7": .text("cullet"), "C7": .number(12), "D7": .text("t")],
                "needs": ["J6": .text("true")],
            ])
        let run = try collect("glazing", "furniture", out: "answers")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.text == """
                glazing.xlsx/outputs!6 outputs · glazing, cullet · quantity: 1800 → 2000.5
                furniture.xlsx/outputs!7 new: outputs · furniture, cullet
                furniture.xlsx/needs!6 taken out: needs · furniture, service-water
                2 answers, 3 changes. No answer from 2: bottles, noodles.

                """, "\(run.text)")
        let settings = String(decoding: try folder.read("answers/scenario.yaml"), as: UTF8.self)
        #expect(settings.contains("title: Questionnaire of Glazing works / Phiếu hỏi của Xưởng kính xây dựng\n"), "\(settings)")
        let variant = try Program.run("check", path("answers"), "--lang", "vi").text
        #expect(variant.contains("2000,5 thay cho 1800"), "\(variant)")
        let outputs = String(decoding: try folder.read("answers/outputs.csv"), as: UTF8.self)
        #expect(
            outputs.contains("furniture,cullet,12,t,q-furniture,declared\n")
                && outputs.contains("glazing,cullet,2000.5,,q-glazing,declared\n"), "\(outputs)")
        #expect(
            String(decoding: try folder.read("answers/needs.csv"), as: UTF8.self) == "firm,resource,remove\nfurniture,service-water,true\n")
        let checked = try Program.run("check", path("answers"), "--json").json()
        #expect(checked["layers"] as? [String] == ["../park", "."])
        #expect(checked["valid"] as? Bool == true || (checked["faults"] as? [Any])?.isEmpty == false)
    }

    @Test("A firm is asked for its turnover, and its answer is read back")
    func turnover() throws {
        try answer("glazing", ["firms": ["F6": .number(120_000_000_000)]])
        let run = try collect("glazing", out: "answers")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.contains("firms · glazing · turnover: ") && run.text.contains("120000000000"), "\(run.text)")
        #expect(String(decoding: try folder.read("answers/firms.csv"), as: UTF8.self).contains("glazing,120000000000"))
    }

    @Test("Two answers to one question that differ are an error that names both cells")
    func conflict() throws {
        try answer("glazing", as: "one", ["outputs": ["C6": .number(2000)]])
        try answer("glazing", as: "two", [:])
        let run = try collect("one", "two", out: "answers")
        #expect(run.status == 3)
        #expect(
            run.errors.contains(
                "two.xlsx/outputs!C6 error W119 quantity: The answer is “1800” here and “2000” in one.xlsx/outputs!C6. Ask which one holds, and collect again without the other."
            ),
            "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: path("answers")))
        #expect(try collect("one", "two", language: "vi").errors.contains("lỗi W119 quantity: Câu trả lời ở đây là “1800”"))
    }

    @Test("A row of another firm, a workbook that is no questionnaire, and a formula are refused by file, sheet and cell")
    func refusals() throws {
        try answer("glazing", as: "other", ["outputs": ["A7": .text("bottles"), "B7": .text("cullet"), "C7": .number(1)]])
        #expect(
            try collect("other").errors.contains(
                "other.xlsx/outputs!A7 error W118 firm: The row speaks of “bottles”, but the questionnaire is of the firm “glazing”."))
        #expect(try Program.run("new", path("back/starter.xlsx")).status == 0)
        let starter = try collect("starter")
        #expect(starter.status == 3)
        #expect(starter.errors.hasPrefix("starter.xlsx error W115: The workbook is no questionnaire"))
        try answer("glazing", as: "evil", ["outputs": ["I6": .text("=HYPERLINK(\"http://x\")"), "C6": .number(1)]])
        let evil = try collect("evil", out: "answers")
        #expect(evil.status == 3)
        #expect(evil.errors.contains("evil.xlsx/outputs!I6 error W114 note: "), "\(evil.errors)")
    }
}
