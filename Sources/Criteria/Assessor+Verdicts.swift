// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Assessor {
    /// All verdicts by the sets named, in the order of sets, criteria and subjects, for one state of affairs.
    public func verdicts(by sets: [String], _ moment: Formula.Moment) -> [Verdict] {
        sets.flatMap { id in
            (catalogue.set(id)?.criteria ?? []).flatMap { criterion in
                subjects.filter { criterion.assessed.contains($0.kind) }.map { verdict(criterion, in: id, on: $0, moment) }
            }
        }
    }

    /// The verdict of `criterion` on a subject.
    public func verdict(_ criterion: Criterion, in set: String, on subject: AssessedSubject, _ moment: Formula.Moment) -> Verdict {
        var verdict = Verdict(
            set: set, criterion: criterion, subject: subject, moment: moment, result: .notApplicable(.background))
        verdict.declaration = subject.declaring.flatMap { declarations[$0, criterion.id] }
        var evaluation = Evaluation(self, criterion: criterion)
        var claiming = evaluation
        if let claim = criterion.claim, claiming.truth(claim, subject, moment) != .yes {
            verdict.result = .notApplicable(.notClaimed)
            return verdict
        }
        switch criterion.judgement {
        case .background: break
        case .evidence: judgeEvidence(&verdict, &evaluation)
        case .figure: judgeFigure(&verdict, &evaluation)
        case .direction: judgeDirection(&verdict, &evaluation)
        case .threshold: judgeThreshold(&verdict, &evaluation)
        }
        verdict.gaps = evaluation.gaps
        if let set = catalogue.set(set), set.status == .superseded || !set.validity(of: criterion).contains(day) {
            verdict.result = .outsideValidity
        }
        return verdict
    }

    private func judgeEvidence(_ verdict: inout Verdict, _ evaluation: inout Evaluation) {
        switch evaluation.value(verdict.criterion.measured, verdict.subject, verdict.moment) {
        case .truth(.yes): (verdict.result, verdict.figure) = (.met, Figure(1))
        case .truth(.no): (verdict.result, verdict.figure) = (.notMet, Figure(0))
        case .text(let text?): verdict.result = text.isEmpty ? .notMet : .met
        case .number(let figure) where !figure.isUnknown: (verdict.result, verdict.figure) = (.met, figure)
        case .undefined: verdict.result = .notApplicable(.nothingToMeasure)
        case .truth(.unknown), .text(nil), .number: verdict.result = .evidenceMissing
        }
    }

    private func judgeFigure(_ verdict: inout Verdict, _ evaluation: inout Evaluation) {
        let criterion = verdict.criterion
        switch evaluation.value(criterion.measured, verdict.subject, verdict.moment) {
        case .number(let figure):
            verdict.figure = figure
            verdict.result = figure.isUnknown ? .evidenceMissing : .figureOnly
            verdict.bound = criterion.threshold.flatMap { evaluation.number($0.bound, verdict.subject, verdict.moment) }
        case .truth(let truth):
            verdict.figure = truth == .unknown ? nil : Figure(truth == .yes ? 1 : 0)
            verdict.result = truth == .unknown ? .evidenceMissing : .figureOnly
        case .text(let text): verdict.result = text == nil ? .evidenceMissing : .figureOnly
        case .undefined: verdict.result = .notApplicable(.nothingToMeasure)
        }
    }

    /// Better or worse than the baseline; where the two may be either way round, evidence is missing.
    private func judgeDirection(_ verdict: inout Verdict, _ evaluation: inout Evaluation) {
        let formula = verdict.criterion.measured
        guard let now = evaluation.number(formula, verdict.subject, verdict.moment),
            let before = evaluation.number(formula, verdict.subject, .baseline)
        else { return verdict.result = .notApplicable(.nothingToMeasure) }
        (verdict.figure, verdict.baseline) = (now, before)
        let isHigherBetter = verdict.criterion.direction != .lower
        // What is not known of both can still leave the difference known, but equal bounds alone say nothing of it.
        var change = evaluation.difference(formula, verdict.subject, verdict.moment) ?? now - before
        // What no plan changes is the same in every state, whatever it is.
        if isSettled(formula), now == before, now.low.isFinite, now.high.isFinite { change = Figure(0) }
        let scale = FigureComparison.scale(now, before)
        switch (
            FigureComparison.compare(difference: change, .greater, scale: scale),
            FigureComparison.compare(difference: change, .less, scale: scale)
        ) {
        case (.yes, _): verdict.result = isHigherBetter ? .better : .worse
        case (_, .yes): verdict.result = isHigherBetter ? .worse : .better
        case (.no, .no): verdict.result = .unchanged
        default: verdict.result = .evidenceMissing
        }
    }

    private func judgeThreshold(_ verdict: inout Verdict, _ evaluation: inout Evaluation) {
        let criterion = verdict.criterion
        switch evaluation.value(criterion.measured, verdict.subject, verdict.moment) {
        case .undefined: verdict.result = .notApplicable(.nothingToMeasure)
        case .text: verdict.result = .evidenceMissing
        case .truth(let truth):
            verdict.result = truth == .yes ? .met : truth == .no ? .notMet : .evidenceMissing
            if truth != .unknown { verdict.figure = Figure(truth == .yes ? 1 : 0) }
        case .number(let figure):
            verdict.figure = figure
            guard let threshold = criterion.threshold else { return verdict.result = .figureOnly }
            guard let bound = evaluation.number(threshold.bound, verdict.subject, verdict.moment) else {
                return verdict.result = .notApplicable(.nothingToMeasure)
            }
            verdict.bound = bound
            switch FigureComparison.compare(figure, threshold.comparison.formulaComparison, bound) {
            case .yes: verdict.result = .met
            case .unknown: verdict.result = .evidenceMissing
            case .no: verdict.result = .notMet
            }
            guard verdict.result != .met else { return }
            if verdict.result == .notMet { verdict.distance = distance(figure, threshold, bound) }
            verdict.closings = closings(verdict, threshold, &evaluation)
        }
    }

    private func distance(_ figure: Figure, _ threshold: Threshold, _ bound: Figure) -> Double? {
        let distance: Double =
            switch threshold.comparison {
            case .atLeast, .above: bound.low - figure.high
            case .atMost, .below: figure.low - bound.high
            case .equals: max(bound.low - figure.high, figure.low - bound.high)
            }
        return distance.isFinite ? max(0, distance) : nil
    }
}

extension Threshold.Comparison {
    var formulaComparison: Formula.Comparison {
        switch self {
        case .atLeast: .greaterOrEqual
        case .atMost: .lessOrEqual
        case .above: .greater
        case .below: .less
        case .equals: .equal
        }
    }
}
