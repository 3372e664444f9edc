// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// A yes-or-no choice that the plan leaves off, and what hangs on it.
public enum ChoiceLeftOff: Hashable, Sendable {
    /// A plant that is not built, a link that is not laid, a route that is not used, each with its charge in money a year.
    case process(Reference<ConversionProcess>, charge: Double)
    case link(Party, Party, mode: Reference<Mode>, kilometres: Double, charge: Double)
    case route(Reference<Route>, charge: Double)
    /// The exchange does not come to the least quantity, in the resource's unit; the two are not among the partners.
    case leastQuantity(Double), partners(Party, Party)
}

/// One mode between a giver's output and a taker's need, in a period.
public struct ExplainedWay: Sendable {
    /// How the way stands in the plan.
    public enum State: Sendable {
        /// No candidate, by this rule.
        case obstacle(Obstacle)
        /// The plan uses it; what it is worth, where that was asked.
        case used(PlannedExchange, PlanWorth?)
        /// A candidate that carries nothing; its first unit, where that was asked.
        case unused(FirstUnit?)
        /// A candidate that no plan has room for; the quality limit that leaves none by itself, where one does.
        case noRoom(CostTerm.Kind?)
        /// A candidate that is held at nothing by what the plan does not build or use.
        case leftOff([ChoiceLeftOff])
        /// A candidate, but nothing is given or nothing is needed in the period.
        case nothingToMove
    }
    /// The mode; nil for `on-site`.
    public var mode: Reference<Mode>?
    /// The distance, km; nil where there is no way.
    public var kilometres: Double?
    /// How it stands in the plan.
    public var state: State
    /// The parts of its reduced cost; nil of what is no candidate, or without prices.
    public var split: CostSplit?
}

/// An output of the giver and a need of the taker that it could serve, in a period.
public struct ExplainedMatch: Sendable {
    /// Who gives and who takes: a firm, or a plant.
    public var from: Party, to: Party
    /// What is given, and what it would count as.
    public var resource: Reference<Resource>, asResource: Reference<Resource>
    /// The row of `substitutions` that lets it; nil where the two are one resource and no row speaks of it.
    public var substitution: Reference<Substitution>?
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
    /// What keeps the pair from being a candidate by any mode; nil where some mode is open.
    public var obstacle: Obstacle?
    /// The modes; empty where a rule speaks that does not ask for the way.
    public var ways: [ExplainedWay] = []
    /// Per unit dispatched, units delivered where nothing is lost.
    public var ratio: Double
    /// Of the giver's and the taker's quantities in the period: all, what is disposed of, what is bought; in their units.
    public var given: Double, disposed: Double, needed: Double, bought: Double
    /// Whether what is disposed of earns the giver money: it is sold outside the plan and not thrown away.
    public var isSold = false
}

/// All that a giver could pass to a taker.
public struct ExplainedPair: Sendable {
    /// The giver and the taker, with the plants at them.
    public var from: Party, to: Party
    /// The pairs that match, those in the plan first, then those that are nearest to paying.
    public var matches: [ExplainedMatch] = []
    /// What the giver has that nothing at the taker asks for, and what the taker needs.
    public var unmatched: [Reference<Resource>] = [], needs: [Reference<Resource>] = []
}
