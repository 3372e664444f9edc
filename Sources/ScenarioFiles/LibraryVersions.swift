// SPDX-License-Identifier: GPL-3.0-or-later
internal import CNettle

/// The versions of the libraries that reading a scenario calls, for `symbio doctor`.
public enum LibraryVersions {
    /// Nettle, such as `3.8`.
    public static var nettle: String { "\(nettle_version_major()).\(nettle_version_minor())" }
}
