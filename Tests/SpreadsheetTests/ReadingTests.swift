// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Spreadsheet
import Testing
import ZipText

@Suite("Workbooks that are read")
struct ReadingTests {
    /// What the cells of the only sheet hold, such as `B2 number 1.5`.
    private func cells(_ zip: ZipText, limits: ReadingLimits = ReadingLimits()) throws -> [String] {
        let sheet = try #require(WorkbookContents(reading: zip.bytes, limits: limits).sheets.first)
        return sheet.cells.map {
            "\(CellAddress(row: Int($0.row), column: Int($0.column)).name) \($0.kind) \(sheet.text($0))"
        }
    }

    private func failure(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> ReadingFailure? {
        do throws(ReadingFailure) {
            _ = try WorkbookContents(reading: bytes, limits: limits)
            return nil
        } catch { return error }
    }

    @Test("What was written is read back: text, numbers, yes and no, days, controls, links, merged cells")
    func roundTrip() throws {
        let sheets = try WorkbookContents(reading: WritingTests.sample.bytes()).sheets
        #expect(sheets.map(\.name) == ["Số liệu", "it's"])
        #expect(sheets[1].cells.map(sheets[1].text) == ["=1+1", "true", "2030-12-31", "a\u{1}b_x0041_", "to the data", "merged"])
        #expect(sheets[1].cells.map(\.kind) == [.text, .truth, .day, .text, .text, .text])
        #expect(sheets[0].cells.map(sheets[0].text).prefix(5) == ["Doanh nghiệp", "t/năm", "F1", "1.5", "F2"])
    }

    @Test(
        "Every text of a cell comes back as it was written",
        arguments: [
            "=HYPERLINK(\"http://x\")", "+84 235", "-x", "@a", "a\r\nb", "tab\tx", " blanks ", "<&>\"'", "_x000D_", "_x5F_", "\u{FFFE}",
            "😀 Đ", "\u{0}",
        ])
    func texts(text: String) throws {
        var sheet = Worksheet("s")
        sheet.append([.text(text)])
        let read = try #require(WorkbookContents(reading: Workbook([sheet]).bytes()).sheets.first)
        #expect(read.cells.map(read.text) == [text])
        #expect(read.cells.first?.kind == .text)
    }

    @Test("Shared, inline and rich texts, gaps, formulas with and without a value, errors, yes and no")
    func kinds() throws {
        let zip = ZipText.workbook(
            [
                "s": """
                <row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row><row r="3"/><row><c t="inlineStr"><is><t>in </t><r><t>line</t></r>\
                <rPh><t>no</t></rPh></is></c><c><v>7</v></c></row><row r="9"><c r="A9"><f>1+1</f><v>2</v></c><c r="B9" t="str"><f>A1&amp;"x"</f><v>ax</v></c>\
                <c r="C9"><f>NOW()</f></c><c r="D9" t="e"><f>NA()</f><v>#N/A</v></c><c r="E9" t="b"><v>1</v></c><c r="F9" t="b"><v>0</v></c><c r="G9" s="3"/>\
                <c r="H9"><f>2+2</f><v></v></c><c r="I9" t="str"><f>""</f><v></v></c></row>
                """
            ],
            sharedStrings:
                "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space='preserve'>ch </t></r><rPh><t>x</t></rPh></si>")
        #expect(
            try cells(zip) == [
                "B2 text plain", "D2 text rich ", "A4 text in line", "B4 number 7", "A9 number 2", "B9 text ax", "C9 uncomputed =NOW()",
                "D9 error #N/A", "E9 truth true", "F9 truth false", "H9 uncomputed =2+2",
            ])
    }

    @Test(
        "A number keeps its exact value, whatever digits the program wrote",
        arguments: [
            ("0.1", "0.1"), ("0.10000000000000001", "0.1"), ("1E-3", "0.001"), ("1.50", "1.5"), ("007", "7"), ("-0", "0"),
            ("1E+20", "1e+20"), ("123456789012345678", "1.2345678901234568e+17"),
            (".5", "0.5"), ("0.30000000000000004", "0.30000000000000004"), ("1.", "1"),
        ])
    func numbers(written: String, read: String) throws {
        #expect(try cells(.workbook(["s": "<row><c><v>\(written)</v></c></row>"])) == ["A1 number \(read)"])
        #expect(Double(written) == Double(read))
    }

