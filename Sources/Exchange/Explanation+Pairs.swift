// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
internal import MixedInteger
public import Scenario

extension Explanation {
    /// Of one pair so many candidates are asked for their first unit, the nearest to paying first: each takes two more solves.
    private static let mostAsked = 6

    /// A party and, of a firm, the plants that stand at it.
    func household(of party: Party) -> Set<Party> {
        guard case .firm(let firm) = party else { return [party] }
        return Set([party] + network.processes.filter { tables.processes[$0].site == .firm(firm) }.map { .process($0) })
    }

    /// What a giver could pass to a taker, mode by mode, and why it does or does not.
    public func pair(from: Party, to: Party) throws(SolverFailure) -> ExplainedPair {
        let (givers, takers) = (household(of: from), household(of: to)), judge = PairJudge(network)
        let supplies = network.supplies.indices.filter { givers.contains(network.supplies[$0].party) }
        let demands = network.demands.indices.filter { takers.contains(network.demands[$0].party) }
        var pair = ExplainedPair(from: from, to: to), ways: [[Int]: [Int]] = [:]
        for (index, candidate) in planner.candidates.enumerated() {
            guard givers.contains(network.supplies[Int(candidate.supply)].party),
                takers.contains(network.demands[Int(candidate.demand)].party)
            else { continue }
            ways[[Int(candidate.supply), Int(candidate.demand)], default: []].append(index)
        }
        let asked = try Asked(candidates: asked(ways.values.joined()), self)
        var matched: Set<Reference<Resource>> = [], together: Set<[Int32]> = []
        for supply in supplies {
            for demand in demands where judge.isMatch(supply, demand) {
                matched.insert(network.supplies[supply].resource)
                guard network.supplies[supply].period == network.demands[demand].period else { continue }
                together.insert(key(supply, demand))
                pair.matches.append(try match(supply, demand, judge, ways[[supply, demand]] ?? [], asked))
            }
        }
        for supply in supplies {
            for demand in demands where judge.isMatch(supply, demand) && together.insert(key(supply, demand)).inserted {
                pair.matches.append(try match(supply, demand, judge, [], asked))
            }
        }
        func ordered(_ resources: Set<Reference<Resource>>) -> [Reference<Resource>] {
            resources.sorted { tables.resources[$0].id < tables.resources[$1].id }
        }
        pair.unmatched = ordered(Set(supplies.map { network.supplies[$0].resource }).subtracting(matched))
        pair.needs = ordered(Set(demands.map { network.demands[$0].resource }))
        pair.matches = pair.matches.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        return pair
    }

    /// What the candidates of a pair are asked with.
    private struct Asked {
        var candidates: Set<Int>, near: NearPlans?, relief: QualityRelief

        init(candidates: Set<Int>, _ explanation: Explanation) throws(SolverFailure) {
            relief = QualityRelief(explanation)
            near = candidates.isEmpty ? nil : try NearPlans(explanation)
            self.candidates = near == nil ? [] : candidates
        }
    }

    /// The candidates that are asked: those of the plan, and of the others the nearest to paying.
    private func asked(_ indices: some Sequence<Int>) -> Set<Int> {
        guard hasPrices else { return [] }
        let open = indices.filter { !isSwitchedOff($0) && formulation.mostDispatched(planner.candidates[$0]) > 0 }
        let costs = open.map { isUsed($0) ? -1 : solved.held.reducedCost(of: column($0), duals) }
        return Set(open.indices.sorted { (costs[$0], open[$0]) < (costs[$1], open[$1]) }.prefix(Self.mostAsked).map { open[$0] })
    }

    /// What tells a pair of two parties' streams, in whatever period.
    private func key(_ supply: Int, _ demand: Int) -> [Int32] {
        let (given, needed) = (network.supplies[supply], network.demands[demand])
        return [Int32(given.place), given.resource.position, Int32(needed.place), needed.resource.position]
    }

