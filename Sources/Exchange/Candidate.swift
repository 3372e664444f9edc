// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// A possible exchange: arc a = (supply i, demand j, mode m, substitution s) of the model.
///
/// It takes 32 bytes; costs and factors are computed when asked for.
public struct Candidate: Sendable {
    /// Positions in ``Network/supplies`` and ``Network/demands``.
    public let supply: Int32, demand: Int32
    let modePosition: Int32, substitutionPosition: Int32, routePosition: Int32
    /// The distance, km.
    public let kilometres: Double

    init(
        supply: Int, demand: Int, mode: Reference<Mode>?, substitution: Reference<Substitution>?, route: Reference<Route>?, kilometres: Double
    ) {
        self.supply = Int32(truncatingIfNeeded: supply)
        self.demand = Int32(truncatingIfNeeded: demand)
        modePosition = mode?.position ?? -1
        substitutionPosition = substitution?.position ?? -1
        routePosition = route?.position ?? -1
        self.kilometres = kilometres
    }

    /// The mode; nil for `on-site`.
    public var mode: Reference<Mode>? { modePosition < 0 ? nil : Reference(Int(modePosition)) }
    /// The row of `substitutions`; nil where the resources are equal and no row speaks of it.
    public var substitution: Reference<Substitution>? { substitutionPosition < 0 ? nil : Reference(Int(substitutionPosition)) }
    /// The row of `routes` that rules the way, if one does.
    public var route: Reference<Route>? { routePosition < 0 ? nil : Reference(Int(routePosition)) }
}

/// Why a pair of a supply and a demand is no candidate by a mode, in the order in which the rules are asked.
public enum Exclusion: String, Hashable, Sendable, CaseIterable {
    /// The same firm, and `within_firm` is false; or a process feeding itself.
    case samePlace
    /// A contract with `max` 0.
    case contract
    /// The taker has no licence for the hazardous resource.
    case licence
    /// A property that the taker limits is not known of the supply.
    case quality
    /// No mode carries the resource.
    case mode
    /// The route is closed.
    case closedRoute
    /// Too far for the mode or the resource.
    case distance
    /// All is lost on the way.
    case loss
}

/// How many pairs each rule excludes.
struct ExclusionCounts {
    private var pairs = [Int](repeating: 0, count: Exclusion.allCases.count)

    /// Counts a pair; nil is a candidate.
    mutating func add(_ exclusion: Exclusion?) { if let exclusion { pairs[exclusion.order] += 1 } }

    /// The pairs that a rule excludes.
    subscript(_ rule: Exclusion) -> Int { pairs[rule.order] }

    /// The rules that exclude any, those that exclude most first.
    var byPairs: [(rule: Exclusion, pairs: Int)] {
        let told = Exclusion.allCases.map { (rule: $0, pairs: self[$0]) }.filter { $0.pairs > 0 }
        return told.sorted { ($1.pairs, $0.rule.rawValue) < ($0.pairs, $1.rule.rawValue) }
    }
}

extension Exclusion {
    /// The place in the order in which the rules are asked, from 0.
    fileprivate var order: Int {
        switch self {
        case .samePlace: 0
        case .contract: 1
        case .licence: 2
        case .quality: 3
        case .mode: 4
        case .closedRoute: 5
        case .distance: 6
        case .loss: 7
        }
    }
}
