// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Scenario
import Testing

/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    // Times a constant that is not the step: neighbouring seeds must not give the same numbers one step apart.
    init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of `range` with four decimals.
    mutating func number(_ range: ClosedRange<Double>) -> Double { (Double.random(in: range, using: &self) * 10000).rounded() / 10000 }

    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }
}

/// A random scenario that has a plan, as tables that a test can change before they are written and read.
///
/// Ten firms in two parks and beside them, six resources, two ways of carrying most of them, and something of every rule of the model:
/// losses, licences, qualities, shares, substitutions, a process, routes with capacities, contracts, a carbon price, other objectives.
struct RandomScenario {
    typealias Row = [String: String]

    let seed: UInt64
    var settings: [String: String]
    var tables: [String: [Row]] = [:]
    private var numbers: SeededNumbers

    /// Seeds 1, 2, … : the objective and the settings go by the seed, so that a dozen of them meet every kind.
    init(seed: UInt64, withinFirm: Bool? = nil) {
        self.seed = seed
        numbers = SeededNumbers(seed: seed)
        let objectives = ["cost", "cost", "ghg", "cost", "waste", "{weights: {cost: 1, ghg: 0.05, waste: 2}}", "cost", "virgin"]
        settings = [
            "objective": objectives[Int(seed) % objectives.count], "carbon_price": seed.isMultiple(of: 3) ? "0" : "25",
            "within_firm": "\(withinFirm ?? seed.isMultiple(of: 2))",
        ]
        addResources()
        addPlaces()
        addStreams()
        addModes()
        addQualities()
        addProcess()
        addContractsAndRoutes()
    }

    private mutating func value(_ range: ClosedRange<Double>) -> String { "\(numbers.number(range))" }

    private mutating func addResources() {
        let kinds = [
            ("m1", "material", "t"), ("m2", "material", "t"), ("m3", "material", "t"), ("hz", "material", "t"), ("wa", "water", "m3"),
            ("en", "energy", "MWh"),
        ]
        tables["resources"] = kinds.map { id, kind, unit in
            [
                "id": id, "name": id, "kind": kind, "unit": unit, "hazardous": id == "hz" ? "true" : "false",
                "disposal_cost": value(20...90),
                "disposal_ghg": value(0...300), "virgin_price": value(40...160), "virgin_ghg": value(50...900),
            ]
        }
        tables["substitutions"] = [
            [
                "from": "m1", "to": "m2", "ratio": value(0.5...0.95), "max_share": value(0.2...0.8), "cost": value(0...8),
                "ghg": value(0...20),
            ],
            ["from": "m3", "to": "m1", "ratio": value(0.6...1.2), "max_share": "1", "cost": value(0...8), "ghg": "0"],
        ]
    }

    private mutating func addPlaces() {
        tables["parks"] = [
            ["id": "P", "name": "Park P", "latitude": "15.4", "longitude": "108.6"],
            ["id": "Q", "name": "Park Q", "latitude": "15.55", "longitude": "108.45"],
        ]
        tables["firms"] = (0..<10).map { index in
            let isInPark = index < 6
            return [
                "id": "F\(index)", "name": "Firm \(index)", "park": isInPark ? (index % 2 == 0 ? "P" : "Q") : "",
                "latitude": isInPark ? "" : value(15.3...15.7), "longitude": isInPark ? "" : value(108.3...108.7),
                "licences": numbers.chance(0.5) ? "hz" : "",
            ]
        }
    }

    private mutating func addStreams() {
        var outputs: [Row] = [], needs: [Row] = []
        for firm in 0..<10 {
            for resource in ["m1", "m2", "m3", "hz", "wa", "en"] {
                if numbers.chance(0.3) {
                    outputs.append([
                        "firm": "F\(firm)", "resource": resource, "quantity": value(20...400), "unit": "",
                        "disposal_cost": numbers.chance(0.5) ? value(20...90) : "",
                        "supply_cost": numbers.chance(0.3) ? value(0...5) : "",
                    ])
                }
                if numbers.chance(0.3) {
                    needs.append([
                        "firm": "F\(firm)", "resource": resource, "quantity": value(20...400), "unit": "",
                        "virgin_price": numbers.chance(0.5) ? value(40...160) : "",
                        "max_secondary_share": numbers.chance(0.25) ? value(0.2...0.9) : "",
                        "handling_cost": numbers.chance(0.3) ? value(0...4) : "",
                    ])
                }
            }
        }
        tables["outputs"] = outputs
        tables["needs"] = needs
    }

