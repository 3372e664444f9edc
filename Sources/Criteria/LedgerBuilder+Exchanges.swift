// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

extension LedgerBuilder {
    /// What an exchange moves from its giver to its taker.
    mutating func add(_ exchange: PlannedExchange) {
        let taker = parties.index(exchange.to)
        // The gas of moving it is the taker's, who has the use of it.
        ledger.add(.ghg, taker, exchange.ghg / 1000)
        let isLeftOut = isLeftOut(exchange)
        addReplaced(exchange, countsSavings: !isLeftOut)
        guard !isLeftOut else { return }
        let resource = tables.resources[exchange.resource]
        switch resource.kind {
        case .material: addMaterial(exchange, isSecondary: true)
        // A product of a plant is made of what the plant took in; a firm's own product is not secondary.
        case .product: addMaterial(exchange, isSecondary: isPlant(exchange.from))
        case .energy:
            if let factor = resource.unit.convert(1, to: .megawattHour) {
                ledger.add(.energyGiven, parties.index(exchange.from), exchange.quantity * factor)
            }
        case .water: break
        }
        addDisposalSaving(exchange)
    }

    private func isPlant(_ party: Party) -> Bool { if case .process = party { true } else { false } }

    /// What arrives of the dispatched quantity, in the given resource's unit.
    private func received(_ exchange: PlannedExchange) -> Double {
        let row = tables.substitutions.first { $0.from == exchange.resource && $0.to == exchange.asResource }
        return min(exchange.quantity, exchange.delivered / (row?.ratio ?? 1))
    }

    private mutating func addMaterial(_ exchange: PlannedExchange, isSecondary: Bool) {
        let (giver, taker, resource) = (parties.index(exchange.from), parties.index(exchange.to), exchange.resource)
        let received = received(exchange)
        addMass([.inflow], taker, received, resource)
        guard isSecondary else { return }
        addMass([.secondaryOut], giver, received, resource)
        addMass([.secondaryIn], taker, received, resource)
        guard tables.resources[resource].kind == .material else {
            return addMass([.inflowRecycled], taker, received, resource)
        }
        addMass([.solidWaste, .wasteExchanged, .wasteUsedByOthers, .outflow], giver, received, resource)
        switch exchange.use {
        case .reuse:
            addMass([.wasteReused, .outflowReused], giver, received, resource)
            addMass([.inflowReused], taker, received, resource)
        case .recycling:
            addMass([.wasteRecycled, .outflowRecycled], giver, received, resource)
            addMass([.inflowRecycled], taker, received, resource)
        case .composting:
            addMass([.wasteComposted, .outflowBiological], giver, received, resource)
            addMass([.inflowRecycled], taker, received, resource)
        case .energyRecovery: addMass([.wasteToEnergy], giver, received, resource)
        case nil:
            let gap = Gap.use(resource, exchange.asResource)
            let outgoing: [Measure] = [
                .wasteReused, .wasteRecycled, .wasteComposted, .wasteToEnergy, .outflowReused, .outflowRecycled, .outflowBiological,
            ]
            addMassUpTo(outgoing, giver, received, resource, gap)
            addMassUpTo([.inflowReused, .inflowRecycled], taker, received, resource, gap)
        }
    }

    /// What the taker need not buy.
    private mutating func addReplaced(_ exchange: PlannedExchange, countsSavings: Bool) {
        let taker = parties.index(exchange.to), replaced = tables.resources[exchange.asResource]
        let demand = demand(exchange.to, exchange.asResource, in: exchange.period)
        let value = exchange.delivered * (demand?.virginPrice ?? 0)
        if value > 0 {
            ledger.add(.inputsValue, taker, value)
            ledger.add(.inputsValueLocal, taker, value)
        }
        // What a plant takes in and could not buy replaces nothing: what it makes of it does.
        guard countsSavings, !(isPlant(exchange.to) && demand?.virginPrice == nil) else { return }
        let gas = exchange.delivered * (demand?.virginPrice == nil ? 0 : demand?.virginGHG ?? 0) / 1000
        switch replaced.kind {
        case .energy:
            guard let factor = replaced.unit.convert(1, to: .megawattHour) else { break }
            ledger.add(.energySaved, taker, exchange.delivered * factor)
            ledger.add(.ghgAvoidedEnergy, taker, gas)
            switch replaced.carrier {
            case .electricity:
                ledger.add(.electricitySaved, taker, exchange.delivered * factor * 1000)
                ledger.add(.ghgAvoidedElectricityFuel, taker, gas)
                ledger.add(.savingElectricity, taker, value)
            case .fuel:
                ledger.add(.fuelSaved, taker, exchange.delivered * factor)
                ledger.add(.ghgAvoidedElectricityFuel, taker, gas)
                ledger.add(.savingFuel, taker, value)
            default: ledger.add(.savingFuel, taker, value)
            }
        case .water:
            guard replaced.carrier != .wastewater, let factor = replaced.unit.convert(1, to: .cubicMetre) else { break }
            ledger.add(.waterSaved, taker, exchange.delivered * factor)
            ledger.add(.savingWater, taker, value)
        case .material, .product:
            switch replaced.carrier {
            case .fuel:
                addMass([.fuelSavedTonnes], taker, exchange.delivered, exchange.asResource)
                for measure in [Measure.ghgAvoidedEnergy, .ghgAvoidedElectricityFuel] { ledger.add(measure, taker, gas) }
                ledger.add(.savingFuel, taker, value)
            case .chemical:
                addMass([.chemicalsSaved], taker, exchange.delivered, exchange.asResource)
                ledger.add(.savingChemicals, taker, value)
            default:
                addMass([.primarySaved], taker, exchange.delivered, exchange.asResource)
                ledger.add(.savingPrimary, taker, value)
            }
        }
    }

