// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What came of reading a scenario: the scenario itself, or what keeps it from being one.
///
/// ```swift
/// let reading = readScenario(at: "Scenarios/chu-lai")
/// guard let scenario = reading.scenario else { return reading.faults }
/// ```
public struct ScenarioReading: Sendable {
    /// The scenario; nil where there is an error.
    public let scenario: Scenario?
    /// Every fault, errors and warnings, by file, line and column.
    public let faults: [LocatedFault]
    /// The folders that the scenario is made of, the base's first, as faults name them; the scenario itself is `.`.
    public let layers: [String]
    /// What a variant says otherwise than the scenarios that it extends: settings first, then table by table.
    public let differences: [Difference]

    /// The scenario's id, even where there are errors; empty where none was given.
    public let id: String

    let grids: [Table: Grid]
    /// For each stream that the library gave, behind the declared rows of its table, the row of `types`.
    let estimatedRows: [Table: [Int]]
    let settingPlaces: [String: SettingNode.Place]

    /// The place in the planner's files of a fault that was found later.
    public func locate(_ fault: Fault) -> LocatedFault {
        guard let table = fault.spot.table else {
            let place = fault.spot.column.flatMap { settingPlaces[$0] }
            // An entry of a list has a place of its own, under the name of the list.
            let name = fault.spot.column.map { $0.split(separator: ".").last.flatMap { Int($0) } == nil ? $0 : FilePath.withoutLast($0) }
            return LocatedFault(
                fault.kind, file: place?.file ?? "scenario.yaml", line: place?.line, column: place?.column, columnName: name)
        }
        guard let grid = grids[table] else {
            return LocatedFault(fault.kind, file: table.rawValue + ".csv", columnName: fault.spot.column)
        }
        if let row = fault.spot.row, row >= grid.rowCount {
            // The stream is one of the library's; what asked for it is a row of `types`.
            let asking = estimatedRows[table].flatMap { rows in rows.indices.contains(row - grid.rowCount) ? rows[row - grid.rowCount] : nil
            }
            return grids[.types]?.locate(fault.kind, row: asking, column: asking == nil ? nil : "type")
                ?? LocatedFault(fault.kind, file: Table.types.rawValue + ".csv")
        }
        return grid.locate(fault.kind, row: fault.spot.row, column: fault.spot.column)
    }

    /// The file that the setting at `key` names as `name`: from the folder of the settings that name it, where `scenario` is what was read.
    public func file(_ name: String, namedAt key: String, in scenario: String) -> (path: String, shown: String) {
        let settings = settingPlaces[key]?.file ?? "scenario.yaml"
        let prefix = FilePath.folderPrefix(ofSettings: settings)
        let folder = FileBytes.item(at: scenario) == .folder ? scenario : FilePath.folder(of: scenario)
        let shown = name.hasPrefix("/") ? name : prefix + name
        return (FilePath.joined(folder, shown), shown)
    }

    /// The SHA-256 of the scenario's values in a fixed order, as hexadecimal digits; nil where there is no scenario.
    ///
    /// Values count, not spellings: delimiters, decimal marks, the order of columns and the unit of a row change nothing, and a
    /// variant has the fingerprint of the whole scenario that it amounts to. It is worked out anew with each call.
    public func fingerprint() -> String? { scenario.map { Fingerprint.hexadecimal(of: $0.tables) } }
}

/// Reads and judges the scenario at `path`: a folder of `scenario.yaml` and CSV tables.
///
/// Nothing is thrown: whatever is wrong, with the path too, is among the faults.
public func readScenario(at path: String) -> ScenarioReading {
    var reader = ScenarioReader(path)
    return reader.read()
}
