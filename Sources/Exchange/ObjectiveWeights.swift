// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The objective as weights of the four measures: the price of a unit of money, of a kg CO2e, of a t of waste and of a t of virgin material.
///
/// What is made small is w_cost · cost + w_ghg · ghg + w_waste · waste + w_virgin · virgin, where
/// cost = Σ κ_a x_a + Σ disposal_cost_i d_i + Σ virgin_price_j v_j + Σ cost_p y_p + Σ (cost + loss_share · disposal_cost) h
/// + charges of what is built + fixed costs of what exists + carbon_price · ghg / 1000,
/// ghg = Σ γ_a x_a + Σ disposal_ghg_i d_i + Σ virgin_ghg_j v_j + Σ ghg_p y_p + Σ loss_share · disposal_ghg · h,
/// waste = Σ d_i + Σ loss_a x_a + Σ loss_share · h and virgin = Σ v_j over resources of kind material, in t.
struct ObjectiveWeights: Equatable {
    var cost: Double, ghg: Double, waste: Double, virgin: Double

    init(_ objective: Objective) {
        switch objective {
        case .cost: (cost, ghg, waste, virgin) = (1, 0, 0, 0)
        case .ghg: (cost, ghg, waste, virgin) = (0, 1, 0, 0)
        case .waste: (cost, ghg, waste, virgin) = (0, 0, 1, 0)
        case .virgin: (cost, ghg, waste, virgin) = (0, 0, 0, 1)
        case .weights(let a, let b, let c, let d): (cost, ghg, waste, virgin) = (a, b, c, d)
        }
    }
}

/// What one unit of a variable adds to the measures: money without carbon cost, kg CO2e, t of waste, t of virgin material.
struct Contribution {
    var money = 0.0, ghg = 0.0, waste = 0.0, virgin = 0.0

    /// Its price under `weights`; the carbon price (money per t CO2e) makes gas cost.
    func price(_ weights: ObjectiveWeights, carbonPrice: Double) -> Double {
        weights.cost * (money + carbonPrice * ghg / 1000) + weights.ghg * ghg + weights.waste * waste + weights.virgin * virgin
    }
}

extension Network {
    /// Tonnes of kind material in one unit of a resource; 0 where the measures waste and virgin do not count it.
    func materialTonnes(_ reference: Reference<Resource>) -> Double {
        // Asked of every candidate: fields are read where they stand, no record is copied.
        let resource = Int(reference.position)
        guard scenario.tables.resources[resource].kind == .material else { return 0 }
        return scenario.tables.resources[resource].unit.convert(1, to: .tonne) ?? scenario.tables.resources[resource].tonnesPerUnit ?? 0
    }

    /// d_i: one unit disposed of.
    func contribution(disposing supply: Supply) -> Contribution {
        Contribution(money: supply.disposalCost, ghg: supply.disposalGHG, waste: materialTonnes(supply.resource), virgin: 0)
    }

    /// v_j: one unit bought new; nil where it cannot be bought.
    func contribution(buying demand: Demand) -> Contribution? {
        demand.virginPrice.map { Contribution(money: $0, ghg: demand.virginGHG, waste: 0, virgin: materialTonnes(demand.resource)) }
    }

    /// y_p: one activity.
    func contribution(running process: ConversionProcess) -> Contribution {
        Contribution(money: process.cost, ghg: process.ghg)
    }

    /// x_a: one unit dispatched.
    func contribution(_ terms: CandidateTerms, of candidate: Candidate) -> Contribution {
        let resource = supplies[Int(candidate.supply)].resource
        return Contribution(money: terms.cost, ghg: terms.ghg, waste: terms.loss * materialTonnes(resource), virgin: 0)
    }
}
