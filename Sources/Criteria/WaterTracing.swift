// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// Follows wastewater through treatment and reuse plants to the needs that it meets.
///
/// Water that a plant gives off counts as reused in the share in which it meets needs; what the plant takes in is reused in the share of all
/// that it gives off to its intake. With plants that feed each other the shares are the limit of following the water round.
struct WaterTracing: Sendable {
    /// Wastewater of each party that ends up meeting a need, m3 a year.
    private var reusedByParty: [Int: Double] = [:]
    /// The disposal that it saves, money a year.
    private var savedByParty: [Int: Double] = [:]

    /// What `party` gives off of wastewater and others, or it itself after treatment, use again; m3 a year.
    func reused(by party: Int) -> Double { reusedByParty[party] ?? 0 }

    /// What `party` need not pay for the disposal of wastewater that is used again; money a year.
    func saved(by party: Int) -> Double { savedByParty[party] ?? 0 }

    private struct OutputKey: Hashable { var firm: Int, resource: Reference<Resource>, period: Reference<Period>? }

    private struct Move {
        var from: Int, to: Int
        var volume: Double, disposalCost: Double
        var meetsNeed: Bool
    }

    init(_ flows: Flows, _ parties: Parties) {
        let tables = parties.tables
        // The disposal cost of each firm's output in a period, the resource's where the row has none; a row of the year holds in all of them.
        var costs: [OutputKey: Double] = [:]
        for output in tables.outputs {
            costs[OutputKey(firm: Int(output.firm.position), resource: output.resource, period: output.period)] =
                output.disposalCost ?? tables.resources[output.resource].disposalCost
        }
        func cost(_ from: Int, _ exchange: PlannedExchange) -> Double {
            costs[OutputKey(firm: from, resource: exchange.resource, period: exchange.period)]
                ?? costs[OutputKey(firm: from, resource: exchange.resource, period: nil)]
                ?? tables.resources[exchange.resource].disposalCost
        }
        func volume(_ quantity: Double, _ resource: Reference<Resource>) -> Double? {
            let resource = tables.resources[resource]
            return resource.kind == .water ? resource.unit.convert(quantity, to: .cubicMetre) : nil
        }
        var moves: [Move] = []
        for exchange in flows.exchanges {
            guard let volume = volume(exchange.quantity, exchange.resource), volume > 0 else { continue }
            let (from, to) = (parties.index(exchange.from), parties.index(exchange.to))
            // Water that a works sells to firms is no wastewater, and its use no reuse.
            if from < parties.firmCount, tables.resources[exchange.resource].carrier != .wastewater { continue }
            moves.append(
                Move(
                    from: from, to: to, volume: volume, disposalCost: exchange.quantity * max(0, cost(from, exchange)),
                    meetsNeed: to < parties.firmCount))
        }
        guard !moves.isEmpty else { return }
        var intake: [Int: Double] = [:]
        for flow in flows.processFlows {
            let row = tables.processFlows[flow.flow]
            guard row.role == .input, let volume = volume(flow.quantity, row.resource) else { continue }
            intake[parties.index(.process(row.process)), default: 0] += volume
        }
        let shares = Self.shares(moves.filter { $0.from >= parties.firmCount }, intake)
        for move in moves where move.from < parties.firmCount {
            let share = move.meetsNeed ? 1 : shares[move.to] ?? 0
            reusedByParty[move.from, default: 0] += move.volume * share
            savedByParty[move.from, default: 0] += move.disposalCost * share
        }
    }

    /// Of each plant, the share of its intake that ends up meeting a need.
    private static func shares(_ moves: [Move], _ intake: [Int: Double]) -> [Int: Double] {
        var shares: [Int: Double] = [:]
        // Each round follows the water one plant further; rings lose water on the way, so that the sums settle.
        for _ in 0..<200 {
            var next: [Int: Double] = [:]
            for move in moves {
                guard let intake = intake[move.from], intake > 0 else { continue }
                next[move.from, default: 0] += move.volume / intake * (move.meetsNeed ? 1 : shares[move.to] ?? 0)
            }
            for (plant, share) in next { next[plant] = min(1, share) }
            let isSettled = next.allSatisfy { abs($0.value - (shares[$0.key] ?? 0)) <= 1e-12 }
            shares = next
            if isSettled { break }
        }
        return shares
    }
}
