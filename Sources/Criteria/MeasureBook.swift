// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// What is assessed: the whole scenario, a park, a firm or a project.
public enum AssessedSubject: Hashable, Sendable {
    case network
    case park(Reference<Park>)
    case firm(Reference<Firm>)
    case project(Reference<Project>)

    /// The kind of subject.
    public var kind: AssessedKind {
        switch self {
        case .network: .network
        case .park: .park
        case .firm: .firm
        case .project: .project
        }
    }
}

extension AssessedSubject {
    /// The subject of a declaration.
    public init(_ subject: Subject) {
        switch subject {
        case .park(let park): self = .park(park)
        case .firm(let firm): self = .firm(firm)
        case .project(let project): self = .project(project)
        }
    }
}

/// How the gas that an exchange avoids is split between its giver and its taker.
public enum AllocationRule: String, Sendable, CaseIterable {
    /// The giver's disposal to the giver, the rest to the taker.
    case cutOff = "cut-off"
    /// All of it to the giver.
    case toGivers = "giver"
    /// Half to each.
    case halves = "half"
    /// Disposal to the giver; of the rest the factor A to the taker, as the circular footprint formula.
    case circularFootprint = "circular-footprint"
    /// Disposal to the giver; the rest to the giver of what it is paid for, and to the taker of what it is paid to take.
    case byPrice = "price"

    /// The measure of the rule.
    var measure: Measure {
        switch self {
        case .cutOff: .ghgAvoidedCutOff
        case .toGivers: .ghgAvoidedToGivers
        case .halves: .ghgAvoidedHalves
        case .circularFootprint: .ghgAvoidedCircularFootprint
        case .byPrice: .ghgAvoidedByPrice
        }
    }
}

/// Which exchanges measures are of.
public enum ExchangeScope: Sendable {
    /// Between different firms and plants: symbiosis.
    case betweenFirms
    /// Between a firm and its own plant, or within the firm: its own use of what it gives off.
    case insideFirms
}

/// Every measure of every subject in one state of affairs, computed from its flows.
public struct MeasureBook: Sendable {
    let parties: Parties
    let links: Links
    private let tables: Tables, projects: Set<Reference<Project>>, baselineCost: Double, isPriced: Bool
    private let measures: Measures, ledger: Ledger, water: WaterTracing
    private let rule: AllocationRule

    /// Works out the measures of `flows` against a baseline.
    ///
    /// - Parameter scope: whether what passes between firms counts, or what stays inside them.
    public init(
        _ flows: Flows, of network: Network, baseline: Outcome, rule: AllocationRule = .cutOff, circularFactor: Double = 0.5,
        scope: ExchangeScope = .betweenFirms
    ) {
        var flows = flows
        let parties = Parties(network)
        if scope == .insideFirms { flows.exchanges = flows.exchanges.filter(parties.isInside) }
        self.parties = parties
        tables = network.scenario.tables
        projects = Set(network.projects)
        (baselineCost, isPriced) = (baseline.baseline.cost, baseline.unpriced.isEmpty)
        measures = flows.measures
        ledger = LedgerBuilder.build(network, parties, flows, circularFactor: circularFactor, scope: scope)
        links = Links(flows, parties)
        water = WaterTracing(flows, parties)
        self.rule = rule
    }

    /// The firms and plants of a subject, by number.
    func members(of subject: AssessedSubject) -> [Int] {
        let active = (0..<parties.count).filter { parties.isActive[$0] }
        switch subject {
        case .network: return active
        case .park(let park): return active.filter { parties.parks[$0] == park }
        case .firm(let firm): return active.filter { parties.owners[$0] == Int(firm.position) }
        case .project(let project): return active.filter { parties.project($0) == project }
        }
    }

