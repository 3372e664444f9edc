// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import LinearProgram
public import Scenario
internal import Texts

/// Why exchanges are in a plan or not, told to people on a terminal.
public struct ExplainReport {
    let explanation: Explanation
    let tables: Tables
    let names: ScenarioNames
    let words: ExplainText
    let terms: CostTermText
    var report: TextReport

    /// Tells an answer in the given layout; in UTF-8.
    public static func bytes(
        _ answer: ExplainAnswer, _ explanation: Explanation, of scenario: Scenario, layout: ReportLayout
    ) -> [UInt8] {
        var report = ExplainReport(explanation, scenario.tables, layout)
        report.header()
        switch answer {
        case .pair(let pair): report.pair(pair)
        case .streams(let party, let streams): report.streams(party, streams)
        case .plan(let plan): report.plan(plan)
        }
        return report.report.bytes
    }

    private init(_ explanation: Explanation, _ tables: Tables, _ layout: ReportLayout) {
        self.explanation = explanation
        (self.tables, names, report) = (tables, ScenarioNames(tables), TextReport(layout))
        words = ExplainText(names: names, objective: explanation.outcome.objective)
        terms = CostTermText(names: names)
    }

    private mutating func header() {
        let outcome = explanation.outcome
        report.paragraph(report.tell(names.scenario), style: report.layout.style.bold)
        if !outcome.projects.isEmpty {
            let projects = outcome.projects.map(names.project).enumerated
            report.paragraph(Phrase(en: "With the projects \(projects.english).", vi: "Gồm các dự án \(projects.vietnamese)."))
        }
        report.paragraph(outcome.statusText)
        if outcome.choices > 0 {
            let count = Phrase.count(outcome.choices)
            report.paragraph(
                Phrase(
                    en:
                        "The plan makes \(count.english) \(plural(outcome.choices, "yes-or-no choice", "yes-or-no choices")) of what is built or used; what is told here holds with these as they are.",
                    vi:
                        "Phương án có \(count.vietnamese) lựa chọn có–không về những gì được xây dựng hoặc sử dụng; các giải thích dưới đây đúng khi giữ nguyên những lựa chọn đó."
                ))
        }
        if !explanation.hasPrices {
            report.paragraph(
                Phrase(
                    en: "The search ended before it had prices, so that nothing is told of what candidates lack.",
                    vi: "Việc tìm kiếm dừng trước khi có giá bóng, nên chưa thể nói các cách trao đổi còn thiếu bao nhiêu để có lợi."))
        }
    }

    /// A number of the objective for each unit, in a sentence.
    func each(_ amount: Double, _ resource: Reference<Resource>) -> Phrase {
        words.amounts.phrase(amount, each: tables.resources[resource].unit)
    }

    /// Amounts under each other: whole numbers where the largest is of four digits, else two decimals; what would come out as nothing by its digits.
    func amounts(largest: Double) -> (Double) -> String {
        let decimals = largest >= 1000 ? 0 : 2, half = largest >= 1000 ? 0.5 : 0.005, numbers = report.numbers
        return { $0 != 0 && $0.magnitude < half ? numbers.readable($0) : numbers.fixed($0, decimals: decimals) }
    }

    /// Whether money is made small; of other objectives nothing “pays”.
    var isOfMoney: Bool { explanation.outcome.objective == .cost }

    /// What is given and what it would count as: `foundry sand for clay`.
    func what(_ resource: Reference<Resource>, as other: Reference<Resource>) -> Phrase {
        let given = names.resource(resource)
        guard resource != other else { return given }
        let replaced = names.resource(other)
        return Phrase(
            en: "\(given.english) for \(replaced.english)", vi: "\(given.vietnamese) thay \(replaced.vietnamese)")
    }
}
