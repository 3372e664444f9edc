// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario
public import ScenarioFiles

/// The sets that a scenario names.
public struct SetNames: Sendable {
    /// Whether `name` is that of a file and not of a set.
    public static func isFile(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    /// What is wrong with the sets that `settings` names, files aside; nothing is read for it.
    public static func faults(in settings: Settings) -> [Fault] {
        var seen: Set<String> = []
        return settings.criteria.enumerated().compactMap { position, name in
            let spot = Spot(nil, column: "criteria.\(position)")
            if !seen.insert(name).inserted { return Fault(.criteria(.repeatedSet(id: name)), at: spot) }
            guard !isFile(name), !CriteriaCatalogue.builtInIDs.contains(name) else { return nil }
            return Fault(
                .criteria(.unknownSet(found: name, nearest: Nearest.word(to: name, among: CriteriaCatalogue.builtInIDs))), at: spot)
        }
    }

    /// All that is wrong with the sets that a scenario names and with its declarations. Sets are read only for declarations and for files.
    public static func allFaults(_ reading: ScenarioReading, of scenario: Scenario, at path: String) -> [LocatedFault] {
        let tables = scenario.tables
        guard !tables.declarations.isEmpty || tables.settings.criteria.contains(where: isFile) else {
            return faults(in: tables.settings).map(reading.locate)
        }
        let names = SetNames(reading, of: scenario, at: path)
        return names.faults + names.catalogue.faults(inDeclarationsOf: tables).map(reading.locate)
    }

    /// The sets to judge by, in the order in which they were named, and the catalogue that holds them.
    public private(set) var ids: [String] = []
    /// Every set that was read.
    public private(set) var catalogue: CriteriaCatalogue
    /// What is wrong with the files of sets, and what to know of the sets in the scenario's year.
    public private(set) var faults: [LocatedFault] = []

    /// Reads the sets that a scenario and the command name.
    ///
    /// - Parameter files: of each name that is a file's, where it stands and what faults call it; `more` are files named by the command.
    public init(_ reading: ScenarioReading, of scenario: Scenario, at path: String, more: [String] = []) {
        let settings = scenario.tables.settings
        catalogue = CriteriaCatalogue()
        faults = Self.faults(in: settings).map(reading.locate)
        for (position, name) in settings.criteria.enumerated() {
            if Self.isFile(name) {
                let file = reading.file(name, namedAt: "criteria.\(position)", in: path)
                add(file.path, file.shown)
            } else if catalogue.set(name) != nil, !ids.contains(name) {
                ids.append(name)
            }
        }
        for name in more {
            // A set of the product's own may be named as well as a file.
            if !Self.isFile(name), catalogue.set(name) != nil { if !ids.contains(name) { ids.append(name) } } else { add(name, name) }
        }
        let day = Day(lastOf: settings.year)
        for id in ids { if let set = catalogue.set(id) { warn(of: set, day, reading, settings) } }
    }

    private mutating func add(_ path: String, _ shown: String) {
        let added = catalogue.addFile(at: path, named: shown)
        faults += added.faults
        if let id = added.id { ids.append(id) }
    }

    /// Warns of what is no longer, or not yet, in force in the scenario's year.
    private mutating func warn(of set: CriteriaSet, _ day: Day, _ reading: ScenarioReading, _ settings: Settings) {
        let position = settings.criteria.firstIndex(of: set.id)
        let spot = Spot(nil, column: position.map { "criteria.\($0)" } ?? "criteria")
        if set.status == .superseded {
            let fault = CriteriaFault.superseded(id: set.id, by: set.supersededBy, since: set.validity.until)
            faults.append(reading.locate(Fault(.criteria(fault), at: spot)))
        } else if !set.validity.contains(day) {
            let fault = CriteriaFault.outOfForce(id: set.id, from: set.validity.from, until: set.validity.until, year: settings.year)
            faults.append(reading.locate(Fault(.criteria(fault), at: spot)))
        }
    }
}
