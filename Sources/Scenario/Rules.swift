// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules on values that were read well, each family in a file of its own; they only ever add to `faults`.
///
/// The rules must stay linear in the number of firms and streams: a scenario of 10,000 firms is judged in milliseconds.
struct Rules {
    let tables: Tables
    var faults: [Fault] = []

    init(_ tables: Tables) { self.tables = tables }

    mutating func report(_ fault: PlaceFault, _ table: Table, _ provenance: Provenance, _ column: String) {
        faults.append(Fault(.place(fault), at: Spot(table, row: Int(provenance.row), column: column)))
    }

    mutating func report(_ fault: ProcessFault, _ table: Table, _ provenance: Provenance, _ column: String) {
        faults.append(Fault(.process(fault), at: Spot(table, row: Int(provenance.row), column: column)))
    }
}
