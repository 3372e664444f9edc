// SPDX-License-Identifier: GPL-3.0-or-later

/// What cannot be met, told before anything is solved.
public enum UnmetFault: Hashable, Sendable {
    /// A need that cannot be bought and that no candidate exchange reaches.
    case needWithoutSupplier(firm: String, resource: String, quantity: Double, unit: Unit)

    /// The stable code.
    public var code: String {
        switch self {
        case .needWithoutSupplier: "U101"
        }
    }

    /// Whether the fault stops the run: what cannot be met is an answer of `solve`, so `check` only warns of it.
    public var severity: Severity { .warning }
}
