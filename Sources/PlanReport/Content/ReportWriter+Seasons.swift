// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// What moves in each period of the year, and what the storages hold at its end; nil where the scenario has no periods.
    func seasons() -> ReportSection? {
        guard let profile = input.profile else { return nil }
        var blocks: [ReportBlock] = []
        let panels = storePanels(profile) + flowPanels(profile)
        if !panels.isEmpty {
            blocks.append(
                .chart(
                    ReportChart(
                        id: "seasons", title: Phrase(en: "Stock and flow by period", vi: "Tồn kho và dòng trao đổi theo kỳ"),
                        summary: Phrase(
                            en:
                                "What each storage holds at the end of each period, and what is dispatched in it; the tables hold the same figures.",
                            vi: "Lượng tồn của từng kho cuối mỗi kỳ và lượng gửi đi trong kỳ; các bảng ghi cùng những số liệu này."),
                        drawing: .panels(panels), table: nil)))
        }
        if !profile.storages.isEmpty { blocks.append(.table(storeTable(profile))) }
        blocks.append(.table(flowTable(profile)))
        return ReportSection("seasons", Phrase(en: "Through the year", vi: "Diễn biến trong năm"), blocks)
    }

    /// More storages than this are left to the table.
    private static let storeLimit = 6

    // MARK: The chart

    private func storePanels(_ profile: Outcome) -> [BarPanel] {
        stores(profile).filter { $0.rows.contains { $0.held > 0 } }
            .sorted { ($1.gain, tables.id($0.storage.party)) < ($0.gain, tables.id($1.storage.party)) }
            .prefix(Self.storeLimit)
            .map { store in
                let unit = tables.resources[store.storage.resource].unit
                let (resource, place) = (names.resource(store.storage.resource), names.party(store.storage.party))
                let title = Phrase(
                    en: "In store at \(place.english): \(resource.english) (\(unit.symbol.english))",
                    vi: "Tồn kho tại \(place.vietnamese): \(resource.vietnamese) (\(unit.symbol.vietnamese))")
                return panel(title, store.rows.map { ($0.period, $0.held) }, unit, tone(store.storage.resource))
            }
    }

    private func flowPanels(_ profile: Outcome) -> [BarPanel] {
        var panels: [BarPanel] = []
        for kind in ResourceKind.allCases {
            for dimension in Dimension.allCases {
                let unit = dimension.mainUnit
                let moved = profile.exchanges.filter {
                    tables.resources[$0.resource].kind == kind && tables.resources[$0.resource].unit.dimension == dimension
                }
                guard let first = moved.first else { continue }
                let (name, symbol) = (kind.name, unit.symbol)
                let title = Phrase(
                    en: "Exchanged: \(name.english) (\(symbol.english))", vi: "Lượng trao đổi: \(name.vietnamese) (\(symbol.vietnamese))")
                let sums = tables.periods.references.map { period -> (period: Reference<Period>?, amount: Double) in
                    let amount = moved.lazy.filter { $0.period == period }.reduce(0.0) {
                        $0 + (tables.resources[$1.resource].unit.convert($1.quantity, to: unit) ?? 0)
                    }
                    return (period, amount)
                }
                panels.append(panel(title, Array(sums), unit, tone(first.resource)))
            }
        }
        return panels
    }

    private func panel(_ title: Phrase, _ values: [(period: Reference<Period>?, amount: Double)], _ unit: Unit, _ tone: ChartTone)
        -> BarPanel
    {
        BarPanel(
            title: title,
            bars: values.map { value in
                let (told, period) = (Phrase.quantity(value.amount, unit), name(value.period))
                return BarDrawing.Bar(
                    label: period, parts: [BarDrawing.Part(value: value.amount, tone: tone, told: told)], told: told,
                    detail: Phrase(
                        en: "\(title.english), \(period.english): \(told.english)",
                        vi: "\(title.vietnamese), \(period.vietnamese): \(told.vietnamese)"))
            })
    }

    private func name(_ period: Reference<Period>?) -> Phrase { Phrase(same: period.map { tables.periods[$0].id } ?? "") }

    // MARK: The tables

    /// A storage and what it holds, in the order of the periods.
    private typealias Store = (storage: Storage, rows: [PlannedStorage], gain: Double)

    private func stores(_ profile: Outcome) -> [Store] {
        var order: [Reference<Storage>] = [], rows: [Reference<Storage>: [PlannedStorage]] = [:]
        for planned in profile.storages {
            if rows[planned.storage] == nil { order.append(planned.storage) }
            rows[planned.storage, default: []].append(planned)
        }
        return order.map { (tables.storages[$0], rows[$0] ?? [], (rows[$0] ?? []).reduce(0) { $0 + $1.gain }) }
    }

    private func storeTable(_ profile: Outcome) -> ReportTable {
        var rows: [[ReportTable.Cell]] = []
        for store in stores(profile) {
            let unit = tables.resources[store.storage.resource].unit.symbol
            for (index, planned) in store.rows.enumerated() {
                // The last period hands on to the first.
                let before = (index == 0 ? store.rows.last : store.rows[index - 1])?.held ?? 0
                let held = planned.held.cut(store.storage.capacity)
                rows.append([
                    .text(names.party(store.storage.party)), .text(names.resource(store.storage.resource)), .text(name(planned.period)),
                    .amount(before.cut(store.storage.capacity), unit: unit),
                    .amount((before * store.storage.lossShare).cut(store.storage.capacity), unit: unit), .amount(held, unit: unit),
                    .amount(store.storage.capacity, unit: unit),
                ])
            }
        }
        return ReportTable(
            id: "stores", caption: Phrase(en: "What the storages hold, period by period", vi: "Lượng tồn của các kho, từng kỳ"),
            columns: [
                .words(Phrase(en: "Where", vi: "Nơi")), .words(Phrase(en: "Resource", vi: "Tài nguyên")),
                .words(Phrase(en: "Period", vi: "Kỳ")), .quantity(Phrase(en: "At its beginning", vi: "Đầu kỳ")),
                .quantity(Phrase(en: "Lost of it", vi: "Hao hụt")), .quantity(Phrase(en: "At its end", vi: "Cuối kỳ")),
                .quantity(Phrase(en: "Room", vi: "Sức chứa")),
            ], rows: rows)
    }

    /// What is dispatched of each resource, a column for each period.
    private func flowTable(_ profile: Outcome) -> ReportTable {
        var moved: [Reference<Resource>: [Reference<Period>: Double]] = [:]
        for exchange in profile.exchanges {
            guard let period = exchange.period else { continue }
            moved[exchange.resource, default: [:]][period, default: 0] += exchange.quantity
        }
        let resources = moved.keys.sorted { tables.resources[$0].id < tables.resources[$1].id }
        let periods = Array(tables.periods.references)
        return ReportTable(
            id: "seasons",
            caption: Phrase(en: "Dispatched of each resource, period by period", vi: "Lượng gửi đi của từng tài nguyên, từng kỳ"),
            columns: [.words(Phrase(en: "Resource", vi: "Tài nguyên"))] + periods.map { .quantity(name($0)) },
            rows: resources.map { resource in
                let unit = tables.resources[resource].unit.symbol
                return [.text(names.resource(resource))] + periods.map { .amount(moved[resource]?[$0] ?? 0, unit: unit) }
            })
    }
}
