// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// A fact of the scenario or the plan that could keep an exchange from happening.
enum Obstacle: Hashable {
    /// Nobody has agreed to it; or it is agreed or signed and does not run yet.
    case noContract
    case notRunning(ContractStatus?)
    /// Only who holds a licence may take it.
    case hazardous
    /// What arrives comes near a limit of the taker; the mixture's value is this share of the limit.
    case nearLimit(Reference<Property>, share: Double, isMaximum: Bool)
    /// The taker has this share of all that it needs from one giver.
    case singleGiver(share: Double)
    /// It travels far; with the farthest that is allowed, where that is near.
    case far(kilometres: Double, allowed: Double?)
    /// One end exists only if a project that is not decided is built.
    case proposed(Reference<Project>)
    /// The quantities are not measured or declared; nil: nobody says how they came to be known.
    case unsure(Basis?)
    /// A quantity is typical of the type of firm, and nobody declared it: its range, in the resource's unit, and whose it is.
    case typical(Reference<Resource>, low: Double, high: Double, isGiver: Bool)
    /// A rise of the costs of moving and taking by this share eats the gain.
    case thin(share: Double)
    /// By itself it brings nothing: it pays by what it lets others do.
    case noOwnGain

    /// From where on a fact counts as an obstacle.
    enum Threshold {
        /// Of a quality limit.
        static let nearLimit = 0.95
        /// Of what a taker needs, from one giver.
        static let singleGiver = 0.5
        /// Of the farthest distance that a mode or resource allows; and without any, km.
        static let farShare = 0.8, farKilometres = 50.0
        /// Of the cost of moving and taking.
        static let thin = 0.25
    }
}

extension Ledger {
    /// What could block an exchange, the weightiest first.
    func obstacles(_ exchange: PlannedExchange) -> [Obstacle] {
        var found: [Obstacle] = []
        if tables.resources[exchange.resource].hazardous { found.append(.hazardous) }
        found += nearLimits(exchange)
        let projects = Set([exchange.from, exchange.to].compactMap(project)).filter { tables.projects[$0].status != .committed }
        found += projects.sorted { tables.projects[$0].id < tables.projects[$1].id }.map(Obstacle.proposed)
        found += [contract(exchange), gain(exchange), distance(exchange), singleGiver(exchange)].compactMap(\.self)
        let typical = typical(exchange)
        guard typical.isEmpty else { return found + typical }
        let basis = basis(exchange)
        if basis != .measured, basis != .declared { found.append(.unsure(basis)) }
        return found
    }

    private func typical(_ exchange: PlannedExchange) -> [Obstacle] {
        let given = Stream(party: exchange.from, resource: exchange.resource)
        let taken = Stream(party: exchange.to, resource: exchange.asResource)
        return [(outputs[given] ?? [], exchange.resource, true), (needs[taken] ?? [], exchange.asResource, false)].compactMap {
            rows, resource, isGiver in
            rows.compactMap(\.estimate).first.map { .typical(resource, low: $0.low, high: $0.high, isGiver: isGiver) }
        }
    }

    private func contract(_ exchange: PlannedExchange) -> Obstacle? {
        // Within one firm, as with a plant of its own, nobody signs anything.
        guard host(exchange.from) == nil || host(exchange.from) != host(exchange.to) else { return nil }
        guard let contract = contracts[Link(from: exchange.from, to: exchange.to, resource: exchange.resource)] else { return .noContract }
        return contract.status == .running ? nil : .notRunning(contract.status)
    }

    private func gain(_ exchange: PlannedExchange) -> Obstacle? {
        guard exchange.gain > 0 else { return .noOwnGain }
        guard exchange.cost > 0, exchange.gain < Obstacle.Threshold.thin * exchange.cost else { return nil }
        return .thin(share: exchange.gain / exchange.cost)
    }

    private func distance(_ exchange: PlannedExchange) -> Obstacle? {
        let allowed = [
            exchange.mode.flatMap { tables.modes[$0].maximumKilometres }, tables.resources[exchange.resource].maximumKilometres,
        ].compactMap(\.self).min()
        if let allowed, exchange.kilometres >= Obstacle.Threshold.farShare * allowed {
            return .far(kilometres: exchange.kilometres, allowed: allowed)
        }
        return exchange.kilometres >= Obstacle.Threshold.farKilometres ? .far(kilometres: exchange.kilometres, allowed: nil) : nil
    }

    private func singleGiver(_ exchange: PlannedExchange) -> Obstacle? {
        let stream = Stream(party: exchange.to, resource: exchange.asResource)
        let givers = Set((arrivals[stream] ?? []).map { outcome.exchanges[$0].from })
        guard givers.count == 1, let demanded = demanded[stream], demanded > 0 else { return nil }
        let delivered = (arrivals[stream] ?? []).reduce(0) { $0 + outcome.exchanges[$1].delivered }
        return delivered >= Obstacle.Threshold.singleGiver * demanded ? .singleGiver(share: min(delivered / demanded, 1)) : nil
    }

    /// Limits of the taker that the mixture which arrives comes near, by the rule of mixtures of the model: what arrives by exchange less
    /// its losses, and what is bought new; a virgin value that is not given is taken to meet the limit exactly.
    private func nearLimits(_ exchange: PlannedExchange) -> [Obstacle] {
        let stream = Stream(party: exchange.to, resource: exchange.asResource)
        let bought = bought[stream] ?? 0
        return (limits[stream] ?? []).flatMap { limit -> [Obstacle] in
            let own = values[Stream(party: exchange.from, resource: exchange.resource)]?[limit.property]
            return [(limit.maximum, true), (limit.minimum, false)].compactMap { bound, isMaximum in
                guard let bound, bound > 0, let own, isMaximum ? own > bound : own < bound else { return nil }
                var amount = bought, sum = bought * (virginValues[exchange.asResource]?[limit.property] ?? bound)
                for index in arrivals[stream] ?? [] {
                    let arrival = outcome.exchanges[index]
                    let arrived = arrival.quantity * (1 - loss(arrival))
                    amount += arrived
                    sum += arrived * (values[Stream(party: arrival.from, resource: arrival.resource)]?[limit.property] ?? bound)
                }
                guard amount > 0 else { return nil }
                let share = isMaximum ? sum / amount / bound : bound / max(sum / amount, .leastNormalMagnitude)
                return share >= Obstacle.Threshold.nearLimit ? .nearLimit(limit.property, share: share, isMaximum: isMaximum) : nil
            }
        }
    }

    private func loss(_ exchange: PlannedExchange) -> Double {
        min(1, (exchange.mode.map { tables.modes[$0].lossPerKilometre } ?? 0) * exchange.kilometres)
    }
}
