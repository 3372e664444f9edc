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
        // Millions of candidates are asked this: fields are read where they stand, no record is copied.
        let supply = Int(candidate.supply), demand = Int(candidate.demand), resource = Int(supplies[supply].resource.position)
        let km = candidate.kilometres
        var ratio = 1.0, substitutionCost = 0.0, substitutionGHG = 0.0
        if let row = candidate.substitution.map({ Int($0.position) }) {
            ratio = scenario.tables.substitutions[row].ratio
            substitutionCost = scenario.tables.substitutions[row].cost
            substitutionGHG = scenario.tables.substitutions[row].ghg
        }
        var loss = 0.0, moving = 0.0, movingGHG = 0.0, modeUnits = 0.0
        if let mode = candidate.mode.map({ Int($0.position) }) {
            modeUnits = scenario.tables.resources[resource].unit.convert(1, to: scenario.tables.modes[mode].unit) ?? 0
            loss = min(1, scenario.tables.modes[mode].lossPerKilometre * km)
            moving = (scenario.tables.modes[mode].costPerUnit + scenario.tables.modes[mode].costPerUnitKilometre * km) * modeUnits
            movingGHG = scenario.tables.modes[mode].ghgPerUnitKilometre * km * modeUnits
        }
        let delivered = ratio * (1 - loss)
        let wasted = scenario.tables.resources[resource].kind == .energy ? 0 : loss
        return CandidateTerms(
            delivered: delivered, loss: loss,
            cost: supplies[supply].supplyCost + moving + substitutionCost + delivered * demands[demand].handlingCost
                + wasted * supplies[supply].disposalCost,
            ghg: movingGHG + substitutionGHG + wasted * supplies[supply].disposalGHG, modeUnits: modeUnits)
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
