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
    /// The folders that the scenario is made of, the base's first; as faults name them, the scenario itself being `.`.
    public let layers: [String]

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
}

/// Reads and judges the scenario at `path`: a folder of `scenario.yaml` and CSV tables.
///
/// Nothing is thrown: whatever is wrong, with the path too, is among the faults.
public func readScenario(at path: String) -> ScenarioReading {
    var reader = ScenarioReader()
    return reader.read(path)
}
