// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension SolveReport {
    /// What is left at one place: how much of how much, and the money that goes with it.
    private struct Leftover {
        var place: Phrase
        var resource: Reference<Resource>
        var quantity: Double
        var whole: Double
        var money: Double
    }

    /// What no partner takes, the costliest first; what earns money outside the plan stands apart, for it is sold and not thrown away.
    mutating func thrownAway() {
        let rows = leftovers
        let share = Phrase(en: "of its output", vi: "so với đầu ra")
        report.heading(Phrase(en: "Still thrown away", vi: "Còn phải thải bỏ"))
        list(
            rows.filter { $0.money >= 0 }, of: share, money: Phrase(en: "Cost", vi: "Chi phí"),
            none: Phrase(en: "Nothing.", vi: "Không có."))
        let sold = rows.filter { $0.money < 0 }.map { row in
            var row = row
            row.money.negate()
            return row
        }
        guard !sold.isEmpty else { return }
        report.heading(Phrase(en: "Sold outside the plan", vi: "Bán ra ngoài phương án"))
        list(sold, of: share, money: Phrase(en: "Earned", vi: "Thu được"), none: Phrase(en: "Nothing.", vi: "Không có."))
    }

    /// All that no partner takes.
    private var leftovers: [Leftover] {
        var rows = outcome.outputs.filter { $0.disposed.cut($0.quantity) != 0 }.map { planned in
            let output = tables.outputs[planned.output]
            let price = planned.disposalCost ?? output.disposalCost ?? tables.resources[output.resource].disposalCost
            return Leftover(
                place: names.firm(output.firm), resource: output.resource, quantity: planned.disposed, whole: planned.quantity,
                money: price * planned.disposed)
        }
        rows += flows(.output) { $0.disposalCost ?? tables.resources[$0.resource].disposalCost }
        return rows
    }

    /// What is still bought new, the costliest first.
    mutating func boughtNew() {
        var rows = outcome.needs.filter { $0.virgin.cut($0.quantity) != 0 }.map { planned in
            let need = tables.needs[planned.need]
            let price = need.virginPrice ?? tables.resources[need.resource].virginPrice ?? 0
            return Leftover(
                place: names.firm(need.firm), resource: need.resource, quantity: planned.virgin, whole: planned.quantity,
                money: price * planned.virgin)
        }
        rows += flows(.input) { $0.virginPrice ?? 0 }
        report.heading(Phrase(en: "Still bought new", vi: "Còn phải mua mới"))
        list(
            rows, of: Phrase(en: "of its need", vi: "so với nhu cầu"), money: Phrase(en: "Cost", vi: "Chi phí"),
            none: Phrase(en: "Nothing.", vi: "Không có."))
    }

    private func flows(_ role: FlowRole, price: (ProcessFlow) -> Double) -> [Leftover] {
        outcome.processFlows.filter { tables.processFlows[$0.flow].role == role && $0.outside.cut($0.quantity) != 0 }.map { planned in
            let flow = tables.processFlows[planned.flow]
            return Leftover(
                place: names.process(flow.process), resource: flow.resource, quantity: planned.outside, whole: planned.quantity,
                money: price(flow) * planned.outside)
        }
    }

    private mutating func list(_ leftovers: [Leftover], of whole: Phrase, money: Phrase, none: Phrase) {
        guard !leftovers.isEmpty else { return report.paragraph(none, indent: 2) }
        let sorted = leftovers.enumerated().sorted { ($1.element.money, $0.offset) < ($0.element.money, $1.offset) }.map(\.element)
        let amounts = report.moneyColumn(tables.settings.currency, sorted.map(\.money))
        let heading = Phrase(en: "\(money.english) (\(amounts.unit.english))", vi: "\(money.vietnamese) (\(amounts.unit.vietnamese))")
        let rows = report.shown(sorted).map { row in
            [
                report.tell(row.place), report.tell(names.resource(row.resource)), report.numbers.readable(row.quantity),
                report.tell(tables.resources[row.resource].unit.symbol), report.numbers.percent(row.quantity / row.whole),
                amounts.text(row.money),
            ]
        }
        report.table(
            [
                .words(Phrase(en: "Where", vi: "Nơi")), .words(Phrase(en: "Resource", vi: "Tài nguyên")),
                .numbers(Phrase(en: "Quantity", vi: "Lượng")), .unit, .numbers(whole),
                .numbers(heading),
            ], rows)
        report.leftOut(of: sorted.count)
    }
}
