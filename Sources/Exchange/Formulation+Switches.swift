// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import LinearProgram
internal import MixedInteger
internal import Scenario

/// What a yes-or-no choice of the model is about.
enum Choosing: Hashable {
    /// A candidate process is built.
    case process(Reference<ConversionProcess>)
    /// A link of a mode is laid between two places (positions in ``Network/places``, the smaller first), of a length in km.
    case link(mode: Reference<Mode>, from: Int, to: Int, kilometres: Double)
    /// A route with a charge is used.
    case route(Reference<Route>)
    /// An exchange of a resource takes place at all.
    case exchange(ContractKey)
    /// Two places are partners.
    case partners(Int, Int)
}

/// Investments and other choices: what is built, used or met at all.
///
/// - A candidate process: y_pt ≤ capacity_p · share_t · z_p.
/// - A link of a mode with charges: x_a ≤ most_a · z, Σ x in the mode's unit ≤ link_capacity · z where given.
/// - A route with a charge: x_a ≤ most_a · z.
/// - A least quantity: min_quantity · z ≤ Σ x_a ≤ most · z over all modes, substitutions and periods of (giver, taker, resource).
/// - A number of partners: x_a ≤ most_a · z for each couple of places; Σ z ≤ max_partners for each firm.
///
/// most_a is the least of what can leave the giver, what its taker can take in by its shares, and what a contract or the route allows.
struct Switchboard {
    /// Per switch, what it is about.
    var choosing: [Choosing] = []
    /// The switches, their charges in money a year.
    var switches: [Switch] = []
    /// Limits on how many are on.
    var budgets: [Budget] = []

    /// The whole model over the flows of `flow`, a unit of money in the charges priced at `weight`.
    func program(_ flow: LinearProgram, chargedAt weight: Double) -> SwitchedProgram {
        SwitchedProgram(
            flow: flow,
            switches: switches.map { s in
                var s = s
                s.charge *= weight
                return s
            }, budgets: budgets)
    }

    /// Money a year for what is on.
    func charges(_ isOn: [Bool]) -> Double { zip(switches, isOn).reduce(0) { $0 + ($1.1 ? $1.0.charge : 0) } }
}

/// Finds the switches of a formulation.
struct SwitchboardBuilder {
    private(set) var board = Switchboard()
    private let formulation: Formulation, network: Network, tables: Tables
    private let most: [Double]

    init(_ formulation: Formulation) {
        self.formulation = formulation
        network = formulation.network
        tables = network.scenario.tables
        guard SwitchboardBuilder.isNeeded(network) else {
            most = []
            return
        }
        most = SwitchboardBuilder.most(formulation)
        addProcesses()
        addLinks()
        addRoutes()
        addExchanges()
        addPartners()
    }

    /// Whether anything is to be chosen at all.
    private static func isNeeded(_ network: Network) -> Bool {
        let tables = network.scenario.tables
        return tables.settings.minimumQuantity > 0 || tables.settings.maximumPartners != nil
            || tables.modes.contains { $0.needsLink } || tables.routes.contains { $0.fixedCost != 0 }
            || network.processes.contains { tables.processes[$0].isCandidate }
    }

    /// Per candidate, the most that it can ever carry.
    private static func most(_ formulation: Formulation) -> [Double] {
        let network = formulation.network, tables = network.scenario.tables
        var maxima: [ContractKey: Double] = [:]
        for contract in tables.contracts { maxima[ContractKey(contract)] = contract.maximum }
        return formulation.candidates.map { candidate in
            let supply = network.supplies[Int(candidate.supply)], demand = network.demands[Int(candidate.demand)]
            let terms = network.terms(of: candidate)
            let share = min(demand.maximumShare, candidate.substitution.map { tables.substitutions[$0].maximumShare } ?? 1)
            var most = min(formulation.mostGiven[Int(candidate.supply)], share * network.most(of: demand) / terms.delivered)
            if !maxima.isEmpty, let limit = maxima[ContractKey(from: supply.party, to: demand.party, resource: supply.resource)] {
                most = min(most, limit)
            }
            if let route = candidate.route, let capacity = tables.routes[route].capacity, terms.modeUnits > 0 {
                most = min(most, capacity * network.shares[demand.period] / terms.modeUnits)
            }
            return most
        }
    }

