// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
public import Scenario

/// An exchange that a plan does not use, and what its first unit would cost the objective.
public struct CheapestExchange: Hashable, Sendable {
    /// The giver, the taker and what would be given.
    public var from: Party, to: Party, resource: Reference<Resource>
    /// What the objective grows by per unit dispatched, never negative.
    public var costPerUnit: Double
}

extension Planner {
    /// Of each group of candidates that the best plan leaves unused, the one whose first unit costs least: its reduced cost.
    ///
    /// - Parameter group: the group of a candidate; nil leaves it out.
    /// - Returns: nil where the program has choices, whose prices would not tell, or where the best plan is not found.
    public func cheapestUnused<Group: Hashable>(
        options: SolveOptions = SolveOptions(), by group: (Candidate) -> Group?
    ) throws(SolverFailure) -> [Group: CheapestExchange]? {
        guard !program.isInteger.isUnusual else { return nil }
        let solution = try solver.solve(program, options: options)
        guard solution.primal == .optimal, solution.rowDuals.count == program.rowCount else { return nil }
        // An exchange that the plan uses by one mode or substitution is not one more by another.
        var isUsed: Set<ContractKey> = []
        for (index, candidate) in candidates.enumerated() where solution.columnValues[formulation.firstCandidate + index] > 0 {
            isUsed.insert(network.key(of: candidate))
        }
        var cheapest: [Group: CheapestExchange] = [:]
        for (index, candidate) in candidates.enumerated() {
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            let column = formulation.firstCandidate + index
            guard let group = group(candidate), formulation.mostDispatched(candidate) > 0,
                !isUsed.contains(network.key(of: candidate))
            else { continue }
            let price = max(0, program.reducedCost(of: column, solution.rowDuals))
            if let known = cheapest[group], known.costPerUnit <= price { continue }
            cheapest[group] = CheapestExchange(from: supply.party, to: demand.party, resource: supply.resource, costPerUnit: price)
        }
        return cheapest
    }
}
