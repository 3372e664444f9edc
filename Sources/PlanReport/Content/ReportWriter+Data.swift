// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// The gains by the less sure of the two quantities behind each, as shares; `nil` basis: nobody says.
    var gainByBasis: [(basis: Basis?, name: Phrase, share: Double)] {
        var sums: [Basis?: Double] = [:]
        var total = 0.0
        for exchange in ranked where exchange.gain > 0 {
            sums[ledger.basis(exchange), default: 0] += exchange.gain
            total += exchange.gain
        }
        guard total > 0 else { return [] }
        return (Basis.allCases.map(Optional.some) + [nil]).map { basis in (basis, Self.name(basis), (sums[basis] ?? 0) / total) }
    }

    private static func name(_ basis: Basis?) -> Phrase { basis?.name ?? Phrase(en: "of unknown origin", vi: "chưa rõ nguồn gốc") }

    private static func tone(_ basis: Basis?) -> ChartTone {
        switch basis {
        case .measured: .measured
        case .declared: .declared
        case .estimated: .estimated
        case .illustrative: .illustrative
        case nil: .unknown
        }
    }

    /// Assumptions, sources and how sure the figures are.
    func dataQuality() -> ReportSection {
        var blocks: [ReportBlock] = [
            .chart(basisChart)
        ]
        blocks += typicalBlocks
        blocks += [
            .heading(Phrase(en: "Assumptions", vi: "Các giả định")), .list(assumptions, isNumbered: false),
        ]
        if input.isAnonymous {
            let count = Phrase.count(input.hiddenSources)
            blocks.append(
                .paragraph(
                    Phrase(
                        en: "\(count.english) sources are left out of this copy because their titles could name a firm.",
                        vi: "Bản này không nêu \(count.vietnamese) nguồn vì tên của chúng có thể cho biết doanh nghiệp.")))
        }
        if let sources = sourceTable { blocks.append(.table(sources)) }
        return ReportSection(
            "data", Phrase(en: "Assumptions, sources and data quality", vi: "Giả định, nguồn và chất lượng số liệu"), blocks)
    }

    /// Streams that nobody declared, each with its range, and how much of the gain rests on them.
    private var typicalBlocks: [ReportBlock] {
        typealias Entry = (firm: Reference<Firm>, resource: Reference<Resource>, quantity: Double, estimate: Estimate, isOutput: Bool)
        let given = tables.outputs.compactMap { row -> Entry? in
            row.provenance.estimate.map { (row.firm, row.resource, row.quantity, $0, true) }
        }
        let taken = tables.needs.compactMap { row -> Entry? in
            row.provenance.estimate.map { (row.firm, row.resource, row.quantity, $0, false) }
        }
        guard !given.isEmpty || !taken.isEmpty else { return [] }
        let rows = (given + taken).map { entry -> [ReportTable.Cell] in
            let unit = tables.resources[entry.resource].unit.symbol
            return [
                .text(names.firm(entry.firm)),
                .text(entry.isOutput ? Phrase(en: "gives off", vi: "thải ra") : Phrase(en: "needs", vi: "cần")),
                .text(names.resource(entry.resource)), .amount(entry.quantity, unit: unit), .amount(entry.estimate.low, unit: unit),
                .amount(entry.estimate.high, unit: unit),
                // In a copy without names the type could give the firm away.
                .text(Phrase(same: input.isAnonymous ? "" : entry.estimate.type)), .text(entry.estimate.confidence.phrase),
            ]
        }
        var blocks: [ReportBlock] = [.heading(TypicalText.heading)]
        let foundation = GainFoundation(outcome, tables)
        if foundation.total > 0 {
            blocks.append(.paragraph(TypicalText.share(money.phrase(foundation.typical), foundation.typical / foundation.total)))
        }
        blocks.append(
            .table(
                ReportTable(
                    id: "typical", caption: TypicalText.heading,
                    columns: [
                        .words(Phrase(en: "Firm", vi: "Doanh nghiệp")), .words(Phrase(en: "Role", vi: "Vai trò")),
                        .words(Phrase(en: "Resource", vi: "Tài nguyên")), .quantity(Phrase(en: "Estimated a year", vi: "Ước tính mỗi năm")),
                        .quantity(Phrase(en: "Range from", vi: "Khoảng từ")), .quantity(Phrase(en: "Range to", vi: "Khoảng đến")),
                        .words(Phrase(en: "Type of firm", vi: "Loại hình")), .words(Phrase(en: "How well founded", vi: "Mức độ tin cậy")),
                    ], rows: rows)))
        return blocks
    }

    // MARK: How sure

    /// Per table of figures: how many rows are of each basis.
    private var basisCounts: [(name: Phrase, counts: [Int])] {
        let cases: [Basis?] = Basis.allCases.map(Optional.some) + [nil]
        func counts(_ rows: [Provenance]) -> [Int] { cases.map { basis in rows.count { $0.basis == basis } } }
        let tables: [(Phrase, [Provenance])] = [
            (Phrase(en: "Outputs", vi: "Đầu ra"), tables.outputs.map(\.provenance)),
            (Phrase(en: "Needs", vi: "Nhu cầu"), tables.needs.map(\.provenance)),
            (Phrase(en: "Prices and gas factors", vi: "Giá và hệ số phát thải"), tables.resources.map(\.provenance)),
            (Phrase(en: "Substitutions", vi: "Quan hệ thay thế"), tables.substitutions.map(\.provenance)),
            (Phrase(en: "Qualities", vi: "Chất lượng"), tables.qualities.map(\.provenance)),
            (Phrase(en: "Transport", vi: "Vận chuyển"), tables.modes.map(\.provenance)),
            (Phrase(en: "Processes", vi: "Công đoạn"), tables.processes.map(\.provenance) + tables.processFlows.map(\.provenance)),
            (Phrase(en: "Contracts", vi: "Hợp đồng"), tables.contracts.map(\.provenance)),
        ]
        return tables.filter { !$0.1.isEmpty }.map { ($0.0, counts($0.1)) }
    }

    private var basisChart: ReportChart {
        let cases: [Basis?] = Basis.allCases.map(Optional.some) + [nil]
        let gains = gainByBasis
        var rows: [(name: Phrase, shares: [Double], detail: [Phrase])] = []
        if !gains.isEmpty {
            rows.append((Phrase(en: "Gains, by value", vi: "Lợi ích, theo giá trị"), gains.map(\.share), gains.map { .percent($0.share) }))
        }
        for entry in basisCounts {
            let total = entry.counts.reduce(0, +)
            rows.append((entry.name, entry.counts.map { Double($0) / Double(total) }, entry.counts.map { .count($0) }))
        }
        let bars = rows.map { row -> BarDrawing.Bar in
            let parts = zip(zip(cases, row.shares), row.detail).filter { $0.0.1 > 0 }
            let told = parts.map { part -> Phrase in
                let name = Self.name(part.0.0)
                return Phrase(en: "\(name.english) \(part.1.english)", vi: "\(name.vietnamese) \(part.1.vietnamese)")
            }.enumerated
            let name = row.name
            return BarDrawing.Bar(
                label: name, parts: parts.map { BarDrawing.Part(value: $0.0.1, tone: Self.tone($0.0.0), told: $0.1) },
                told: Phrase(same: ""), detail: Phrase(en: "\(name.english): \(told.english)", vi: "\(name.vietnamese): \(told.vietnamese)")
            )
        }
        let used = cases.indices.filter { index in rows.contains { $0.shares[index] > 0 } }
        return ReportChart(
            id: "basis", title: Phrase(en: "How the figures came to be known", vi: "Số liệu có được bằng cách nào"),
            summary: Phrase(
                en: "Shares of the gains by value, and of the rows of each table by number.",
                vi: "Tỷ trọng của lợi ích theo giá trị, và của các dòng trong mỗi bảng theo số lượng."),
            drawing: .bars(
                BarDrawing(
                    bars: bars, legend: used.map { (Self.tone(cases[$0]), Self.name(cases[$0])) },
                    axis: Phrase(en: "Share", vi: "Tỷ trọng"))),
            table: ReportTable(
                id: "basis", caption: Phrase(en: "How the figures came to be known", vi: "Số liệu có được bằng cách nào"),
                columns: [.words(Phrase(en: "Figures", vi: "Số liệu"))] + cases.map { .share(Self.name($0)) },
                rows: rows.map { row in [.text(row.name)] + row.shares.map { .number($0) } }))
    }

    // MARK: Assumptions and sources

    private var assumptions: [Phrase] {
        let settings = tables.settings
        let (year, aim) = (settings.year, outcome.objective.name)
        let (detour, within) = (Phrase.number(settings.detour), Phrase.kilometres(settings.sameParkKilometres))
        let rate = Phrase.percent(settings.discountRate)
        var list = [
            Phrase(
                en: "The scenario speaks of the year \(year); money is in \(settings.currency), quantities are per year.",
                vi: "Kịch bản nói về năm \(year); tiền tính bằng \(settings.currency), lượng tính theo năm."),
            Phrase(en: "The plan makes the \(aim.english) as small as it can be.", vi: "Phương án làm \(aim.vietnamese) nhỏ nhất có thể."),
            Phrase(
                en:
                    "Where no route is given, the road is taken as \(detour.english) times the straight line; within a park as \(within.english) "
                    + "where a place is not known.",
                vi:
                    "Nơi chưa có tuyến, đường đi được tính bằng \(detour.vietnamese) lần đường thẳng; trong cùng một khu là \(within.vietnamese) "
                    + "nếu chưa biết vị trí."),
            carbonSentence(settings.carbonPrice),
            Phrase(
                en: "Investments are spread over the years at a discount rate of \(rate.english).",
                vi: "Vốn đầu tư được phân bổ theo năm với lãi suất chiết khấu \(rate.vietnamese)."),
        ]
        if !outcome.projects.isEmpty {
            let projects = outcome.projects.map(names.project).enumerated
            list.append(
                Phrase(
                    en: "These projects count as built: \(projects.english).",
                    vi: "Các dự án sau được tính như đã xây dựng: \(projects.vietnamese)."))
        }
        return list
    }

    private func carbonSentence(_ price: Double) -> Phrase {
        guard price != 0 else { return Phrase(en: "Greenhouse gas has no price.", vi: "Khí nhà kính không có giá.") }
        let told = money.phrase(price)
        return Phrase(
            en: "A tonne of CO2e costs \(told.english); most of that gas is not charged to these firms.",
            vi: "Một tấn CO2 tương đương có giá \(told.vietnamese); phần lớn lượng khí này không tính cho các doanh nghiệp ở đây.")
    }

    private var sourceTable: ReportTable? {
        guard !tables.settings.sources.isEmpty else { return nil }
        var counts: [Reference<Source>: Int] = [:]
        let rows: [[Provenance]] = [
            tables.resources.map(\.provenance), tables.parks.map(\.provenance), tables.firms.map(\.provenance),
            tables.outputs.map(\.provenance),
            tables.needs.map(\.provenance), tables.qualities.map(\.provenance), tables.substitutions.map(\.provenance),
            tables.modes.map(\.provenance), tables.routes.map(\.provenance), tables.processes.map(\.provenance),
            tables.processFlows.map(\.provenance), tables.contracts.map(\.provenance), tables.projects.map(\.provenance),
            tables.declarations.map(\.provenance),
        ]
        for source in rows.joined().compactMap(\.source) { counts[source, default: 0] += 1 }
        // A source without an id is one that an anonymised copy leaves out.
        let told = tables.settings.sources.references.filter { !tables.settings.sources[$0].id.isEmpty }
        guard !told.isEmpty else { return nil }
        let sources = told.sorted { left, right in
            let (one, other) = (counts[left] ?? 0, counts[right] ?? 0)
            return one != other ? one > other : tables.settings.sources[left].id < tables.settings.sources[right].id
        }
        return ReportTable(
            id: "sources", caption: Phrase(en: "Sources, by how many rows rest on them", vi: "Các nguồn, theo số dòng dựa vào nguồn đó"),
            columns: [
                .words(Phrase(en: "Source", vi: "Nguồn")), .words(Phrase(en: "Publisher", vi: "Đơn vị công bố")),
                .words(Phrase(en: "Year", vi: "Năm")), .number(Phrase(en: "Rows", vi: "Số dòng"), decimals: 0),
            ],
            rows: sources.map { reference in
                let source = tables.settings.sources[reference]
                return [
                    .text(Phrase(same: (source.title ?? source.id).printable)), .text(Phrase(same: (source.publisher ?? "").printable)),
                    .text(Phrase(same: source.year.map(String.init) ?? "")), .number(Double(counts[reference] ?? 0)),
                ]
            })
    }
}
