// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension SolveReport {
    /// The exchanges of the plan, the largest gain first.
    mutating func exchanges() {
        let sorted = outcome.exchanges.enumerated().sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }.map(\.element)
        let count = Phrase.count(sorted.count)
        report.heading(
            Phrase(
                en: "Exchanges, the largest gain first (\(count.english))", vi: "Các trao đổi, lợi ích lớn nhất trước (\(count.vietnamese))"
            ))
        guard !sorted.isEmpty else {
            return report.paragraph(
                Phrase(en: "None: no exchange pays under these figures.", vi: "Không có: với các số liệu này không trao đổi nào có lợi."),
                indent: 2)
        }
        let gains = report.moneyColumn(tables.settings.currency, sorted.map(\.gain))
        let gain = Phrase(en: "Gain (\(gains.unit.english))", vi: "Lợi ích (\(gains.unit.vietnamese))")
        let rows = report.shown(sorted).map { row(of: $0, gain: gains.text) }
        report.table(
            [
                .words(Phrase(en: "Giver", vi: "Bên cung cấp")), .words(Phrase(en: "Taker", vi: "Bên tiếp nhận")),
                .words(Phrase(en: "Resource", vi: "Tài nguyên")),
                .numbers(Phrase(en: "Quantity", vi: "Lượng")), .unit, .numbers(Phrase(same: "km")),
                .words(Phrase(en: "Mode", vi: "Phương thức")), .numbers(gain),
            ], rows)
        report.leftOut(of: sorted.count)
    }

    private func row(of exchange: PlannedExchange, gain: (Double) -> String) -> [String] {
        let resource = report.tell(names.resource(exchange.resource))
        let substitute = exchange.asResource == exchange.resource ? resource : substituted(exchange, resource)
        return [
            report.tell(names.party(exchange.from)), report.tell(names.party(exchange.to)), substitute,
            report.numbers.readable(exchange.quantity), report.tell(tables.resources[exchange.resource].unit.symbol),
            report.numbers.fixed(exchange.kilometres, decimals: 1), report.tell(names.mode(exchange.mode)), gain(exchange.gain),
        ]
    }

    private func substituted(_ exchange: PlannedExchange, _ resource: String) -> String {
        let replaced = names.resource(exchange.asResource)
        return report.tell(Phrase(en: "\(resource) for \(replaced.english)", vi: "\(resource) thay \(replaced.vietnamese)"))
    }
}
