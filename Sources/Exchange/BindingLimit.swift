// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
public import Scenario

/// A limit that holds the plan back, and what a little more room changes in the objective, never above 0; one-sided where the plan is
/// degenerate. A contract's least that binds costs, and a little more of it is above 0.
public struct BindingLimit: Sendable {
    /// What is limited, and what one more is.
    public enum Subject: Hashable, Sendable {
        /// One more unit of yearly capacity.
        case process(Reference<ConversionProcess>), route(Reference<Route>)
        /// One more unit in a contract's limit.
        case contract(Reference<Contract>)
        /// One hundredth more in the largest share of a need, in total or by a substitution.
        case secondaryShare(Party, Reference<Resource>), substitutionShare(Reference<Substitution>, Party)
        /// One more of the property's unit in a limit of what a taker takes in: a higher most, a lower least.
        case quality(Reference<Quality>, isMaximum: Bool)
        /// One more unit of room in a storage.
        case storage(Reference<Storage>)
    }
    /// What is limited.
    public var subject: Subject
    /// What one more changes in the objective a year.
    public var change: Double
    /// What is at stake: the change for as much again as now stands at the limit, as a positive amount; it orders the list.
    public var weight: Double
    /// The period; nil where the scenario has none, and of limits of the year.
    public var period: Reference<Period>?
}

extension Explanation {
    /// The limits that bind, the weightiest first.
    func limits(_ face: DualFace?) throws(SolverFailure) -> [BindingLimit] {
        var found = knownLimits(), asked: [(limit: BindingLimit, sum: DualSum, weight: Double)] = []
        func ask(_ subject: BindingLimit.Subject, _ period: Int, _ sum: DualSum, times weight: Double) {
            guard sum.value(at: duals) != 0 else { return }
            asked.append((BindingLimit(subject: subject, change: 0, weight: 0, period: network.periods[period]), sum, weight))
        }
        for (index, demand) in network.demands.enumerated() where formulation.shareRows[index] >= 0 {
            let sum = DualSum([DualSum.Term(row: formulation.shareRows[index], weight: demand.quantity / 100)])
            ask(.secondaryShare(demand.party, demand.resource), demand.period, sum, times: 100 * demand.maximumShare)
        }
        for entry in formulation.substitutionRows {
            let demand = network.demands[entry.demand], quantity = formulation.quantity(of: demand, values)
            let sum = DualSum([DualSum.Term(row: entry.row, weight: quantity / 100)])
            let share = tables.substitutions[entry.substitution].maximumShare
            ask(.substitutionShare(entry.substitution, demand.party), demand.period, sum, times: 100 * share)
        }
        let mixed = mixtures()
        for (index, entry) in formulation.qualityRows.enumerated() {
            // A higher most and a lower least both leave more room.
            let sum = DualSum([DualSum.Term(row: entry.row, weight: (entry.isMaximum ? 1 : -1) * mixed[index])])
            let quality = tables.qualities[entry.quality], limit = (entry.isMaximum ? quality.maximum : quality.minimum) ?? 0
            ask(.quality(entry.quality, isMaximum: entry.isMaximum), network.demands[entry.demand].period, sum, times: abs(limit))
        }
        for (index, store) in network.stores.enumerated() {
            for period in network.periods.indices {
                let column = formulation.held[index][period], capacity = solved.held.upper[column]
                guard capacity > 0, values[column] >= capacity * (1 - 1e-9) else { continue }
                let terms = solved.held.entries(of: ColumnIndex(column)).map {
                    DualSum.Term(row: Int(solved.held.rows[$0]), weight: -solved.held.values[$0])
                }
                ask(.storage(store.storage), period, DualSum(terms, constant: solved.held.cost[column]), times: capacity)
            }
        }
        let changes = try face?.largest(asked.map(\.sum), solver: planner.solver, options: options) ?? []
        for (entry, change) in zip(asked, changes) where change < 0 && change.isFinite {
            var limit = entry.limit
            (limit.change, limit.weight) = (change, -change * entry.weight)
            found.append(limit)
        }
        let largest = found.reduce(0) { max($0, $1.weight) }
        return found.filter { $0.weight > 1e-9 * largest }.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }.map(\.element)
    }

    /// Those whose marginal values the outcome has.
    private func knownLimits() -> [BindingLimit] {
        var found: [BindingLimit] = []
        for planned in outcome.processes where planned.built {
            guard let change = planned.marginal, change < 0 else { continue }
            found.append(
                BindingLimit(subject: .process(planned.process), change: change, weight: -change * planned.capacity, period: planned.period)
            )
        }
        for planned in outcome.routes {
            guard let change = planned.marginal, change < 0 else { continue }
            found.append(BindingLimit(subject: .route(planned.route), change: change, weight: -change * planned.load, period: nil))
        }
        for planned in outcome.contracts {
            guard let change = planned.marginal, change != 0 else { continue }
            let weight = abs(change) * max(planned.quantity, 1)
            found.append(BindingLimit(subject: .contract(planned.contract), change: change, weight: weight, period: nil))
        }
        return found
    }

    /// Per row of qualities, what its limit multiplies: what arrives in the mixture, and what is bought where its quality is known.
    private func mixtures() -> [Double] {
        var mixed = [Double](repeating: 0, count: formulation.qualityRows.count)
        for (index, candidate) in planner.candidates.enumerated() where isUsed(index) {
            let demand = Int(candidate.demand)
            let rows = formulation.qualityRowsOfDemand[demand]
            guard !rows.isEmpty else { continue }
            let unit = network.mixedAmount(of: Int(candidate.supply), at: demand)
            let arrived = (1 - network.terms(of: candidate).loss) * unit * values[column(index)]
            for row in rows { mixed[row] += arrived }
        }
        for (index, entry) in formulation.qualityRows.enumerated() where formulation.purchase[entry.demand] >= 0 {
            let property = tables.qualities[entry.quality].property
            guard network.virginQuality(network.demands[entry.demand].resource, property) != nil else { continue }
            mixed[index] += values[formulation.purchase[entry.demand]]
        }
        return mixed
    }
}
