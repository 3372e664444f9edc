// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// What holds the plan back: what one more unit of a waste, a need or a capacity would change.
    func limits() -> ReportSection {
        var blocks: [ReportBlock] = []
        let rows = marginals
        if !knowsMarginals { blocks.append(.paragraph(unknownMarginals)) }
        if rows.isEmpty, knowsMarginals {
            blocks.append(
                .paragraph(
                    Phrase(
                        en:
                            "Nothing holds the plan back that a small change would ease: one more unit of a by-product, of room under a contract or on a "
                            + "route, or of a plant's capacity brings no more than throwing it away or selling it elsewhere.",
                        vi:
                            "Không có gì cản trở phương án mà một thay đổi nhỏ gỡ được: thêm một đơn vị phụ phẩm, hạn mức hợp đồng, sức chở của "
                            + "tuyến hay công suất của cơ sở không mang lại gì hơn thải bỏ hoặc bán ra ngoài.")))
        } else if !rows.isEmpty {
            blocks.append(
                .paragraph(
                    Phrase(
                        en: "A marginal value tells where a better figure, a new permit or more room pays, and holds for small changes.",
                        vi:
                            "Giá trị cận biên cho biết nên cải thiện số liệu, xin thêm phép hay mở rộng ở đâu, và chỉ đúng với thay đổi nhỏ."
                    )))
            blocks.append(.table(marginalTable(rows)))
        }
        if !outcome.processes.isEmpty { blocks.append(.table(processTable)) }
        return ReportSection("limits", Phrase(en: "What one more unit would change", vi: "Thêm một đơn vị sẽ thay đổi điều gì"), blocks)
    }

    /// Whether the plan tells what one more unit of an output or a capacity changes: not of a year that is the sum of its periods, nor of a plan
    /// without prices, such as that of a search stopped early.
    private var knowsMarginals: Bool {
        guard tables.periods.isEmpty else { return false }
        let streams = outcome.outputs.map(\.marginal) + outcome.processes.map(\.marginal)
        return streams.isEmpty || streams.contains { $0 != nil }
    }

    private var unknownMarginals: Phrase {
        guard tables.periods.isEmpty else {
            return Phrase(
                en:
                    "What one more unit of a by-product or of a plant's capacity would change differs from period to period and is not told here: "
                    + "symbio explain tells it by period.",
                vi: "Thêm một đơn vị phụ phẩm hay công suất của cơ sở làm thay đổi gì là khác nhau theo từng kỳ nên không nêu ở đây: "
                    + "lệnh symbio explain nêu theo từng kỳ.")
        }
        return Phrase(
            en: "What one more unit would change is not known: this plan has no prices.",
            vi: "Chưa biết thêm một đơn vị sẽ thay đổi điều gì: phương án này không có hệ giá.")
    }

    /// `worth`: how much is saved beyond throwing away or selling outside the plan.
    private typealias Marginal = (text: Phrase, value: Double, worth: Double)

    /// The marginal values that save most, of each kind of row some.
    private var marginals: [Marginal] {
        let words = MarginalText(names: names, objective: outcome.objective)
        var rows: [Marginal] = []
        func add(_ found: [(value: Double?, worth: Double?, text: (Double) -> Phrase)]) {
            let scale = found.largest { $0.value }
            let telling = found.compactMap { entry -> Marginal? in
                guard let value = entry.value?.cut(scale), value < 0 else { return nil }
                let worth = entry.worth ?? -value
                return worth > 0 ? (entry.text(value), value, worth) : nil
            }
            rows += telling.sorted { ($1.worth, $0.text.english) < ($0.worth, $1.text.english) }.prefix(12)
        }
        add(outcome.contracts.map { planned in (planned.marginal, nil, { words.contract(planned.contract, $0) }) })
        add(outcome.routes.map { planned in (planned.marginal, nil, { words.route(planned.route, $0) }) })
        // Those of outputs and plants are of a period, even where the year has a single row of it.
        guard tables.periods.isEmpty else { return rows }
        add(outcome.processes.map { planned in (planned.marginal, nil, { words.process(planned.process, $0) }) })
        add(outcome.outputs.map { planned in (planned.marginal, worth(planned), { words.output(planned.output, $0) }) })
        return rows
    }

    /// What one more unit of an output is worth beyond throwing it away or selling it outside the plan, in the scenario's currency; on another
    /// objective than cost what it saves at all.
    private func worth(_ planned: PlannedOutput) -> Double {
        guard let marginal = planned.marginal else { return 0 }
        guard outcome.objective == .cost else { return -marginal }
        let output = tables.outputs[planned.output], resource = tables.resources[output.resource]
        let carbon = tables.settings.carbonPrice / 1000 * (output.disposalGHG ?? resource.disposalGHG)
        let outside = (output.disposalCost ?? resource.disposalCost) + carbon
        return (outside - marginal).cut(max(outside.magnitude, marginal.magnitude))
    }

    private func marginalTable(_ rows: [Marginal]) -> ReportTable {
        let unit =
            switch outcome.objective {
            case .cost: money.unit(.one)
            case .ghg: Phrase(same: "kg CO2e")
            case .waste, .virgin: Phrase(en: "t", vi: "tấn")
            case .weights: Phrase(en: "weighted", vi: "có trọng số")
            }
        return ReportTable(
            id: "marginals", caption: Phrase(en: "What would save most, by kind", vi: "Những gì tiết kiệm nhiều nhất, theo từng nhóm"),
            columns: [
                .words(Phrase(en: "In words", vi: "Diễn giải")),
                .quantity(
                    Phrase(
                        en: "Saved beyond throwing away or selling outside (\(unit.english))",
                        vi: "Tiết kiệm thêm so với thải bỏ hoặc bán ra ngoài (\(unit.vietnamese))")),
            ], rows: rows.map { [.text($0.text), .number($0.worth)] })
    }

    private var processTable: ReportTable {
        let gain = moneyColumn(Phrase(en: "Gain a year", vi: "Lợi ích mỗi năm"), outcome.processes.map(\.gain))
        let sorted = outcome.processes.sorted { tables.processes[$0.process].id < tables.processes[$1.process].id }
        return ReportTable(
            id: "processes", caption: Phrase(en: "Treatment plants and processes", vi: "Cơ sở xử lý và công đoạn"),
            columns: [
                .words(Phrase(en: "Plant", vi: "Cơ sở")), .quantity(Phrase(en: "Activity a year", vi: "Mức hoạt động mỗi năm")),
                .quantity(Phrase(en: "Capacity", vi: "Công suất")), .share(Phrase(en: "used", vi: "sử dụng")), gain.column,
            ],
            rows: sorted.map { planned in
                [
                    .text(names.process(planned.process)), .number(planned.activity.cut(planned.capacity)), .number(planned.capacity),
                    .number(planned.capacity > 0 ? planned.activity.cut(planned.capacity) / planned.capacity : nil),
                    .number(planned.gain / gain.factor),
                ]
            })
    }
}
