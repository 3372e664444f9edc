// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// A figure as the tables declare it. Several rules of the program may follow from one: a need's quantity stands in its shares too, a year's
/// capacity in every period, the largest share of a substitution at every taker.
enum DeclaredFigure: Hashable {
    case need(Reference<Need>), share(Reference<Need>), substitution(Reference<Substitution>), output(Reference<Output>)
    case contractMinimum(Reference<Contract>), contractMaximum(Reference<Contract>)
    case route(Reference<Route>), process(Reference<ConversionProcess>), linkCapacity(Reference<Mode>)

    /// The figure that a rule follows from; nil of qualities and settings, which give by no amount.
    init?(_ rule: Conflict.Rule) {
        switch (rule.kind, rule.subject) {
        case (.need, .need(let need)): self = .need(need)
        case (.share, .need(let need)): self = .share(need)
        case (.substitutionShare, .substitution(let substitution, _)): self = .substitution(substitution)
        case (.supply, .output(let output)): self = .output(output)
        case (.contractMinimum, .contract(let contract)): self = .contractMinimum(contract)
        case (.contractMaximum, .contract(let contract)): self = .contractMaximum(contract)
        case (.route, .route(let route)): self = .route(route)
        case (.process, .process(let process)): self = .process(process)
        case (.linkCapacity, .link(_, _, let mode)): self = .linkCapacity(mode)
        default: return nil
        }
    }

    /// Whether a mend makes the figure larger.
    var isRaised: Bool {
        switch self {
        case .need, .contractMinimum: false
        default: true
        }
    }

    /// Whether the figure is a share of one.
    var isShare: Bool {
        switch self {
        case .share, .substitution: true
        default: false
        }
    }

    /// The figure as declared: a year's, or that of the row's own period; nil where none is.
    func value(in tables: Tables) -> Double? {
        switch self {
        case .need(let need): tables.needs[need].quantity
        case .share(let need): tables.needs[need].maximumSecondaryShare
        case .substitution(let substitution): tables.substitutions[substitution].maximumShare
        case .output(let output): tables.outputs[output].quantity
        case .contractMinimum(let contract): tables.contracts[contract].minimum
        case .contractMaximum(let contract): tables.contracts[contract].maximum
        case .route(let route): tables.routes[route].capacity
        case .process(let process): tables.processes[process].capacity
        case .linkCapacity(let mode): tables.modes[mode].linkCapacity
        }
    }

    /// Declares another figure in its place.
    func set(_ value: Double, in tables: inout Tables) {
        switch self {
        case .need(let need): tables.needs[Int(need.position)].quantity = value
        case .share(let need): tables.needs[Int(need.position)].maximumSecondaryShare = value
        case .substitution(let substitution): tables.substitutions[Int(substitution.position)].maximumShare = value
        case .output(let output): tables.outputs[Int(output.position)].quantity = value
        case .contractMinimum(let contract): tables.contracts[Int(contract.position)].minimum = value
        case .contractMaximum(let contract): tables.contracts[Int(contract.position)].maximum = value
        case .route(let route): tables.routes[Int(route.position)].capacity = value
        case .process(let process): tables.processes[Int(process.position)].capacity = value
        case .linkCapacity(let mode): tables.modes[Int(mode.position)].linkCapacity = value
        }
    }

    /// The period of the row that declares it; nil of the year.
    func period(in tables: Tables) -> Reference<Period>? {
        switch self {
        case .need(let need), .share(let need): tables.needs[need].period
        case .output(let output): tables.outputs[output].period
        default: nil
        }
    }

    /// `value` with the digits that are shown of it (about four; of a share thousandths), rounded to the side that eases, and `steps` further.
    ///
    /// What a planner reads is what was solved: a figure cut short on the other side would not do when it is typed in.
    func rounded(_ value: Double, further steps: Int) -> Double {
        let unit =
            isShare ? 1000.0 : value >= 1000 ? 1 : value >= 100 ? 10 : value >= 1 ? 100 : value >= 0.1 ? 1e3 : value >= 1e-3 ? 1e5 : 1e8
        let scaled = value * unit, noise = 1e-7 * max(1, scaled)
        return isRaised
            ? ((scaled - noise).rounded(.up) + Double(steps)) / unit : max(0, ((scaled + noise).rounded(.down) - Double(steps)) / unit)
    }
}
