// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

/// Parks, firms and exchanges as a feature collection of RFC 7946: WGS 84, longitude before latitude, no other reference system.
struct GeoJSON {
    private let input: ReportInput
    private let tables: Tables
    private let names: ScenarioNames
    private let ledger: Ledger
    private let languages: [Language]

    init(_ input: ReportInput, languages: PageLanguages) {
        (self.input, tables, self.languages) = (input, input.tables, languages.list)
        names = ScenarioNames(input.tables)
        ledger = Ledger(input.tables, input.outcome)
    }

    /// The file, in UTF-8.
    func bytes() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("type", "FeatureCollection")
            writer.member("name", tables.settings.id)
            writer.member("features") { list in
                list.list(of: features) { element, feature in element.object { write(feature, &$0) } }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private enum Feature {
        case park(Reference<Park>), firm(Reference<Firm>), process(Reference<ConversionProcess>), exchange(PlannedExchange)
    }

    private var features: [Feature] {
        let parks = tables.parks.references.sorted { tables.parks[$0].id < tables.parks[$1].id }.map(Feature.park)
        let firms = tables.firms.references.sorted { tables.firms[$0].id < tables.firms[$1].id }.map(Feature.firm)
        let processes = tables.processes.references.sorted { tables.processes[$0].id < tables.processes[$1].id }.map(Feature.process)
        return parks + firms + processes + ledger.ranked.map(Feature.exchange)
    }

    private func write(_ feature: Feature, _ object: inout JSONWriter) {
        object.member("type", "Feature")
        switch feature {
        case .park(let park):
            place(&object, "park", tables.parks[park].id, names.park(park), tables.parks[park].coordinates) { properties in
                properties.member("area_ha", tables.parks[park].areaHectares)
                properties.member("park_type", tables.parks[park].type?.rawValue)
                properties.member("firms", tables.firms.count { $0.park == park })
            }
        case .firm(let firm):
            place(&object, "firm", tables.firms[firm].id, names.firm(firm), point(.firm(firm))) { properties in
                properties.member("park", tables.firms[firm].park.map { tables.parks[$0].id })
                properties.member("sector", tables.firms[firm].sector?.printable)
                properties.member("project", tables.firms[firm].project.map { tables.projects[$0].id })
                flows(&properties, .firm(firm))
            }
        case .process(let process):
            place(&object, "process", tables.processes[process].id, names.process(process), point(.process(process))) { properties in
                properties.member("capacity", tables.processes[process].capacity)
                flows(&properties, .process(process))
            }
        case .exchange(let exchange): link(&object, exchange)
        }
    }

    private func place(
        _ object: inout JSONWriter, _ kind: String, _ id: String, _ name: Phrase, _ point: Coordinates?,
        _ more: (inout JSONWriter) -> Void
    ) {
        object.member("id", "\(kind):\(id)")
        object.member("geometry") { geometry in
            guard let point else { return geometry.text(nil) }
            geometry.object { geometry in
                geometry.member("type", "Point")
                geometry.member("coordinates") { position(&$0, point) }
            }
        }
        object.member("properties") { properties in
            properties.object { properties in
                properties.member("layer", kind)
                properties.member("ref", id)
                tell("name", name, &properties)
                more(&properties)
            }
        }
    }

    private func flows(_ properties: inout JSONWriter, _ party: Party) {
        properties.member("gives", input.outcome.exchanges.count { $0.from == party })
        properties.member("takes", input.outcome.exchanges.count { $0.to == party })
    }

    private func link(_ object: inout JSONWriter, _ exchange: PlannedExchange) {
        let ids = [
            tables.id(exchange.from), tables.id(exchange.to), tables.resources[exchange.resource].id,
            tables.resources[exchange.asResource].id,
            tables.id(exchange.mode),
        ]
        object.member("id", "exchange:" + ids.joined(separator: ":"))
        object.member("geometry") { geometry in
            guard let from = point(exchange.from), let to = point(exchange.to) else { return geometry.text(nil) }
            geometry.object { geometry in
                geometry.member("type", "LineString")
                geometry.member("coordinates") { $0.list(of: [from, to]) { position(&$0, $1) } }
            }
        }
        object.member("properties") { properties in
            properties.object { properties in
                properties.member("layer", "exchange")
                properties.member("from", ids[0])
                properties.member("to", ids[1])
                properties.member("resource", ids[2])
                properties.member("as", ids[3])
                properties.member("mode", ids[4])
                tell("from_name", names.party(exchange.from), &properties)
                tell("to_name", names.party(exchange.to), &properties)
                tell("resource_name", names.resource(exchange.resource), &properties)
                properties.member("kind", tables.resources[exchange.resource].kind.rawValue)
                properties.member("quantity", exchange.quantity)
                properties.member("unit", tables.resources[exchange.resource].unit.rawValue)
                properties.member("km", exchange.kilometres)
                properties.member("gain", exchange.gain)
                properties.member("currency", tables.settings.currency)
            }
        }
    }

    /// One language under the plain key; both under a key each.
    private func tell(_ key: String, _ phrase: Phrase, _ properties: inout JSONWriter) {
        for language in languages {
            properties.member(named: languages.count == 1 ? key : "\(key)_\(language.rawValue)") { $0.text(phrase[language]) }
        }
    }

    private func position(_ writer: inout JSONWriter, _ point: Coordinates) {
        writer.list(of: [point.longitude, point.latitude]) { $0.number($1) }
    }

    /// Where a firm or plant stands: its own point, else its park's; in an anonymised copy never its own.
    private func point(_ party: Party) -> Coordinates? {
        let park = ledger.park(party).flatMap { tables.parks[$0].coordinates }
        guard !input.isAnonymous else { return park }
        switch party {
        case .firm(let firm): return tables.firms[firm].coordinates ?? park
        case .process(let process):
            switch tables.processes[process].site {
            case .firm(let host): return tables.firms[host].coordinates ?? park
            case .park: return park
            case .coordinates(let point): return point
            }
        }
    }
}
