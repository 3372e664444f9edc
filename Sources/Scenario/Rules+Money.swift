// SPDX-License-Identifier: GPL-3.0-or-later

extension Tables {
    /// Prices and outlays so low in đồng that they were most likely written in thousands or millions.
    ///
    /// Only the đồng is judged, for its prices are often written so. The bounds are a judgement on the safe side: 5,000 đ a tonne or a MWh
    /// and 50 đ a cubic metre are 0.2 and 0.002 US dollars.
    func moneyFaults() -> [Fault] {
        guard settings.currency == "VND" else { return [] }
        var faults: [Fault] = []
        for resource in resources {
            faults += priceFault(resource.virginPrice, resource.unit, .resources, resource.provenance)
        }
        for need in needs { faults += priceFault(need.virginPrice, resources[need.resource].unit, .needs, need.provenance) }
        for process in processes { faults += outlayFault(process.capex, .processes, process.provenance) }
        for project in projects { faults += outlayFault(project.capex, .projects, project.provenance) }
        return faults
    }

    private func priceFault(_ price: Double?, _ unit: Unit, _ table: Table, _ provenance: Provenance) -> [Fault] {
        let least: Double? =
            switch unit {
            case .tonne, .megawattHour: 5000
            case .kilogram, .kilowattHour: 5
            case .cubicMetre: 50
            default: nil
            }
        guard let price, let least, price > 0, price < least else { return [] }
        return [
            Fault(.value(.farBelowPrices(amount: price, unit: unit)), at: Spot(table, row: Int(provenance.row), column: "virgin_price"))
        ]
    }

    /// Nothing that is a plant or a project costs less than 10 million đồng, some 400 dollars.
    private func outlayFault(_ capex: Double?, _ table: Table, _ provenance: Provenance) -> [Fault] {
        guard let capex, capex > 0, capex < 10_000_000 else { return [] }
        return [Fault(.value(.farBelowPrices(amount: capex, unit: nil)), at: Spot(table, row: Int(provenance.row), column: "capex"))]
    }
}