    @Test(
        "Days are told from numbers by their format, in both systems of counting",
        arguments: [
            (14, "", "45000", "2023-03-15", "2027-03-16"), (164, "dd\\/mm\\/yyyy", "45000.5", "2023-03-15T12:00:00", "2027-03-16T12:00:00"),
            (164, "[$-42A]d mmmm yyyy", "61", "1900-03-01", "1904-03-02"), (164, "yyyy", "59", "1900-02-28", "1904-02-29"),
            (20, "", "0.25", "06:00:00", "06:00:00"), (164, "[h]:mm", "0.5", "12:00:00", "12:00:00"),
        ])
    func days(format: Int, code: String, value: String, from1900: String, from1904: String) throws {
        let formats = code.isEmpty ? "" : "<numFmts><numFmt numFmtId='164' formatCode='\(code)'/></numFmts>"
        let styles =
            formats + "<cellStyleXfs><xf numFmtId='0'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='\(format)'/></cellXfs>"
        let rows = ["s": "<row><c s='1'><v>\(value)</v></c><c><v>5</v></c></row>"]
        #expect(try cells(.workbook(rows, styles: styles)) == ["A1 day \(from1900)", "B1 number 5"])
        let later = ZipText.workbook(rows, styles: styles, properties: "<workbookPr date1904='1'/>")
        #expect(try cells(later) == ["A1 day \(from1904)", "B1 number 5"])
    }

    @Test(
        "A format that shows no day is none",
        arguments: [
            "General", "#,##0.00", "0%", "0.0\\d", "\"day\" 0", "[Red]0", "@", "_(* #,##0_)", "[$đ-42A] #,##0", "0.00E+00", "General \"m\"",
        ])
    func plainFormats(code: String) throws {
        let escaped = code.replacingOccurrences(of: "\"", with: "&quot;")
        let styles = "<numFmts><numFmt numFmtId='164' formatCode=\"\(escaped)\"/></numFmts><cellXfs><xf numFmtId='164'/></cellXfs>"
        #expect(try cells(.workbook(["s": "<row><c s='0'><v>45000</v></c></row>"], styles: styles)) == ["A1 number 45000"])
    }

    @Test("Hidden sheets are read and told; sheets that nobody wants are not looked into")
    func hidden() throws {
        let zip = ZipText.workbook(
            ["a": "<row><c><v>1</v></c></row>", "b": "<row><c><v>2</v></c></row>", "c": "<broken"],
            states: ["a": "veryHidden", "b": "hidden"])
        let contents = try WorkbookContents(reading: zip.bytes) { $0 != "c" }
        #expect(contents.sheets.map(\.isHidden) == [true, true, false])
        #expect(contents.sheets.map(\.cells.count) == [1, 1, 0])
    }

    @Test("Whatever is no workbook is named")
    func others() throws {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        #expect(failure(compound) == .notAWorkbook(.oldExcel))
        #expect(failure(compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }) == .notAWorkbook(.encrypted))
        #expect(failure(Array("<html><table>".utf8)) == .notAWorkbook(.markup))
        #expect(failure(Array("firm,resource\n".utf8)) == .notAWorkbook(.unknown))
        #expect(failure([]) == .notAWorkbook(.unknown))
        var other = ZipText()
        other.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        #expect(failure(other.bytes) == .notAWorkbook(.openDocument))
        other.files = []
        other.add("hello.txt", "hello")
        #expect(failure(other.bytes) == .notAWorkbook(.unknown))
    }

