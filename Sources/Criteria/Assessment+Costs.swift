// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import LinearProgram
internal import Scenario

extension Assessment {
    /// The most candidates of a scenario whose open shares of waste are all priced; of larger ones only those of a subject that was chosen.
    static let pricedCandidates = 20_000

    /// Prices, for every share of waste that a park or the scenario does not meet, the cheapest plan that meets it, by solving again.
    ///
    /// Shares of the solid waste that others take or that is landfilled are linear in what is exchanged, as long as no plant of the subject
    /// leaves waste over: the share's divisor is then what its firms give off, whatever the plan.
    public mutating func addCosts(
        _ planner: Planner, _ outcome: Outcome, isChosen: Bool, options: SolveOptions = SolveOptions()
    ) throws(SolverFailure) {
        guard planner.objective == .cost, outcome.status == .optimal, let best = outcome.objectiveValue,
            isChosen || planner.candidates.count <= Self.pricedCandidates
        else { return }
        for row in rows.indices {
            for position in rows[row].verdicts.indices {
                let verdict = rows[row].verdicts[position]
                guard verdict.moment == .plan, verdict.result == .notMet, let share = WasteShare(verdict, assessor) else { continue }
                switch try planner.value(withAtLeast: share.amount, options: options, weight: { share.weight($0, planner.network) }) {
                case .value(let value): rows[row].verdicts[position].closings.append(.planCosts(max(0, value - best)))
                case .impossible: rows[row].verdicts[position].closings.append(.noPlanMeets)
                case .unknown: continue
                }
            }
        }
    }
}

/// A share of solid waste that is not met: what exchanges would have to come to.
private struct WasteShare {
    /// Tonnes that the candidates must come to.
    private(set) var amount = 0.0
    private let members: Set<Int>, parties: Parties, onlyLandfilled: Bool

    init?(_ verdict: Verdict, _ assessor: Assessor) {
        guard
            case .arithmetic(.arithmetic(.number(100), .times, .measure(let part)), .divided, .measure(.solidWaste)) = verdict.criterion
                .measured,
            let threshold = verdict.criterion.threshold, let bound = verdict.bound?.exact,
            let whole = assessor.exact(.solidWaste, verdict.subject), let now = assessor.exact(part, verdict.subject),
            let exchanged = assessor.exact(.wasteExchanged, verdict.subject)
        else { return nil }
        members = Set(assessor.members(of: verdict.subject))
        parties = Parties(assessor.network)
        let count = parties.firmCount
        guard members.allSatisfy({ $0 < count }) else { return nil }
        let wanted = bound / 100 * whole
        switch (part, threshold.comparison) {
        case (.wasteExchanged, .atLeast), (.wasteUsedByOthers, .atLeast):
            onlyLandfilled = false
            // What is exchanged already counts towards the floor.
            amount = wanted - now + exchanged
        case (.wasteToLandfill, .atMost), (.wasteToLandfill, .below):
            onlyLandfilled = true
            amount = now - wanted
        default: return nil
        }
        for exchange in assessor.planned where onlyLandfilled && counts(exchange.from, exchange.to, exchange.resource) {
            amount += exchange.quantity * (parties.tonnes(exchange.resource) ?? 0)
        }
    }

    private func counts(_ from: Party, _ to: Party, _ reference: Reference<Resource>) -> Bool {
        let tables = parties.tables, giver = parties.index(from), resource = tables.resources[reference]
        guard members.contains(giver), parties.owners[giver] != parties.owners[parties.index(to)], resource.kind == .material else {
            return false
        }
        guard onlyLandfilled else { return true }
        let own = tables.outputs.first { Party.firm($0.firm) == from && $0.resource == reference }?.disposalRoute
        return (own ?? resource.disposalRoute) == .landfill
    }

    func weight(_ candidate: Candidate, _ network: Network) -> Double {
        let supply = network.supplies[Int(candidate.supply)], taker = network.demands[Int(candidate.demand)].party
        guard counts(supply.party, taker, supply.resource) else { return 0 }
        // Off the landfill is what is dispatched; with others is what arrives.
        return (parties.tonnes(supply.resource) ?? 0) * (onlyLandfilled ? 1 : 1 - network.terms(of: candidate).loss)
    }
}
