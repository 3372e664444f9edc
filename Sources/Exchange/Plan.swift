// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
public import Scenario

/// The result of a solve, as `results.md` of the specification lays it down; every list is sorted by id.
public struct Outcome: Sendable {
    /// `optimal`, `feasible`, …
    public var status: PlanStatus
    /// The objective that was made small, its value at the plan, a proved bound, and the relative gap between them.
    public var objective: Objective, objectiveValue: Double?, bound: Double?, gap: Double?
    /// No exchange and no activity; needs that have no virgin price are listed in `unpriced`.
    public var baseline: Measures, unpriced: [Reference<Need>]
    /// The contracts' quantities as fixed flows; nil where no contract has one or it cannot be, with the reason.
    public var today: Measures?, todayReason: TodayReason?
    /// The measures of the plan; nil without one.
    public var plan: Measures?
    /// Baseline cost − plan cost; nil where a need is unpriced or there is no plan.
    public var netBenefit: Double?
    /// The exchanges of the plan.
    public var exchanges: [PlannedExchange] = []
    /// What becomes of each output.
    public var outputs: [PlannedOutput] = []
    /// How each need is met.
    public var needs: [PlannedNeed] = []
    /// What each process does.
    public var processes: [PlannedProcess] = []
    /// What each process takes in and gives off.
    public var processFlows: [PlannedProcessFlow] = []
    /// What moves by each row of `routes`.
    public var routes: [PlannedRoute] = []
    /// What moves under each contract.
    public var contracts: [PlannedContract] = []
    /// The projects that count: committed ones and those named by `--with`.
    public var projects: [Reference<Project>] = []
    /// The plan's proof; nil without a plan.
    public var certificate: Certificate?
    /// Why nothing can be, where the status is infeasible.
    public var infeasibility: Infeasibility?
    /// The size of the whole model.
    public var rows: Int, columns: Int, nonzeros: Int, candidates: Int
    /// The solver's name and version.
    public var solver: String
    /// Why the search stopped.
    public var termination: Termination
}

/// What is known of the plan.
public enum PlanStatus: String, Sendable { case optimal, feasible, infeasible, unbounded, unknown }

/// Why there is no `today`.
public enum TodayReason: Hashable, Sendable {
    /// No contract gives a quantity.
    case noQuantities
    /// A contract's quantity has no candidate to flow by.
    case noCandidate(Reference<Contract>)
    /// More flows than the supply, the demand or the process allows.
    case tooMuch(Reference<Contract>, resource: Reference<Resource>, excess: Double)
    /// What the contracts leave unmet cannot be bought new.
    case cannotBuy(Reference<Resource>, party: Party, amount: Double)
    /// The contracts' quantities break a limit: a share, a quality, the capacity of a route.
    case broken(BrokenRule)
}

/// One link of the plan: a giver, a taker, the resource given, the resource it stands in for, a mode.
public struct PlannedExchange: Sendable {
    /// The giver and the taker.
    public var from: Party, to: Party
    /// What is given, and what it counts as at the taker.
    public var resource: Reference<Resource>, asResource: Reference<Resource>
    /// The mode; nil for `on-site`.
    public var mode: Reference<Mode>?
    /// Dispatched, in the given resource's unit; delivered, in the taker's resource's unit.
    public var quantity: Double, delivered: Double
    /// The distance, km.
    public var kilometres: Double
    /// Money and kg CO2e a year that moving and taking cause (κ and γ of the model), carbon cost not included.
    public var cost: Double, ghg: Double
    /// What the exchange brings a year against disposal and purchase.
    public var gain: Double
    /// How the by-product is used, where the substitution says so.
    public var use: SubstitutionUse?
}

/// What becomes of an output.
public struct PlannedOutput: Sendable {
    /// The row of `outputs`.
    public var output: Reference<Output>
    /// All of it in a year, and the parts that are exchanged, lost on the way and disposed of; in the resource's unit.
    public var quantity: Double, exchanged: Double, lost: Double, disposed: Double
    /// What one more unit changes in the objective.
    public var marginal: Double?
}

