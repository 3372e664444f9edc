// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// What the parts of κ and γ of a candidate add to the measures, per unit dispatched; together they are
/// ``Network/contribution(_:of:)``.
struct CandidateParts {
    /// Handing over, moving, making fit for its use, taking in, and what is lost on the way.
    var supply = Contribution(), transport = Contribution(), treatment = Contribution(), handling = Contribution()
    var loss = Contribution()
}

extension Network {
    /// The parts of a candidate's cost and gas (see ``terms(of:)`` for the formulas).
    func parts(of candidate: Candidate, _ terms: CandidateTerms) -> CandidateParts {
        let supply = supplies[Int(candidate.supply)], demand = demands[Int(candidate.demand)]
        var parts = CandidateParts()
        parts.supply.money = supply.supplyCost
        if let mode = candidate.mode.map({ scenario.tables.modes[$0] }) {
            parts.transport.money = (mode.costPerUnit + mode.costPerUnitKilometre * candidate.kilometres) * terms.modeUnits
            parts.transport.ghg = mode.ghgPerUnitKilometre * candidate.kilometres * terms.modeUnits
        }
        if let substitution = candidate.substitution.map({ scenario.tables.substitutions[$0] }) {
            (parts.treatment.money, parts.treatment.ghg) = (substitution.cost, substitution.ghg)
        }
        parts.handling.money = terms.delivered * demand.handlingCost
        // Lost energy is only lost.
        let wasted = isEnergy(supply.resource) ? 0 : terms.loss
        parts.loss = Contribution(
            money: wasted * supply.disposalCost, ghg: wasted * supply.disposalGHG, waste: terms.loss * materialTonnes(supply.resource))
        return parts
    }
}
