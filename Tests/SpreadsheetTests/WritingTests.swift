// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Spreadsheet
import Testing

@Suite("Workbooks that are written")
struct WritingTests {
    static var sample: Workbook {
        var sheet = Worksheet("Số liệu")
        sheet.append([.text("Doanh nghiệp", CellStyle(isBold: true, fill: 0xDDEBF7)), .text("t/năm")])
        for number in 1...4 { sheet.append([.text("F\(number)"), .number(Double(number) * 1.5, CellStyle(.grouped(decimals: 1)))]) }
        sheet.columns = [ColumnLayout(width: 22, style: CellStyle(isLocked: false)), ColumnLayout(width: 12)]
        (sheet.frozenRows, sheet.autofilter) = (1, CellBlock(rows: 0...4, columns: 0...1))
        sheet.validations = [
            Validation(CellBlock(rows: 1...9, columns: 0...0), .cells(SheetBlock("it's", CellBlock(rows: 0...3, columns: 0...0)))),
            Validation(CellBlock(rows: 1...9, columns: 1...1), .words(["có", "không"]), hintTitle: "Gợi ý", hint: "Chọn một"),
            Validation(CellBlock(rows: 1...9, columns: 2...2), .number(least: 0, most: nil)),
        ]
        sheet.remarks[CellAddress(row: 0, column: 1)] = "Mỗi năm"
        sheet.protection = Protection()
        let names = SheetBlock("Số liệu", CellBlock(rows: 1...4, columns: 0...0))
        let values = SheetBlock("Số liệu", CellBlock(rows: 1...4, columns: 1...1))
        let kinds: [Chart.Kind] = [.column, .bar, .line, .pie]
        for (position, kind) in kinds.enumerated() {
            var chart = Chart(
                kind, title: "Biểu đồ", at: CellAddress(row: 6, column: position * 4),
                series: [Chart.Series("t", categories: names, values: values, color: 0x1F77B4, pointColors: [0xFF0000, 0x00FF00])])
            chart.description = "Four bars"
            sheet.charts.append(chart)
        }
        var other = Worksheet("it's")
        other.append([.text("=1+1"), Cell(.truth(true)), .day(year: 2030, month: 12, day: 31), .text("a\u{1}b_x0041_")])
        other.append([Cell(.link("to the data", to: "Số liệu", CellAddress(row: 1, column: 0)))])
        other.append([.text("merged", CellStyle(isBold: true))])
        other.merged = [CellBlock(rows: 2...2, columns: 0...3)]
        return Workbook([sheet, other])
    }

    @Test("The same workbook gives the same bytes, a zip archive")
    func sameBytes() throws {
        let first = try Self.sample.bytes()
        #expect(first.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(try Self.sample.bytes() == first)
    }

    @Test(
        "What the file format has no room for is refused before anything is written",
        arguments: [
            ("[x]", WorkbookFailure.sheetName("[x]")), (String(repeating: "n", count: 32), .sheetName(String(repeating: "n", count: 32))),
            ("'x", .sheetName("'x")), ("", .sheetName("")),
        ])
    func names(name: String, failure: WorkbookFailure) {
        #expect(throws: failure) { try Workbook([Worksheet(name)]).bytes() }
    }

    @Test("Two sheets of one name, numbers that are none, long texts and overlapping rectangles are refused")
    func refusals() {
        #expect(throws: WorkbookFailure.noSheets) { try Workbook([]).bytes() }
        #expect(throws: WorkbookFailure.sheetName("A")) { try Workbook([Worksheet("a"), Worksheet("A")]).bytes() }
        func refusal(_ change: (inout Worksheet) -> Void) -> WorkbookFailure? {
            var sheet = Worksheet("s")
            change(&sheet)
            do throws(WorkbookFailure) {
                _ = try Workbook([sheet]).bytes()
                return nil
            } catch { return error }
        }
        #expect(refusal { $0[1, 2] = .number(.nan) } == .notANumber(sheet: "s", cell: "C2"))
        #expect(refusal { $0[0, 0] = .day(year: 1900, month: 2, day: 28) } == .notANumber(sheet: "s", cell: "A1"))
        #expect(refusal { $0[0, 1] = .text(String(repeating: "x", count: 32_768)) } == .tooLong(sheet: "s", cell: "B1"))
        #expect(
            refusal { $0.merged = [CellBlock(rows: 0...1, columns: 0...1), CellBlock(rows: 1...2, columns: 1...2)] } == .outside(sheet: "s")
        )
        #expect(
            refusal { $0.validations = [Validation(CellBlock(rows: 0...0, columns: 0...0), .words(["a,b"]))] }
                == .tooLong(sheet: "s", cell: "A1"))
    }

    @Test(
        "Columns have the letters of spreadsheets",
        arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func letters(column: Int, letters: String) { #expect(CellAddress.letters(ofColumn: column) == letters) }

    @Test(
        "Numbers of up to 16 digits are held exactly, those of 17 are told apart",
        arguments: [
            (0.1, true) as (Double, Bool), (1e300, true), (0.1 + 0.2, false), (1.0 / 3, true), (123_456_789_012_345_680.0, false),
            (123_456_789_012_345.0, true),
        ])
    func digits(number: Double, holds: Bool) { #expect(Workbook.holds(number) == holds) }
}
