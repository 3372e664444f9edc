// SPDX-License-Identifier: GPL-3.0-or-later
internal import CNettle
internal import CYAML

/// The versions of the libraries that reading a scenario calls, for `symbio doctor`.
public enum LibraryVersions {
    /// libyaml, such as `0.2.5`.
    public static var yaml: String { unsafe String(cString: yaml_get_version_string()) }
    /// Nettle, such as `3.8`.
    public static var nettle: String { "\(nettle_version_major()).\(nettle_version_minor())" }
}
