// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What happens when an exchange that the plan leaves out takes place after all: its first unit, and the plan that is best with it.
public struct FirstUnit: Sendable {
    /// Something else that changes with it.
    public enum Shift: Hashable, Sendable {
        /// More or less disposed of; where that earns money, sold outside the plan.
        case disposal(Party, Reference<Resource>, isSold: Bool)
        /// More or less bought.
        case purchase(Party, Reference<Resource>)
        /// More or less of another exchange.
        case exchange(from: Party, to: Party, Reference<Resource>, as: Reference<Resource>, mode: Reference<Mode>?)
        /// More or less of what a plant does.
        case activity(Reference<ConversionProcess>)
        /// More or less held in a storage.
        case held(Party, Reference<Resource>)
    }
    /// A shift, its amount per unit dispatched, and the period; nil where the scenario has none.
    public struct Change: Sendable {
        /// What changes.
        public var shift: Shift
        /// By how much per unit dispatched, in the unit of what changes.
        public var amount: Double
        /// The period; nil where the scenario has none.
        public var period: Reference<Period>?
        /// What the plan moves that way without the unit, in the same unit and period.
        public var before: Double
    }
    /// What would make the first unit pay against the plan, everything else as it is.
    public enum Remedy: Hashable, Sendable {
        /// What moving and taking it costs falls by this much per unit dispatched, from `now`; both in the objective's unit.
        case cost(by: Double, now: Double)
        /// The way is this short, km; it is `now`.
        case distance(most: Double, now: Double)
        /// Disposing of a unit of it costs the giver at least this much; it costs `now`. Money per unit.
        case disposalCost(least: Double, now: Double)
        /// A unit bought new costs the taker at least this much; it costs `now`. Money per unit.
        case virginPrice(least: Double, now: Double)
    }
    /// The parts of what the unit costs, at prices that hold for it.
    public var split: CostSplit
    /// What else changes: at the giver and the taker first, then what costs or saves most.
    public var changes: [Change]
    /// What would make it pay, each by itself; empty where it would pay as it is.
    public var remedies: [Remedy]
}

/// What an exchange of the plan is worth to it.
public struct PlanWorth: Sendable {
    /// By how much its cost per unit dispatched could rise before the plan moves less of it, in the objective's unit; nil where the plan cannot
    /// do with less.
    public var room: Double?
    /// What the best plan without it has more in the objective a year; nil where there is none without it.
    public var without: Double?
}
