// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Scenario
internal import Texts

extension AssessReport {
    /// A set: what it is, then its verdicts.
    mutating func set(_ set: CriteriaSet, inFull: Bool) {
        let rows = assessment.rows.filter { $0.set == set.id }
        report.heading(Phrase(en: "\(set.title.phrase.english) (\(set.id))", vi: "\(set.title.phrase.vietnamese) (\(set.id))"))
        about(set)
        let full = rows.filter { inFull || $0.subject == .network }
        verdicts(full.filter { $0.verdicts.last?.result != .notApplicable(.background) }, namesSubject: inFull)
        if !inFull {
            counts(rows.filter { $0.subject != .network })
            let open = rows.filter { $0.subject.kind == .park && $0.verdicts.last?.result == .notMet }
            details(Array(report.shown(open)))
            report.leftOut(of: open.count)
        }
        background(rows.filter { $0.verdicts.last?.result == .notApplicable(.background) })
    }

    private mutating func about(_ set: CriteriaSet) {
        let (document, status, days) = (set.document.phrase, set.status.name, Phrase.validity(set.validity))
        var text = Phrase(
            en: "\(document.english); \(status.english), \(days.english).",
            vi: "\(document.vietnamese); \(status.vietnamese), \(days.vietnamese).")
        if let checked = set.checked?.text {
            text = text + Phrase(en: "Last checked on \(checked.english).", vi: "Kiểm tra lần cuối ngày \(checked.vietnamese).")
        }
        report.paragraph(text, indent: 2)
        if let note = set.note { report.paragraph(note.phrase, indent: 2) }
    }

    /// One row for each criterion and subject, with a figure and a verdict in each state of affairs.
    private mutating func verdicts(_ rows: [Assessment.Row], namesSubject: Bool) {
        guard !rows.isEmpty else { return }
        let severalSubjects = namesSubject && Set(rows.map(\.subject)).count > 1
        var columns: [TextTable.Column] = [
            .ids(Phrase(en: "Criterion", vi: "Tiêu chí")), .words(Phrase(en: "What it asks", vi: "Nội dung")),
        ]
        if severalSubjects { columns.append(.words(Phrase(en: "Of", vi: "Đối tượng"))) }
        columns.append(.words(Phrase(en: "Wanted", vi: "Yêu cầu")))
        for moment in assessment.moments { columns.append(.words(moment.name)) }
        report.table(
            columns,
            rows.map { row in
                let head = [row.criterion.id + marks(row.criterion), report.tell(row.criterion.text.phrase)]
                let who = severalSubjects ? [report.tell(words.subject(row.subject))] : []
                return head + who + [wanted(row)] + row.verdicts.map(cell)
            })
        details(rows)
    }

    /// The marks of what is unverified, and of a reading of our own.
    func marks(_ criterion: Criterion) -> String {
        (criterion.isUnverified || criterion.grade == .recalled ? "†" : "") + (criterion.isInterpretation ? "‡" : "")
    }

    private func wanted(_ row: Assessment.Row) -> String {
        let criterion = row.criterion
        if let threshold = criterion.threshold, let bound = row.verdicts.last?.bound {
            return report.tell(figures.threshold(threshold.comparison, bound, criterion.unit))
        }
        return switch criterion.direction {
        case .higher: report.tell(Phrase(en: "higher", vi: "tăng"))
        case .lower: report.tell(Phrase(en: "lower", vi: "giảm"))
        case nil: ""
        }
    }

    /// The verdict with its figure: `23.1 %: met`.
    private func cell(_ verdict: Verdict) -> String {
        let name = report.tell(verdict.name)
        guard let figure = verdict.figure, verdict.criterion.measured.type == .number, !figure.isUnknown else { return name }
        let value = report.tell(figures.phrase(figure, verdict.criterion.unit))
        if verdict.result == .figureOnly { return value }
        guard let baseline = verdict.baseline?.exact, let now = figure.exact, now != baseline else { return "\(value): \(name)" }
        let before = report.tell(figures.phrase(baseline, verdict.criterion.unit))
        return "\(before) → \(value): \(name)"
    }

