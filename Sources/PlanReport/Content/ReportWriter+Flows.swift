// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// The flow diagram: givers on the left, takers on the right, because who gives also takes and rings cannot be drawn in layers.
    func flows() -> ReportSection {
        let views = flowViews
        guard !views.isEmpty else {
            return ReportSection("flows", Self.flowsHeading, [.paragraph(Phrase(en: "Nothing flows.", vi: "Không có dòng trao đổi nào."))])
        }
        let parties = Set(ranked.map(\.from)).count, takers = Set(ranked.map(\.to)).count
        let (givers, count) = (Phrase.count(parties), Phrase.count(takers))
        let chart = ReportChart(
            id: "flows", title: Phrase(en: "Who passes what to whom", vi: "Ai chuyển gì cho ai"),
            summary: Phrase(
                en: "\(givers.english) givers on the left, \(count.english) takers on the right; the wider the band, the more flows. "
                    + "The table of exchanges holds the same flows.",
                vi:
                    "\(givers.vietnamese) bên cung cấp ở bên trái, \(count.vietnamese) bên tiếp nhận ở bên phải; dải càng rộng, lượng càng lớn. "
                    + "Bảng các trao đổi ghi cùng những dòng này."),
            drawing: .flows(FlowDrawing(views: views, legend: kindLegend(ranked))), table: flowTable)
        return ReportSection("flows", Self.flowsHeading, [.chart(chart)])
    }

    private static let flowsHeading = Phrase(en: "Flow diagram", vi: "Sơ đồ dòng trao đổi")
    /// More bands than this cannot be told apart; the smaller ones are drawn as one.
    private static let bandLimit = 32

    private var flowViews: [FlowDrawing.View] {
        var views: [FlowDrawing.View] = []
        let earning = ranked.filter { $0.gain > 0 }
        if !earning.isEmpty {
            let scale = MoneyScale(largest: earning.map(\.gain).largest { $0 }), unit = money.unit(scale)
            let heading = Phrase(en: "Gain (\(unit.english) a year)", vi: "Lợi ích (\(unit.vietnamese)/năm)")
            views.append(view("gain", heading, earning, { $0.gain / scale.factor }, told: { money.phrase($0 * scale.factor) }))
        }
        for kind in ResourceKind.allCases {
            for dimension in Dimension.allCases {
                let unit = dimension.mainUnit
                let some = ranked.filter {
                    tables.resources[$0.resource].kind == kind && tables.resources[$0.resource].unit.dimension == dimension
                }
                guard !some.isEmpty else { continue }
                let (name, symbol) = (kind.name, unit.symbol)
                let heading = Phrase(
                    en: "\(name.english.prefix(1).uppercased() + name.english.dropFirst()) (\(symbol.english))",
                    vi: "\(name.vietnamese.prefix(1).uppercased() + name.vietnamese.dropFirst()) (\(symbol.vietnamese))")
                views.append(
                    view("\(kind.rawValue)-\(dimension.rawValue)", heading, some) { exchange in
                        tables.resources[exchange.resource].unit.convert(exchange.quantity, to: unit) ?? 0
                    } told: {
                        .quantity($0, unit)
                    })
            }
        }
        return views
    }

    /// The largest flows by `value` one by one, the rest together; givers and takers in the order of ids, so that a firm keeps its
    /// place from one scenario to the next.
    private func view(
        _ id: String, _ name: Phrase, _ exchanges: [PlannedExchange], _ value: (PlannedExchange) -> Double, told: (Double) -> Phrase
    ) -> FlowDrawing.View {
        let sorted = exchanges.enumerated().sorted { (value($1.element), $0.offset) < (value($0.element), $1.offset) }.map(\.element)
        let shown = sorted.prefix(Self.bandLimit), rest = sorted.dropFirst(Self.bandLimit)
        var flows = shown.map { exchange in
            FlowDrawing.Flow(
                from: "from:" + tables.id(exchange.from), to: "to:" + tables.id(exchange.to), value: value(exchange),
                tone: tone(exchange.resource), told: told(value(exchange)), detail: detail(exchange))
        }
        flows.sort { ($0.from, $0.to, $0.tone.rawValue, $0.detail.english) < ($1.from, $1.to, $1.tone.rawValue, $1.detail.english) }
        var givers = nodes(shown.map(\.from), "from:"), takers = nodes(shown.map(\.to), "to:")
        let sum = rest.reduce(0) { $0 + value($1) }
        if !rest.isEmpty, sum > 0 {
            let (count, amount) = (Phrase.count(rest.count), told(sum))
            let rest = Phrase(en: "\(count.english) smaller ones", vi: "\(count.vietnamese) trao đổi nhỏ hơn")
            givers.append(FlowDrawing.Node(id: "from:", name: rest))
            takers.append(FlowDrawing.Node(id: "to:", name: rest))
            flows.append(
                FlowDrawing.Flow(
                    from: "from:", to: "to:", value: sum, tone: .unknown, told: amount,
                    detail: Phrase(en: "\(rest.english): \(amount.english)", vi: "\(rest.vietnamese): \(amount.vietnamese)")))
        }
        return FlowDrawing.View(id: id, name: name, givers: givers, takers: takers, flows: flows)
    }

    private func nodes(_ parties: [Party], _ prefix: String) -> [FlowDrawing.Node] {
        Set(parties).sorted { tables.id($0) < tables.id($1) }.map { FlowDrawing.Node(id: prefix + tables.id($0), name: names.party($0)) }
    }

    /// What each giver passes on and each taker takes in, by resource.
    private var flowTable: ReportTable {
        let gain = moneyColumn(Phrase(en: "Gain a year", vi: "Lợi ích mỗi năm"), ranked.map(\.gain))
        let sorted = ranked.map { ($0, [tables.id($0.from), tables.id($0.to), tables.resources[$0.resource].id]) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
        return ReportTable(
            id: "flows", caption: Phrase(en: "Every flow, by giver and taker", vi: "Mọi dòng trao đổi, theo bên cung cấp và bên tiếp nhận"),
            columns: [
                .words(Phrase(en: "Giver", vi: "Bên cung cấp")), .words(Phrase(en: "Taker", vi: "Bên tiếp nhận")),
                .words(Phrase(en: "Resource", vi: "Tài nguyên")), .words(Phrase(en: "Kind", vi: "Loại")),
                .quantity(Phrase(en: "Dispatched a year", vi: "Gửi đi mỗi năm")),
                .quantity(Phrase(en: "Delivered a year", vi: "Nhận được mỗi năm")),
                gain.column,
            ],
            rows: sorted.map { exchange in
                [
                    .text(names.party(exchange.from)), .text(names.party(exchange.to)), .text(told(exchange)),
                    .text(tables.resources[exchange.resource].kind.name),
                    .amount(exchange.quantity, unit: tables.resources[exchange.resource].unit.symbol),
                    .amount(exchange.delivered, unit: tables.resources[exchange.asResource].unit.symbol),
                    .number(exchange.gain.cut(ranked.largest(\.gain)) / gain.factor),
                ]
            })
    }
}

extension Dimension {
    /// The unit in which sums of the dimension are told.
    var mainUnit: Unit {
        switch self {
        case .mass: .tonne
        case .volume: .cubicMetre
        case .energy: .megawattHour
        case .pieces: .piece
        }
    }
}
