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
        let supplies = network.supplies.map { IdentifierHash("from", tables.id(of: $0.party), tables.resources[$0.resource].id).value }
        let demands = network.demands.map { IdentifierHash("to", tables.id(of: $0.party), tables.resources[$0.resource].id).value }
        let modes = tables.modes.map { IdentifierHash("by", $0.id).value }
        let mostTaken = network.demands.map { network.most(of: $0) }, measure = DeliveredMeasure(tables)
        func cost(_ candidate: Candidate) -> Double {
            let most = min(mostGiven[Int(candidate.supply)], mostTaken[Int(candidate.demand)] / measure.delivered(candidate))
            guard most > 0, most.isFinite else { return 0 }
            let mode = candidate.mode.map { modes[Int($0.position)] } ?? 0
            let tie = IdentifierHash.fraction(supplies[Int(candidate.supply)] &+ 3 &* demands[Int(candidate.demand)] &+ 5 &* mode)
            return (1 + candidate.kilometres / 100 + tie / 1000) / most
        }
        var stored: [Int: Double] = [:]
        // What nobody waits for is not stored: half of what an exchange counts, by the share of the room that is filled.
        for (index, store) in network.stores.enumerated() {
            let capacity = tables.storages[store.storage].capacity
            guard capacity > 0 else { continue }
            for (period, column) in held[index].enumerated() { stored[column] = (0.5 + Double(period) * 1e-4) / capacity }
        }
        let range = firstCandidate..<firstCandidate + candidates.count
        return columns.map { range.contains($0) ? cost(candidates[$0 - firstCandidate]) : stored[$0] ?? 0 }
    }

    /// The most that a candidate can move in its period, by its supply (with what a storage can hand out) and its demand.
    func mostDispatched(_ candidate: Candidate) -> Double {
        let demand = Int(candidate.demand), delivered = network.terms(of: candidate).delivered
        return min(mostGiven[Int(candidate.supply)], network.most(of: network.demands[demand]) / delivered)
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
