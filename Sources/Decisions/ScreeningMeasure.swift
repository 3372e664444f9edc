// SPDX-License-Identifier: GPL-3.0-or-later

/// What projects are ranked by. More is better, except of the land and the investment that a project takes.
public enum ScreeningMeasure: String, Hashable, Sendable, CaseIterable {
    /// Money a year that the project adds to the net benefit.
    case gain
    /// kg CO2e, t of waste, t of virgin material, m3 of fresh water, MWh of bought energy a year that it saves.
    case ghg, waste, virgin, water, energy
    /// Jobs; hectares; money.
    case jobs, land, investment

    /// Whether less is better.
    public var isBurden: Bool { self == .land || self == .investment }
}

/// How much each measure counts in a ranking; the weights sum to 1.
public struct ScreeningWeights: Hashable, Sendable {
    /// By measure, the weights above 0.
    public let shares: [ScreeningMeasure: Double]

    /// Weights in any scale; nil where one is negative or not finite, or none is above 0.
    public init?(_ weights: [ScreeningMeasure: Double]) {
        // In the order of the measures, so that the sum comes out the same to the last digit.
        let total = ScreeningMeasure.allCases.reduce(0) { $0 + (weights[$1] ?? 0) }
        guard weights.values.allSatisfy({ $0 >= 0 && $0.isFinite }), total > 0, total.isFinite else { return nil }
        shares = weights.filter { $0.value > 0 }.mapValues { $0 / total }
    }

    private init(shares: [ScreeningMeasure: Double]) { self.shares = shares }

    /// Two fifths the gain, a fifth the gas, and the rest what is saved of waste, virgin material, water and energy.
    public static let standard = ScreeningWeights(
        shares: [.gain: 0.4, .ghg: 0.2, .waste: 0.15, .virgin: 0.15, .water: 0.05, .energy: 0.05])

    /// The measures that count, in the order of ``ScreeningMeasure``.
    public var measures: [ScreeningMeasure] { ScreeningMeasure.allCases.filter { shares[$0] != nil } }

    /// The weight of a measure, 0 where it does not count.
    public subscript(measure: ScreeningMeasure) -> Double { shares[measure] ?? 0 }
}
