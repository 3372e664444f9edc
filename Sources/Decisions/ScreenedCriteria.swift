// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria

/// The criteria sets that a screening judges by.
public struct ScreeningCriteria: Sendable {
    /// The catalogue that holds the sets, and the ids of those that count.
    public var catalogue: CriteriaCatalogue, sets: [String]

    /// Makes a choice of sets.
    public init(catalogue: CriteriaCatalogue, sets: [String]) { (self.catalogue, self.sets) = (catalogue, sets) }
}

/// What criteria say of a project, and of the parks with it.
public struct ScreenedCriteria: Sendable {
    /// A verdict on the whole or on a park that is another one with the project.
    public struct Change: Sendable {
        /// The verdicts in the plan without the project and with it.
        public var before: Verdict, after: Verdict
    }

    /// The verdicts on the project and its firms in the plan with it, by set and criterion.
    public var verdicts: [Verdict]
    /// What changes for the whole and for the parks.
    public var changes: [Change]
    /// Declarations of the project and its firms that criteria wait for.
    public var requests: [Assessment.Request]

    /// How many verdicts come out so.
    public func count(_ result: VerdictResult) -> Int { verdicts.count { $0.result == result } }
}
