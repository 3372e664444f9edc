// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

extension Coordinates {
    /// Earth's mean radius, km (IUGG), as the specification gives it.
    public static let earthRadius = 6371.0088

    /// Whether there is such a point on Earth.
    public var isOnEarth: Bool { abs(latitude) <= 90 && abs(longitude) <= 180 }

    /// Latitude and longitude changed round.
    public var swapped: Coordinates { Coordinates(latitude: longitude, longitude: latitude) }

    /// The great-circle distance in km, by the haversine formula.
    public func kilometres(to other: Coordinates) -> Double {
        let radians = Double.pi / 180
        let u = sin((other.latitude - latitude) * radians / 2), v = sin((other.longitude - longitude) * radians / 2)
        let chord = u * u + cos(latitude * radians) * cos(other.latitude * radians) * v * v
        return 2 * Self.earthRadius * asin(min(1, chord.squareRoot()))
    }
}
