// SPDX-License-Identifier: GPL-3.0-or-later
public import Decisions
internal import Exchange
public import Scenario
internal import Texts

/// A screening told to people on a terminal.
public struct ScreeningReport {
    let screening: Screening
    let tables: Tables
    let names: ScenarioNames
    let money: MoneyStyle
    var report: TextReport

    /// Tells `screening` of `scenario` in the given layout; in UTF-8.
    public static func bytes(_ screening: Screening, of scenario: Scenario, layout: ReportLayout) -> [UInt8] {
        var report = ScreeningReport(screening, scenario.tables, layout)
        report.header()
        if !screening.projects.isEmpty {
            report.ranking()
            report.effects()
            for project in screening.projects { report.details(project) }
            report.pairs()
            report.best()
        }
        report.typical()
        return report.report.bytes
    }

    private init(_ screening: Screening, _ tables: Tables, _ layout: ReportLayout) {
        (self.screening, self.tables, names, report) = (screening, tables, ScenarioNames(tables), TextReport(layout))
        money = MoneyStyle(currency: tables.settings.currency)
    }

    private mutating func header() {
        report.paragraph(report.tell(names.scenario), style: report.layout.style.bold)
        guard !screening.projects.isEmpty else {
            return report.paragraph(
                Phrase(en: "The scenario has no proposed project to screen.", vi: "Kịch bản không có dự án đề xuất nào để sàng lọc."))
        }
        let count = Phrase.count(screening.projects.count)
        report.paragraph(
            Phrase(
                en: "\(count.english) proposed projects, each solved in and out of the parks for least cost.",
                vi: "\(count.vietnamese) dự án đề xuất, mỗi dự án được giải khi có và khi không có trong các khu, với chi phí thấp nhất."))
    }

    private mutating func ranking() {
        report.heading(Phrase(en: "Ranking", vi: "Xếp hạng"))
        let gains = report.moneyColumn(tables.settings.currency, screening.projects.map { $0.effect?.gain ?? 0 })
        let investments = report.moneyColumn(tables.settings.currency, screening.projects.map { tables.projects[$0.project].capex ?? 0 })
        let rows = screening.projects.enumerated().map { index, project -> [String] in
            let row = tables.projects[project.project]
            return [
                "\(index + 1)", report.tell(names.project(project.project)), project.effect?.gain.map(gains.text) ?? "–",
                report.numbers.fixed(project.score * 100, decimals: 1), report.numbers.percent(project.firstShare),
                report.numbers.percent(project.firstThreeShare), row.capex.map(investments.text) ?? "–",
                project.paybackYears.map { report.numbers.fixed($0, decimals: 1) } ?? "–",
                row.landHectares.map { report.numbers.readable($0) } ?? "–", row.jobs.map { report.numbers.readable($0) } ?? "–",
            ]
        }
        let gain = Phrase(en: "Adds a year (\(gains.unit.english))", vi: "Lợi ích thêm mỗi năm (\(gains.unit.vietnamese))")
        let investment = Phrase(
            en: "Investment (\(investments.unit.english))", vi: "Vốn đầu tư (\(investments.unit.vietnamese))")
        report.table(
            [
                .numbers(Phrase(same: "")), .words(Phrase(en: "Project", vi: "Dự án")), .numbers(gain),
                .numbers(Phrase(en: "Score", vi: "Điểm")), .numbers(Phrase(en: "First", vi: "Hạng nhất")),
                .numbers(Phrase(en: "First three", vi: "Trong ba hạng đầu")), .numbers(investment),
                .numbers(Phrase(en: "Payback (years)", vi: "Hoàn vốn (năm)")), .numbers(Phrase(en: "Land (ha)", vi: "Đất (ha)")),
                .numbers(Phrase(en: "Jobs", vi: "Việc làm")),
            ], rows)
        rankingNotes()
    }

    private mutating func rankingNotes() {
        let (weights, draws) = (screening.weights.text, Phrase.count(Ranking.draws))
        report.paragraph(
            Phrase(
                en:
                    "Score: weighted shares of the best project in each measure, in hundredths. Weights: \(weights.english); set others with "
                    + "--weights.",
                vi: "Điểm: tổng có trọng số của tỷ lệ so với dự án tốt nhất theo từng chỉ tiêu, tính theo phần trăm. Trọng số: "
                    + "\(weights.vietnamese); đổi bằng --weights."),
            indent: 2)
        report.paragraph(
            Phrase(
                en: "First, first three: the share of \(draws.english) weightings of the same measures, drawn evenly, in which the project "
                    + "stands there. What a project adds is after all costs of its plants, fixed ones and the capital charges of those that the "
                    + "plan builds included. The payback is the investment over what is added before those capital charges, without tax, "
                    + "interest or the project's own profit.",
                vi:
                    "Hạng nhất, trong ba hạng đầu: tỷ lệ trong \(draws.vietnamese) bộ trọng số của các chỉ tiêu trên, lấy mẫu đều, mà dự án "
                    + "đạt hạng đó. Lợi ích thêm đã trừ mọi chi phí của các cơ sở thuộc dự án, kể cả chi phí cố định và chi phí vốn của cơ sở mà phương "
                    + "án xây dựng. Thời gian hoàn vốn là vốn đầu tư chia cho lợi ích thêm trước chi phí vốn đó, chưa kể thuế, lãi vay và lãi riêng "
                    + "của dự án."),
            indent: 2)
        for project in screening.projects where !project.unknown.isEmpty {
            let (name, list) = (names.project(project.project), project.unknown.map(\.name).enumerated)
            report.paragraph(
                Phrase(
                    en: "\(name.english): not known and counted as nothing: \(list.english).",
                    vi: "\(name.vietnamese): chưa biết và tính như không có: \(list.vietnamese)."),
                indent: 2)
        }
    }

    private mutating func effects() {
        report.heading(
            Phrase(
                en: "What exchange saves more in a year with each project", vi: "Mức tiết kiệm thêm mỗi năm nhờ trao đổi khi có từng dự án")
        )
        let effects = screening.projects.map { ($0.project, $0.effect) }
        func column(_ value: (ProjectEffect) -> Double) -> (Double) -> String {
            report.column(largest: effects.reduce(0) { max($0, abs($1.1.map(value) ?? 0)) })
        }
        let columns: [(heading: Phrase, value: (ProjectEffect) -> Double)] = [
            (Phrase(en: "Greenhouse gas (t CO2e)", vi: "Khí nhà kính (tấn CO2 tương đương)"), { $0.ghg / 1000 }),
            (Phrase(en: "Waste (t)", vi: "Chất thải (tấn)"), \.waste),
            (Phrase(en: "Virgin material (t)", vi: "Nguyên liệu nguyên sinh (tấn)"), \.virgin),
            (Phrase(en: "Fresh water (m³)", vi: "Nước sạch (m³)"), \.water),
            (Phrase(en: "Bought energy (MWh)", vi: "Năng lượng mua ngoài (MWh)"), \.energy),
        ]
        let rows = effects.map { project, effect -> [String] in
            [report.tell(names.project(project))] + columns.map { entry in effect.map { column(entry.value)(entry.value($0)) } ?? "–" }
        }
        report.table([.words(Phrase(en: "Project", vi: "Dự án"))] + columns.map { .numbers($0.heading) }, rows)
    }
}
