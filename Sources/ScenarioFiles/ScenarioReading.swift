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

    let grids: [Table: Grid]
    let settingPlaces: [String: SettingNode.Place]

    /// The place in the planner's files of a fault that was found later.
    public func locate(_ fault: Fault) -> LocatedFault {
        guard let table = fault.spot.table else {
            let place = fault.spot.column.flatMap { settingPlaces[$0] }
            return LocatedFault(
                fault.kind, file: place?.file ?? "scenario.yaml", line: place?.line, column: place?.column, columnName: fault.spot.column)
        }
        guard let grid = grids[table] else {
            return LocatedFault(fault.kind, file: table.rawValue + ".csv", columnName: fault.spot.column)
        }
        return grid.locate(fault.kind, row: fault.spot.row, column: fault.spot.column)
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
