// SPDX-License-Identifier: GPL-3.0-or-later
internal import Spreadsheet
internal import Texts

/// How the sheets look that people fill in.
enum FormStyle {
    static let title = CellStyle(isBold: true, fontSize: 14, fontColor: 0x1F3864)
    static let english = CellStyle(isBold: true, fontColor: 0xFFFFFF, fill: 0x1F4E79, isAtTop: true, wraps: true, hasBorder: true)
    static let vietnamese = CellStyle(isBold: true, fontColor: 0x1F3864, fill: 0xDDEBF7, isAtTop: true, wraps: true, hasBorder: true)
    static let unit = CellStyle(
        isItalic: true, fontSize: 9, fontColor: 0x404040, fill: 0xF2F2F2, isAtTop: true, wraps: true, hasBorder: true)
    static let key = CellStyle(isBold: true, fontSize: 9, fontColor: 0x404040, fill: 0xD9D9D9, hasBorder: true)
    static let explanation = CellStyle(fontColor: 0x404040, isAtTop: true, wraps: true)

    /// A cell that people fill in. A column of words is text for the spreadsheet too: an id such as 1E5 or 3-4 stays what it is.
    static func input(isNumber: Bool) -> CellStyle { CellStyle(isNumber ? .general : .text, isAtTop: true, isLocked: false) }

    /// A phrase in both languages; once where both are the same.
    static func both(_ phrase: Phrase, between mark: String) -> String {
        phrase.english == phrase.vietnamese ? phrase.english : phrase.english + mark + phrase.vietnamese
    }

    /// The title, the headings in both languages, the units and the keys, protected and kept in sight.
    static func addHeads(
        to sheet: inout Worksheet, title: Phrase, explanation: Phrase, columns: [String], isRequired: (String) -> Bool
    ) {
        let head = both(title, between: " · ")
        let text = both(explanation, between: "\n")
        sheet.append([.text(head, self.title)])
        let texts = columns.map(ColumnText.init)
        let marks = columns.map { isRequired($0) ? " *" : "" }
        sheet.append(zip(texts, marks).map { .text($0.caption.english + $1, english) })
        sheet.append(zip(texts, marks).map { .text($0.caption.vietnamese + $1, vietnamese) })
        sheet.append(texts.map { .text(both($0.unit, between: "\n"), unit) })
        sheet.append(columns.map { .text($0, key) })
        sheet.rowHeights = [0: 22, 1: 32, 2: 32, 3: 84]
        sheet.remarks[CellAddress(row: 0, column: 0)] = text
        for (position, column) in columns.enumerated() where isRequired(column) {
            sheet.remarks[CellAddress(row: ScenarioWorkbook.keyRow, column: position)] = both(FormText.required, between: "\n")
        }
        (sheet.frozenRows, sheet.protection) = (ScenarioWorkbook.keyRow + 1, Protection())
        sheet.styleOfOtherColumns = CellStyle(isLocked: false)
        sheet.repeatedRows = 1...ScenarioWorkbook.keyRow
    }
}
