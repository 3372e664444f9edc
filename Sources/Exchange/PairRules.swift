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
        /// Lists of which `fill` appends each.
        init(count: Int, _ fill: (_ index: Int, inout [Int32]) -> Void) {
            starts.reserveCapacity(count + 1)
            for index in 0..<count {
                fill(index, &items)
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
        limited = Lists(count: network.demands.count) { index, items in
            for limit in network.demands[index].limits { items.append(tables.qualities[Int(limit.position)].property.position) }
        }
        let known = Lists(count: network.supplies.count) { index, items in
            for property in network.supplies[index].qualities.properties { items.append(property.position) }
        }
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
        var starts = [Int](repeating: -1, count: tables.resources.count), names = LicenceNames(), next = 0
        for index in tables.resources.indices where tables.resources[index].hazardous {
            starts[index] = next
            names.add(tables.resources[index].id, row: next)
            if let code = tables.resources[index].wasteCode, code != tables.resources[index].id { names.add(code, row: next) }
            next += places
        }
        var isLicensed = [Bool](repeating: false, count: next)
        guard next > 0 else { return (starts, isLicensed) }
        func note(_ licences: [String], _ place: Int) {
            for licence in licences { for row in names.rows(of: licence) { isLicensed[row + place] = true } }
        }
        for firm in tables.firms.indices { note(tables.firms[firm].licences, firm) }
        for process in tables.processes.indices { note(tables.processes[process].licences, tables.firms.count + process) }
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
    @inline(__always) func exclusion(_ giver: Giver, _ demand: Int, at to: Int) -> Exclusion? {
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

extension Network {
    /// The exchange that a candidate is one way of, by whatever mode and substitution.
    func key(of candidate: Candidate) -> ContractKey {
        let supply = supplies[Int(candidate.supply)]
        return ContractKey(from: supply.party, to: demands[Int(candidate.demand)].party, resource: supply.resource)
    }
}

/// The rows of licences by the ids and waste codes of hazardous resources.
///
/// Ten thousand firms hold a hundred thousand licences, most of them the same few hundred, which are found again by a look at their bytes.
private struct LicenceNames {
    private var rows: [String: [Int]] = [:]
    private var recent = [(name: String, rows: [Int])](repeating: ("", []), count: 1024)

    mutating func add(_ name: String, row: Int) { rows[name, default: []].append(row) }

    mutating func rows(of name: String) -> [Int] {
        var hash: UInt32 = 2_166_136_261
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let place = Int(hash >> 22)
        if recent[place].name != name { recent[place] = (name, rows[name] ?? []) }
        return recent[place].rows
    }
}
