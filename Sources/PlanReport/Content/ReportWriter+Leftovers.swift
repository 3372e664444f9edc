// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

/// What is left at one place outside the plan: how much of how much, and the money that goes with it.
struct Leftover {
    var party: Party
    var place: Phrase
    var resource: Reference<Resource>
    var quantity: Double, whole: Double
    /// Money a year that it costs; below 0 where it earns.
    var money: Double
    var route: DisposalRoute?
}

extension ReportWriter {
    /// What no partner takes, the costliest first; what sells outside the plan has money below 0.
    var thrownAway: [Leftover] {
        var rows = outcome.outputs.filter { $0.disposed.cut($0.quantity) != 0 }.map { planned in
            let output = tables.outputs[planned.output], resource = tables.resources[output.resource]
            return Leftover(
                party: .firm(output.firm), place: names.firm(output.firm), resource: output.resource, quantity: planned.disposed,
                whole: planned.quantity, money: (output.disposalCost ?? resource.disposalCost) * planned.disposed,
                route: output.disposalRoute ?? resource.disposalRoute)
        }
        rows += flows(.output) { flow, resource in
            (flow.disposalCost ?? resource.disposalCost, flow.disposalRoute ?? resource.disposalRoute)
        }
        return sorted(rows)
    }

    /// What is still bought new, the costliest first.
    var boughtNew: [Leftover] {
        var rows = outcome.needs.filter { $0.virgin.cut($0.quantity) != 0 }.map { planned in
            let need = tables.needs[planned.need]
            let price = need.virginPrice ?? tables.resources[need.resource].virginPrice ?? 0
            return Leftover(
                party: .firm(need.firm), place: names.firm(need.firm), resource: need.resource, quantity: planned.virgin,
                whole: planned.quantity, money: price * planned.virgin)
        }
        rows += flows(.input) { flow, _ in (flow.virginPrice ?? 0, nil) }
        return sorted(rows)
    }

    private func flows(_ role: FlowRole, _ price: (ProcessFlow, Resource) -> (Double, DisposalRoute?)) -> [Leftover] {
        outcome.processFlows.filter { tables.processFlows[$0.flow].role == role && $0.outside.cut($0.quantity) != 0 }.map { planned in
            let flow = tables.processFlows[planned.flow]
            let (unitPrice, route) = price(flow, tables.resources[flow.resource])
            return Leftover(
                party: .process(flow.process), place: names.process(flow.process), resource: flow.resource, quantity: planned.outside,
                whole: planned.quantity, money: unitPrice * planned.outside, route: route)
        }
    }

    /// One row for a place and a resource, whatever the number of periods; the costliest first, equal ones in the order of ids.
    private func sorted(_ rows: [Leftover]) -> [Leftover] {
        var merged: [Leftover] = []
        var places: [Stream: Int] = [:]
        for row in rows {
            let stream = Stream(party: row.party, resource: row.resource)
            if let place = places[stream] {
                merged[place].quantity += row.quantity
                merged[place].whole += row.whole
                merged[place].money += row.money
            } else {
                places[stream] = merged.count
                merged.append(row)
            }
        }
        return merged.map { ($0, [tables.id($0.party), tables.resources[$0.resource].id]) }
            .sorted { left, right in
                left.0.money != right.0.money ? left.0.money > right.0.money : left.1.lexicographicallyPrecedes(right.1)
            }
            .map(\.0)
    }

    /// What is still thrown away, sold elsewhere and bought new.
    func leftovers() -> ReportSection {
        let left = thrownAway
        let (wasted, sold) = (left.filter { $0.money >= 0 }, left.filter { $0.money < 0 })
        var blocks: [ReportBlock] = []
        if wasted.isEmpty { blocks.append(.paragraph(Phrase(en: "Nothing is thrown away.", vi: "Không còn gì phải thải bỏ."))) }
        if let chart = wasteChart { blocks.append(.chart(chart)) }
        if !wasted.isEmpty {
            blocks.append(
                .table(
                    table(
                        "thrown-away", Phrase(en: "Still thrown away, the costliest first", vi: "Còn phải thải bỏ, tốn kém nhất trước"),
                        wasted,
                        money: Phrase(en: "Cost a year", vi: "Chi phí mỗi năm"), whole: Phrase(en: "of the output", vi: "so với đầu ra"),
                        hasRoute: true)))
        }
        if !sold.isEmpty {
            let earned = sold.reversed().map { row in
                var row = row
                row.money.negate()
                return row
            }
            blocks.append(
                .table(
                    table(
                        "sold", Phrase(en: "Sold outside the plan, as today", vi: "Bán ra ngoài phương án, như hiện nay"), earned,
                        money: Phrase(en: "Earned a year", vi: "Thu được mỗi năm"), whole: Phrase(en: "of the output", vi: "so với đầu ra"),
                        hasRoute: false)))
        }
        let bought = boughtNew
        if !bought.isEmpty {
            blocks.append(
                .table(
                    table(
                        "bought-new", Phrase(en: "Still bought new, the costliest first", vi: "Còn phải mua mới, tốn kém nhất trước"),
                        bought,
                        money: Phrase(en: "Cost a year", vi: "Chi phí mỗi năm"), whole: Phrase(en: "of the need", vi: "so với nhu cầu"),
                        hasRoute: false)))
        }
        return ReportSection("leftovers", Phrase(en: "What is still thrown away", vi: "Những gì còn phải thải bỏ"), blocks)
    }

