// SPDX-License-Identifier: GPL-3.0-or-later
internal import Spreadsheet
internal import Texts

/// Writes one section of a report to a sheet, from top to bottom.
struct SheetWriter {
    private(set) var sheet: Worksheet
    private let language: Language
    /// The columns over which sentences run.
    private static let span = 7
    private var widths = [Double](repeating: 16, count: SheetWriter.span)
    private var ordinal = 0

    init(name: String, language: Language) {
        sheet = Worksheet(name)
        sheet.hasGridLines = false
        self.language = language
        widths[0] = 30
    }

    /// The title of the whole report, on the first sheet.
    mutating func title(_ document: ReportDocument) {
        sheet.append([.text(document.title[language], CellStyle(isBold: true, fontSize: 20, fontColor: WorkbookColor.accent))])
        for sentence in document.lead {
            paragraph(sentence[language], CellStyle(fontColor: WorkbookColor.soft, isAtTop: true, wraps: true))
        }
        for sentence in document.colophon {
            paragraph(sentence[language], CellStyle(fontColor: WorkbookColor.soft, isAtTop: true, wraps: true))
        }
        gap()
    }

    mutating func write(_ section: ReportSection, charts: inout ChartSheet) {
        sheet.append([.text(section.heading[language], CellStyle(isBold: true, fontSize: 15))])
        gap()
        for block in section.blocks { write(block, &charts) }
        sheet.columns = widths.map { ColumnLayout(width: $0) }
    }

    private mutating func write(_ block: ReportBlock, _ charts: inout ChartSheet) {
        switch block {
        case .heading(let text): sheet.append([.text(text[language], CellStyle(isBold: true, fontSize: 12))])
        case .paragraph(let text): paragraph(text[language], CellStyle(isAtTop: true, wraps: true))
        case .notice(let text, let tone):
            let fill: UInt32? =
                switch tone {
                case .good: 0xE3F2ED
                case .warning: 0xFDF1D8
                case .bad: 0xFBE7E4
                case .plain: nil
                }
            paragraph(text[language], CellStyle(isBold: true, fill: fill, isAtTop: true, wraps: true))
        case .list(let items, let isNumbered):
            for (index, item) in items.enumerated() {
                paragraph((isNumbered ? "\(index + 1). " : "– ") + item[language], CellStyle(isAtTop: true, wraps: true))
            }
            gap()
        case .figures(let figures): self.figures(figures)
        case .table(let table): self.table(table)
        case .chart(let chart): self.chart(chart, &charts)
        }
    }

    private mutating func gap() { sheet.append([]) }

    /// A sentence over several columns, in a row as high as it needs.
    private mutating func paragraph(_ text: String, _ style: CellStyle) {
        let row = sheet.rows.count
        sheet.append([.text(text, style)] + [Cell](repeating: .blank(style), count: Self.span - 1))
        sheet.merged.append(CellBlock(rows: row...row, columns: 0...(Self.span - 1)))
        // A column of width 16 holds some 16 characters; sentences stand before tables, so the narrowest widths count.
        let lines = (Double(text.count) / 118).rounded(.up)
        sheet.rowHeights[row] = max(1, lines) * 15.5
    }

    private mutating func figures(_ figures: [KeyFigure]) {
        for figure in figures {
            sheet.append([
                .text(figure.label[language], CellStyle(fontColor: WorkbookColor.soft)),
                .text(figure.value[language], CellStyle(isBold: true, fontSize: 13, fontColor: WorkbookColor.accent)), .blank(),
                .text(figure.detail[language], CellStyle(fontColor: WorkbookColor.soft)),
            ])
        }
        gap()
    }

    // MARK: Tables

