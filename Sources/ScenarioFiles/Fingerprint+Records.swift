// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Fingerprint {
    /// All of a scenario, settings first, then table by table in the order of the specification.
    mutating func put(_ tables: Tables) {
        put(tables.settings)
        put(each: tables.resources) { $0.put($1) }
        put(each: tables.parks) { $0.put($1) }
        put(each: tables.firms) { $0.put($1) }
        put(each: tables.outputs) { $0.put($1) }
        put(each: tables.needs) { $0.put($1) }
        put(each: tables.properties) { writer, property in
            writer.put(property.id)
            writer.put(property.unit)
        }
        put(each: tables.qualities) { $0.put($1) }
        put(each: tables.substitutions) { $0.put($1) }
        put(each: tables.modes) { $0.put($1) }
        put(each: tables.routes) { $0.put($1) }
        put(each: tables.processes) { $0.put($1) }
        put(each: tables.processFlows) { $0.put($1) }
        put(each: tables.contracts) { $0.put($1) }
        put(each: tables.periods) { writer, period in
            writer.put(period.id)
            writer.put(period.share)
            writer.put(period.provenance)
        }
        put(each: tables.storages) { $0.put($1) }
        put(each: tables.projects) { $0.put($1) }
        put(each: tables.declarations) { $0.put($1) }
        // An extension: scenarios without it have the fingerprint that they always had.
        if !tables.types.isEmpty {
            put(each: tables.types) { writer, row in
                writer.put(row.firm)
                writer.put(row.type)
                writer.put(row.capacity)
                writer.put(row.provenance)
            }
        }
        if !tables.settings.sameAs.isEmpty {
            put(each: tables.settings.sameAs.sorted { $0.key < $1.key }) { writer, entry in
                writer.put(entry.key)
                writer.put(entry.value)
            }
        }
    }

    private mutating func put(_ settings: Settings) {
        put(settings.id)
        put(settings.name)
        put(settings.description)
        put(settings.currency)
        put(settings.year)
        put(settings.objective)
        for number in [
            settings.carbonPrice, settings.discountRate, settings.detour, settings.sameParkKilometres, settings.minimumQuantity,
        ] {
            put(number)
        }
        put(settings.coordinateSystem)
        put(settings.withinFirm)
        put(settings.maximumPartners)
        put(each: settings.criteria) { $0.put($1) }
        put(each: settings.sources) { writer, source in
            writer.put(source.id)
            for text in [source.title, source.publisher, source.url] { writer.put(text) }
            writer.put(source.year)
        }
    }

    private mutating func put(_ objective: Objective) {
        switch objective {
        case .cost: put("cost")
        case .ghg: put("ghg")
        case .waste: put("waste")
        case .virgin: put("virgin")
        case .weights(let cost, let ghg, let waste, let virgin):
            put("weights")
            for weight in [cost, ghg, waste, virgin] { put(weight) }
        }
    }

    mutating func put(_ label: Label) {
        put(label.english)
        put(label.vietnamese)
    }

    mutating func put(_ label: Label?) { put(label) { $0.put($1) } }

    mutating func put(_ provenance: Provenance) {
        put(provenance.source)
        put(provenance.basis)
        put(provenance.note)
    }

    private mutating func put(_ resource: Resource) {
        put(resource.id)
        put(resource.name)
        put(resource.kind)
        put(resource.unit)
        put(resource.wasteCode)
        put(resource.hazardous)
        for number in [resource.disposalCost, resource.disposalGHG, resource.virginGHG] { put(number) }
        for number in [
            resource.virginPrice, resource.maximumKilometres, resource.renewable, resource.recycledShare, resource.tonnesPerUnit,
        ] {
            put(number)
        }
        put(resource.disposalRoute)
        put(resource.carrier)
        put(resource.origin)
        put(resource.provenance)
    }

    private mutating func put(_ output: Output) {
        put(output.firm)
        put(output.resource)
        put(output.quantity)
        put(output.period)
        put(output.disposalCost)
        put(output.disposalGHG)
        put(output.disposalRoute)
        put(output.supplyCost)
        put(output.provenance)
    }

    private mutating func put(_ need: Need) {
        put(need.firm)
        put(need.resource)
        put(need.quantity)
        put(need.period)
        put(need.virginPrice)
        put(need.virginGHG)
        put(need.maximumSecondaryShare)
        put(need.handlingCost)
        put(need.origin)
        put(need.provenance)
    }

    private mutating func put(_ quality: Quality) {
        put(quality.scope)
        put(quality.party) { $0.put($1) }
        put(quality.resource)
        put(quality.property)
        put(quality.value)
        put(quality.minimum)
        put(quality.maximum)
        put(quality.provenance)
    }

    private mutating func put(_ substitution: Substitution) {
        put(substitution.from)
        put(substitution.to)
        for number in [substitution.ratio, substitution.maximumShare, substitution.cost, substitution.ghg] { put(number) }
        put(substitution.use)
        put(substitution.provenance)
    }

    private mutating func put(_ mode: Mode) {
        put(mode.id)
        put(mode.unit)
        put(each: mode.resources) { $0.put($1) }
        put(each: mode.kinds) { $0.put($1) }
        for number in [
            mode.costPerUnit, mode.costPerUnitKilometre, mode.ghgPerUnitKilometre, mode.lossPerKilometre, mode.capexPerKilometre,
            mode.fixedCostPerKilometre,
        ] {
            put(number)
        }
        for number in [mode.maximumKilometres, mode.linkCapacity, mode.lifetimeYears] { put(number) }
        put(mode.provenance)
    }
}
