// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// What one *more* unit changes, where the duals of the last basis tell only what one less would.
///
/// At a plan in which several rules are tight at once a dual is one of many: a compost plant that is full just when its only buyer is served is
/// worth less enlarged than it is worth kept. ``DualFace`` finds the largest of each marginal value over all optimal duals, which is the change
/// that one more unit brings; only what the plan's equations leave open is worked on.
extension Planner {
    /// Puts the marginal values of `outcome` on the side of one more unit. One that leaves no plan has none.
    ///
    /// - Parameter points: optimal values of the columns, of the first solve and of those that tidied it.
    func takeMarginalsUpward(
        _ outcome: inout Outcome, _ solved: Solved, points: [[Double]], _ options: SolveOptions
    ) throws(SolverFailure) {
        let face = DualFace(of: solved.held, points: points, duals: solved.solution.rowDuals)
        var sums: [DualSum] = [], places: [MarginalPlace] = []
        for (place, sum) in marginals(of: outcome, solved.held) where !face.isDetermined(sum) {
            sums.append(sum)
            places.append(place)
        }
        guard !sums.isEmpty else { return }
        for (place, value) in zip(places, try face.largest(sums, solver: solver, options: options)) {
            outcome[place] = value.isFinite ? value : nil
        }
    }

    /// The marginal values of an outcome, and the duals that each is a sum of.
    private func marginals(of outcome: Outcome, _ held: LinearProgram) -> [(place: MarginalPlace, sum: DualSum)] {
        var marginals: [(place: MarginalPlace, sum: DualSum)] = []
        let stands = StreamPositions(network)
        var positions: [Reference<Period>: Int] = [:]
        for (index, period) in network.periods.enumerated() { if let period { positions[period] = index } }
        func at(_ period: Reference<Period>?) -> Int { period.flatMap { positions[$0] } ?? 0 }
        func add(_ place: MarginalPlace, _ sum: DualSum?) { if let sum { marginals.append((place, sum)) } }
        // A closure borrows the planner, where the name of its method would copy it for each row.
        for (index, planned) in outcome.outputs.enumerated() {
            add(.output(index), stands.supply(.output(planned.output), at(planned.period)).map { sum(ofSupply: $0) })
        }
        for (index, planned) in outcome.needs.enumerated() {
            add(.need(index), stands.demand(.need(planned.need), at(planned.period)).map { sum(ofDemand: $0) })
        }
        for (index, planned) in outcome.processFlows.enumerated() {
            let supply = stands.supply(.flow(planned.flow), at(planned.period)).map { sum(ofSupply: $0) }
            add(.flow(index), supply ?? stands.demand(.flow(planned.flow), at(planned.period)).map { row(formulation.demandRows[$0]) })
        }
        for (index, planned) in outcome.processes.enumerated() where planned.activity >= planned.capacity * (1 - 1e-9) {
            add(.process(index), sum(ofColumn: formulation.activityColumn(planned.process, at(planned.period)), held))
        }
        for (index, planned) in outcome.routes.enumerated() {
            // A unit of yearly capacity is its share of it in each period.
            let terms = network.shares.enumerated().compactMap { period, share -> DualSum.Term? in
                let position = formulation.routeRow(planned.route, period)
                return position >= 0 ? DualSum.Term(row: position, weight: share) : nil
            }
            if !terms.isEmpty { add(.route(index), DualSum(terms)) }
        }
        for (index, planned) in outcome.contracts.enumerated() {
            let position = formulation.contractRows[Int(planned.contract.position)]
            if position >= 0 { add(.contract(index), row(position)) }
        }
        return marginals
    }

    private func row(_ position: Int) -> DualSum { DualSum([DualSum.Term(row: position, weight: 1)]) }

    private func sum(ofSupply index: Int) -> DualSum { row(formulation.supplyRows[index]) }