    @Test("A workbook that is cut off anywhere is damaged, never half read")
    func truncated() throws {
        let bytes = try WritingTests.sample.bytes()
        for share in [0.2, 0.5, 0.9, 0.999] {
            #expect(failure(Array(bytes.prefix(Int(Double(bytes.count) * share)))) == .damaged(part: ""))
        }
        var broken = ZipText.workbook(["s": "<row><c><v>1</v></c></row>"])
        let position = try #require(broken.files.firstIndex { $0.name.hasSuffix("sheet1.xml") })
        broken.files[position].bytes.removeLast(20)
        #expect(failure(broken.bytes) == .damaged(part: "xl/worksheets/sheet1.xml"))
    }

    @Test("Entities are refused before one is expanded")
    func entities() {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row>\
            <c t="str"><v>&b;</v></c></row></sheetData></worksheet>
            """
        #expect(failure(ZipText.workbook(["s": bomb]).bytes) == .documentType(part: "xl/worksheets/sheet1.xml"))
        let outside = "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'file:///etc/passwd'><worksheet/>"
        #expect(failure(ZipText.workbook(["s": outside]).bytes) == .documentType(part: "xl/worksheets/sheet1.xml"))
    }

    @Test(
        "Cells that no sheet has, and cells that stand twice, are refused",
        arguments: ["XFE1", "A1048577", "A0", "1A", "AAAAAAAA1", "A9999999999999999999"])
    func impossible(cell: String) {
        let zip = ZipText.workbook(["s": "<row><c r='\(cell)'><v>1</v></c></row>"])
        #expect(failure(zip.bytes) == .impossibleCell(part: "xl/worksheets/sheet1.xml", cell: cell))
    }

    @Test("A cell that stands twice is refused; cells out of order are put in order")
    func twice() throws {
        let twice = ZipText.workbook(["s": "<row><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"])
        #expect(failure(twice.bytes) == .impossibleCell(part: "xl/worksheets/sheet1.xml", cell: "A1"))
        let mixed = ZipText.workbook([
            "s": "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>2</v></c></row><row r='1'><c r='A1'><v>3</v></c></row>"
        ])
        #expect(try cells(mixed) == ["A1 number 3", "A2 number 2", "B2 number 1"])
    }

    @Test("Names of parts that lead out of the archive lead nowhere")
    func paths() {
        var zip = ZipText.workbook(["s": "<row/>"])
        let position = zip.files.firstIndex { $0.name == "xl/_rels/workbook.xml.rels" } ?? 0
        let text = String(decoding: zip.files[position].bytes, as: UTF8.self)
        zip.files[position].bytes = Array(text.replacingOccurrences(of: "worksheets/sheet1.xml", with: "../../../../etc/passwd").utf8)
        #expect(failure(zip.bytes) == .damaged(part: "etc/passwd"))
    }

    @Test("Every limit ends the reading")
    func limits() {
        let row = "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>"
        let zip = ZipText.workbook(
            ["s": row, "t": row], sharedStrings: "<si><t>0123456789</t></si><si><t>x</t></si>", styles: "<cellXfs><xf/><xf/></cellXfs>")
        func refusal(_ change: (inout ReadingLimits) -> Void) -> ReadingFailure? {
            var limits = ReadingLimits()
            change(&limits)
            return failure(zip.bytes, limits: limits)
        }
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.cells = 3 } == .beyondLimit(.cells, limit: 3))
        #expect(refusal { $0.textBytes = 39 } == .beyondLimit(.textBytes, limit: 39))
        #expect(refusal { $0.textBytes = 9 } == .beyondLimit(.textBytes, limit: 9))
        #expect(refusal { $0.unpackedBytes = 500 } == .beyondLimit(.unpackedBytes, limit: 500))
        #expect(refusal { $0.entries = 3 } == .beyondLimit(.entries, limit: 3))
        #expect(refusal { $0.sheets = 1 } == .beyondLimit(.sheets, limit: 1))
        #expect(refusal { $0.sharedStrings = 1 } == .beyondLimit(.sharedStrings, limit: 1))
        #expect(refusal { $0.formats = 1 } == .beyondLimit(.formats, limit: 1))
    }

    @Test("A million empty rows are read within bounds and hold nothing")
    func emptyRows() throws {
        let rows = String(repeating: "<row/>", count: 1_000_000)
        #expect(try cells(.workbook(["s": rows])).isEmpty)
    }
}
