// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of the format that is read and checked, and whose model is not built yet.
public enum UnsupportedFeature: String, Hashable, Sendable, CaseIterable {
    /// A capacity of links of a mode that has no charge for them, and so needs none.
    case links
    /// A route with a charge for using it.
    case routeCharges
    /// A least quantity of an exchange.
    case minimumQuantity
    /// A largest number of partners.
    case maximumPartners

    /// The stable code.
    public var code: String {
        switch self {
        case .links: "N104"
        case .routeCharges: "N105"
        case .minimumQuantity: "N106"
        case .maximumPartners: "N107"
        }
    }
}
