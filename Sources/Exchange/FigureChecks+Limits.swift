// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FigureChecks {
    /// Routes that are too small for what has no other way.
    mutating func checkRoutes() {
        guard tables.routes.contains(where: { $0.capacity != nil && $0.isOpen }) else { return }
        // What contracts bring may serve the needs, so that the two do not add up.
        let obliged = zip(promisedByRoute(), neededByRoute()).map { max($0, $1) }
        for reference in tables.routes.references {
            let route = tables.routes[reference], obliged = obliged[Int(reference.position)]
            guard let capacity = route.capacity, route.isOpen, let mode = route.mode, exceeds(obliged, capacity) else { continue }
            let ends = names(of: route)
            report(
                .routeTooSmall(
                    from: ends.from, to: ends.to, mode: tables.modes[mode].id, obliged: obliged, capacity: capacity,
                    unit: tables.modes[mode].unit), .routes, route.provenance, "capacity")
        }
    }

    /// The row of `routes` that all of some ways take; nil where there are several or none.
    private func onlyRoute(_ ways: [Int]) -> Int? {
        guard let first = ways.first.flatMap({ candidates[$0].route }), ways.allSatisfy({ candidates[$0].route == first }) else {
            return nil
        }
        return Int(first.position)
    }

    /// Per row of `routes`, in its mode's unit, what contracts oblige to send by it.
    private func promisedByRoute() -> [Double] {
        var sums = [Double](repeating: 0, count: tables.routes.count)
        for obligation in obligations {
            guard let route = onlyRoute(obligation.ways) else { continue }
            sums[route] += obligation.least * (obligation.ways.map { terms[$0].modeUnits }.min() ?? 0)
        }
        return sums
    }

    /// Per row of `routes`, in its mode's unit, what needs that cannot be bought must get by it.
    private func neededByRoute() -> [Double] {
        var sums = [Double](repeating: 0, count: tables.routes.count)
        for index in network.demands.indices where unbought(index) != nil {
            guard let route = onlyRoute(waysOfDemand[index]) else { continue }
            let perUnit = waysOfDemand[index].map { terms[$0].modeUnits / terms[$0].delivered }.min() ?? 0
            sums[route] += network.demands[index].quantity * perUnit
        }
        return sums
    }

    private func names(of route: Route) -> (from: String, to: String) {
        switch route.ends {
        case .firms(let from, let to): (tables.firms[from].id, tables.firms[to].id)
        case .parks(let from, let to): (tables.parks[from].id, tables.parks[to].id)
        }
    }

    /// Limits of needs that nothing within reach can keep.
    mutating func checkQualities() {
        for index in network.demands.indices where !network.demands[index].limits.isEmpty {
            // What can be bought breaks a limit only if a contract makes it.
            guard !obligations.isEmpty || unbought(index) != nil else { continue }
            for limit in network.demands[index].limits {
                for side in sides(of: limit) {
                    checkReachOfQuality(index, side)
                    checkContractQuality(index, side)
                }
            }
        }
    }

    /// One side of a row of limits, turned so that a larger excess is always worse.
    struct Side {
        var quality: Quality
        var limit: Double, isMost: Bool

        func excess(of value: Double) -> Double { isMost ? value - limit : limit - value }
        var fact: UnmetFault.QualityLimit { isMost ? .most(limit) : .least(limit) }
        var column: String { isMost ? "max" : "min" }
        /// An excess that rounding does not explain.
        func isBroken(by excess: Double) -> Bool { excess > 1e-6 * max(1, abs(limit)) }
    }

    func sides(of limit: Reference<Quality>) -> [Side] { FigureChecks.sides(of: tables.qualities[limit]) }

    private static func sides(of quality: Quality) -> [Side] {
        return [
            quality.maximum.map { Side(quality: quality, limit: $0, isMost: true) },
            quality.minimum.map { Side(quality: quality, limit: $0, isMost: false) },
        ].compactMap(\.self)
    }

    /// The smallest excess among all that could be had by exchange, and the value that has it.
    func best(ofDemand index: Int, _ side: Side) -> (excess: Double, value: Double)? {
        let values = waysOfDemand[index].compactMap { network.supplies[Int(candidates[$0].supply)].qualities[side.quality.property] }
        return values.map { (side.excess(of: $0), $0) }.min { $0.0 < $1.0 }
    }

    private mutating func checkReachOfQuality(_ index: Int, _ side: Side) {
        guard let need = unbought(index), let best = best(ofDemand: index, side), side.isBroken(by: best.excess) else { return }
        let property = tables.properties[side.quality.property]
        report(
            .qualityOutOfReach(
                firm: tables.firms[need.firm].id, resource: resource(ofDemand: index).id, property: property.id, unit: property.unit,
                limit: side.fact, best: best.value), .qualities, side.quality.provenance, side.column)
    }

    /// What contracts oblige a need to take, against the best that could fill the rest of it.
    ///
    /// Of what breaks the limit, Σ (1 − loss)(q − max) x is at least that of the least amounts. The rest of the need can make up for
    /// at most (max − q) / ratio per unit delivered, with the best q within reach, the virgin resource among them where its value is known.
    private mutating func checkContractQuality(_ index: Int, _ side: Side) {
        guard case .need = network.demands[index].origin else { return }
        var obliged = 0.0, taken = 0.0, worst: (excess: Double, value: Double, obligation: Obligation)?
        for obligation in obligations where network.periods.count == 1 && onlyDemand(obligation) == index {
            guard let supply = obligation.supply, let value = network.supplies[supply].qualities[side.quality.property] else { continue }
            let excess = side.excess(of: value)
            guard side.isBroken(by: excess) else { continue }
            let arriving = obligation.least * (obligation.ways.map { 1 - terms[$0].loss }.min() ?? 0)
            obliged += arriving * network.mixedAmount(of: supply, at: index) * excess
            taken += leastDelivered(obligation)
            if excess > worst?.excess ?? 0 { worst = (excess, value, obligation) }
        }
        let rest = max(0, network.demands[index].quantity - taken)
        guard let worst, exceeds(obliged, relief(ofDemand: index, side) * rest) else { return }
        let property = tables.properties[side.quality.property]
        report(
            .contractsBreakQuality(
                taker: id(of: network.demands[index].party), resource: resource(ofDemand: index).id, property: property.id,
                unit: property.unit, limit: side.fact, worst: worst.value), .contracts,
            tables.contracts[worst.obligation.contract].provenance,
            "min")
    }

    /// The most by which one unit delivered can make up for what breaks a limit.
    private func relief(ofDemand index: Int, _ side: Side) -> Double {
        var most = 0.0
        for way in waysOfDemand[index] {
            let supply = Int(candidates[way].supply)
            guard let value = network.supplies[supply].qualities[side.quality.property] else { continue }
            let ratio = candidates[way].substitution.map { tables.substitutions[$0].ratio } ?? 1
            most = max(most, -side.excess(of: value) * network.mixedAmount(of: supply, at: index) / ratio)
        }
        guard network.demands[index].virginPrice != nil,
            let virgin = network.virginQuality(network.demands[index].resource, side.quality.property)
        else { return most }
        return max(most, -side.excess(of: virgin))
    }
}

