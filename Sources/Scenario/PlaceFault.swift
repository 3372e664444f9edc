// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a place, a route or a distance.
public enum PlaceFault: Hashable, Sendable {
    /// Two places could exchange, but nothing tells the distance: the named one has no coordinates and no park that has.
    case noCoordinates(place: String, partner: String)

    /// The stable code.
    public var code: String {
        switch self {
        case .noCoordinates: "P101"
        }
    }

    /// Whether the fault stops the run.
    public var severity: Severity { .error }
}
