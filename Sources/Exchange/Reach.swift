// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Scenario

/// How far a resource may travel, as the search for takers asks it.
///
/// Every bound is a little wider than exact: rounding must lose no taker, and every pair found is measured afterwards.
struct Reach {
    /// The farthest road in km; infinite where nothing limits it.
    let kilometres: Double
    /// Beyond this difference in degrees of latitude no road of that length leads.
    let degrees: Double
    /// Beyond this square of the chord between two unit vectors no road of that length leads.
    let chord: Double
    private let sine: Double

    init(kilometres: Double, detour: Double) {
        self.kilometres = kilometres
        let angle = detour > 0 ? kilometres / detour / Distances.earthRadius : .infinity
        degrees = angle * 180 / .pi * (1 + 1e-9) + 1e-9
        chord = angle < .pi ? 4 * sin(angle / 2) * sin(angle / 2) * (1 + 1e-9) + 1e-15 : .infinity
        sine = degrees < 90 ? sin(degrees * .pi / 180) : 1
    }

    /// The longitudes that a road of that length could end at, from −540° to 540°: those of a circle on the sphere, whose meridians of
    /// farthest east and west lie asin(sin r / cos φ) away; all where it holds a pole.
    func window(around latitude: Double, _ longitude: Double) -> (west: Double, east: Double) {
        guard abs(latitude) + degrees < 90 else { return (-180, 180) }
        let width = asin(min(1, sine / cos(latitude * .pi / 180))) * 180 / .pi * (1 + 1e-9) + 1e-9
        return (longitude - width, longitude + width)
    }
}
