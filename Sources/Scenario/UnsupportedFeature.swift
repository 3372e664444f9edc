// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of the format that is read and checked, and whose model is not built yet.
public enum UnsupportedFeature: String, Hashable, Sendable, CaseIterable {
    /// A capacity of links of a mode that has no charge for them, and so needs none.
    case links

    /// The stable code.
    public var code: String {
        switch self {
        case .links: "N104"
        }
    }
}
