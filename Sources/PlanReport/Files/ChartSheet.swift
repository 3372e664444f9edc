// SPDX-License-Identifier: GPL-3.0-or-later
internal import Spreadsheet
internal import Texts

/// The sheet behind the charts of a workbook: each chart's figures in a block of its own, from which the spreadsheet draws.
struct ChartSheet {
    private(set) var sheet: Worksheet
    private let language: Language

    init(name: String, language: Language) {
        sheet = Worksheet(name)
        sheet.columns = [ColumnLayout(width: 48)]
        self.language = language
    }

    var isEmpty: Bool { sheet.rows.isEmpty }

    /// The charts that a drawing comes to; none for a map, which a spreadsheet cannot draw and whose table stands beside it.
    mutating func add(_ chart: ReportChart, at place: CellAddress, number: Int) -> [Chart] {
        switch chart.drawing {
        case .bars(let drawing): [bars(drawing, chart, place)]
        case .panels(let panels): panels.map { panel(_: $0, place) }
        case .flows(let drawing): drawing.views.first.map { [flows($0, chart, place)] } ?? []
        case .map: []
        }
    }

    /// One series for each colour, so that the legend says what the colours mean.
    private mutating func bars(_ drawing: BarDrawing, _ chart: ReportChart, _ place: CellAddress) -> Chart {
        var tones = drawing.legend
        for tone in drawing.bars.flatMap({ $0.parts.map(\.tone) }) where !tones.contains(where: { $0.tone == tone }) {
            tones.append((tone, drawing.axis))
        }
        let rows = drawing.bars.map { bar in
            (bar.label[language], tones.map { entry in bar.parts.first { $0.tone == entry.tone }?.value })
        }
        var drawn = block(chart.title, tones.map { ($0.name[language], WorkbookColor.of($0.tone)) }, rows, .stackedBar, place)
        drawn.height = max(220, 26 * rows.count + 120)
        drawn.legend = tones.count > 1 ? .bottom : .none
        drawn.valueTitle = drawing.axis[language]
        drawn.description = chart.summary[language]
        return drawn
    }

    private mutating func panel(_ panel: BarPanel, _ place: CellAddress) -> Chart {
        let tones = panel.bars.map { ($0.label[language], WorkbookColor.of($0.parts.first?.tone ?? .plan)) }
        let rows = panel.bars.enumerated().map { index, bar in
            (bar.label[language], panel.bars.indices.map { $0 == index ? bar.parts.first?.value : nil })
        }
        var drawn = block(panel.title, tones, rows, .stackedBar, place)
        drawn.height = 200
        drawn.legend = .none
        drawn.description = panel.bars.map { $0.detail[language] }.joined(separator: "; ")
        return drawn
    }

    /// The largest flows as bars: a spreadsheet has no flow diagram.
    private mutating func flows(_ view: FlowDrawing.View, _ chart: ReportChart, _ place: CellAddress) -> Chart {
        var names: [String: String] = [:]
        for node in view.givers + view.takers { names[node.id] = node.name[language] }
        let largest = view.flows.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(\.element)
            .prefix(20)
        let rows = largest.map { flow in
            (flow.from == "from:" ? names[flow.from] ?? "" : "\(names[flow.from] ?? "") → \(names[flow.to] ?? "")", [Optional(flow.value)])
        }
        var drawn = block(chart.title, [(view.name[language], WorkbookColor.of(.plan))], rows, .bar, place)
        drawn.height = max(220, 24 * rows.count + 80)
        drawn.legend = .none
        drawn.valueTitle = view.name[language]
        drawn.description = chart.summary[language]
        return drawn
    }

    private mutating func block(
        _ title: Phrase, _ series: [(name: String, color: UInt32)], _ rows: [(label: String, values: [Double?])], _ kind: Chart.Kind,
        _ place: CellAddress
    ) -> Chart {
        let head = sheet.rows.count
        sheet.append([.text(title[language], CellStyle(isBold: true))] + series.map { .text($0.name, CellStyle(isBold: true)) })
        let shown = ReportTable.Column.Kind.number(decimals: 2)
        for row in rows {
            sheet.append(
                [.text(row.label)] + row.values.map { .number($0, CellStyle(.grouped(decimals: shown.decimals(of: $0 ?? 0) ?? 0))) })
        }
        sheet.append([])
        let lines = (head + 1)...max(head + 1, head + rows.count)
        var drawn = Chart(
            kind, title: title[language], at: place,
            series: series.enumerated().map { index, entry in
                Chart.Series(
                    entry.name, categories: SheetBlock(sheet.name, CellBlock(rows: lines, columns: 0...0)),
                    values: SheetBlock(sheet.name, CellBlock(rows: lines, columns: (index + 1)...(index + 1))), color: entry.color)
            })
        drawn.width = 900
        drawn.startsAtZero = rows.allSatisfy { $0.values.allSatisfy { ($0 ?? 0) >= 0 } }
        drawn.isReversed = true
        drawn.valueFormat = .grouped(decimals: 0)
        return drawn
    }
}
