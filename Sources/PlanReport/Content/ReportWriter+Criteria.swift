// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// The criteria sets that the scenario names, verdict by verdict, with article and clause; nil where it names none.
    func criteria() -> ReportSection? {
        guard let assessment = input.assessment, !assessment.sets.isEmpty else { return nil }
        let words = VerdictWords(assessment, names)
        var blocks: [ReportBlock] = [.paragraph(words.introduction)]
        for set in assessment.sets {
            let rows = assessment.rows.filter { $0.set == set.id && $0.verdicts.last?.result != .notApplicable(.background) }
            let title = set.title.phrase
            blocks.append(.heading(Phrase(en: title.english.printable, vi: title.vietnamese.printable)))
            blocks.append(.paragraph(words.about(set)))
            let whole = rows.filter { $0.subject == .network }
            if !whole.isEmpty { blocks.append(.table(words.table(of: set, whole))) }
            let single = rows.filter { $0.subject != .network }
            if !single.isEmpty { blocks.append(.table(words.counts(of: set, single))) }
            // Of parks only what is not met: what waits for declarations is a list of its own, of assess.
            let parks = single.filter { $0.subject.kind == .park && $0.verdicts.last?.result == .notMet }
            let closings = words.closings(whole + parks)
            if !closings.isEmpty { blocks.append(.list(closings, isNumbered: false)) }
        }
        return ReportSection("criteria", Phrase(en: "Criteria", vi: "Đánh giá theo tiêu chí"), blocks)
    }
}

/// The verdicts of an assessment in words and tables.
private struct VerdictWords {
    private let assessment: Assessment
    private let words: CriteriaText
    private let figures: FigureText

    init(_ assessment: Assessment, _ names: ScenarioNames) {
        (self.assessment, words) = (assessment, CriteriaText(names, assessment.assessor.catalogue))
        figures = FigureText(currency: names.tables.settings.currency)
    }

    var introduction: Phrase {
        Phrase(
            en:
                "A verdict of this program is no decision of an authority. † rests on a text or figure that nobody has checked, ‡ on a reading of ours.",
            vi:
                "Kết luận của chương trình không phải quyết định của cơ quan nhà nước. † dựa trên văn bản hoặc số liệu chưa được kiểm chứng, ‡ dựa trên cách hiểu "
                + "của chúng tôi.")
    }

    func about(_ set: CriteriaSet) -> Phrase {
        let (document, status, days) = (set.document.phrase, set.status.name, Phrase.validity(set.validity))
        let text = Phrase(
            en: "\(document.english); \(status.english), \(days.english).",
            vi: "\(document.vietnamese); \(status.vietnamese), \(days.vietnamese).")
        guard let checked = set.checked?.text else { return text }
        return text + Phrase(en: "Last checked on \(checked.english).", vi: "Kiểm tra lần cuối ngày \(checked.vietnamese).")
    }

    /// One row for each criterion of the whole scenario.
    func table(of set: CriteriaSet, _ rows: [Assessment.Row]) -> ReportTable {
        ReportTable(
            id: "criteria-\(set.id)", caption: Phrase(en: "The parks together", vi: "Toàn bộ các khu"),
            columns: [
                .words(Phrase(en: "Criterion", vi: "Tiêu chí")), .words(Phrase(en: "Article and clause", vi: "Điều, khoản")),
                .words(Phrase(en: "What it asks", vi: "Nội dung")), .words(Phrase(en: "Wanted", vi: "Yêu cầu")),
            ] + assessment.moments.map { .words($0.name) },
            rows: rows.map { row in
                [
                    .text(Phrase(same: row.criterion.id + marks(row.criterion))), .text(place(row.criterion)),
                    .text(row.criterion.text.phrase),
                    .text(wanted(row)),
                ] + row.verdicts.map { .remarks([(told($0), tone($0.result))]) }
            })
    }

