// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
internal import Scenario

/// A solved plan that can be asked why an exchange is in it or not, and what would have to change.
///
/// ```swift
/// let explanation = try planner.explanation()
/// let ways = try explanation.pair(from: .firm(foundry), to: .firm(bricks))
/// ```
///
/// All prices are duals of the certified solve of the whole program. Where the program has yes-or-no choices they are those of the flows with
/// what is built held: they tell nothing of building something else.
public struct Explanation: Sendable {
    /// The outcome, as ``Planner/plan(options:)`` gives it.
    public let outcome: Outcome
    let planner: Planner
    let solved: Solved
    /// The plan's value of every column, and the prices of the rows; empty where there are none.
    let values: [Double], duals: [Double]
    /// The basis that the plan stands on.
    let basis: SimplexBasis?
    /// What each row of the held program stands for, beside supplies and demands.
    let rowKinds: [CostTerm.Kind?]
    /// Whether a row is a supply's.
    let isSupplyRow: [Bool]
    let options: SolveOptions

    /// The part of the scenario that counts.
    public var network: Network { planner.network }
    /// Whether the plan has prices; a search that was stopped early has none.
    public var hasPrices: Bool { !duals.isEmpty }
    var tables: Tables { network.scenario.tables }
    var formulation: Formulation { planner.formulation }

    /// The column of a candidate.
    func column(_ candidate: Int) -> Int { formulation.firstCandidate + candidate }

    /// Whether the plan uses a candidate.
    func isUsed(_ candidate: Int) -> Bool { !values.isEmpty && values[column(candidate)] > 0 }

    /// Whether a choice that is off keeps a candidate at nothing.
    func isSwitchedOff(_ candidate: Int) -> Bool { solved.held.upper[column(candidate)] <= 0 || isOfUnbuilt(candidate) }

    /// Whether the giver or the taker is a plant that the plan does not build.
    func isOfUnbuilt(_ candidate: Int) -> Bool {
        let (supply, demand) = (
            network.supplies[Int(planner.candidates[candidate].supply)], network.demands[Int(planner.candidates[candidate].demand)]
        )
        return isUnbuilt(supply.party, supply.period) || isUnbuilt(demand.party, demand.period)
    }

    private func isUnbuilt(_ party: Party, _ period: Int) -> Bool {
        guard case .process(let process) = party, tables.processes[process].isCandidate else { return false }
        return solved.held.upper[formulation.activityColumn(process, period)] <= 0
    }
}

extension Planner {
    /// Solves and proves as ``plan(options:)`` does, and keeps what questions are answered with.
    public func explanation(options: SolveOptions = SolveOptions()) throws(SolverFailure) -> Explanation {
        let (outcome, solved, values, basis) = try planned(options)
        let hasPrices =
            outcome.certificate?.holds == true && solved.solution.primal == .optimal
            && solved.solution.rowDuals.count == solved.held.rowCount
        var isSupplyRow = [Bool](repeating: false, count: solved.held.rowCount)
        for row in formulation.supplyRows { isSupplyRow[row] = true }
        // What is asked afterwards has no limit of its own, but ends when the user wishes.
        return Explanation(
            outcome: outcome, planner: self, solved: solved, values: values, duals: hasPrices ? solved.solution.rowDuals : [], basis: basis,
            rowKinds: formulation.rowKinds(solved.held.rowCount), isSupplyRow: isSupplyRow,
            options: SolveOptions(isCancelled: options.isCancelled))
    }
}

extension Formulation {
    /// What each row stands for where something scarce does; rows behind those of the flows belong to choices.
    fileprivate func rowKinds(_ count: Int) -> [CostTerm.Kind?] {
        var kinds = [CostTerm.Kind?](repeating: nil, count: count)
        for row in shareRows where row >= 0 { kinds[row] = .secondaryShare }
        for entry in substitutionRows { kinds[entry.row] = .substitutionShare(entry.substitution) }
        for entry in qualityRows { kinds[entry.row] = .quality(entry.quality, isMaximum: entry.isMaximum) }
        let routes = network.scenario.tables.routes.count
        for (index, row) in routeRows.enumerated() where row >= 0 { kinds[row] = .route(Reference(index % routes)) }
        for (index, row) in contractRows.enumerated() where row >= 0 { kinds[row] = .contract(Reference(index)) }
        for row in program.rowCount..<max(count, program.rowCount) { kinds[row] = .choice }
        return kinds
    }
}
