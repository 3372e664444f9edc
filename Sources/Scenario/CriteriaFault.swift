// SPDX-License-Identifier: GPL-3.0-or-later

/// What a declaration can be: a number, yes or no, text, or a day.
public enum DeclaredType: String, Hashable, Sendable, CaseIterable {
    case number, text, day
    case truth = "yes-no"
}

/// What a declaration can speak of.
public enum SubjectKind: String, Hashable, Sendable, CaseIterable { case park, firm, project }

/// What is wrong with a criteria set, or with what a scenario says to one.
public enum CriteriaFault: Hashable, Sendable {
    /// No set has the id.
    case unknownSet(found: String, nearest: String?)
    /// A set is named twice.
    case repeatedSet(id: String)
    /// A set in a file has the id of one that is built in.
    case setTaken(id: String)
    /// The set's text is no longer in force; a warning.
    case superseded(id: String, by: String?, since: Day?)
    /// The set is not in force in the scenario's year; a warning.
    case outOfForce(id: String, from: Day?, until: Day?, year: Int)
    /// A set of a planner's own cites a document that is superseded; a warning.
    case citesSuperseded(document: String, by: String?)
    /// No criterion or declared measure has the id that a declaration names.
    case unknownCriterion(found: String, nearest: String?)
    /// The criterion is computed, so that nothing can be declared for it.
    case computed(criterion: String)
    /// A declaration of another type than its criterion asks for.
    case wrongDeclaredType(criterion: String, found: DeclaredType, expected: DeclaredType)
    /// A declaration of a park where a firm's is asked for, and the like.
    case wrongSubject(criterion: String, found: SubjectKind, expected: [SubjectKind])
    /// A declaration in another unit than its criterion's; nil: the criterion has none.
    case wrongDeclaredUnit(found: String, expected: String?)
    /// A share above 100 or below 0 percent.
    case percentOutOfRange(found: Double)
    /// A number below zero of what is an amount.
    case belowZero(criterion: String, found: Double)
    /// Parts that are together more than the whole that they are parts of; `unit` is that of all of them.
    case partsAboveWhole(parts: [String], sum: Double, whole: String, amount: Double, unit: String?)
    /// A declaration that ends before the day on which it was made.
    case endsBeforeItBegins(from: Day, until: Day)
    /// A declaration that has run out by the day of the assessment; a warning, for it counts no more.
    case expired(until: Day, day: Day)
    /// A declaration made after the scenario's year, or of a later year; a warning, for it does not count yet.
    case notYet(year: Int, scenarioYear: Int)
    /// A declaration of a year in which its criterion is not in force; a warning.
    case beforeForce(criterion: String, year: Int, from: Day?, until: Day?)
    /// A threshold, a direction or another part that the criterion's judgement needs is not given.
    case needsPart(judgement: String, part: String)
    /// A part that the criterion's judgement has no use for.
    case uselessPart(judgement: String, part: String)
    /// A threshold with no bound, or with several.
    case thresholdForm(found: [String])
    /// A set without criteria and without declared measures.
    case emptySet
    /// A name of a declared measure that no formula could use.
    case badMeasureName(found: String)
    /// A declared measure has the name of a measure that is computed.
    case measureTaken(name: String)
    /// A formula that cannot be read; `character` counts from 1 in `formula`.
    case formula(FormulaFault, formula: String, character: Int)

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case unknownSet = "K101"
        case repeatedSet = "K102"
        case setTaken = "K103"
        case superseded = "K104"
        case outOfForce = "K105"
        case unknownCriterion = "K106"
        case computed = "K107"
        case wrongDeclaredType = "K108"
        case wrongSubject = "K109"
        case wrongDeclaredUnit = "K110"
        case percentOutOfRange = "K111"
        case endsBeforeItBegins = "K112"
        case expired = "K113"
        case notYet = "K114"
        case beforeForce = "K115"
        case needsPart = "K116"
        case uselessPart = "K117"
        case thresholdForm = "K118"
        case emptySet = "K119"
        case badMeasureName = "K120"
        case measureTaken = "K121"
        case formula = "K122"
        case citesSuperseded = "K123"
        case belowZero = "K124"
        case partsAboveWhole = "K125"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .superseded, .outOfForce, .expired, .notYet, .beforeForce, .citesSuperseded: .warning
        default: .error
        }
    }

    private var kind: Code {
        switch self {
        case .unknownSet: .unknownSet
        case .repeatedSet: .repeatedSet
        case .setTaken: .setTaken
        case .superseded: .superseded
        case .outOfForce: .outOfForce
        case .unknownCriterion: .unknownCriterion
        case .computed: .computed
        case .wrongDeclaredType: .wrongDeclaredType
        case .wrongSubject: .wrongSubject
        case .wrongDeclaredUnit: .wrongDeclaredUnit
        case .percentOutOfRange: .percentOutOfRange
        case .belowZero: .belowZero
        case .partsAboveWhole: .partsAboveWhole
        case .endsBeforeItBegins: .endsBeforeItBegins
        case .expired: .expired
        case .notYet: .notYet
        case .beforeForce: .beforeForce
        case .needsPart: .needsPart
        case .uselessPart: .uselessPart
        case .thresholdForm: .thresholdForm
        case .emptySet: .emptySet
        case .badMeasureName: .badMeasureName
        case .measureTaken: .measureTaken
        case .formula: .formula
        case .citesSuperseded: .citesSuperseded
        }
    }
}
