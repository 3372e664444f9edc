// SPDX-License-Identifier: GPL-3.0-or-later

extension Rules {
    /// The settings that distances are worked out with.
    mutating func checkSettings() {
        let detour = tables.settings.detour
        if detour < 1 || detour > 4 {
            faults.append(Fault(.place(.unlikelyDetour(detour)), at: Spot(nil, column: "distance.detour")))
        }
    }

    /// Modes that carry nothing, go nowhere or lose everything, and resources that may not travel.
    mutating func checkModes() {
        for mode in tables.modes {
            if !carriesAnything(mode) {
                report(.modeCarriesNothing(mode: mode.id, unit: mode.unit), .modes, mode.provenance, "unit")
            }
            if mode.maximumKilometres == 0 { report(.noReach(id: mode.id, .mode), .modes, mode.provenance, "max_km") }
            checkLoss(of: mode)
        }
        for resource in tables.resources where resource.maximumKilometres == 0 {
            report(.noReach(id: resource.id, .resource), .resources, resource.provenance, "max_km")
        }
    }

    private func carriesAnything(_ mode: Mode) -> Bool {
        let dimension = mode.unit.dimension
        if mode.resources.contains(where: { tables.resources[$0].unit.dimension == dimension }) { return true }
        let isOpenToAll = mode.resources.isEmpty && mode.kinds.isEmpty
        return tables.resources.contains { $0.unit.dimension == dimension && (isOpenToAll || mode.kinds.contains($0.kind)) }
    }

    /// What is lost grows with the distance and is everything after 1 / loss km. Within the mode's own reach, or within 10 km where it
    /// has none, that is more likely a percentage or a figure per 100 km than what was meant.
    private mutating func checkLoss(of mode: Mode) {
        guard mode.lossPerKilometre > 0 else { return }
        let after = 1 / mode.lossPerKilometre
        guard after <= mode.maximumKilometres ?? 10 else { return }
        report(
            .nothingArrives(mode: mode.id, lossPerKilometre: mode.lossPerKilometre, after: after), .modes, mode.provenance, "loss_per_km")
    }
}
