// SPDX-License-Identifier: GPL-3.0-or-later
internal import ScenarioFiles
internal import Spreadsheet
internal import Texts

/// The sheets `scenario` and `sources` of a workbook.
struct SettingsSheet {
    private let draft: ScenarioDraft

    init(_ draft: ScenarioDraft) { self.draft = draft }

    /// The keys in the order of the specification.
    private static let keys = [
        "format", "id", "name.en", "name.vi", "description.en", "description.vi", "currency", "year", "objective",
        "objective.weights.cost", "objective.weights.ghg", "objective.weights.waste", "objective.weights.virgin", "carbon_price",
        "discount_rate", "distance.detour", "distance.same_park_km", "distance.crs", "exchange.within_firm", "exchange.min_quantity",
        "exchange.max_partners", "criteria", "extends",
    ]

    var worksheet: Worksheet {
        var sheet = Worksheet("scenario")
        sheet.append([.text(FormStyle.both(FormText.scenarioTitle, between: " · "), FormStyle.title)])
        sheet.append([.text(FormStyle.both(FormText.scenarioExplanation, between: "\n"), FormStyle.explanation)])
        sheet.merged = [CellBlock(rows: 1...1, columns: 0...3)]
        sheet.rowHeights = [1: 34]
        sheet.append([
            .text("key", FormStyle.key), .text("value", FormStyle.key), .text("English", FormStyle.key), .text("Tiếng Việt", FormStyle.key),
        ])
        let given = draft.settingRows
        let others = given.filter { !Self.keys.contains($0.key) }
        for key in Self.keys {
            // A name or an objective that is one value has a row of its own, and its parts would contradict it.
            let isCovered =
                others.contains { key.hasPrefix($0.key + ".") } || given.contains { key != $0.key && key.hasPrefix($0.key + ".") }
            let value = given.first { $0.key == key }?.value
            if value == nil, isCovered || key == "objective" && given.contains(where: { $0.key.hasPrefix("objective.") }) { continue }
            append(key, value, to: &sheet)
        }
        for other in others { append(other.key, other.value, to: &sheet) }
        sheet.columns = [
            ColumnLayout(width: 24), ColumnLayout(width: 44, style: CellStyle(isAtTop: true, wraps: true, isLocked: false)),
            ColumnLayout(width: 52), ColumnLayout(width: 52),
        ]
        (sheet.frozenRows, sheet.protection, sheet.tabColor) = (3, Protection(), 0x1F4E79)
        sheet.styleOfOtherColumns = CellStyle(isLocked: false)
        return sheet
    }

    private func append(_ key: String, _ value: String?, to sheet: inout Worksheet) {
        let input = CellStyle(isAtTop: true, wraps: true, isLocked: false)
        let explanation = FormText.setting(key)
        sheet.append([
            .text(key, FormStyle.key), value.map { cell($0, key, input) } ?? .blank(input),
            .text(explanation.english, FormStyle.explanation),
            .text(explanation.vietnamese, FormStyle.explanation),
        ])
    }

    private static let numericKeys: Set = [
        "format", "year", "carbon_price", "discount_rate", "distance.detour", "distance.same_park_km", "exchange.min_quantity",
        "exchange.max_partners", "objective.weights.cost", "objective.weights.ghg", "objective.weights.waste", "objective.weights.virgin",
    ]

    /// A setting that is a number is a number where the cell says the same text again; everything else is text.
    private func cell(_ value: String, _ key: String, _ style: CellStyle) -> Cell {
        if Self.numericKeys.contains(key), let number = Double(value), Workbook.holds(number),
            // The zero that keeps three decimals of a file from being read as thousands is not needed in a numeric cell.
            case let digits = DraftCell.digits(number), value == digits || digits.contains(".") && value == digits + "0"
        {
            return .number(number, CellStyle(alignment: .left, isAtTop: true, isLocked: false))
        }
        var style = style
        style.numberFormat = .text
        return .text(value, style)
    }

    var sources: Worksheet {
        let columns = SourceField.allCases.map(\.rawValue)
        var sheet = Worksheet("sources")
        FormStyle.addHeads(
            to: &sheet, title: FormText.sourcesTitle, explanation: FormText.sourcesExplanation, columns: columns
        ) { $0 == "id" }
        for source in draft.sources {
            sheet.append(
                columns.map { column in
                    guard let value = source[column] else { return .blank(FormStyle.input(isNumber: false)) }
                    if column == "year", let year = Double(value), DraftCell.digits(year) == value {
                        return .number(year, FormStyle.input(isNumber: true))
                    }
                    return .text(value, FormStyle.input(isNumber: false))
                })
        }
        sheet.columns = [18, 70, 28, 10, 50].enumerated().map {
            ColumnLayout(width: $1, style: FormStyle.input(isNumber: columns[$0] == "year"))
        }
        sheet.frozenColumns = 1
        return sheet
    }
}

/// The first sheet, which says how to fill in the others.
enum GuideSheet {
    static var worksheet: Worksheet {
        var sheet = Worksheet("guide")
        sheet.append([.text(FormStyle.both(FormText.guideTitle, between: " · "), FormStyle.title)])
        for step in FormText.guide {
            sheet.append([.text(step.english, FormStyle.explanation), .text(step.vietnamese, FormStyle.explanation)])
        }
        sheet.columns = [ColumnLayout(width: 70), ColumnLayout(width: 70)]
        for row in 1...FormText.guide.count { sheet.rowHeights[row] = 48 }
        (sheet.protection, sheet.hasGridLines) = (Protection(), false)
        return sheet
    }
}
