// SPDX-License-Identifier: GPL-3.0-or-later
import Decisions
import Testing

@Suite("Ranking")
struct RankingTests {
    private let two = ScreeningWeights([.gain: 3, .ghg: 1])

    @Test("A score is the weighted sum of shares of the best")
    func scores() throws {
        let ranking = Ranking([[10, 0], [5, 8]], weights: try #require(two))
        expectClose(ranking.scores[0], 0.75)
        expectClose(ranking.scores[1], 0.75 * 0.5 + 0.25)
        #expect(ranking.order == [0, 1])
    }

    @Test("Of all weightings of two measures, the share in which each is first")
    func shares() throws {
        // First wins where w > 0.5 w + (1 − w), that is w > 2/3: a third of all weightings.
        let ranking = Ranking([[10, 0], [5, 8]], weights: try #require(two))
        #expect(abs(ranking.first[0] - 1.0 / 3) < 0.009)
        #expect(abs(ranking.first[0] + ranking.first[1] - 1) < 1e-12)
        #expect(ranking.firstThree == [1, 1])
    }

    @Test("The shares are the same in every run, in whatever order a table keeps the weights")
    func sameShares() throws {
        let given: [(ScreeningMeasure, Double)] = [(.gain, 0.1), (.ghg, 0.7), (.waste, 0.2), (.jobs, 0.3), (.land, 0.05)]
        var seen: Set<[Double]> = []
        for capacity in 0..<200 {
            var weights: [ScreeningMeasure: Double] = Dictionary(minimumCapacity: capacity)
            for (measure, weight) in given { weights[measure] = weight }
            let made = try #require(ScreeningWeights(weights))
            seen.insert(made.measures.map { made[$0] })
        }
        #expect(seen.count == 1)
    }

    @Test("Three measures, each alternative best in one: each is first in a third of all weightings")
    func simplex() throws {
        let weights = try #require(ScreeningWeights([.gain: 1, .ghg: 1, .waste: 1]))
        let ranking = Ranking([[1, 0, 0], [0, 1, 0], [0, 0, 1]], weights: weights)
        for share in ranking.first { #expect(abs(share - 1.0 / 3) < 0.009) }
    }

    @Test("Ties share a place, and a burden counts against")
    func ties() throws {
        let weights = try #require(ScreeningWeights([.land: 1]))
        let ranking = Ranking([[2], [4], [2], [nil]], weights: weights)
        #expect(ranking.scores == [-0.5, -1, -0.5, -1])
        #expect(ranking.first == [0.5, 0, 0.5, 0])
        #expect(ranking.firstThree == [1, 0.5, 1, 0.5])
        #expect(ranking.order == [0, 2, 1, 3])
    }

    @Test("Weights that are none", arguments: [[.gain: -1], [.gain: 0], [:], [.gain: .infinity]] as [[ScreeningMeasure: Double]])
    func noWeights(weights: [ScreeningMeasure: Double]) { #expect(ScreeningWeights(weights) == nil) }
}
