// SPDX-License-Identifier: GPL-3.0-or-later

/// What is computed of a subject in a state of affairs, once for every criterion that asks; by the names that formulas use.
///
/// `Docs/Measures.md` gives the formula of each and where it comes from.
public enum Measure: String, Hashable, Sendable, CaseIterable {
    // MARK: Exchanges and networks

    /// Links between different firms or plants: one for each giver, taker and resource.
    case exchanges
    /// Those whose two ends stand in one park.
    case exchangesInPark = "exchanges_in_park"
    /// Those whose ends stand in different parks or outside of any.
    case exchangesBeyondPark = "exchanges_beyond_park"
    /// Connected groups of firms and plants that exchanges join.
    case networks
    /// Connected groups by the exchanges in a park alone.
    case networksInPark = "networks_in_park"
    /// Firms that give or take, a plant counting as its host.
    case exchangingFirms = "exchanging_firms"
    /// Firms and plants outside of the subject that it exchanges with.
    case partners
    /// Mean distance of the exchanges.
    case meanKilometres = "mean_kilometres"

    // MARK: The subject itself

    /// Firms that count.
    case firms
    /// People who work there.
    case employees
    /// Yearly turnover.
    case turnover
    /// Area of the parks.
    case areaHa = "area_ha"
    /// Parks whose type is eco-industrial.
    case ecoParks = "eco_parks"
    /// Rows of outputs and needs that are declared.
    case streams
    /// Exchanges that run by contract.
    case contractsRunning = "contracts_running"
    /// Exchanges that are signed.
    case contractsSigned = "contracts_signed"
    /// Exchanges that are agreed.
    case contractsAgreed = "contracts_agreed"
    /// Projects that are proposed.
    case projectsProposed = "projects_proposed"
    /// Projects that are committed.
    case projectsCommitted = "projects_committed"
    /// People who will work in the projects that count.
    case jobs
    /// Investment of the projects that count.
    case investment

    // MARK: Water

    /// Wastewater that firms give off.
    case wastewater
    /// The part of it that ends up meeting a need, followed through the plants that it passes.
    case wastewaterReused = "wastewater_reused"
    /// Water that is disposed of.
    case wastewaterDischarged = "wastewater_discharged"
    /// Wastewater that firms give off and nobody uses again, whoever treats it, and what plants themselves add to it.
    case wastewaterUnused = "wastewater_unused"
    /// Water that is needed.
    case waterUsed = "water_used"
    /// Water that is bought new.
    case waterBought = "water_bought"
    /// Water delivered by exchange in place of fresh water.
    case waterSaved = "water_saved"

    // MARK: Energy

    /// Energy that is needed, of kind energy.
    case energyUsed = "energy_used"
    /// Energy that is bought new.
    case energyBought = "energy_bought"
    /// The part of it that is declared renewable.
    case energyBoughtRenewable = "energy_bought_renewable"
    /// Energy delivered by exchange.
    case energySaved = "energy_saved"
    /// Energy given to others.
    case energyGiven = "energy_given"
    /// Energy that nobody takes.
    case energyWasted = "energy_wasted"
    /// Electricity delivered by exchange.
    case electricitySaved = "electricity_saved"
    /// Fuel of kind energy replaced by exchange.
    case fuelSaved = "fuel_saved"
    /// Fuel of kind material replaced by exchange.
    case fuelSavedTonnes = "fuel_saved_tonnes"

    // MARK: Solid waste and material

    /// What firms give off of kind material, and what plants leave over.
    case solidWaste = "solid_waste"
    /// The part of it that another firm or plant receives.
    case wasteExchanged = "waste_exchanged"
    /// That, and what its disposal route says is reused, recycled or composted elsewhere; sold: not known.
    case wasteUsedByOthers = "waste_used_by_others"
    /// What is disposed of or lost on the way.
    case wasteDisposed = "waste_disposed"
    /// What is landfilled.
    case wasteToLandfill = "waste_to_landfill"
    /// What exchanges pass on for reuse.
    case wasteReused = "waste_reused"
    /// What exchanges pass on for recycling.
    case wasteRecycled = "waste_recycled"
    /// What exchanges pass on for composting.
    case wasteComposted = "waste_composted"
    /// What exchanges pass on for energy recovery.
    case wasteToEnergy = "waste_to_energy"
    /// Material that is bought new.
    case virginMaterial = "virgin_material"
    /// The part of it that is not renewable; where a resource does not say, anything up to all of it.
    case virginNotRenewable = "virgin_not_renewable"
    /// Hazardous inputs and chemicals that are bought new.
    case hazardousInputs = "hazardous_inputs"
    /// Secondary material taken from others.
    case secondaryIn = "secondary_in"
    /// Secondary material given to others.
    case secondaryOut = "secondary_out"
    /// Primary material that exchanges replace.
    case primarySaved = "primary_saved"
    /// Chemicals that exchanges replace.
    case chemicalsSaved = "chemicals_saved"
    /// Products that firms give off.
    case productOutput = "product_output"

