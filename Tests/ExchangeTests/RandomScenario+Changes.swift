// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario

/// Changes that must leave the plan, or scale it in a known way.
extension RandomScenario {
    /// Multiplies the figures of a column, in the rows that `condition` picks. Blank cells stay blank: what they fall back to changes too.
    private mutating func scale(_ table: String, _ columns: [String], by factor: Double, where condition: (Row) -> Bool = { _ in true }) {
        guard var rows = tables[table] else { return }
        for index in rows.indices where condition(rows[index]) {
            for column in columns {
                guard let figure = rows[index][column].flatMap(Double.init) else { continue }
                rows[index][column] = "\(figure * factor)"
            }
        }
        tables[table] = rows
    }

    /// Every price and cost, as if the currency were a thousandth of what it was; weights of money go the other way.
    mutating func scaleMoney(by factor: Double) {
        scale("resources", ["disposal_cost", "virgin_price"], by: factor)
        scale("substitutions", ["cost"], by: factor)
        scale("outputs", ["disposal_cost", "supply_cost"], by: factor)
        scale("needs", ["virgin_price", "handling_cost"], by: factor)
        scale("modes", ["cost_per_unit", "cost_per_unit_km"], by: factor)
        scale("processes", ["cost", "fixed_cost"], by: factor)
        scale("process_flows", ["virgin_price", "disposal_cost"], by: factor)
        settings["carbon_price"] = "\((settings["carbon_price"].flatMap(Double.init) ?? 0) * factor)"
        settings["objective"] = settings["objective"]?.replacing("cost: 1,", with: "cost: \(1 / factor),")
    }

    /// Declares the quantities of mass in kg, row by row, the resources' own unit staying t.
    mutating func declareInKilogrammes() {
        for table in ["outputs", "needs"] {
            scale(table, ["quantity"], by: 1000) { RandomScenario.isMass($0["resource"]) }
            guard var rows = tables[table] else { continue }
            for index in rows.indices where RandomScenario.isMass(rows[index]["resource"]) { rows[index]["unit"] = "kg" }
            tables[table] = rows
        }
    }

    /// Gives some of the four resources of mass the unit kg, with every quantity, price, ratio and amount that stands in it.
    mutating func measureInKilogrammes(_ resources: Set<String>) {
        func isMeant(_ resource: String?) -> Bool { resource.map(resources.contains) ?? false }
        scale("resources", ["disposal_cost", "disposal_ghg", "virgin_price", "virgin_ghg"], by: 1e-3) { isMeant($0["id"]) }
        scale("outputs", ["quantity"], by: 1000) { isMeant($0["resource"]) }
        scale("outputs", ["disposal_cost", "disposal_ghg", "supply_cost"], by: 1e-3) { isMeant($0["resource"]) }
        scale("needs", ["quantity"], by: 1000) { isMeant($0["resource"]) }
        scale("needs", ["virgin_price", "virgin_ghg", "handling_cost"], by: 1e-3) { isMeant($0["resource"]) }
        scale("substitutions", ["cost", "ghg"], by: 1e-3) { isMeant($0["from"]) }
        scale("substitutions", ["ratio"], by: 1e-3) { isMeant($0["from"]) }
        scale("substitutions", ["ratio"], by: 1000) { isMeant($0["to"]) }
        scale("process_flows", ["per_activity"], by: 1000) { isMeant($0["resource"]) }
        scale("process_flows", ["virgin_price", "disposal_cost"], by: 1e-3) { isMeant($0["resource"]) }
        scale("contracts", ["min", "max", "quantity"], by: 1000) { isMeant($0["resource"]) }
        guard var rows = tables["resources"] else { return }
        for index in rows.indices where isMeant(rows[index]["id"]) { rows[index]["unit"] = "kg" }
        tables["resources"] = rows
    }

    private static func isMass(_ resource: String?) -> Bool { resource != "wa" && resource != "en" }

    /// Adds a firm that offers nothing worth its price, another that stands idle, and a resource that nobody has.
    mutating func addUselessFirms() {
        tables["firms"]?.append(["id": "E0", "name": "Dear", "park": "P"])
        tables["firms"]?.append(["id": "Z9", "name": "Idle", "park": "Q"])
        tables["resources"]?.append(["id": "zz", "name": "zz", "kind": "material", "unit": "t"])
        for resource in ["m1", "wa", "en"] {
            tables["outputs"]?.append([
                "firm": "E0", "resource": resource, "quantity": "50", "disposal_cost": "0", "disposal_ghg": "0", "supply_cost": "1000000",
            ])
        }
    }

    /// Splits a firm in two at the same place, `share` of every stream to the first; contracts and routes that name it are split alike.
    mutating func split(_ firm: String, share: Double) {
        let other = firm + "b", parts = [(firm, share), (other, 1 - share)]
        for (table, columns, figures) in [
            ("firms", ["id"], []), ("outputs", ["firm"], ["quantity"]), ("needs", ["firm"], ["quantity"]), ("qualities", ["firm"], []),
            ("contracts", ["from", "to"], ["min", "max", "quantity"]), ("routes", ["from", "to"], ["capacity"]),
        ] as [(String, [String], [String])] {
            var rows: [Row] = []
            for row in tables[table] ?? [] {
                guard let column = columns.first(where: { row[$0] == firm }) else {
                    rows.append(row)
                    continue
                }
                for (id, part) in parts {
                    var copy = row
                    copy[column] = id
                    for figure in figures { if let value = row[figure].flatMap(Double.init) { copy[figure] = "\(value * part)" } }
                    rows.append(copy)
                }
            }
            tables[table] = rows
        }
    }
}
