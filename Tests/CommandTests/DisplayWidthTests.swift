// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Texts

@testable import Reports

@Suite("Text that fits a terminal")
struct DisplayWidthTests {
    @Test(
        "A text takes the columns that a terminal gives it",
        arguments: [
            ("abc", 3), ("đồng", 4), ("triệu đo\u{302}\u{300}ng", 10), ("工业", 4), ("ｋｇ", 4), ("한국", 4), ("m³", 2), ("−1", 2),
            ("a\u{200B}b", 2), ("🏭", 2),
        ])
    func width(text: String, expected: Int) {
        #expect(text.displayWidth == expected)
    }

    @Test("Wrapping breaks at blanks, breaks a long word where it must, and loses nothing")
    func wrapping() {
        #expect("one two three".wrapped(to: 7) == ["one two", "three"])
        #expect("one two three".wrapped(to: 9, indent: 2) == ["one two", "  three"])
        #expect("a-very-long-identifier b".wrapped(to: 8) == ["a-very-l", "ong-iden", "tifier b"])
        #expect("工业共生".wrapped(to: 5) == ["工业", "共生"])
        #expect("".wrapped(to: 5) == [""])
        for width in 1...30 {
            let text = "Nhà máy chế biến-thực-phẩm 工业 Chu Lai"
            let lines = text.wrapped(to: width)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { $0.displayWidth <= max(width, 2) })
        }
    }

    private let columns: [TextTable.Column] = [
        .words(Phrase(en: "Firm", vi: "Doanh nghiệp")), .numbers(Phrase(en: "Quantity", vi: "Lượng")), .unit,
    ]

    @Test("Decimal marks stand under each other, and wide characters take their two columns")
    func alignment() {
        let rows = [["Nhà máy", "1.234,5", "tấn"], ["工业", "7", "m³"], ["x", "0,25", ""]]
        let lines = TextTable(columns: columns, rows: rows, language: .vietnamese).lines(width: 60, style: TextStyle(isColoured: false))
        #expect(
            lines == [
                "  Doanh nghiệp     Lượng", "  ───────────────────────────", "  Nhà máy       1.234,5   tấn", "  工业              7     m³",
                "  x                 0,25",
            ])
    }

    @Test("A table that is too wide wraps its words and keeps every character")
    func narrow() {
        let name = "Công ty Trách nhiệm hữu hạn Một thành viên Kính nổi Chu Lai"
        let lines = TextTable(columns: columns, rows: [[name, "12", "tấn"]], language: .vietnamese)
            .lines(width: 40, style: TextStyle(isColoured: false))
        #expect(lines.allSatisfy { $0.displayWidth <= 40 })
        #expect(lines.dropFirst(2).map { $0.prefix(26).split(separator: " ").joined(separator: " ") }.joined(separator: " ") == name)
    }

    @Test("Colour is written only where it is asked for")
    func colour() {
        let table = TextTable(columns: columns, rows: [["a", "1", "t"]], language: .english)
        #expect(!table.lines(width: 50, style: TextStyle(isColoured: false)).joined().contains("\u{1B}"))
        #expect(table.lines(width: 50, style: TextStyle(isColoured: true)).joined().contains("\u{1B}[1m"))
    }
}
