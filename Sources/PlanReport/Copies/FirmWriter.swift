// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

/// Makes the page that is handed to one firm: what the plan holds for it, on what figures of its own, and nothing of anybody else's but
/// the names of those it would exchange with.
struct FirmWriter {
    let writer: ReportWriter
    private let firm: Reference<Firm>
    private let tables: Tables
    private let names: ScenarioNames
    /// The firm itself and the plants that stand at it.
    private let parties: Set<Party>

    init(_ input: ReportInput, _ firm: Reference<Firm>) {
        (writer, self.firm, tables) = (ReportWriter(input), firm, input.tables)
        names = writer.names
        let plants = input.tables.processes.references.filter { process in
            if case .firm(let host) = input.tables.processes[process].site { return host == firm }
            return false
        }
        parties = Set([.firm(firm)] + plants.map(Party.process))
    }

    func document() -> ReportDocument {
        let name = names.firm(firm)
        let scenario = tables.settings.name?.phrase ?? Phrase(same: tables.settings.id)
        let (en, vi) = (scenario.english.printable, scenario.vietnamese.printable)
        return ReportDocument(
            title: name,
            lead: [
                Phrase(
                    en: "What the exchange plan “\(en)” holds for you. Only your own figures stand here, and nobody else is shown them.",
                    vi:
                        "Phần của quý doanh nghiệp trong phương án trao đổi “\(vi)”. Trang này chỉ có số liệu của riêng quý vị và không chuyển cho nơi khác."
                )
            ],
            sections: [position(), own()], colophon: writer.document().colophon)
    }

    // MARK: What the plan holds

    var given: [PlannedExchange] { writer.ranked.filter { parties.contains($0.from) && !parties.contains($0.to) } }
    var taken: [PlannedExchange] { writer.ranked.filter { parties.contains($0.to) && !parties.contains($0.from) } }

    private func position() -> ReportSection {
        var blocks: [ReportBlock] = [.figures(figures)]
        if given.isEmpty, taken.isEmpty {
            blocks.append(
                .paragraph(
                    Phrase(
                        en:
                            "Under the present figures the plan has no exchange for you. A wrong or missing figure below may be the reason.",
                        vi:
                            "Với số liệu hiện có, phương án chưa có trao đổi nào cho quý vị. Lý do có thể là số liệu bên dưới sai hoặc thiếu."
                    )))
        }
        if !given.isEmpty {
            blocks.append(
                .table(
                    table(
                        "given", Phrase(en: "You would pass on", vi: "Quý vị có thể chuyển giao"), given,
                        partner: Phrase(en: "To", vi: "Cho"), own: givenHeading, isGiver: true)))
        }
        if !taken.isEmpty {
            blocks.append(
                .table(
                    table(
                        "taken", Phrase(en: "You would take in", vi: "Quý vị có thể tiếp nhận"), taken,
                        partner: Phrase(en: "From", vi: "Từ"),
                        own: Phrase(en: "You no longer buy new", vi: "Không còn phải mua mới"), isGiver: false)))
        }
        if !given.isEmpty || !taken.isEmpty {
            blocks.append(
                .paragraph(
                    Phrase(
                        en:
                            "The amounts are your side alone. Freight, treatment and the price between you and your partner are for "
                            + "the two of you to agree.",
                        vi:
                            "Các khoản trên chỉ là phía quý vị. Cước vận chuyển, chi phí xử lý và giá giữa hai bên do quý vị và đối tác "
                            + "thỏa thuận.")))
            if salesGivenUp > 0 {
                blocks.append(
                    .paragraph(
                        Phrase(
                            en:
                                "What you sell elsewhere today would go to your partner: a price below what it earns today is no gain for you.",
                            vi:
                                "Phần quý vị đang bán ra ngoài sẽ chuyển cho đối tác: nếu giá trao đổi thấp hơn mức đang thu thì quý vị không có lợi."
                        )))
            }
        }
        return ReportSection("position", Phrase(en: "Your position in the plan", vi: "Vị trí của quý vị trong phương án"), blocks)
    }

    /// What the firm itself no longer pays a year: the disposal of what it gives, the new material in place of what it takes.
    func side(_ exchange: PlannedExchange, isGiver: Bool) -> Double {
        if isGiver { return exchange.quantity * disposalCost(exchange.from, exchange.resource) }
        return exchange.delivered * (virginPrice(exchange.to, exchange.asResource) ?? 0)
    }

    private func disposalCost(_ party: Party, _ resource: Reference<Resource>) -> Double {
        let own: Double? =
            switch party {
            case .firm(let firm): tables.outputs.first { $0.firm == firm && $0.resource == resource }?.disposalCost
            case .process(let process):
                tables.processFlows.first { $0.process == process && $0.resource == resource && $0.role == .output }?.disposalCost
            }
        return own ?? tables.resources[resource].disposalCost
    }

    private func virginPrice(_ party: Party, _ resource: Reference<Resource>) -> Double? {
        switch party {
        case .firm(let firm):
            tables.needs.first { $0.firm == firm && $0.resource == resource }?.virginPrice ?? tables.resources[resource].virginPrice
        // A process's input does not fall back to the resource's price.
        case .process(let process):
            tables.processFlows.first { $0.process == process && $0.resource == resource && $0.role == .input }?.virginPrice
        }
    }