    private mutating func table(_ table: ReportTable) {
        sheet.append([.text(table.caption[language], CellStyle(isBold: true, fontSize: 12))])
        // A number with a unit of its own has the unit in a column beside it.
        let hasUnit = table.columns.indices.map { column in
            table.rows.contains { if case .amount = $0[column] { true } else { false } }
        }
        let head = CellStyle(isBold: true, fill: WorkbookColor.head, isAtTop: true, wraps: true, hasBorder: true)
        var headings: [Cell] = []
        for (column, hasUnit) in zip(table.columns, hasUnit) {
            widen(headings.count, width(of: column, in: table))
            headings.append(.text(column.heading[language], head))
            if hasUnit {
                widen(headings.count, 8)
                headings.append(.text(Phrase(en: "Unit", vi: "Đơn vị")[language], head))
            }
        }
        let first = sheet.rows.count
        sheet.rowHeights[first] = height(of: headings)
        sheet.append(headings)
        for row in table.rows {
            var cells: [Cell] = []
            for (index, cell) in row.enumerated() { cells += self.cells(cell, table.columns[index].kind, hasUnit[index]) }
            sheet.rowHeights[sheet.rows.count] = height(of: cells)
            sheet.append(cells)
        }
        // A sheet has room for one filter: the first long table's.
        if table.isLong, sheet.autofilter == nil, !headings.isEmpty {
            sheet.autofilter = CellBlock(rows: first...(sheet.rows.count - 1), columns: 0...(headings.count - 1))
        }
        gap()
    }

    /// Remarks and long names need more room than units.
    private func width(of column: ReportTable.Column, in table: ReportTable) -> Double {
        guard column.kind == .words else { return 14 }
        let position = table.columns.firstIndex { $0.heading == column.heading } ?? 0
        let longest =
            table.rows.prefix(200).map { row -> Int in
                switch row[position] {
                case .text(let text): text[language].count
                case .remarks(let remarks): remarks.reduce(0) { $0 + $1.text[language].count }
                case .number, .amount, .figure: 0
                }
            }.max() ?? 0
        return min(max(Double(longest) * 0.7, 12), 46)
    }

    /// The height that a row's longest text needs in its column: not every spreadsheet finds it by itself.
    private func height(of cells: [Cell]) -> Double {
        let lines = cells.enumerated().map { column, cell -> Double in
            guard case .text(let text) = cell.value, column < widths.count else { return 1 }
            return (Double(text.count) * 1.15 / widths[column]).rounded(.up)
        }
        return max(1, lines.max() ?? 1) * 15
    }

    private mutating func widen(_ column: Int, _ width: Double) {
        while widths.count <= column { widths.append(8) }
        widths[column] = max(widths[column], width)
    }

    private func cells(_ cell: ReportTable.Cell, _ kind: ReportTable.Column.Kind, _ hasUnit: Bool) -> [Cell] {
        // Off the border, so that a name does not touch the number before it.
        let words = CellStyle(isAtTop: true, wraps: true, hasBorder: true, indent: 1)
        switch cell {
        case .text(let text): return [.text(text[language], words)] + (hasUnit ? [.blank(words)] : [])
        case .number(let number): return [.number(number, style(kind, number ?? 0))] + (hasUnit ? [.blank(words)] : [])
        case .figure(let number, let kind): return [.number(number, style(kind, number))] + (hasUnit ? [.blank(words)] : [])
        case .amount(let number, let unit): return [.number(number, style(kind, number)), .text(unit[language], words)]
        case .remarks(let remarks): return [.text(remarks.map { $0.text[language] }.joined(separator: "; "), words)]
        }
    }

    private func style(_ kind: ReportTable.Column.Kind, _ number: Double) -> CellStyle {
        let format: NumberFormat =
            switch kind {
            case .words: .general
            case .number, .quantity: .grouped(decimals: kind.decimals(of: number) ?? 0)
            case .share: .percent(decimals: 1)
            }
        return CellStyle(format, isAtTop: true, hasBorder: true)
    }

    // MARK: Charts

    private mutating func chart(_ chart: ReportChart, _ charts: inout ChartSheet) {
        sheet.append([.text(chart.title[language], CellStyle(isBold: true, fontSize: 12))])
        paragraph(chart.summary[language], CellStyle(fontColor: WorkbookColor.soft, isAtTop: true, wraps: true))
        let drawn = charts.add(chart, at: CellAddress(row: sheet.rows.count, column: 0), number: ordinal)
        ordinal += drawn.count
        for drawn in drawn {
            // Rows are 15 points high, 20 pixels.
            var drawn = drawn
            drawn.place = CellAddress(row: sheet.rows.count, column: 0)
            sheet.charts.append(drawn)
            for _ in 0..<(drawn.height / 20 + 1) { gap() }
        }
        if let table = chart.table { self.table(table) }
    }
}
