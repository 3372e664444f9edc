// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// The rule that keeps a pair of an output and a need, or one mode between them, from being a candidate, with the figures that it speaks of.
public enum Obstacle: Hashable, Sendable {
    /// What is given is neither what is needed nor, by a row of `substitutions`, something that stands in for it.
    case noMatch
    /// The two are never of the same period.
    case period
    /// The same firm, and `within_firm` is false; a process feeding itself.
    case samePlace(isProcess: Bool)
    /// A contract with `max` 0.
    case contract(Reference<Contract>)
    /// The taker has no licence for the hazardous resource.
    case licence(Reference<Resource>)
    /// Properties that the taker limits are not known of what is given.
    case quality([Reference<Property>])
    /// No mode carries the resource; of a mode: it measures in another dimension, or names other resources.
    case noMode, dimension(Reference<Mode>), notCarried(Reference<Mode>)
    /// A row of `routes` closes the way.
    case closedRoute(Reference<Route>)
    /// The way is longer than the mode or the resource allows; km.
    case distance(kilometres: Double, ofMode: Double?, ofResource: Double?)
    /// All of it is lost on the way: share lost per km times km reaches 1.
    case loss(kilometres: Double, perKilometre: Double)

    /// The rule by a short word, as other programs read it.
    public var code: String {
        switch self {
        case .noMatch: "no-match"
        case .period: "period"
        case .samePlace: Exclusion.samePlace.rawValue
        case .contract: Exclusion.contract.rawValue
        case .licence: Exclusion.licence.rawValue
        case .quality: Exclusion.quality.rawValue
        case .noMode, .dimension, .notCarried: Exclusion.mode.rawValue
        case .closedRoute: Exclusion.closedRoute.rawValue
        case .distance: Exclusion.distance.rawValue
        case .loss: Exclusion.loss.rawValue
        }
    }

    /// The place in the order in which the rules are asked.
    var order: Int {
        switch self {
        case .noMatch: 0
        case .period: 1
        case .samePlace: 2
        case .contract: 3
        case .licence: 4
        case .quality: 5
        case .noMode, .dimension, .notCarried: 6
        case .closedRoute: 7
        case .distance: 8
        case .loss: 9
        }
    }
}

/// How a pair of an output and a need fares under the rules of candidates.
public struct PairJudgement: Sendable {
    /// What keeps the pair from being a candidate by any mode; nil where some mode is open.
    public var obstacle: Obstacle?
    /// Where the rules that do not ask for the way are kept: by mode, what keeps it from being a candidate, nil where nothing does. The mode nil is
    /// `on-site`.
    public var ways: [(mode: Reference<Mode>?, obstacle: Obstacle?)] = []
}