    /// A partner who asked for confidentiality is named to nobody.
    private func partner(_ party: Party) -> Phrase {
        guard let host = writer.ledger.host(party), tables.firms[host].confidential else { return names.party(party) }
        return Phrase(
            en: "a firm that asks not to be named; ask the management board", vi: "doanh nghiệp đề nghị không nêu tên; xin hỏi ban quản lý")
    }

    private func table(
        _ id: String, _ caption: Phrase, _ exchanges: [PlannedExchange], partner heading: Phrase, own: Phrase, isGiver: Bool
    ) -> ReportTable {
        var sides = exchanges.map { side($0, isGiver: isGiver) }
        // Sales alone are told as such, above zero.
        if isGiver, !sides.contains(where: { $0 > 0 }), sides.contains(where: { $0 < 0 }) { sides = sides.map { 0 - $0 } }
        let money = writer.moneyColumn(own, sides)
        return ReportTable(
            id: id, caption: caption,
            columns: [
                .words(Phrase(en: "What", vi: "Phụ phẩm")), .words(heading), .quantity(Phrase(en: "Quantity a year", vi: "Lượng mỗi năm")),
                .number(Phrase(en: "Distance (km)", vi: "Cự ly (km)"), decimals: 1), money.column,
                .words(Phrase(en: "To be settled", vi: "Cần giải quyết")),
            ],
            rows: zip(exchanges, sides).map { exchange, side in
                let resource = isGiver ? exchange.resource : exchange.asResource
                return [
                    .text(writer.told(exchange)), .text(partner(isGiver ? exchange.to : exchange.from)),
                    .amount(isGiver ? exchange.quantity : exchange.delivered, unit: tables.resources[resource].unit.symbol),
                    .number(exchange.kilometres), .number(side / money.factor), .remarks(remarks(exchange)),
                ]
            })
    }

    /// What stands in the way, without what would tell of the partner's figures.
    private func remarks(_ exchange: PlannedExchange) -> [(text: Phrase, tone: NoticeTone)] {
        writer.ledger.obstacles(exchange).filter { obstacle in
            switch obstacle {
            case .noContract, .notRunning, .hazardous, .far, .unsure: true
            case .nearLimit, .singleGiver: parties.contains(exchange.to)
            case .typical(_, _, _, let isGiver): parties.contains(isGiver ? exchange.from : exchange.to)
            case .proposed, .thin, .noOwnGain: false
            }
        }.map { ($0.text(names), $0.tone) }
    }

    // MARK: Its own figures, to be put right

    private func own() -> ReportSection {
        var rows: [[ReportTable.Cell]] = []
        for output in tables.outputs where output.firm == firm {
            rows.append(figure(Phrase(en: "gives off", vi: "thải ra"), output.resource, output.quantity, output.provenance))
        }
        for need in tables.needs where need.firm == firm {
            rows.append(figure(Phrase(en: "needs", vi: "cần"), need.resource, need.quantity, need.provenance))
        }
        let table = ReportTable(
            id: "own",
            caption: Phrase(en: "What the plan takes to be your figures, a year", vi: "Số liệu của quý vị mà phương án sử dụng, mỗi năm"),
            columns: [
                .words(Phrase(en: "Resource", vi: "Tài nguyên")), .words(Phrase(en: "You", vi: "Quý vị")),
                .quantity(Phrase(en: "Quantity", vi: "Lượng")), .words(Phrase(en: "Known by", vi: "Cơ sở số liệu")),
                .words(Phrase(en: "Remark", vi: "Ghi chú")),
            ], rows: rows)
        return ReportSection(
            "own", Phrase(en: "Please check these figures", vi: "Xin quý vị kiểm tra các số liệu này"),
            [
                .paragraph(
                    Phrase(
                        en: "Tell the management board what is wrong or missing; a measured figure makes the plan surer.",
                        vi: "Xin báo cho ban quản lý những gì sai hoặc thiếu; số liệu đo đạc làm cho phương án chắc chắn hơn.")),
                .table(table),
            ])
    }

    /// How a figure came to be known; of a typical one its range.
    private func knownBy(_ provenance: Provenance, _ resource: Reference<Resource>) -> Phrase {
        guard let estimate = provenance.estimate else {
            return provenance.basis?.name ?? Phrase(en: "not stated", vi: "không nêu")
        }
        let (low, high) = (Phrase.number(estimate.low), names.quantity(estimate.high, of: resource))
        return Phrase(
            en: "estimated from the type of firm, range \(low.english) to \(high.english)",
            vi: "ước tính theo loại hình, khoảng \(low.vietnamese) đến \(high.vietnamese)")
    }

    private func figure(_ role: Phrase, _ resource: Reference<Resource>, _ quantity: Double, _ provenance: Provenance) -> [ReportTable.Cell]
    {
        [
            .text(names.resource(resource)), .text(role), .amount(quantity, unit: tables.resources[resource].unit.symbol),
            .text(knownBy(provenance, resource)),
            .text(Phrase(same: (provenance.note ?? "").printable)),
        ]
    }
}
