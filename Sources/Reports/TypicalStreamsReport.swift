// SPDX-License-Identifier: GPL-3.0-or-later
internal import Decisions
internal import Exchange
internal import Scenario
internal import Texts

extension TextReport {
    /// The streams that the library filled in, each with its range.
    mutating func typicalStreams(_ names: ScenarioNames) {
        let sentences = names.tables.typicalStreams(names)
        guard !sentences.isEmpty else { return }
        heading(TypicalText.heading)
        for sentence in shown(sentences) { bullet(sentence) }
        leftOut(of: sentences.count)
    }
}

extension Tables {
    fileprivate func typicalStreams(_ names: ScenarioNames) -> [Phrase] {
        // They come of firms by their type alone.
        guard !types.isEmpty else { return [] }
        let given = outputs.compactMap { row in
            row.provenance.estimate.map { TypicalText.stream(row.firm, row.resource, row.quantity, $0, isOutput: true, names) }
        }
        let taken = needs.compactMap { row in
            row.provenance.estimate.map { TypicalText.stream(row.firm, row.resource, row.quantity, $0, isOutput: false, names) }
        }
        return given + taken
    }
}

extension Tables {
    /// The typical figure of what somebody gives off or needs; nil where it was declared.
    func estimate(_ party: Party, _ resource: Reference<Resource>, isOutput: Bool) -> Estimate? {
        guard case .firm(let firm) = party else { return nil }
        return isOutput
            ? outputs.first { $0.firm == firm && $0.resource == resource }?.provenance.estimate
            : needs.first { $0.firm == firm && $0.resource == resource }?.provenance.estimate
    }

    /// Whether the quantity of an exchange's giver, and of its taker, is a typical one.
    func typicalEnds(_ exchange: PlannedExchange) -> (giver: Bool, taker: Bool) {
        guard !types.isEmpty else { return (false, false) }
        return (
            estimate(exchange.from, exchange.resource, isOutput: true) != nil,
            estimate(exchange.to, exchange.asResource, isOutput: false) != nil
        )
    }
}

extension ScreeningReport {
    /// The streams that nobody declared, and how much of the gain of the plan without projects rests on them.
    mutating func typical() {
        guard !tables.types.isEmpty else { return }
        report.typicalStreams(names)
        let foundation = GainFoundation(screening.base, tables)
        guard foundation.total > 0 else { return }
        report.paragraph(TypicalText.share(money.phrase(foundation.typical), foundation.typical / foundation.total), indent: 2)
    }
}

extension SolveReport {
    /// The streams that nobody declared, and how much of the gain rests on them.
    mutating func typical() {
        guard !tables.types.isEmpty else { return }
        report.typicalStreams(names)
        let foundation = GainFoundation(outcome, tables)
        guard foundation.total > 0 else { return }
        let amount = MoneyStyle(currency: tables.settings.currency).phrase(foundation.typical)
        report.paragraph(TypicalText.share(amount, foundation.typical / foundation.total), indent: 2)
    }
}

extension JSONWriter {
    /// What marks a figure as the library's; nothing where it was declared.
    mutating func estimate(_ provenance: Provenance) {
        guard let estimate = provenance.estimate else { return }
        member("estimated") { writer in
            writer.object {
                $0.member("low", estimate.low)
                $0.member("high", estimate.high)
                $0.member("type", estimate.type)
                $0.member("confidence", estimate.confidence.rawValue)
            }
        }
    }
}
