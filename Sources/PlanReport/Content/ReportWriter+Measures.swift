// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// Baseline, today and plan side by side.
    func measures() -> ReportSection {
        let states = states
        let lines = MeasureLine.lines(states.map(\.measures), currency: tables.settings.currency).filter { line in
            line.values.contains { $0 != 0 }
        }
        var blocks: [ReportBlock] = [.chart(measureChart(states))]
        blocks.append(.table(measureTable(lines, states)))
        if let sold = outcome.soldOutsideText(tables) { blocks.append(.paragraph(sold)) }
        if outcome.today == nil, let reason = outcome.todayReason { blocks.append(.paragraph(reason.text(names))) }
        if !outcome.unpriced.isEmpty {
            let needs = outcome.unpriced.map(names.need).enumerated
            blocks.append(
                .notice(
                    Phrase(
                        en: "No net benefit can be told: the baseline leaves out needs that cannot be bought (\(needs.english)).",
                        vi: "Không tính được lợi ích ròng: mức cơ sở không gồm các nhu cầu không thể mua mới (\(needs.vietnamese))."),
                    .warning))
        }
        blocks.append(
            .paragraph(
                Phrase(
                    en: "Baseline: no exchange at all, everything thrown away and bought new. Today: what flows by the contracts. "
                        + "Plan: what is proposed.",
                    vi: "Mức cơ sở: không có trao đổi, mọi thứ đều thải bỏ và mua mới. Hiện trạng: lượng giao theo các hợp đồng. "
                        + "Phương án: các trao đổi được đề xuất.")))
        return ReportSection("measures", Phrase(en: "Baseline, today and plan", vi: "Mức cơ sở, hiện trạng và phương án"), blocks)
    }

    private typealias State = (name: Phrase, measures: Measures, tone: ChartTone)

    private var states: [State] {
        var states: [State] = [(Phrase(en: "Baseline", vi: "Mức cơ sở"), outcome.baseline, .baseline)]
        if let today = outcome.today { states.append((Phrase(en: "Today", vi: "Hiện trạng"), today, .today)) }
        if let plan = outcome.plan { states.append((Phrase(en: "Plan", vi: "Phương án"), plan, .plan)) }
        return states
    }

    private func measureTable(_ lines: [MeasureLine], _ states: [State]) -> ReportTable {
        // The lines differ in size, so each cell is told by itself and the columns stay numbers.
        let columns: [ReportTable.Column] =
            [.words(Phrase(en: "Measure", vi: "Chỉ tiêu"))] + states.map { .quantity($0.name) } + [
                .quantity(Phrase(en: "Plan less baseline", vi: "Phương án trừ mức cơ sở")),
                .share(Phrase(en: "of the baseline", vi: "so với mức cơ sở")),
            ]
        let rows = lines.map { line -> [ReportTable.Cell] in
            let values = line.values.map { $0 / line.factor }
            let (first, last) = (values.first ?? 0, values.last ?? 0)
            let change = (last - first).cut(first)
            // A line tells its figures alike, so that they can be compared; the lines differ in size.
            let kind = ReportTable.Column.Kind.number(largest: max(values.largest { $0 } / 10, change.magnitude))
            return [.text(line.heading)] + values.map { .figure($0, kind) } + [
                .figure(change, kind), .number(first == 0 ? nil : change / first.magnitude),
            ]
        }
        return ReportTable(
            id: "measures", caption: Phrase(en: "What it comes to in a year", vi: "Kết quả trong một năm"), columns: columns, rows: rows)
    }

    private func measureChart(_ states: [State]) -> ReportChart {
        // Cost, gas, waste and virgin material; the carbon cost is a part of the first, and the other kinds stand in the table.
        let named = MeasureLine.lines(states.map(\.measures), currency: tables.settings.currency)
        let shown = [0, 2, 3, 4].map { named[$0] }.filter { line in line.values.contains { $0 != 0 } }
        let panels = shown.map { line -> BarPanel in
            let values = line.values.map { $0 / line.factor }
            let kind = ReportTable.Column.Kind.number(largest: values.largest { $0 })
            let bars = zip(states, values).map { state, value -> BarDrawing.Bar in
                let told = kind.phrase(value)
                return BarDrawing.Bar(
                    label: state.name, parts: [BarDrawing.Part(value: value, tone: state.tone, told: told)], told: told,
                    detail: Phrase(
                        en: "\(line.heading.english), \(state.name.english): \(told.english)",
                        vi: "\(line.heading.vietnamese), \(state.name.vietnamese): \(told.vietnamese)"))
            }
            return BarPanel(title: line.heading, bars: bars)
        }
        let changes = shown.compactMap { line -> Phrase? in
            guard let first = line.values.first, let last = line.values.last, first != 0 else { return nil }
            let (heading, share) = (line.heading, Phrase.percent((last - first) / first.magnitude))
            return Phrase(en: "\(heading.english) \(share.english)", vi: "\(heading.vietnamese) \(share.vietnamese)")
        }.enumerated
        return ReportChart(
            id: "measures", title: Phrase(en: "Plan against baseline and today", vi: "Phương án so với mức cơ sở và hiện trạng"),
            summary: Phrase(
                en: "Change from baseline to plan: \(changes.english).", vi: "Thay đổi từ mức cơ sở đến phương án: \(changes.vietnamese)."),
            drawing: .panels(panels), table: nil)
    }
}
