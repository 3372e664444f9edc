// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
public import Scenario
public import Texts

/// Writes an assessment as JSON; sentences in it are in one language.
public struct AssessJSON {
    private let assessment: Assessment
    private let tables: Tables
    private let words: CriteriaText
    private let language: Language

    /// Prepares to write.
    public init(_ assessment: Assessment, names: ScenarioNames, language: Language) {
        (self.assessment, tables, self.language) = (assessment, names.tables, language)
        words = CriteriaText(names, assessment.assessor.catalogue)
    }

    /// The whole document in UTF-8.
    public func document(_ scenario: Scenario) -> [UInt8] {
        var writer = JSONWriter(capacity: 4096 + 400 * assessment.rows.count)
        writer.object { writer in
            writer.member("format", 1)
            writer.member("scenario", tables.settings.id)
            writer.member("day", assessment.assessor.day.iso)
            writer.member("sets", objects: assessment.sets) { self.set(&$0, $1) }
            let judged = assessment.rows.flatMap(\.verdicts).filter { $0.result != .notApplicable(.background) }
            writer.member("verdicts", objects: judged) { self.verdict(&$0, $1) }
            writer.member("requests", objects: assessment.requests()) { writer, request in
                writer.member("subject", tables.id(of: request.subject))
                writer.member("id", request.id)
                writer.member("text", words.declaration(request.id)[language])
                writer.member("criteria", texts: request.criteria)
            }
        }
        writer.newline()
        return writer.bytes
    }

    private func set(_ writer: inout JSONWriter, _ set: CriteriaSet) {
        writer.member("id", set.id)
        writer.member("title", set.title.text(language))
        writer.member("document", set.document.text(language))
        writer.member("status", set.status.rawValue)
        writer.member("valid_from", set.validity.from?.iso)
        writer.member("valid_until", set.validity.until?.iso)
        writer.member("checked", set.checked?.iso)
        writer.member("note", set.note?.text(language))
        writer.member("criteria", objects: set.criteria) { criterion(&$0, $1) }
    }

    private func criterion(_ writer: inout JSONWriter, _ criterion: Criterion) {
        writer.member("id", criterion.id)
        writer.member("level", criterion.level.rawValue)
        writer.member("judgement", criterion.judgement.rawValue)
        writer.member("text", criterion.text.text(language))
        writer.member("place", criterion.place.citation?[language])
        writer.member("unit", unit(criterion))
        writer.member("grade", criterion.grade.rawValue)
        writer.member("unverified", criterion.isUnverified || criterion.grade == .recalled)
        writer.member("interpretation", criterion.isInterpretation)
        writer.member("note", criterion.note?.text(language))
    }

    private func unit(_ criterion: Criterion) -> String? { criterion.unit == "currency" ? tables.settings.currency : criterion.unit }

    private func verdict(_ writer: inout JSONWriter, _ verdict: Verdict) {
        let criterion = verdict.criterion
        writer.member("set", verdict.set)
        writer.member("criterion", criterion.id)
        writer.member("subject", verdict.subject.id(in: tables))
        writer.member("kind", verdict.subject.kind.rawValue)
        writer.member("state", verdict.moment.rawValue)
        writer.member("verdict", verdict.keyword)
        writer.member("figure") { figure(&$0, verdict.figure) }
        writer.member("baseline") { figure(&$0, verdict.baseline) }
        writer.member("comparison", verdict.bound == nil ? nil : criterion.threshold?.comparison.rawValue)
        writer.member("bound") { figure(&$0, verdict.bound) }
        writer.member("unit", unit(criterion))
        writer.member("distance", verdict.distance)
        writer.member("ways", texts: verdict.closings.map { words.sentence($0)[language] })
        writer.member("missing", texts: verdict.gaps.map { words.sentence($0)[language] })
        writer.member("unverified", verdict.isUnverified)
        writer.member("interpretation", verdict.isInterpretation)
    }

    /// A number where it is known, `{"low", "high"}` where it lies between bounds, else `null`.
    private func figure(_ writer: inout JSONWriter, _ figure: Figure?) {
        guard let figure, !figure.isUnknown else { return writer.text(nil) }
        if let exact = figure.exact { return writer.number(exact) }
        writer.object { writer in
            writer.member("low", figure.low)
            writer.member("high", figure.high)
        }
    }
}

extension AssessedSubject {
    /// The id of the park, firm or project; nil for the whole scenario.
    func id(in tables: Tables) -> String? {
        switch self {
        case .network: nil
        case .park(let park): tables.parks[park].id
        case .firm(let firm): tables.firms[firm].id
        case .project(let project): tables.projects[project].id
        }
    }
}

extension Day {
    /// The day as programs write it: `2030-12-31`.
    var iso: String {
        func padded(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)"
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
