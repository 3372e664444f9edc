// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension SolveReport {
    /// What one more unit would change, of the things where that is news.
    ///
    /// A waste that nobody takes costs its disposal, and a need that is bought costs its price: every planner knows that. Told are the
    /// wastes that earn, the needs that exchange meets, and the limits that hold the plan back; all others stand in the tables.
    mutating func marginals() {
        let words = MarginalText(names: names, objective: byPeriod.objective)
        let groups = [limitMarginals(words), outputMarginals(words), needMarginals(words)].filter { !$0.isEmpty }
        guard !groups.isEmpty else { return }
        report.heading(Phrase(en: "What one more unit would change", vi: "Nếu thêm một đơn vị"))
        for group in groups {
            for (_, sentence) in report.shown(group) { report.bullet(sentence) }
            report.leftOut(of: group.count)
        }
    }

    /// Sentences with the weight that orders them: the marginal value times the quantity that it stands for, the largest first.
    private typealias Weighted = (weight: Double, sentence: Phrase)

    private func sorted(_ sentences: [Weighted]) -> [Weighted] {
        sentences.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    }

    private func outputMarginals(_ words: MarginalText) -> [Weighted] {
        let scale = byPeriod.outputs.largest(\.marginal)
        let firms = byPeriod.outputs.compactMap { planned -> Weighted? in
            guard let marginal = planned.marginal?.cut(scale), marginal < 0 else { return nil }
            return (-marginal * planned.quantity, names.within(planned.period, words.output(planned.output, marginal)))
        }
        return sorted(firms)
    }

    private func needMarginals(_ words: MarginalText) -> [Weighted] {
        let scale = byPeriod.needs.largest(\.marginal)
        let firms = byPeriod.needs.compactMap { planned -> Weighted? in
            guard let marginal = planned.marginal?.cut(scale), marginal != 0, planned.secondary.cut(planned.quantity) != 0 else {
                return nil
            }
            return (marginal.magnitude * planned.quantity, names.within(planned.period, words.need(planned.need, marginal)))
        }
        return sorted(firms)
    }

    private func limitMarginals(_ words: MarginalText) -> [Weighted] {
        let (processes, routes, contracts) = (byPeriod.processes, byPeriod.routes, byPeriod.contracts)
        let scales = (processes.largest(\.marginal), routes.largest(\.marginal), contracts.largest(\.marginal))
        var found = processes.compactMap { planned -> Weighted? in
            guard let marginal = planned.marginal?.cut(scales.0), marginal != 0 else { return nil }
            return (marginal.magnitude * planned.capacity, words.process(planned.process, marginal, in: planned.period))
        }
        found += routes.compactMap { planned -> Weighted? in
            guard let marginal = planned.marginal?.cut(scales.1), marginal != 0 else { return nil }
            return (marginal.magnitude * planned.load, words.route(planned.route, marginal))
        }
        found += contracts.compactMap { planned -> Weighted? in
            guard let marginal = planned.marginal?.cut(scales.2), marginal != 0 else { return nil }
            return (marginal.magnitude * max(planned.quantity, 1), words.contract(planned.contract, marginal))
        }
        return sorted(found)
    }
}
