// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// One thing in which a variant differs from the scenario that it extends, with the texts as they were written.
public struct Difference: Hashable, Sendable {
    /// What the variant does.
    public enum Change: String, Hashable, Sendable {
        /// A row, or a setting, that the base does not have; one that it has; one that the variant takes out.
        case added, changed, removed
    }

    /// What the variant does.
    public let change: Change
    /// The table; nil for a setting.
    public let table: Table?
    /// The key of the row, its parts with `, ` between; nil for a setting.
    public let key: String?
    /// The column, or the dotted key of the setting; nil for a row as a whole.
    public let column: String?
    /// What the base says; nil where it says nothing.
    public let old: String?
    /// What the variant says; nil where it clears or takes out.
    public let new: String?
    /// The file of the layer that changes it, and the line there.
    public let file: String, line: Int?
}
