// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// Tells what is handed over for treatment, which is basic infrastructure (Decree 35/2022, Article 37.1.b), from symbiosis (37.2.b).
///
/// A delivery to a plant is for treatment where nothing says that it is used: no substitution names its use, the plant could not buy what it
/// takes in, and nothing that the plant makes of it meets a need, directly or through further plants, or is sold or used elsewhere. Of water and
/// energy the sludge and ash of the plant are not what is made of them. Plants that only feed each other use nothing.
struct Treatment {
    /// Something that is given, or could be.
    struct Delivery {
        /// The ends by number, and the kind of what is given.
        var from: Int, to: Int, kind: ResourceKind
        /// Whether its use is named, or it replaces what the taker could buy.
        var replacesPurchase: Bool
    }

    private let firmCount: Int
    /// The plants of which something comes to use, and those of which something that is no material does.
    private var using: Set<Int>, usingBeyondMaterial: Set<Int>

    init(_ deliveries: [Delivery], usedElsewhere: [(plant: Int, kind: ResourceKind)], firmCount: Int) {
        self.firmCount = firmCount
        using = Set(usedElsewhere.map(\.plant))
        usingBeyondMaterial = Set(usedElsewhere.filter { $0.kind != .material }.map(\.plant))
        let onward = deliveries.filter { $0.from >= firmCount }
        var isSettled = false
        while !isSettled {
            let before = (using.count, usingBeyondMaterial.count)
            for delivery in onward where !isTreatment(delivery) {
                using.insert(delivery.from)
                if delivery.kind != .material { usingBeyondMaterial.insert(delivery.from) }
            }
            isSettled = before == (using.count, usingBeyondMaterial.count)
        }
    }

    /// Whether a delivery is for treatment.
    func isTreatment(_ delivery: Delivery) -> Bool {
        guard delivery.to >= firmCount, !delivery.replacesPurchase else { return false }
        switch delivery.kind {
        case .water, .energy: return !usingBeyondMaterial.contains(delivery.to)
        case .material, .product: return !using.contains(delivery.to)
        }
    }
}

extension Treatment {
    /// What is for treatment in a state of affairs.
    init(_ flows: Flows, _ parties: Parties) {
        let elsewhere = flows.processFlows.filter { $0.outside > 0 }.map { parties.tables.processFlows[$0.flow] }
        self.init(
            flows.exchanges.filter { $0.quantity > 0 }.map { Delivery($0, parties) }, usedElsewhere: Self.usedElsewhere(elsewhere, parties),
            firmCount: parties.firmCount)
    }

    /// What could be nothing but treatment, whatever the plan.
    init(inEveryPlanOf planner: Planner, _ parties: Parties) {
        self.init(
            planner.candidates.map { Delivery($0, planner.network, parties) },
            usedElsewhere: Self.usedElsewhere(Array(parties.tables.processFlows), parties), firmCount: parties.firmCount)
    }

    /// Of rows of what plants give off, those that somebody outside of the scenario buys or uses.
    private static func usedElsewhere(_ rows: [ProcessFlow], _ parties: Parties) -> [(plant: Int, kind: ResourceKind)] {
        rows.filter { $0.role == .output }.compactMap { row in
            let resource = parties.tables.resources[row.resource]
            let isUsed: Bool =
                switch row.disposalRoute ?? resource.disposalRoute {
                case .sale, .reuse, .recycling, .composting, .energyRecovery: true
                case .landfill, .incineration, .treatment, .discharge: false
                // A product, or what earns, is not thrown away.
                case nil: resource.kind == .product || (row.disposalCost ?? resource.disposalCost) < 0
                }
            return isUsed ? (parties.index(.process(row.process)), resource.kind) : nil
        }
    }
}

extension Treatment.Delivery {
    init(_ exchange: PlannedExchange, _ parties: Parties) {
        let rows = parties.tables.processFlows
        let isBought = rows.contains {
            .process($0.process) == exchange.to && $0.resource == exchange.asResource && $0.role == .input && $0.virginPrice != nil
        }
        self.init(
            from: parties.index(exchange.from), to: parties.index(exchange.to), kind: parties.tables.resources[exchange.resource].kind,
            replacesPurchase: exchange.use != nil || isBought)
    }

    init(_ candidate: Candidate, _ network: Network, _ parties: Parties) {
        let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
        let use = candidate.substitution.flatMap { parties.tables.substitutions[$0].use }
        self.init(
            from: parties.index(supply.party), to: parties.index(demand.party), kind: parties.tables.resources[supply.resource].kind,
            replacesPurchase: use != nil || demand.virginPrice != nil)
    }
}
