// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Assessor {
    /// Ways to meet a threshold that is not met, or not known to be: firms that would have to declare, exchanges, an amount.
    func closings(_ verdict: Verdict, _ threshold: Threshold, _ evaluation: inout Evaluation) -> [Closing] {
        guard let bound = verdict.bound?.exact else { return [] }
        switch verdict.criterion.measured {
        case .aggregate(let aggregate, .firms, let condition?, let among):
            return moreFirms(aggregate, condition, among, verdict, threshold, bound)
        case .measure(let measure) where [.exchanges, .exchangesInPark, .networks, .networksInPark].contains(measure):
            guard let missing = verdict.distance, missing > 0, threshold.comparison.asksForMore else { return [] }
            let isInPark = measure == .exchangesInPark || measure == .networksInPark
            return [.moreExchanges(Int(missing.rounded(.up)), inPark: isInPark)]
        default:
            guard verdict.result == .notMet, let distance = verdict.distance, distance > 0 else { return [] }
            return [.amount(threshold.comparison.asksForMore ? distance : -distance, unit: verdict.criterion.unit)]
        }
    }

    /// How many firms more must hold the condition, all others as they are; those not heard of yet come first.
    private func moreFirms(
        _ aggregate: Formula.Aggregate, _ condition: Formula, _ among: Formula?, _ verdict: Verdict, _ threshold: Threshold, _ bound: Double
    ) -> [Closing] {
        guard threshold.comparison != .atMost, threshold.comparison != .below else { return [] }
        var (held, members): (Int, Int) = (0, 0)
        var open: [Reference<Firm>] = [], denied: [Reference<Firm>] = []
        var evaluation = Evaluation(self, criterion: verdict.criterion)
        for firm in firms(of: verdict.subject) {
            if let among, evaluation.truth(among, .firm(firm), verdict.moment) != .yes { continue }
            members += 1
            switch evaluation.truth(condition, .firm(firm), verdict.moment) {
            case .yes: held += 1
            case .unknown: open.append(firm)
            case .no: denied.append(firm)
            }
        }
        let wanted: Double
        switch aggregate {
        case .count: wanted = bound
        case .share: wanted = bound / 100 * Double(members)
        case .sum: return []
        }
        // Rounding of the share must not ask for one firm more than the text does.
        var needed = Int((wanted - 1e-9).rounded(.up)) - held
        if threshold.comparison == .above, Double(held + needed) <= wanted + 1e-9 { needed += 1 }
        guard needed > 0, needed <= open.count + denied.count else { return [] }
        func sorted(_ firms: [Reference<Firm>]) -> [Reference<Firm>] { firms.sorted { tables.firms[$0].id < tables.firms[$1].id } }
        var declared: String?
        if case .declared(let id, _) = condition { declared = id }
        return [.moreFirms(needed, declared: declared, candidates: sorted(open) + sorted(denied))]
    }
}

extension Threshold.Comparison {
    /// Whether a larger measure comes nearer.
    var asksForMore: Bool { self == .atLeast || self == .above || self == .equals }
}
