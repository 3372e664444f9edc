// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Takes a scenario from its files to values, keeping every fault on the way.
struct ScenarioReader {
    private var faults: [LocatedFault] = []

    mutating func read(_ path: String) -> ScenarioReading {
        if path.lowercased().hasSuffix(".xlsx"), FileBytes.item(at: path) == .file {
            return refusal(LocatedFault(.unsupported(.workbook), file: path))
        }
        let layers = LayersReader(path)
        faults += layers.faults
        guard let top = layers.layers.last else { return reading(nil, [:], [:], layers) }
        let grids = self.grids(layers.layers)
        checkRequiredTables(layers.layers)
        var settingsReader = SettingsReader(
            top.settings ?? SettingNode(content: .null, place: .init(file: "scenario.yaml", line: 1, column: 1)))
        let settings = settingsReader.read()
        if top.settings != nil { faults += settingsReader.faults }
        var identifiers = Identifiers(grids)
        faults += identifiers.faults
        for source in settings.sources { _ = identifiers.sources.insert(source.id) }
        var reader = TablesReader(grids, identifiers, settings: settings, projection: Projection(system: settings.coordinateSystem))
        reader.readAll()
        faults += reader.faults
        return reading(reader.tables, grids, settingsReader.places, layers)
    }

    private func refusal(_ fault: LocatedFault) -> ScenarioReading {
        ScenarioReading(scenario: nil, faults: [fault], layers: [], grids: [:], settingPlaces: [:])
    }

    private func grids(_ layers: [Layer]) -> [Table: Grid] {
        var grids: [Table: Grid] = [:]
        for table in Table.allCases {
            guard let format = TableFormat.all[table] else { continue }
            let sheets = layers.compactMap { $0.sheets[table] }
            grids[table] = Grid(table, format, sheet: sheets.last)
        }
        return grids
    }

    private mutating func checkRequiredTables(_ layers: [Layer]) {
        for table in Table.allCases where TableFormat.all[table]?.isRequired == true {
            guard !layers.contains(where: { $0.presentTables.contains(table) }) else { continue }
            faults.append(LocatedFault(.file(.missingTable(table)), file: table.rawValue + ".csv"))
        }
    }

    private mutating func reading(
        _ tables: Tables?, _ grids: [Table: Grid], _ places: [String: SettingNode.Place], _ layers: LayersReader
    ) -> ScenarioReading {
        let names = layers.layers.map { $0.prefix.isEmpty ? "." : $0.prefix }
        let unjudged = ScenarioReading(scenario: nil, faults: faults, layers: names, grids: grids, settingPlaces: places)
        guard let tables else { return unjudged }
        var scenario: Scenario?
        do throws(ScenarioFaults) {
            let judged = try Scenario(validating: tables)
            faults += judged.warnings.map(unjudged.locate)
            if faults.allSatisfy({ $0.kind.severity == .warning }) { scenario = judged }
        } catch {
            faults += error.faults.map(unjudged.locate)
        }
        return ScenarioReading(scenario: scenario, faults: faults.sorted(), layers: names, grids: grids, settingPlaces: places)
    }
}
