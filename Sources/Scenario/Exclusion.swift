// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a pair of a supply and a demand is no candidate by a mode, in the order in which the rules are asked.
public enum Exclusion: String, Hashable, Sendable, CaseIterable {
    /// The same firm, and `within_firm` is false; or a process feeding itself.
    case samePlace
    /// A contract with `max` 0.
    case contract
    /// The taker has no licence for the hazardous resource.
    case licence
    /// A property that the taker limits is not known of the supply.
    case quality
    /// No mode carries the resource.
    case mode
    /// The route is closed.
    case closedRoute
    /// Too far for the mode or the resource.
    case distance
    /// All is lost on the way.
    case loss
}
