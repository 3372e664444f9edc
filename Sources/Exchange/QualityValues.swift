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
struct QualityRows {
    private let tables: Tables
    /// Per party, firms before processes, its first row; per row, the party's next; −1 where there is none.
    private var first: [Int32], next: [Int32]

    init(_ tables: Tables) {
        self.tables = tables
        first = [Int32](repeating: -1, count: tables.firms.count + tables.processes.count)
        next = [Int32](repeating: -1, count: tables.qualities.count)
        // From the last row to the first, so that a party's rows come in the order of the table.
        for row in tables.qualities.indices.reversed() {
            guard let party = tables.qualities[row].party else { continue }
            let position = index(of: party)
            next[row] = first[position]
            first[position] = Int32(truncatingIfNeeded: row)
        }
    }

    private func index(of party: Party) -> Int {
        switch party {
        case .firm(let firm): Int(firm.position)
        case .process(let process): tables.firms.count + Int(process.position)
        }
    }

    private func forEach(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>, _ body: (Reference<Quality>) -> Void) {
        var row = first[index(of: party)]
        while row >= 0 {
            let reference = Reference<Quality>(Int(row))
            if tables.qualities[reference].resource == resource, tables.qualities[reference].scope == scope { body(reference) }
            row = next[Int(row)]
        }
    }

    /// What is known of a supply.
    func known(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> QualityValues {
        var values = QualityValues()
        forEach(scope, party, resource) { row in
            if let value = tables.qualities[row].value { values.add(value, of: tables.qualities[row].property) }
        }
        return values
    }

    /// The rows that limit what arrives at a demand, by the property's id.
    func limits(_ scope: QualityScope, _ party: Party, _ resource: Reference<Resource>) -> [Reference<Quality>] {
        var rows: [Reference<Quality>] = []
        forEach(scope, party, resource) { row in
            if tables.qualities[row].minimum != nil || tables.qualities[row].maximum != nil { rows.append(row) }
        }
        guard rows.count > 1 else { return rows }
        return rows.sorted { tables.properties[tables.qualities[$0].property].id < tables.properties[tables.qualities[$1].property].id }
    }
}
