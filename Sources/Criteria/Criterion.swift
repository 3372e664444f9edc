// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What a criterion speaks of, in its document.
public enum CriterionLevel: String, Sendable, CaseIterable { case park, enterprise, project, network, product, national }

/// What a criterion is judged for.
public enum AssessedKind: String, Sendable, CaseIterable {
    /// The whole scenario; each park, firm and project.
    case network, park, firm, project
}

/// How a verdict is made.
public enum Judgement: String, Sendable, CaseIterable {
    /// The measure against the threshold: met or not met.
    case threshold
    /// A declaration: met where it says yes, or where a document is named.
    case evidence
    /// The measure against the baseline: better or worse, never met.
    case direction
    /// The measure as it is.
    case figure
    /// Nothing to judge: a definition, a procedure, a national target.
    case background
}

/// Which way a measure gets better.
public enum Direction: String, Sendable, CaseIterable { case higher, lower }

/// A bound that a measure is compared with.
public struct Threshold: Hashable, Sendable {
    /// The comparison.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        case atLeast = "at_least", atMost = "at_most", above, below, equals
    }
    /// The comparison, and the formula of what is compared with; mostly a number.
    public var comparison: Comparison, bound: Formula

    /// Makes a threshold.
    public init(_ comparison: Comparison, _ bound: Formula) { (self.comparison, self.bound) = (comparison, bound) }
}

/// Where a criterion stands in its document.
public struct LegalPlace: Hashable, Sendable {
    /// The document, where it is another than the set's.
    public var document: Label?
    /// Article, clause and point, as written in the document; nil where it has none.
    public var article: String?, clause: String?, point: String?

    /// Makes a place.
    public init(document: Label? = nil, article: String? = nil, clause: String? = nil, point: String? = nil) {
        (self.document, self.article, self.clause, self.point) = (document, article, clause, point)
    }
}

/// One criterion of a set.
public struct Criterion: Hashable, Sendable {
    /// The id, unique in all sets, such as `VN.D35.37.2c`.
    public var id: String
    /// The heading that it stands under, where its document has some.
    public var group: Label?
    /// What it speaks of in its document, and what it is judged for.
    public var level: CriterionLevel, assessed: [AssessedKind]
    /// What it asks, in words.
    public var text: Label
    /// Where it stands.
    public var place: LegalPlace
    /// How a verdict is made.
    public var judgement: Judgement
    /// The condition by which a subject claims to be what the criterion speaks of; without a yes it is not applicable. Nil: it speaks of all.
    public var claim: Formula?
    /// What is measured; nil where the declaration is all.
    public var measure: Formula?
    /// The unit of the measure.
    public var unit: String?
    /// What the measure is compared with.
    public var threshold: Threshold?
    /// Which way the measure gets better.
    public var direction: Direction?
    /// What is declared for the criterion itself; nil: nothing.
    public var declared: DeclaredMeasure?
    /// When it is in force, where that differs from the set's.
    public var validity: Validity
    /// How well its text is known.
    public var grade: EvidenceGrade
    /// Whether its wording or its figure is uncertain, so that no verdict by it is certain.
    public var isUnverified: Bool
    /// Whether the measure or the threshold is a reading of the product's, and not the document's.
    public var isInterpretation: Bool
    /// What a reader of its verdict must know.
    public var note: Label?
}

extension CriteriaSet {
    /// When `criterion` is in force: its own days, else the set's.
    public func validity(of criterion: Criterion) -> Validity {
        Validity(from: criterion.validity.from ?? validity.from, until: criterion.validity.until ?? validity.until)
    }
}
