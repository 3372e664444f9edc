// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The value of a formula.
enum FormulaValue {
    case number(Figure)
    case truth(Truth)
    /// A text; nil where it is not known.
    case text(String?)
    /// There is none: something is divided by nothing.
    case undefined
}

/// Works out formulas for a subject in a state of affairs, and gathers what is missing on the way.
struct Evaluation {
    let assessor: Assessor
    private(set) var gaps: [Gap] = []
    /// The criterion whose own declaration is meant, and the link that `where` speaks of.
    private var criterion: Criterion?, link: Links.Link?

    init(_ assessor: Assessor, criterion: Criterion?) { (self.assessor, self.criterion) = (assessor, criterion) }

    mutating func miss(_ gap: Gap) { if !gaps.contains(gap) { gaps.append(gap) } }

    mutating func number(_ formula: Formula, _ subject: AssessedSubject, _ moment: Formula.Moment) -> Figure? {
        guard case .number(let figure) = value(formula, subject, moment) else { return nil }
        return figure
    }

    mutating func value(_ formula: Formula, _ subject: AssessedSubject, _ moment: Formula.Moment) -> FormulaValue {
        switch formula {
        case .number(let value): return .number(Figure(value))
        case .truth(let value): return .truth(Truth(value))
        case .text(let text): return .text(text)
        case .measure(let measure): return measured(measure, subject, moment)
        case .declared(let id, let type): return declared(id, type, subject)
        case .ownDeclaration(let type): return declared(criterion?.id ?? "", type, subject)
        case .link(let field): return linkValue(field)
        case .criterion(let id): return ofCriterion(id, subject, moment)
        case .metShare(let set): return .number(assessor.metShare(of: set, subject, moment, &gaps))
        case .negative(let inner): return number(inner, subject, moment).map { .number(-$0) } ?? .undefined
        case .not(let inner): return .truth(!truth(inner, subject, moment))
        case .both(let left, let right): return .truth(truth(left, subject, moment) && truth(right, subject, moment))
        case .either(let left, let right): return .truth(truth(left, subject, moment) || truth(right, subject, moment))
        case .arithmetic(let left, let operation, let right): return arithmetic(left, operation, right, subject, moment)
        case .comparison(let left, let comparison, let right): return compared(left, comparison, right, subject, moment)
        case .function(let function, let arguments): return applied(function, arguments, subject, moment)
        case .moment(let other, let inner): return value(inner, subject, other)
        case .change(let inner): return change(inner, subject, moment)
        case .given(let inner, let otherwise):
            // What is not known is replaced on purpose, so that it is not missed.
            let missed = gaps
            if let figure = number(inner, subject, moment), figure.exact != nil { return .number(figure) }
            gaps = missed
            return value(otherwise, subject, moment)
        case .aggregate(let aggregate, let collection, let condition, let among):
            switch collection {
            case .firms: return overFirms(aggregate, condition, among, subject, moment)
            case .links: return overLinks(aggregate, condition, among, subject, moment)
            }
        }
    }

    /// A condition; what is undefined is not known to hold.
    mutating func truth(_ formula: Formula, _ subject: AssessedSubject, _ moment: Formula.Moment) -> Truth {
        guard case .truth(let truth) = value(formula, subject, moment) else { return .unknown }
        return truth
    }

    private mutating func measured(_ measure: Measure, _ subject: AssessedSubject, _ moment: Formula.Moment) -> FormulaValue {
        guard let result = assessor.measure(measure, of: subject, moment) else {
            miss(.today)
            return .number(.unknown)
        }
        result.gaps.forEach { miss($0) }
        return .number(result.figure)
    }

    private mutating func declared(_ id: String, _ type: FormulaType, _ subject: AssessedSubject) -> FormulaValue {
        let declaration = subject.declaring.flatMap { assessor.declarations[$0, id] }
        if declaration == nil, let declaring = subject.declaring { miss(.declaration(declaring, id: id)) }
        switch (type, declaration?.value) {
        case (.number, .number(let value)): return .number(Figure(value))
        case (.number, _): return .number(.unknown)
        case (.truth, .truth(let value)): return .truth(Truth(value))
        case (.truth, .number(let value)): return .truth(Truth(value != 0))
        case (.truth, _): return .truth(.unknown)
        case (.text, .text(let text)): return .text(text)
        case (.text, .number(let value)): return .text("\(value)")
        case (.text, .truth(let value)): return .text(value ? "yes" : "no")
        case (.text, nil): return .text(nil)
        }
    }

