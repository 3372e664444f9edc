// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// How many pairs each rule excludes.
struct ExclusionCounts {
    private var pairs = [Int](repeating: 0, count: Exclusion.allCases.count)

    /// Counts a pair; nil is a candidate.
    mutating func add(_ exclusion: Exclusion?) { if let exclusion { pairs[exclusion.order] += 1 } }

    /// The pairs that a rule excludes.
    subscript(_ rule: Exclusion) -> Int { pairs[rule.order] }

    /// The rules that exclude any, those that exclude most first.
    var byPairs: [(rule: Exclusion, pairs: Int)] {
        let told = Exclusion.allCases.map { (rule: $0, pairs: self[$0]) }.filter { $0.pairs > 0 }
        return told.sorted { ($1.pairs, $0.rule.rawValue) < ($0.pairs, $1.rule.rawValue) }
    }
}

extension Exclusion {
    /// The place in the order in which the rules are asked, from 0.
    fileprivate var order: Int {
        switch self {
        case .samePlace: 0
        case .contract: 1
        case .licence: 2
        case .quality: 3
        case .mode: 4
        case .closedRoute: 5
        case .distance: 6
        case .loss: 7
        }
    }
}
