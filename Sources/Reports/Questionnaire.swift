// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
public import ScenarioFiles
public import Spreadsheet
internal import Texts

/// The workbook that a firm is sent: what the scenario says of it alone, to correct and complete.
public struct Questionnaire: Sendable {
    private let reading: ScenarioReading
    private let firm: String

    /// Makes the questionnaire of the firm with the id `firm`.
    public init(_ reading: ScenarioReading, firm: String) { (self.reading, self.firm) = (reading, firm) }

    /// The workbook.
    public var workbook: Workbook {
        let tables = reading.rows(ofFirm: firm)
        let name = reading.catalogue(of: .firms).first { $0.id == firm }
        let names = [name?.name, name?.vietnamese].compactMap(\.self).filter { !$0.isEmpty }
        var sheets = [guide(names), settings]
        for (table, rows) in tables {
            let form = TableForm(
                table, columns: rows.columns, rows: rows.rows, isVariant: true, rowsOf: { _ in 0 }, sourceCount: 0, lists: lists)
            sheets.append(form.worksheet)
        }
        sheets.append(listSheet)
        var workbook = Workbook(sheets)
        (workbook.title, workbook.author) = (names.first ?? firm, "Symbio")
        return workbook
    }

    private func guide(_ names: [String]) -> Worksheet {
        var sheet = Worksheet("guide")
        sheet.append([.text((names.isEmpty ? [firm] : names).joined(separator: " · "), FormStyle.title)])
        sheet.append([.text(FormStyle.both(FormText.questionnaireTitle, between: " · "), CellStyle(isBold: true))])
        for step in FormText.questionnaireGuide {
            sheet.append([.text(step.english, FormStyle.explanation), .text(step.vietnamese, FormStyle.explanation)])
        }
        sheet.columns = [ColumnLayout(width: 70), ColumnLayout(width: 70)]
        for row in 2...(1 + FormText.questionnaireGuide.count) { sheet.rowHeights[row] = 48 }
        (sheet.protection, sheet.hasGridLines) = (Protection(), false)
        return sheet
    }

    /// Which firm of which scenario was asked; ``collectAnswers(to:from:)`` goes by it.
    private var settings: Worksheet {
        var sheet = Worksheet("scenario")
        sheet.append([.text("key", FormStyle.key), .text("value", FormStyle.key)])
        sheet.append([.text("questionnaire.scenario"), .text(reading.id)])
        sheet.append([.text("questionnaire.firm"), .text(firm)])
        sheet.columns = [ColumnLayout(width: 24), ColumnLayout(width: 30)]
        (sheet.protection, sheet.isHidden) = (Protection(), true)
        return sheet
    }

    private static let listName = "lists"

    private var lists: [Table: SheetBlock] {
        let count = max(1, reading.catalogue(of: .resources).count)
        return [
            .resources: SheetBlock(Self.listName, CellBlock(rows: 1...count, columns: 0...0)),
            .firms: SheetBlock(Self.listName, CellBlock(rows: 1...1, columns: 5...5)),
        ]
    }

    /// The resources that the office knows, for the drop-down lists.
    private var listSheet: Worksheet {
        var sheet = Worksheet(Self.listName)
        let columns = ["id", "name", "name_vi", "unit"].map(ColumnText.init).map { FormStyle.both($0.caption, between: " · ") }
        sheet.append(columns.map { .text($0, FormStyle.vietnamese) } + [.blank(), .text("firm", FormStyle.vietnamese)])
        for (position, entry) in reading.catalogue(of: .resources).enumerated() {
            let cells: [Cell] = [entry.id, entry.name, entry.vietnamese, entry.unit].map { .text($0) }
            sheet.append(position == 0 ? cells + [.blank(), .text(firm)] : cells)
        }
        if reading.catalogue(of: .resources).isEmpty { sheet[1, 5] = .text(firm) }
        sheet.columns = [22, 40, 40, 10, 4, 22].map { ColumnLayout(width: $0) }
        (sheet.protection, sheet.frozenRows) = (Protection(), 1)
        return sheet
    }
}