    private mutating func ofCriterion(_ id: String, _ subject: AssessedSubject, _ moment: Formula.Moment) -> FormulaValue {
        guard let other = assessor.criterion(id) else { return .undefined }
        let caller = criterion
        criterion = other
        defer { criterion = caller }
        return value(other.measured, subject, moment)
    }

    private mutating func arithmetic(
        _ left: Formula, _ operation: Formula.Arithmetic, _ right: Formula, _ subject: AssessedSubject, _ moment: Formula.Moment
    ) -> FormulaValue {
        let sides = (number(left, subject, moment), number(right, subject, moment))
        guard let first = sides.0, let second = sides.1 else { return .undefined }
        switch operation {
        case .plus: return .number(first + second)
        case .minus: return .number(first - second)
        case .times: return .number(first * second)
        case .divided: return (first / second).map(FormulaValue.number) ?? .undefined
        }
    }

    private mutating func compared(
        _ left: Formula, _ comparison: Formula.Comparison, _ right: Formula, _ subject: AssessedSubject, _ moment: Formula.Moment
    ) -> FormulaValue {
        switch (value(left, subject, moment), value(right, subject, moment)) {
        case (.number(let first), .number(let second)): return .truth(FigureComparison.compare(first, comparison, second))
        case (.text(let first), .text(let second)):
            guard let first, let second else { return .truth(.unknown) }
            return .truth(Truth((first == second) == (comparison == .equal)))
        case (.truth(let first), .truth(let second)):
            guard first != .unknown, second != .unknown else { return .truth(.unknown) }
            return .truth(Truth((first == second) == (comparison == .equal)))
        default: return .undefined
        }
    }

    private mutating func applied(
        _ function: Formula.Function, _ arguments: [Formula], _ subject: AssessedSubject, _ moment: Formula.Moment
    ) -> FormulaValue {
        var figures: [Figure] = []
        for argument in arguments {
            guard let figure = number(argument, subject, moment) else { return .undefined }
            figures.append(figure)
        }
        guard let first = figures.first else { return .undefined }
        switch function {
        case .min: return .number(figures.dropFirst().reduce(first) { Figure(min($0.low, $1.low), min($0.high, $1.high)) })
        case .max: return .number(figures.dropFirst().reduce(first) { Figure(max($0.low, $1.low), max($0.high, $1.high)) })
        case .abs:
            if first.low >= 0 { return .number(first) }
            return .number(first.high <= 0 ? -first : Figure(0, max(-first.low, first.high)))
        }
    }

    /// A number less what it is in the baseline, closer than its bounds tell where the same gap stands in both; nil where nothing closer is known.
    func difference(_ formula: Formula, _ subject: AssessedSubject, _ moment: Formula.Moment) -> Figure? {
        switch formula {
        case .measure(let measure): return assessor.difference(measure, of: subject, moment)
        case .negative(let inner): return difference(inner, subject, moment).map { -$0 }
        case .arithmetic(let left, let operation, let right) where operation == .plus || operation == .minus:
            guard let first = difference(left, subject, moment), let second = difference(right, subject, moment) else { return nil }
            return operation == .plus ? first + second : first - second
        default: return nil
        }
    }

    /// 100 · (value − baseline) / |baseline|.
    private mutating func change(_ inner: Formula, _ subject: AssessedSubject, _ moment: Formula.Moment) -> FormulaValue {
        let sides = (number(inner, subject, moment), number(inner, subject, .baseline))
        guard let now = sides.0, let before = sides.1 else { return .undefined }
        guard let base = before.exact else { return .number(.unknown) }
        guard base != 0 else { return .undefined }
        return ((now - before) / Figure(base.magnitude)).map { .number(Figure(100) * $0) } ?? .undefined
    }
}

