// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// Adds up the ledger of a state of affairs from its flows. What moves between a firm and its own plant stays inside and does not count.
struct LedgerBuilder {
    let network: Network, parties: Parties, tables: Tables
    /// A of the circular footprint formula, and which exchanges count.
    let circularFactor: Double, scope: ExchangeScope
    private(set) var flows: Flows
    var ledger: Ledger
    let supplies: [StreamKey: Int], demands: [StreamKey: Int]

    /// A stream in a period: rows of a firm's resource may have prices and factors of their own in each.
    struct StreamKey: Hashable {
        var party: Int
        var resource: Reference<Resource>
        var period: Int
    }

    static func build(
        _ network: Network, _ parties: Parties, _ flows: Flows, circularFactor: Double = 0.5, scope: ExchangeScope = .betweenFirms
    ) -> Ledger {
        var builder = LedgerBuilder(network, parties, flows, circularFactor: circularFactor, scope: scope)
        builder.addAll(flows)
        return builder.ledger
    }

    /// Adds all that moves in `flows`.
    mutating func addAll(_ flows: Flows) {
        self.flows = flows
        for exchange in flows.exchanges { add(exchange) }
        // What stays inside firms is told by the exchanges alone.
        guard scope == .betweenFirms else { return addAvoidedGas() }
        for output in flows.outputs { add(output) }
        for need in flows.needs { add(need) }
        for flow in flows.processFlows { add(flow) }
        for process in flows.processes {
            ledger.add(.ghg, parties.index(.process(process.process)), process.activity * tables.processes[process.process].ghg / 1000)
        }
        addWaterOfPlants()
        countRows()
        addAvoidedGas()
    }

    /// Water that a plant discharges beyond the wastewater that it takes in: what it only hands through was counted where it arose.
    private mutating func addWaterOfPlants() {
        var taken: [Int: Double] = [:], given = taken, discharged = taken
        for flow in flows.processFlows {
            let row = tables.processFlows[flow.flow], resource = tables.resources[row.resource]
            guard resource.kind == .water, let factor = resource.unit.convert(1, to: .cubicMetre) else { continue }
            let plant = parties.index(.process(row.process))
            switch row.role {
            case .input: if resource.carrier == .wastewater { taken[plant, default: 0] += flow.quantity * factor }
            case .output:
                given[plant, default: 0] += flow.quantity * factor
                discharged[plant, default: 0] += flow.outside * factor
            }
        }
        for (plant, volume) in given where volume > 0 {
            let own = max(0, volume - (taken[plant] ?? 0))
            ledger.add(.wastewaterUnused, plant, own * (discharged[plant] ?? 0) / volume)
        }
    }

    init(
        _ network: Network, _ parties: Parties, _ flows: Flows, circularFactor: Double = 0.5, scope: ExchangeScope = .betweenFirms
    ) {
        (self.network, self.parties, self.flows, tables) = (network, parties, flows, network.scenario.tables)
        (self.circularFactor, self.scope) = (circularFactor, scope)
        ledger = Ledger(parties: parties.count)
        var supplies: [StreamKey: Int] = [:], demands: [StreamKey: Int] = [:]
        for (index, supply) in network.supplies.enumerated() {
            supplies[StreamKey(party: parties.index(supply.party), resource: supply.resource, period: supply.period)] = index
        }
        for (index, demand) in network.demands.enumerated() {
            demands[StreamKey(party: parties.index(demand.party), resource: demand.resource, period: demand.period)] = index
        }
        (self.supplies, self.demands) = (supplies, demands)
    }

    /// Whether an exchange is not one of those that count.
    func isLeftOut(_ exchange: PlannedExchange) -> Bool { scope == .betweenFirms && parties.isInside(exchange) }

    func supply(_ party: Party, _ resource: Reference<Resource>, in period: Reference<Period>?) -> Supply? {
        supplies[key(party, resource, period)].map { network.supplies[$0] }
    }