    /// Of parks, firms and projects: how many meet each criterion in the last state of affairs.
    func counts(of set: CriteriaSet, _ rows: [Assessment.Row]) -> ReportTable {
        var groups: [(criterion: Criterion, kind: AssessedKind, results: [VerdictResult])] = []
        for row in rows {
            guard let result = row.verdicts.last?.result else { continue }
            if let index = groups.firstIndex(where: { $0.criterion.id == row.criterion.id && $0.kind == row.subject.kind }) {
                groups[index].results.append(result)
            } else {
                groups.append((row.criterion, row.subject.kind, [result]))
            }
        }
        func count(_ heading: Phrase) -> ReportTable.Column { .number(heading, decimals: 0) }
        // None is a blank, so that the eye finds the rest.
        func count(_ number: Int) -> Double? { number == 0 ? nil : Double(number) }
        return ReportTable(
            id: "criteria-\(set.id)-each",
            caption: Phrase(en: "Each park, firm and project by itself", vi: "Từng khu, doanh nghiệp và dự án"),
            columns: [
                .words(Phrase(en: "Criterion", vi: "Tiêu chí")), .words(Phrase(en: "Article and clause", vi: "Điều, khoản")),
                .words(Phrase(en: "What it asks", vi: "Nội dung")), .words(Phrase(en: "Of", vi: "Đối tượng")),
                count(Phrase(en: "Met, better", vi: "Đạt, tốt hơn")), count(Phrase(en: "Not met, worse", vi: "Chưa đạt, kém hơn")),
                count(Phrase(en: "Evidence missing", vi: "Thiếu minh chứng")), count(Phrase(en: "Other", vi: "Khác")),
            ],
            rows: groups.map { group in
                let good = group.results.count { $0 == .met || $0 == .better }
                let bad = group.results.count { $0 == .notMet || $0 == .worse }
                let missing = group.results.count { $0 == .evidenceMissing }
                return [
                    .text(Phrase(same: group.criterion.id + marks(group.criterion))), .text(place(group.criterion)),
                    .text(group.criterion.text.phrase), .text(name(of: group.kind)), .number(count(good)), .number(count(bad)),
                    .number(count(missing)), .number(count(group.results.count - good - bad - missing)),
                ]
            })
    }

    /// What would meet a criterion that is not met.
    func closings(_ rows: [Assessment.Row]) -> [Phrase] {
        rows.compactMap { row in
            guard let verdict = row.verdicts.last, !verdict.closings.isEmpty else { return nil }
            let ways = verdict.closings.map(words.sentence)
            let (english, vietnamese) = (ways.map(\.english).joined(separator: "; "), ways.map(\.vietnamese).joined(separator: "; "))
            guard row.subject != .network else {
                return Phrase(en: "To meet \(row.criterion.id): \(english).", vi: "Để đạt \(row.criterion.id): \(vietnamese).")
            }
            let who = words.subject(row.subject)
            return Phrase(
                en: "To meet \(row.criterion.id), \(who.english): \(english).",
                vi: "Để đạt \(row.criterion.id), \(who.vietnamese): \(vietnamese).")
        }
    }

    private func marks(_ criterion: Criterion) -> String {
        (criterion.isUnverified || criterion.grade == .recalled ? "†" : "") + (criterion.isInterpretation ? "‡" : "")
    }

    private func place(_ criterion: Criterion) -> Phrase { criterion.place.citation ?? Phrase(same: "") }

    private func wanted(_ row: Assessment.Row) -> Phrase {
        if let threshold = row.criterion.threshold, let bound = row.verdicts.last?.bound {
            return figures.threshold(threshold.comparison, bound, row.criterion.unit)
        }
        return switch row.criterion.direction {
        case .higher: Phrase(en: "higher", vi: "tăng")
        case .lower: Phrase(en: "lower", vi: "giảm")
        case nil: Phrase(same: "")
        }
    }

    /// The verdict with its figure, and what the figure is in the baseline where that is another.
    private func told(_ verdict: Verdict) -> Phrase {
        let name = verdict.result.name
        guard let figure = verdict.figure, verdict.criterion.measured.type == .number, !figure.isUnknown else { return name }
        let value = figures.phrase(figure, verdict.criterion.unit)
        if verdict.result == .figureOnly { return value }
        guard let baseline = verdict.baseline?.exact, let now = figure.exact, now != baseline else {
            return Phrase(en: "\(value.english): \(name.english)", vi: "\(value.vietnamese): \(name.vietnamese)")
        }
        let before = figures.phrase(baseline, verdict.criterion.unit)
        return Phrase(
            en: "\(before.english) → \(value.english): \(name.english)",
            vi: "\(before.vietnamese) → \(value.vietnamese): \(name.vietnamese)")
    }

    private func tone(_ result: VerdictResult) -> NoticeTone {
        switch result {
        case .met, .better: .good
        case .notMet, .worse: .bad
        case .evidenceMissing, .outsideValidity: .warning
        case .unchanged, .figureOnly, .notApplicable: .plain
        }
    }

    private func name(of kind: AssessedKind) -> Phrase {
        switch kind {
        case .network: Phrase(en: "scenario", vi: "kịch bản")
        case .park: Phrase(en: "parks", vi: "khu")
        case .firm: Phrase(en: "firms", vi: "doanh nghiệp")
        case .project: Phrase(en: "projects", vi: "dự án")
        }
    }
}
