// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import LinearProgram
public import Scenario
internal import Texts

/// A solve told to people on a terminal.
public struct SolveReport {
    /// The plan, its periods added up.
    let outcome: Outcome
    /// The plan by periods.
    let byPeriod: Outcome
    let tables: Tables
    let names: ScenarioNames
    var report: TextReport

    /// Tells `outcome` of `scenario` in the given layout; in UTF-8.
    public static func bytes(_ outcome: Outcome, of scenario: Scenario, layout: ReportLayout) -> [UInt8] {
        var report = SolveReport(outcome, scenario.tables, layout)
        report.header()
        if outcome.infeasibility != nil { report.infeasibility() }
        if outcome.plan != nil { report.planSections() }
        return report.report.bytes
    }

    private init(_ outcome: Outcome, _ tables: Tables, _ layout: ReportLayout) {
        (self.outcome, byPeriod, self.tables, names, report) = (
            outcome.ofTheYear, outcome, tables, ScenarioNames(tables), TextReport(layout)
        )
    }

    private mutating func planSections() {
        measures()
        exchanges()
        thrownAway()
        boughtNew()
        processes()
        investments()
        storages()
        limits()
        marginals()
        typical()
    }

    private mutating func header() {
        report.paragraph(report.tell(names.scenario), style: report.layout.style.bold)
        if !outcome.projects.isEmpty {
            let projects = outcome.projects.map(names.project).enumerated
            report.paragraph(
                Phrase(en: "With the projects \(projects.english).", vi: "Gồm các dự án \(projects.vietnamese)."))
        }
        let isBad = outcome.status == .infeasible || outcome.plan == nil
        report.paragraph(report.tell(outcome.statusText), style: isBad ? report.layout.style.bad : { $0 })
        guard let certificate = outcome.certificate, let words = outcome.certificateText else { return }
        let text = report.tell(words)
        report.paragraph(text, style: certificate.holds ? report.layout.style.good : report.layout.style.bad)
    }

    private mutating func infeasibility() {
        guard let infeasibility = outcome.infeasibility else { return }
        let words = InfeasibilityText(names: names)
        report.heading(Phrase(en: "These cannot all hold", vi: "Các quy định sau không thể cùng thỏa mãn"))
        infeasibility.rules.forEach { report.bullet(words.sentence($0)) }
        guard !infeasibility.mends.isEmpty else { return }
        report.heading(
            Phrase(
                en: "What would mend it, each tried by solving again, the cheapest first",
                vi: "Cách khắc phục, mỗi cách đã được giải lại để kiểm tra, rẻ nhất trước"))
        infeasibility.mends.forEach { report.bullet(words.sentence($0)) }
    }
}
