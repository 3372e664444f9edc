// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Takes a scenario from its files to values, keeping every fault on the way.
struct ScenarioReader {
    private let path: String
    private var faults: [LocatedFault] = []
    private var differences: [Difference] = []
    private var grids: [Table: Grid] = [:]
    private var places: [String: SettingNode.Place] = [:]
    private var estimatedRows: [Table: [Int]] = [:]
    private var lacksBase = false

    init(_ path: String) { self.path = path }

    mutating func read() -> ScenarioReading {
        let layers = LayersReader(path)
        faults += layers.faults
        lacksBase = layers.lacksBase
        return read(layers.layers)
    }

    /// Reads the scenario that `layers` make, the base's first.
    mutating func read(_ layers: [Layer]) -> ScenarioReading {
        guard !layers.isEmpty else { return reading(layers: [], scenario: nil) }
        for table in Table.allCases { merge(table, layers) }
        let settings = readSettings(layers)
        let (tables, soundRows) = readTables(settings)
        return judged(tables, soundRows, layers)
    }

    /// Puts the sheets of all layers together to one grid.
    private mutating func merge(_ table: Table, _ layers: [Layer]) {
        guard let format = TableFormat.all[table] else { return }
        if format.isRequired, !layers.contains(where: { $0.presentTables.contains(table) }) {
            let isWorkbook = layers.last?.workbook != nil
            faults.append(
                isWorkbook
                    ? LocatedFault(.workbook(.missingSheet(table)), file: table.rawValue + "!")
                    : LocatedFault(.file(.missingTable(table)), file: table.rawValue + ".csv"))
        }
        let sheets = layers.compactMap { $0.sheets[table] }
        let hasBase = !lacksBase && layers.first?.sheets[table] != nil
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

    private mutating func readTables(_ settings: Settings) -> (tables: Tables, soundRows: [Table: [Bool]]) {
        var identifiers = Identifiers(grids)
        faults += identifiers.faults
        for table in Table.allCases { faults += grids[table]?.duplicates() ?? [] }
        for source in settings.sources { _ = identifiers.sources.insert(source.id) }
        let projection = Projection(system: settings.coordinateSystem)
        if let fault = projection.fault { report(fault, "distance.crs") }
        checkMatches(settings, identifiers)
        var reader = TablesReader(grids, identifiers, settings: settings, projection: projection)
        reader.readAll()
        faults += reader.faults
        estimatedRows = reader.estimatedRows
        return (reader.tables, reader.soundRows)
    }

    private mutating func report(_ fault: FaultKind, _ key: String) {
        let place = places[key] ?? SettingNode.empty.place
        faults.append(LocatedFault(fault, file: place.file, line: place.line, column: place.column, columnName: key))
    }

    /// What the planner says of the library's resources must name something of the library and something of the scenario.
    private mutating func checkMatches(_ settings: Settings, _ identifiers: Identifiers) {
        guard !settings.sameAs.isEmpty, let library = FirmTypeLibrary.embedded.library else { return }
        for (id, said) in settings.sameAs.sorted(by: { $0.key < $1.key }) {
            let key = "library.same_as." + id
            if library.resource(id) == nil {
                let nearest = Nearest.word(to: id, among: library.resources.map(\.id))
                report(.library(.unknownResource(found: id, nearest: nearest)), key)
            }
            if let said, identifiers.resources.row(of: said) == nil {
                let nearest = identifiers.words.id(near: said, in: [.resources])
                report(.reference(.unknown([.resources], found: said, nearest: nearest)), key)
            }
        }
    }

    /// Judges the values by the rules that need no files.
    ///
    /// Where some values could not be read, the rules still judge the others, so that all faults are reported together; what they
    /// say of stand-ins for missing values is left out.
    private mutating func judged(_ tables: Tables, _ soundRows: [Table: [Bool]], _ layers: [Layer]) -> ScenarioReading {
        let unjudged = reading(layers: layers, scenario: nil)
        guard faults.allSatisfy({ $0.kind.severity == .warning }) else {
            let sound = SoundTables(faults, soundRows, unread: consequences(layers).unreadTables)
            faults += tables.faults().filter(sound.canJudge).map(unjudged.locate)
            return reading(layers: layers, scenario: nil)
        }
        do throws(ScenarioFaults) {
            let scenario = try Scenario(validating: tables)
            faults += scenario.warnings.map(unjudged.locate)
            return reading(layers: layers, scenario: scenario)
        } catch {
            faults += error.faults.map(unjudged.locate)
            return reading(layers: layers, scenario: nil)
        }
    }

    private func consequences(_ layers: [Layer]) -> Consequences { Consequences(faults, layers, grids, lacksBase: lacksBase) }

    private func reading(layers: [Layer], scenario: Scenario?) -> ScenarioReading {
        ScenarioReading(
            scenario: scenario, faults: consequences(layers).settled(faults.withoutConsequences).sorted(),
            layers: layers.map { $0.prefix.isEmpty ? "." : String($0.prefix.dropLast()) }, differences: differences,
            id: layers.reversed().compactMap { $0.settings?["id"]?.summary }.first ?? "", grids: grids, estimatedRows: estimatedRows,
            settingPlaces: places)
    }
}