    private func member(_ candidate: Int, weight: Double = 1) -> Switch.Member {
        Switch.Member(ColumnIndex(formulation.firstCandidate + candidate), most: most[candidate], weight: weight)
    }

    /// The most that some candidates can carry together, by what their givers have and by what their takers take in; the rows of both keep it.
    private func together(_ members: [Switch.Member]) -> Double {
        var byMember = 0.0, given: [Int32: (sum: Double, limit: Double)] = [:], taken = given
        for member in members {
            let candidate = formulation.candidates[member.column.position - formulation.firstCandidate]
            let own = member.weight * member.most
            byMember += own
            let supply = given[candidate.supply] ?? (0, 0), demand = taken[candidate.demand] ?? (0, 0)
            given[candidate.supply] = (
                supply.sum + own, max(supply.limit, member.weight * formulation.mostGiven[Int(candidate.supply)])
            )
            let takable = network.most(of: network.demands[Int(candidate.demand)]) / network.terms(of: candidate).delivered
            taken[candidate.demand] = (demand.sum + own, max(demand.limit, member.weight * takable))
        }
        // In the order of the positions, so that the sums come out the same to the last digit.
        let byGiver = given.sorted { $0.key < $1.key }.reduce(0) { $0 + min($1.value.sum, $1.value.limit) }
        let byTaker = taken.sorted { $0.key < $1.key }.reduce(0) { $0 + min($1.value.sum, $1.value.limit) }
        return min(byMember, byGiver, byTaker)
    }

    private mutating func add(_ about: Choosing, _ s: Switch) {
        board.choosing.append(about)
        board.switches.append(s)
    }

    /// An annuity's share of an investment and the yearly cost beside it.
    private func charge(_ capex: Double, _ fixed: Double, _ lifetime: Double?) -> Double {
        fixed + (capex == 0 ? 0 : capex * annuity(tables.settings.discountRate, years: lifetime ?? 1))
    }

    private mutating func addProcesses() {
        let candidates = network.processes.filter { tables.processes[$0].isCandidate }
        guard !candidates.isEmpty else { return }
        var ties: [Party: [Int]] = [:]
        for (index, candidate) in formulation.candidates.enumerated() {
            let from = network.supplies[Int(candidate.supply)].party, to = network.demands[Int(candidate.demand)].party
            for party in [from, to] {
                if case .process(let p) = party, tables.processes[p].isCandidate { ties[party, default: []].append(index) }
            }
        }
        for reference in candidates {
            let process = tables.processes[reference]
            let members = network.periods.indices.map { period in
                Switch.Member(ColumnIndex(formulation.activityColumn(reference, period)), most: process.capacity * network.shares[period])
            }
            add(
                .process(reference),
                Switch(
                    charge: charge(process.capex, process.fixedCost, process.lifetimeYears), members: members,
                    most: members.reduce(0) { $0 + $1.most }, ties: (ties[.process(reference)] ?? []).map { member($0) }))
        }
    }

    private mutating func addLinks() {
        let linked = tables.modes.map(\.needsLink)
        guard linked.contains(true) else { return }
        struct Key: Hashable { var mode: Reference<Mode>, from: Int, to: Int }
        let distances = Distances(network)
        var groups: [Key: [Int]] = [:], order: [Key] = [], longest: [Key: Double] = [:]
        for (index, candidate) in formulation.candidates.enumerated() {
            guard let mode = candidate.mode, linked[Int(mode.position)] else { continue }
            let (p, q) = (home(network.supplies[Int(candidate.supply)].place), home(network.demands[Int(candidate.demand)].place))
            let key = Key(mode: mode, from: min(p, q), to: max(p, q))
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
            longest[key] = max(longest[key] ?? 0, candidate.kilometres)
        }
        for key in order {
            let mode = tables.modes[key.mode]
            // The larger of the two directions, whether anything goes that way or not.
            var km = longest[key] ?? 0
            let ends = (distances.spots[key.from], distances.spots[key.to])
            for (from, to) in [ends, (ends.1, ends.0)] {
                let unruled = distances.unruled(from: from, to: to)
                if case .open(let length, _) = distances.way(from: from, to: to, mode: key.mode, unruled: unruled) { km = max(km, length) }
            }
            let members = (groups[key] ?? []).map { member($0, weight: network.terms(of: formulation.candidates[$0]).modeUnits) }
            let perKilometre = charge(mode.capexPerKilometre, mode.fixedCostPerKilometre, mode.lifetimeYears)
            let together = together(members), capacity = mode.linkCapacity ?? .infinity
            add(
                .link(mode: key.mode, from: key.from, to: key.to, kilometres: km),
                Switch(
                    charge: perKilometre * km, members: members, most: min(together, capacity), isMostImplied: together <= capacity))
        }
    }

