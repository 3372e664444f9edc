// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario
public import ScenarioFiles

/// What `symbio check` found out: the faults, and where none is an error, what was understood.
public struct CheckedScenario: Sendable {
    /// Every fault, in the order of the files.
    public var faults: [LocatedFault]
    /// The folders that the scenario is made of, the base's first.
    public var layers: [String]
    /// In what a variant differs from the scenario that it extends.
    public var differences: [Difference]
    /// The scenario and what its exchanges could be; nil where there is an error.
    public var understood: (scenario: Scenario, understanding: Understanding)?

    /// Collects what was found out.
    public init(
        faults: [LocatedFault], layers: [String] = [], differences: [Difference] = [],
        understood: (scenario: Scenario, understanding: Understanding)? = nil
    ) {
        (self.faults, self.layers, self.differences, self.understood) = (faults, layers, differences, understood)
    }

    /// Whether nothing keeps the scenario from being solved.
    public var isValid: Bool { errors == 0 && understood != nil }

    var errors: Int { faults.count { $0.kind.severity == .error } }
    var warnings: Int { faults.count { $0.kind.severity == .warning } }
}

extension Tables {
    /// How many rows each table has, in the order of the specification.
    var counts: [(table: Table, rows: Int)] {
        var counts: [(table: Table, rows: Int)] = [
            (.resources, resources.count), (.parks, parks.count), (.firms, firms.count), (.outputs, outputs.count), (.needs, needs.count),
            (.qualities, qualities.count), (.substitutions, substitutions.count), (.modes, modes.count), (.routes, routes.count),
            (.processes, processes.count), (.processFlows, processFlows.count), (.contracts, contracts.count), (.periods, periods.count),
            (.storages, storages.count), (.projects, projects.count), (.declarations, declarations.count),
        ]
        // An extension, told only where it is used.
        if !types.isEmpty { counts.append((.types, types.count)) }
        return counts
    }
}
