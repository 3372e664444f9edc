// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// The cheap pass that makes degenerate plans definite.
extension Formulation {
    /// Costs of some columns in the tidying pass: an exchange counts by the share of what it could at most move, longer ones more.
    ///
    /// It is the relaxation of a charge for each exchange that is used: Σ x_a / most_a · (1 + km / 100 + tie_a / 1000). Firms of one park stand
    /// at one distance, so that plans would tie here too; the last term, of the size of 100 m of way, leaves one of them. It comes from the ids
    /// alone: neither the order of rows, nor a unit, nor a firm that takes no part has a say in it.
    func tidiness(of columns: [Int]) -> [Double] {
        let tables = network.scenario.tables
        let measure = DeliveredMeasure(tables)
        var ties = Ties(network)
        var stored: [Int: Double] = [:]
        // What nobody waits for is not stored: half of what an exchange counts, by the share of the room that is filled.
        for (index, store) in network.stores.enumerated() {
            let capacity = tables.storages[store.storage].capacity
            guard capacity > 0 else { continue }
            for (period, column) in held[index].enumerated() { stored[column] = (0.5 + Double(period) * 1e-4) / capacity }
        }
        var costs: [Double] = []
        costs.reserveCapacity(columns.count)
        for column in columns {
            guard column >= firstCandidate, column < firstCandidate + candidates.count else {
                costs.append(stored[column] ?? 0)
                continue
            }
            let candidate = candidates[column - firstCandidate], taken = network.most(of: network.demands[Int(candidate.demand)])
            let most = min(mostGiven[Int(candidate.supply)], taken / measure.delivered(candidate))
            costs.append(most > 0 && most.isFinite ? (1 + candidate.kilometres / 100 + ties.fraction(candidate) / 1000) / most : 0)
        }
        return costs
    }

    /// The most that a candidate can move in its period, by its supply (with what a storage can hand out) and its demand.
    func mostDispatched(_ candidate: Candidate) -> Double {
        let demand = Int(candidate.demand), delivered = network.terms(of: candidate).delivered
        return min(mostGiven[Int(candidate.supply)], network.most(of: network.demands[demand]) / delivered)
    }
}

/// A fraction of 0 to 1 for each candidate, from the ids of its ends and its mode.
private struct Ties {
    private let network: Network, modes: [UInt64]
    /// Of the ends that were asked for; the others take no part in this.
    private var supplies: [UInt64?], demands: [UInt64?]

    init(_ network: Network) {
        self.network = network
        modes = network.scenario.tables.modes.map { IdentifierHash("by", $0.id).value }
        supplies = [UInt64?](repeating: nil, count: network.supplies.count)
        demands = [UInt64?](repeating: nil, count: network.demands.count)
    }

    mutating func fraction(_ candidate: Candidate) -> Double {
        let supply = Int(candidate.supply), demand = Int(candidate.demand), mode = candidate.mode.map { modes[Int($0.position)] } ?? 0
        let from = supplies[supply] ?? hash("from", network.supplies[supply].party, network.supplies[supply].resource)
        let to = demands[demand] ?? hash("to", network.demands[demand].party, network.demands[demand].resource)
        (supplies[supply], demands[demand]) = (from, to)
        return IdentifierHash.fraction(from &+ 3 &* to &+ 5 &* mode)
    }

    private func hash(_ side: String, _ party: Party, _ resource: Reference<Resource>) -> UInt64 {
        IdentifierHash(side, network.scenario.tables.id(of: party), network.scenario.tables.resources[resource].id).value
    }
}

/// A number that some ids always give, on every machine and in every run (Swift's own hashes differ from run to run): FNV-1a of 64 bits.
struct IdentifierHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ words: String...) {
        for word in words {
            for byte in word.utf8 { mix(byte) }
            // A byte that no id holds keeps `a`, `bc` and `ab`, `c` apart.
            mix(0)
        }
    }

    private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// A fraction of 0 to 1 that spreads evenly (the finisher of MurmurHash3, Appleby 2011).
    static func fraction(_ number: UInt64) -> Double {
        var mixed = number
        mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return Double((mixed ^ (mixed >> 33)) >> 11) / 9_007_199_254_740_992
    }
}