    private mutating func addRoutes() {
        guard tables.routes.contains(where: { $0.fixedCost != 0 }) else { return }
        var groups: [Int32: [Int]] = [:]
        for (index, candidate) in formulation.candidates.enumerated() where candidate.routePosition >= 0 {
            if tables.routes[Int(candidate.routePosition)].fixedCost != 0 { groups[candidate.routePosition, default: []].append(index) }
        }
        let ordered = tables.routes.references.sorted {
            tables.ids(of: tables.routes[$0]).lexicographicallyPrecedes(tables.ids(of: tables.routes[$1]))
        }
        for route in ordered {
            guard let group = groups[route.position] else { continue }
            let members = group.map { member($0) }
            add(
                .route(route),
                Switch(charge: tables.routes[route].fixedCost, members: members, most: together(members), isMostImplied: true))
        }
    }

    private mutating func addExchanges() {
        let least = tables.settings.minimumQuantity
        guard least > 0 else { return }
        let exempt = Set(tables.contracts.lazy.filter { $0.minimum > 0 }.map { ContractKey($0) })
        var groups: [ContractKey: [Int]] = [:], order: [ContractKey] = []
        for (index, candidate) in formulation.candidates.enumerated() {
            let supply = network.supplies[Int(candidate.supply)]
            let key = ContractKey(from: supply.party, to: network.demands[Int(candidate.demand)].party, resource: supply.resource)
            guard !exempt.contains(key) else { continue }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
        }
        for key in order {
            let members = (groups[key] ?? []).map { member($0) }
            add(.exchange(key), Switch(charge: 0, members: members, most: together(members), least: least, isMostImplied: true))
        }
    }

    private mutating func addPartners() {
        guard let limit = tables.settings.maximumPartners else { return }
        struct Couple: Hashable { var one: Int, two: Int }
        var groups: [Couple: [Int]] = [:], order: [Couple] = [], met: [Int: Set<Int>] = [:]
        for (index, candidate) in formulation.candidates.enumerated() {
            let (p, q) = (home(network.supplies[Int(candidate.supply)].place), home(network.demands[Int(candidate.demand)].place))
            guard p != q else { continue }
            let couple = Couple(one: min(p, q), two: max(p, q))
            if groups[couple] == nil { order.append(couple) }
            groups[couple, default: []].append(index)
            met[p, default: []].insert(q)
            met[q, default: []].insert(p)
        }
        // A firm that cannot have more partners than it may is not counted.
        func isCounted(_ place: Int) -> Bool { place < tables.firms.count && (met[place]?.count ?? 0) > limit }
        var counted: [Int: [Int]] = [:], places: [Int] = []
        for couple in order where isCounted(couple.one) || isCounted(couple.two) {
            let members = (groups[couple] ?? []).map { member($0) }
            for place in [couple.one, couple.two] where isCounted(place) {
                if counted[place] == nil { places.append(place) }
                counted[place, default: []].append(board.switches.count)
            }
            add(.partners(couple.one, couple.two), Switch(charge: 0, members: members, most: together(members), isMostImplied: true))
        }
        for place in places { board.budgets.append(Budget(switches: counted[place] ?? [], most: limit)) }
    }

    /// The place at which somebody stands: a plant at a firm is at the firm's.
    private func home(_ place: Int) -> Int { network.places[place].firm.map { Int($0.position) } ?? place }
}

extension Mode {
    /// Whether the mode goes only where a link has been laid.
    var needsLink: Bool { capexPerKilometre != 0 || fixedCostPerKilometre != 0 }
}

/// The yearly payment that repays 1 with interest: r / (1 − (1 + r)^−n), and 1 / n for r = 0.
func annuity(_ rate: Double, years: Double) -> Double {
    guard abs(rate) > 1e-12 else { return 1 / years }
    // 1 − (1 + r)^−n without the loss of digits for small rates.
    return rate / -expm1(-years * log1p(rate))
}
