// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// A possible exchange: arc a = (supply i, demand j, mode m, substitution s) of the model.
///
/// It takes 32 bytes; costs and factors are computed when asked for.
public struct Candidate: Sendable {
    /// Positions in ``Network/supplies`` and ``Network/demands``.
    public let supply: Int32, demand: Int32
    let modePosition: Int32, substitutionPosition: Int32, routePosition: Int32
    /// The distance, km.
    public let kilometres: Double

    init(
        supply: Int, demand: Int, mode: Reference<Mode>?, substitution: Reference<Substitution>?, route: Reference<Route>?,
        kilometres: Double
    ) {
        self.supply = Int32(truncatingIfNeeded: supply)
        self.demand = Int32(truncatingIfNeeded: demand)
        modePosition = mode?.position ?? -1
        substitutionPosition = substitution?.position ?? -1
        routePosition = route?.position ?? -1
        self.kilometres = kilometres
    }

    /// The mode; nil for `on-site`.
    public var mode: Reference<Mode>? { modePosition < 0 ? nil : Reference(Int(modePosition)) }
    /// The row of `substitutions`; nil where the resources are equal and no row speaks of it.
    public var substitution: Reference<Substitution>? { substitutionPosition < 0 ? nil : Reference(Int(substitutionPosition)) }
    /// The row of `routes` that rules the way, if one does.
    public var route: Reference<Route>? { routePosition < 0 ? nil : Reference(Int(routePosition)) }
}
