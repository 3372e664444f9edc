// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario
internal import ScenarioFiles

extension CriteriaCatalogue {
    /// What is wrong with a scenario's declarations: a criterion that nobody knows, a value of another type, a subject of the wrong kind,
    /// another unit, days that do not fit.
    public func faults(inDeclarationsOf tables: Tables) -> [Fault] {
        guard !tables.declarations.isEmpty else { return [] }
        var rules = DeclarationRules(self, tables)
        for declaration in tables.declarations { rules.judge(declaration) }
        rules.judgeWholes(tables)
        return rules.faults
    }
}

/// Judges declarations one by one.
private struct DeclarationRules {
    private(set) var faults: [Fault] = []
    private let declarable: [String: (measure: DeclaredMeasure, validity: Validity?)]
    private let computed: Set<String>
    private let year: Int, day: Day

    init(_ catalogue: CriteriaCatalogue, _ tables: Tables) {
        var declarable: [String: (measure: DeclaredMeasure, validity: Validity?)] = [:], computed = Set(Measure.allCases.map(\.rawValue))
        for measure in catalogue.declaredMeasures { declarable[measure.id] = (measure, nil) }
        for set in catalogue.sets {
            for criterion in set.criteria {
                if let own = criterion.declared {
                    declarable[criterion.id] = (own, set.validity(of: criterion))
                } else {
                    computed.insert(criterion.id)
                }
            }
        }
        (self.declarable, self.computed) = (declarable, computed)
        year = tables.settings.year
        day = Day(lastOf: year)
    }

    private mutating func report(_ fault: CriteriaFault, _ declaration: Declaration, _ column: String) {
        faults.append(Fault(.criteria(fault), at: Spot(.declarations, row: Int(declaration.provenance.row), column: column)))
    }

    mutating func judge(_ declaration: Declaration) {
        judgeDays(declaration)
        let id = declaration.criterion
        guard let (measure, validity) = declarable[id] else {
            if computed.contains(id) { return report(.computed(criterion: id), declaration, "criterion") }
            let known = declarable.keys.sorted()
            return report(.unknownCriterion(found: id, nearest: Nearest.word(to: id, among: known)), declaration, "criterion")
        }
        let kind = declaration.subject.kind
        if !measure.subjects.contains(kind) {
            report(.wrongSubject(criterion: id, found: kind, expected: measure.subjects), declaration, "subject")
        }
        judgeValue(declaration, measure)
        if let unit = declaration.unit, unit != measure.unit {
            report(.wrongDeclaredUnit(found: unit, expected: measure.unit), declaration, "unit")
        }
        guard let validity, let stated = declaration.year, let first = Day(year: stated, month: 1, day: 1),
            let last = Day(year: stated, month: 12, day: 31)
        else { return }
        let isOutside = (validity.from.map { last < $0 } ?? false) || (validity.until.map { $0 < first } ?? false)
        if isOutside {
            report(.beforeForce(criterion: id, year: stated, from: validity.from, until: validity.until), declaration, "year")
        }
    }

    private mutating func judgeDays(_ declaration: Declaration) {
        if let date = declaration.date, let until = declaration.validUntil, until < date {
            report(.endsBeforeItBegins(from: date, until: until), declaration, "valid_until")
        }
        if let stated = declaration.year, stated > year { report(.notYet(year: stated, scenarioYear: year), declaration, "year") }
        if let date = declaration.date, date.year > year { report(.notYet(year: date.year, scenarioYear: year), declaration, "date") }
        if let until = declaration.validUntil, until < day { report(.expired(until: until, day: day), declaration, "valid_until") }
    }

    private mutating func judgeValue(_ declaration: Declaration, _ measure: DeclaredMeasure) {
        let found: DeclaredType =
            switch declaration.value {
            case .number: .number
            case .truth: .truth
            case .text: .text
            }
        switch (measure.type, declaration.value) {
        // 1 and 0 are read as numbers, and are the format's yes and no too.
        case (.truth, .number(0)), (.truth, .number(1)), (.text, _), (.day, .text): return
        case (.number, .number(let value)):
            if measure.unit == "%", !measure.allowsBelowZero {
                if !(0...100).contains(value) { report(.percentOutOfRange(found: value), declaration, "value") }
            } else if value < 0, !measure.allowsBelowZero {
                report(.belowZero(criterion: measure.id, found: value), declaration, "value")
            }
        default:
            guard found != measure.type else { return }
            report(.wrongDeclaredType(criterion: measure.id, found: found, expected: measure.type), declaration, "value")
        }
    }
}

extension DeclarationRules {
    /// Parts that are together more than their whole, by what holds on the day of the assessment; told where the largest part stands.
    mutating func judgeWholes(_ tables: Tables) {
        let index = DeclarationIndex(tables, on: day)
        let parts = Dictionary(grouping: declarable.values.map(\.measure).filter { $0.whole != nil }) { $0.whole ?? "" }
        let subjects = Set(tables.declarations.map(\.subject)).sorted { tables.id(of: $0) < tables.id(of: $1) }
        for (whole, parts) in parts.sorted(by: { $0.key < $1.key }) {
            for subject in subjects {
                guard case .number(let amount)? = index[subject, whole]?.value else { continue }
                let given = parts.map(\.id).sorted().compactMap { id -> (id: String, value: Double, declaration: Declaration)? in
                    guard let declaration = index[subject, id], case .number(let value) = declaration.value, value > 0 else { return nil }
                    return (id, value, declaration)
                }
                let sum = given.reduce(0) { $0 + $1.value }
                guard let largest = given.max(by: { $0.value < $1.value }), sum > amount * (1 + 1e-9) else { continue }
                // A part that is too large by itself is told alone.
                let isAlone = largest.value > amount * (1 + 1e-9)
                report(
                    .partsAboveWhole(
                        parts: isAlone ? [largest.id] : given.map(\.id), sum: isAlone ? largest.value : sum, whole: whole, amount: amount,
                        unit: declarable[whole]?.measure.unit), largest.declaration, "value")
            }
        }
    }
}

extension Subject {
    /// The kind of subject.
    public var kind: SubjectKind {
        switch self {
        case .park: .park
        case .firm: .firm
        case .project: .project
        }
    }
}
