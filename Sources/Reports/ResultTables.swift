// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import LinearProgram
public import Scenario
public import Texts

/// The result of a solve as tables: a file each, always all of them, so that none is left over from an earlier run.
public struct ResultTables: Sendable {
    let outcome: Outcome
    let tables: Tables
    let names: ScenarioNames
    let language: Language

    /// Prepares the tables of `outcome` in `language`.
    public init(_ outcome: Outcome, of scenario: Scenario, language: Language) {
        (self.outcome, tables, self.language) = (outcome, scenario.tables, language)
        names = ScenarioNames(scenario.tables)
    }

    /// The name of the file that tells what wrote a folder of results.
    public static let summaryName = "summary.json"

    /// Every file of the folder with its content.
    public func files(facts: RunFacts) -> [(name: String, bytes: [UInt8])] {
        let tables: [(name: String, bytes: [UInt8])] = [
            ("measures.csv", measures()), ("exchanges.csv", exchanges()), ("outputs.csv", outputs()), ("needs.csv", needs()),
            ("processes.csv", processes()), ("process_flows.csv", processFlows()), ("links.csv", links()), ("routes.csv", routes()),
            ("contracts.csv", contracts()), ("storages.csv", storages()), ("investments.csv", investments()),
            ("marginals.csv", marginals()), ("infeasibility.csv", infeasibility()),
        ]
        let summary = OutcomeJSON(outcome, tables: self.tables, facts: facts, language: language).summary(tables: tables.map(\.name))
        return tables + [(Self.summaryName, summary)]
    }

    /// The parts that a cell is often made of.
    func text(_ phrase: Phrase) -> CSVTable.Cell { .text(phrase[language]) }
    func id(_ text: String?) -> CSVTable.Cell { .text(text ?? "") }
    func period(_ reference: Reference<Period>?) -> CSVTable.Cell { id(reference.map { tables.periods[$0].id }) }
    func unit(_ resource: Reference<Resource>) -> CSVTable.Cell { .text(tables.resources[resource].unit.rawValue) }

    /// A heading with the unit of money in it.
    func money(en english: String, vi vietnamese: String) -> Phrase {
        let currency = tables.settings.currency
        return Phrase(en: "\(english) (\(currency))", vi: "\(vietnamese) (\(currency))")
    }

    /// The heading of the column of marginal values, with the unit of the objective in it.
    var marginalHeading: Phrase {
        let unit =
            switch outcome.objective {
            case .cost: Phrase(same: tables.settings.currency)
            case .ghg: Phrase(same: "kg CO2e")
            case .waste, .virgin: Phrase(same: "t")
            case .weights: Phrase(en: "weighted", vi: "có trọng số")
            }
        return Phrase(
            en: "One more unit changes the objective by (\(unit.english))",
            vi: "Thêm một đơn vị làm mục tiêu thay đổi (\(unit.vietnamese))")
    }
}
