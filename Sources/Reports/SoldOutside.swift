// SPDX-License-Identifier: GPL-3.0-or-later
package import Exchange
package import Scenario
package import Texts

extension Outcome {
    /// What the plan leaves of material that earns money outside it, t; it is part of the waste that the measures tell.
    package func soldOutsideTonnes(_ tables: Tables) -> Double {
        func tonnes(_ resource: Reference<Resource>, _ quantity: Double, of whole: Double, price: Double) -> Double {
            let row = tables.resources[resource]
            guard price < 0, row.kind == .material else { return 0 }
            return quantity.cut(whole) * (row.unit.convert(1, to: .tonne) ?? row.tonnesPerUnit ?? 0)
        }
        let ofFirms = outputs.reduce(0) { sum, planned in
            let output = tables.outputs[planned.output]
            let price = planned.disposalCost ?? output.disposalCost ?? tables.resources[output.resource].disposalCost
            return sum + tonnes(output.resource, planned.disposed, of: planned.quantity, price: price)
        }
        return processFlows.reduce(ofFirms) { sum, planned in
            let flow = tables.processFlows[planned.flow]
            guard flow.role == .output else { return sum }
            let price = flow.disposalCost ?? tables.resources[flow.resource].disposalCost
            return sum + tonnes(flow.resource, planned.outside, of: planned.quantity, price: price)
        }
    }

    /// That what is sold outside the plan counts as waste; nil where nothing is.
    package func soldOutsideText(_ tables: Tables) -> Phrase? {
        let sold = soldOutsideTonnes(tables)
        guard sold > 0 else { return nil }
        let amount = Phrase.number(sold < 1000 ? sold : sold.rounded())
        return Phrase(
            en: "Waste is all that no partner takes; \(amount.english) t of the plan's are sold outside it, as told below.",
            vi:
                "Chất thải là mọi thứ không có đối tác tiếp nhận; trong phương án, \(amount.vietnamese) tấn được bán ra ngoài (xem dưới).")
    }
}
