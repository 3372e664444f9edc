// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// The exchanges ranked by gain, with the distance and what could block each.
    func exchanges() -> ReportSection {
        var blocks: [ReportBlock] = []
        if ranked.isEmpty {
            blocks.append(
                .paragraph(
                    Phrase(
                        en: "None: no exchange pays under these figures.", vi: "Không có: với các số liệu này không trao đổi nào có lợi.")))
        } else {
            blocks.append(.chart(gainChart))
            blocks.append(.paragraph(gainExplanation))
            blocks.append(.table(exchangeTable("exchanges", ranked)))
        }
        return ReportSection(
            "exchanges", Phrase(en: "Exchanges ranked, and what could block them", vi: "Xếp hạng các trao đổi và những trở ngại có thể có"),
            blocks)
    }

    private var gainExplanation: Phrase {
        let (near, single) = (Phrase.roundPercent(Obstacle.Threshold.nearLimit), Phrase.roundPercent(Obstacle.Threshold.singleGiver))
        let (far, thin) = (Phrase.roundKilometres(Obstacle.Threshold.farKilometres), Phrase.roundPercent(Obstacle.Threshold.thin))
        return Phrase(
            en:
                "Gain: what an exchange brings a year against throwing away and buying new, for giver and taker together; how they share it is for them to agree. "
                + "Remarks are derived from the scenario: a mixture from \(near.english) of a quality limit on, one giver for \(single.english) of a need or more, "
                + "\(far.english) or more on the road, a gain below \(thin.english) of the cost of moving and taking.",
            vi:
                "Lợi ích: phần lợi hằng năm của trao đổi so với thải bỏ và mua mới, tính chung cho bên cung cấp và bên tiếp nhận; cách chia do hai bên thỏa thuận. "
                + "Các ghi chú được suy ra từ kịch bản: hỗn hợp đạt từ \(near.vietnamese) giới hạn chất lượng, một bên cung cấp từ \(single.vietnamese) nhu cầu, "
                + "cự ly từ \(far.vietnamese), lợi ích dưới \(thin.vietnamese) chi phí vận chuyển và tiếp nhận.")
    }

    private var gainChart: ReportChart {
        let shown = ranked.prefix(15)
        let scale = MoneyScale(largest: shown.map(\.gain).largest { $0 }), unit = money.unit(scale)
        let kind = ReportTable.Column.Kind.number(largest: shown.map(\.gain).largest { $0 } / scale.factor)
        let bars = shown.map { exchange -> BarDrawing.Bar in
            let (pair, resource, told) = (pair(exchange), names.resource(exchange.resource), kind.phrase(exchange.gain / scale.factor))
            return BarDrawing.Bar(
                label: Phrase(en: "\(resource.english): \(pair.english)", vi: "\(resource.vietnamese): \(pair.vietnamese)"),
                parts: [BarDrawing.Part(value: exchange.gain / scale.factor, tone: tone(exchange.resource), told: told)], told: told,
                detail: detail(exchange))
        }
        // As everywhere in the report, the whole is what the exchanges with a gain of their own bring; what others lose by themselves is left out.
        let total = ranked.reduce(0) { $0 + max($1.gain, 0) }, part = shown.reduce(0) { $0 + max($1.gain, 0) }
        let (count, share) = (Phrase.count(shown.count), Phrase.percent(total == 0 ? 0 : part / total))
        return ReportChart(
            id: "gains", title: Phrase(en: "The largest gains", vi: "Các lợi ích lớn nhất"),
            summary: Phrase(
                en: "The \(count.english) largest exchanges bring \(share.english) of the gains of all exchanges.",
                vi: "\(count.vietnamese) trao đổi lớn nhất mang lại \(share.vietnamese) tổng lợi ích của mọi trao đổi."),
            drawing: .bars(
                BarDrawing(
                    bars: bars, legend: kindLegend(Array(shown)),
                    axis: Phrase(en: "Gain a year (\(unit.english))", vi: "Lợi ích mỗi năm (\(unit.vietnamese))"))), table: nil)
    }

    /// Exchanges as a table; `id` names it.
    func exchangeTable(_ id: String, _ exchanges: [PlannedExchange], caption: Phrase? = nil) -> ReportTable {
        let gain = moneyColumn(Phrase(en: "Gain a year", vi: "Lợi ích mỗi năm"), exchanges.map(\.gain))
        let columns: [ReportTable.Column] = [
            .number(Phrase(en: "Rank", vi: "Hạng"), decimals: 0), .words(Phrase(en: "Giver", vi: "Bên cung cấp")),
            .words(Phrase(en: "Taker", vi: "Bên tiếp nhận")), .words(Phrase(en: "Resource", vi: "Tài nguyên")),
            .quantity(Phrase(en: "Quantity a year", vi: "Lượng mỗi năm")),
            .number(Phrase(en: "Distance (km)", vi: "Cự ly (km)"), decimals: 1), gain.column,
            .words(Phrase(en: "What could block it", vi: "Trở ngại có thể có")),
        ]
        let scale = exchanges.largest(\.gain)
        let rows = exchanges.enumerated().map { index, exchange -> [ReportTable.Cell] in
            [
                .number(Double(index + 1)), .text(names.party(exchange.from)), .text(names.party(exchange.to)), .text(told(exchange)),
                .amount(exchange.quantity, unit: tables.resources[exchange.resource].unit.symbol), .number(exchange.kilometres),
                .number(exchange.gain.cut(scale) / gain.factor), .remarks(ledger.obstacles(exchange).map { ($0.text(names), $0.tone) }),
            ]
        }
        let count = Phrase.count(exchanges.count)
        let whole = Phrase(
            en: "All \(count.english) exchanges, the largest gain first", vi: "Tất cả \(count.vietnamese) trao đổi, lợi ích lớn nhất trước")
        return ReportTable(id: id, caption: caption ?? whole, columns: columns, rows: rows)
    }
}
