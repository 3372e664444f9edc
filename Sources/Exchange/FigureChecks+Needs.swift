// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FigureChecks {
    /// The row of a need that must be met by exchange alone; nil for what can be bought, what is for nothing, and inputs of processes.
    func unbought(_ demand: Int) -> Need? {
        guard network.demands[demand].virginPrice == nil, network.demands[demand].quantity > 0,
            case .need(let need) = network.demands[demand].origin
        else { return nil }
        return tables.needs[need]
    }

    /// Each need that cannot be bought, against all givers within its reach and against its share.
    mutating func checkNeeds() {
        var finder: (finder: CandidateFinder, givers: [[Int]])?
        // Most can be bought: no record is copied for them.
        let demands = network.demands
        for index in demands.indices where demands[index].virginPrice == nil {
            guard let need = unbought(index) else { continue }
            let (demand, resource, firm) = (network.demands[index], resource(ofDemand: index), tables.firms[need.firm].id)
            guard !waysOfDemand[index].isEmpty else {
                let known =
                    finder
                    ?? {
                        let made = CandidateFinder(network); return (made, made.givers)
                    }()
                finder = known
                let why = known.finder.exclusions(ofDemand: index, from: known.givers).byPairs.first?.rule
                report(
                    .needWithoutGiver(firm: firm, resource: resource.id, quantity: demand.quantity, unit: resource.unit, why: why), .needs,
                    need.provenance, "quantity")
                continue
            }
            let within = reach(ofDemand: index, quantity: demand.quantity)
            if exceeds(demand.quantity, within) {
                report(
                    .needAboveReach(firm: firm, resource: resource.id, quantity: demand.quantity, within: within, unit: resource.unit),
                    .needs,
                    need.provenance, "quantity")
            }
            let rest = (1 - demand.maximumShare) * demand.quantity
            if exceeds(rest, 0) {
                report(
                    .needAboveShare(firm: firm, resource: resource.id, share: demand.maximumShare, rest: rest, unit: resource.unit), .needs,
                    need.provenance, "max_secondary_share")
            }
        }
    }

    /// Needs of one resource that share givers, together against all that those have.
    mutating func checkNeedsTogether() {
        for group in groupsOfNeeds() where group.count > 1 {
            // Where one of them alone asks too much, that has been told.
            guard group.allSatisfy({ !exceeds(network.demands[$0].quantity, reach(ofDemand: $0, quantity: network.demands[$0].quantity)) })
            else { continue }
            var delivered: [Int32: Double] = [:], order: [Int32] = []
            for way in group.flatMap({ waysOfDemand[$0] }) {
                let supply = candidates[way].supply
                if delivered[supply] == nil { order.append(supply) }
                delivered[supply] = max(delivered[supply] ?? 0, terms[way].delivered)
            }
            let within = order.reduce(0) { $0 + most(ofSupply: Int($1)) * (delivered[$1] ?? 0) }
            let asked = group.reduce(0) { $0 + network.demands[$1].quantity }
            guard exceeds(asked, within), let first = group.first, let need = unbought(first) else { continue }
            let resource = resource(ofDemand: first)
            report(
                .needsAboveReach(
                    firms: group.map { id(of: network.demands[$0].party) }, resource: resource.id, quantity: asked, within: within,
                    unit: resource.unit), .needs, need.provenance, "quantity")
        }
    }

    /// The needs that cannot be bought, those of one resource together that are joined by common givers; in the order of demands.
    private func groupsOfNeeds() -> [[Int]] {
        struct Giver: Hashable { var supply: Int32, resource: Int32 }
        var leader = Array(network.demands.indices), first: [Giver: Int] = [:]
        func root(_ demand: Int) -> Int {
            var demand = demand
            while leader[demand] != demand { demand = leader[demand] }
            return demand
        }
        var groups: [Int: [Int]] = [:], order: [Int] = []
        let members = network.demands.indices.filter { unbought($0) != nil && !waysOfDemand[$0].isEmpty }
        for demand in members {
            for way in waysOfDemand[demand] {
                let giver = Giver(supply: candidates[way].supply, resource: network.demands[demand].resource.position)
                if let other = first[giver] {
                    let (one, two) = (root(other), root(demand))
                    leader[max(one, two)] = min(one, two)
                } else {
                    first[giver] = demand
                }
            }
        }
        for demand in members {
            let head = root(demand)
            if groups[head] == nil { order.append(head) }
            groups[head, default: []].append(demand)
        }
        return order.compactMap { groups[$0] }
    }
}
