// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
internal import Scenario
internal import Texts

/// Scenarios side by side for people on a terminal.
public struct CompareReport {
    private let comparison: Comparison
    private var report: TextReport

    /// Tells a comparison; in UTF-8.
    public static func bytes(_ comparison: Comparison, layout: ReportLayout) -> [UInt8] {
        var report = CompareReport(comparison: comparison, report: TextReport(layout))
        report.measures()
        report.paths()
        report.targets()
        return report.report.bytes
    }

    private init(comparison: Comparison, report: TextReport) { (self.comparison, self.report) = (comparison, report) }

    private var headings: [Phrase] {
        comparison.scenarios.map { scenario in
            let name = scenario.settings.name?.phrase ?? Phrase(same: scenario.settings.id)
            let ending = { (text: String) in text.contains(String(scenario.settings.year)) ? text : "\(text), \(scenario.settings.year)" }
            return Phrase(en: ending(name.english), vi: ending(name.vietnamese))
        }
    }

    private mutating func measures() {
        report.heading(Phrase(en: "What the plans come to in a year", vi: "Kết quả các phương án trong một năm"))
        let lines = comparison.lines
        let currency = comparison.scenarios.first?.settings.currency ?? ""
        let rows = lines.map { line -> [String] in
            let known = line.values.compactMap(\.self)
            let isMoney = line.unit == FigureText(currency: currency).unit("currency")
            let largest = known.largest { $0 }
            let scale = isMoney ? MoneyScale(largest: largest) : .one
            let unit = isMoney ? MoneyStyle(currency: currency).unit(scale) : line.unit
            let write = report.column(largest: largest / scale.factor)
            let wholes = line.unit == nil
            return [report.tell(line.text) + (unit.map { " (\(report.tell($0)))" } ?? "")]
                + line.values.map { value in
                    value.map { wholes ? report.numbers.count(Int($0)) : write($0 / scale.factor) } ?? "–"
                }
        }
        report.table([.words(Phrase(same: ""))] + headings.map { .numbers($0) }, rows)
        for scenario in comparison.scenarios where scenario.outcome.plan == nil {
            let (name, status) = (scenario.names.scenario, scenario.outcome.statusText)
            report.paragraph(
                Phrase(en: "\(name.english): \(status.english)", vi: "\(name.vietnamese): \(status.vietnamese)"), indent: 2)
        }
        for scenario in comparison.scenarios where !scenario.outcome.projects.isEmpty {
            let (name, list) = (scenario.names.scenario, scenario.outcome.projects.map(scenario.names.project).enumerated)
            report.paragraph(
                Phrase(
                    en: "\(name.english), counted as built: \(list.english)",
                    vi: "\(name.vietnamese), tính như đã xây dựng: \(list.vietnamese)"), indent: 2)
        }
        let currencies = Set(comparison.scenarios.map(\.settings.currency))
        guard currencies.count > 1 else { return }
        report.paragraph(
            Phrase(
                en: "The scenarios are in different currencies; their money cannot be compared.",
                vi: "Các kịch bản dùng đồng tiền khác nhau; không so sánh được số tiền."),
            indent: 2)
    }

    private mutating func paths() {
        let paths = comparison.paths
        for set in paths.map(\.set).uniqued() {
            guard let title = comparison.scenarios.lazy.compactMap(\.assessment?.sets).joined().first(where: { $0.id == set })?.title else {
                continue
            }
            report.heading(Phrase(en: "\(title.phrase.english) (\(set))", vi: "\(title.phrase.vietnamese) (\(set))"))
            let rows = paths.filter { $0.set == set }.map { path in
                [path.criterion.id + marks(path.criterion), report.tell(path.criterion.text.phrase), of(path.kind), wanted(path)]
                    + path.verdicts.map { cell($0, path) }
            }
            report.table(
                [
                    .ids(Phrase(en: "Criterion", vi: "Tiêu chí")), .words(Phrase(en: "What it asks", vi: "Nội dung")),
                    .words(Phrase(en: "Of", vi: "Đối tượng")), .words(Phrase(en: "Wanted", vi: "Yêu cầu")),
                ] + headings.map { .words($0) }, rows)
        }
        guard !paths.isEmpty else { return }
        report.paragraph(
            Phrase(
                en: "† unverified, ‡ own interpretation; symbio assess tells each verdict.",
                vi: "† chưa kiểm chứng, ‡ cách hiểu riêng; symbio assess nêu từng kết luận."), indent: 2)
    }

    private func marks(_ criterion: Criterion) -> String {
        (criterion.isUnverified || criterion.grade == .recalled ? "†" : "") + (criterion.isInterpretation ? "‡" : "")
    }

    private func of(_ kind: AssessedKind) -> String {
        report.tell(kind == .park ? Phrase(en: "parks", vi: "các khu") : Phrase(en: "scenario", vi: "kịch bản"))
    }

    private func wanted(_ path: Comparison.Path) -> String {
        let criterion = path.criterion, figures = FigureText(currency: comparison.scenarios.first?.settings.currency ?? "")
        if let threshold = criterion.threshold, let bound = path.verdicts.joined().lazy.compactMap(\.bound).first {
            return report.tell(figures.threshold(threshold.comparison, bound, criterion.unit))
        }
        return switch criterion.direction {
        case .higher: report.tell(Phrase(en: "higher", vi: "tăng"))
        case .lower: report.tell(Phrase(en: "lower", vi: "giảm"))
        case nil: ""
        }
    }

    /// Of a whole scenario its figure and verdict; of parks how many have which verdict.
    private func cell(_ verdicts: [Verdict], _ path: Comparison.Path) -> String {
        guard path.kind == .park else {
            guard let verdict = verdicts.first else { return "–" }
            let name = report.tell(verdict.name)
            guard let figure = verdict.figure, path.criterion.measured.type == .number, !figure.isUnknown else { return name }
            let figures = FigureText(currency: comparison.scenarios.first?.settings.currency ?? "")
            let value = report.tell(figures.phrase(figure, path.criterion.unit))
            return verdict.result == .figureOnly ? value : "\(value): \(name)"
        }
        let parts = verdicts.map { report.tell($0.name) }.uniqued().map { name in
            "\(verdicts.count { report.tell($0.name) == name }) \(name)"
        }
        return parts.isEmpty ? "–" : parts.joined(separator: ", ")
    }

    /// Targets that no park meets or fails, for the eye.
    private mutating func targets() {
        let targets = comparison.targets
        guard !targets.isEmpty else { return }
        report.heading(Phrase(en: "Targets of plans, to read beside", vi: "Mục tiêu của các kế hoạch, để đối chiếu"))
        for (set, criterion) in targets {
            let (text, document) = (criterion.text.phrase, (criterion.place.document ?? set.document).phrase)
            report.bullet(
                Phrase(
                    en: "\(text.english) (\(document.english))\(marks(criterion))",
                    vi: "\(text.vietnamese) (\(document.vietnamese))\(marks(criterion))"))
        }
    }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, each where it first stands.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