extension Evaluation {
    /// How many firms hold a condition, as they may turn out.
    private mutating func overFirms(
        _ aggregate: Formula.Aggregate, _ condition: Formula?, _ among: Formula?, _ subject: AssessedSubject, _ moment: Formula.Moment
    ) -> FormulaValue {
        var tally = MemberTally()
        var total = Figure(0)
        for firm in assessor.firms(of: subject) {
            let isAmong = among.map { truth($0, .firm(firm), moment) } ?? .yes
            guard isAmong != .no else { continue }
            let holds = condition.map { truth($0, .firm(firm), moment) } ?? .yes
            tally.add(holds: holds, among: isAmong)
            guard case .sum(let formula) = aggregate, holds != .no else { continue }
            let amount = number(formula, .firm(firm), moment) ?? .unknown
            total += holds == .yes && isAmong == .yes ? amount : Figure(min(0, amount.low), max(0, amount.high))
        }
        return tally.value(aggregate, total: total)
    }

    private mutating func overLinks(
        _ aggregate: Formula.Aggregate, _ condition: Formula?, _ among: Formula?, _ subject: AssessedSubject, _ moment: Formula.Moment
    ) -> FormulaValue {
        guard let links = assessor.links(of: subject, moment) else {
            miss(.today)
            return .number(.unknown)
        }
        var tally = MemberTally()
        var total = Figure(0)
        defer { link = nil }
        for one in links {
            link = one
            let isAmong = among.map { truth($0, subject, moment) } ?? .yes
            guard isAmong != .no else { continue }
            let holds = condition.map { truth($0, subject, moment) } ?? .yes
            tally.add(holds: holds, among: isAmong)
            guard case .sum(let formula) = aggregate, holds != .no else { continue }
            let amount = number(formula, subject, moment) ?? .unknown
            total += holds == .yes && isAmong == .yes ? amount : Figure(min(0, amount.low), max(0, amount.high))
        }
        return tally.value(aggregate, total: total)
    }

    private mutating func linkValue(_ field: Formula.LinkField) -> FormulaValue {
        guard let link else { return .undefined }
        switch field {
        case .tonnes: return .number(Figure(link.tonnes))
        case .kilometres: return .number(Figure(link.kilometres))
        case .inPark: return .truth(Truth(link.isInPark))
        case .beyondPark: return .truth(Truth(!link.isInPark))
        case .contracted: return .truth(Truth(link.isContracted))
        case .signed: return .truth(Truth(link.isSigned))
        case .hazardous: return .truth(Truth(link.isHazardous))
        case .licensed: return .truth(Truth(link.isLicensed))
        case .toPlant: return .truth(Truth(link.isPlant))
        case .use:
            if link.use == nil, link.kind == .material { miss(link.gap) }
            return .text(link.use?.rawValue ?? (link.kind == .material ? nil : ""))
        case .kind: return .text(link.kind.rawValue)
        case .carrier: return .text(link.carrier?.rawValue ?? "")
        }
    }
}

/// Members of a collection by what is known of them: whether they belong, and whether the condition holds.
private struct MemberTally {
    private var sure = 0, possible = 0, denied = 0
    private var doubtfulHeld = 0, doubtfulPossible = 0, doubtfulDenied = 0

    mutating func add(holds: Truth, among: Truth) {
        switch (among, holds) {
        case (.yes, .yes): sure += 1
        case (.yes, .unknown): possible += 1
        case (.yes, .no): denied += 1
        case (.unknown, .yes): doubtfulHeld += 1
        case (.unknown, .unknown): doubtfulPossible += 1
        case (.unknown, .no): doubtfulDenied += 1
        case (.no, _): break
        }
    }

    func value(_ aggregate: Formula.Aggregate, total: Figure) -> FormulaValue {
        switch aggregate {
        case .sum: return .number(total)
        case .count: return .number(Figure(Double(sure), Double(sure + possible + doubtfulHeld + doubtfulPossible)))
        case .share:
            let members = sure + possible + denied
            let doubtful = doubtfulHeld + doubtfulPossible + doubtfulDenied
            guard members + doubtful > 0 else { return .undefined }
            // Whether anybody belongs at all is not known.
            guard members > 0 else { return .number(Figure(0, 100)) }
            let least = Double(sure) / Double(members + doubtfulPossible + doubtfulDenied)
            let most =
                Double(sure + possible + doubtfulHeld + doubtfulPossible) / Double(members + doubtfulHeld + doubtfulPossible)
            return .number(Figure(100 * least, 100 * most))
        }
    }
}

extension Criterion {
    /// What is measured: the formula, else the criterion's own declaration.
    public var measured: Formula { measure ?? .ownDeclaration(declared?.type.formulaType ?? .truth) }
}