    /// Ways to meet what is not met in the last state of affairs.
    private mutating func details(_ rows: [Assessment.Row]) {
        for row in rows {
            guard let verdict = row.verdicts.last, !verdict.closings.isEmpty else { continue }
            let ways = verdict.closings.map(words.sentence)
            let subject = words.subject(row.subject)
            let list = Phrase(
                en: ways.map(\.english).joined(separator: "; "), vi: ways.map(\.vietnamese).joined(separator: "; "))
            report.bullet(
                Phrase(
                    en: "To meet \(row.criterion.id), \(subject.english): \(list.english).",
                    vi: "Để đạt \(row.criterion.id), \(subject.vietnamese): \(list.vietnamese)."))
        }
    }

    /// Of parks, firms and projects: how many meet each criterion.
    private mutating func counts(_ rows: [Assessment.Row]) {
        let judged = rows.filter { $0.verdicts.last?.result != .notApplicable(.background) }
        guard !judged.isEmpty else { return }
        let columns: [(Phrase, (VerdictResult) -> Bool)] = [
            (Phrase(en: "Met, better", vi: "Đạt, tốt hơn"), { $0 == .met || $0 == .better }),
            (Phrase(en: "Not met, worse", vi: "Chưa đạt, kém hơn"), { $0 == .notMet || $0 == .worse }),
            (Phrase(en: "Evidence missing", vi: "Thiếu minh chứng"), { $0 == .evidenceMissing }),
            (Phrase(en: "Other", vi: "Khác"), { ![.met, .better, .notMet, .worse, .evidenceMissing].contains($0) }),
        ]
        var cells: [[String]] = []
        for pair in judged.map({ Pair(id: $0.criterion.id, kind: $0.subject.kind) }).uniqued() {
            let group = judged.filter { $0.criterion.id == pair.id && $0.subject.kind == pair.kind }
            guard let first = group.first else { continue }
            let results = group.compactMap { $0.verdicts.last?.result }
            cells.append(
                [
                    first.criterion.id + marks(first.criterion), report.tell(first.criterion.text.phrase),
                    report.tell(pair.kind.name(group.count)),
                ]
                    + columns.map { column in
                        let count = results.count(where: column.1)
                        return count == 0 ? "" : report.numbers.count(count)
                    })
        }
        report.table(
            [
                .ids(Phrase(en: "Criterion", vi: "Tiêu chí")), .words(Phrase(en: "What it asks", vi: "Nội dung")),
                .words(Phrase(en: "Of", vi: "Đối tượng")),
            ] + columns.map { .numbers($0.0) }, cells)
    }

    private struct Pair: Hashable {
        var id: String
        var kind: AssessedKind
    }

    /// Definitions, procedures and national targets, told but not judged.
    private mutating func background(_ rows: [Assessment.Row]) {
        let criteria = rows.map(\.criterion)
        guard !criteria.isEmpty else { return }
        report.paragraph(Phrase(en: "Background, not judged:", vi: "Thông tin nền, không đánh giá:"), indent: 2)
        for criterion in criteria.uniqued() {
            let citation = criterion.place.citation
            let text = criterion.text.phrase
            let place = citation.map { Phrase(en: " (\($0.english))", vi: " (\($0.vietnamese))") } ?? Phrase(same: "")
            report.bullet(
                Phrase(
                    en: "\(criterion.id)\(marks(criterion)) \(text.english)\(place.english)",
                    vi: "\(criterion.id)\(marks(criterion)) \(text.vietnamese)\(place.vietnamese)"))
        }
    }
}

extension AssessedKind {
    /// So many subjects of the kind.
    fileprivate func name(_ count: Int) -> Phrase {
        switch self {
        case .network: Phrase(en: "scenario", vi: "kịch bản")
        case .park: Phrase(en: "\(count) \(plural(count, "park", "parks"))", vi: "\(count) khu")
        case .firm: Phrase(en: "\(count) \(plural(count, "firm", "firms"))", vi: "\(count) doanh nghiệp")
        case .project: Phrase(en: "\(count) \(plural(count, "project", "projects"))", vi: "\(count) dự án")
        }
    }
}