    /// What the giver need not pay for, and what a contract pays it.
    private mutating func addDisposalSaving(_ exchange: PlannedExchange) {
        let giver = parties.index(exchange.from), resource = tables.resources[exchange.resource]
        // What sold elsewhere before saves no disposal; what it earned there is no saving either.
        let saved = exchange.quantity * max(0, supply(exchange.from, exchange.resource, in: exchange.period)?.disposalCost ?? 0)
        switch resource.kind {
        case .material:
            switch exchange.use {
            case .reuse: for measure in [Measure.savingReuse, .savingDisposal] { ledger.add(measure, giver, saved) }
            case .recycling, .composting:
                for measure in [Measure.savingRecycling, .savingDisposal] { ledger.add(measure, giver, saved) }
            case .energyRecovery: break
            case nil:
                // It is one or the other, so that the sum of both is saved once at most.
                for measure in [Measure.savingReuse, .savingRecycling, .savingDisposal] {
                    ledger.addUpTo(measure, giver, saved, .use(exchange.resource, exchange.asResource))
                }
            }
        default: break
        }
        let contract = tables.contracts.first { $0.from == exchange.from && $0.to == exchange.to && $0.resource == exchange.resource }
        if let price = contract?.price {
            ledger.add(.secondaryIncome, giver, exchange.quantity * price)
        } else {
            ledger.addUpTo(.secondaryIncome, giver, .infinity, .contractPrice(exchange.from, exchange.to, exchange.resource))
        }
    }

    /// Gas avoided against the baseline, once for the whole scenario, then split by each rule; the parts of a rule sum to the whole.
    ///
    /// Of an exchange: dispatched · disposal_ghg − γ + delivered · virgin_ghg, a need that cannot be bought counting 0. Of a plant: −y (ghg +
    /// Σ per_activity · disposal_ghg of what it gives off + Σ per_activity · virgin_ghg of what it takes in); that part is the plant's by every
    /// rule. ISO 14044 (system expansion); the rules are those of recycled content, of end of life, halves, and of the circular footprint.
    mutating func addAvoidedGas() {
        for exchange in flows.exchanges {
            let (giver, taker) = (parties.index(exchange.from), parties.index(exchange.to))
            let demand = demand(exchange.to, exchange.asResource, in: exchange.period)
            let virgin = demand?.virginPrice == nil ? 0 : exchange.delivered * (demand?.virginGHG ?? 0)
            let disposal = exchange.quantity * (supply(exchange.from, exchange.resource, in: exchange.period)?.disposalGHG ?? 0) / 1000
            let rest = (virgin - exchange.ghg) / 1000
            ledger.add(.ghgAvoidedCutOff, giver, disposal)
            ledger.add(.ghgAvoidedCutOff, taker, rest)
            ledger.add(.ghgAvoidedToGivers, giver, disposal + rest)
            for party in [giver, taker] { ledger.add(.ghgAvoidedHalves, party, (disposal + rest) / 2) }
            // A is the share of who uses recycled material, 1 − A that of who hands it on: 0.2 where there is more demand than supply, 0.8 where
            // there is less, 0.5 where no market says which is scarce.
            ledger.add(.ghgAvoidedCircularFootprint, giver, disposal + (1 - circularFactor) * rest)
            ledger.add(.ghgAvoidedCircularFootprint, taker, circularFactor * rest)
            addByPrice(exchange, disposal, rest)
        }
        guard scope == .betweenFirms else { return }
        for process in flows.processes where process.activity > 0 {
            addPlantGas(parties.index(.process(process.process)), -process.activity * tables.processes[process.process].ghg / 1000)
        }
        for flow in flows.processFlows where flow.quantity > 0 {
            let row = tables.processFlows[flow.flow], party = Party.process(row.process)
            let factor: Double =
                switch row.role {
                case .output: supply(party, row.resource, in: flow.period)?.disposalGHG ?? 0
                case .input: demand(party, row.resource, in: flow.period).flatMap { $0.virginPrice == nil ? nil : $0.virginGHG } ?? 0
                }
            addPlantGas(parties.index(party), -flow.quantity * factor / 1000)
        }
    }

    /// What is paid for is a by-product of the giver's; what somebody is paid to take is waste that the taker makes good use of. Without a price
    /// either may be.
    private mutating func addByPrice(_ exchange: PlannedExchange, _ disposal: Double, _ rest: Double) {
        let (giver, taker) = (parties.index(exchange.from), parties.index(exchange.to))
        ledger.add(.ghgAvoidedByPrice, giver, disposal)
        let contract = tables.contracts.first { $0.from == exchange.from && $0.to == exchange.to && $0.resource == exchange.resource }
        guard let price = contract?.price else {
            let gap = Gap.contractPrice(exchange.from, exchange.to, exchange.resource)
            for party in [giver, taker] { ledger.addBetween(.ghgAvoidedByPrice, party, rest, gap) }
            return
        }
        ledger.add(.ghgAvoidedByPrice, giver, price > 0 ? rest : price < 0 ? 0 : rest / 2)
        ledger.add(.ghgAvoidedByPrice, taker, price > 0 ? 0 : price < 0 ? rest : rest / 2)
    }

    private mutating func addPlantGas(_ plant: Int, _ amount: Double) {
        for measure in [Measure.ghgAvoidedCutOff, .ghgAvoidedToGivers, .ghgAvoidedHalves, .ghgAvoidedCircularFootprint, .ghgAvoidedByPrice]
        {
            ledger.add(measure, plant, amount)
        }
    }
}
