// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
public import Exchange
internal import Scenario
public import Texts

/// A scenario of a comparison: what was solved, and how it was judged.
public struct ComparedScenario: Sendable {
    /// What it is called, its outcome, and its assessment by the sets of all; nil where no scenario names a set.
    public var names: ScenarioNames, outcome: Outcome, assessment: Assessment?
    /// The folder or workbook, as it was named.
    public var path: String

    /// Makes one.
    public init(names: ScenarioNames, outcome: Outcome, assessment: Assessment?, path: String) {
        (self.names, self.outcome, self.assessment, self.path) = (names, outcome, assessment, path)
    }

    var settings: Settings { names.tables.settings }

    /// The exchanges of the plan: one for each giver, taker and resource.
    var exchanges: Int? {
        struct Key: Hashable {
            var from: Party, to: Party
            var resource: Reference<Resource>
        }
        guard outcome.plan != nil else { return nil }
        return Set(outcome.exchanges.map { Key(from: $0.from, to: $0.to, resource: $0.resource) }).count
    }
}

/// Scenarios side by side: years of one park, or plans to choose from.
public struct Comparison: Sendable {
    /// The scenarios, the earliest year first; of one year, as they were named.
    public let scenarios: [ComparedScenario]

    /// Puts scenarios side by side.
    public init(_ scenarios: [ComparedScenario]) {
        self.scenarios = scenarios.enumerated().sorted {
            ($0.element.settings.year, $0.offset) < ($1.element.settings.year, $1.offset)
        }.map(\.element)
    }

    /// Whether all scenarios count their money in one currency.
    var isOfOneCurrency: Bool { Set(scenarios.map(\.settings.currency)).count <= 1 }

    /// What each scenario is called: its name and year; where another one is called the same, its id too, or its folder where the ids agree.
    var headings: [Phrase] {
        let names = scenarios.map { scenario in
            let name = scenario.settings.name?.phrase ?? Phrase(same: scenario.settings.id)
            let ending = { (text: String) in text.contains(String(scenario.settings.year)) ? text : "\(text), \(scenario.settings.year)" }
            return Phrase(en: ending(name.english), vi: ending(name.vietnamese))
        }
        return names.indices.map { index in
            let name = names[index]
            let alike = names.indices.filter { names[$0].english == name.english || names[$0].vietnamese == name.vietnamese }
            guard alike.count > 1 else { return name }
            let ids = alike.map { scenarios[$0].settings.id }
            let mark = (Set(ids).count == ids.count ? scenarios[index].settings.id : scenarios[index].path).printable
            return Phrase(en: "\(name.english) (\(mark))", vi: "\(name.vietnamese) (\(mark))")
        }
    }

    /// A measure of every scenario's plan; nil where one has none.
    struct Line {
        var key: StaticString, text: Phrase, unit: Phrase?
        var isMoney: Bool
        var values: [Double?]
    }

    /// What plans come to, in full figures; without money where the scenarios count it in different currencies.
    var lines: [Line] { isOfOneCurrency ? allLines : allLines.filter { !$0.isMoney } }

    private var allLines: [Line] {
        func line(_ key: StaticString, _ text: Phrase, _ unit: String?, _ value: (ComparedScenario) -> Double?) -> Line {
            let currency = scenarios.first?.settings.currency ?? ""
            return Line(
                key: key, text: text, unit: FigureText(currency: currency).unit(unit), isMoney: unit == "currency",
                values: scenarios.map(value))
        }
        return [
            line("baseline_cost", Phrase(en: "Cost without exchange", vi: "Chi phí khi không trao đổi"), "currency") {
                $0.outcome.baseline.cost
            },
            line("cost", Phrase(en: "Cost of the plan", vi: "Chi phí của phương án"), "currency") { $0.outcome.plan?.cost },
            line("net_benefit", Phrase(en: "Net benefit", vi: "Lợi ích ròng"), "currency") { $0.outcome.netBenefit },
            line("ghg", Phrase(en: "Greenhouse gas", vi: "Khí nhà kính"), "t CO2e") { $0.outcome.plan.map { $0.ghg / 1000 } },
            line("waste", Phrase(en: "Waste", vi: "Chất thải"), "t") { $0.outcome.plan?.waste },
            line("virgin", Phrase(en: "Virgin material", vi: "Nguyên liệu nguyên sinh"), "t") { $0.outcome.plan?.virgin },
            line("exchanges", Phrase(en: "Exchanges", vi: "Liên kết trao đổi"), nil) { $0.exchanges.map(Double.init) },
        ]
    }

    /// A criterion's way through the scenarios, for the whole of each or for its parks.
    struct Path {
        var set: String, criterion: Criterion, kind: AssessedKind
        /// Of each scenario, the verdicts of its plan (or what comes nearest) on the subjects of the kind.
        var verdicts: [[Verdict]]
    }

    /// The path of every criterion that judges scenarios or parks, by set.
    var paths: [Path] {
        guard let first = scenarios.compactMap(\.assessment).first else { return [] }
        return first.sets.flatMap { set in
            set.criteria.flatMap { criterion in
                [AssessedKind.network, .park].filter { criterion.assessed.contains($0) }.map { kind in
                    Path(
                        set: set.id, criterion: criterion, kind: kind,
                        verdicts: scenarios.map { scenario in
                            (scenario.assessment?.rows ?? []).filter {
                                $0.set == set.id && $0.criterion.id == criterion.id && $0.subject.kind == kind
                            }.compactMap(\.verdicts.last)
                        })
                }
            }
        }.filter { $0.verdicts.joined().contains { $0.result != .notApplicable(.background) } }
    }

    /// Whether a park has one verdict in a scenario and another in the next, or stands in one of them alone.
    func differs(_ path: Path) -> Bool {
        let states = zip(scenarios, path.verdicts).map { scenario, verdicts in
            Set(verdicts.map { [$0.subject.id(in: scenario.names.tables) ?? "", $0.keyword] })
        }
        return Set(states).count > 1
    }

    /// Targets of plans that are background to every scenario: national ones, with the year that their texts name.
    var targets: [(set: CriteriaSet, criterion: Criterion)] {
        guard let first = scenarios.compactMap(\.assessment).first else { return [] }
        return first.sets.flatMap { set in
            set.criteria.filter { $0.judgement == .background && $0.threshold != nil }.map { (set, $0) }
        }
    }
}
