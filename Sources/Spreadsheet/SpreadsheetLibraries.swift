// SPDX-License-Identifier: GPL-3.0-or-later
internal import CWorkbooks

/// The libraries that workbooks are read and written with: opened by the first workbook, and missing until one is needed.
public enum SpreadsheetLibrary: String, Hashable, Sendable, CaseIterable {
    case xlsxWriter = "libxlsxwriter"
    case zip = "libzip"
    case xml = "libxml2"

    /// The Debian package that brings it.
    public var package: String { rawValue + "-dev" }
}

/// The versions of the libraries that run, not of those built against; nil where one is missing. For `symbio doctor`.
public enum SpreadsheetLibraries {
    /// libxlsxwriter, such as `1.1.4`.
    public static var xlsxWriter: String? { unsafe text(symbio_open_xlsxwriter()?.pointee.lxw_version()) }
    /// libzip, such as `1.7.3`.
    public static var zip: String? { unsafe text(symbio_open_zip()?.pointee.zip_libzip_version()) }
    /// libxml2, such as `2.9.14`.
    public static var xml: String? { (unsafe text(symbio_xml_version())).flatMap(dotted) }

    /// The dotted form of libxml2's number, `2.9.14` of `20914`; what follows the digits tells of a build and is left out.
    static func dotted(_ number: String) -> String? {
        guard let value = Int(number.prefix { $0.isASCII && $0.isNumber }), value >= 10_000 else { return nil }
        return "\(value / 10_000).\(value / 100 % 100).\(value % 100)"
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? { unsafe pointer.map { unsafe String(cString: $0) } }
}
