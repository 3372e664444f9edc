// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// What a director reads in a minute: what it comes to, the largest exchanges, what to do next, how sure it is.
    func summary() -> ReportSection {
        var blocks: [ReportBlock] = [.figures(keyFigures)]
        if let notice = statusNotice { blocks.append(notice) }
        let top = ranked.filter { $0.gain > 0 }.prefix(5)
        if !top.isEmpty {
            blocks.append(.heading(Phrase(en: "The largest exchanges", vi: "Các trao đổi lớn nhất")))
            blocks.append(.list(top.map(sentence), isNumbered: true))
        } else {
            blocks.append(
                .paragraph(
                    Phrase(en: "No exchange pays under these figures.", vi: "Với các số liệu này không trao đổi nào có lợi.")))
        }
        let steps = nextSteps
        if !steps.isEmpty {
            blocks.append(.heading(Phrase(en: "What to do next", vi: "Việc cần làm tiếp theo")))
            blocks.append(.list(steps, isNumbered: true))
        }
        blocks.append(.heading(Phrase(en: "How sure this is", vi: "Mức độ chắc chắn")))
        blocks.append(.list(assurance, isNumbered: false))
        return ReportSection("summary", Phrase(en: "Summary", vi: "Tóm tắt"), blocks)
    }

    private func sentence(_ exchange: PlannedExchange) -> Phrase {
        let (pair, what) = (pair(exchange), told(exchange))
        let (amount, gain) = (told(exchange.quantity, exchange.resource), money.phrase(exchange.gain))
        return Phrase(
            en: "\(pair.english): \(amount.english) of \(what.english) a year, worth \(gain.english) a year.",
            vi: "\(pair.vietnamese): \(amount.vietnamese) \(what.vietnamese) mỗi năm, lợi ích \(gain.vietnamese) mỗi năm.")
    }

    private var statusNotice: ReportBlock? {
        outcome.status == .optimal ? nil : .notice(outcome.statusText, .warning)
    }

    // MARK: Key figures

    private var keyFigures: [KeyFigure] {
        guard let plan = outcome.plan else { return [] }
        var figures: [KeyFigure] = []
        if let benefit = outcome.netBenefit { figures.append(benefitFigure(benefit, plan)) }
        figures += savings(plan)
        let firms = Set(ranked.flatMap { [$0.from, $0.to] }).count
        let (count, parties) = (Phrase.count(ranked.count), Phrase.count(firms))
        figures.append(
            KeyFigure(
                label: Phrase(en: "Exchanges", vi: "Số trao đổi"), value: count,
                detail: Phrase(
                    en: "between \(parties.english) firms and plants", vi: "giữa \(parties.vietnamese) doanh nghiệp và cơ sở")))
        return figures
    }

    /// What the plan avoids, of each measure that the scenario knows; of water and energy where there is no material.
    private func savings(_ plan: Measures) -> [KeyFigure] {
        let base = outcome.baseline
        let tonnes = Phrase(en: "t a year", vi: "tấn/năm")
        var figures: [KeyFigure] = []
        if base.ghg > 0 {
            let gas = Phrase(en: "t CO2e a year", vi: "tấn CO2 tương đương/năm")
            figures.append(
                saved(Phrase(en: "Greenhouse gas avoided", vi: "Khí nhà kính giảm được"), base.ghg / 1000, plan.ghg / 1000, unit: gas))
        }
        if base.waste > 0 {
            var waste = saved(Phrase(en: "Waste avoided", vi: "Chất thải giảm được"), base.waste, plan.waste, unit: tonnes)
            if let sold = outcome.soldOutsideText(tables) {
                let detail = waste.detail
                waste.detail = Phrase(en: "\(detail.english). \(sold.english)", vi: "\(detail.vietnamese). \(sold.vietnamese)")
            }
            figures.append(waste)
        }
        if base.virgin > 0 {
            let heading = Phrase(en: "Virgin material not bought", vi: "Nguyên liệu nguyên sinh không phải mua")
            figures.append(saved(heading, base.virgin, plan.virgin, unit: tonnes))
        }
        for kind in base.byKind where kind.kind != .material && kind.virgin > 0 && figures.count < 3 {
            let after = plan.byKind.first { $0.kind == kind.kind && $0.unit == kind.unit }?.virgin ?? 0
            let (name, unit) = (kind.kind.name, kind.unit.symbol)
            figures.append(
                saved(
                    Phrase(en: "Not bought new: \(name.english)", vi: "Không phải mua mới: \(name.vietnamese)"), kind.virgin, after,
                    unit: Phrase(en: "\(unit.english) a year", vi: "\(unit.vietnamese)/năm")))
        }
        return figures
    }

    private func benefitFigure(_ benefit: Double, _ plan: Measures) -> KeyFigure {
        let value = money.phrase(benefit)
        var detail = Phrase(en: "a year against no exchange at all", vi: "mỗi năm, so với khi không có trao đổi")
        if let today = outcome.today {
            let more = money.phrase(today.cost - plan.cost)
            detail = Phrase(
                en: "a year against no exchange; \(more.english) more than today's contracts bring",
                vi: "mỗi năm, so với khi không có trao đổi; hơn các hợp đồng hiện nay \(more.vietnamese)")
        }
        return KeyFigure(label: Phrase(en: "Net benefit", vi: "Lợi ích ròng"), value: value, detail: detail, tone: .good)
    }

    private func saved(_ label: Phrase, _ before: Double, _ after: Double, unit: Phrase) -> KeyFigure {
        let style = (NumberStyle(.english), NumberStyle(.vietnamese))
        let saving = (before - after).cut(before)
        let value = Phrase(en: style.0.fixed(saving, decimals: 0), vi: style.1.fixed(saving, decimals: 0))
        guard before > 0 else { return KeyFigure(label: label, value: value, detail: unit) }
        let share = Phrase.percent(saving / before)
        return KeyFigure(
            label: label, value: value,
            detail: Phrase(
                en: "\(unit.english), \(share.english) of the baseline", vi: "\(unit.vietnamese), bằng \(share.vietnamese) mức cơ sở"))
    }
}
