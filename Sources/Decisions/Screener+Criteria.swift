// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
internal import Scenario

/// What criteria say with a project.
extension Screener {
    /// Judges the project and its firms, and compares what is said of the whole and of the parks with the plan without it.
    mutating func judged(_ planner: Planner, _ outcome: Outcome, _ project: Reference<Project>) -> ScreenedCriteria? {
        guard let criteria = options.criteria else { return nil }
        let tables = scenario.tables
        let firms = tables.firms.references.filter { tables.firms[$0].project == project }
        let own = [AssessedSubject.project(project)] + firms.map(AssessedSubject.firm)
        let assessor = Assessor(planner, outcome, by: criteria.catalogue)
        let assessment = Assessment(assessor, by: criteria.sets, subjects: own)
        let before = baseVerdicts(criteria)
        var changes: [ScreenedCriteria.Change] = []
        for verdict in planVerdicts(assessor, criteria, assessor.subjects.filter(\.isShared)) {
            let key = VerdictKey(set: verdict.set, criterion: verdict.criterion.id, subject: verdict.subject)
            if let old = before[key], old.result != verdict.result { changes.append(ScreenedCriteria.Change(before: old, after: verdict)) }
        }
        return ScreenedCriteria(
            verdicts: planVerdicts(assessor, criteria, own), changes: changes, requests: assessment.requests())
    }

    /// The verdicts on the whole and on the parks without any project, worked out once.
    private mutating func baseVerdicts(_ criteria: ScreeningCriteria) -> [VerdictKey: Verdict] {
        if let known = knownVerdicts { return known }
        let assessor = Assessor(base, baseOutcome, by: criteria.catalogue)
        var verdicts: [VerdictKey: Verdict] = [:]
        for verdict in planVerdicts(assessor, criteria, assessor.subjects.filter(\.isShared)) {
            verdicts[VerdictKey(set: verdict.set, criterion: verdict.criterion.id, subject: verdict.subject)] = verdict
        }
        knownVerdicts = verdicts
        return verdicts
    }

    private func planVerdicts(_ assessor: Assessor, _ criteria: ScreeningCriteria, _ subjects: [AssessedSubject]) -> [Verdict] {
        criteria.sets.flatMap { id in
            (criteria.catalogue.set(id)?.criteria ?? []).flatMap { criterion in
                subjects.filter { criterion.assessed.contains($0.kind) }.map { assessor.verdict(criterion, in: id, on: $0, .plan) }
            }
        }
    }
}

/// What tells a verdict from the others of a state of affairs.
struct VerdictKey: Hashable {
    var set: String, criterion: String, subject: AssessedSubject
}

extension AssessedSubject {
    /// Whether the subject is there with and without a project.
    fileprivate var isShared: Bool {
        switch self {
        case .network, .park: true
        case .firm, .project: false
        }
    }
}
