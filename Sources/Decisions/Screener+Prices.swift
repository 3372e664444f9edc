// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// At which prices a project still comes out even.
extension Screener {
    /// The stream that the project takes in first of all, and the one that it gives: the most valuable in the plan.
    ///
    /// What is taken in counts by what it would cost new and by the gain of its exchanges; what is given by what it sells for and by the gain of
    /// its exchanges. Where nothing has a value, the largest quantity decides.
    func mainStreams(_ outcome: Outcome, _ parties: Set<Party>) -> (input: MainStream?, output: MainStream?) {
        let tables = scenario.tables
        var gains: [MainKey: Double] = [:]
        for exchange in outcome.exchanges where parties.contains(exchange.from) != parties.contains(exchange.to) {
            let gives = parties.contains(exchange.from)
            let key = MainKey(
                party: gives ? exchange.from : exchange.to, resource: gives ? exchange.resource : exchange.asResource, isSupply: gives)
            gains[key, default: 0] += max(0, exchange.gain)
        }
        var best: [Bool: (stream: MainStream, value: Double)] = [:]
        func offer(_ row: StreamProspect.Row, _ key: MainKey, _ quantity: Double, exchanged: Double, price: Double) {
            let isUsed = key.isSupply ? quantity > 0 : exchanged > 0
            guard isUsed else { return }
            let value = (gains[key] ?? 0) + max(0, price) * quantity
            let stream = MainStream(row: row, party: key.party, resource: key.resource, isSupply: key.isSupply, quantity: quantity)
            guard let old = best[key.isSupply] else { return best[key.isSupply] = (stream, value) }
            if (old.value, old.stream.quantity) < (value, quantity) { best[key.isSupply] = (stream, value) }
        }
        for planned in outcome.needs {
            let need = tables.needs[planned.need], key = MainKey(party: .firm(need.firm), resource: need.resource, isSupply: false)
            guard parties.contains(key.party) else { continue }
            offer(.need(planned.need), key, planned.quantity, exchanged: planned.secondary, price: 0)
        }
        for planned in outcome.outputs {
            let output = tables.outputs[planned.output], key = MainKey(party: .firm(output.firm), resource: output.resource, isSupply: true)
            guard parties.contains(key.party) else { continue }
            let price = -(output.disposalCost ?? tables.resources[output.resource].disposalCost)
            offer(.output(planned.output), key, planned.quantity, exchanged: planned.exchanged, price: price)
        }
        for planned in outcome.processFlows {
            let flow = tables.processFlows[planned.flow]
            let key = MainKey(party: .process(flow.process), resource: flow.resource, isSupply: flow.role == .output)
            guard parties.contains(key.party) else { continue }
            let sale = -(flow.disposalCost ?? tables.resources[flow.resource].disposalCost)
            let price = key.isSupply ? sale : 0
            offer(.flow(planned.flow), key, planned.quantity, exchanged: planned.exchanged, price: price)
        }
        return (best[false]?.stream, best[true]?.stream)
    }

    private struct MainKey: Hashable { var party: Party, resource: Reference<Resource>, isSupply: Bool }

    /// The margin of each main stream: what it may be dearer, or earn less, until using it adds nothing.
    ///
    /// The gain is convex in the margin and piecewise linear, so that the tangent is nowhere above it and Newton's method comes to the foot from
    /// the left in a few solves.
    mutating func prices(
        _ project: Reference<Project>, _ parties: Set<Party>, _ declared: PlanValue, _ streams: (input: MainStream?, output: MainStream?)
    ) throws(ScreeningFailure) -> [EvenPrice] {
        var prices: [EvenPrice] = []
        for stream in [streams.input, streams.output].compactMap({ $0 }) {
            guard let without = try value(tables(without: stream), [project], from: declared.start) else { continue }
            // Fixed costs go on without the stream: the project adds nothing before it stands still.
            let floor = max(0, added(without)), tolerance = 10 * gainTolerance
            var margin = 0.0, step = added(declared) - floor, quantity = used(stream, declared)
            guard step > tolerance, quantity > 0 else { continue }
            for _ in 0..<40 where step > tolerance && quantity > 0 {
                margin += step / quantity
                guard let point = try value(tables(charging: margin, on: stream), [project], from: declared.start) else { break }
                (step, quantity) = (added(point) - floor, used(stream, point))
            }
            prices.append(
                EvenPrice(stream: stream, margin: margin, reference: reference(stream), endsProject: floor <= tolerance))
        }
        return prices
    }

    /// What the margin is paid on in a plan: of a firm's stream what is exchanged, of a process's all of it.
    private func used(_ stream: MainStream, _ value: PlanValue) -> Double { value.quantity(of: stream.row) ?? 0 }

    /// The tables in which the stream costs `margin` more a unit.
    private func tables(charging margin: Double, on stream: MainStream) -> Tables {
        var tables = scenario.tables
        switch stream.row {
        case .need(let need): tables.needs[Int(need.position)].handlingCost += margin
        case .output(let output): tables.outputs[Int(output.position)].supplyCost += margin
        case .flow(let flow):
            let row = tables.processFlows[flow]
            tables.processes[Int(row.process.position)].cost += margin * row.perActivity
        }
        return tables
    }

    /// The tables without the stream, or without the process that cannot do without it.
    private func tables(without stream: MainStream) -> Tables {
        var tables = scenario.tables
        switch stream.row {
        case .need(let need): tables.needs[Int(need.position)].maximumSecondaryShare = 0
        case .output(let output): tables.outputs[Int(output.position)].quantity = 0
        case .flow(let flow): tables.processes[Int(tables.processFlows[flow].process.position)].capacity = 0
        }
        return tables
    }

    /// What a unit costs new, or sells for elsewhere.
    private func reference(_ stream: MainStream) -> Double? {
        let tables = scenario.tables, resource = tables.resources[stream.resource]
        switch stream.row {
        case .need(let need): return tables.needs[need].virginPrice ?? resource.virginPrice
        case .output(let output):
            let cost = tables.outputs[output].disposalCost ?? resource.disposalCost
            return cost < 0 ? -cost : nil
        case .flow(let flow):
            let row = tables.processFlows[flow]
            if row.role == .input { return row.virginPrice }
            let cost = row.disposalCost ?? resource.disposalCost
            return cost < 0 ? -cost : nil
        }
    }
}
