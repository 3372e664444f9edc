// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
public import ScenarioFiles
public import Spreadsheet
internal import Texts

/// A scenario as an Excel workbook that people fill in: for each table a sheet with headings in both languages, units, drop-down lists
/// and the rows of the scenario.
///
/// The row of keys, the fifth, is what the reader goes by; what stands above it is for people. Heads are protected, without a password.
public struct ScenarioWorkbook: Sendable {
    /// The row of keys, from 0; the rows below it are the data.
    static let keyRow = 4
    /// How many rows may be filled in at least, and how many are kept free below those that are filled.
    static let leastRows = 500, spareRows = 200

    private let draft: ScenarioDraft

    /// Makes the workbook of `draft`.
    public init(_ draft: ScenarioDraft) { self.draft = draft }

    /// The workbook.
    public var workbook: Workbook {
        var sheets = [GuideSheet.worksheet, SettingsSheet(draft).worksheet]
        for table in Table.allCases { sheets.append(tableSheet(table)) }
        sheets.append(SettingsSheet(draft).sources)
        var workbook = Workbook(sheets)
        workbook.title = draft.settingRows.first { $0.key == "name" || $0.key == "name.en" }?.value ?? ""
        workbook.author = "Symbio"
        return workbook
    }

    private func tableSheet(_ table: Table) -> Worksheet {
        let written = draft.tables[table] ?? DraftTable(columns: [])
        let known = ColumnRule.columns(of: table).map(\.name) + (draft.extends == nil ? [] : ["remove"])
        let columns = written.columns + known.filter { !written.columns.contains($0) }
        let form = TableForm(
            table, columns: columns, rows: written.rows, isVariant: draft.extends != nil,
            rowsOf: { [draft] in draft.tables[$0]?.rows.count ?? 0 }, sourceCount: draft.sources.count)
        return form.worksheet
    }
}

/// One sheet of a table with its heads, lists and rows.
struct TableForm {
    let table: Table
    let columns: [String]
    let rows: [[DraftCell]]
    let isVariant: Bool
    /// How many rows the tables have that lists are fed by.
    let rowsOf: @Sendable (Table) -> Int
    let sourceCount: Int
    /// In place of the sheets of other tables, where they are not in the workbook: the column of each on the sheet `lists`.
    var lists: [Table: SheetBlock]?

    init(
        _ table: Table, columns: [String], rows: [[DraftCell]], isVariant: Bool, rowsOf: @escaping @Sendable (Table) -> Int,
        sourceCount: Int, lists: [Table: SheetBlock]? = nil
    ) {
        (self.table, self.columns, self.rows, self.isVariant) = (table, columns, rows, isVariant)
        (self.rowsOf, self.sourceCount, self.lists) = (rowsOf, sourceCount, lists)
    }

    private var lastRow: Int { Self.lastRow(rows.count) }

    static func lastRow(_ count: Int) -> Int {
        ScenarioWorkbook.keyRow + max(ScenarioWorkbook.leastRows, count + ScenarioWorkbook.spareRows)
    }

    var worksheet: Worksheet {
        var sheet = Worksheet(table.rawValue)
        FormStyle.addHeads(to: &sheet, title: table.caption, explanation: table.explanation, columns: columns, isRequired: isRequired)
        for row in rows { sheet.append(columns.indices.map { cell($0 < row.count ? row[$0] : .blank, column: $0) }) }
        sheet.columns = columns.enumerated().map { position, name in
            ColumnLayout(width: width(position, name), style: FormStyle.input(isNumber: ColumnRule.isNumeric(name, in: table)))
        }
        sheet.frozenColumns = table.key.count == 1 ? 1 : min(2, table.key.count)
        sheet.autofilter = CellBlock(
            rows: ScenarioWorkbook.keyRow...max(ScenarioWorkbook.keyRow + 1, ScenarioWorkbook.keyRow + rows.count),
            columns: 0...max(0, columns.count - 1))
        sheet.validations = columns.indices.compactMap(validation)
        sheet.tabColor = ColumnRule.columns(of: table).contains { $0.name == "quantity" } ? 0x2E75B6 : 0x9DC3E6
        return sheet
    }

    private func isRequired(_ column: String) -> Bool {
        ColumnRule.columns(of: table).contains { $0.name == column && $0.isRequired && (!isVariant || table.key.contains(column)) }
    }

    private func cell(_ cell: DraftCell, column: Int) -> Cell {
        let style = FormStyle.input(isNumber: ColumnRule.isNumeric(columns[column], in: table))
        return switch cell {
        case .blank: .blank(style)
        case .text(let text): .text(text, style)
        // The few numbers that need 17 digits stand as text, which holds all of them.
        case .number(let number): Workbook.holds(number) ? .number(number, style) : .text(cell.text, style)
        }
    }

    /// As wide as what stands in the column, within reason.
    private func width(_ position: Int, _ name: String) -> Double {
        let longest = rows.prefix(200).map { $0.count > position ? $0[position].text.count : 0 }.max() ?? 0
        let caption = ColumnText(name).caption
        let words = [caption.english, caption.vietnamese, name].map { $0.count / 2 + 4 }.max() ?? 8
        return Double(min(44, max(14, longest + 2, words)))
    }

    private func validation(_ position: Int) -> Validation? {
        let name = columns[position]
        let block = CellBlock(rows: (ScenarioWorkbook.keyRow + 1)...lastRow, columns: position...position)
        let text = ColumnText(name)
        let hint = FormStyle.both(text.unit, between: "\n")
        let title = String(FormStyle.both(text.caption, between: " · ").prefix(32))
        func made(_ rule: Validation.Rule, _ strictness: Validation.Strictness, _ error: Phrase) -> Validation {
            Validation(
                block, rule, strictness: strictness, hintTitle: title, hint: String(hint.prefix(250)), errorTitle: title,
                error: String(FormStyle.both(error, between: "\n").prefix(250)))
        }
        switch ColumnRule.of(name, in: table) {
        case .words(let words):
            // A variant's mark for clearing is no word of the list.
            return made(.words(isVariant ? words + ["-"] : words), name == "unit" ? .refuse : .warn, FormText.chooseWord)
        case .ids(let tables):
            guard let first = tables.first, first != table || tables.count > 1, let source = list(of: first) else { return nil }
            return made(.filled(source), .warn, FormText.chooseID(tables.map(\.rawValue).joined(separator: ", ")))
        case .source:
            guard lists == nil else { return nil }
            let source = SheetBlock(
                "sources", CellBlock(rows: (ScenarioWorkbook.keyRow + 1)...Self.lastRow(sourceCount), columns: 0...0))
            return made(.filled(source), .warn, FormText.chooseID("sources"))
        case .number(let range):
            switch range {
            case .share, .rate: return made(.number(least: 0, most: 1), .warn, FormText.share)
            case .notNegative, .positive: return made(.number(least: 0, most: nil), .warn, FormText.notNegative)
            case nil: return made(.number(least: -1e300, most: 1e300), .warn, FormText.number)
            }
        case .day, .text: return made(.anything, .warn, FormText.number)
        }
    }

    /// Where the ids of a table stand in the workbook.
    private func list(of table: Table) -> SheetBlock? {
        if let lists { return lists[table] }
        return SheetBlock(
            table.rawValue, CellBlock(rows: (ScenarioWorkbook.keyRow + 1)...Self.lastRow(rowsOf(table)), columns: 0...0))
    }
}

extension Table {
    /// The columns whose values no two rows share.
    fileprivate var key: [String] { ColumnRule.key(of: self) }
}
