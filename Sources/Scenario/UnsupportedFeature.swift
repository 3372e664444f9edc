// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of the format that is read and checked, and whose model is not built yet.
public enum UnsupportedFeature: String, Hashable, Sendable, CaseIterable {
    /// Rows of `periods` or `storages`.
    case periods, storages
    /// A process that is yet to be built.
    case candidateProcesses
    /// A mode with an investment or a yearly cost per km, or a capacity of its links.
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
        case .periods: "N101"
        case .storages: "N102"
        case .candidateProcesses: "N103"
        case .links: "N104"
        case .routeCharges: "N105"
        case .minimumQuantity: "N106"
        case .maximumPartners: "N107"
        }
    }
}
