// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// The links of a state of affairs: one for each giver, taker and resource, between different firms and plants. What is handed over for
/// treatment alone is none (``Treatment``).
struct Links: Sendable {
    /// A link: its ends by number, what moves, and how much of it.
    struct Link: Sendable {
        /// The two parties, and the firms or plants that they count as.
        var from: Int, to: Int, giver: Int, taker: Int
        var resource: Reference<Resource>
        var tonnes: Double, kilometres: Double
        var isInPark: Bool, isPlant: Bool
        var isContracted: Bool, isSigned: Bool
        var isHazardous: Bool, isLicensed: Bool
        /// The use, where all of what moves has the same; nil where it is not known.
        var use: SubstitutionUse?
        var gap: Gap
        var kind: ResourceKind, carrier: Carrier?
    }

    private(set) var all: [Link] = []

    init(_ flows: Flows, _ parties: Parties) {
        struct Key: Hashable {
            var giver: Int, taker: Int
            var resource: Reference<Resource>
        }
        var positions: [Key: Int] = [:]
        let treatment = Treatment(flows, parties)
        for exchange in flows.exchanges where exchange.quantity > 0 && !treatment.isTreatment(Treatment.Delivery(exchange, parties)) {
            let (from, to) = (parties.index(exchange.from), parties.index(exchange.to))
            let key = Key(giver: parties.owners[from], taker: parties.owners[to], resource: exchange.resource)
            guard key.giver != key.taker else { continue }
            let link = Link(exchange, parties)
            guard let known = positions[key] else {
                positions[key] = all.count
                all.append(link)
                continue
            }
            all[known].tonnes += link.tonnes
            all[known].isContracted = all[known].isContracted || link.isContracted
            all[known].isSigned = all[known].isSigned || link.isSigned
            all[known].isLicensed = all[known].isLicensed && link.isLicensed
            if all[known].use != link.use { all[known].use = nil }
        }
    }

    /// Counts of links and of the groups that they make; nil for another measure.
    func value(_ measure: Measure, members: [Int], isNetwork: Bool) -> Figure? {
        switch measure {
        case .exchanges, .exchangesInPark, .exchangesBeyondPark, .networks, .networksInPark, .exchangingFirms, .partners, .meanKilometres:
            break
        default: return nil
        }
        let members = Set(members)
        let own = all.filter { members.contains($0.from) || members.contains($0.to) }
        let inPark = own.filter(\.isInPark)
        let number: Int
        switch measure {
        case .exchanges: number = own.count
        case .exchangesInPark: number = inPark.count
        case .exchangesBeyondPark: number = own.count - inPark.count
        case .networks: number = Self.groups(own)
        case .networksInPark: number = Self.groups(inPark)
        case .exchangingFirms:
            number =
                Set(own.flatMap { [members.contains($0.from) ? $0.giver : -1, members.contains($0.to) ? $0.taker : -1] })
                .subtracting([-1]).count
        case .partners:
            number = Set(own.flatMap { [$0.giver, $0.taker] }).subtracting(members).count
        default:
            guard !own.isEmpty else { return Figure(0) }
            return Figure(own.reduce(0) { $0 + $1.kilometres } / Double(own.count))
        }
        return Figure(Double(number))
    }

    /// How many connected groups the links make.
    private static func groups(_ links: [Link]) -> Int {
        var parents: [Int: Int] = [:]
        func root(_ node: Int) -> Int {
            var node = node
            while let parent = parents[node], parent != node { node = parent }
            return node
        }
        for link in links {
            for end in [link.giver, link.taker] where parents[end] == nil { parents[end] = end }
            let (first, second) = (root(link.giver), root(link.taker))
            if first != second { parents[max(first, second)] = min(first, second) }
        }
        return parents.count { $0.key == $0.value }
    }
}

extension Links.Link {
    fileprivate init(_ exchange: PlannedExchange, _ parties: Parties) {
        let tables = parties.tables, resource = tables.resources[exchange.resource]
        (from, to) = (parties.index(exchange.from), parties.index(exchange.to))
        (giver, taker) = (parties.owners[from], parties.owners[to])
        self.resource = exchange.resource
        tonnes = parties.tonnes(exchange.resource).map { $0 * exchange.quantity } ?? 0
        kilometres = exchange.kilometres
        isInPark = parties.parks[from] != nil && parties.parks[from] == parties.parks[to]
        isPlant = to >= parties.firmCount
        let contract = tables.contracts.first { $0.from == exchange.from && $0.to == exchange.to && $0.resource == exchange.resource }
        isContracted = contract != nil
        isSigned = contract?.status == .running || contract?.status == .signed
        isHazardous = resource.hazardous
        // A hazardous exchange is a candidate only where the taker is licensed, so that what is planned is.
        let licences = to < parties.firmCount ? tables.firms[to].licences : tables.processes[to - parties.firmCount].licences
        isLicensed = !resource.hazardous || licences.contains { $0 == resource.id || $0 == resource.wasteCode }
        use = exchange.use
        gap = .use(exchange.resource, exchange.asResource)
        (kind, carrier) = (resource.kind, resource.carrier)
    }
}
