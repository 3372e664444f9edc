// SPDX-License-Identifier: GPL-3.0-or-later
internal import CProjection
internal import Scenario

/// Turns the coordinates of a scenario's reference system into degrees of WGS 84.
///
/// One object owns one handle of PROJ. It stays on the thread that made it, as PROJ's contexts ask.
@safe final class Projection {
    /// The system that needs no PROJ.
    static let degrees = "EPSG:4326"

    /// What two numbers in a row of coordinates turned out to be.
    enum Outcome: Equatable {
        case point(Coordinates)
        case fault(ValueFault)
    }

    let system: String
    /// Why PROJ could not be used; nil where it can be, or is not needed.
    let fault: FaultKind?
    private let handle: OpaquePointer?
    private var area: (west: Double, south: Double, east: Double, north: Double)?

    /// Opens the way from `system`, which costs some milliseconds unless it is WGS 84 itself.
    init(system: String) {
        self.system = system
        guard system.uppercased() != Self.degrees else {
            unsafe (handle, fault) = (nil, nil)
            return
        }
        var status: CInt = 0
        unsafe handle = symbio_projection_open(system, &status)
        fault =
            switch status {
            case 0: nil
            case 1, 2: .file(.noProjectionLibrary(system: system, hasLibrary: status == 2))
            default: .value(.unknownSystem(found: system))
            }
        var bounds = (west: 0.0, south: 0.0, east: 0.0, north: 0.0)
        if let handle = unsafe handle,
            unsafe symbio_projection_area(handle, &bounds.west, &bounds.south, &bounds.east, &bounds.north) == 1
        {
            area = bounds
        }
    }

    deinit {
        unsafe symbio_projection_close(handle)
    }

    /// The version of PROJ; nil where it is not installed.
    static func libraryVersion() -> String? {
        var text = [CChar](repeating: 0, count: 32)
        let size = CInt(text.count)
        guard unsafe text.withUnsafeMutableBufferPointer({ unsafe symbio_projection_version($0.baseAddress, size) }) == 1 else {
            return nil
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The point that a cell of `latitude` and one of `longitude` give: degrees, or northing and easting of a projected system.
    ///
    /// Whether degrees are on Earth is for the rules to judge; what PROJ leads to degrees must lie where the system is made for.
    func outcome(latitude: Double, longitude: Double) -> Outcome {
        guard let handle = unsafe handle else { return .point(Coordinates(latitude: latitude, longitude: longitude)) }
        if let point = unsafe point(handle, northing: latitude, easting: longitude) { return .point(point) }
        if unsafe point(handle, northing: longitude, easting: latitude) != nil {
            return .fault(.swappedAxes(northing: latitude, easting: longitude, system: system))
        }
        return .fault(.outsideSystem(northing: latitude, easting: longitude, system: system))
    }

    /// The point, if there is one and the system is meant for it.
    ///
    /// The formulas of projections go on far beyond their zone, with growing error. A few degrees are borne, for a scenario may lie
    /// at the edge of two zones.
    private func point(_ handle: OpaquePointer, northing: Double, easting: Double) -> Coordinates? {
        var point = Coordinates(latitude: 0, longitude: 0)
        guard unsafe symbio_projection_degrees(handle, easting, northing, &point.longitude, &point.latitude) == 1,
            (-90...90).contains(point.latitude), (-180...180).contains(point.longitude)
        else { return nil }
        guard let area, area.west <= area.east else { return point }
        let margin = 3.0
        let isInside =
            point.longitude >= area.west - margin && point.longitude <= area.east + margin && point.latitude >= area.south - margin
            && point.latitude <= area.north + margin
        return isInside ? point : nil
    }
}

/// The version of PROJ, which is needed for coordinates in a reference system other than WGS 84; nil where it is not installed.
public func projectionLibraryVersion() -> String? { Projection.libraryVersion() }
