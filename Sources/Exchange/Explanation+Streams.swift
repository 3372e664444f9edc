// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
public import Scenario

extension Explanation {
    /// What becomes of the outputs and needs of a party and of the plants at it: outputs before needs, by owner, resource and period.
    ///
    /// - Parameter alternatives: how many candidates that carry nothing are told of each stream; nil for all.
    public func streams(of party: Party, alternatives limit: Int?) throws(SolverFailure) -> [ExplainedStream] {
        let household = household(of: party), judge = PairJudge(network)
        let supplies = network.supplies.indices.filter { household.contains(network.supplies[$0].party) }
        let demands = network.demands.indices.filter { household.contains(network.demands[$0].party) }
        var ofSupply: [Int: [Int]] = [:], ofDemand: [Int: [Int]] = [:]
        for (index, candidate) in planner.candidates.enumerated() {
            let (supply, demand) = (Int(candidate.supply), Int(candidate.demand))
            if household.contains(network.supplies[supply].party) { ofSupply[supply, default: []].append(index) }
            if household.contains(network.demands[demand].party) { ofDemand[demand, default: []].append(index) }
        }
        var streams: [ExplainedStream] = []
        let face = face, relief = QualityRelief(self)
        func add(_ stream: ExplainedStream, _ indices: [Int], _ pairs: some Sequence<(Int, Int)>) throws(SolverFailure) {
            var stream = stream
            addExchanges(&stream, indices)
            count(&stream, pairs, judge)
            if hasPrices {
                stream.alternatives = try nearest(indices, limit: limit, face, relief)
                if stream.rest > 0 { stream.reason = reason(indices, relief, excluded: stream.excluded.map(\.code)) }
            }
            streams.append(stream)
        }
        for index in supplies {
            try add(stream(ofSupply: index), ofSupply[index] ?? [], network.demands.indices.lazy.map { (index, $0) })
        }
        for index in demands {
            try add(stream(ofDemand: index), ofDemand[index] ?? [], network.supplies.indices.lazy.map { ($0, index) })
        }
        return sorted(streams)
    }

    private func sorted(_ streams: [ExplainedStream]) -> [ExplainedStream] {
        func key(_ stream: ExplainedStream) -> [String] {
            [stream.isSupply ? "0" : "1", tables.id(of: stream.party), tables.resources[stream.resource].id]
        }
        let keyed = streams.enumerated().map { (key: key($0.element), offset: $0.offset, stream: $0.element) }
        return keyed.sorted { $0.key == $1.key ? $0.offset < $1.offset : $0.key.lexicographicallyPrecedes($1.key) }.map(\.stream)
    }

    /// A supply with its figures of the plan.
    func stream(ofSupply index: Int) -> ExplainedStream {
        let supply = network.supplies[index]
        var stream = ExplainedStream(
            isSupply: true, party: supply.party, resource: supply.resource, period: network.periods[supply.period],
            quantity: supply.quantity, exchanged: 0, rest: 0, isSold: supply.isSoldOutside)
        guard !values.isEmpty else { return stream }
        stream.quantity = formulation.quantity(of: supply, values)
        stream.rest = values[formulation.disposal[index]]
        if !network.stores.isEmpty {
            let storing = formulation.storing(values)[index]
            stream.stored = storing.put - storing.taken
        }
        return stream
    }

    /// A demand with its figures of the plan.
    func stream(ofDemand index: Int) -> ExplainedStream {
        let demand = network.demands[index]
        var stream = ExplainedStream(
            isSupply: false, party: demand.party, resource: demand.resource, period: network.periods[demand.period],
            quantity: demand.quantity,
            exchanged: 0, rest: 0)
        guard !values.isEmpty else { return stream }
        stream.quantity = formulation.quantity(of: demand, values)
        if formulation.purchase[index] >= 0 { stream.rest = values[formulation.purchase[index]] }
        return stream
    }

    private func addExchanges(_ stream: inout ExplainedStream, _ indices: [Int]) {
        for index in indices where isUsed(index) {
            let candidate = planner.candidates[index]
            let exchange = planner.exchange(candidate, network.terms(of: candidate), values[column(index)])
            stream.exchanges.append(exchange)
            stream.exchanged += stream.isSupply ? exchange.quantity : exchange.delivered
        }
        stream.exchanges.sort {
            ($1.gain, tables.id(of: $0.from), tables.id(of: $0.to)) < ($0.gain, tables.id(of: $1.from), tables.id(of: $1.to))
        }
    }

    /// Counts the pairs of a stream that are no candidates; those that share no resource are no pairs.
    private func count(_ stream: inout ExplainedStream, _ pairs: some Sequence<(Int, Int)>, _ judge: PairJudge) {
        var counts: [String: (example: Obstacle, pairs: Int)] = [:]
        for (supply, demand) in pairs where judge.isMatch(supply, demand) {
            guard network.supplies[supply].period == network.demands[demand].period else { continue }
            guard let obstacle = judge.judge(supply, demand).obstacle else { continue }
            counts[obstacle.code, default: (obstacle, 0)].pairs += 1
        }
        stream.excluded = counts.map { (code: $0.key, example: $0.value.example, pairs: $0.value.pairs) }.sorted {
            ($1.pairs, $0.code) < ($0.pairs, $1.code)
        }
    }
}
