// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import ScenarioFiles

extension CriteriaReader {
    /// Whether a criterion has what its judgement needs, and nothing that it has no use for.
    mutating func checkParts(_ criterion: Criterion, _ fields: [String: SettingNode], _ node: SettingNode) {
        func isGiven(_ key: String) -> Bool { !(fields[key]?.isNull ?? true) }
        // A formula that could not be read says nothing of the other parts.
        if isGiven("measure"), criterion.measure == nil { return }
        let word = criterion.judgement.rawValue
        var needed: [String] = [], useless: [String] = []
        switch criterion.judgement {
        case .threshold:
            // A measure that is itself yes or no needs no threshold.
            if criterion.measured.type == .number { needed = ["threshold"] } else { useless = ["threshold"] }
            if !isGiven("declared") { needed.append("measure") }
        case .evidence:
            if !isGiven("measure") { needed = ["declared"] }
            useless = ["threshold", "direction"]
        case .direction:
            needed = isGiven("declared") ? ["direction"] : ["measure", "direction"]
            useless = ["threshold"]
        case .figure: if !isGiven("declared") { needed = ["measure"] }
        case .background: break
        }
        for part in needed where !isGiven(part) {
            report(.criteria(.needsPart(judgement: word, part: part)), node.place, "criteria." + part)
        }
        for part in useless where isGiven(part) {
            report(.criteria(.uselessPart(judgement: word, part: part)), fields[part]?.place, "criteria." + part)
        }
        guard isGiven("measure"), criterion.measure != nil, criterion.judgement == .direction, criterion.measured.type != .number else {
            return
        }
        let fault = FormulaFault.wrongType(found: criterion.measured.type, expected: .number)
        report(
            .criteria(.formula(fault, formula: text(fields["measure"], "") ?? "", character: 1)), fields["measure"]?.place,
            "criteria.measure")
    }

    /// Criteria whose formulas lead back to themselves; each circle is told once, at its first criterion.
    mutating func checkCircles(_ criteria: [Criterion], _ places: [String: SettingNode.Place]) {
        let named = criteria.map { criterion in
            (criterion.id, [criterion.claim, criterion.measure, criterion.threshold?.bound].flatMap { $0?.criteriaNamed ?? [] })
        }
        let needs = Dictionary(named) { first, _ in first }
        var told: Set<String> = []
        for criterion in criteria where !told.contains(criterion.id) {
            guard let path = Self.circle(from: criterion.id, needs) else { continue }
            told.formUnion(path)
            report(.criteria(.formula(.circle(path), formula: "[\(path[1])]", character: 1)), places[criterion.id], "criteria.measure")
        }
    }

    /// The shortest way from `start` through the formulas back to it.
    private static func circle(from start: String, _ needs: [String: [String]]) -> [String]? {
        var paths = [[start]], seen: Set<String> = []
        while !paths.isEmpty {
            let path = paths.removeFirst()
            for next in needs[path[path.count - 1]] ?? [] {
                if next == start { return path + [next] }
                if seen.insert(next).inserted { paths.append(path + [next]) }
            }
        }
        return nil
    }
}

extension Formula {
    /// The criteria that the formula refers to.
    var criteriaNamed: [String] {
        switch self {
        case .criterion(let id): [id]
        case .negative(let inner), .not(let inner), .moment(_, let inner), .change(let inner): inner.criteriaNamed
        case .both(let left, let right), .either(let left, let right), .arithmetic(let left, _, let right),
            .comparison(let left, _, let right):
            left.criteriaNamed + right.criteriaNamed
        case .given(let inner, let otherwise): inner.criteriaNamed + otherwise.criteriaNamed
        case .function(_, let arguments): arguments.flatMap(\.criteriaNamed)
        case .aggregate(let aggregate, _, let condition, let among):
            (aggregate.amount?.criteriaNamed ?? []) + (condition?.criteriaNamed ?? []) + (among?.criteriaNamed ?? [])
        case .number, .truth, .text, .measure, .declared, .ownDeclaration, .link, .metShare: []
        }
    }
}

extension Formula.Aggregate {
    /// What is summed; nil for a count or a share.
    var amount: Formula? { if case .sum(let formula) = self { formula } else { nil } }
}

extension CriterionLevel {
    /// What a criterion of the level is judged for, where its set says nothing else.
    var usuallyAssessed: [AssessedKind] {
        switch self {
        case .park: [.park]
        case .enterprise, .product: [.firm]
        case .project: [.project]
        case .network, .national: [.network]
        }
    }
}

extension AssessedKind {
    /// The kind of subject that can declare; nil for the whole scenario.
    var declaring: SubjectKind? {
        switch self {
        case .network: nil
        case .park: .park
        case .firm: .firm
        case .project: .project
        }
    }
}
