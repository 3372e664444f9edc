// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

extension Explanation {
    /// Of a list so many candidates beyond those shown are looked at exactly, since that can change their order.
    static let sparedAlternatives = 40

    /// A candidate at the prices of the plan.
    func alternative(_ index: Int) -> Alternative {
        let candidate = planner.candidates[index]
        let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
        let split = split(index, at: duals)
        // Nothing gives what a plant that is not built takes in or gives off a price.
        let cost = isOfUnbuilt(index) ? .infinity : split.reducedCost
        return Alternative(
            from: supply.party, to: demand.party, resource: supply.resource, asResource: demand.resource, mode: candidate.mode,
            period: network.periods[supply.period], kilometres: candidate.kilometres, reducedCost: cost,
            shortfall: isSwitchedOff(index) ? .leftOff : split.shortfall, index: index)
    }

    /// What the first unit of each candidate costs: the largest of its reduced costs over all prices that prove the plan, which is exact where the
    /// plan is degenerate. Infinite where no plan has room for it.
    func exactCosts(_ indices: [Int], _ face: DualFace?) throws(SolverFailure) -> [Double] {
        let held = solved.held
        let sums = indices.map { index in
            let entries = held.entries(of: ColumnIndex(column(index))).map {
                DualSum.Term(row: Int(held.rows[$0]), weight: -held.values[$0])
            }
            return DualSum(entries, constant: held.cost[column(index)])
        }
        guard let face else { return sums.map { $0.value(at: duals) } }
        return try face.largest(sums, solver: planner.solver, options: options)
    }

    /// All prices that prove the plan.
    var face: DualFace? {
        guard hasPrices else { return nil }
        return DualFace(of: solved.held, points: [solved.solution.columnValues, values], duals: duals)
    }

    /// The nearest of some candidates to paying, with exact costs, in their order; those that no plan has room for come last.
    ///
    /// - Parameter indices: those that the plan uses among them.
    /// - Parameter limit: how many are wanted, of each pair the best mode, and none of pairs that the plan joins by another one; nil for all.
    func nearest(_ indices: [Int], limit: Int?, _ face: DualFace?, _ relief: QualityRelief) throws(SolverFailure) -> [Alternative] {
        let unused = indices.filter { !isUsed($0) && formulation.mostDispatched(planner.candidates[$0]) > 0 }
        let asked = limit == nil ? unused : bestOfPairs(unused, joinedBy: indices.filter(isUsed))
        let told = try exact(ranked(asked, limit).map(alternative), face, relief)
        let ordered = told.enumerated().sorted { one, other in
            (one.element.isLeftOff ? 1 : 0, one.element.reducedCost, one.offset)
                < (other.element.isLeftOff ? 1 : 0, other.element.reducedCost, other.offset)
        }
        return ordered.prefix(limit ?? ordered.count).map(\.element)
    }

    /// Candidates by what they lack at the prices of the plan; somewhat more than are wanted, since a look at exact costs can change their order.
    private func ranked(_ indices: [Int], _ limit: Int?) -> ArraySlice<Int> {
        let keyed = indices.map { (isOff: isSwitchedOff($0) ? 1 : 0, cost: solved.held.reducedCost(of: column($0), duals), index: $0) }
        let ordered = keyed.sorted { ($0.isOff, $0.cost, $0.index) < ($1.isOff, $1.cost, $1.index) }.map(\.index)
        return ordered.prefix(limit.map { $0 + Self.sparedAlternatives } ?? ordered.count)
    }

    /// Of each pair the candidate that lacks least, unless one of those that the plan uses joins the pair already.
    func bestOfPairs(_ indices: [Int], joinedBy used: [Int]) -> [Int] {
        struct Pair: Hashable { var supply: Int32, demand: Int32 }
        var best: [Pair: (index: Int, cost: Double)] = [:], joined: Set<Pair> = []
        for index in used {
            joined.insert(Pair(supply: planner.candidates[index].supply, demand: planner.candidates[index].demand))
        }
        for index in indices {
            let candidate = planner.candidates[index], pair = Pair(supply: candidate.supply, demand: candidate.demand)
            guard !joined.contains(pair) else { continue }
            let cost = isSwitchedOff(index) ? .infinity : solved.held.reducedCost(of: column(index), duals)
            if let known = best[pair], known.cost <= cost { continue }
            best[pair] = (index, cost)
        }
        return best.values.map(\.index).sorted()
    }

    /// Alternatives with exact costs in place of those at the prices of one solve.
    func exact(_ alternatives: [Alternative], _ face: DualFace?, _ relief: QualityRelief) throws(SolverFailure) -> [Alternative] {
        var told = alternatives
        let open = told.indices.filter { !told[$0].isLeftOff }
        for (position, cost) in zip(open, try exactCosts(open.map { told[$0].index }, face)) {
            let scale = solved.held.price(of: column(told[position].index), duals).scale
            if cost == .infinity {
                (told[position].reducedCost, told[position].shortfall) = (.infinity, .noRoom(relief.blocking(told[position].index)))
            } else if told[position].reducedCost == 0, cost <= 1e-9 * scale {
                told[position].shortfall = .tie
            } else if cost > told[position].reducedCost + 1e-9 * scale {
                told[position].reducedCost = cost
                // What was a tie at one set of prices is none.
                if told[position].shortfall == .tie { told[position].shortfall = .displaces }
            }
        }
        return told
    }
}

extension CostSplit {
    /// Why a candidate with these parts carries nothing.
    var shortfall: Shortfall {
        if byItself > 0 { return .itself }
        return mainScarcity.map { .scarce($0) } ?? .tie
    }
}

extension Alternative {
    fileprivate var isLeftOff: Bool { shortfall == .leftOff }
}
