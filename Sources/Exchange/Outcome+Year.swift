// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Outcome {
    /// The plan with its periods added up to the year, as tables for readers show it; marginal values, which are of a period, are left out.
    ///
    /// Without periods it is the outcome itself.
    public var ofTheYear: Outcome {
        guard hasPeriods else { return self }
        var year = self
        year.exchanges = merged(exchanges) {
            [key($0.from), key($0.to), Int($0.resource.position), Int($0.asResource.position), key($0.mode)]
        } by: {
            $0.quantity += $1.quantity
            $0.delivered += $1.delivered
            $0.cost += $1.cost
            $0.ghg += $1.ghg
            $0.gain += $1.gain
        } forgetting: {
            $0.period = nil
        }
        year.outputs = merged(outputs) {
            [Int($0.output.position)]
        } by: {
            $0.quantity += $1.quantity
            $0.exchanged += $1.exchanged
            $0.lost += $1.lost
            $0.disposed += $1.disposed
            $0.stored += $1.stored
        } forgetting: {
            ($0.period, $0.marginal) = (nil, nil)
        }
        year.needs = merged(needs) {
            [Int($0.need.position)]
        } by: {
            $0.quantity += $1.quantity
            $0.secondary += $1.secondary
            $0.virgin += $1.virgin
        } forgetting: {
            ($0.period, $0.marginal) = (nil, nil)
        }
        year.processes = merged(processes) {
            [Int($0.process.position)]
        } by: {
            $0.activity += $1.activity
            $0.capacity += $1.capacity
            $0.gain += $1.gain
            $0.charge += $1.charge
        } forgetting: {
            ($0.period, $0.marginal) = (nil, nil)
        }
        year.processFlows = merged(processFlows) {
            [Int($0.flow.position)]
        } by: {
            $0.quantity += $1.quantity
            $0.exchanged += $1.exchanged
            $0.outside += $1.outside
            $0.lost += $1.lost
            $0.stored += $1.stored
        } forgetting: {
            ($0.period, $0.marginal) = (nil, nil)
        }
        return year
    }

    /// Whether the plan tells of periods.
    public var hasPeriods: Bool {
        outputs.contains { $0.period != nil } || needs.contains { $0.period != nil } || processes.contains { $0.period != nil }
    }

    private func key(_ party: Party) -> Int {
        switch party {
        case .firm(let firm): 2 * Int(firm.position)
        case .process(let process): 2 * Int(process.position) + 1
        }
    }

    private func key(_ mode: Reference<Mode>?) -> Int { mode.map { Int($0.position) } ?? -1 }

    /// One element for each key, at the place of the first, without what `forget` takes from it; further ones are added to it by `add`.
    private func merged<Element>(
        _ list: [Element], _ key: (Element) -> [Int], by add: (inout Element, Element) -> Void, forgetting forget: (inout Element) -> Void
    ) -> [Element] {
        var position: [[Int]: Int] = [:], result: [Element] = []
        for element in list {
            if let index = position[key(element)] {
                add(&result[index], element)
            } else {
                position[key(element)] = result.count
                result.append(element)
                forget(&result[result.count - 1])
            }
        }
        return result
    }
}
