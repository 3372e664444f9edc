// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Scenario
internal import ScenarioFiles

extension Console {
    /// The sets that a scenario names and those that a command adds, which may be none; nil where one of them, a declaration or the scenario has an
    /// error. Whatever is wrong is told, together with what reading the scenario found.
    func knownSets(of scenario: Scenario, _ reading: ScenarioReading, at path: String, more: [String] = []) -> SetNames? {
        let sets = SetNames(reading, of: scenario, at: path, more: more)
        let declared = sets.catalogue.faults(inDeclarationsOf: scenario.tables).map(reading.locate)
        let faults = (reading.faultsBeforePlanning + sets.faults + declared).sorted()
        list(faults)
        return faults.allSatisfy { $0.kind.severity == .warning } ? sets : nil
    }
}
