// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// The known qualities of something given off: a value for each of a few properties.
///
/// A supply has two or three of them, so that a look along a list is cheaper than a table.
public struct QualityValues: Sendable {
    private var entries: [(property: Reference<Property>, value: Double)] = []

    init() {}

    /// Adds the value of a property that has none yet.
    mutating func add(_ value: Double, of property: Reference<Property>) { entries.append((property, value)) }

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
        var row: Int32, resource: Int32, property: Reference<Property>, scope: QualityScope
        var isLimit: Bool, value: Double?
    }
    private let tables: Tables
    /// The rows by party, firms before processes, those of one in the order of the table; where each party's begin.
    private let entries: [Entry], starts: [Int32]

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
                    row: Int32(row), resource: tables.qualities[row].resource.position, property: tables.qualities[row].property,
                    scope: tables.qualities[row].scope,
                    isLimit: tables.qualities[row].minimum != nil || tables.qualities[row].maximum != nil,
                    value: tables.qualities[row].value))
        }
        let order = RankOrder(parties, below: firmCount + tables.processes.count)
        self.entries = order.apply(to: entries)
        starts = order.starts
    }

    private static func index(of party: Party, _ firmCount: Int) -> Int {
        switch party {
        case .firm(let firm): Int(firm.position)
        case .process(let process): firmCount + Int(process.position)
        }
    }

    @inline(__always) private func forEach(
        _ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>, _ body: (Entry) -> Void
    ) {
        let party = QualityRows.index(of: party, tables.firms.count)
        for index in Int(starts[party])..<Int(starts[party + 1]) {
            let entry = entries[index]
            if entry.resource == resource.position, entry.scope == scope { body(entry) }
        }
    }

    /// What is known of a supply.
    func known(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> QualityValues {
        var values = QualityValues()
        forEach(scope, party, resource) { entry in if let value = entry.value { values.add(value, of: entry.property) } }
        return values
    }

    /// The rows that limit what arrives at a demand, by the property's id.
    func limits(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> [Reference<Quality>] {
        var rows: [Reference<Quality>] = []
        forEach(scope, party, resource) { entry in if entry.isLimit { rows.append(Reference(Int(entry.row))) } }
        guard rows.count > 1 else { return rows }
        return rows.sorted { tables.properties[tables.qualities[$0].property].id < tables.properties[tables.qualities[$1].property].id }
    }
}
