// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// What readers are told the things of a scenario are called.
///
/// A name that two firms, plants or projects share is followed by the id, so that nobody is taken for another.
public struct ScenarioNames: Sendable {
    /// The tables whose things are named.
    public let tables: Tables
    /// Names that two things have.
    private let shared: Set<String>

    /// Learns the names of `tables`.
    public init(_ tables: Tables) {
        self.tables = tables
        shared = Self.sharedNames(tables)
    }

    private static func sharedNames(_ tables: Tables) -> Set<String> {
        var seen: Set<String> = []
        var shared: Set<String> = []
        seen.reserveCapacity(2 * (tables.firms.count + tables.processes.count + tables.resources.count))
        func note(_ label: Label) {
            if !seen.insert(label.english).inserted { shared.insert(label.english) }
            guard let vietnamese = label.vietnamese, vietnamese != label.english else { return }
            if !seen.insert(vietnamese).inserted { shared.insert(vietnamese) }
        }
        for index in tables.firms.indices { note(tables.firms[index].name) }
        for index in tables.processes.indices { note(tables.processes[index].name) }
        for index in tables.resources.indices { note(tables.resources[index].name) }
        for index in tables.parks.indices { note(tables.parks[index].name) }
        for index in tables.projects.indices { note(tables.projects[index].name) }
        return shared
    }

    private func told(_ label: Label, _ id: String) -> Phrase {
        let tell = { (name: String) in (shared.contains(name) ? "\(name) (\(id))" : name).printable }
        return Phrase(en: tell(label.english), vi: tell(label.vietnamese ?? label.english))
    }

    /// The scenario's own name with its id behind it.
    public var scenario: Phrase {
        let settings = tables.settings
        let tell = { (name: String) in name == settings.id ? name : "\(name) (\(settings.id))".printable }
        let name = settings.name?.phrase ?? Phrase(same: settings.id)
        return Phrase(en: tell(name.english), vi: tell(name.vietnamese))
    }

    /// A firm's name.
    public func firm(_ reference: Reference<Firm>) -> Phrase {
        let row = Int(reference.position)
        return told(tables.firms[row].name, tables.firms[row].id)
    }

    /// A process's name.
    public func process(_ reference: Reference<ConversionProcess>) -> Phrase {
        let row = Int(reference.position)
        return told(tables.processes[row].name, tables.processes[row].id)
    }

    /// A firm's or a process's name.
    public func party(_ party: Party) -> Phrase {
        switch party {
        case .firm(let reference): firm(reference)
        case .process(let reference): process(reference)
        }
    }

    /// A resource's name.
    public func resource(_ reference: Reference<Resource>) -> Phrase {
        let row = Int(reference.position)
        return told(tables.resources[row].name, tables.resources[row].id)
    }

    /// A quantity of a resource in the resource's own unit.
    public func quantity(_ value: Double, of resource: Reference<Resource>) -> Phrase {
        .quantity(value, tables.resources[resource].unit)
    }

    /// How much a process does, by what counts its activity; where nothing does, in units of activity.
    public func activity(_ value: Double, of process: Reference<ConversionProcess>) -> Phrase {
        guard let counted = counting(process) else {
            let amount = Phrase.number(value)
            return Phrase(en: "\(amount.english) units of activity", vi: "\(amount.vietnamese) đơn vị hoạt động")
        }
        let (amount, name) = (quantity(value, of: counted), resource(counted))
        return Phrase(en: "\(amount.english) of \(name.english)", vi: "\(amount.vietnamese) \(name.vietnamese)")
    }

    /// One unit of what a process does: `one more tonne of compost` without its first two words.
    func oneOfActivity(_ process: Reference<ConversionProcess>) -> Phrase {
        guard let counted = counting(process) else { return Phrase(en: "unit of activity", vi: "đơn vị hoạt động") }
        let (unit, name) = (tables.resources[counted].unit.singular, resource(counted))
        return Phrase(en: "\(unit.english) of \(name.english)", vi: "\(unit.vietnamese) \(name.vietnamese)")
    }

    /// What counts a process's activity: the only input, or else the only output, of one unit for each unit of activity.
    private func counting(_ process: Reference<ConversionProcess>) -> Reference<Resource>? {
        let flows = tables.processFlows.filter { $0.process == process && $0.perActivity == 1 }
        for role in [FlowRole.input, .output] {
            let own = flows.filter { $0.role == role }
            if own.count == 1 { return own.first?.resource }
        }
        return nil
    }

