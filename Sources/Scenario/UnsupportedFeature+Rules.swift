// SPDX-License-Identifier: GPL-3.0-or-later

extension Tables {
    /// What is declared and has no model yet, each part once, at the first row and column that declares it.
    ///
    /// Values that change nothing, such as a charge of 0, are no use of a part.
    func unsupportedFaults() -> [Fault] {
        var faults: [Fault] = []
        func refuse(_ feature: UnsupportedFeature, _ table: Table?, _ provenance: Provenance? = nil, _ column: String? = nil) {
            faults.append(Fault(.unsupported(feature), at: Spot(table, row: provenance.map { Int($0.row) }, column: column)))
        }
        if let process = processes.first(where: \.isCandidate) {
            refuse(.candidateProcesses, .processes, process.provenance, "candidate")
        }
        if let mode = modes.first(where: { $0.capexPerKilometre != 0 }) { refuse(.links, .modes, mode.provenance, "capex_per_km") }
        if let mode = modes.first(where: { $0.fixedCostPerKilometre != 0 }) {
            refuse(.links, .modes, mode.provenance, "fixed_cost_per_km")
        }
        if let mode = modes.first(where: { $0.linkCapacity != nil }) { refuse(.links, .modes, mode.provenance, "link_capacity") }
        if let route = routes.first(where: { $0.fixedCost != 0 }) { refuse(.routeCharges, .routes, route.provenance, "fixed_cost") }
        if settings.minimumQuantity > 0 { refuse(.minimumQuantity, nil, nil, "exchange.min_quantity") }
        if settings.maximumPartners != nil { refuse(.maximumPartners, nil, nil, "exchange.max_partners") }
        return faults
    }
}
