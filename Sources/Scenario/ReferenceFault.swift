// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with an id or a reference.
public enum ReferenceFault: Hashable, Sendable {
    /// The id stands in no row of the table that it should name.
    case unknown(Table, found: String, nearest: String?)

    /// The stable code.
    public var code: String {
        switch self {
        case .unknown: "R101"
        }
    }

    /// Whether the fault stops the run.
    public var severity: Severity { .error }
}