    /// A park's name.
    public func park(_ reference: Reference<Park>) -> Phrase {
        let row = Int(reference.position)
        return told(tables.parks[row].name, tables.parks[row].id)
    }

    /// A project's name.
    public func project(_ reference: Reference<Project>) -> Phrase {
        let row = Int(reference.position)
        return told(tables.projects[row].name, tables.projects[row].id)
    }

    /// A mode's id; nil is the way within one firm's gate.
    public func mode(_ reference: Reference<Mode>?) -> Phrase {
        reference.map { Phrase(same: tables.modes[$0].id) } ?? Phrase(en: "on-site", vi: "tại chỗ")
    }

    /// The two ends of a route and the mode that it names, in words: `A – B (truck)`.
    public func route(_ reference: Reference<Route>) -> Phrase {
        let route = tables.routes[reference]
        let (from, to) = ends(route.ends)
        let arrow = route.isOneWay ? "→" : "–"
        let mode = route.mode.map { " (\(tables.modes[$0].id))" } ?? ""
        return Phrase(en: "\(from.english) \(arrow) \(to.english)\(mode)", vi: "\(from.vietnamese) \(arrow) \(to.vietnamese)\(mode)")
    }

    /// The two ends of a contract and its resource: `A → B, cullet`.
    public func contract(_ reference: Reference<Contract>) -> Phrase {
        let contract = tables.contracts[reference]
        let (from, to, resource) = (party(contract.from), party(contract.to), resource(contract.resource))
        return Phrase(
            en: "\(from.english) → \(to.english), \(resource.english)",
            vi: "\(from.vietnamese) → \(to.vietnamese), \(resource.vietnamese)")
    }

    /// An output in words: `cullet from Glazing`.
    public func output(_ reference: Reference<Output>) -> Phrase {
        let (firm, resource) = (firm(tables.outputs[reference].firm), resource(tables.outputs[reference].resource))
        return Phrase(en: "\(resource.english) from \(firm.english)", vi: "\(resource.vietnamese) từ \(firm.vietnamese)")
    }

    /// A need in words: `cullet for Bottles`.
    public func need(_ reference: Reference<Need>) -> Phrase {
        let (firm, resource) = (firm(tables.needs[reference].firm), resource(tables.needs[reference].resource))
        return Phrase(en: "\(resource.english) for \(firm.english)", vi: "\(resource.vietnamese) cho \(firm.vietnamese)")
    }

    /// What is built, in words: a plant's name, or the two ends of a link and its mode.
    public func investment(_ subject: PlannedInvestment.Subject) -> Phrase {
        switch subject {
        case .process(let reference): return process(reference)
        case .link(let from, let to, let mode): return link(from, to, mode)
        }
    }

    /// The two ends of a link and its mode: `A – B (pipe)`.
    public func link(_ from: Party, _ to: Party, _ mode: Reference<Mode>) -> Phrase {
        let (from, to, mode) = (party(from), party(to), tables.modes[mode].id)
        return Phrase(en: "\(from.english) – \(to.english) (\(mode))", vi: "\(from.vietnamese) – \(to.vietnamese) (\(mode))")
    }

    /// `sentence` with the period that it is of before it; as it is where there is none.
    public func within(_ period: Reference<Period>?, _ sentence: Phrase) -> Phrase {
        guard let period else { return sentence }
        let id = tables.periods[period].id
        return Phrase(en: "Period \(id): \(sentence.english)", vi: "Kỳ \(id): \(sentence.vietnamese)")
    }

    /// What a quantity is counted by: `a year`, or `in the period m1`.
    public func each(_ period: Reference<Period>?) -> Phrase {
        guard let period else { return Phrase(en: "a year", vi: "mỗi năm") }
        let id = tables.periods[period].id
        return Phrase(en: "in the period \(id)", vi: "trong kỳ \(id)")
    }

    private func ends(_ ends: RouteEnds) -> (Phrase, Phrase) {
        switch ends {
        case .firms(let from, let to): (firm(from), firm(to))
        case .parks(let from, let to): (park(from), park(to))
        }
    }
}
