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
        if rows.isEmpty {
            blocks.append(
                .paragraph(
                    Phrase(
                        en: "Nothing is scarce: one unit more or less of any quantity changes nothing.",
                        vi: "Không có gì khan hiếm: thêm hay bớt một đơn vị của bất kỳ lượng nào cũng không làm thay đổi kết quả.")))
        } else {
            blocks.append(
                .paragraph(
                    Phrase(
                        en: "A marginal value tells where a better figure, a new permit or more room pays, and holds for small changes.",
                        vi: "Giá trị cận biên cho biết nên cải thiện số liệu, xin thêm phép hay mở rộng ở đâu, và chỉ đúng với thay đổi nhỏ.")))
            blocks.append(.table(marginalTable(rows)))
        }
        if !outcome.processes.isEmpty { blocks.append(.table(processTable)) }
        return ReportSection("limits", Phrase(en: "What one more unit would change", vi: "Thêm một đơn vị sẽ thay đổi điều gì"), blocks)
    }

    private typealias Marginal = (text: Phrase, value: Double)

    /// The marginal values that save most, of each kind of row some.
    private var marginals: [Marginal] {
        let words = MarginalText(names: names, objective: outcome.objective)
        var rows: [Marginal] = []
        func add(_ found: [(Double?, (Double) -> Phrase)]) {
            let scale = found.largest { $0.0 }
            let telling = found.compactMap { marginal, text -> Marginal? in
                guard let value = marginal?.cut(scale), value < 0 else { return nil }
                return (text(value), value)
            }
            rows += telling.sorted { ($0.value, $0.text.english) < ($1.value, $1.text.english) }.prefix(12)
        }
        add(outcome.contracts.map { planned in (planned.marginal, { words.contract(planned.contract, $0) }) })
        add(outcome.routes.map { planned in (planned.marginal, { words.route(planned.route, $0) }) })
        add(outcome.processes.map { planned in (planned.marginal, { words.process(planned.process, $0) }) })
        add(outcome.outputs.map { planned in (planned.marginal, { words.output(planned.output, $0) }) })
        return rows
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
                .quantity(Phrase(en: "Change of the objective (\(unit.english))", vi: "Thay đổi của mục tiêu (\(unit.vietnamese))")),
            ], rows: rows.map { [.text($0.text), .number($0.value)] })
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
