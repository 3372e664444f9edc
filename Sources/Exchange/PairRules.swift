// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The rules of a candidate that do not ask for the way: who, licence, contract, quality.
///
/// A million pairs are judged; what that asks is laid out in arrays of plain numbers, because copying whole records took most of the time.
struct PairRules {
    /// Per supply, what the rules ask of it.
    let givers: [Giver]
    /// Positions in ``Network/places``. A party stands at one place of its own, so that equal places mean the same party.
    let placeOfDemand: [Int]
    private let network: Network
    private let withinFirm: Bool, firmCount: Int
    /// Contracts with a maximum of 0.
    private let closed: Set<ContractKey>
    /// Per hazardous resource a row, one entry per place.
    private let isLicensed: [Bool]
    /// Per demand the properties that it limits, and per supply those that are known, one list after the other.
    private let limited: Lists, known: Lists

    /// Short lists of property positions, one after the other.
    private struct Lists {
        var starts = [0], items: [Int32] = []
        init(_ lists: some Sequence<[Int32]>) {
            for list in lists {
                items.append(contentsOf: list)
                starts.append(items.count)
            }
        }
    }

    init(_ network: Network) {
        let tables = network.scenario.tables
        self.network = network
        withinFirm = tables.settings.withinFirm
        firmCount = tables.firms.count
        placeOfDemand = network.demands.map(\.place)
        let closedRows = tables.contracts.filter { $0.maximum == 0 }
        closed = Set(closedRows.map(ContractKey.init))
        let closedGivers = Set(closedRows.map(\.from)), (licenceStarts, isLicensed) = PairRules.licences(tables)
        self.isLicensed = isLicensed
        limited = Lists(network.demands.lazy.map { $0.limits.map { tables.qualities[$0].property.position } })
        let known = Lists(network.supplies.lazy.map { $0.qualities.properties.map(\.position) })
        self.known = known
        givers = network.supplies.indices.map { index in
            Giver(
                supply: index, place: network.supplies[index].place,
                licence: licenceStarts[Int(network.supplies[index].resource.position)],
                hasClosed: !closedGivers.isEmpty && closedGivers.contains(network.supplies[index].party),
                known: known.starts[index]..<known.starts[index + 1])
        }
    }

    /// A licence is held for a resource by its id or by its waste code.
    private static func licences(_ tables: Tables) -> (starts: [Int], isLicensed: [Bool]) {
        let places = tables.firms.count + tables.processes.count
        var starts = [Int](repeating: -1, count: tables.resources.count), rows: [String: [Int]] = [:], next = 0
        for (index, resource) in tables.resources.enumerated() where resource.hazardous {
            starts[index] = next
            rows[resource.id, default: []].append(next)
            if let code = resource.wasteCode, code != resource.id { rows[code, default: []].append(next) }
            next += places
        }
        var isLicensed = [Bool](repeating: false, count: next)
        guard next > 0 else { return (starts, isLicensed) }
        for (place, licences) in (tables.firms.lazy.map(\.licences) + tables.processes.map(\.licences)).enumerated() {
            for licence in licences { for row in rows[licence] ?? [] { isLicensed[row + place] = true } }
        }
        return (starts, isLicensed)
    }

    /// A supply as the rules ask for it, the same for all its takers.
    struct Giver {
        var supply: Int, place: Int
        /// Where its resource's row of licences begins, −1 where none is asked for; whether it has contracts with a maximum of 0; what is known
        /// of its quality.
        fileprivate var licence: Int, hasClosed: Bool, known: Range<Int>
    }

    /// Why the pair is no candidate by any way, or nil.
    ///
    /// - Parameter to: where the demand stands.
    func exclusion(_ giver: Giver, _ demand: Int, at to: Int) -> Exclusion? {
        if giver.place == to, !withinFirm || to >= firmCount { return .samePlace }
        if giver.hasClosed, closed.contains(key(giver.supply, demand)) { return .contract }
        if giver.licence >= 0, !isLicensed[giver.licence + to] { return .licence }
        for limit in limited.starts[demand]..<limited.starts[demand + 1] where !isKnown(limited.items[limit], giver.known) {
            return .quality
        }
        return nil
    }

    private func isKnown(_ property: Int32, _ range: Range<Int>) -> Bool {
        for index in range where known.items[index] == property { return true }
        return false
    }

    private func key(_ supply: Int, _ demand: Int) -> ContractKey {
        ContractKey(from: network.supplies[supply].party, to: network.demands[demand].party, resource: network.supplies[supply].resource)
    }
}

/// What a contract speaks of: who gives what to whom.
struct ContractKey: Hashable {
    var from: Party, to: Party
    var resource: Reference<Resource>

    init(from: Party, to: Party, resource: Reference<Resource>) {
        (self.from, self.to, self.resource) = (from, to, resource)
    }

    init(_ contract: Contract) { self.init(from: contract.from, to: contract.to, resource: contract.resource) }
}
