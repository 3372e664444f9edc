// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a duplicate, or figures that do not go together.
public enum CombinationFault: Hashable, Sendable {
    /// The key stands in an earlier row already; `firstRow` is that row, from 0.
    case duplicate(key: String, firstRow: Int)

    /// The stable code.
    public var code: String {
        switch self {
        case .duplicate: "C101"
        }
    }

    /// Whether the fault stops the run.
    public var severity: Severity { .error }
}
