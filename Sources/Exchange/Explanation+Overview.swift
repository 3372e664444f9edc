// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
public import Scenario

/// What of a resource is still disposed of or sold outside, or still bought, over the whole plan, and why.
public struct ExplainedRest: Sendable {
    /// The resource, and whether it is what is given off that is meant.
    public var resource: Reference<Resource>, isSupply: Bool
    /// Of what is given off: whether these are the outputs that earn money outside the plan; their rest is sold and not thrown away.
    public var isSold = false
    /// All of it in a year, what is exchanged, and the rest; in the resource's unit.
    public var quantity: Double, exchanged: Double, rest: Double
    /// Of what is given: what went into storages net of what came out, which over a year is what storing lost:
    /// quantity = exchanged + rest + stored.
    public var stored = 0.0
    /// Per reason, how many outputs or needs and how much, the largest first.
    public var reasons: [(reason: RestReason, streams: Int, quantity: Double)] = []
}

/// What keeps a plan from exchanging more.
public struct ExplainedPlan: Sendable {
    /// Per resource what is still disposed of and what is sold outside, then what is still bought, by id.
    public var rests: [ExplainedRest] = []
    /// Candidates that carry nothing although their giver still disposes of something, the nearest to paying first.
    public var nearest: [Alternative] = []
    /// How many candidates carry nothing, and how many of them would neither cost nor save at the prices of the plan.
    public var unused = 0, ties = 0
    /// The limits that hold the plan back, the most worth first.
    public var limits: [BindingLimit] = []
}

extension Explanation {
    /// What keeps the plan from exchanging more; firms' outputs and needs, not what plants give off and take in.
    ///
    /// - Parameter limit: how many candidates are told; nil for all.
    public func overview(nearest limit: Int?) throws(SolverFailure) -> ExplainedPlan {
        var plan = ExplainedPlan()
        guard hasPrices else { return plan }
        var ofSupply = [Best](repeating: Best(), count: network.supplies.count)
        var ofDemand = [Best](repeating: Best(), count: network.demands.count)
        var given = [Double](repeating: 0, count: network.supplies.count), taken = [Double](repeating: 0, count: network.demands.count)
        var open: [(index: Int, share: Double)] = []
        let relief = QualityRelief(self)
        for (index, candidate) in planner.candidates.enumerated() {
            let supply = Int(candidate.supply), demand = Int(candidate.demand), amount = values[column(index)]
            given[supply] += amount
            if amount > 0 { taken[demand] += amount * network.terms(of: candidate).delivered }
            guard !isSwitchedOff(index) else {
                ofSupply[supply].isLeftOff = true
                ofDemand[demand].isLeftOff = true
                if amount == 0 { plan.unused += 1 }
                continue
            }
            let price = solved.held.price(of: column(index), duals)
            let reduced = abs(price.value) <= 1e-9 * price.scale ? 0 : price.value
            if amount == 0, formulation.mostDispatched(candidate) <= 0 { continue }
            if let kind = relief.blocking(index) {
                (ofSupply[supply].blocked, ofDemand[demand].blocked) = (kind, kind)
                plan.unused += 1
                continue
            }
            ofSupply[supply].offer(index, amount > 0 ? -1 : reduced)
            ofDemand[demand].offer(index, amount > 0 ? -1 : reduced)
            guard amount == 0 else { continue }
            plan.unused += 1
            if reduced == 0 { plan.ties += 1 }
            if reduced > 0, values[formulation.disposal[supply]] > 0 { open.append((index, reduced / price.scale)) }
        }
        plan.rests = rests(ofSupply, ofDemand, given, taken)
        if limit != nil {
            let best = Set(bestOfPairs(open.map(\.index), joinedBy: planner.candidates.indices.filter(isUsed)))
            open.removeAll { !best.contains($0.index) }
        }
        open.sort { ($0.share, $0.index) < ($1.share, $1.index) }
        // Those that no plan has room for are not near to anything.
        let face = face, asked = open.prefix(limit.map { $0 + Self.sparedAlternatives } ?? open.count)
        let told = try exact(asked.map { alternative($0.index) }, face, relief)
        plan.nearest = Array(told.filter { $0.reducedCost.isFinite }.prefix(limit ?? told.count))
        plan.limits = try limits(face)
        return plan
    }

