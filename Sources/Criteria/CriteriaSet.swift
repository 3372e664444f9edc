// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Where a document stands in law.
public enum SetStatus: String, Sendable, CaseIterable {
    /// In force, as far as was seen; in force when last seen, and to be checked before use.
    case inForce = "in-force"
    case toCheck = "to-check"
    /// A standard or framework that nobody is bound to.
    case voluntary
    /// Replaced by another document.
    case superseded
    /// Not issued yet.
    case draft
    /// Background to read the other sets by.
    case reference
}

/// How well a text is known, from the surest to the least sure.
public enum EvidenceGrade: String, Sendable, CaseIterable {
    /// An excerpt of the official text or of its translation.
    case officialExcerpt = "official-excerpt"
    /// A legal database or a law firm that quotes or renders the text.
    case legalCommentary = "legal-commentary"
    /// The public specification of the national reporting system.
    case systemSpecification = "system-specification"
    /// Public source code that transcribes a standard.
    case publicCode = "public-code"
    /// A publisher, a statistics office, an article.
    case publication
    /// A news page; a copy of low standing.
    case news
    case secondaryCopy = "secondary-copy"
    /// Remembered, not seen.
    case recalled
}

/// The days between which a text is in force, both included; nil: without an end, or not known.
public struct Validity: Hashable, Sendable {
    /// The first and the last day.
    public var from: Day?, until: Day?

    /// Makes a validity.
    public init(from: Day? = nil, until: Day? = nil) { (self.from, self.until) = (from, until) }

    /// Whether `day` lies within.
    public func contains(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
}

/// A set of criteria: a decree, a circular, a framework, a standard.
public struct CriteriaSet: Hashable, Sendable {
    /// The id that scenarios name it by, such as `vn-eip-decree-35-2022`.
    public var id: String
    /// What it is called, who issued it, and the document that it stands in.
    public var title: Label, issuer: Label?, document: Label
    /// Where the document stands in law.
    public var status: SetStatus
    /// When the document is in force.
    public var validity: Validity
    /// The day on which somebody last looked whether all this is so.
    public var checked: Day?
    /// The set that holds in its place, where it is superseded.
    public var supersededBy: String?
    /// What a reader of its verdicts must know.
    public var note: Label?
    /// Addresses of what was read.
    public var sources: [String]
    /// What can be declared beside the criteria's own declarations.
    public var declaredMeasures: [DeclaredMeasure]
    /// The criteria, in the order of the document.
    public var criteria: [Criterion]
}

/// Something that parks, firms or projects can declare and that formulas can name.
public struct DeclaredMeasure: Hashable, Sendable {
    /// The name that declarations and formulas use, such as `cleaner_production`.
    public var id: String
    /// What is declared, in words.
    public var text: Label
    /// What a declaration is.
    public var type: DeclaredType
    /// The unit of a number; nil where it has none.
    public var unit: String?
    /// What a declaration may speak of.
    public var subjects: [SubjectKind]
    /// Whether a number may be below zero.
    public var allowsBelowZero = false
    /// The id of the declared measure of which it is a part: all parts together are never more than it. Nil: it is no part.
    public var whole: String?

    /// Makes a declared measure.
    public init(id: String, text: Label, type: DeclaredType, unit: String? = nil, subjects: [SubjectKind]) {
        (self.id, self.text, self.type, self.unit, self.subjects) = (id, text, type, unit, subjects)
    }
}
