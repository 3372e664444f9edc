// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Why a criterion says nothing of a subject.
public enum Inapplicability: Hashable, Sendable {
    /// There is nothing to judge: a definition, a procedure, a national target.
    case background
    /// What the measure divides by is nothing: no wastewater, no firm of that size.
    case nothingToMeasure
    /// The subject does not claim to be what the criterion speaks of.
    case notClaimed
}

/// What a criterion says of a subject.
public enum VerdictResult: Hashable, Sendable {
    case met, notMet
    /// Better or worse than the baseline, or the same; what has no threshold is never met.
    case better, worse, unchanged
    /// The figure is all.
    case figureOnly
    case evidenceMissing
    case notApplicable(Inapplicability)
    /// The text is not in force on the day of the assessment.
    case outsideValidity

    /// The word for programs.
    public var keyword: String {
        switch self {
        case .met: "met"
        case .notMet: "not-met"
        case .better: "better"
        case .worse: "worse"
        case .unchanged: "unchanged"
        case .figureOnly: "figure"
        case .evidenceMissing: "evidence-missing"
        case .notApplicable: "not-applicable"
        case .outsideValidity: "outside-validity"
        }
    }
}

/// A way to meet a criterion that is not met.
public enum Closing: Hashable, Sendable {
    /// So many firms more that declare yes; `candidates` are those that do not, who have said nothing before those who said no.
    case moreFirms(Int, declared: String?, candidates: [Reference<Firm>])
    /// So many exchanges more, in a park or anywhere.
    case moreExchanges(Int, inPark: Bool)
    /// The exchange that costs least a year from a first unit on, with that cost in the scenario's currency.
    case exchange(from: Party, to: Party, resource: Reference<Resource>, costPerUnit: Double)
    /// The cheapest plan that meets it costs between so much and so much more a year, in the scenario's currency; the two are the same where
    /// the measure is linear in the plan.
    case planCosts(from: Double, to: Double)
    /// No plan meets it; the best that one reaches, where that is known.
    case noPlanMeets(best: Double?, unit: String?)
    /// No two firms or plants of the park could exchange anything, as far as the scenario says.
    case noCandidateInside
    /// So much more (or, where negative, less) of a measure.
    case amount(Double, unit: String?)
}

/// A criterion's verdict on a subject in a state of affairs.
public struct Verdict: Hashable, Sendable {
    /// The set and the criterion.
    public var set: String, criterion: Criterion
    /// What is judged, and in which state of affairs.
    public var subject: AssessedSubject, moment: Formula.Moment
    /// The verdict itself.
    public var result: VerdictResult
    /// The measure and, for a direction, what it is in the baseline; in the criterion's unit. A truth is 1 or 0.
    public var figure: Figure?, baseline: Figure?
    /// What the measure is compared with.
    public var bound: Figure?
    /// How far a measure is from the threshold that it does not meet, in the criterion's unit, above 0.
    public var distance: Double?
    /// Ways to meet it, the nearest first.
    public var closings: [Closing] = []
    /// What is missing for a certain verdict.
    public var gaps: [Gap] = []
    /// The criterion's own declaration, where there is one.
    public var declaration: Declaration?

    /// Whether the verdict rests on a text or a figure that nobody has checked.
    public var isUnverified: Bool { criterion.isUnverified || criterion.grade == .recalled }
    /// Whether the measure or the threshold is a reading of the product's.
    public var isInterpretation: Bool { criterion.isInterpretation }

    /// The word for programs; what nobody has checked is never plainly met or not met.
    public var keyword: String {
        isUnverified && (result == .met || result == .notMet) ? result.keyword + "-unverified" : result.keyword
    }
}