    func demand(_ party: Party, _ resource: Reference<Resource>, in period: Reference<Period>?) -> Demand? {
        demands[key(party, resource, period)].map { network.demands[$0] }
    }

    private func key(_ party: Party, _ resource: Reference<Resource>, _ period: Reference<Period>?) -> StreamKey {
        StreamKey(party: parties.index(party), resource: resource, period: period.map { Int($0.position) } ?? 0)
    }

    /// Rows that are declared: one that holds for the year is one, however many periods it is spread over.
    private mutating func countRows() {
        for row in Set(flows.outputs.map(\.output)) { ledger.add(.streams, Int(tables.outputs[row].firm.position), 1) }
        for row in Set(flows.needs.map(\.need)) { ledger.add(.streams, Int(tables.needs[row].firm.position), 1) }
    }

    /// Adds `quantity` units of a resource in tonnes to measures of mass; where nothing tells its mass, anything from nothing on.
    mutating func addMass(_ measures: [Measure], _ party: Int, _ quantity: Double, _ resource: Reference<Resource>) {
        guard quantity != 0 else { return }
        for measure in measures {
            if let tonnes = parties.tonnes(resource) {
                ledger.add(measure, party, quantity * tonnes)
            } else {
                ledger.addUpTo(measure, party, .infinity, .tonnesPerUnit(resource))
            }
        }
    }

    /// The same, for what may belong to a measure or not.
    mutating func addMassUpTo(_ measures: [Measure], _ party: Int, _ quantity: Double, _ resource: Reference<Resource>, _ gap: Gap) {
        for measure in measures where quantity > 0 {
            ledger.addUpTo(measure, party, quantity * (parties.tonnes(resource) ?? .infinity), gap)
        }
    }
}

extension LedgerBuilder {
    /// What becomes of a firm's output. Over the periods of a year what goes into a storage net of what comes out is what is lost there.
    mutating func add(_ output: PlannedOutput) {
        let row = tables.outputs[output.output], resource = tables.resources[row.resource], party = Int(row.firm.position)
        if resource.kind == .product { addMass([.productOutput], party, output.quantity, row.resource) }
        if resource.carrier == .wastewater, let factor = resource.unit.convert(1, to: .cubicMetre) {
            ledger.add(.wastewater, party, output.quantity * factor)
            ledger.add(.wastewaterUnused, party, output.quantity * factor)
        } else if resource.kind == .water, let factor = resource.unit.convert(1, to: .cubicMetre) {
            ledger.add(.wastewaterUnused, party, output.disposed * factor)
        }
        dispose(
            .firm(row.firm), row.resource, output.period, disposed: output.disposed, lost: output.lost + output.stored, row.disposalRoute)
    }

    /// What a plant takes in and gives off.
    mutating func add(_ flow: PlannedProcessFlow) {
        let row = tables.processFlows[flow.flow], party = Party.process(row.process)
        switch row.role {
        case .output: dispose(party, row.resource, flow.period, disposed: flow.outside, lost: flow.lost + flow.stored, row.disposalRoute)
        case .input: take(party, row.resource, flow.period, quantity: flow.quantity, bought: flow.outside, origin: nil)
        }
    }

    /// How a firm's need is met.
    mutating func add(_ need: PlannedNeed) {
        let row = tables.needs[need.need]
        take(.firm(row.firm), row.resource, need.period, quantity: need.quantity, bought: need.virgin, origin: row.origin)
    }

    private mutating func dispose(
        _ party: Party, _ reference: Reference<Resource>, _ period: Reference<Period>?, disposed: Double, lost: Double,
        _ ownRoute: DisposalRoute?
    ) {
        let resource = tables.resources[reference], index = parties.index(party), route = ownRoute ?? resource.disposalRoute
        ledger.add(.ghg, index, disposed * (supply(party, reference, in: period)?.disposalGHG ?? 0) / 1000)
        switch resource.kind {
        case .material:
            addMass([.solidWaste, .wasteDisposed, .outflow], index, disposed + lost, reference)
            addRoute(party, reference, disposed, route)
        case .water:
            if let factor = resource.unit.convert(1, to: .cubicMetre) { ledger.add(.wastewaterDischarged, index, disposed * factor) }
        case .energy:
            if let factor = resource.unit.convert(1, to: .megawattHour) { ledger.add(.energyWasted, index, disposed * factor) }
        case .product: break
        }
    }