    /// A measure of a subject, and what keeps it from being known exactly.
    func value(_ measure: Measure, of subject: AssessedSubject, members: [Int]) -> (figure: Figure, gaps: [Gap]) {
        if let counted = links.value(measure, members: members, isNetwork: subject == .network) {
            return (counted, [])
        }
        switch measure {
        case .wastewaterReused: return (Figure(members.reduce(0) { $0 + water.reused(by: $1) }), [])
        case .wastewaterUnused:
            let given = members.reduce(into: Figure(0)) { $0 += ledger[.wastewaterUnused, $1] }
            return (given - Figure(members.reduce(0) { $0 + water.reused(by: $1) }), [])
        case .savingWastewater: return (Figure(members.reduce(0) { $0 + water.saved(by: $1) }), [])
        case .ghgAvoided: return value(rule.measure, of: subject, members: members)
        // Whoever is paid, the whole is the same.
        case .ghgAvoidedByPrice where subject == .network: return value(.ghgAvoidedCutOff, of: subject, members: members)
        case .netBenefit:
            guard subject == .network else { return (.unknown, []) }
            return isPriced ? (Figure(baselineCost - measures.cost), []) : (.unknown, [.benefit])
        default: break
        }
        if let own = ownValue(measure, of: subject, members: members) { return own }
        var total = Figure(0), gaps: [Gap] = []
        for member in members {
            total += ledger[measure, member]
            gaps += (ledger.openParts[Ledger.Key(party: member, measure: measure)] ?? []).map(\.gap)
        }
        return (total, gaps)
    }

    /// A measure of a subject less what it is in another state of affairs, where both are sums of the ledger; nil for another measure.
    func difference(_ measure: Measure, members: [Int], from other: MeasureBook) -> Figure? {
        let measure = measure == .ghgAvoided ? rule.measure : measure
        guard measure.isOfLedger, measure != .ghgAvoidedByPrice else { return nil }
        return members.reduce(into: Figure(0)) { $0 += ledger.difference(measure, $1, from: other.ledger) }
    }
}

extension MeasureBook {
    /// What is declared of the subject's firms, parks and projects themselves; nil for another measure.
    private func ownValue(_ measure: Measure, of subject: AssessedSubject, members: [Int]) -> (figure: Figure, gaps: [Gap])? {
        let firms = members.filter { $0 < parties.firmCount }.map { Reference<Firm>($0) }
        switch measure {
        case .firms: return (Figure(Double(firms.count)), [])
        case .employees: return sum(firms, { tables.firms[$0].employees }, Gap.employees)
        case .turnover: return sum(firms, { tables.firms[$0].turnover }, Gap.turnover)
        case .areaHa: return sum(parks(of: subject), { tables.parks[$0].areaHectares }, Gap.area)
        case .ecoParks: return (Figure(Double(parks(of: subject).count { tables.parks[$0].type == .ecoIndustrial })), [])
        case .contractsRunning: return (contracts(.running, members), [])
        case .contractsSigned: return (contracts(.signed, members), [])
        case .contractsAgreed: return (contracts(.agreed, members), [])
        case .projectsProposed: return (Figure(Double(tables.projects.count { $0.status != .committed })), [])
        case .projectsCommitted: return (Figure(Double(tables.projects.count { $0.status == .committed })), [])
        case .jobs: return sum(projects(of: subject), { tables.projects[$0].jobs }, Gap.jobs)
        case .investment: return sum(projects(of: subject), { tables.projects[$0].capex }, Gap.investment)
        default: return nil
        }
    }

    /// Sums what is given; one that is not makes the sum a bound from below.
    private func sum<Element>(
        _ references: [Reference<Element>], _ figure: (Reference<Element>) -> Double?, _ gap: (Reference<Element>) -> Gap
    ) -> (figure: Figure, gaps: [Gap]) {
        var total = Figure(0), gaps: [Gap] = []
        for reference in references {
            if let value = figure(reference) {
                total += Figure(value)
            } else {
                total += Figure(0, .infinity)
                gaps.append(gap(reference))
            }
        }
        return (total, gaps)
    }

    private func parks(of subject: AssessedSubject) -> [Reference<Park>] {
        if case .park(let park) = subject { return [park] }
        return subject == .network ? Array(tables.parks.references) : []
    }

    private func projects(of subject: AssessedSubject) -> [Reference<Project>] {
        if case .project(let project) = subject { return [project] }
        return subject == .network ? tables.projects.references.filter(projects.contains) : []
    }

    private func contracts(_ status: ContractStatus, _ members: [Int]) -> Figure {
        let members = Set(members)
        let count = tables.contracts.count { contract in
            contract.status == status
                && (members.contains(parties.index(contract.from)) || members.contains(parties.index(contract.to)))
        }
        return Figure(Double(count))
    }
}
