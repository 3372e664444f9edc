// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import LinearProgram
public import Scenario
public import Texts

/// Writes answers of an explanation as JSON; the manual lays the keys down.
public struct ExplainJSON: Sendable {
    let explanation: Explanation
    let tables: Tables
    let names: ScenarioNames
    let words: ExplainText
    let terms: CostTermText
    let facts: RunFacts
    let language: Language

    /// Prepares to write; sentences in it are in `language`.
    public init(_ explanation: Explanation, of scenario: Scenario, facts: RunFacts, language: Language) {
        (self.explanation, tables, self.facts, self.language) = (explanation, scenario.tables, facts, language)
        names = ScenarioNames(scenario.tables)
        words = ExplainText(names: names, objective: explanation.outcome.objective)
        terms = CostTermText(names: names)
    }

    /// The whole document in UTF-8; without an answer, as where there is no plan, only what is known of the solve.
    public func document(_ answer: ExplainAnswer?) -> [UInt8] {
        let outcome = explanation.outcome
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", 1)
            writer.member("scenario", tables.settings.id)
            writer.member("status", outcome.status.rawValue)
            writer.member("gap", outcome.gap)
            writer.member("objective", outcome.objective.keyword)
            writer.member("unit", words.amounts.code)
            writer.member("has_prices", explanation.hasPrices)
            writer.member("choices", outcome.choices)
            writer.member("projects", texts: outcome.projects.map { tables.projects[$0].id })
            switch answer {
            case .pair(let pair): self.pair(&writer, pair)
            case .streams(let party, let streams): self.streams(&writer, party, streams)
            case .plan(let plan): self.plan(&writer, plan)
            case nil: break
            }
            let whole = OutcomeJSON(outcome, tables: tables, facts: facts, language: language)
            writer.member("infeasible", whole.infeasible)
            writer.member("provenance") { provenance in
                provenance.object {
                    $0.member("version", Product.version)
                    $0.member("solver", outcome.solver)
                    $0.member("input_sha256", facts.inputSHA256)
                    $0.member("candidates", outcome.candidates)
                    $0.member("seconds", facts.seconds)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    func period(_ reference: Reference<Period>?) -> String? { reference.map { tables.periods[$0].id } }

    func unit(_ resource: Reference<Resource>) -> String { tables.resources[resource].unit.rawValue }

    /// Members that name an exchange.
    func ends(
        _ object: inout JSONWriter, _ from: Party, _ to: Party, _ resource: Reference<Resource>, _ asResource: Reference<Resource>,
        _ period: Reference<Period>?
    ) {
        object.member("from", tables.id(from))
        object.member("to", tables.id(to))
        object.member("resource", tables.resources[resource].id)
        object.member("as", tables.resources[asResource].id)
        object.member("period", self.period(period))
    }
}
