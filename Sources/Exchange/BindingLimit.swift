// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
public import Scenario

/// A limit that holds the plan back, and what a little more room changes in the objective, never above 0; one-sided where the plan is
/// degenerate. A contract's least that binds costs, and a little more of it is above 0.
public struct BindingLimit: Sendable {
    /// What is limited, and what one more is.
    public enum Subject: Hashable, Sendable {
        /// One more unit of yearly capacity.
        case process(Reference<ConversionProcess>), route(Reference<Route>)
        /// One more of the mode's unit of yearly capacity of a link between two places, in the order of their ids.
        case link(Party, Party, Reference<Mode>)
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
    /// The limits that bind, the weightiest first; those that weigh the same to nine digits by kind, by the ids of what is limited, and by period.
    func limits(_ face: DualFace?) throws(SolverFailure) -> [BindingLimit] {
        var found = knownLimits(), asked: [(limit: BindingLimit, sum: DualSum, weight: Double)] = []
        func ask(_ subject: BindingLimit.Subject, _ period: Int?, _ sum: DualSum, times weight: Double) {
            guard sum.value(at: duals) != 0 else { return }
            let limit = BindingLimit(subject: subject, change: 0, weight: 0, period: period.flatMap { network.periods[$0] })
            asked.append((limit, sum, weight))
        }
        for link in linksAtCapacity() { ask(.link(link.ends.0, link.ends.1, link.mode), nil, link.sum, times: link.capacity) }
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
            ask(.quality(entry.quality, isMaximum: entry.isMaximum), network.demands[entry.demand].period, sum, times: abs(entry.limit))
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
        return sorted(found)
    }

    private func sorted(_ limits: [BindingLimit]) -> [BindingLimit] {
        let largest = limits.reduce(0) { max($0, $1.weight) }
        let keyed = limits.filter { $0.weight > 1e-9 * largest }.map { limit in
            (
                limit: limit, digits: (limit.weight / largest * 1e9).rounded(), ids: ids(of: limit.subject),
                period: limit.period?.position ?? -1
            )
        }
        return keyed.sorted { left, right in
            guard left.digits == right.digits else { return left.digits > right.digits }
            guard left.ids == right.ids else { return left.ids.lexicographicallyPrecedes(right.ids) }
            return left.period < right.period
        }.map(\.limit)
    }

    /// The kind of what is limited, and its ids.
    private func ids(of subject: BindingLimit.Subject) -> [String] {
        switch subject {
        case .process(let process): ["0", tables.processes[process].id]
        case .route(let route): ["1"] + tables.ids(of: tables.routes[route])
        case .link(let from, let to, let mode): ["2", tables.id(of: from), tables.id(of: to), tables.modes[mode].id]
        case .contract(let row):
            ["3", tables.id(of: tables.contracts[row].from), tables.id(of: tables.contracts[row].to), id(tables.contracts[row].resource)]
        case .secondaryShare(let party, let resource): ["4", tables.id(of: party), id(resource)]
        case .substitutionShare(let row, let party):
            ["5", tables.id(of: party), id(tables.substitutions[row].from), id(tables.substitutions[row].to)]
        case .quality(let row, let isMaximum):
            [
                "6", tables.qualities[row].party.map { tables.id(of: $0) } ?? "", id(tables.qualities[row].resource),
                tables.properties[tables.qualities[row].property].id, isMaximum ? "1" : "0",
            ]
        case .storage(let row): ["7", tables.id(of: tables.storages[row].party), id(tables.storages[row].resource)]
        }
    }

    private func id(_ resource: Reference<Resource>) -> String { tables.resources[resource].id }

    /// The links that are laid and carry all that they can, with what one more unit of capacity is worth.
    private func linksAtCapacity() -> [(ends: (Party, Party), mode: Reference<Mode>, capacity: Double, sum: DualSum)] {
        guard !solved.isOn.isEmpty else { return [] }
        let board = formulation.switchboard, limits = formulation.switched.heldLimits(solved.isOn)
        return board.choosing.indices.compactMap { index in
            guard case .link(let mode, let from, let to, _) = board.choosing[index], let limit = limits[index],
                let capacity = tables.modes[mode].linkCapacity, board.switches[index].total(values) >= capacity * (1 - 1e-9)
            else { return nil }
            let sum: DualSum
            switch limit {
            case .row(let row): sum = DualSum([DualSum.Term(row: row, weight: 1)])
            case .column(let column, let weight):
                let terms = solved.held.entries(of: column).map {
                    DualSum.Term(row: Int(solved.held.rows[$0]), weight: -solved.held.values[$0] / weight)
                }
                sum = DualSum(terms, constant: solved.held.cost[column.position] / weight)
            }
            return (network.ends(from, to), mode, capacity, sum)
        }
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
            guard network.virginQuality(network.demands[entry.demand].resource, entry.property) != nil else { continue }
            mixed[index] += values[formulation.purchase[entry.demand]]
        }
        return mixed
    }
}
