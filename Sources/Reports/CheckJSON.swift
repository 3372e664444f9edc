// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import ScenarioFiles
public import Texts

extension CheckedScenario {
    /// The check for programs, in UTF-8. What was understood is there only where nothing is an error.
    public func json(_ language: Language) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", 1)
            writer.member("scenario", understood?.scenario.tables.settings.id)
            writer.member("valid", isValid)
            writer.member("errors", errors)
            writer.member("warnings", warnings)
            writer.member("faults", objects: faults) { object, fault in
                object.member("code", fault.kind.code)
                object.member("severity", fault.kind.severity.rawValue)
                object.member("file", fault.file)
                object.member("line") { if let line = fault.line { $0.integer(line) } else { $0.text(nil) } }
                object.member("column") { if let column = fault.column { $0.integer(column) } else { $0.text(nil) } }
                object.member("column_name", fault.columnName)
                object.member("cell", fault.cell)
                object.member("problem", fault.kind.text.problem[language])
                object.member("mend", fault.kind.text.mend[language])
            }
            writer.member("layers", texts: layers)
            writer.member("differences", objects: differences) { object, difference in
                object.member("change", difference.change.rawValue)
                object.member("table", difference.table?.rawValue)
                object.member("key", difference.key)
                object.member("column", difference.column)
                object.member("old", difference.old)
                object.member("new", difference.new)
                object.member("file", difference.file)
                object.member("line") { if let line = difference.line { $0.integer(line) } else { $0.text(nil) } }
            }
            if let understood, isValid { self.understood(&writer, understood.scenario.tables, understood.understanding) }
        }
        writer.newline()
        return writer.bytes
    }

    private func understood(_ writer: inout JSONWriter, _ tables: Tables, _ understanding: Understanding) {
        writer.member("counts") { counts in
            counts.object { object in
                for count in tables.counts { object.member(named: count.table.rawValue) { $0.integer(count.rows) } }
            }
        }
        writer.member("candidates", understanding.candidates)
        writer.member("resources", objects: understanding.totals) { object, total in
            object.member("id", tables.resources[total.resource].id)
            object.member("unit", tables.resources[total.resource].unit.rawValue)
            object.member("offered", total.offered)
            object.member("takable", total.takable)
            object.member("needed", total.needed)
            object.member("meetable", total.meetable)
        }
        writer.member("without_quality", objects: understanding.withoutQuality) { object, unqualified in
            let output = tables.outputs[unqualified.output]
            object.member("firm", tables.firms[output.firm].id)
            object.member("resource", tables.resources[output.resource].id)
            object.member("properties", texts: unqualified.properties.map { tables.properties[$0].id })
            object.member("takers", unqualified.takers)
        }
        writer.member("without_partner", objects: understanding.lonely) { object, lonely in
            let (table, firm, resource) =
                switch lonely.row {
                case .output(let reference): (Table.outputs, tables.outputs[reference].firm, tables.outputs[reference].resource)
                case .need(let reference): (Table.needs, tables.needs[reference].firm, tables.needs[reference].resource)
                }
            object.member("table", table.rawValue)
            object.member("firm", tables.firms[firm].id)
            object.member("resource", tables.resources[resource].id)
            object.member("excluded", objects: understanding.exclusions(of: lonely)) { reason, exclusion in
                reason.member("rule", exclusion.rule.rawValue)
                reason.member("pairs", exclusion.pairs)
            }
        }
    }
}
