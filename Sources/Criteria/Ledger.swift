// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// The measures that add up over firms and plants, of one state of affairs: a row for each party, a column for each measure.
///
/// A plant has a row of its own, so that a project's plant at another firm can be told apart from its host.
struct Ledger {
    private let columns = Measure.allCases.count
    private var cells: [Figure]
    /// What is missing for a party's measure, and how much hangs on it.
    private(set) var openParts: [Key: [OpenPart]] = [:]

    /// Between nothing and `amount` of a measure, depending on `gap`; two parts of one party that hang on one gap turn out alike.
    struct OpenPart {
        var gap: Gap
        var amount: Double
    }

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
        openParts = openParts.filter { $0.key.party != party }
    }

    /// Adds something between nothing and `amount`, which may be below nothing, since `gap` is not known.
    mutating func addBetween(_ measure: Measure, _ party: Int, _ amount: Double, _ gap: Gap) {
        guard amount != 0 else { return }
        self[measure, party] += Figure(0, amount)
        let key = Key(party: party, measure: measure)
        if let known = openParts[key]?.firstIndex(where: { $0.gap == gap }) {
            openParts[key]?[known].amount += amount
        } else {
            openParts[key, default: []].append(OpenPart(gap: gap, amount: amount))
        }
    }

    /// Adds something between nothing and `most`, since `gap` is not known.
    mutating func addUpTo(_ measure: Measure, _ party: Int, _ most: Double, _ gap: Gap) {
        if most > 0 { addBetween(measure, party, most, gap) }
    }

    /// A party's measure here less what it is in `other`, knowing that what hangs on one gap turns out alike in both.
    func difference(_ measure: Measure, _ party: Int, from other: Ledger) -> Figure {
        let key = Key(party: party, measure: measure)
        let parts = [(1.0, openParts[key] ?? []), (-1.0, other.openParts[key] ?? [])]
        guard parts.contains(where: { !$0.1.isEmpty }) else { return self[measure, party] - other[measure, party] }
        var widths: [Gap: Double] = [:]
        var least = Figure(0)
        for (sign, list) in parts {
            for part in list {
                widths[part.gap, default: 0] += sign * part.amount
                // A part below nothing reaches down from what is known, one above nothing up.
                least += Figure(sign * min(0, part.amount))
            }
        }
        let known = self[measure, party].low - other[measure, party].low - least.low
        guard known.isFinite, widths.values.allSatisfy(\.isFinite) else { return .unknown }
        return widths.values.sorted().reduce(Figure(known)) { $0 + Figure(0, $1) }
    }
}

extension Measure {
    private static let ordinals = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// The position among all measures.
    var ordinal: Int { Measure.ordinals[self] ?? 0 }
}
