// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// What was asked of an explanation, and the answer.
public enum ExplainAnswer: Sendable {
    /// What a giver could pass to a taker.
    case pair(ExplainedPair)
    /// What becomes of the outputs and needs of a party.
    case streams(Party, [ExplainedStream])
    /// The whole plan.
    case plan(ExplainedPlan)
}
