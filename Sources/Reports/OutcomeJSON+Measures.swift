// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram
internal import Scenario
internal import Texts

extension OutcomeJSON {
    /// The amount of money below whose 1e-9th part a figure of cost is rounding.
    var costScale: Double { max(outcome.baseline.cost.magnitude, outcome.plan?.cost.magnitude ?? 0) }

    func objective(_ writer: inout JSONWriter) {
        writer.object {
            $0.member("kind", outcome.objective.keyword)
            if case .weights(let cost, let ghg, let waste, let virgin) = outcome.objective {
                $0.member("weights") { weights in
                    weights.object {
                        $0.member("cost", cost)
                        $0.member("ghg", ghg)
                        $0.member("waste", waste)
                        $0.member("virgin", virgin)
                    }
                }
            }
            $0.member("value", outcome.objectiveValue)
            $0.member("bound", outcome.bound)
            $0.member("gap", outcome.gap)
        }
    }

    /// `by_kind` holds, for each kind and unit, the waste and the virgin purchase: `{"water": {"m3": {"waste": 0.0, "virgin": 0.0}}}`.
    func measures(_ writer: inout JSONWriter, _ measures: Measures, unpriced: Bool = false) {
        writer.object { object in
            object.member("cost", measures.cost.cut(costScale))
            object.member("carbon_cost", measures.carbonCost.cut(costScale))
            object.member("ghg", measures.ghg.cut(outcome.baseline.ghg))
            object.member("waste", measures.waste.cut(outcome.baseline.waste))
            object.member("virgin", measures.virgin.cut(outcome.baseline.virgin))
            object.member("by_kind") { byKind(&$0, measures.byKind) }
            guard unpriced else { return }
            object.member("unpriced", objects: outcome.unpriced) { needKey(&$0, $1) }
        }
    }

    private func byKind(_ writer: inout JSONWriter, _ measures: [KindMeasure]) {
        writer.object { object in
            for kind in ResourceKind.allCases {
                let ofKind = measures.filter { $0.kind == kind }
                guard !ofKind.isEmpty else { continue }
                object.member(named: kind.rawValue) { kindObject in
                    kindObject.object {
                        for measure in ofKind {
                            $0.member(named: measure.unit.rawValue) { amounts in
                                amounts.object {
                                    let scale = scale(of: measure)
                                    $0.member("waste", measure.waste.cut(scale.waste))
                                    $0.member("virgin", measure.virgin.cut(scale.virgin))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The amounts of the same kind and unit below whose 1e-9th part a figure is rounding.
    private func scale(of measure: KindMeasure) -> (waste: Double, virgin: Double) {
        let states = [outcome.baseline] + [outcome.today, outcome.plan].compactMap(\.self)
        let same = states.flatMap(\.byKind).filter { $0.kind == measure.kind && $0.unit == measure.unit }
        return (same.largest(\.waste), same.largest(\.virgin))
    }

    private func needKey(_ object: inout JSONWriter, _ reference: Reference<Need>) {
        let need = tables.needs[reference]
        object.member("firm", tables.firms[need.firm].id)
        object.member("resource", tables.resources[need.resource].id)
        object.member("period", period(need.period))
    }

    func certificate(_ writer: inout JSONWriter) {
        guard let certificate = outcome.certificate else { return writer.text(nil) }
        writer.object {
            $0.member("primal_residual", certificate.primalResidual)
            $0.member("dual_residual", certificate.dualResidual)
            $0.member("duality_gap", certificate.dualityGap)
            $0.member("holds", certificate.holds)
            $0.member("choices_held", outcome.choices > 0)
            $0.member("relaxation_bound", outcome.relaxationBound)
        }
    }

    func infeasible(_ writer: inout JSONWriter) {
        guard let infeasibility = outcome.infeasibility else { return writer.text(nil) }
        let words = InfeasibilityText(names: ScenarioNames(tables))
        writer.object { object in
            object.member("rules", objects: infeasibility.rules) { object, rule in
                object.member("code", rule.kind.rawValue)
                object.member("subject", SubjectKey(tables).key(rule.subject))
                object.member("amount", rule.amount)
                object.member("unit", rule.unit?.rawValue)
                object.member("text", words.sentence(rule)[language])
            }
            object.member("mends", objects: infeasibility.mends) { object, mend in
                object.member("text", words.sentence(mend)[language])
                object.member("cost", mend.cost)
            }
        }
    }

    func period(_ reference: Reference<Period>?) -> String? { reference.map { tables.periods[$0].id } }
}
