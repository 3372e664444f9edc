// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// A chart: what is drawn, what it says in one sentence, and the table of what it draws.
struct ReportChart {
    /// What is drawn.
    enum Drawing {
        case bars(BarDrawing)
        case panels([BarPanel])
        case flows(FlowDrawing)
        case map(MapDrawing)
    }
    /// The same in every report.
    var id: String
    var title: Phrase
    /// What the chart shows, for those who do not see it.
    var summary: Phrase
    var drawing: Drawing
    /// What is drawn, as a table; nil where a table of the section beside it says the same.
    var table: ReportTable?
}

/// What a colour stands for; the same in every chart of every scenario.
enum ChartTone: String {
    case material, water, energy, product
    case baseline, today, plan
    case exchanged, lost, disposed
    case measured, declared, estimated, illustrative, unknown
}

/// Horizontal bars, each of one part or several side by side.
struct BarDrawing {
    struct Part {
        var value: Double
        var tone: ChartTone
        /// The part with its unit, in words.
        var told: Phrase
    }
    struct Bar {
        var label: Phrase
        var parts: [Part]
        /// What stands at the end of the bar.
        var told: Phrase
        /// What a reader is told who asks for more.
        var detail: Phrase
    }
    var bars: [Bar]
    /// What the tones mean, in the order of the parts.
    var legend: [(tone: ChartTone, name: Phrase)]
    /// What the length of a bar is, with its unit.
    var axis: Phrase
}

/// One of several small charts side by side.
struct BarPanel {
    var title: Phrase
    var bars: [BarDrawing.Bar]
}

/// Flows from the column of givers to the column of takers, once for each measure by which they can be looked at.
struct FlowDrawing {
    struct Node {
        /// Givers and takers are apart: who does both stands in both columns.
        var id: String
        var name: Phrase
    }
    struct Flow {
        var from: String, to: String
        var value: Double
        var tone: ChartTone
        var told: Phrase, detail: Phrase
    }
    struct View {
        var id: String
        var name: Phrase
        var givers: [Node], takers: [Node]
        var flows: [Flow]
    }
    var views: [View]
    var legend: [(tone: ChartTone, name: Phrase)]
}

/// Parks and other places as circles, exchanges as lines between them.
struct MapDrawing {
    struct Place {
        var name: Phrase
        var latitude: Double, longitude: Double
        /// Firms that stand there; it makes the circle large.
        var firms: Int
        var isPark: Bool
        var detail: Phrase
    }
    struct Line {
        /// Positions in `places`.
        var from: Int, to: Int
        var tone: ChartTone
        /// What makes the line thick.
        var weight: Double
        var detail: Phrase
    }
    var places: [Place]
    var lines: [Line]
    var legend: [(tone: ChartTone, name: Phrase)]
}
