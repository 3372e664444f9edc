// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

/// Makes the report of a plan: each section is a function of what the scenario and the outcome say.
struct ReportWriter {
    let input: ReportInput
    let tables: Tables
    let outcome: Outcome
    let names: ScenarioNames
    let ledger: Ledger
    let money: MoneyStyle
    /// The exchanges, the largest gain first.
    let ranked: [PlannedExchange]

    init(_ input: ReportInput) {
        (self.input, tables, outcome) = (input, input.tables, input.outcome)
        names = ScenarioNames(input.tables)
        ledger = Ledger(input.tables, input.outcome)
        money = MoneyStyle(currency: input.tables.settings.currency)
        ranked = ledger.ranked
    }

    /// The whole report.
    func document() -> ReportDocument {
        let sections = outcome.plan == nil ? [noPlan()] : planSections()
        return ReportDocument(title: title, lead: lead, sections: sections + [dataQuality(), certificate()], colophon: colophon)
    }

    private func planSections() -> [ReportSection] {
        let plan = [summary(), map(), flows(), seasons(), measures(), exchanges(), leftovers()]
        return (plan + [criteria(), projects(), investments(), limits()]).compactMap(\.self)
    }

    private var title: Phrase {
        let name = tables.settings.name?.phrase ?? Phrase(same: tables.settings.id)
        return Phrase(en: name.english.printable, vi: name.vietnamese.printable)
    }

    private var lead: [Phrase] {
        var lead: [Phrase] = []
        if !input.isAnonymous, let description = tables.settings.description?.phrase {
            lead.append(Phrase(en: description.english.printable, vi: description.vietnamese.printable))
        }
        if input.isAnonymous {
            lead.append(
                Phrase(
                    en:
                        "Anonymised copy: firms, plants and projects stand under codes, without their own coordinates and remarks; distances are rounded. "
                        + "Sizes are left as they are, and a large firm may be known by them.",
                    vi:
                        "Bản ẩn danh: doanh nghiệp, cơ sở và dự án được thay bằng mã, không kèm tọa độ riêng và ghi chú; cự ly được làm tròn. "
                        + "Số lượng được giữ nguyên, nên doanh nghiệp lớn vẫn có thể bị nhận ra."))
        } else if tables.firms.contains(where: \.confidential) {
            let count = tables.firms.count(where: \.confidential), number = Phrase.count(count)
            lead.append(
                Phrase(
                    en:
                        "For the planner's own use: \(number.english) \(plural(count, "firm has", "firms have")) asked for confidentiality; "
                        + "hand on the anonymised copy only.",
                    vi: "Chỉ dùng nội bộ: \(number.vietnamese) doanh nghiệp yêu cầu bảo mật; chỉ chuyển cho bên ngoài bản ẩn danh."))
        }
        return lead
    }

    private var colophon: [Phrase] {
        var lines: [Phrase] = []
        if let date = input.date {
            let day = date.text
            lines.append(Phrase(en: "As of \(day.english).", vi: "Ngày lập: \(day.vietnamese)."))
        }
        lines.append(
            Phrase(
                en: "Made by Symbio \(Product.version); solved by \(outcome.solver).",
                vi: "Lập bằng Symbio \(Product.version); giải bằng \(outcome.solver)."))
        if !input.fingerprint.isEmpty {
            lines.append(
                Phrase(
                    en: "Fingerprint of the input (SHA-256): \(input.fingerprint)",
                    vi: "Dấu vân tay của dữ liệu vào (SHA-256): \(input.fingerprint)"))
        }
        return lines
    }

    // MARK: Parts that sections share

    /// Amounts of money in the scale that reads best: the unit for the heading, the column's kind, and the factor.
    func moneyColumn(_ heading: Phrase, _ amounts: [Double]) -> (column: ReportTable.Column, factor: Double) {
        let largest = amounts.largest { $0 }
        let scale = MoneyScale(largest: largest), unit = money.unit(scale)
        let told = Phrase(en: "\(heading.english) (\(unit.english))", vi: "\(heading.vietnamese) (\(unit.vietnamese))")
        return (ReportTable.Column(heading: told, kind: .number(largest: largest / scale.factor)), scale.factor)
    }

    /// A quantity with its unit.
    func told(_ quantity: Double, _ resource: Reference<Resource>) -> Phrase { names.quantity(quantity, of: resource) }

    /// What is given, and what it stands in for where that is something else.
    func told(_ exchange: PlannedExchange) -> Phrase {
        let resource = names.resource(exchange.resource)
        guard exchange.asResource != exchange.resource else { return resource }
        let replaced = names.resource(exchange.asResource)
        return Phrase(
            en: "\(resource.english) for \(replaced.english)", vi: "\(resource.vietnamese) thay \(replaced.vietnamese)")
    }

    /// Giver and taker with an arrow between.
    func pair(_ exchange: PlannedExchange) -> Phrase {
        let (from, to) = (names.party(exchange.from), names.party(exchange.to))
        return Phrase(en: "\(from.english) → \(to.english)", vi: "\(from.vietnamese) → \(to.vietnamese)")
    }

    /// The colour of a resource's kind.
    func tone(_ resource: Reference<Resource>) -> ChartTone {
        switch tables.resources[resource].kind {
        case .material: .material
        case .water: .water
        case .energy: .energy
        case .product: .product
        }
    }

    /// What the colours of the kinds that occur mean.
    func kindLegend(_ exchanges: [PlannedExchange]) -> [(tone: ChartTone, name: Phrase)] {
        let kinds = Set(exchanges.map { tables.resources[$0.resource].kind })
        return [ResourceKind.material, .water, .energy, .product].filter(kinds.contains).map { kind in
            let tone: ChartTone =
                switch kind {
                case .material: .material
                case .water: .water
                case .energy: .energy
                case .product: .product
                }
            return (tone, kind.name)
        }
    }

    /// All about an exchange in a line or two.
    func detail(_ exchange: PlannedExchange) -> Phrase {
        let (pair, what, amount) = (pair(exchange), told(exchange), told(exchange.quantity, exchange.resource))
        let (far, gain) = (Phrase.roundKilometres(exchange.kilometres), money.phrase(exchange.gain))
        return Phrase(
            en: "\(pair.english): \(what.english), \(amount.english) a year over \(far.english), gain \(gain.english) a year",
            vi: "\(pair.vietnamese): \(what.vietnamese), \(amount.vietnamese)/năm, cự ly \(far.vietnamese), lợi ích \(gain.vietnamese)/năm")
    }
}
