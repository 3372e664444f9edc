// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// The wastewater of a subject that ends up meeting a need, between two functions of the plan that are linear in it (see ``WaterTracing``).
///
/// Whose water it is that a plant hands on is a mixture's share, which is not linear. But where all the water that a group of plants can take
/// in comes from the subject, and none is bought, all that the group hands on to needs is the subject's: each plant's share of what it takes
/// in, followed from plant to plant, adds up to just that, over what arrives of a cubic metre on the way to it. Where ways to a plant lose
/// different shares, the least and the largest bound the sum.
struct WaterForm {
    private(set) var low: LinearForm, high: LinearForm

    private struct Move { var candidate: Int, from: Int, to: Int, volume: Double, isWaste: Bool, arriving: Double }

    /// Nil where the reuse is not linear: plants that also take in water of others, buy some, hand on more than they take, or feed each other.
    init?(_ planner: Planner, _ parties: Parties, _ members: Set<Int>) {
        let moves = Self.moves(planner, parties), groups = Groups(moves, parties)
        let unclear = Self.unclear(planner, parties, moves, groups)
        let into = Dictionary(grouping: moves.filter { $0.to >= parties.firmCount }, by: \.to)
        var fed: [Int: Set<Bool>] = [:]
        for move in moves where move.to >= parties.firmCount && move.from < parties.firmCount {
            fed[groups.root(move.to), default: []].insert(members.contains(move.from))
        }
        low = LinearForm(constant: 0, weights: [Double](repeating: 0, count: planner.flowColumnCount))
        high = low
        for move in moves where move.to < parties.firmCount && move.isWaste {
            let column = planner.flowColumn(ofCandidate: move.candidate)
            if move.from < parties.firmCount {
                guard members.contains(move.from) else { continue }
                low.weights[column] += move.volume
                high.weights[column] += move.volume
                continue
            }
            let group = groups.root(move.from)
            switch fed[group] {
            // Nobody's water, or only that of others.
            case nil, [false]: continue
            case [true] where !unclear.contains(group):
                guard let range = Self.given(perHandedOnBy: move.from, into, parties.firmCount, depth: 0) else { return nil }
                low.weights[column] += move.volume * range.lowerBound
                high.weights[column] += move.volume * range.upperBound
            default: return nil
            }
        }
    }

    /// m3 in a unit of a water; nil for what is none.
    private static func volume(_ reference: Reference<Resource>, _ tables: Tables) -> Double? {
        let resource = tables.resources[reference]
        return resource.kind == .water ? resource.unit.convert(1, to: .cubicMetre) : nil
    }

    /// Every candidate that moves water.
    private static func moves(_ planner: Planner, _ parties: Parties) -> [Move] {
        let network = planner.network, tables = parties.tables
        return planner.candidates.enumerated().compactMap { index, candidate in
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            guard let given = volume(supply.resource, tables) else { return nil }
            let from = parties.index(supply.party)
            let arriving = (volume(demand.resource, tables) ?? 0) * network.terms(of: candidate).delivered
            return Move(
                candidate: index, from: from, to: parties.index(demand.party), volume: given,
                isWaste: from >= parties.firmCount || tables.resources[supply.resource].carrier == .wastewater, arriving: arriving / given)
        }
    }

    /// The groups with a plant that buys water, takes in some that is no wastewater, or hands on more than it takes in.
    private static func unclear(_ planner: Planner, _ parties: Parties, _ moves: [Move], _ groups: Groups) -> Set<Int> {
        var unclear: Set<Int> = [], taken: [Int: Double] = [:], handed = taken
        for supply in planner.network.supplies where supply.period == 0 {
            let party = parties.index(supply.party)
            guard party >= parties.firmCount, let volume = volume(supply.resource, parties.tables) else { continue }
            handed[party, default: 0] += supply.quantity * volume
        }
        for demand in planner.network.demands where demand.period == 0 {
            let party = parties.index(demand.party)
            guard party >= parties.firmCount, let volume = volume(demand.resource, parties.tables) else { continue }
            taken[party, default: 0] += demand.quantity * volume
            if demand.virginPrice != nil { unclear.insert(groups.root(party)) }
        }
        for (plant, volume) in handed where volume > (taken[plant] ?? 0) * (1 + 1e-9) { unclear.insert(groups.root(plant)) }
        for move in moves where move.to >= parties.firmCount && (!move.isWaste || move.arriving <= 0) {
            unclear.insert(groups.root(move.to))
        }
        return unclear
    }

    /// What firms dispatched for a cubic metre that a plant hands on and that is reused; nil where plants feed each other in a ring.
    private static func given(
        perHandedOnBy plant: Int, _ into: [Int: [Move]], _ firmCount: Int, depth: Int
    ) -> ClosedRange<Double>? {
        guard depth <= into.count else { return nil }
        var low = Double.infinity, high = 0.0
        for move in into[plant] ?? [] {
            var before = 1.0...1.0
            if move.from >= firmCount {
                guard let further = given(perHandedOnBy: move.from, into, firmCount, depth: depth + 1) else { return nil }
                before = further
            }
            (low, high) = (min(low, before.lowerBound / move.arriving), max(high, before.upperBound / move.arriving))
        }
        return low <= high ? low...high : nil
    }

    /// Plants that could pass water to each other, in groups.
    private struct Groups {
        private var parents: [Int]

        init(_ moves: [Move], _ parties: Parties) {
            parents = Array(0..<parties.count)
            for move in moves where move.from >= parties.firmCount && move.to >= parties.firmCount {
                let (one, other) = (root(move.from), root(move.to))
                parents[max(one, other)] = min(one, other)
            }
        }

        func root(_ party: Int) -> Int {
            var party = party
            while parents[party] != party { party = parents[party] }
            return party
        }
    }
}
