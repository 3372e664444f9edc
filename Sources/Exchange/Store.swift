// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// A storage and the supplies that it joins, one in each period.
struct Store: Sendable {
    /// The row of `storages`.
    var storage: Reference<Storage>
    /// Per period, the position in ``Network/supplies``.
    var supplies: [Int]
}

extension Network {
    /// What a unit that is held over one period adds to the measures: cost + loss_share · disposal_cost, and what is lost as waste.
    ///
    /// What energy loses is only lost: nobody disposes of it.
    func contribution(holding store: Store, _ period: Int) -> Contribution {
        let storage = scenario.tables.storages[store.storage], supply = supplies[store.supplies[period]]
        let wasted = isEnergy(supply.resource) ? 0 : storage.lossShare
        return Contribution(
            money: storage.cost + wasted * supply.disposalCost, ghg: wasted * supply.disposalGHG,
            waste: storage.lossShare * materialTonnes(supply.resource), virgin: 0)
    }

    func isEnergy(_ resource: Reference<Resource>) -> Bool { scenario.tables.resources[resource].kind == .energy }

    /// The period before, the last one before the first: the year goes round.
    func before(_ period: Int) -> Int { period == 0 ? periods.count - 1 : period - 1 }

    /// Per supply, the most that a storage can hand out beside what is given off; 0 without one, or where there is one period only.
    var mostHandedOut: [Double] {
        var most = [Double](repeating: 0, count: supplies.count)
        guard periods.count > 1 else { return most }
        for store in stores {
            let storage = scenario.tables.storages[store.storage]
            for supply in store.supplies { most[supply] = storage.capacity * (1 - storage.lossShare) }
        }
        return most
    }
}
