// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension Comparison {
    /// Giver, taker and resource by their ids, which scenarios share; one may name another thing in each.
    struct ExchangeKey: Hashable, Comparable {
        var from: String, to: String, resource: String

        static func < (left: ExchangeKey, right: ExchangeKey) -> Bool {
            (left.from, left.to, left.resource) < (right.from, right.to, right.resource)
        }
    }

    /// An exchange that a scenario's plan has and the first one's has not, or the other way round, or that both have.
    struct ExchangeChange {
        var key: ExchangeKey
        /// What giver, taker and resource are called where the exchange is.
        var from: Phrase, to: Phrase, resource: Phrase
        /// Dispatched in a year in the first scenario and in the other, in the resource's unit there; nil where the plan has none of it.
        var first: ExchangeAmount?, other: ExchangeAmount?

        /// Whether both plans have it, in quantities that differ by more than rounding.
        var isAltered: Bool {
            guard let first, let other else { return false }
            return first.unit != other.unit || abs(first.quantity - other.quantity) > 1e-6 * max(first.quantity, other.quantity)
        }

        /// Whether one of the two plans has it alone.
        var isOfOne: Bool { first == nil || other == nil }
    }

    /// A yearly quantity in the unit of its resource.
    struct ExchangeAmount {
        var quantity: Double, unit: Unit
    }

    /// The exchanges of the first scenario and of another one beside each other, by ids; nil where one has no plan.
    func exchanges(ofFirstAnd other: ComparedScenario) -> [ExchangeChange]? {
        guard let first = scenarios.first, first.outcome.plan != nil, other.outcome.plan != nil else { return nil }
        let (before, after) = (first.amounts, other.amounts)
        return Set(before.keys).union(after.keys).sorted().map { key in
            let (old, new) = (before[key], after[key])
            let told = new?.exchange ?? old?.exchange, names = new == nil ? first.names : other.names
            return ExchangeChange(
                key: key, from: told.map { names.party($0.from) } ?? Phrase(same: key.from),
                to: told.map { names.party($0.to) } ?? Phrase(same: key.to),
                resource: told.map { names.resource($0.resource) } ?? Phrase(same: key.resource), first: old?.amount, other: new?.amount)
        }
    }
}

extension ComparedScenario {
    /// What the plan moves in a year, by ids: all modes, substitutions and periods together.
    fileprivate var amounts: [Comparison.ExchangeKey: (exchange: PlannedExchange, amount: Comparison.ExchangeAmount)] {
        var amounts: [Comparison.ExchangeKey: (exchange: PlannedExchange, amount: Comparison.ExchangeAmount)] = [:]
        let tables = names.tables
        for exchange in outcome.exchanges {
            let resource = tables.resources[exchange.resource]
            let key = Comparison.ExchangeKey(from: tables.id(exchange.from), to: tables.id(exchange.to), resource: resource.id)
            let known = amounts[key]?.amount.quantity ?? 0
            amounts[key] = (exchange, Comparison.ExchangeAmount(quantity: known + exchange.quantity, unit: resource.unit))
        }
        return amounts
    }
}
