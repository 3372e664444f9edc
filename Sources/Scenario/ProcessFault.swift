// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a process or a loop of processes.
public enum ProcessFault: Hashable, Sendable {
    /// Processes feed each other with a surplus and nothing from outside.
    case somethingOfNothing(loop: [String])

    /// The stable code.
    public var code: String {
        switch self {
        case .somethingOfNothing: "L101"
        }
    }

    /// Whether the fault stops the run.
    public var severity: Severity { .error }
}
