// SPDX-License-Identifier: GPL-3.0-or-later

/// The faults that kept a scenario from being made.
public struct ScenarioFaults: Error, Sendable {
    /// All faults, at least one of them an error.
    public let faults: [Fault]

    /// Makes the list.
    public init(_ faults: [Fault]) { self.faults = faults }
}

/// A scenario that has passed every rule that needs no model: what exists is valid.
public struct Scenario: Sendable {
    /// What was declared.
    public let tables: Tables
    /// What is odd without being wrong.
    public let warnings: [Fault]

    /// Judges `tables` by the rules.
    ///
    /// - Throws: all faults together where one of them is an error.
    public init(validating tables: Tables) throws(ScenarioFaults) {
        let faults = tables.faults()
        guard faults.allSatisfy({ $0.kind.severity == .warning }) else { throw ScenarioFaults(faults) }
        self.tables = tables
        self.warnings = faults
    }
}

extension Tables {
    /// Every fault that the rules find in values that were read well, in no particular order but always the same one.
    public func faults() -> [Fault] {
        var rules = Rules(self)
        rules.checkSettings()
        rules.checkPlaces()
        rules.checkRoutes()
        rules.checkModes()
        rules.checkProcesses()
        rules.checkProcessFlows()
        return rules.faults + figureFaults() + moneyFaults() + todayFaults() + streamFaults() + unsupportedFaults()
    }
}
