// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
internal import Scenario
public import Texts

/// An assessment as tables: every verdict, the declarations to ask for, and the yearly forms.
public struct AssessTables: Sendable {
    let assessment: Assessment
    let names: ScenarioNames
    let words: CriteriaText
    let figures: FigureText
    let language: Language

    /// Prepares the tables in the form that spreadsheets of `language` read.
    public init(_ assessment: Assessment, names: ScenarioNames, language: Language) {
        (self.assessment, self.names, self.language) = (assessment, names, language)
        words = CriteriaText(names, assessment.assessor.catalogue)
        figures = FigureText(currency: names.tables.settings.currency)
    }

    /// The name of the file that tells what wrote a folder of an assessment.
    public static let summaryName = "assessment.json"

    /// Every file of the folder with its content.
    public func files() -> [(name: String, bytes: [UInt8])] {
        let tables: [(name: String, bytes: [UInt8])] =
            [("verdicts.csv", verdicts()), ("requests.csv", requests())] + YearlyForm.allCases.map { ($0.fileName, form($0)) }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", 1)
            writer.member("scenario", names.tables.settings.id)
            writer.member("kind", "assessment")
            writer.member("day", assessment.assessor.day.iso)
            writer.member("language", language.rawValue)
            writer.member("sets", texts: assessment.sets.map(\.id))
            writer.member("tables", texts: tables.map(\.name))
        }
        writer.newline()
        return tables + [(Self.summaryName, writer.bytes)]
    }

    func text(_ phrase: Phrase?) -> CSVTable.Cell { .text(phrase?[language] ?? "") }

    private func verdicts() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "Set", vi: "Bộ tiêu chí"), Phrase(en: "Criterion", vi: "Tiêu chí"), Phrase(en: "Place", vi: "Điều, khoản, điểm"),
                Phrase(en: "What it asks", vi: "Nội dung"), Phrase(en: "Subject", vi: "Mã đối tượng"), Phrase(en: "Name", vi: "Tên"),
                Phrase(en: "State", vi: "Trạng thái"), Phrase(en: "Verdict", vi: "Kết luận"), Phrase(en: "Least", vi: "Giá trị nhỏ nhất"),
                Phrase(en: "Most", vi: "Giá trị lớn nhất"), Phrase(en: "Unit", vi: "Đơn vị"), Phrase(en: "Wanted", vi: "Yêu cầu"),
                Phrase(en: "Distance", vi: "Khoảng thiếu"), Phrase(en: "Ways to meet it", vi: "Cách để đạt"),
                Phrase(en: "Missing", vi: "Còn thiếu"), Phrase(en: "Unverified", vi: "Chưa kiểm chứng"),
                Phrase(en: "Own interpretation", vi: "Cách hiểu riêng"),
            ], language: language)
        for verdict in assessment.rows.flatMap(\.verdicts) where verdict.result != .notApplicable(.background) {
            table.append(row(verdict))
        }
        return table.bytes
    }

    private func row(_ verdict: Verdict) -> [CSVTable.Cell] {
        let criterion = verdict.criterion
        let wanted = criterion.threshold.flatMap { threshold in
            verdict.bound.map { figures.threshold(threshold.comparison, $0, criterion.unit) }
        }
        let isNumber = criterion.measured.type == .number
        return [
            .text(verdict.set), .text(criterion.id), text(criterion.place.citation), text(criterion.text.phrase),
            .text(verdict.subject.id(in: names.tables) ?? ""), text(words.subject(verdict.subject)), text(verdict.moment.name),
            text(verdict.name), .number(isNumber ? verdict.figure?.low : nil), .number(isNumber ? verdict.figure?.high : nil),
            text(figures.unit(criterion.unit)), text(wanted), .number(verdict.distance), list(verdict.closings.map(words.sentence)),
            list(verdict.gaps.map(words.sentence)), .truth(verdict.isUnverified), .truth(verdict.isInterpretation),
        ]
    }

    func list(_ phrases: [Phrase]) -> CSVTable.Cell { .text(phrases.map { $0[language] }.joined(separator: "; ")) }

    private func requests() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "Subject", vi: "Mã đối tượng"), Phrase(en: "Name", vi: "Tên"), Phrase(en: "Criterion", vi: "Mã kê khai"),
                Phrase(en: "What to declare", vi: "Nội dung cần kê khai"), Phrase(en: "Form of the answer", vi: "Dạng trả lời"),
                Phrase(en: "Unit", vi: "Đơn vị"), Phrase(en: "For the criteria", vi: "Phục vụ tiêu chí"),
                Phrase(en: "Value", vi: "Giá trị"), Phrase(en: "Evidence", vi: "Minh chứng"),
            ], language: language)
        for request in assessment.requests() {
            let measure = assessment.assessor.catalogue.declaration(request.id)
            table.append([
                .text(names.tables.id(of: request.subject)), text(words.subject(AssessedSubject(request.subject))), .text(request.id),
                text(words.declaration(request.id)), text(measure?.type.words), text(figures.unit(measure?.unit)),
                .text(request.criteria.joined(separator: "; ")), .text(""), .text(""),
            ])
        }
        return table.bytes
    }
}
