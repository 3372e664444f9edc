// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import LinearProgram
public import Scenario
public import Texts

/// Writes an outcome as the JSON that the specification lays down.
///
/// A class, since the closures that write rows hold it: of a struct each row would copy all fields of the outcome.
public final class OutcomeJSON: Sendable {
    let outcome: Outcome
    let tables: Tables
    let facts: RunFacts
    let language: Language

    /// Prepares to write; sentences in it are in `language`.
    public convenience init(_ outcome: Outcome, of scenario: Scenario, facts: RunFacts, language: Language) {
        self.init(outcome, tables: scenario.tables, facts: facts, language: language)
    }

    init(_ outcome: Outcome, tables: Tables, facts: RunFacts, language: Language) {
        (self.outcome, self.tables, self.facts, self.language) = (outcome, tables, facts, language)
    }

    /// The whole document in UTF-8, as `solve --json` prints it.
    public func document() -> [UInt8] {
        write { writer in
            exchanges(&writer)
            outputs(&writer)
            needs(&writer)
            processes(&writer)
            processFlows(&writer)
            links(&writer)
            routes(&writer)
            contracts(&writer)
            storages(&writer)
            investments(&writer)
            notBuilt(&writer)
        }
    }

    /// The document without its lists, which stand in tables beside it, whose names it gives.
    public func summary(tables names: [String]) -> [UInt8] {
        write { writer in
            // No table has what was not built.
            notBuilt(&writer)
            writer.member("language", language.rawValue)
            writer.member("tables", texts: names)
        }
    }

    private func write(_ lists: (inout JSONWriter) -> Void) -> [UInt8] {
        // With short ids a row takes some 210 bytes.
        var writer = JSONWriter(capacity: 4096 + 230 * (outcome.exchanges.count + outcome.outputs.count + outcome.needs.count))
        writer.object { writer in
            head(&writer)
            lists(&writer)
            tail(&writer)
        }
        writer.newline()
        return writer.taken()
    }

    private func head(_ writer: inout JSONWriter) {
        writer.member("format", 1)
        writer.member("scenario", tables.settings.id)
        writer.member("status", outcome.status.rawValue)
        writer.member("objective", objective)
        writer.member("baseline") { measures(&$0, outcome.baseline, unpriced: true) }
        writer.member("today") { if let today = outcome.today { measures(&$0, today) } else { $0.text(nil) } }
        if outcome.today == nil, let reason = outcome.todayReason {
            writer.member("today_reason", reason.text(ScenarioNames(tables))[language])
        }
        writer.member("plan") { if let plan = outcome.plan { measures(&$0, plan) } else { $0.text(nil) } }
        writer.member("net_benefit", outcome.netBenefit?.cut(costScale))
    }

    private func tail(_ writer: inout JSONWriter) {
        writer.member("investment_total", investmentTotal)
        writer.member("projects", texts: outcome.projects.map { tables.projects[$0].id })
        writer.member("certificate", certificate)
        writer.member("infeasible", infeasible)
        writer.member("provenance") { provenance in
            provenance.object {
                $0.member("version", Product.version)
                $0.member("solver", outcome.solver)
                $0.member("input_sha256", facts.inputSHA256)
                $0.member("rows", outcome.rows)
                $0.member("columns", outcome.columns)
                $0.member("nonzeros", outcome.nonzeros)
                $0.member("candidates", outcome.candidates)
                $0.member("choices", outcome.choices)
                $0.member("seconds", facts.seconds)
            }
        }
    }
}
