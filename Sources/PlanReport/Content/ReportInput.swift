// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
public import Decisions
public import Exchange
public import Scenario

/// Everything that a report is made from.
public struct ReportInput: Sendable {
    /// The scenario's tables.
    public var tables: Tables
    /// What the solve found.
    public var outcome: Outcome
    /// The same period by period; nil where the scenario has no periods.
    var profile: Outcome?
    /// The SHA-256 of the canonical tables, in hexadecimal digits.
    public var fingerprint: String
    /// The day that the report bears; nil for none. No clock is read: the same input gives the same bytes.
    public var date: Day?
    /// The proposed projects, each solved in and out of the parks; nil where that was not done.
    public var screening: Screening?
    /// The verdicts by the criteria sets that the scenario names; nil where none was asked for.
    public var assessment: Assessment?
    /// Firms, plants and projects stand under codes.
    public internal(set) var isAnonymous = false
    /// Sources left out of an anonymised copy because they could name a firm.
    var hiddenSources = 0

    /// Puts the parts together.
    public init(_ outcome: Outcome, of scenario: Scenario, fingerprint: String, date: Day? = nil) {
        (tables, self.outcome, self.fingerprint, self.date) = (scenario.tables, outcome.ofTheYear, fingerprint, date)
        profile = outcome.hasPeriods ? outcome : nil
    }
}
