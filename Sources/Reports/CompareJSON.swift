// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
internal import Scenario
public import Texts

/// Scenarios side by side as JSON.
public struct CompareJSON {
    private let comparison: Comparison
    private let language: Language

    /// Prepares to write; sentences in it are in `language`.
    public init(_ comparison: Comparison, language: Language) { (self.comparison, self.language) = (comparison, language) }

    /// The whole document in UTF-8; lists of values stand in the order of `scenarios`.
    public func document() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", 1)
            writer.member("scenarios", objects: comparison.scenarios) { writer, scenario in
                writer.member("id", scenario.settings.id)
                writer.member("year", scenario.settings.year)
                writer.member("currency", scenario.settings.currency)
                writer.member("status", scenario.outcome.status.rawValue)
                writer.member("projects", texts: scenario.outcome.projects.map { scenario.names.tables.projects[$0].id })
            }
            writer.member("measures", objects: comparison.lines) { writer, line in
                writer.member("measure", String(describing: line.key))
                writer.member("unit", line.unit?[.english])
                writer.member("values") { $0.list(of: line.values) { $0.number($1) } }
            }
            writer.member("exchanges", objects: Array(comparison.scenarios.dropFirst())) { writer, scenario in
                writer.member("scenario", scenario.settings.id)
                writer.member("changes", objects: (comparison.exchanges(ofFirstAnd: scenario) ?? []).filter { $0.isOfOne || $0.isAltered })
                {
                    writer, change in
                    writer.member("from", change.key.from)
                    writer.member("to", change.key.to)
                    writer.member("resource", change.key.resource)
                    writer.member("unit", (change.other ?? change.first)?.unit.rawValue)
                    writer.member("first", change.first?.quantity)
                    writer.member("other", change.other?.quantity)
                }
            }
            writer.member("criteria", objects: comparison.paths) { self.path(&$0, $1) }
            writer.member("targets", objects: comparison.targets) { writer, target in
                writer.member("set", target.set.id)
                writer.member("criterion", target.criterion.id)
                writer.member("text", target.criterion.text.text(language))
                writer.member("unit", target.criterion.unit)
            }
        }
        writer.newline()
        return writer.bytes
    }

    private func path(_ writer: inout JSONWriter, _ path: Comparison.Path) {
        writer.member("set", path.set)
        writer.member("criterion", path.criterion.id)
        writer.member("of", path.kind.rawValue)
        writer.member("unit", path.criterion.unit)
        writer.member("unverified", path.criterion.isUnverified || path.criterion.grade == .recalled)
        writer.member("interpretation", path.criterion.isInterpretation)
        writer.member("scenarios") { list in
            list.list(of: path.verdicts) { element, verdicts in
                element.object { writer in
                    writer.member("figure", path.kind == .network ? verdicts.first?.figure?.exact : nil)
                    for keyword in verdicts.map(\.keyword).uniqued().sorted() {
                        writer.member(named: keyword) { $0.integer(verdicts.count { $0.keyword == keyword }) }
                    }
                }
            }
        }
    }
}
