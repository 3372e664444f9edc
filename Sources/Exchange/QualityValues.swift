// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// The known qualities of something given off: a value for each of a few properties.
///
/// A supply has two or three of them, so that a look along a list is cheaper than a table.
public struct QualityValues: Sendable {
    typealias Entry = (property: Reference<Property>, value: Double)

    /// A part of a list that all supplies share, for which nobody asks room of its own.
    private let entries: ArraySlice<Entry>

    init(_ entries: ArraySlice<Entry>) { self.entries = entries }

    /// The properties whose values are known.
    var properties: some Sequence<Reference<Property>> { entries.lazy.map(\.property) }

    /// The value of a property; nil where it is not known.
    public subscript(property: Reference<Property>) -> Double? {
        for entry in entries where entry.property == property { return entry.value }
        return nil
    }
}

/// The rows of `qualities`, found by whom they speak of.
///
/// What is asked of a row is laid out by party: the rows of one stand together, and a hundred thousand looks stay in the processor's cache.
struct QualityRows {
    private struct Entry {
        var row: Int32, resource: Int32, scope: QualityScope, isLimit: Bool, hasValue: Bool
    }
    private let tables: Tables
    /// The rows by party, firms before processes, those of one in the order of the table; where each party's begin.
    private let entries: [Entry], starts: [Int32]
    /// Beside each row, its value; 0 where it has none.
    private let values: [QualityValues.Entry]

    init(_ tables: Tables) {
        self.tables = tables
        let firmCount = tables.firms.count
        var entries: [Entry] = [], parties: [Int32] = []
        entries.reserveCapacity(tables.qualities.count)
        parties.reserveCapacity(tables.qualities.count)
        for row in tables.qualities.indices {
            guard let party = tables.qualities[row].party else { continue }
            parties.append(Int32(QualityRows.index(of: party, firmCount)))
            entries.append(
                Entry(
                    row: Int32(row), resource: tables.qualities[row].resource.position, scope: tables.qualities[row].scope,
                    isLimit: tables.qualities[row].minimum != nil || tables.qualities[row].maximum != nil,
                    hasValue: tables.qualities[row].value != nil))
        }
        let order = RankOrder(parties, below: firmCount + tables.processes.count)
        entries = order.apply(to: entries)
        values = entries.map { entry in
            let row = Int(entry.row)
            return (tables.qualities[row].property, tables.qualities[row].value ?? 0)
        }
        self.entries = entries
        starts = order.starts
    }

    private static func index(of party: Party, _ firmCount: Int) -> Int {
        switch party {
        case .firm(let firm): Int(firm.position)
        case .process(let process): firmCount + Int(process.position)
        }
    }

    @inline(__always) private func forEach(
        _ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>, _ body: (_ index: Int, Entry) -> Void
    ) {
        let party = QualityRows.index(of: party, tables.firms.count)
        for index in Int(starts[party])..<Int(starts[party + 1]) {
            let entry = entries[index]
            if entry.resource == resource.position, entry.scope == scope { body(index, entry) }
        }
    }

    /// What is known of a supply.
    func known(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> QualityValues {
        var first = 0, last = -1, count = 0
        forEach(scope, party, resource) { index, entry in
            guard entry.hasValue else { return }
            if count == 0 { first = index }
            (last, count) = (index, count + 1)
        }
        // They stand together in nearly every table.
        if last - first + 1 == count { return QualityValues(values[first..<first + count]) }
        var apart: [QualityValues.Entry] = []
        forEach(scope, party, resource) { index, entry in if entry.hasValue { apart.append(values[index]) } }
        return QualityValues(apart[...])
    }

    /// The rows that limit what arrives at a demand, by the property's id.
    func limits(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> [Reference<Quality>] {
        var rows: [Reference<Quality>] = []
        forEach(scope, party, resource) { _, entry in if entry.isLimit { rows.append(Reference(Int(entry.row))) } }
        guard rows.count > 1 else { return rows }
        return rows.sorted { tables.properties[tables.qualities[$0].property].id < tables.properties[tables.qualities[$1].property].id }
    }
}
