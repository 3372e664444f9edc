// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Scenario

@testable import Exchange

/// A small park and an outcome of it that no solver made: every part of a report has something to tell.
enum HandMade {
    static let scenario: Scenario = {
        var tables = Tables(settings: Settings(id: "made", currency: "VND", year: 2030))
        tables.settings.name = Label(english: "Made by hand", vietnamese: "Làm bằng tay")
        let row = Provenance(row: 0)
        var cullet = Resource(
            id: "cullet", name: Label(english: "Cullet", vietnamese: "Kính vụn"), kind: .material, unit: .tonne, provenance: row)
        cullet.disposalCost = 450_000
        var sand = Resource(id: "sand", name: Label(english: "Sand", vietnamese: "Cát"), kind: .material, unit: .tonne, provenance: row)
        sand.virginPrice = 600_000
        let steam = Resource(
            id: "steam", name: Label(english: "Steam", vietnamese: "Hơi nước"), kind: .energy, unit: .megawattHour, provenance: row)
        tables.resources = [cullet, sand, steam]
        tables.parks = [Park(id: "n", name: Label(english: "North"), coordinates: nil, areaHectares: nil, type: nil, provenance: row)]
        tables.firms = [
            Firm(id: "a", name: Label(english: "Glazing", vietnamese: "Xưởng kính"), park: Reference(0), provenance: row),
            Firm(id: "b", name: Label(english: "Bottles", vietnamese: "Chai lọ"), park: Reference(0), provenance: row),
        ]
        tables.outputs = [Output(firm: Reference(0), resource: Reference(0), quantity: 1000, provenance: row)]
        tables.needs = [
            Need(firm: Reference(1), resource: Reference(1), quantity: 5000, provenance: row),
            Need(firm: Reference(1), resource: Reference(2), quantity: 100, provenance: row),
        ]
        tables.substitutions = [Substitution(from: Reference(0), to: Reference(1), ratio: 1.2, use: .recycling, provenance: row)]
        tables.modes = [Mode(id: "truck", unit: .tonne, provenance: row)]
        tables.routes = [
            Route(ends: .firms(from: Reference(0), to: Reference(1)), kilometres: 3, mode: Reference(0), capacity: 800, provenance: row)
        ]
        tables.processes = [
            ConversionProcess(
                id: "boiler", name: Label(english: "Boiler", vietnamese: "Lò hơi"), site: .firm(Reference(1)), capacity: 50, provenance: row
            )
        ]
        tables.processFlows = [
            ProcessFlow(process: Reference(0), resource: Reference(2), role: .output, perActivity: 1, disposalCost: 0, provenance: row)
        ]
        tables.contracts = [
            Contract(
                from: .firm(Reference(0)), to: .firm(Reference(1)), resource: Reference(0), minimum: 100, maximum: 800, provenance: row)
        ]
        tables.projects = [Project(id: "p", name: Label(english: "New mill", vietnamese: "Nhà máy mới"), provenance: row)]
        do { return try Scenario(validating: tables) } catch { preconditionFailure("\(error)") }
    }()

    static func measures(_ cost: Double, _ waste: Double, _ virgin: Double) -> Measures {
        var measures = Measures()
        (measures.cost, measures.carbonCost, measures.ghg, measures.waste, measures.virgin) = (cost, cost / 100, cost / 50, waste, virgin)
        measures.byKind = [
            KindMeasure(kind: .material, unit: .tonne, waste: waste, virgin: virgin),
            KindMeasure(kind: .energy, unit: .megawattHour, waste: 0, virgin: 100),
        ]
        return measures
    }

    /// An optimal plan: 800 t of cullet for sand, the route, the contract and the boiler at their limits.
    static let outcome: Outcome = {
        var outcome = Outcome(
            status: .optimal, objective: .cost, objectiveValue: 2.5e9, bound: 2.5e9, gap: 0, baseline: measures(3.45e9, 1000, 5000),
            unpriced: [],
            todayReason: .noQuantities, plan: measures(2.5e9, 200, 4040), netBenefit: 0.95e9, rows: 1, columns: 2, nonzeros: 3,
            candidates: 4,
            solver: "Hand 1", termination: .finished)
        outcome.exchanges = [
            PlannedExchange(
                from: .firm(Reference(0)), to: .firm(Reference(1)), resource: Reference(0), asResource: Reference(1), mode: Reference(0),
                quantity: 800, delivered: 960, kilometres: 3, cost: 4e7, ghg: 120, gain: 0.95e9, use: .recycling)
        ]
        outcome.outputs = [
            PlannedOutput(output: Reference(0), quantity: 1000, exchanged: 800, lost: 0, disposed: 200, marginal: -1_200_000)
        ]
        outcome.needs = [
            PlannedNeed(need: Reference(0), quantity: 5000, secondary: 960, virgin: 4040, marginal: 600_000),
            PlannedNeed(need: Reference(1), quantity: 100, secondary: 100, virgin: 1e-10, marginal: 1e-9),
        ]
        outcome.processes = [PlannedProcess(process: Reference(0), activity: 50, capacity: 50, gain: -2_000_000, marginal: -30_000)]
        outcome.processFlows = [PlannedProcessFlow(flow: Reference(0), quantity: 50, exchanged: 45, outside: 5, marginal: 0)]
        outcome.routes = [PlannedRoute(route: Reference(0), used: true, load: 800, marginal: -20_000)]
        outcome.contracts = [PlannedContract(contract: Reference(0), quantity: 800, marginal: 0)]
        outcome.projects = [Reference(0)]
        outcome.certificate = Certificate(primalResidual: 2e-13, dualResidual: 1e-14, dualityGap: 3e-15, dualBound: 2.5e9, holds: true)
        return outcome
    }()
}
