// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a number, a unit, a date or another value.
public enum ValueFault: Hashable, Sendable {
    /// A required cell is blank.
    case missing
    /// The text is no number.
    case notANumber(found: String)

    /// The stable code.
    public var code: String {
        switch self {
        case .missing: "V101"
        case .notANumber: "V102"
        }
    }

    /// Whether the fault stops the run.
    public var severity: Severity { .error }
}