/// How a need is met.
public struct PlannedNeed: Sendable {
    /// The row of `needs`.
    public var need: Reference<Need>
    /// All of it in a year, and the parts met by exchange and bought new; in the resource's unit.
    public var quantity: Double, secondary: Double, virgin: Double
    /// What one more unit changes in the objective.
    public var marginal: Double?
}

/// How much a process does.
public struct PlannedProcess: Sendable {
    /// The process.
    public var process: Reference<ConversionProcess>
    /// What it does and what it could do in a year.
    public var activity: Double, capacity: Double
    /// What it brings a year, in the scenario's currency.
    public var gain: Double
    /// What one more unit of capacity changes in the objective.
    public var marginal: Double?
}

/// What a process takes in or gives off; `outside` is what is bought new or disposed of.
public struct PlannedProcessFlow: Sendable {
    /// The row of `process_flows`.
    public var flow: Reference<ProcessFlow>
    /// All of it in a year, and the parts that are exchanged and that come from or go outside; in the resource's unit.
    public var quantity: Double, exchanged: Double, outside: Double
    /// What one more unit changes in the objective.
    public var marginal: Double?
}

/// What moves by a row of `routes`, in the mode's unit where it names one.
public struct PlannedRoute: Sendable {
    /// The row of `routes`.
    public var route: Reference<Route>
    /// Whether anything moves by it.
    public var used: Bool
    /// What moves by it in a year.
    public var load: Double
    /// What one more unit of capacity changes in the objective.
    public var marginal: Double?
}

/// What moves under a contract.
public struct PlannedContract: Sendable {
    /// The row of `contracts`.
    public var contract: Reference<Contract>
    /// What is dispatched under it in a year, in the resource's unit.
    public var quantity: Double
    /// What one more unit of the contract's binding limit changes in the objective.
    public var marginal: Double?
}

/// Why a scenario has no plan: rules that cannot all hold, and mends that were each solved again.
public struct Infeasibility: Sendable {
    /// The rules that cannot all hold; any one of them less, and the rest can.
    public var rules: [BrokenRule]
    /// Changes that each make the scenario feasible, the cheapest first.
    public var mends: [Mend]
}

/// A rule that takes part in a conflict.
public struct BrokenRule: Hashable, Sendable {
    /// The kind of rule.
    public enum Kind: String, Sendable {
        /// A need must be met; a contract's least and most; a route's, a process's and a supply's capacity; shares and qualities.
        case need, contractMinimum = "contract-minimum", contractMaximum = "contract-maximum", route, process, supply
        case share, substitutionShare = "substitution-share", qualityMaximum = "quality-maximum", qualityMinimum = "quality-minimum"
    }
    /// What the rule speaks of.
    public enum Subject: Hashable, Sendable {
        case output(Reference<Output>), need(Reference<Need>), contract(Reference<Contract>), route(Reference<Route>)
        case process(Reference<ConversionProcess>), flow(Reference<ProcessFlow>)
        case quality(Reference<Quality>)
        case substitution(Reference<Substitution>, Party)
    }
    /// The kind of rule.
    public var kind: Kind
    /// What it speaks of.
    public var subject: Subject
    /// How much is missing (of this rule alone, the others held), in `unit`; nil where only the whole set says.
    public var amount: Double?
    /// What the rule asks, in `unit`.
    public var required: Double?
    /// The unit of the two figures; nil where they have none.
    public var unit: Unit?
}

/// A change of one figure that makes the scenario feasible, as shown by solving again.
public struct Mend: Sendable {
    /// The rule to ease, and the figure that it needs in place of `required`.
    public var rule: BrokenRule
    /// The figure that suffices.
    public var newFigure: Double
    /// The cost of the plan after the mend, a year; nil where unpriced.
    public var cost: Double?
}
