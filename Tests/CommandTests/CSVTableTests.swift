// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Texts

@testable import Reports

@Suite("CSV for a spreadsheet")
struct CSVTableTests {
    private func line(_ cells: [CSVTable.Cell], _ language: Language) -> String {
        var table = CSVTable([Phrase(en: "Head", vi: "Đầu")], language: language)
        table.append(cells)
        let text = String(decoding: table.bytes.dropFirst(3), as: UTF8.self)
        return String(text.dropFirst((language == .english ? "Head" : "Đầu").count + 1).dropLast())
    }

    @Test("Numbers are the shortest that read back, with the decimal mark of the language")
    func numbers() {
        let cells: [CSVTable.Cell] = [
            .number(0.1), .number(1e6), .number(-2.5), .number(1.5e-9), .number(nil), .number(.nan), .truth(true),
        ]
        #expect(line(cells, .english) == "0.1,1000000,-2.5,1.5e-09,,,yes")
        #expect(line(cells, .vietnamese) == "0,1;1000000;-2,5;1,5e-09;;;có")
    }

    @Test("A number has the fifteen figures that a spreadsheet holds, not the last bits of a sum")
    func figures() {
        let cells: [CSVTable.Cell] = [
            .number(90000.00000000001), .number(180.00000000000003), .number(0.1 + 0.2), .number(10153.846153846154),
            .number(-3626141863293.771), .number(1.2345678901234567e-12), .number(1e300), .number(0),
        ]
        let expected = "90000,180,0.3,10153.8461538462,-3626141863293.77,1.2345678901234567e-12,1e+300,0"
        #expect(line(cells, .english) == expected)
    }

    @Test("Text with a delimiter, a quote, a line end or a blank at an end is quoted")
    func quoting() {
        let cells: [CSVTable.Cell] = [.text("a,b"), .text("a;b"), .text("say \"x\""), .text("two\nlines"), .text(" x"), .text("plain")]
        #expect(line(cells, .english) == "\"a,b\",a;b,\"say \"\"x\"\"\",\"two\nlines\",\" x\",plain")
        #expect(line([.text("a,b"), .text("a;b")], .vietnamese) == "a,b;\"a;b\"")
    }

    @Test("Text that a spreadsheet would take for a formula gets an apostrophe", arguments: ["=1+1", "+1", "-1", "@x", "＝1", "\tx", "\r"])
    func formulas(text: String) {
        let cell = line([.text(text)], .english)
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    }

    @Test("A negative number is a number and gets no apostrophe")
    func negative() {
        #expect(line([.number(-1)], .english) == "-1")
    }
}
