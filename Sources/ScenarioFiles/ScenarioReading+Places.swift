// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension [LocatedFault] {
    /// These faults and `later` ones, in their order.
    ///
    /// That a firm has no place is told once: as the error of the pair that it keeps apart, where planning found one.
    public func joined(with later: [LocatedFault]) -> [LocatedFault] {
        let lost = Set((self + later).compactMap(\.placeWithoutDistance))
        return (self + later).filter { !($0.firmNowhere.map(lost.contains) ?? false) }.sorted()
    }
}

extension ScenarioReading {
    /// What can be told before planning. Of a scenario that can be read, planning tells whether a firm without a place keeps a pair apart.
    public var faultsBeforePlanning: [LocatedFault] { scenario == nil ? faults : faults.filter { $0.firmNowhere == nil } }

    /// What ``faultsBeforePlanning`` held back, with what planning found.
    public func faults(withPlanning found: [Fault]) -> [LocatedFault] {
        faults.filter { scenario != nil && $0.firmNowhere != nil }.joined(with: found.map(locate))
    }
}

extension LocatedFault {
    /// The firm that the fault says has no place; nil for other faults.
    fileprivate var firmNowhere: String? { if case .place(.nowhere(let firm)) = kind { firm } else { nil } }

    /// The place from which the fault says nothing tells a distance; nil for other faults.
    fileprivate var placeWithoutDistance: String? { if case .place(.noCoordinates(let place, _)) = kind { place } else { nil } }
}
