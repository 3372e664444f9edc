// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

extension Outcome {
    /// The outcome with what happens in the periods of a year put together: a report tells of the year. Marginal values are of a period
    /// each and are left out where several were put together.
    var overTheYear: Outcome {
        var year = self
        year.exchanges = exchanges.merged(by: { $0.period == nil ? nil : ExchangeKey($0) }) { sum, next in
            sum.quantity += next.quantity
            sum.delivered += next.delivered
            sum.cost += next.cost
            sum.ghg += next.ghg
            sum.gain += next.gain
            sum.period = nil
        }
        year.outputs = outputs.merged(by: { $0.period == nil ? nil : $0.output }) { sum, next in
            sum.quantity += next.quantity
            sum.exchanged += next.exchanged
            sum.lost += next.lost
            sum.disposed += next.disposed
            (sum.marginal, sum.period) = (nil, nil)
        }
        year.needs = needs.merged(by: { $0.period == nil ? nil : $0.need }) { sum, next in
            sum.quantity += next.quantity
            sum.secondary += next.secondary
            sum.virgin += next.virgin
            (sum.marginal, sum.period) = (nil, nil)
        }
        year.processes = processes.merged(by: { $0.period == nil ? nil : $0.process }) { sum, next in
            sum.activity += next.activity
            sum.capacity += next.capacity
            sum.gain += next.gain
            sum.charge += next.charge
            (sum.marginal, sum.period) = (nil, nil)
        }
        year.processFlows = processFlows.merged(by: { $0.period == nil ? nil : $0.flow }) { sum, next in
            sum.quantity += next.quantity
            sum.exchanged += next.exchanged
            sum.outside += next.outside
            (sum.marginal, sum.period) = (nil, nil)
        }
        return year
    }

    /// What makes exchanges of several periods one of the year.
    private struct ExchangeKey: Hashable {
        var from: Party, to: Party
        var resource: Reference<Resource>, asResource: Reference<Resource>
        var mode: Reference<Mode>?, use: SubstitutionUse?

        init(_ exchange: PlannedExchange) {
            (from, to, resource, asResource) = (exchange.from, exchange.to, exchange.resource, exchange.asResource)
            (mode, use) = (exchange.mode, exchange.use)
        }
    }
}

extension Array {
    /// The elements with those of one key put together where the first of them stands; an element without a key stays by itself.
    fileprivate func merged<Key: Hashable>(by key: (Element) -> Key?, adding add: (inout Element, Element) -> Void) -> [Element] {
        var merged: [Element] = []
        var places: [Key: Int] = [:]
        for element in self {
            guard let key = key(element) else {
                merged.append(element)
                continue
            }
            if let place = places[key] {
                add(&merged[place], element)
            } else {
                places[key] = merged.count
                merged.append(element)
            }
        }
        return merged
    }
}
