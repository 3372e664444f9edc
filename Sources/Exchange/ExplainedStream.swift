// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Why a candidate carries nothing, in a word.
public enum Shortfall: Hashable, Sendable {
    /// It would neither cost nor save: the plan has equals.
    case tie
    /// It does not pay by itself.
    case itself
    /// It would pay by itself, but takes something scarce away from a better use.
    case scarce(CostTerm.Kind)
    /// What it would displace is worth more; which, its first unit tells.
    case displaces
    /// What it hangs on is not built or not used.
    case leftOff
    /// No plan has room for any of it; the quality limit that leaves none by itself, where one does.
    case noRoom(CostTerm.Kind?)
}

/// A candidate that carries nothing, as a list tells it.
public struct Alternative: Sendable {
    /// Who would give what to whom, as what, how, and when.
    public var from: Party, to: Party
    public var resource: Reference<Resource>, asResource: Reference<Resource>
    public var mode: Reference<Mode>?, period: Reference<Period>?
    /// The distance, km.
    public var kilometres: Double
    /// What its first unit changes in the objective, per unit dispatched; infinite where no plan has room for it, or it hangs on a plant that the
    /// plan does not build. Of what hangs on a link it is what the unit would change if the link were there.
    public var reducedCost: Double
    /// Why it carries nothing.
    public var shortfall: Shortfall
    /// Its position among the candidates.
    let index: Int
}

/// Why something still goes to disposal, or is still bought.
public enum RestReason: Hashable, Sendable {
    /// Nobody needs it or what it can stand in for; of a need: nobody offers it or what can stand in for it.
    case nobody
    /// Every pair is kept from being a candidate; the rule that keeps most of them.
    case excluded(Exclusion)
    /// There are candidates, and this is why the nearest carries no more.
    case short(Shortfall)
}

/// What becomes of one output or need in a period.
public struct ExplainedStream: Sendable {
    /// Whether it is given.
    public var isSupply: Bool
    /// Whose it is, and what.
    public var party: Party, resource: Reference<Resource>
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
    /// All of it, what is exchanged, and what is disposed of or bought; in the resource's unit.
    public var quantity: Double, exchanged: Double, rest: Double
    /// Of what is given: whether the rest earns money outside the plan; it is sold and not thrown away.
    public var isSold = false
    /// Of what is given: what goes into the storage net of what comes out, below 0 where more comes out: quantity = exchanged + rest + stored.
    public var stored = 0.0
    /// The exchanges of the plan.
    public var exchanges: [PlannedExchange] = []
    /// Candidates that carry nothing, the nearest to paying first.
    public var alternatives: [Alternative] = []
    /// By rule, the pairs that it keeps from being candidates, those that keep most first.
    public var excluded: [(code: String, example: Obstacle, pairs: Int)] = []
    /// Why there is a rest; nil where there is none, or without prices.
    public var reason: RestReason?
}
