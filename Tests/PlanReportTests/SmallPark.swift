// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Scenario

@testable import Exchange
@testable import PlanReport

/// Two firms, one plant and three exchanges that no solver made, small enough to be followed by hand.
enum SmallPark {
    static let glazing = Reference<Firm>(0), bottles = Reference<Firm>(1)
    static let cullet = Reference<Resource>(0), sand = Reference<Resource>(1), sludge = Reference<Resource>(2)

    static func tables(_ change: (inout Tables) -> Void = { _ in }) -> Tables {
        var tables = Tables(settings: Settings(id: "small", currency: "VND", year: 2030))
        tables.settings.name = Label(english: "Small park", vietnamese: "Khu nhỏ")
        tables.settings.description = Label(english: "Glazing is the client", vietnamese: "Xưởng kính là khách hàng")
        tables.settings.sources = [
            Source(id: "letter", title: "Letter of Glazing, 2024"),
            Source(id: "handbook", title: "Handbook of melting", publisher: "Press"),
        ]
        func row(_ basis: Basis?, note: String? = nil, source: Int? = nil) -> Provenance {
            Provenance(row: 0, source: source.map { Reference($0) }, basis: basis, note: note)
        }
        var cullet = Resource(
            id: "cullet", name: Label(english: "Cullet", vietnamese: "Kính vụn"), kind: .material, unit: .tonne, provenance: row(.estimated)
        )
        (cullet.disposalCost, cullet.maximumKilometres) = (400_000, 50)
        var sand = Resource(
            id: "sand", name: Label(english: "Sand", vietnamese: "Cát"), kind: .material, unit: .tonne, provenance: row(.measured))
        sand.virginPrice = 600_000
        var sludge = Resource(
            id: "sludge", name: Label(english: "Sludge", vietnamese: "Bùn"), kind: .material, unit: .tonne, provenance: row(nil))
        (sludge.hazardous, sludge.disposalCost) = (true, 2_000_000)
        tables.resources = [cullet, sand, sludge]
        tables.parks = [
            Park(
                id: "north", name: Label(english: "North park", vietnamese: "Khu Bắc"),
                coordinates: Coordinates(latitude: 15.4, longitude: 108.6),
                areaHectares: 10, type: nil, provenance: row(nil))
        ]
        tables.firms = [
            Firm(
                id: "glazing", name: Label(english: "Glazing", vietnamese: "Xưởng kính"), park: Reference(0),
                coordinates: Coordinates(latitude: 15.41, longitude: 108.61), sector: "23110",
                provenance: row(.declared, note: "secret note")),
            Firm(id: "bottles", name: Label(english: "Bottles Ltd", vietnamese: "Chai lọ"), park: Reference(0), provenance: row(nil)),
        ]
        tables.outputs = [
            Output(
                firm: glazing, resource: SmallPark.cullet, quantity: 1000, provenance: row(.measured, note: "weighed in May", source: 0)),
            Output(firm: glazing, resource: SmallPark.sludge, quantity: 10, provenance: row(.illustrative)),
        ]
        tables.needs = [Need(firm: bottles, resource: SmallPark.sand, quantity: 1000, provenance: row(.declared, source: 1))]
        tables.properties = [Property(id: "iron", unit: "%")]
        tables.qualities = [
            Quality(
                scope: .output, party: .firm(glazing), resource: SmallPark.cullet, property: Reference(0), value: 0.3, minimum: nil,
                maximum: nil,
                provenance: row(nil)),
            Quality(
                scope: .need, party: .firm(bottles), resource: SmallPark.sand, property: Reference(0), value: nil, minimum: nil,
                maximum: 0.2,
                provenance: row(nil)),
            Quality(
                scope: .virgin, party: nil, resource: SmallPark.sand, property: Reference(0), value: 0.1, minimum: nil, maximum: nil,
                provenance: row(nil)),
        ]
        tables.modes = [Mode(id: "truck", unit: .tonne, provenance: row(nil))]
        tables.processes = [
            ConversionProcess(
                id: "kiln", name: Label(english: "Kiln", vietnamese: "Lò nung"),
                site: .coordinates(Coordinates(latitude: 15.9, longitude: 108.1)),
                capacity: 50, provenance: row(.estimated))
        ]
        tables.processFlows = [
            ProcessFlow(process: Reference(0), resource: SmallPark.sludge, role: .input, perActivity: 1, provenance: row(.measured))
        ]
        change(&tables)
        return tables
    }

    /// 500 t of cullet for sand, and all sludge to the kiln 60 km away.
    static func outcome(_ change: (inout Outcome) -> Void = { _ in }) -> Outcome {
        var outcome = Outcome(
            status: .optimal, objective: .cost, objectiveValue: 0.5e9, bound: 0.5e9, gap: 0, baseline: measures(1.02e9, 1010, 1000),
            unpriced: [],
            todayReason: .noQuantities, plan: measures(0.5e9, 500, 500), netBenefit: 0.52e9, rows: 1, columns: 2, nonzeros: 3,
            candidates: 4,
            solver: "Hand 1", termination: .finished)
        outcome.exchanges = [
            PlannedExchange(
                from: .firm(glazing), to: .firm(bottles), resource: cullet, asResource: sand, mode: Reference(0), quantity: 500,
                delivered: 500,
                kilometres: 2, cost: 1e7, ghg: 0, gain: 4.9e8, use: .recycling),
            PlannedExchange(
                from: .firm(glazing), to: .process(Reference(0)), resource: sludge, asResource: sludge, mode: Reference(0), quantity: 10,
                delivered: 10, kilometres: 63, cost: 1.8e7, ghg: 0, gain: 2e6),
        ]
        outcome.outputs = [
            PlannedOutput(output: Reference(0), quantity: 1000, exchanged: 500, lost: 0, disposed: 500, marginal: 400_000),
            PlannedOutput(output: Reference(1), quantity: 10, exchanged: 10, lost: 0, disposed: 0, marginal: 100_000),
        ]
        outcome.needs = [PlannedNeed(need: Reference(0), quantity: 1000, secondary: 500, virgin: 500, marginal: 600_000)]
        outcome.processes = [PlannedProcess(process: Reference(0), activity: 10, capacity: 50, gain: -100_000, marginal: 0)]
        outcome.processFlows = [PlannedProcessFlow(flow: Reference(0), quantity: 10, exchanged: 10, outside: 0, marginal: 0)]
        outcome.certificate = Certificate(primalResidual: 0, dualResidual: 0, dualityGap: 0, dualBound: 0.5e9, holds: true)
        change(&outcome)
        return outcome
    }

    static func input(_ change: (inout Tables) -> Void = { _ in }, outcome: Outcome = outcome()) throws -> ReportInput {
        ReportInput(outcome, of: try Scenario(validating: tables(change)), fingerprint: "0123456789abcdef")
    }

    private static func measures(_ cost: Double, _ waste: Double, _ virgin: Double) -> Measures {
        var measures = Measures()
        (measures.cost, measures.ghg, measures.waste, measures.virgin) = (cost, 1000, waste, virgin)
        return measures
    }
}
