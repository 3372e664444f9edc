// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// With whom newcomers exchange, and what that changes among the others.
extension Screener {
    /// The exchanges of `parties` with others over the year, the largest gain first; the periods and modes of one are added up, and its distance is
    /// that of the mean unit.
    func partners(_ outcome: Outcome, _ parties: Set<Party>) -> [PartnerLink] {
        var partners: [PartnerLink] = [], positions: [Link: Int] = [:]
        for exchange in outcome.ofTheYear.exchanges where parties.contains(exchange.from) != parties.contains(exchange.to) {
            if let position = positions[Link(exchange)] {
                partners[position].add(exchange)
                continue
            }
            positions[Link(exchange)] = partners.count
            let gives = parties.contains(exchange.from)
            partners.append(
                PartnerLink(
                    partner: gives ? exchange.to : exchange.from, partnerGives: !gives, resource: exchange.resource,
                    asResource: exchange.asResource, quantity: exchange.quantity, kilometres: exchange.kilometres, gain: exchange.gain))
        }
        return partners.sorted { ($1.gain, id($0.partner)) < ($0.gain, id($1.partner)) }
    }

    private struct Link: Hashable {
        var from: Party, to: Party, resource: Reference<Resource>, asResource: Reference<Resource>

        init(_ exchange: PlannedExchange) {
            (from, to, resource, asResource) = (exchange.from, exchange.to, exchange.resource, exchange.asResource)
        }
    }

    private struct End: Hashable { var party: Party, resource: Reference<Resource> }

    /// The exchanges among others that the plan with `parties` has more of, and less of, by the ids of their ends.
    func changes(_ outcome: Outcome, _ parties: Set<Party>) -> (opened: [LinkChange], displaced: [LinkChange]) {
        var before: [Link: Double] = [:], after: [Link: Double] = [:]
        var givers: Set<End> = [], takers: Set<End> = []
        for exchange in baseOutcome.exchanges { before[Link(exchange), default: 0] += exchange.quantity }
        for exchange in outcome.exchanges {
            switch (parties.contains(exchange.from), parties.contains(exchange.to)) {
            case (false, false): after[Link(exchange), default: 0] += exchange.quantity
            case (false, true): givers.insert(End(party: exchange.from, resource: exchange.resource))
            case (true, false): takers.insert(End(party: exchange.to, resource: exchange.asResource))
            case (true, true): break
            }
        }
        var opened: [LinkChange] = [], displaced: [LinkChange] = []
        for link in Set(before.keys).union(after.keys) {
            let (old, new) = (before[link] ?? 0, after[link] ?? 0)
            guard abs(new - old) > 1e-6 * max(old, new) else { continue }
            let isRival =
                givers.contains(End(party: link.from, resource: link.resource))
                || takers.contains(End(party: link.to, resource: link.asResource))
            let change = LinkChange(
                from: link.from, to: link.to, resource: link.resource, asResource: link.asResource, before: old, after: new,
                isRival: isRival)
            if new > old { opened.append(change) } else { displaced.append(change) }
        }
        return (inOrder(opened), inOrder(displaced))
    }

    private func inOrder(_ changes: [LinkChange]) -> [LinkChange] {
        let resources = scenario.tables.resources
        let keyed = changes.map { change in
            (key: [id(change.from), id(change.to), resources[change.resource].id, resources[change.asResource].id], change: change)
        }
        return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.change)
    }

    func id(_ party: Party) -> String {
        switch party {
        case .firm(let firm): scenario.tables.firms[firm].id
        case .process(let process): scenario.tables.processes[process].id
        }
    }
}

extension PartnerLink {
    /// Adds what goes the same way by another mode.
    fileprivate mutating func add(_ exchange: PlannedExchange) {
        let sum = quantity + exchange.quantity
        if exchange.kilometres != kilometres, sum > 0 {
            kilometres = (kilometres * quantity + exchange.kilometres * exchange.quantity) / sum
        }
        (quantity, gain) = (sum, gain + exchange.gain)
    }
}
