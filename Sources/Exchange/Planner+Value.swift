// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
public import Scenario

/// What the best plan is worth, without its lists: what a screening asks hundreds of times.
public struct PlanValue: Sendable {
    /// What is known of it; a figure is there only where this is `optimal`.
    public var status: PlanStatus
    /// The plan's cost, and the baseline's, money a year; the first is what was made small.
    public var cost: Double, baseline: Double
    /// Fixed costs of the processes that stand already, money a year: both of the above pay them.
    public var fixedCost: Double
    /// Where the solve ended.
    public var start: StartingPoint?
    /// Simplex iterations that it took.
    public var iterations: Int
    /// Per column of the planner's program.
    let values: [Double]
    /// Per stream, the quantity of a year: of a firm's what is exchanged, of a process's all of it.
    private let quantities: [StreamProspect.Row: Double]
    /// Prices of the rows; empty where there are integers.
    let duals: [Double]

    /// Baseline cost − plan cost, money a year.
    public var gain: Double { baseline - cost }

    /// What the plan does with a stream in a year, in the resource's unit: of a firm's output what is dispatched, of a firm's need what exchange
    /// delivers, of a process's flow all of it. Nil where the stream does not count.
    public func quantity(of row: StreamProspect.Row) -> Double? { quantities[row] }

    fileprivate init(_ solved: Solved, _ planner: Planner) {
        let solution = solved.solution
        let duals = solution.primal == .optimal ? solution.rowDuals : []
        if [.optimal, .feasible].contains(solution.primal),
            !Certificate(of: solved.held, columnValues: solution.columnValues, rowDuals: duals).holds
        {
            // A plan that fails its certificate is none.
            status = .unknown
        } else {
            status = solved.isProved ? .optimal : solution.primal == .optimal ? .feasible : PlanStatus(solution.primal)
        }
        (cost, baseline, fixedCost) = (solution.objective, planner.network.baseline.cost, planner.network.fixedCost)
        // Rows of choices stand behind those of the flows and are no part of a start.
        start = solved.isOn.isEmpty ? solution.basis.map(planner.formulation.startingPoint) : nil
        iterations = solution.iterations
        (values, self.duals) = (solution.columnValues, Array(solution.rowDuals.prefix(planner.formulation.program.rowCount)))
        quantities = planner.quantities(solution.columnValues)
    }
}

extension PlanStatus {
    fileprivate init(_ primal: PrimalStatus) {
        self =
            switch primal {
            case .optimal: .optimal
            case .feasible: .feasible
            case .infeasible: .infeasible
            case .unbounded: .unbounded
            case .unknown: .unknown
            }
    }
}

extension Planner {
    /// Solves for the value alone, beginning at `start` where that is a basis here.
    ///
    /// The planner must be one whose objective is cost.
    public func value(from start: StartingPoint? = nil, options: SolveOptions = SolveOptions()) throws(SolverFailure) -> PlanValue {
        var options = options
        options.start = start.flatMap(formulation.basis) ?? formulation.baselineBasis
        return PlanValue(try solve(options), self)
    }

    fileprivate func quantities(_ values: [Double]) -> [StreamProspect.Row: Double] {
        guard values.count == formulation.program.columnCount else { return [:] }
        var quantities: [StreamProspect.Row: Double] = [:]
        for supply in network.supplies {
            quantities[supply.origin.row, default: 0] += supply.isOfProcess ? formulation.quantity(of: supply, values) : 0
        }
        for demand in network.demands {
            quantities[demand.origin.row, default: 0] += demand.isOfProcess ? formulation.quantity(of: demand, values) : 0
        }
        for (index, candidate) in candidates.enumerated() where values[formulation.firstCandidate + index] > 0 {
            let x = values[formulation.firstCandidate + index]
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            if !supply.isOfProcess { quantities[supply.origin.row, default: 0] += x }
            if !demand.isOfProcess { quantities[demand.origin.row, default: 0] += x * network.terms(of: candidate).delivered }
        }
        return quantities
    }

    /// The whole plan, as ``plan(options:)``, beginning at `start` where that is a basis here.
    public func plan(from start: StartingPoint?, options: SolveOptions = SolveOptions()) throws(SolverFailure) -> Outcome {
        var options = options
        options.start = start.flatMap(formulation.basis)
        return try plan(options: options)
    }

    /// What the gain rises by when `parties` grow, per unit of relative growth: Σ quantity · (baseline price − dual) over their outputs and
    /// needs, Σ capacity · (what one more unit of capacity is worth) over their processes.
    ///
    /// All of it from the duals of one solve, so that it is a slope of the gain as a function of size, which is concave: the tangent is
    /// nowhere below it. Nil where the solve has no duals.
    public func growth(of parties: Set<Party>, at value: PlanValue) -> Double? {
        // Where something is built or switched on, the duals are those of one choice, and the gain is no concave function of size.
        guard value.start != nil, value.duals.count == formulation.program.rowCount else { return nil }
        var slope = 0.0
        let carbon = network.scenario.tables.settings.carbonPrice
        for (index, supply) in network.supplies.enumerated() where !supply.isOfProcess && parties.contains(supply.party) {
            let price = network.contribution(disposing: supply).price(ObjectiveWeights(.cost), carbonPrice: carbon)
            slope += supply.quantity * (price - value.duals[formulation.supplyRows[index]])
        }
        for (index, demand) in network.demands.enumerated() where !demand.isOfProcess && parties.contains(demand.party) {
            let price = network.contribution(buying: demand)?.price(ObjectiveWeights(.cost), carbonPrice: carbon) ?? 0
            slope += demand.quantity * (price - formulation.marginal(ofDemand: index, value.duals))
        }
        for process in network.processes where parties.contains(.process(process)) {
            for (period, share) in network.shares.enumerated() {
                let reduced = formulation.program.reducedCost(of: formulation.activityColumn(process, period), value.duals)
                slope -= network.scenario.tables.processes[process].capacity * share * min(0, reduced)
            }
        }
        return slope
    }
}
