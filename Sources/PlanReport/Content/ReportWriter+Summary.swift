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
        figures.append(
            saved(
                Phrase(en: "Greenhouse gas avoided", vi: "Khí nhà kính giảm được"), outcome.baseline.ghg / 1000, plan.ghg / 1000,
                unit: Phrase(en: "t CO2e a year", vi: "tấn CO2 tương đương/năm")))
        figures.append(
            saved(
                Phrase(en: "Waste avoided", vi: "Chất thải giảm được"), outcome.baseline.waste, plan.waste,
                unit: Phrase(en: "t a year", vi: "tấn/năm")))
        figures.append(
            saved(
                Phrase(en: "Virgin material not bought", vi: "Nguyên liệu nguyên sinh không phải mua"), outcome.baseline.virgin,
                plan.virgin,
                unit: Phrase(en: "t a year", vi: "tấn/năm")))
        let firms = Set(ranked.flatMap { [$0.from, $0.to] }).count
        let (count, parties) = (Phrase.count(ranked.count), Phrase.count(firms))
        figures.append(
            KeyFigure(
                label: Phrase(en: "Exchanges", vi: "Số trao đổi"), value: count,
                detail: Phrase(
                    en: "between \(parties.english) firms and plants", vi: "giữa \(parties.vietnamese) doanh nghiệp và cơ sở")))
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
