// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram
internal import Scenario

/// A share that is not met, as a quotient of two linear forms.
struct OpenShare {
    /// What the share is compared with.
    let bound: Double
    private let quotient: LinearQuotient, asksForMore: Bool

    /// The forms are those on one side of measures that lie between two.
    init?(_ verdict: Verdict, _ assessor: Assessor, _ linear: LinearMeasures, isHigh: Bool) {
        guard let threshold = verdict.criterion.threshold, threshold.comparison != .equals, let bound = verdict.bound?.exact,
            assessor.measures(in: threshold.bound).allSatisfy(\.isOfSubject)
        else { return nil }
        var reader = QuotientReader(assessor, linear, verdict.subject, verdict.criterion, isHigh)
        guard let quotient = reader.quotient(verdict.criterion.measured) else { return nil }
        // With a divisor that can be below nothing the row would turn round.
        guard quotient.divisor.constant >= 0, quotient.divisor.weights.allSatisfy({ $0 >= 0 }) else { return nil }
        (self.quotient, self.bound, asksForMore) = (quotient, bound, threshold.comparison.asksForMore)
    }

    /// What must not be below nothing for the share to be `bound` or better: ±(N − bound · D).
    func row(_ bound: Double) -> LinearForm {
        let row = quotient.dividend + -bound * quotient.divisor
        return asksForMore ? row : -1 * row
    }

    /// The best share that a plan reaches; nil where it is not proved.
    ///
    /// Each plan that is best by N − λ · D has a share at least as good as λ, which takes λ's place, until no plan is better (Dinkelbach 1967).
    func best(_ planner: Planner, _ options: SolveOptions) throws(SolverFailure) -> Double? {
        var reached = bound
        for _ in 0..<20 {
            let row = row(reached)
            guard let most = try planner.most(of: row.weights, options: options) else { return nil }
            let divisor = quotient.divisor.value(most.columns)
            guard divisor > 0 else { return nil }
            let share = quotient.dividend.value(most.columns) / divisor
            if abs(share - reached) <= 1e-9 * max(1, abs(share)) { return share }
            reached = share
        }
        return nil
    }
}

/// A quotient of two forms; the divisor of what is divided by nothing is 1.
struct LinearQuotient {
    var dividend: LinearForm, divisor: LinearForm
}

/// Reads a formula as a quotient of forms that are linear in the plan.
private struct QuotientReader {
    private let assessor: Assessor, linear: LinearMeasures, subject: AssessedSubject
    private let isHigh: Bool
    private var evaluation: Evaluation

    init(_ assessor: Assessor, _ linear: LinearMeasures, _ subject: AssessedSubject, _ criterion: Criterion, _ isHigh: Bool) {
        (self.assessor, self.linear, self.subject, self.isHigh) = (assessor, linear, subject, isHigh)
        evaluation = Evaluation(assessor, criterion: criterion)
    }

    /// Nil where the formula is no such quotient.
    mutating func quotient(_ formula: Formula) -> LinearQuotient? {
        if case .arithmetic(let left, .divided, let right) = formula, !assessor.isSettled(right) {
            guard let dividend = form(left), let divisor = form(right) else { return nil }
            return LinearQuotient(dividend: dividend, divisor: divisor)
        }
        if case .criterion(let id) = formula, let other = assessor.criterion(id) { return within(other) { $0.quotient(other.measured) } }
        return form(formula).map { LinearQuotient(dividend: $0, divisor: constant(1)) }
    }

    private func constant(_ value: Double) -> LinearForm { LinearForm(constant: value, weights: linear.noWeights) }

    private mutating func form(_ formula: Formula) -> LinearForm? {
        if assessor.isSettled(formula) { return settled(formula).map(constant) }
        switch formula {
        case .measure(let measure): return linear.form(measure, subject, isHigh: isHigh)
        case .negative(let inner): return form(inner).map { -1 * $0 }
        case .moment(.plan, let inner): return form(inner)
        case .change(let inner):
            guard let before = settled(.moment(.baseline, inner)), before > 0, let now = form(inner) else { return nil }
            return 100 / before * now + constant(-100)
        case .criterion(let id):
            guard let other = assessor.criterion(id) else { return nil }
            return within(other) { $0.form(other.measured) }
        case .arithmetic(let left, let operation, let right): return combined(left, operation, right)
        default: return nil
        }
    }

    private mutating func combined(_ left: Formula, _ operation: Formula.Arithmetic, _ right: Formula) -> LinearForm? {
        switch operation {
        case .plus, .minus:
            guard let first = form(left), let second = form(right) else { return nil }
            return first + (operation == .plus ? 1 : -1) * second
        case .times:
            if assessor.isSettled(left) {
                guard let factor = settled(left), let rest = form(right) else { return nil }
                return factor * rest
            }
            guard assessor.isSettled(right), let factor = settled(right), let rest = form(left) else { return nil }
            return factor * rest
        case .divided:
            guard let divisor = settled(right), divisor != 0, let rest = form(left) else { return nil }
            return 1 / divisor * rest
        }
    }

    /// The value of a formula that is the same in every plan; nil where it is not known.
    private mutating func settled(_ formula: Formula) -> Double? {
        guard assessor.isSettled(formula) else { return nil }
        return evaluation.number(formula, subject, .plan)?.exact
    }

    /// Reads the formula of another criterion, whose own declaration is then meant.
    private mutating func within<Result>(_ other: Criterion, _ read: (inout QuotientReader) -> Result?) -> Result? {
        var inner = QuotientReader(assessor, linear, subject, other, isHigh)
        return read(&inner)
    }
}
