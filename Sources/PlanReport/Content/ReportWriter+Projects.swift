// SPDX-License-Identifier: GPL-3.0-or-later
internal import Decisions
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// The proposed projects ranked by what each adds to the parks; nil where none was screened.
    func projects() -> ReportSection? {
        guard let screening = input.screening, !screening.projects.isEmpty else { return nil }
        var blocks: [ReportBlock] = []
        if let chart = projectChart(screening) { blocks.append(.chart(chart)) }
        blocks.append(.table(projectTable(screening)))
        let (weights, draws) = (screening.weights.text, Phrase.count(Ranking.draws))
        blocks.append(
            .paragraph(
                Phrase(
                    en:
                        "Each project was solved in and out of the parks for least cost. Score: weighted shares of the best project in each measure, in "
                        + "hundredths; weights: \(weights.english). The rank is that of the score. First: the share of \(draws.english) other weightings, drawn at random, in which the project stands "
                        + "first; a high share at a lower rank says that the order hangs on the weights. "
                        + "Payback: the investment over what is added, without tax, interest or the project's own profit.",
                    vi:
                        "Mỗi dự án được giải khi có và khi không có trong các khu, với chi phí thấp nhất. Điểm: tổng có trọng số của tỷ lệ so với dự án tốt "
                        + "nhất theo từng chỉ tiêu, tính theo phần trăm; trọng số: \(weights.vietnamese). Thứ hạng xếp theo điểm. Hạng nhất: tỷ lệ trong "
                        + "\(draws.vietnamese) bộ trọng số khác, chọn ngẫu nhiên, mà dự án đứng đầu; tỷ lệ cao ở hạng thấp hơn cho thấy thứ tự phụ thuộc nhiều "
                        + "vào trọng số. Hoàn vốn: vốn đầu tư chia cho lợi ích thêm, chưa kể thuế, lãi vay và lãi riêng của dự án.")))
        if let best = best(screening) { blocks.append(.paragraph(best)) }
        return ReportSection("projects", Phrase(en: "Projects ranked", vi: "Xếp hạng các dự án"), blocks)
    }

    private func projectChart(_ screening: Screening) -> ReportChart? {
        let gains = screening.projects.compactMap { project in project.effect?.gain.map { (project.project, $0) } }
        guard !gains.isEmpty else { return nil }
        let scale = MoneyScale(largest: gains.map(\.1).largest { $0 }), unit = money.unit(scale)
        let kind = ReportTable.Column.Kind.number(largest: gains.map(\.1).largest { $0 } / scale.factor)
        let bars = gains.sorted { ($1.1, tables.projects[$0.0].id) < ($0.1, tables.projects[$1.0].id) }.map {
            project, gain -> BarDrawing.Bar in
            let (name, told, amount) = (names.project(project), kind.phrase(gain / scale.factor), money.phrase(gain))
            return BarDrawing.Bar(
                label: name, parts: [BarDrawing.Part(value: gain / scale.factor, tone: .plan, told: told)], told: told,
                detail: Phrase(
                    en: "\(name.english) adds \(amount.english) a year", vi: "\(name.vietnamese) mang thêm \(amount.vietnamese) mỗi năm"))
        }
        return ReportChart(
            id: "projects", title: Phrase(en: "What each project adds to the parks", vi: "Mỗi dự án mang thêm gì cho các khu"),
            summary: Phrase(
                en: "Gain from exchange that the parks have only with the project.",
                vi: "Lợi ích từ trao đổi mà các khu chỉ có khi có dự án."),
            drawing: .bars(
                BarDrawing(
                    bars: bars, legend: [],
                    axis: Phrase(en: "Added a year (\(unit.english))", vi: "Lợi ích thêm mỗi năm (\(unit.vietnamese))"))),
            table: nil)
    }

    private func projectTable(_ screening: Screening) -> ReportTable {
        let rows = screening.projects
        let gain = moneyColumn(Phrase(en: "Adds a year", vi: "Lợi ích thêm mỗi năm"), rows.compactMap { $0.effect?.gain })
        let capex = moneyColumn(Phrase(en: "Investment", vi: "Vốn đầu tư"), rows.compactMap { tables.projects[$0.project].capex })
        return ReportTable(
            id: "projects", caption: Phrase(en: "Proposed projects, the best first", vi: "Các dự án đề xuất, tốt nhất trước"),
            columns: [
                .number(Phrase(en: "Rank", vi: "Hạng"), decimals: 0), .words(Phrase(en: "Project", vi: "Dự án")), gain.column,
                .number(Phrase(en: "Score", vi: "Điểm"), decimals: 1), .share(Phrase(en: "First", vi: "Hạng nhất")), capex.column,
                .number(Phrase(en: "Payback (years)", vi: "Hoàn vốn (năm)"), decimals: 1),
                .measure(
                    Phrase(en: "Gas saved (t CO2e a year)", vi: "Khí nhà kính giảm (tấn CO2 tương đương/năm)"),
                    rows.map { $0.effect.map { $0.ghg / 1000 } }),
                .measure(Phrase(en: "Waste avoided (t a year)", vi: "Chất thải giảm (tấn/năm)"), rows.map { $0.effect?.waste }),
                .number(Phrase(en: "Jobs", vi: "Việc làm"), decimals: 0),
                .words(Phrase(en: "Main partners", vi: "Đối tác chính")),
            ],
            rows: rows.enumerated().map { index, project in
                let row = tables.projects[project.project]
                let partners = Array(project.partners.map { names.party($0.partner) }.unique.prefix(3)).enumerated
                return [
                    .number(Double(index + 1)), .text(names.project(project.project)),
                    .number(project.effect?.gain.map { $0 / gain.factor }),
                    .number(project.score * 100), .number(project.firstShare), .number(row.capex.map { $0 / capex.factor }),
                    .number(project.paybackYears), .number(project.effect.map { $0.ghg / 1000 }), .number(project.effect?.waste),
                    .number(row.jobs), .text(project.partners.isEmpty ? Phrase(en: "none", vi: "chưa có") : partners),
                ]
            })
    }

    private func best(_ screening: Screening) -> Phrase? {
        guard let best = screening.best, !best.projects.isEmpty else { return nil }
        let (projects, gain) = (best.projects.map(names.project).enumerated, money.phrase(best.gain))
        return Phrase(
            en: "Together \(projects.english) add the most: \(gain.english) a year.",
            vi: "Cùng nhau, \(projects.vietnamese) mang lại nhiều nhất: \(gain.vietnamese) mỗi năm.")
    }
}
