// SPDX-License-Identifier: GPL-3.0-or-later
internal import Reports
internal import Texts

/// Writes tables in one language: caption, scopes, numbers for the eye and, beside them, for sorting and the CSV.
struct TableWriter {
    let language: Language

    func write(_ table: ReportTable, to html: inout HTMLWriter) {
        let id = "\(language.rawValue)-table-\(table.id)"
        html.element("div", [("class", "table"), ("id", id), ("data-name", table.id)]) { html in
            html.element("div", [("class", table.isLong ? "table-tools needs-script" : "table-tools bare needs-script")]) { html in
                if table.isLong {
                    html.element("label") { html in
                        html.element("span", text: PageText.filter[language])
                        html.open("input", [("type", "search"), ("autocomplete", "off"), ("spellcheck", "false")])
                    }
                    html.element("span", [("class", "shown"), ("role", "status"), ("data-text", PageText.shown[language])]) { _ in }
                }
                html.element("a", [("class", "csv"), ("href", "#\(id)"), ("download", "\(table.id).csv")], text: PageText.csv[language])
            }
            html.element("div", [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", table.caption[language])]) {
                html in
                html.element("table") { html in
                    html.element("caption", text: table.caption[language])
                    head(table, &html)
                    body(table, &html)
                }
            }
            if table.isLong {
                html.element("button", [("type", "button"), ("class", "more needs-script")], text: PageText.all[language])
            }
        }
    }

    private func head(_ table: ReportTable, _ html: inout HTMLWriter) {
        html.element("thead") { html in
            html.element("tr") { html in
                for column in table.columns {
                    let attributes: [(StaticString, String)] = [("scope", "col")] + (column.kind == .words ? [] : [("class", "n")])
                    html.element("th", attributes, text: column.heading[language])
                }
            }
        }
    }

    private func body(_ table: ReportTable, _ html: inout HTMLWriter) {
        // The first column of words names the row.
        let name = table.columns.firstIndex { $0.kind == .words }
        html.element("tbody") { html in
            for row in table.rows {
                html.line()
                html.element("tr") { html in
                    for (index, cell) in row.enumerated() { write(cell, table.columns[index].kind, isName: index == name, &html) }
                }
            }
        }
    }

    private func write(_ cell: ReportTable.Cell, _ kind: ReportTable.Column.Kind, isName: Bool, _ html: inout HTMLWriter) {
        switch cell {
        case .text(let text):
            if isName { html.element("th", [("scope", "row")], text: text[language]) } else { html.element("td", text: text[language]) }
        case .number(let number):
            guard let number, number.isFinite else { return html.element("td", [("class", "n")], text: "") }
            html.element("td", [("class", "n"), ("data-v", plain(number))], text: kind.told(number, language))
        case .amount(let number, let unit):
            let attributes: [(StaticString, String)] = [("class", "n"), ("data-v", plain(number)), ("data-u", unit[language])]
            html.element("td", attributes, text: "\(kind.told(number, language)) \(unit[language])")
        case .figure(let number, let kind):
            html.element("td", [("class", "n"), ("data-v", plain(number))], text: kind.told(number, language))
        case .remarks(let remarks):
            html.element("td") { html in
                html.element("ul", [("class", "remarks")]) { html in
                    for remark in remarks { html.element("li", [("class", remark.tone.rawValue)], text: remark.text[language]) }
                }
            }
        }
    }

    /// The number for machines: at most twelve figures, so that the last bits of a sum do not fill the page.
    func plain(_ number: Double) -> String {
        guard number != 0 else { return "0" }
        var scale = 1.0
        while number.magnitude * scale < 1e11, scale < 1e15 { scale *= 10 }
        // What is as small as that is told in full.
        guard scale < 1e15 else { return number.description }
        let short = scale > 1 ? (number * scale).rounded() / scale : number
        return Int64(exactly: short).map { String($0) } ?? short.description
    }
}
