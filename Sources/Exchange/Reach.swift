// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Scenario

/// How far a resource may travel, as the search for takers asks it.
struct Reach {
    /// The farthest road in km; infinite where nothing limits it.
    let kilometres: Double
    /// Beyond this difference in degrees of latitude no road of that length leads.
    let degrees: Double
    /// Beyond this square of the chord between two unit vectors no road of that length leads.
    let chord: Double

    init(kilometres: Double, detour: Double) {
        self.kilometres = kilometres
        let angle = detour > 0 ? kilometres / detour / Distances.earthRadius : .infinity
        degrees = angle * 180 / .pi * (1 + 1e-9) + 1e-9
        // A little more than exact: rounding must lose no taker, and every pair found is measured afterwards.
        chord = angle < .pi ? 4 * sin(angle / 2) * sin(angle / 2) * (1 + 1e-9) + 1e-15 : .infinity
    }
}