    private mutating func addModes() {
        tables["modes"] = [
            [
                "id": "truck", "unit": "t", "cost_per_unit": value(2...5), "cost_per_unit_km": value(0.1...0.2), "ghg_per_unit_km": "0.1",
                "loss_per_km": "",
            ],
            [
                "id": "barge", "unit": "t", "cost_per_unit": value(6...9), "cost_per_unit_km": value(0.02...0.08),
                "ghg_per_unit_km": "0.03", "loss_per_km": "0.0005",
            ],
            [
                "id": "pipe", "unit": "m3", "cost_per_unit": "0.3", "cost_per_unit_km": value(0.05...0.2), "ghg_per_unit_km": "0.01",
                "loss_per_km": "0.001",
            ],
            [
                "id": "cable", "unit": "GJ", "cost_per_unit": "0.2", "cost_per_unit_km": value(0.1...0.3), "ghg_per_unit_km": "0",
                "loss_per_km": "0.01",
            ],
        ]
    }

    private mutating func addQualities() {
        var rows: [Row] = [["scope": "virgin", "resource": "m1", "property": "ash", "value": "2"]]
        for output in tables["outputs"] ?? [] where ["m1", "m2", "m3"].contains(output["resource"]) && numbers.chance(0.9) {
            rows.append([
                "scope": "output", "firm": output["firm"] ?? "", "resource": output["resource"] ?? "", "property": "ash",
                "value": value(5...40),
            ])
        }
        for need in tables["needs"] ?? [] where need["resource"] == "m1" && numbers.chance(0.5) {
            rows.append([
                "scope": "need", "firm": need["firm"] ?? "", "resource": "m1", "property": "ash", "max": value(12...25),
                "min": numbers.chance(0.3) ? "1" : "",
            ])
        }
        tables["qualities"] = rows
    }

    private mutating func addProcess() {
        tables["processes"] = [
            [
                "id": "T", "name": "Plant T", "firm": "F1", "capacity": value(100...400), "cost": value(2...15), "ghg": value(0...30),
                "fixed_cost": "500",
            ]
        ]
        tables["process_flows"] = [
            [
                "process": "T", "resource": "m3", "role": "input", "per_activity": "1",
                "virgin_price": numbers.chance(0.5) ? value(30...60) : "",
            ],
            ["process": "T", "resource": "wa", "role": "input", "per_activity": value(0.1...0.4), "virgin_price": value(40...60)],
            ["process": "T", "resource": "m2", "role": "output", "per_activity": value(0.4...0.7), "virgin_price": ""],
            ["process": "T", "resource": "en", "role": "output", "per_activity": value(0.1...0.3), "virgin_price": ""],
        ]
    }

    /// One contract with a least, which a free pair can always keep, one with a most, and ways of every kind.
    private mutating func addContractsAndRoutes() {
        var contracts: [Row] = []
        let needs = (tables["needs"] ?? []).filter { ["m2", "m3"].contains($0["resource"]) && $0["max_secondary_share"] == "" }
        let outputs = tables["outputs"] ?? []
        for need in needs {
            guard contracts.count < 2, !contracts.contains(where: { $0["resource"] == need["resource"] }),
                let output = outputs.first(where: { $0["resource"] == need["resource"] && $0["firm"] != need["firm"] })
            else { continue }
            contracts.append([
                "from": output["firm"] ?? "", "to": need["firm"] ?? "", "resource": need["resource"] ?? "",
                "min": contracts.isEmpty ? value(1...10) : "",
                "max": contracts.isEmpty ? "" : value(10...60), "quantity": value(1...10),
            ])
        }
        tables["contracts"] = contracts
        tables["routes"] = [
            ["from": "P", "to": "Q", "km": value(20...40), "mode": "truck", "capacity": value(80...300), "open": "", "one_way": ""],
            ["from": "P", "to": "Q", "km": value(25...50), "mode": "", "capacity": "", "open": "", "one_way": "true"],
            ["from": "F6", "to": "F7", "km": value(5...30), "mode": "truck", "capacity": value(10...100), "open": "", "one_way": ""],
            ["from": "F8", "to": "F9", "km": "5", "mode": "cable", "capacity": "", "open": "false", "one_way": ""],
        ]
    }

    /// Puts the rows, and the columns, of every table into another order.
    mutating func shuffle() {
        for name in tables.keys.sorted() { tables[name]?.shuffle(using: &numbers) }
        isShuffled = true
    }
    private var isShuffled = false

    /// The scenario as files.
    var text: ScenarioText {
        var text = ScenarioText(files: [:])
        text["scenario.yaml"] = """
            format: 1
            id: random-\(seed)
            currency: USD
            year: 2030
            objective: \(settings["objective"] ?? "cost")
            carbon_price: \(settings["carbon_price"] ?? "0")
            exchange: {within_firm: \(settings["within_firm"] ?? "false")}

            """
        for (name, rows) in tables where !rows.isEmpty {
            var columns = Set(rows.flatMap(\.keys)).sorted()
            if isShuffled { columns.reverse() }
            let lines = rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: ",") }
            text[name + ".csv"] = ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
        }
        return text
    }
}
