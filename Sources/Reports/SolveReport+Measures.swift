// SPDX-License-Identifier: GPL-3.0-or-later
package import Exchange
internal import Scenario
package import Texts

extension SolveReport {
    /// Baseline, today and plan side by side.
    mutating func measures() {
        guard let plan = outcome.plan else { return }
        report.heading(Phrase(en: "What it comes to in a year", vi: "Kết quả trong một năm"))
        let states = [outcome.baseline] + (outcome.today.map { [$0] } ?? []) + [plan]
        let rows = MeasureLine.lines(states, currency: tables.settings.currency).map { row(of: $0) }
        var headings = [Phrase(en: "Baseline", vi: "Mức cơ sở")]
        if outcome.today != nil { headings.append(Phrase(en: "Today", vi: "Hiện trạng")) }
        headings += [Phrase(en: "Plan", vi: "Phương án"), Phrase(en: "Difference", vi: "Chênh lệch"), Phrase(same: "%")]
        report.table([.words(Phrase(same: ""))] + headings.map { .numbers($0) }, rows)
        notes()
    }

    private func row(of line: MeasureLine) -> [String] {
        let scaled = line.values.map { $0 / line.factor }
        let write = report.column(largest: scaled.largest { $0 })
        let change = (scaled.last ?? 0) - (scaled.first ?? 0)
        let base = scaled.first ?? 0
        let share = base == 0 ? "" : report.numbers.percent(change / base.magnitude)
        return [report.tell(line.heading)] + scaled.map(write) + [change > 0 ? "+" + write(change) : write(change), share]
    }

    private mutating func notes() {
        let money = MoneyStyle(currency: tables.settings.currency)
        if let benefit = outcome.netBenefit {
            let amount = money.phrase(benefit)
            report.paragraph(
                Phrase(
                    en: "Net benefit of the plan against the baseline: \(amount.english) a year.",
                    vi: "Lợi ích ròng của phương án so với mức cơ sở: \(amount.vietnamese) mỗi năm."),
                indent: 2)
        } else if !outcome.unpriced.isEmpty {
            let needs = outcome.unpriced.map { reference -> Phrase in
                let need = tables.needs[reference]
                let (firm, resource) = (names.firm(need.firm), names.resource(need.resource))
                return Phrase(en: "\(firm.english): \(resource.english)", vi: "\(firm.vietnamese): \(resource.vietnamese)")
            }
            let list = needs.enumerated
            report.paragraph(
                Phrase(
                    en: "No net benefit can be told: the baseline leaves out needs that cannot be bought (\(list.english)).",
                    vi: "Không tính được lợi ích ròng: mức cơ sở không gồm các nhu cầu không thể mua mới (\(list.vietnamese))."),
                indent: 2)
        }
        if let sold = outcome.soldOutsideText(tables) { report.paragraph(sold, indent: 2) }
        if outcome.today == nil, let reason = outcome.todayReason { report.paragraph(reason.text(names), indent: 2) }
    }
}

/// One measure of several states of affairs.
package struct MeasureLine {
    package var heading: Phrase
    /// The values in the measure's basic unit are divided by this for people.
    package var factor: Double
    package var values: [Double]

    /// All lines of `states`: cost with the carbon cost in it, gas, waste and virgin material, and other kinds of resource.
    ///
    /// Money is in `scale`, or in the one in which the largest cost reads best.
    package static func lines(_ states: [Measures], currency: String, scale: MoneyScale? = nil) -> [MeasureLine] {
        let scale = scale ?? MoneyScale(largest: states.largest(\.cost))
        let unit = MoneyStyle(currency: currency).unit(scale)
        let tonne = Phrase(en: "t", vi: "tấn")
        var lines = [
            MeasureLine(
                heading: Phrase(en: "Cost (\(unit.english))", vi: "Chi phí (\(unit.vietnamese))"), factor: scale.factor,
                values: states.map(\.cost)),
            MeasureLine(
                heading: Phrase(en: "– of which carbon cost (\(unit.english))", vi: "– trong đó chi phí các-bon (\(unit.vietnamese))"),
                factor: scale.factor, values: states.map(\.carbonCost)),
            MeasureLine(
                heading: Phrase(en: "Greenhouse gas (t CO2e)", vi: "Khí nhà kính (tấn CO2 tương đương)"), factor: 1000,
                values: states.map(\.ghg)),
            MeasureLine(
                heading: Phrase(en: "Waste (\(tonne.english))", vi: "Chất thải (\(tonne.vietnamese))"), factor: 1,
                values: states.map(\.waste)),
            MeasureLine(
                heading: Phrase(en: "Virgin material (\(tonne.english))", vi: "Nguyên liệu nguyên sinh (\(tonne.vietnamese))"), factor: 1,
                values: states.map(\.virgin)),
        ]
        lines += otherKinds(states)
        return lines
    }

    /// Waste and purchase of what the two sums in tonnes do not count.
    private static func otherKinds(_ states: [Measures]) -> [MeasureLine] {
        var keys: [KindMeasure] = []
        for measure in states.flatMap(\.byKind) where !(measure.kind == .material && measure.unit.dimension == .mass) {
            if !keys.contains(where: { $0.kind == measure.kind && $0.unit == measure.unit }) { keys.append(measure) }
        }
        return keys.flatMap { key -> [MeasureLine] in
            let found = states.map { state in state.byKind.first { $0.kind == key.kind && $0.unit == key.unit } }
            let (kind, unit) = (key.kind.name, key.unit.symbol)
            let waste = MeasureLine(
                heading: Phrase(
                    en: "Thrown away: \(kind.english) (\(unit.english))", vi: "Thải bỏ: \(kind.vietnamese) (\(unit.vietnamese))"),
                factor: 1, values: found.map { $0?.waste ?? 0 })
            let virgin = MeasureLine(
                heading: Phrase(
                    en: "Bought new: \(kind.english) (\(unit.english))", vi: "Mua mới: \(kind.vietnamese) (\(unit.vietnamese))"),
                factor: 1, values: found.map { $0?.virgin ?? 0 })
            return [waste, virgin].filter { $0.values.contains { $0 != 0 } }
        }
    }
}
