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
        // A mode without a charge needs no link, so that there is nothing for the capacity to hold.
        if let mode = modes.first(where: { $0.linkCapacity != nil && $0.capexPerKilometre == 0 && $0.fixedCostPerKilometre == 0 }) {
            refuse(.links, .modes, mode.provenance, "link_capacity")
        }
        return faults
    }
}
