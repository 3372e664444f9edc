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
        report.exchanges()
        report.paths()
        report.targets()
        return report.report.bytes
    }

    private init(comparison: Comparison, report: TextReport) { (self.comparison, self.report) = (comparison, report) }

    private var headings: [Phrase] { comparison.headings }

    private mutating func measures() {
        report.heading(Phrase(en: "What the plans come to in a year", vi: "Kết quả các phương án trong một năm"))
        let lines = comparison.lines
        let currency = comparison.scenarios.first?.settings.currency ?? ""
        let rows = lines.map { line -> [String] in
            let known = line.values.compactMap(\.self)
            let largest = known.largest { $0 }
            let scale = line.isMoney ? MoneyScale(largest: largest) : .one
            let unit = line.isMoney ? MoneyStyle(currency: currency).unit(scale) : line.unit
            let write = report.column(largest: largest / scale.factor)
            let wholes = line.unit == nil
            return [report.tell(line.text) + (unit.map { " (\(report.tell($0)))" } ?? "")]
                + line.values.map { value in
                    value.map { wholes ? report.numbers.count(Int($0)) : write($0 / scale.factor) } ?? "–"
                }
        }
        report.table([.words(Phrase(same: ""))] + headings.map { .numbers($0) }, rows)
        for (heading, scenario) in zip(headings, comparison.scenarios) where scenario.outcome.plan == nil {
            let (name, status) = (heading, scenario.outcome.statusText)
            report.paragraph(
                Phrase(en: "\(name.english): \(status.english)", vi: "\(name.vietnamese): \(status.vietnamese)"), indent: 2)
        }
        for (heading, scenario) in zip(headings, comparison.scenarios) where !scenario.outcome.projects.isEmpty {
            let (name, list) = (heading, scenario.outcome.projects.map(scenario.names.project).enumerated)
            report.paragraph(
                Phrase(
                    en: "\(name.english), counted as built: \(list.english)",
                    vi: "\(name.vietnamese), tính như đã xây dựng: \(list.vietnamese)"), indent: 2)
        }
        currencies()
    }

    /// Which money each scenario counts in, where it is not one: then no row of money stands above.
    private mutating func currencies() {
        guard !comparison.isOfOneCurrency else { return }
        let each = zip(headings, comparison.scenarios).map { heading, scenario in
            Phrase(en: "\(heading.english): \(scenario.settings.currency)", vi: "\(heading.vietnamese): \(scenario.settings.currency)")
        }
        let list = Phrase(
            en: each.map(\.english).joined(separator: "; "), vi: each.map(\.vietnamese).joined(separator: "; "))
        report.paragraph(
            Phrase(
                en: "The scenarios count money in different currencies (\(list.english)), so that no cost stands here.",
                vi: "Các kịch bản dùng đồng tiền khác nhau (\(list.vietnamese)), nên không nêu chi phí ở đây."),
            indent: 2)
    }

    /// Which exchanges the other plans have and the first has not, and the other way round.
    private mutating func exchanges() {
        for (heading, scenario) in zip(headings, comparison.scenarios).dropFirst() {
            guard let changes = comparison.exchanges(ofFirstAnd: scenario), let first = headings.first else { continue }
            report.heading(
                Phrase(
                    en: "Exchanges that differ: \(first.english) and \(heading.english)",
                    vi: "Các trao đổi khác nhau: \(first.vietnamese) và \(heading.vietnamese)"))
            let listed = changes.filter { $0.other != nil && $0.first == nil } + changes.filter { $0.other == nil }
            if !listed.isEmpty {
                report.table(
                    [
                        .words(Phrase(en: "Giver", vi: "Bên cung cấp")), .words(Phrase(en: "Taker", vi: "Bên tiếp nhận")),
                        .words(Phrase(en: "Resource", vi: "Tài nguyên")), .numbers(first), .numbers(heading), .unit,
                    ], listed.map(row))
            }
            let kept = changes.filter { !$0.isOfOne }
            let (came, went) = (Phrase.count(listed.count { $0.first == nil }), Phrase.count(listed.count { $0.other == nil }))
            let (both, altered) = (Phrase.count(kept.count), Phrase.count(kept.count(where: \.isAltered)))
            report.paragraph(
                Phrase(
                    en:
                        "\(came.english) more, \(went.english) no longer, \(both.english) in both, of these \(altered.english) in another quantity.",
                    vi:
                        "Thêm \(came.vietnamese), bỏ \(went.vietnamese), \(both.vietnamese) có ở cả hai, trong đó \(altered.vietnamese) khác lượng."
                ),
                indent: 2)
        }
    }

    private func row(_ change: Comparison.ExchangeChange) -> [String] {
        let amounts = [change.first, change.other].map { $0.map { report.numbers.readable($0.quantity) } ?? "–" }
        let unit = (change.other ?? change.first).map { report.tell($0.unit.symbol) } ?? ""
        return [report.tell(change.from), report.tell(change.to), report.tell(change.resource)] + amounts + [unit]
    }

    private mutating func paths() {
        let paths = comparison.paths
        for set in paths.map(\.set).uniqued() {
            guard let title = comparison.scenarios.lazy.compactMap(\.assessment?.sets).joined().first(where: { $0.id == set })?.title else {
                continue
            }
            report.heading(Phrase(en: "\(title.phrase.english) (\(set))", vi: "\(title.phrase.vietnamese) (\(set))"))
            let own = paths.filter { $0.set == set }
            let cells = own.map { path in comparison.scenarios.indices.map { cell(path.verdicts[$0], path, comparison.scenarios[$0]) } }
            let isSame = own.indices.map { Set(cells[$0]).count <= 1 && !comparison.differs(own[$0]) }
            let rows = own.indices.filter { !isSame[$0] }.map { index in
                let path = own[index]
                return [path.criterion.id + marks(path.criterion), report.tell(path.criterion.text.phrase), of(path.kind), wanted(path)]
                    + cells[index]
            }
            if !rows.isEmpty {
                report.table(
                    [
                        .ids(Phrase(en: "Criterion", vi: "Tiêu chí")), .words(Phrase(en: "What it asks", vi: "Nội dung")),
                        .words(Phrase(en: "Of", vi: "Đối tượng")), .words(Phrase(en: "Wanted", vi: "Yêu cầu")),
                    ] + headings.map { .words($0) }, rows)
            }
            let differing = Set(own.indices.filter { !isSame[$0] }.map { own[$0].criterion.id })
            alike(own.filter { !differing.contains($0.criterion.id) })
        }
        guard !paths.isEmpty else { return }
        report.paragraph(
            Phrase(
                en: "† unverified, ‡ own interpretation; symbio assess tells each verdict.",
                vi: "† chưa kiểm chứng, ‡ cách hiểu riêng; symbio assess nêu từng kết luận."), indent: 2)
    }

    /// The criteria of a set that every scenario answers alike, in one line.
    private mutating func alike(_ paths: [Comparison.Path]) {
        let ids = paths.map { $0.criterion.id + marks($0.criterion) }.uniqued()
        guard !ids.isEmpty else { return }
        let (count, list) = (Phrase.count(ids.count), ids.joined(separator: ", "))
        report.paragraph(
            Phrase(
                en: "The same in every scenario (\(count.english)): \(list)", vi: "Như nhau ở mọi kịch bản (\(count.vietnamese)): \(list)"),
            indent: 2)
    }

    private func marks(_ criterion: Criterion) -> String {
        (criterion.isUnverified || criterion.grade == .recalled ? "†" : "") + (criterion.isInterpretation ? "‡" : "")
    }

    private func of(_ kind: AssessedKind) -> String {
        report.tell(kind == .park ? Phrase(en: "parks", vi: "các khu") : Phrase(en: "scenario", vi: "kịch bản"))
    }

    private func wanted(_ path: Comparison.Path) -> String {
        let criterion = path.criterion, figures = FigureText(currency: comparison.scenarios.first?.settings.currency ?? "")
        // An amount of one currency is no bound for another.
        if criterion.isOfMoney, !comparison.isOfOneCurrency { return "" }
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
    private func cell(_ verdicts: [Verdict], _ path: Comparison.Path, _ scenario: ComparedScenario) -> String {
        guard path.kind == .park else {
            guard let verdict = verdicts.first else { return "–" }
            let name = report.tell(verdict.name)
            guard let figure = verdict.figure, path.criterion.measured.type == .number, !figure.isUnknown else { return name }
            let figures = FigureText(currency: scenario.settings.currency)
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

extension Criterion {
    /// Whether its measure is an amount of the scenario's money.
    fileprivate var isOfMoney: Bool { unit?.hasPrefix("currency") ?? false }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, each where it first stands.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