    /// A need stands in its demand, in its share of secondary and in the shares of its substitutions.
    private func sum(ofDemand index: Int) -> DualSum {
        var sum = row(formulation.demandRows[index])
        if formulation.shareRows[index] >= 0 {
            sum.terms.append(DualSum.Term(row: formulation.shareRows[index], weight: network.demands[index].maximumShare))
        }
        for entry in formulation.substitutionRowsOfDemand[index] {
            let row = formulation.substitutionRows[entry]
            let share = network.scenario.tables.substitutions[row.substitution].maximumShare
            sum.terms.append(DualSum.Term(row: row.row, weight: share))
        }
        return sum
    }

    /// One more unit of a column's upper bound is its cost, and in each row its entry less.
    private func sum(ofColumn column: Int, _ program: LinearProgram) -> DualSum {
        let terms = program.entries(of: ColumnIndex(column)).map {
            DualSum.Term(row: Int(program.rows[$0]), weight: -program.values[$0])
        }
        return DualSum(terms, constant: program.cost[column])
    }
}

/// Where the rows of a scenario stand among the supplies and demands of a network, period by period.
private struct StreamPositions {
    private let outputCount: Int, needCount: Int, flowCount: Int
    private var supplies: [Int32], demands: [Int32]

    init(_ network: Network) {
        let tables = network.scenario.tables
        (outputCount, needCount, flowCount) = (tables.outputs.count, tables.needs.count, tables.processFlows.count)
        supplies = [Int32](repeating: -1, count: network.periods.count * (outputCount + flowCount))
        demands = [Int32](repeating: -1, count: network.periods.count * (needCount + flowCount))
        for (index, supply) in network.supplies.enumerated() {
            supplies[place(of: supply.origin, supply.period)] = Int32(truncatingIfNeeded: index)
        }
        for (index, demand) in network.demands.enumerated() {
            demands[place(of: demand.origin, demand.period)] = Int32(truncatingIfNeeded: index)
        }
    }

    private func place(of origin: Supply.Origin, _ period: Int) -> Int {
        let first = period * (outputCount + flowCount)
        return switch origin {
        case .output(let output): first + Int(output.position)
        case .flow(let flow): first + outputCount + Int(flow.position)
        }
    }

    private func place(of origin: Demand.Origin, _ period: Int) -> Int {
        let first = period * (needCount + flowCount)
        return switch origin {
        case .need(let need): first + Int(need.position)
        case .flow(let flow): first + needCount + Int(flow.position)
        }
    }

    /// The position of a supply; nil where the row is none in that period.
    func supply(_ origin: Supply.Origin, _ period: Int) -> Int? { known(supplies[place(of: origin, period)]) }

    /// The position of a demand, likewise.
    func demand(_ origin: Demand.Origin, _ period: Int) -> Int? { known(demands[place(of: origin, period)]) }

    private func known(_ position: Int32) -> Int? { position >= 0 ? Int(position) : nil }
}

/// One marginal value of an outcome, by the position in its list.
private enum MarginalPlace { case output(Int), need(Int), flow(Int), process(Int), route(Int), contract(Int) }

extension Outcome {
    fileprivate subscript(_ place: MarginalPlace) -> Double? {
        get {
            switch place {
            case .output(let index): outputs[index].marginal
            case .need(let index): needs[index].marginal
            case .flow(let index): processFlows[index].marginal
            case .process(let index): processes[index].marginal
            case .route(let index): routes[index].marginal
            case .contract(let index): contracts[index].marginal
            }
        }
        set {
            switch place {
            case .output(let index): outputs[index].marginal = newValue
            case .need(let index): needs[index].marginal = newValue
            case .flow(let index): processFlows[index].marginal = newValue
            // Nobody has to use more capacity.
            case .process(let index): processes[index].marginal = newValue.map { min($0, 0) }
            case .route(let index): routes[index].marginal = newValue
            case .contract(let index): contracts[index].marginal = newValue
            }
        }
    }
}
