// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Takes a scenario from its files to values, keeping every fault on the way.
struct ScenarioReader {
    private let path: String
    private var faults: [LocatedFault] = []
    private var differences: [Difference] = []
    private var grids: [Table: Grid] = [:]
    private var places: [String: SettingNode.Place] = [:]

    init(_ path: String) { self.path = path }

    mutating func read() -> ScenarioReading {
        if path.lowercased().hasSuffix(".xlsx"), FileBytes.item(at: path) == .file {
            faults.append(LocatedFault(.unsupported(.workbook), file: path))
            return reading(layers: [], tables: nil)
        }
        let layers = LayersReader(path)
        faults += layers.faults
        guard !layers.layers.isEmpty else { return reading(layers: [], tables: nil) }
        for table in Table.allCases { merge(table, layers.layers) }
        let settings = readSettings(layers.layers)
        let tables = readTables(settings)
        return judged(tables, layers.layers)
    }

    /// Puts the sheets of all layers together to one grid.
    private mutating func merge(_ table: Table, _ layers: [Layer]) {
        guard let format = TableFormat.all[table] else { return }
        if format.isRequired, !layers.contains(where: { $0.presentTables.contains(table) }) {
            faults.append(LocatedFault(.file(.missingTable(table)), file: table.rawValue + ".csv"))
        }
        let sheets = layers.compactMap { $0.sheets[table] }
        let hasBase = layers.first?.sheets[table] != nil
        guard sheets.count > 1 || !hasBase && !sheets.isEmpty else {
            grids[table] = Grid(table, format, sheet: sheets.first)
            return
        }
        let merger = GridMerger(table, format, sheets, hasBase: hasBase)
        faults += merger.faults
        differences += merger.differences
        grids[table] = merger.result
    }

    /// Merges and reads the settings of all layers.
    private mutating func readSettings(_ layers: [Layer]) -> Settings {
        var merger = SettingMerger()
        var merged: SettingNode?
        for layer in layers {
            guard let node = layer.settings else { continue }
            merged = merged.map { merger.merge(node, onto: $0) } ?? node
        }
        faults += merger.faults
        differences = merger.differences + differences
        var reader = SettingsReader(merged ?? .empty)
        let settings = reader.read()
        // Where a file of settings is missing or broken, what it would have said is unknown, not wrong.
        if layers.allSatisfy({ $0.settings != nil }) { faults += reader.faults }
        places = reader.places
        return settings
    }

    private mutating func readTables(_ settings: Settings) -> Tables {
        var identifiers = Identifiers(grids)
        faults += identifiers.faults
        for table in Table.allCases { faults += grids[table]?.duplicates() ?? [] }
        for source in settings.sources { _ = identifiers.sources.insert(source.id) }
        var reader = TablesReader(grids, identifiers, settings: settings, projection: Projection(system: settings.coordinateSystem))
        reader.readAll()
        faults += reader.faults
        return reader.tables
    }

    /// Judges the values by the rules that need no files.
    private mutating func judged(_ tables: Tables, _ layers: [Layer]) -> ScenarioReading {
        let unjudged = reading(layers: layers, tables: nil)
        var scenario: Scenario?
        do throws(ScenarioFaults) {
            let valid = try Scenario(validating: tables)
            faults += valid.warnings.map(unjudged.locate)
            if faults.allSatisfy({ $0.kind.severity == .warning }) { scenario = valid }
        } catch {
            faults += error.faults.map(unjudged.locate)
        }
        return reading(layers: layers, tables: scenario)
    }

    private func reading(layers: [Layer], tables scenario: Scenario?) -> ScenarioReading {
        ScenarioReading(
            scenario: scenario, faults: faults.sorted(), layers: layers.map { $0.prefix.isEmpty ? "." : String($0.prefix.dropLast()) },
            differences: differences, grids: grids, settingPlaces: places)
    }
}
