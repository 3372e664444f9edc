// SPDX-License-Identifier: GPL-3.0-or-later
internal import Reports
internal import Texts

/// What the page's script draws a chart from: JSON in one language, every text ready to be shown.
struct ChartData {
    private let chart: ReportChart
    private let language: Language

    init(_ chart: ReportChart, _ language: Language) { (self.chart, self.language) = (chart, language) }

    /// JSON that can stand in a script element: `<`, `>` and `&` occur only in its strings and are escaped there.
    var json: String {
        var writer = JSONWriter(capacity: 1 << 14)
        writer.object { writer in
            writer.member("walk", PageText.walk[language])
            switch chart.drawing {
            case .bars(let drawing):
                writer.member("axis", drawing.axis[language])
                writer.member("bars", objects: drawing.bars, bar)
            case .panels(let panels):
                writer.member("panels", objects: panels) { object, panel in
                    object.member("title", panel.title[language])
                    object.member("bars", objects: panel.bars, bar)
                }
            case .flows(let drawing): flows(&writer, drawing)
            case .map(let drawing): map(&writer, drawing)
            }
        }
        var text = ""
        for scalar in String(decoding: writer.bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "<": text += "\\u003c"
            case ">": text += "\\u003e"
            case "&": text += "\\u0026"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private func bar(_ object: inout JSONWriter, _ bar: BarDrawing.Bar) {
        object.member("label", bar.label[language])
        object.member("told", bar.told[language])
        object.member("detail", bar.detail[language])
        object.member("parts", objects: bar.parts) { part, value in
            part.member("value", value.value)
            part.member("tone", value.tone.rawValue)
            part.member("told", value.told[language])
        }
    }

    private func flows(_ writer: inout JSONWriter, _ drawing: FlowDrawing) {
        writer.member("choose", PageText.measure[language])
        writer.member("views", objects: drawing.views) { object, view in
            object.member("id", view.id)
            object.member("name", view.name[language])
            object.member("givers", objects: view.givers, node)
            object.member("takers", objects: view.takers, node)
            object.member("flows", objects: view.flows) { flow, value in
                flow.member("from", value.from)
                flow.member("to", value.to)
                flow.member("value", value.value)
                flow.member("tone", value.tone.rawValue)
                flow.member("told", value.told[language])
                flow.member("detail", value.detail[language])
            }
        }
    }

    private func node(_ object: inout JSONWriter, _ node: FlowDrawing.Node) {
        object.member("id", node.id)
        object.member("name", node.name[language])
    }

    private func map(_ writer: inout JSONWriter, _ drawing: MapDrawing) {
        writer.member("zoomIn", PageText.zoomIn[language])
        writer.member("zoomOut", PageText.zoomOut[language])
        writer.member("places", objects: drawing.places) { object, place in
            object.member("name", place.name[language])
            object.member("detail", place.detail[language])
            object.member("latitude", place.latitude)
            object.member("longitude", place.longitude)
            object.member("firms", place.firms)
            object.member("park", place.isPark)
        }
        writer.member("lines", objects: drawing.lines) { object, line in
            object.member("from", line.from)
            object.member("to", line.to)
            object.member("tone", line.tone.rawValue)
            object.member("weight", line.weight)
            object.member("detail", line.detail[language])
        }
    }
}