    private func match(
        _ supply: Int, _ demand: Int, _ judge: PairJudge, _ indices: [Int], _ asked: Asked
    ) throws(SolverFailure) -> ExplainedMatch {
        let given = network.supplies[supply], needed = network.demands[demand], judgement = judge.judge(supply, demand)
        let row = tables.substitutions.references.first {
            tables.substitutions[$0].from == given.resource && tables.substitutions[$0].to == needed.resource
        }
        var match = ExplainedMatch(
            from: given.party, to: needed.party, resource: given.resource, asResource: needed.resource, substitution: row,
            period: judgement.obstacle == .period ? nil : network.periods[given.period], obstacle: judgement.obstacle,
            ratio: row.map { tables.substitutions[$0].ratio } ?? 1, given: given.quantity, disposed: 0, needed: needed.quantity, bought: 0,
            isSold: given.isSoldOutside)
        if !values.isEmpty {
            match.given = formulation.quantity(of: given, values)
            match.needed = formulation.quantity(of: needed, values)
            match.disposed = values[formulation.disposal[supply]]
            if formulation.purchase[demand] >= 0 { match.bought = values[formulation.purchase[demand]] }
        }
        for way in judgement.ways {
            if let obstacle = way.obstacle {
                match.ways.append(ExplainedWay(mode: way.mode, kilometres: nil, state: .obstacle(obstacle), split: nil))
            } else if let index = indices.first(where: { planner.candidates[$0].mode == way.mode }) {
                match.ways.append(try explained(index, asked))
            }
        }
        return match
    }

    private func explained(_ index: Int, _ asked: Asked) throws(SolverFailure) -> ExplainedWay {
        let candidate = planner.candidates[index]
        var way = ExplainedWay(mode: candidate.mode, kilometres: candidate.kilometres, state: .nothingToMove, split: nil)
        if hasPrices { way.split = split(index, at: duals) }
        if isUsed(index) {
            let exchange = planner.exchange(candidate, network.terms(of: candidate), values[column(index)])
            way.state = .used(exchange, asked.candidates.contains(index) ? try asked.near?.worth(of: index) : nil)
        } else if isSwitchedOff(index) {
            let choices = choicesLeftOff(index)
            // A plant that could do nothing if it were built is left out for that.
            if !choices.isEmpty { way.state = .leftOff(choices) }
            // Nothing gives what a plant that is not built takes in or gives off a price.
            if isOfUnbuilt(index) { way.split = nil }
        } else if formulation.mostDispatched(candidate) > 0 {
            // What breaks a quality limit by itself need not be tried.
            let blocking = asked.relief.blocking(index), isAsked = asked.candidates.contains(index) && blocking == nil
            let unit = isAsked ? try asked.near?.firstUnit(of: index) : nil
            if let unit { way.split = unit.split }
            way.state = blocking != nil || isAsked && unit == nil ? .noRoom(blocking) : .unused(unit)
        }
        return way
    }

    /// The choices that are off and hold a candidate at nothing.
    func choicesLeftOff(_ index: Int) -> [ChoiceLeftOff] {
        let board = formulation.switchboard, column = column(index)
        return board.choosing.indices.compactMap { position -> ChoiceLeftOff? in
            let s = board.switches[position]
            guard !solved.isOn.isEmpty, !solved.isOn[position],
                (s.members + s.ties).contains(where: { $0.column.position == column })
            else { return nil }
            switch board.choosing[position] {
            case .process(let process): return .process(process, charge: s.charge)
            case .link(let mode, let from, let to, let kilometres):
                let ends = network.ends(from, to)
                return .link(ends.0, ends.1, mode: mode, kilometres: kilometres, charge: s.charge)
            case .route(let route): return .route(route, charge: s.charge)
            case .exchange: return .leastQuantity(s.least)
            case .partners(let one, let two): return .partners(network.party(at: one), network.party(at: two))
            }
        }
    }
}

extension ExplainedMatch {
    /// Those in the plan come first, then candidates by what they lack, then what is none.
    fileprivate var rank: Double {
        ways.reduce(obstacle == nil ? 1e300 : .infinity) { least, way in
            switch way.state {
            case .used: -1
            case .unused, .noRoom, .leftOff, .nothingToMove: min(least, max(0, way.split?.reducedCost ?? 1e299))
            case .obstacle: least
            }
        }
    }
}
