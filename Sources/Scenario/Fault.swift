// SPDX-License-Identifier: GPL-3.0-or-later

/// How bad a fault is: an error stops the run, a warning does not.
public enum Severity: String, Sendable { case error, warning }

/// The spot in the declarations that a fault speaks of; `ScenarioFiles` turns it into file, line and column.
public struct Spot: Hashable, Sendable {
    /// The table; nil for `scenario.yaml`.
    public var table: Table?
    /// The row in the merged table, from 0; nil for the table as a whole.
    public var row: Int?
    /// The column's name, or the dotted key of a setting; nil for the row as a whole.
    public var column: String?

    /// Makes a spot.
    public init(_ table: Table?, row: Int? = nil, column: String? = nil) {
        (self.table, self.row, self.column) = (table, row, column)
    }
}
