// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension TablesReader {
    mutating func readResources() {
        guard var cells = cells(of: .resources) else { return }
        let id = cells.column("id"), name = cells.column("name"), vietnamese = cells.column("name_vi")
        let kind = cells.vocabulary("kind", of: ResourceKind.self), unit = cells.vocabulary("unit", of: Unit.self)
        let wasteCode = cells.column("waste_code"), hazardous = cells.column("hazardous")
        let disposalCost = cells.column("disposal_cost"), disposalGHG = cells.column("disposal_ghg")
        let virginPrice = cells.column("virgin_price"), virginGHG = cells.column("virgin_ghg"), reach = cells.column("max_km")
        let route = cells.vocabulary("disposal_route", of: DisposalRoute.self), carrier = cells.vocabulary("carrier", of: Carrier.self)
        let renewable = cells.column("renewable"), recycled = cells.column("recycled_share")
        let origin = cells.vocabulary("origin", of: Origin.self), tonnes = cells.column("tonnes_per_unit")
        let provenance = cells.provenanceColumns()
        tables.resources.reserveCapacity(cells.grid.rowCount)
        while cells.next() {
            var resource = Resource(
                id: cells.optionalText(id) ?? "", name: cells.label(name, vietnamese), kind: cells.word(kind) ?? .material,
                unit: cells.unit(unit) ?? .tonne, provenance: cells.provenance(provenance))
            resource.wasteCode = cells.plainText(wasteCode)
            resource.hazardous = cells.truth(hazardous, default: false)
            resource.disposalCost = cells.number(disposalCost, default: 0)
            resource.disposalGHG = cells.number(disposalGHG, default: 0)
            resource.virginPrice = cells.optionalNumber(virginPrice)
            resource.virginGHG = cells.number(virginGHG, default: 0)
            resource.maximumKilometres = cells.optionalNumber(reach, .notNegative)
            resource.disposalRoute = cells.word(route)
            resource.carrier = cells.word(carrier)
            resource.renewable = cells.optionalNumber(renewable, .share)
            resource.recycledShare = cells.optionalNumber(recycled, .share)
            resource.origin = cells.word(origin)
            resource.tonnesPerUnit = cells.optionalNumber(tonnes, .positive)
            checkTonnes(resource, tonnes, &cells)
            tables.resources.append(resource)
        }
        finish(cells)
    }

    /// Tonnes per unit of a resource that is measured by mass can only repeat what the unit says.
    private func checkTonnes(_ resource: Resource, _ column: Column, _ cells: inout CellReader) {
        guard let tonnes = resource.tonnesPerUnit, let expected = resource.unit.convert(1, to: .tonne), cells.isSound else { return }
        if abs(tonnes - expected) > 1e-9 * expected {
            cells.report(.tonnesContradictUnit(tonnes: tonnes, unit: resource.unit, expected: expected), column)
        }
    }

    mutating func readSubstitutions() {
        guard var cells = cells(of: .substitutions) else { return }
        let from = cells.column("from"), to = cells.column("to"), ratio = cells.column("ratio"), share = cells.column("max_share")
        let cost = cells.column("cost"), ghg = cells.column("ghg"), use = cells.vocabulary("use", of: SubstitutionUse.self)
        let provenance = cells.provenanceColumns()
        while cells.next() {
            let source = cells.reference(from, in: identifiers.resources, to: Resource.self)
            let target = cells.reference(to, in: identifiers.resources, to: Resource.self)
            let figures = (
                cells.number(ratio, .positive, default: 1), cells.number(share, .share, default: 1), cells.number(cost, default: 0),
                cells.number(ghg, default: 0)
            )
            let (use, origin) = (cells.word(use), cells.provenance(provenance))
            guard cells.isSound, let source, let target else { continue }
            tables.substitutions.append(
                Substitution(
                    from: source, to: target, ratio: figures.0, maximumShare: figures.1, cost: figures.2, ghg: figures.3, use: use,
                    provenance: origin))
        }
        finish(cells)
    }

    mutating func readModes() {
        guard var cells = cells(of: .modes) else { return }
        let id = cells.column("id"), unit = cells.vocabulary("unit", of: Unit.self), resources = cells.column("resources")
        let perUnit = cells.column("cost_per_unit"), perKilometre = cells.column("cost_per_unit_km")
        let ghg = cells.column("ghg_per_unit_km"), loss = cells.column("loss_per_km"), reach = cells.column("max_km")
        let capex = cells.column("capex_per_km"), fixed = cells.column("fixed_cost_per_km")
        let capacity = cells.column("link_capacity"), lifetime = cells.column("lifetime_years")
        let provenance = cells.provenanceColumns()
        while cells.next() {
            var mode = Mode(
                id: cells.optionalText(id) ?? "", unit: cells.unit(unit) ?? .tonne, provenance: cells.provenance(provenance))
            readCargo(of: &mode, resources, &cells)
            mode.costPerUnit = cells.number(perUnit, default: 0)
            mode.costPerUnitKilometre = cells.number(perKilometre, default: 0)
            mode.ghgPerUnitKilometre = cells.number(ghg, default: 0)
            mode.lossPerKilometre = cells.number(loss, .share, default: 0)
            mode.maximumKilometres = cells.optionalNumber(reach, .notNegative)
            mode.capexPerKilometre = cells.number(capex, default: 0)
            mode.fixedCostPerKilometre = cells.number(fixed, default: 0)
            mode.linkCapacity = cells.optionalNumber(capacity, .notNegative)
            mode.lifetimeYears = cells.optionalNumber(lifetime, .positive)
            if mode.capexPerKilometre != 0, cells.isBlank(lifetime) { cells.report(.capexWithoutLifetime, lifetime) }
            tables.modes.append(mode)
        }
        finish(cells)
    }

    /// What a mode carries: ids of resources, kinds of resources, or both. A resource that is named as a kind is, is meant by its id.
    private func readCargo(of mode: inout Mode, _ column: Column, _ cells: inout CellReader) {
        for range in cells.list(column) {
            let entry = cells.text(range)
            if let row = identifiers.resources.row(of: entry) {
                let resource = tables.resources[row]
                if cells.isSound, resource.unit.dimension != mode.unit.dimension, isSound(.resources, row) {
                    cells.report(.cannotCarry(resource: entry, unit: resource.unit, mode: mode.unit), column)
                }
                mode.resources.append(Reference(row))
            } else if let kind = ResourceKind(rawValue: entry) {
                mode.kinds.append(kind)
            } else if let parts = ListMark.parts(entry) {
                cells.report(.wrongListMark(found: entry, mended: parts.joined(separator: ";")), column)
            } else {
                let kinds = ResourceKind.allCases.map(\.rawValue)
                let nearest = Nearest.word(to: entry, among: kinds) ?? identifiers.words.id(near: entry, in: [.resources])
                cells.report(.unknownCargo(found: entry, nearest: nearest), column)
            }
        }
    }

    /// Whether a row of a table that was read earlier could be read whole.
    func isSound(_ table: Table, _ row: Int) -> Bool {
        guard let rows = soundRows[table], row < rows.count else { return false }
        return rows[row]
    }
}

/// Lists with another mark between the entries than `;`.
enum ListMark {
    /// The entries, if commas, bars or line breaks stand between them in place of `;`.
    static func parts(_ text: String) -> [String]? {
        let entries = text.split { ",|\n\t".contains($0) }.map(\.trimmed)
        guard entries.count > 1, entries.allSatisfy({ Identifier.fault(of: $0) == nil && !$0.isEmpty }) else { return nil }
        return entries
    }
}
