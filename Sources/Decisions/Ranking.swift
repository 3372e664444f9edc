// SPDX-License-Identifier: GPL-3.0-or-later

/// A ranking of alternatives by a weighted sum, and how far it depends on the weights.
///
/// Each measure is divided by the largest size that any alternative has of it, so that the best one counts 1 and one that adds nothing counts 0;
/// burdens count negative. The score is Σ weight · that. How sure the ranking is: of all weightings of the measures that count, drawn
/// uniformly from the simplex of weights, the share in which an alternative stands first, and among the first three (stochastic
/// multicriteria acceptability, Lahdelma, Hokkanen and Salminen 1998, rank acceptability with no preference given).
public struct Ranking: Sendable {
    /// Per alternative: its score, the share of weightings in which it is first, and among the first three.
    public private(set) var scores: [Double], first: [Double], firstThree: [Double]
    /// Positions of the alternatives, the best first; equal scores in the order given.
    public private(set) var order: [Int]

    /// The number of weightings drawn: a share is within 0.9 points of the true one at 99 % confidence.
    public static let draws = 20_000

    /// Ranks alternatives by rows of values, one row per alternative and one column per measure of `weights.measures`; nil is not known, and
    /// counts as nothing gained, or as the largest burden.
    public init(_ values: [[Double?]], weights: ScreeningWeights) {
        let measures = weights.measures
        let known = measures.indices.map { column in values.compactMap { $0[column]?.magnitude }.max() ?? 0 }
        let scaled: [[Double]] = values.map { row in
            measures.indices.map { column in
                guard known[column] > 0 else { return 0 }
                let isBurden = measures[column].isBurden
                let value = row[column] ?? (isBurden ? known[column] : 0)
                return (isBurden ? -value : value) / known[column]
            }
        }
        scores = scaled.map { row in zip(row, measures).reduce(0) { $0 + $1.0 * weights[$1.1] } }
        let scores = scores
        order = values.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        (first, firstThree) = Ranking.shares(scaled, measures: measures.count)
    }

    /// The shares of weightings; alternatives that tie share their places evenly.
    private static func shares(_ scaled: [[Double]], measures: Int) -> (first: [Double], three: [Double]) {
        var first = [Double](repeating: 0, count: scaled.count), three = first
        guard !scaled.isEmpty else { return (first, three) }
        // One measure has one weighting.
        let draws = measures < 2 ? 1 : draws
        var numbers = SeededDraws(), scores = first
        var cuts = [Double](repeating: 0, count: max(measures - 1, 0))
        for _ in 0..<draws {
            // The gaps between sorted uniform cuts of 0…1 are uniform on the simplex (Devroye 1986, chapter V, theorem 2.1).
            for index in cuts.indices { cuts[index] = numbers.next() }
            cuts.sort()
            for index in scaled.indices {
                var score = 0.0, last = 0.0
                for measure in 0..<measures {
                    let cut = measure < cuts.count ? cuts[measure] : 1
                    score += scaled[index][measure] * (cut - last)
                    last = cut
                }
                scores[index] = score
            }
            for index in scores.indices {
                let better = scores.count { $0 > scores[index] + 1e-12 }
                let equal = scores.count { abs($0 - scores[index]) <= 1e-12 }
                if better == 0 { first[index] += 1 / Double(equal) }
                if better < 3 { three[index] += min(1, Double(3 - better) / Double(equal)) }
            }
        }
        return (first.map { $0 / Double(draws) }, three.map { $0 / Double(draws) })
    }
}

/// Numbers from 0 to 1 that are the same on every machine and in every run: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededDraws {
    private var state: UInt64 = 0x5EED_0F5C_4EE1_2026

    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
    }
}