    /// Where what is disposed of goes. What is sold may be used again; without traceable data the standard counts it as linear.
    private mutating func addRoute(_ party: Party, _ resource: Reference<Resource>, _ disposed: Double, _ route: DisposalRoute?) {
        let index = parties.index(party)
        switch route {
        case .landfill: addMass([.wasteToLandfill], index, disposed, resource)
        case .reuse: addMass([.outflowReused, .wasteUsedByOthers], index, disposed, resource)
        case .recycling: addMass([.outflowRecycled, .wasteUsedByOthers], index, disposed, resource)
        case .composting: addMass([.outflowBiological, .wasteUsedByOthers], index, disposed, resource)
        case .sale: addMassUpTo([.wasteUsedByOthers], index, disposed, resource, .disposalRoute(party, resource))
        case nil:
            addMassUpTo([.wasteToLandfill, .wasteUsedByOthers], index, disposed, resource, .disposalRoute(party, resource))
        case .incineration, .energyRecovery, .treatment, .discharge: break
        }
    }

    private mutating func take(
        _ party: Party, _ reference: Reference<Resource>, _ period: Reference<Period>?, quantity: Double, bought: Double, origin: Origin?
    ) {
        let resource = tables.resources[reference], index = parties.index(party), demand = demand(party, reference, in: period)
        ledger.add(.ghg, index, bought * (demand?.virginGHG ?? 0) / 1000)
        let renewable = resource.renewable ?? 0, recycled = resource.recycledShare ?? 0
        switch resource.kind {
        case .material, .product:
            addMass([.inflow], index, bought, reference)
            addMass([.inflowRecycled], index, bought * recycled, reference)
            addMass([.inflowRenewable], index, bought * (1 - recycled) * renewable, reference)
            if resource.kind == .material {
                addMass([.virginMaterial], index, bought, reference)
                // Whether it is renewable is a fact of the resource, so that what is not given may be either.
                if let share = resource.renewable {
                    addMass([.virginNotRenewable], index, bought * (1 - share), reference)
                } else {
                    addMassUpTo([.virginNotRenewable], index, bought, reference, .renewable(reference))
                }
            }
            if resource.hazardous || resource.carrier == .chemical { addMass([.hazardousInputs], index, bought, reference) }
        case .water:
            guard let factor = resource.unit.convert(1, to: .cubicMetre), resource.carrier != .wastewater else { break }
            ledger.add(.waterUsed, index, quantity * factor)
            ledger.add(.waterBought, index, bought * factor)
        case .energy:
            guard let factor = resource.unit.convert(1, to: .megawattHour) else { break }
            ledger.add(.energyUsed, index, quantity * factor)
            ledger.add(.energyBought, index, bought * factor)
            ledger.add(.energyBoughtRenewable, index, bought * factor * renewable)
        }
        addValue(index, reference, bought, demand?.virginPrice, origin ?? resource.origin)
    }

    private mutating func addValue(
        _ index: Int, _ resource: Reference<Resource>, _ bought: Double, _ price: Double?, _ origin: Origin?
    ) {
        guard bought > 0 else { return }
        guard let price, price > 0 else {
            if price == nil { ledger.addUpTo(.inputsValue, index, .infinity, .price(resource)) }
            return
        }
        ledger.add(.inputsValue, index, bought * price)
        switch origin {
        case .local, .domestic: ledger.add(.inputsValueLocal, index, bought * price)
        case .import: break
        case nil: ledger.addUpTo(.inputsValueLocal, index, bought * price, .origin(resource))
        }
    }
}
