// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// What one unit dispatched on a candidate means: the symbols e, loss, κ and γ of the model.
public struct CandidateTerms: Sendable {
    /// e_a: units of the taker's resource delivered per unit dispatched; ratio · (1 − loss).
    public let delivered: Double
    /// loss_a: the share lost on the way, 0 to 1.
    public let loss: Double
    /// κ_a: money per unit dispatched, without carbon cost.
    public let cost: Double
    /// γ_a: kg CO2e per unit dispatched.
    public let ghg: Double
    /// Units of the mode per unit of the resource; 0 on site.
    public let modeUnits: Double
}

extension Network {
    /// The terms of a candidate.
    ///
    /// κ = supply_cost + cost_per_unit + cost_per_unit_km · km + cost_s + e · handling_cost + loss · disposal_cost;
    /// γ = ghg_per_unit_km · km + ghg_s + loss · disposal_ghg. Lost energy is only lost: its loss terms are 0.
    public func terms(of candidate: Candidate) -> CandidateTerms {
        let supply = supplies[Int(candidate.supply)], demand = demands[Int(candidate.demand)]
        let tables = scenario.tables
        let ratio = candidate.substitution.map { tables.substitutions[$0].ratio } ?? 1
        let substitutionCost = candidate.substitution.map { tables.substitutions[$0].cost } ?? 0
        let substitutionGHG = candidate.substitution.map { tables.substitutions[$0].ghg } ?? 0
        let km = candidate.kilometres
        var loss = 0.0, moving = 0.0, movingGHG = 0.0, modeUnits = 0.0
        let resource = tables.resources[supply.resource]
        if let reference = candidate.mode {
            let mode = tables.modes[reference]
            modeUnits = resource.unit.convert(1, to: mode.unit) ?? 0
            loss = min(1, mode.lossPerKilometre * km)
            moving = (mode.costPerUnit + mode.costPerUnitKilometre * km) * modeUnits
            movingGHG = mode.ghgPerUnitKilometre * km * modeUnits
        }
        let delivered = ratio * (1 - loss)
        let wasted = resource.kind == .energy ? 0 : loss
        return CandidateTerms(
            delivered: delivered, loss: loss,
            cost: supply.supplyCost + moving + substitutionCost + delivered * demand.handlingCost + wasted * supply.disposalCost,
            ghg: movingGHG + substitutionGHG + wasted * supply.disposalGHG, modeUnits: modeUnits)
    }
}

/// Units delivered per unit dispatched, alone: what a million candidates are asked when nothing is solved.
struct DeliveredMeasure {
    private let ratios: [Double], losses: [Double]

    init(_ tables: Tables) {
        ratios = tables.substitutions.map(\.ratio)
        losses = tables.modes.map(\.lossPerKilometre)
    }

    /// e_a of ``CandidateTerms/delivered``.
    func delivered(_ candidate: Candidate) -> Double {
        let ratio = candidate.substitution.map { ratios[Int($0.position)] } ?? 1
        let loss = candidate.mode.map { min(1, losses[Int($0.position)] * candidate.kilometres) } ?? 0
        return ratio * (1 - loss)
    }
}