    // MARK: The balance of material

    /// Material and products that come in.
    case inflow
    /// The part that comes by exchange for reuse.
    case inflowReused = "inflow_reused"
    /// The part that comes by exchange for recycling or composting, and the declared recycled share of what is bought.
    case inflowRecycled = "inflow_recycled"
    /// The declared renewable share of the rest of what is bought.
    case inflowRenewable = "inflow_renewable"
    /// By-products and waste that leave; products are not declared in a scenario and do not count.
    case outflow
    /// The part that is reused.
    case outflowReused = "outflow_reused"
    /// The part that is recycled.
    case outflowRecycled = "outflow_recycled"
    /// The part that is composted.
    case outflowBiological = "outflow_biological"

    // MARK: Greenhouse gas

    /// Gas of what is bought, disposed of, moved and made.
    case ghg
    /// Gas avoided against the baseline, by the rule that was chosen.
    case ghgAvoided = "ghg_avoided"
    /// Gas avoided, the giver's disposal to the giver and the rest to the taker.
    case ghgAvoidedCutOff = "ghg_avoided_cut_off"
    /// Gas avoided, all of it to the giver.
    case ghgAvoidedToGivers = "ghg_avoided_to_givers"
    /// Gas avoided, half to each.
    case ghgAvoidedHalves = "ghg_avoided_halves"
    /// Gas avoided, disposal to the giver and the rest by the factor A.
    case ghgAvoidedCircularFootprint = "ghg_avoided_circular_footprint"
    /// Gas avoided, disposal to the giver and the rest by who pays whom.
    case ghgAvoidedByPrice = "ghg_avoided_by_price"
    /// Gas of the electricity, heat and fuel that exchanges replace.
    case ghgAvoidedEnergy = "ghg_avoided_energy"
    /// The part of it that is of electricity and fuel, and not of heat.
    case ghgAvoidedElectricityFuel = "ghg_avoided_electricity_fuel"

    // MARK: Money

    /// Cost of the baseline less cost.
    case netBenefit = "net_benefit"
    /// Price of the electricity that exchanges replace.
    case savingElectricity = "saving_electricity"
    /// Price of the fuel and heat that exchanges replace.
    case savingFuel = "saving_fuel"
    /// Price of the water that exchanges replace.
    case savingWater = "saving_water"
    /// Disposal of wastewater that exchanges save.
    case savingWastewater = "saving_wastewater"
    /// Disposal of waste that reuse saves.
    case savingReuse = "saving_reuse"
    /// Disposal of waste that recycling and composting save.
    case savingRecycling = "saving_recycling"
    /// Disposal of waste that reuse, recycling and composting save, whichever it is.
    case savingDisposal = "saving_disposal"
    /// Price of the primary material that exchanges replace.
    case savingPrimary = "saving_primary"
    /// Price of the chemicals that exchanges replace.
    case savingChemicals = "saving_chemicals"
    /// Price that contracts set on what is given to others.
    case secondaryIncome = "secondary_income"
    /// Value of all inputs, what comes by exchange at the price of what it replaces.
    case inputsValue = "inputs_value"
    /// The part that comes by exchange or whose origin is local or domestic.
    case inputsValueLocal = "inputs_value_local"
}

extension Measure {
    /// The unit; `currency` for the scenario's money, nil for a count.
    public var unit: String? {
        switch self {
        case .meanKilometres: "km"
        case .turnover, .investment, .netBenefit, .savingElectricity, .savingFuel, .savingWater, .savingWastewater, .savingReuse,
            .savingRecycling, .savingDisposal, .savingPrimary, .savingChemicals, .secondaryIncome, .inputsValue, .inputsValueLocal:
            "currency"
        case .areaHa: "ha"
        case .wastewater, .wastewaterReused, .wastewaterDischarged, .wastewaterUnused, .waterUsed, .waterBought, .waterSaved: "m3"
        case .energyUsed, .energyBought, .energyBoughtRenewable, .energySaved, .energyGiven, .energyWasted, .fuelSaved: "MWh"
        case .electricitySaved: "kWh"
        case .fuelSavedTonnes, .solidWaste, .wasteExchanged, .wasteUsedByOthers, .wasteDisposed, .wasteToLandfill, .wasteReused,
            .wasteRecycled, .wasteComposted, .wasteToEnergy, .virginMaterial, .virginNotRenewable, .hazardousInputs, .secondaryIn,
            .secondaryOut, .primarySaved, .chemicalsSaved, .productOutput, .inflow, .inflowReused, .inflowRecycled, .inflowRenewable,
            .outflow, .outflowReused, .outflowRecycled, .outflowBiological:
            "t"
        case .ghg, .ghgAvoided, .ghgAvoidedCutOff, .ghgAvoidedToGivers, .ghgAvoidedHalves, .ghgAvoidedCircularFootprint,
            .ghgAvoidedByPrice, .ghgAvoidedEnergy, .ghgAvoidedElectricityFuel:
            "t CO2e"
        default: nil
        }
    }
}