    /// Why there is a rest, from a stream's candidates; where it has none, from the rules that keep its pairs apart, the most frequent first.
    func reason(_ indices: [Int], _ relief: QualityRelief, excluded: [String]) -> RestReason {
        var best = Best()
        for index in indices {
            if isSwitchedOff(index) { best.isLeftOff = true; continue }
            if !isUsed(index), formulation.mostDispatched(planner.candidates[index]) <= 0 { continue }
            if let kind = relief.blocking(index) { best.blocked = kind; continue }
            best.offer(index, isUsed(index) ? -1 : solved.held.reducedCost(of: column(index), duals))
        }
        return reason(best) { excluded.lazy.compactMap(Exclusion.init(rawValue:)).first }
    }

    private func reason(_ best: Best, _ exclusion: () -> Exclusion?) -> RestReason {
        if let index = best.index { return .short(split(index, at: duals).shortfall) }
        if best.isLeftOff { return .short(.leftOff) }
        if let kind = best.blocked { return .short(.noRoom(kind)) }
        return exclusion().map { .excluded($0) } ?? .nobody
    }

    private func rests(_ ofSupply: [Best], _ ofDemand: [Best], _ given: [Double], _ taken: [Double]) -> [ExplainedRest] {
        let finder = CandidateFinder(network), givers = finder.givers
        var supplies = RestSum(isSupply: true), demands = RestSum(isSupply: false)
        let storing = network.stores.isEmpty ? [] : formulation.storing(values)
        for (index, supply) in network.supplies.enumerated() where !supply.isOfProcess {
            let rest = values[formulation.disposal[index]], stored = storing.isEmpty ? 0 : storing[index].put - storing[index].taken
            supplies.add(supply.resource, isSold: supply.isSoldOutside, supply.quantity, given[index], rest, stored: stored) {
                reason(ofSupply[index]) { finder.exclusions(ofSupply: index).byPairs.first?.rule }
            }
        }
        for (index, demand) in network.demands.enumerated() where !demand.isOfProcess {
            let rest = formulation.purchase[index] >= 0 ? values[formulation.purchase[index]] : 0
            demands.add(demand.resource, demand.quantity, taken[index], rest) {
                reason(ofDemand[index]) { finder.exclusions(ofDemand: index, from: givers).byPairs.first?.rule }
            }
        }
        return supplies.sorted(by: tables) + demands.sorted(by: tables)
    }
}

/// The candidate of a stream that is nearest to carrying more: one of the plan, else the one that lacks least.
private struct Best {
    private(set) var index: Int?
    var isLeftOff = false
    /// A quality limit that candidates break, whatever else arrives.
    var blocked: CostTerm.Kind?
    private var cost = Double.infinity

    mutating func offer(_ index: Int, _ cost: Double) { if cost < self.cost { (self.index, self.cost) = (index, cost) } }
}

/// Adds up rests by resource and reason.
private struct RestSum {
    let isSupply: Bool
    private var rests: [Key: ExplainedRest] = [:]

    private struct Key: Hashable { var resource: Reference<Resource>, isSold: Bool }

    init(isSupply: Bool) { self.isSupply = isSupply }

    mutating func add(
        _ resource: Reference<Resource>, isSold: Bool = false, _ quantity: Double, _ exchanged: Double, _ rest: Double,
        stored: Double = 0,
        _ reason: () -> RestReason
    ) {
        let key = Key(resource: resource, isSold: isSold)
        var sum =
            rests[key] ?? ExplainedRest(resource: resource, isSupply: isSupply, isSold: isSold, quantity: 0, exchanged: 0, rest: 0)
        sum.quantity += quantity
        sum.exchanged += exchanged
        sum.rest += rest
        sum.stored += stored
        if rest > 0 {
            let why = reason()
            if let index = sum.reasons.firstIndex(where: { $0.reason == why }) {
                sum.reasons[index].streams += 1
                sum.reasons[index].quantity += rest
            } else {
                sum.reasons.append((why, 1, rest))
            }
        }
        rests[key] = sum
    }

    func sorted(by tables: Tables) -> [ExplainedRest] {
        let shown = rests.values.filter { $0.quantity > 0 }
        let ids = { (rest: ExplainedRest) in [tables.resources[rest.resource].id, rest.isSold ? "1" : "0"] }
        return shown.sorted { ids($0).lexicographicallyPrecedes(ids($1)) }.map { rest in
            var rest = rest
            rest.reasons = rest.reasons.enumerated().sorted { ($1.element.quantity, $0.offset) < ($0.element.quantity, $1.offset) }.map(
                \.element)
            return rest
        }
    }
}
