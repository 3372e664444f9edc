// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
internal import Scenario
public import Texts

/// An assessment told to people on a terminal.
public struct AssessReport {
    let assessment: Assessment
    let words: CriteriaText
    let figures: FigureText
    var report: TextReport

    /// Tells `assessment` of a scenario; in UTF-8. Every subject's verdicts stand in full where one was chosen, else those of the whole
    /// scenario and, of parks and firms, how many meet each criterion.
    public static func bytes(_ assessment: Assessment, names: ScenarioNames, isChosen: Bool, layout: ReportLayout) -> [UInt8] {
        var report = AssessReport(assessment, names, layout)
        report.header()
        report.summary()
        for set in assessment.sets { report.set(set, inFull: isChosen) }
        report.requests()
        report.legend()
        return report.report.bytes
    }

    private init(_ assessment: Assessment, _ names: ScenarioNames, _ layout: ReportLayout) {
        (self.assessment, words, report) = (assessment, CriteriaText(names, assessment.assessor.catalogue), TextReport(layout))
        figures = FigureText(currency: names.tables.settings.currency)
    }

    private mutating func header() {
        report.paragraph(report.tell(words.names.scenario), style: report.layout.style.bold)
        let day = assessment.assessor.day.text
        report.paragraph(
            Phrase(
                en: "Assessed as of \(day.english). No verdict here takes the place of the authorities' own.",
                vi: "Đánh giá tại ngày \(day.vietnamese). Kết luận ở đây không thay cho kết luận của cơ quan có thẩm quyền."))
    }

    /// How many verdicts of each kind a set gives, in the last state of affairs.
    private mutating func summary() {
        guard let moment = assessment.moments.last else { return }
        let state = moment.name
        report.heading(Phrase(en: "Verdicts, \(state.english.lowercased())", vi: "Kết luận, \(state.vietnamese.lowercased())"))
        let kinds: [(Phrase, (Verdict) -> Bool)] = [
            (VerdictResult.met.name, { $0.keyword == "met" }), (VerdictResult.notMet.name, { $0.keyword == "not-met" }),
            (Phrase(en: "met †", vi: "đạt †"), { $0.keyword == "met-unverified" }),
            (Phrase(en: "not met †", vi: "chưa đạt †"), { $0.keyword == "not-met-unverified" }),
            (Phrase(en: "better", vi: "tốt hơn"), { $0.result == .better }), (Phrase(en: "worse", vi: "kém hơn"), { $0.result == .worse }),
            (VerdictResult.evidenceMissing.name, { $0.result == .evidenceMissing }),
            (Phrase(en: "figures", vi: "số liệu"), { $0.result == .figureOnly }),
        ]
        let rows = assessment.sets.map { set -> [String] in
            let verdicts = assessment.rows.filter { $0.set == set.id }.compactMap(\.verdicts.last)
            return [set.id]
                + kinds.map { kind in
                    let count = verdicts.count(where: kind.1)
                    return count == 0 ? "" : report.numbers.count(count)
                }
        }
        report.table([.ids(Phrase(en: "Set", vi: "Bộ tiêu chí"))] + kinds.map { .numbers($0.0) }, rows)
    }

    private mutating func requests() {
        let requests = assessment.requests()
        guard !requests.isEmpty else { return }
        report.heading(Phrase(en: "To ask for (\(requests.count))", vi: "Cần yêu cầu kê khai (\(requests.count))"))
        let tables = words.names.tables
        let rows = report.shown(requests).map { request in
            [
                tables.id(of: request.subject), request.id, report.tell(words.declaration(request.id)),
                request.criteria.prefix(3).joined(separator: ", ") + (request.criteria.count > 3 ? ", …" : ""),
            ]
        }
        report.table(
            [
                .ids(Phrase(en: "Whom", vi: "Đối tượng")), .words(Phrase(en: "Id", vi: "Mã")), .words(Phrase(en: "What", vi: "Nội dung")),
                .words(Phrase(en: "For", vi: "Phục vụ tiêu chí")),
            ], Array(rows))
        report.leftOut(of: requests.count)
    }

    private mutating func legend() {
        report.heading(Phrase(en: "Marks", vi: "Ký hiệu"))
        report.paragraph(
            Phrase(
                en: "† unverified: the wording or the figure was not checked in the document, so that the verdict is not certain.",
                vi: "† chưa kiểm chứng: chưa đối chiếu câu chữ hoặc con số với văn bản nên kết luận chưa chắc chắn."), indent: 2)
        report.paragraph(
            Phrase(
                en: "‡ own interpretation: the measure or the threshold is our reading and not the document's text.",
                vi: "‡ cách hiểu riêng: chỉ tiêu hoặc ngưỡng là cách hiểu của chúng tôi, không phải câu chữ của văn bản."), indent: 2)
    }
}