    private func table(_ id: String, _ caption: Phrase, _ rows: [Leftover], money heading: Phrase, whole: Phrase, hasRoute: Bool)
        -> ReportTable
    {
        let amount = moneyColumn(heading, rows.map(\.money))
        var columns: [ReportTable.Column] = [
            .words(Phrase(en: "Firm or plant", vi: "Doanh nghiệp hoặc cơ sở")), .words(Phrase(en: "Resource", vi: "Tài nguyên")),
            .quantity(Phrase(en: "Quantity a year", vi: "Lượng mỗi năm")), .share(whole),
            amount.column,
        ]
        if hasRoute { columns.append(.words(Phrase(en: "Goes to", vi: "Nơi đến"))) }
        let scale = rows.largest(\.money)
        return ReportTable(
            id: id, caption: caption, columns: columns,
            rows: rows.map { row in
                var cells: [ReportTable.Cell] = [
                    .text(row.place), .text(names.resource(row.resource)),
                    .amount(row.quantity, unit: tables.resources[row.resource].unit.symbol),
                    .number(row.whole > 0 ? row.quantity / row.whole : nil),
                    .number(row.money.cut(scale) / amount.factor),
                ]
                if hasRoute { cells.append(.text(row.route?.name ?? Phrase(en: "not known", vi: "chưa rõ"))) }
                return cells
            })
    }

    /// Of the resources that are thrown away most, by weight: what is exchanged, what is lost on the way, what is left.
    private var wasteChart: ReportChart? {
        var sums: [Reference<Resource>: (exchanged: Double, lost: Double, disposed: Double)] = [:]
        for planned in outcome.outputs {
            let output = tables.outputs[planned.output], resource = output.resource
            // What sells as it is would hide what is a burden.
            guard tables.resources[resource].kind == .material, (output.disposalCost ?? tables.resources[resource].disposalCost) >= 0,
                let factor = tonnes(resource)
            else { continue }
            var sum = sums[resource] ?? (0, 0, 0)
            sum = (
                sum.exchanged + (planned.exchanged - planned.lost) * factor, sum.lost + planned.lost * factor,
                sum.disposed + planned.disposed * factor
            )
            sums[resource] = sum
        }
        let shown = sums.filter { $0.value.disposed > 0 }.sorted { left, right in
            (right.value.disposed, tables.resources[left.key].id) < (left.value.disposed, tables.resources[right.key].id)
        }.prefix(12)
        guard !shown.isEmpty else { return nil }
        let bars = shown.map { resource, sum -> BarDrawing.Bar in
            let (exchanged, lost, left) = (
                Phrase.quantity(sum.exchanged, .tonne), Phrase.quantity(sum.lost, .tonne), Phrase.quantity(sum.disposed, .tonne)
            )
            let name = names.resource(resource)
            return BarDrawing.Bar(
                label: name,
                parts: [
                    BarDrawing.Part(value: sum.exchanged, tone: .exchanged, told: exchanged),
                    BarDrawing.Part(value: sum.lost, tone: .lost, told: lost),
                    BarDrawing.Part(value: sum.disposed, tone: .disposed, told: left),
                ], told: left,
                detail: Phrase(
                    en: "\(name.english): \(exchanged.english) exchanged, \(lost.english) lost on the way, \(left.english) left",
                    vi: "\(name.vietnamese): trao đổi \(exchanged.vietnamese), hao hụt \(lost.vietnamese), còn lại \(left.vietnamese)"))
        }
        let total = sums.map(\.value.disposed).sorted().reduce(0, +), part = shown.reduce(0) { $0 + $1.value.disposed }
        let (count, share) = (Phrase.count(shown.count), Phrase.percent(total > 0 ? part / total : 0))
        return ReportChart(
            id: "waste", title: Phrase(en: "Materials that are left over, by weight", vi: "Vật liệu còn dư, theo khối lượng"),
            summary: Phrase(
                en:
                    "\(count.english) materials make up \(share.english) of what is thrown away by firms; what sells outside the plan is not counted.",
                vi:
                    "\(count.vietnamese) loại vật liệu chiếm \(share.vietnamese) lượng doanh nghiệp thải bỏ, không tính những gì bán ra ngoài phương án."
            ),
            drawing: .bars(
                BarDrawing(
                    bars: bars,
                    legend: [
                        (.exchanged, Phrase(en: "exchanged", vi: "trao đổi")),
                        (.lost, Phrase(en: "lost on the way", vi: "hao hụt trên đường")),
                        (.disposed, Phrase(en: "left over", vi: "còn dư")),
                    ], axis: Phrase(en: "Tonnes a year", vi: "Tấn mỗi năm"))), table: Self.wasteTable(bars))
    }

    private static func wasteTable(_ bars: [BarDrawing.Bar]) -> ReportTable {
        ReportTable(
            id: "waste", caption: Phrase(en: "Materials that are left over, in tonnes a year", vi: "Vật liệu còn dư, tấn mỗi năm"),
            columns: [
                .words(Phrase(en: "Material", vi: "Vật liệu")), .quantity(Phrase(en: "Exchanged", vi: "Trao đổi")),
                .quantity(Phrase(en: "Lost on the way", vi: "Hao hụt trên đường")), .quantity(Phrase(en: "Left over", vi: "Còn dư")),
            ], rows: bars.map { bar in [.text(bar.label)] + bar.parts.map { .number($0.value) } })
    }

    /// Tonnes in one unit of a material; nil where nobody says.
    private func tonnes(_ resource: Reference<Resource>) -> Double? {
        let row = tables.resources[resource]
        return row.unit.convert(1, to: .tonne) ?? row.tonnesPerUnit
    }
}
