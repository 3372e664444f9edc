// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the scenario format, in the order in which the specification lists them.
public enum Table: String, Sendable, CaseIterable, Comparable {
    case resources, parks, firms, outputs, needs, qualities, substitutions, modes, routes, processes
    case processFlows = "process_flows"
    case contracts, periods, storages, projects, declarations
    /// An extension: firms by their type and capacity.
    case types

    /// Orders as the specification does.
    public static func < (left: Table, right: Table) -> Bool { left.order < right.order }

    private var order: Int { Table.allCases.firstIndex(of: self) ?? 0 }
}

/// Where a record came from: its row in the table that all layers of a variant together make.
///
/// `ScenarioFiles` knows for each row and column which file and line gave it; the rules only need the row.
public struct Provenance: Hashable, Sendable {
    /// The row in the merged table, from 0 for the first row below the headings.
    public var row: Int32
    /// The source of the figure, where the row names one.
    public var source: Reference<Source>?
    /// How the figure came to be known, where the row says so.
    public var basis: Basis?
    /// What few rows have: the others have room for a pointer only, of which a large scenario has a hundred thousand.
    private var details: Details?

    /// Makes a provenance.
    public init(row: Int, source: Reference<Source>? = nil, basis: Basis? = nil, note: String? = nil) {
        self.row = Int32(truncatingIfNeeded: row)
        self.source = source
        self.basis = basis
        self.note = note
    }

    private indirect enum Details: Hashable { case given(note: String?, estimate: Estimate?) }

    /// A free remark.
    public var note: String? {
        get { if case .given(let note, _)? = details { note } else { nil } }
        set { keep(newValue, estimate) }
    }

    /// The range of the row's quantity, where the library gave it and nobody declared it.
    public var estimate: Estimate? {
        get { if case .given(_, let estimate)? = details { estimate } else { nil } }
        set { keep(note, newValue) }
    }

    private mutating func keep(_ note: String?, _ estimate: Estimate?) {
        details = note == nil && estimate == nil ? nil : .given(note: note, estimate: estimate)
    }
}
