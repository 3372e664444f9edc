// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// The measures that add up over firms and plants, of one state of affairs: a row for each party, a column for each measure.
///
/// A plant has a row of its own, so that a project's plant at another firm can be told apart from its host.
struct Ledger {
    private let columns = Measure.allCases.count
    private var cells: [Figure]
    /// What is missing for a party's measure.
    private(set) var gaps: [Key: [Gap]] = [:]

    struct Key: Hashable {
        var party: Int
        var measure: Measure
    }

    init(parties: Int) { cells = [Figure](repeating: Figure(0), count: parties * Measure.allCases.count) }

    private func index(_ measure: Measure, _ party: Int) -> Int { party * columns + measure.ordinal }

    subscript(measure: Measure, party: Int) -> Figure {
        get { cells[index(measure, party)] }
        set { cells[index(measure, party)] = newValue }
    }

    mutating func add(_ measure: Measure, _ party: Int, _ amount: Double) {
        if amount != 0 { self[measure, party] += Figure(amount) }
    }

    /// Sets everything of a party back to nothing.
    mutating func clear(_ party: Int) {
        for cell in (party * columns)..<((party + 1) * columns) { cells[cell] = Figure(0) }
        gaps = gaps.filter { $0.key.party != party }
    }

    /// Adds something between nothing and `amount`, which may be below nothing, since `gap` is not known.
    mutating func addBetween(_ measure: Measure, _ party: Int, _ amount: Double, _ gap: Gap) {
        guard amount != 0 else { return }
        self[measure, party] += Figure(0, amount)
        let key = Key(party: party, measure: measure)
        if gaps[key]?.contains(gap) != true { gaps[key, default: []].append(gap) }
    }

    /// Adds something between nothing and `most`, since `gap` is not known.
    mutating func addUpTo(_ measure: Measure, _ party: Int, _ most: Double, _ gap: Gap) {
        guard most > 0 else { return }
        self[measure, party] += Figure(0, most)
        let key = Key(party: party, measure: measure)
        if gaps[key]?.contains(gap) != true { gaps[key, default: []].append(gap) }
    }
}

extension Measure {
    private static let ordinals = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// The position among all measures.
    var ordinal: Int { Measure.ordinals[self] ?? 0 }
}
