// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// What the columns of the program move, one by one: what is linear in the plan's flows is known from these.
extension Planner {
    /// The number of columns of the flows' program.
    public var flowColumnCount: Int { formulation.program.columnCount }

    /// The column of what is dispatched on a candidate.
    public func flowColumn(ofCandidate index: Int) -> Int { formulation.firstCandidate + index }

    /// What moves in every plan: what firms give off and need, by period, of which nothing is disposed of, bought or exchanged yet.
    public var fixedFlows: Flows {
        var fixed = Flows()
        for supply in network.supplies {
            guard case .output(let output) = supply.origin else { continue }
            fixed.outputs.append(unit(output, supply, quantity: supply.quantity))
        }
        for demand in network.demands {
            guard case .need(let need) = demand.origin else { continue }
            fixed.needs.append(
                PlannedNeed(need: need, quantity: demand.quantity, secondary: 0, virgin: 0, period: network.periods[demand.period]))
        }
        return fixed
    }

    /// Calls `body` with each column of the flows' program and what one unit of it moves, on top of ``fixedFlows``.
    ///
    /// What a storage holds moves nothing by itself.
    public func forEachUnitFlow(_ body: (_ column: Int, _ flows: Flows) -> Void) {
        for (index, supply) in network.supplies.enumerated() {
            var flows = Flows()
            switch supply.origin {
            case .output(let output): flows.outputs = [unit(output, supply, disposed: 1)]
            case .flow(let flow): flows.processFlows = [unit(flow, supply.period, outside: 1)]
            }
            body(formulation.disposal[index], flows)
        }
        for (index, demand) in network.demands.enumerated() where formulation.purchase[index] >= 0 {
            var flows = Flows()
            switch demand.origin {
            case .need(let need):
                flows.needs = [PlannedNeed(need: need, quantity: 0, secondary: 0, virgin: 1, period: network.periods[demand.period])]
            case .flow(let flow): flows.processFlows = [unit(flow, demand.period, outside: 1)]
            }
            body(formulation.purchase[index], flows)
        }
        forEachUnitOfActivity(body)
        for (index, candidate) in candidates.enumerated() {
            let terms = network.terms(of: candidate), supply = network.supplies[Int(candidate.supply)]
            var flows = Flows()
            flows.exchanges = [exchange(candidate, terms, 1)]
            switch supply.origin {
            case .output(let output): flows.outputs = [unit(output, supply, lost: terms.loss)]
            case .flow(let flow): flows.processFlows = [unit(flow, supply.period, lost: terms.loss)]
            }
            body(formulation.firstCandidate + index, flows)
        }
    }

    private func forEachUnitOfActivity(_ body: (Int, Flows) -> Void) {
        var units: [Int: Flows] = [:]
        for period in network.periods.indices {
            for process in network.processes {
                var flows = Flows()
                flows.processes = [PlannedProcess(process: process, activity: 1, capacity: 0, gain: 0, period: network.periods[period])]
                units[formulation.activityColumn(process, period)] = flows
            }
        }
        for supply in network.supplies {
            guard case .flow(let flow) = supply.origin, case .process(let process) = supply.party else { continue }
            units[formulation.activityColumn(process, supply.period)]?.processFlows.append(
                unit(flow, supply.period, quantity: supply.quantity))
        }
        for demand in network.demands {
            guard case .flow(let flow) = demand.origin, case .process(let process) = demand.party else { continue }
            units[formulation.activityColumn(process, demand.period)]?.processFlows.append(
                unit(flow, demand.period, quantity: demand.quantity))
        }
        for (column, flows) in units.sorted(by: { $0.key < $1.key }) { body(column, flows) }
    }

    private func unit(
        _ output: Reference<Output>, _ supply: Supply, quantity: Double = 0, lost: Double = 0, disposed: Double = 0
    ) -> PlannedOutput {
        PlannedOutput(
            output: output, quantity: quantity, exchanged: 0, lost: lost, disposed: disposed, period: network.periods[supply.period])
    }

    private func unit(
        _ flow: Reference<ProcessFlow>, _ period: Int, quantity: Double = 0, outside: Double = 0, lost: Double = 0
    ) -> PlannedProcessFlow {
        PlannedProcessFlow(flow: flow, quantity: quantity, exchanged: 0, outside: outside, lost: lost, period: network.periods[period])
    }
}
