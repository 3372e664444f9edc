// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// Writes the sections of a report in one language.
struct SectionWriter {
    let language: Language
    /// Whether the page has what draws; without it a chart is its sentence and its table.
    let drawsCharts: Bool

    func write(_ section: ReportSection, to html: inout HTMLWriter) {
        let id = "\(language.rawValue)-\(section.id)"
        html.line()
        html.element("section", [("id", id), ("aria-labelledby", "\(id)-heading"), ("class", "section-\(section.id)")]) { html in
            html.element("h2", [("id", "\(id)-heading")], text: section.heading[language])
            for block in section.blocks { write(block, to: &html) }
        }
    }

    private func write(_ block: ReportBlock, to html: inout HTMLWriter) {
        html.line()
        switch block {
        case .heading(let heading): html.element("h3", text: heading[language])
        case .paragraph(let text): html.element("p", text: text[language])
        case .notice(let text, let tone): html.element("p", [("class", "notice \(tone.rawValue)")], text: text[language])
        case .list(let items, let isNumbered): list(items, isNumbered, &html)
        case .figures(let figures): cards(figures, &html)
        case .table(let table): TableWriter(language: language).write(table, to: &html)
        case .chart(let chart): figure(chart, &html)
        }
    }

    private func list(_ items: [Phrase], _ isNumbered: Bool, _ html: inout HTMLWriter) {
        let write = { (html: inout HTMLWriter) in for item in items { html.element("li", text: item[language]) } }
        if isNumbered { html.element("ol", [("class", "told")], write) } else { html.element("ul", [("class", "told")], write) }
    }

    private func cards(_ figures: [KeyFigure], _ html: inout HTMLWriter) {
        html.element("dl", [("class", "figures")]) { html in
            for figure in figures {
                html.element("div", [("class", "card \(figure.tone.rawValue)")]) { html in
                    html.element("dt", text: figure.label[language])
                    html.element("dd", [("class", "value")], text: figure.value[language])
                    html.element("dd", [("class", "detail")], text: figure.detail[language])
                }
            }
        }
    }

    private func figure(_ chart: ReportChart, _ html: inout HTMLWriter) {
        let id = "\(language.rawValue)-chart-\(chart.id)"
        html.element("figure", [("class", "chart"), ("id", id), ("data-kind", chart.drawing.keyword)]) { html in
            html.element("figcaption") { html in
                html.element("strong", text: chart.title[language])
                html.element("span", [("id", "\(id)-summary")], text: chart.summary[language])
            }
            if drawsCharts { drawing(chart, id, &html) }
            if let table = chart.table {
                html.element("details", [("class", "data")]) { html in
                    html.element("summary", text: PageText.data[language])
                    TableWriter(language: language).write(table, to: &html)
                }
            }
        }
    }

    private func drawing(_ chart: ReportChart, _ id: String, _ html: inout HTMLWriter) {
        html.element("div", [("class", "controls needs-script")]) { _ in }
        html.element(
            "div",
            [
                ("class", "drawing needs-script"), ("tabindex", "0"), ("role", "group"), ("aria-label", chart.title[language]),
                ("aria-describedby", "\(id)-summary"),
            ]
        ) { _ in }
        html.element("p", [("class", "live visually-hidden"), ("aria-live", "polite")]) { _ in }
        html.element("ul", [("class", "legend")]) { html in
            for entry in chart.drawing.legend {
                html.element("li") { html in
                    html.element("span", [("class", "swatch tone-\(entry.tone.rawValue)"), ("aria-hidden", "true")]) { _ in }
                    html.write(entry.name[language])
                }
            }
        }
        html.element("script", [("type", "application/json")]) { html in html.raw(ChartData(chart, language).json) }
    }
}

extension ReportChart.Drawing {
    /// The word by which the page's script knows how to draw.
    var keyword: String {
        switch self {
        case .bars: "bars"
        case .panels: "panels"
        case .flows: "flows"
        case .map: "map"
        }
    }

    var legend: [(tone: ChartTone, name: Phrase)] {
        switch self {
        case .bars(let bars): bars.legend
        case .panels: []
        case .flows(let flows): flows.legend
        case .map(let map): map.legend
        }
    }
}