extension FigureChecks {
    /// Needs that may buy a virgin resource which breaks their limit.
    static func demandsBrokenByVirgin(_ network: Network) -> [Int] {
        guard network.virginQualities.contains(where: { !$0.isEmpty }) else { return [] }
        return network.demands.indices.filter { index in
            guard network.demands[index].virginPrice != nil, !network.demands[index].limits.isEmpty, network.demands[index].quantity > 0,
                case .need = network.demands[index].origin
            else { return false }
            return network.demands[index].limits.contains { limit in
                let quality = network.scenario.tables.qualities[limit]
                guard let value = network.virginQuality(network.demands[index].resource, quality.property) else { return false }
                return sides(of: quality).contains { $0.isBroken(by: $0.excess(of: value)) }
            }
        }
    }

    /// Needs that may buy a virgin resource which breaks their limit, and that no exchange within reach could serve instead.
    static func virginFaults(_ network: Network, _ candidates: [Candidate]) -> [Fault] {
        // Most scenarios have no such need, and then what the checks need is not worked out.
        let broken = demandsBrokenByVirgin(network), isBroken = Set(broken.map { Int32($0) })
        guard !broken.isEmpty else { return [] }
        var checks = FigureChecks(network, candidates.filter { isBroken.contains($0.demand) })
        for index in broken { checks.checkVirgin(index) }
        return checks.faults
    }

    private mutating func checkVirgin(_ index: Int) {
        let demand = network.demands[index]
        for side in demand.limits.flatMap({ sides(of: $0) }) {
            guard let value = network.virginQuality(demand.resource, side.quality.property), side.isBroken(by: side.excess(of: value)),
                side.isBroken(by: best(ofDemand: index, side)?.excess ?? .infinity)
            else { continue }
            let property = tables.properties[side.quality.property]
            report(
                .virginBeyondMending(
                    firm: id(of: demand.party), resource: resource(ofDemand: index).id, property: property.id, unit: property.unit,
                    limit: side.fact, value: value), .qualities, side.quality.provenance, side.column)
        }
    }
}
