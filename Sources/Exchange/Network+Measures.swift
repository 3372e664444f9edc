// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Adds up measures, careful with units: money, kg CO2e, tonnes, and each kind in its own unit.
struct MeasureSum {
    private let network: Network
    private var money = 0.0, ghg = 0.0
    private(set) var measures = Measures()
    private var kinds: [KindMeasure] = []

    init(_ network: Network) {
        self.network = network
        money = network.fixedCost
    }

    mutating func dispose(_ supply: Supply, _ quantity: Double) {
        add(network.contribution(disposing: supply), quantity)
        addKind(supply.resource, waste: quantity, virgin: 0)
    }

    mutating func buy(_ demand: Demand, _ quantity: Double) {
        guard let contribution = network.contribution(buying: demand) else { return }
        add(contribution, quantity)
        addKind(demand.resource, waste: 0, virgin: quantity)
    }

    mutating func run(_ process: ConversionProcess, _ activity: Double) { add(network.contribution(running: process), activity) }

    mutating func dispatch(_ candidate: Candidate, _ quantity: Double) {
        let terms = network.terms(of: candidate)
        add(network.contribution(terms, of: candidate), quantity)
        let resource = network.supplies[Int(candidate.supply)].resource
        if network.scenario.tables.resources[resource].kind != .energy { addKind(resource, waste: terms.loss * quantity, virgin: 0) }
    }

    /// What is paid a year for what is built.
    mutating func charge(_ amount: Double) { money += amount }

    /// What is held at the end of a period.
    mutating func hold(_ store: Store, _ period: Int, _ quantity: Double) {
        add(network.contribution(holding: store, period), quantity)
        let resource = network.supplies[store.supplies[period]].resource
        guard !network.isEnergy(resource) else { return }
        addKind(resource, waste: network.scenario.tables.storages[store.storage].lossShare * quantity, virgin: 0)
    }

    private mutating func add(_ contribution: Contribution, _ quantity: Double) {
        money += contribution.money * quantity
        ghg += contribution.ghg * quantity
        measures.waste += contribution.waste * quantity
        measures.virgin += contribution.virgin * quantity
    }

    private mutating func addKind(_ reference: Reference<Resource>, waste: Double, virgin: Double) {
        guard waste != 0 || virgin != 0 else { return }
        let kind = network.scenario.tables.resources[Int(reference.position)].kind
        let own = network.scenario.tables.resources[Int(reference.position)].unit, unit = own.dimension.mainUnit
        guard let factor = own.convert(1, to: unit) else { return }
        if let index = kinds.firstIndex(where: { $0.kind == kind && $0.unit == unit }) {
            kinds[index].waste += waste * factor
            kinds[index].virgin += virgin * factor
        } else {
            kinds.append(KindMeasure(kind: kind, unit: unit, waste: waste * factor, virgin: virgin * factor))
        }
    }

    /// The sum; carbon cost = carbon_price · ghg / 1000 is part of cost.
    var total: Measures {
        var total = measures
        total.ghg = ghg
        total.carbonCost = network.scenario.tables.settings.carbonPrice * ghg / 1000
        total.cost = money + total.carbonCost
        total.byKind = kinds.sorted { ($0.kind.rawValue, $0.unit.rawValue) < ($1.kind.rawValue, $1.unit.rawValue) }
        return total
    }
}

extension Dimension {
    /// The unit in which totals of the dimension are told.
    var mainUnit: Unit {
        switch self {
        case .mass: .tonne
        case .volume: .cubicMetre
        case .energy: .megawattHour
        case .pieces: .piece
        }
    }
}

extension Network {
    /// The baseline: all disposed of, all bought new, no activity.
    var baseline: Measures {
        var sum = MeasureSum(self)
        for supply in supplies where !supply.isOfProcess { sum.dispose(supply, supply.quantity) }
        for demand in demands where !demand.isOfProcess { sum.buy(demand, demand.quantity) }
        return sum.total
    }

    /// Needs that cannot be bought and so count nothing in the baseline.
    var unpriced: [Reference<Need>] {
        var seen: Set<Reference<Need>> = []
        return demands.compactMap { demand in
            guard demand.virginPrice == nil, demand.quantity > 0, case .need(let need) = demand.origin else { return nil }
            return seen.insert(need).inserted ? need : nil
        }
    }
}
