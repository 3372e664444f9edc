// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// Judges a scenario's parks, firms and projects, and the whole of it, by criteria sets.
///
/// ```swift
/// let assessor = Assessor(planner.network, outcome, states, by: catalogue, on: day)
/// let verdict = assessor.verdict(criterion, in: set, on: .park(park), .plan)
/// ```
///
/// Measures are worked out once for each state of affairs, whatever the number of criteria that ask for them.
public struct Assessor: Sendable {
    /// The sets that verdicts and formulas may refer to.
    public let catalogue: CriteriaCatalogue
    /// The day on which texts and declarations must hold.
    public let day: Day
    let network: Network, tables: Tables
    let declarations: DeclarationIndex
    private let books: [Formula.Moment: MeasureBook]
    private let members: [AssessedSubject: [Int]]
    private let criteria: [String: Criterion], rule: AllocationRule, flows: [Formula.Moment: Flows], outcome: Outcome
    /// A of the circular footprint formula: the taker's share.
    let circularFactor: Double

    /// Prepares the judgement of `flows`, by state of affairs; the baseline is always among them.
    public init(
        _ network: Network, _ outcome: Outcome, flows: [Formula.Moment: Flows], by catalogue: CriteriaCatalogue, on day: Day,
        rule: AllocationRule = .cutOff, circularFactor: Double = 0.5, scope: ExchangeScope = .betweenFirms
    ) {
        (self.network, self.catalogue, self.day, tables) = (network, catalogue, day, network.scenario.tables)
        (self.rule, self.circularFactor, self.flows, self.outcome) = (rule, circularFactor, flows, outcome)
        books = flows.mapValues {
            MeasureBook($0, of: network, baseline: outcome, rule: rule, circularFactor: circularFactor, scope: scope)
        }
        declarations = DeclarationIndex(tables, on: day)
        var members: [AssessedSubject: [Int]] = [:]
        if let book = books[.baseline] {
            for subject in Self.subjects(of: network) { members[subject] = book.members(of: subject) }
        }
        self.members = members
        criteria = Dictionary(catalogue.sets.flatMap(\.criteria).map { ($0.id, $0) }) { first, _ in first }
    }

    /// All that can be judged, in the order of ids: the scenario, parks with firms, firms and projects that count.
    public static func subjects(of network: Network) -> [AssessedSubject] {
        let tables = network.scenario.tables
        let firms = tables.firms.references.filter { network.counts(.firm($0)) }.sorted { tables.firms[$0].id < tables.firms[$1].id }
        let inhabited = Set(firms.compactMap { tables.firms[$0].park })
        let parks = inhabited.sorted { tables.parks[$0].id < tables.parks[$1].id }
        return [.network] + parks.map(AssessedSubject.park) + firms.map(AssessedSubject.firm)
            + network.projects.map(AssessedSubject.project)
    }

    /// All that can be judged.
    public var subjects: [AssessedSubject] { Self.subjects(of: network) }

    /// The states of affairs that are known, in their order.
    public var moments: [Formula.Moment] { Formula.Moment.allCases.filter { books[$0] != nil } }

    /// A measure of a subject; nil where the state of affairs is not known.
    public func measure(_ measure: Measure, of subject: AssessedSubject, _ moment: Formula.Moment) -> (figure: Figure, gaps: [Gap])? {
        guard let book = books[moment] else { return nil }
        return book.value(measure, of: subject, members: members[subject] ?? book.members(of: subject))
    }

    /// A measure of a subject less what it is in the baseline; nil where it is no sum over firms and plants.
    func difference(_ measure: Measure, of subject: AssessedSubject, _ moment: Formula.Moment) -> Figure? {
        guard let book = books[moment], let baseline = books[.baseline] else { return nil }
        return book.difference(measure, members: members(of: subject), from: baseline)
    }

    func criterion(_ id: String) -> Criterion? { criteria[id] }

    func members(of subject: AssessedSubject) -> [Int] { members[subject] ?? [] }

    /// A measure of the plan where it is known exactly.
    func exact(_ measure: Measure, _ subject: AssessedSubject) -> Double? {
        self.measure(measure, of: subject, .plan)?.figure.exact
    }

    /// The column of the ledger in which a measure stands.
    func ledgerMeasure(_ measure: Measure) -> Measure { measure == .ghgAvoided ? rule.measure : measure }

    func firms(of subject: AssessedSubject) -> [Reference<Firm>] {
        let count = tables.firms.count
        return (members[subject] ?? []).filter { $0 < count }.map { Reference($0) }
    }

    func links(of subject: AssessedSubject, _ moment: Formula.Moment) -> [Links.Link]? {
        guard let book = books[moment] else { return nil }
        let own = Set(members[subject] ?? [])
        return book.links.all.filter { own.contains($0.from) || own.contains($0.to) }
    }

    /// The share of a set's criteria that are met, in percent, as what is missing may turn out; criteria that do not apply do not count.
    func metShare(of id: String, _ subject: AssessedSubject, _ moment: Formula.Moment, _ gaps: inout [Gap]) -> Figure {
        var (met, judged, missing) = (0, 0, 0)
        for criterion in catalogue.set(id)?.criteria ?? [] where criterion.assessed.contains(subject.kind) {
            let verdict = verdict(criterion, in: id, on: subject, moment)
            switch verdict.result {
            case .met: (met, judged) = (met + 1, judged + 1)
            case .notMet: judged += 1
            case .evidenceMissing: (missing, judged) = (missing + 1, judged + 1)
            default: break
            }
            for gap in verdict.gaps where verdict.result == .evidenceMissing && !gaps.contains(gap) { gaps.append(gap) }
        }
        guard judged > 0 else { return .unknown }
        return Figure(100 * Double(met) / Double(judged), 100 * Double(met + missing) / Double(judged))
    }
}

extension Assessor {
    /// Prepares the judgement of a scenario that was solved, as of the last day of its year.
    ///
    /// - Parameter circularFactor: A of the circular footprint formula, 0 to 1: the taker's share of what a material's use again saves.
    public init(
        _ planner: Planner, _ outcome: Outcome, by catalogue: CriteriaCatalogue, rule: AllocationRule = .cutOff,
        circularFactor: Double = 0.5
    ) {
        var flows: [Formula.Moment: Flows] = [.baseline: planner.baselineFlows(outcome)]
        flows[.today] = planner.todayFlows(outcome)
        flows[.plan] = Flows(planOf: outcome)
        let year = planner.network.scenario.tables.settings.year
        self.init(planner.network, outcome, flows: flows, by: catalogue, on: Day(lastOf: year), rule: rule, circularFactor: circularFactor)
    }

    /// The same judgement of what stays inside firms, between them and their own plants: what the yearly forms ask for beside symbiosis.
    public var insideFirms: Assessor {
        Assessor(
            network, outcome, flows: flows, by: catalogue, on: day, rule: rule, circularFactor: circularFactor, scope: .insideFirms)
    }

    /// Whether the scenario can tell what stays inside the firms of a subject: one has a plant of its own, or may use its own outputs.
    public func tellsInside(_ subject: AssessedSubject) -> Bool {
        if tables.settings.withinFirm { return true }
        let members = Set(members(of: subject)), count = tables.firms.count
        return tables.processes.references.contains { reference in
            guard case .firm(let host) = tables.processes[reference].site else { return false }
            return members.contains(count + Int(reference.position)) && members.contains(Int(host.position))
        }
    }
}
