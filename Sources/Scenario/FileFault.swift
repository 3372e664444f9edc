// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a file, its encoding, its form or its headings.
public enum FileFault: Hashable, Sendable {
    /// A required table is missing.
    case missingTable(Table)

    /// The stable code.
    public var code: String {
        switch self {
        case .missingTable: "F101"
        }
    }

    /// Whether the fault stops the run.
    public var severity: Severity { .error }
}
