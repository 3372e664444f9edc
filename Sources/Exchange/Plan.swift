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
    /// The links that are built: a mode's line between two places.
    public var links: [PlannedLink] = []
    /// What moves by each row of `routes`.
    public var routes: [PlannedRoute] = []
    /// What moves under each contract.
    public var contracts: [PlannedContract] = []
    /// What each storage holds at the end of each period.
    public var storages: [PlannedStorage] = []
    /// What each built plant and link earns on its investment, the largest investment first.
    public var investments: [PlannedInvestment] = []
    /// The same of all of them together; nil where nothing with an investment is built.
    public var investmentTotal: InvestmentFigures?
    /// The candidate plants that are not built, the largest investment first.
    public var notBuilt: [UnbuiltPlant] = []
    /// The projects that count: committed ones and those named by `--with`.
    public var projects: [Reference<Project>] = []
    /// The plan's proof; nil without a plan. Of a plan with yes-or-no choices it is the proof of the flows with these choices held.
    public var certificate: Certificate?
    /// The number of yes-or-no choices in the model: what is built, used or met at all; 0 in a linear program.
    public var choices = 0
    /// A bound of the objective recomputed from the duals of the relaxation, where a choice may be taken in part; nil without choices.
    public var relaxationBound: Double?
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
    /// The contracts' quantities are of a year, and the scenario has several periods.
    case periods
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
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
}

/// What becomes of an output in a period, or in the year where the scenario has no periods.
public struct PlannedOutput: Sendable {
    /// The row of `outputs`. In a period that has no row of its own, but a storage to hand out from, the first row of that firm and resource.
    public var output: Reference<Output>
    /// All of it, and the parts that are exchanged, lost on the way and disposed of; in the resource's unit.
    public var quantity: Double, exchanged: Double, lost: Double, disposed: Double
    /// What one more unit changes in the objective; nil where none is known, or where one more leaves no plan.
    public var marginal: Double?
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
    /// What goes into the storage net of what comes out, below 0 where more comes out: quantity = exchanged + disposed + stored.
    public var stored = 0.0
    /// What a unit of it costs to dispose of, money; nil as the row says.
    public var disposalCost: Double?
}

/// How a need is met in a period, or in the year where the scenario has no periods.
public struct PlannedNeed: Sendable {
    /// The row of `needs`.
    public var need: Reference<Need>
    /// All of it, and the parts met by exchange and bought new; in the resource's unit.
    public var quantity: Double, secondary: Double, virgin: Double
    /// What one more unit changes in the objective; nil where none is known, or where one more leaves no plan.
    public var marginal: Double?
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
}

/// How much a process does in a period, or in the year where the scenario has no periods.
public struct PlannedProcess: Sendable {
    /// The process.
    public var process: Reference<ConversionProcess>
    /// What it does and what it could do.
    public var activity: Double, capacity: Double
    /// What running it brings, in the scenario's currency; the charge for building it stands apart.
    public var gain: Double
    /// What one more unit of capacity changes in the objective.
    public var marginal: Double?
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
    /// Whether it stands: it exists, or the plan builds it.
    public var built = true
    /// What building it costs, money a year; of a period its share. 0 of what exists.
    public var charge = 0.0
}

/// What a process takes in or gives off; `outside` is what is bought new or disposed of.
public struct PlannedProcessFlow: Sendable {
    /// The row of `process_flows`.
    public var flow: Reference<ProcessFlow>
    /// All of it in the period or year, and the parts that are exchanged and that come from or go outside; in the resource's unit.
    public var quantity: Double, exchanged: Double, outside: Double
    /// What of an output is lost on the way, in the resource's unit; part of what is exchanged.
    public var lost = 0.0
    /// What one more unit changes in the objective; nil where none is known, or where one more leaves no plan.
    public var marginal: Double?
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
    /// What goes into the storage net of what comes out; quantity = exchanged + outside + stored.
    public var stored = 0.0
}

/// A link that the plan builds: a mode's line between two places, one for both directions and all that the mode carries.
public struct PlannedLink: Sendable {
    /// The two places, by the party that stands there (a plant at a firm is at the firm's place); in the order of their ids.
    public var from: Party, to: Party
    /// The mode.
    public var mode: Reference<Mode>
    /// Its length: the larger distance of the two directions, km.
    public var kilometres: Double
    /// What moves on it in a year, and what it could carry where that is limited; in the mode's unit.
    public var load: Double, capacity: Double?
    /// (capex_per_km · annuity + fixed_cost_per_km) · km, money a year.
    public var charge: Double
}

/// What a storage holds at the end of a period.
public struct PlannedStorage: Sendable {
    /// The row of `storages`.
    public var storage: Reference<Storage>
    /// The period; nil where the scenario has none.
    public var period: Reference<Period>?
    /// Held at the end of the period, in the resource's unit.
    public var held: Double
    /// What holding it brings in the period, money: disposal put off, less the cost of holding and of what is lost.
    public var gain: Double
}

/// What an investment earns. Money in the scenario's currency.
public struct InvestmentFigures: Hashable, Sendable {
    /// Paid once.
    public var capex: Double
    /// Years over which the investment is spread; of several investments the longest.
    public var lifetimeYears: Double
    /// The investment as equal yearly payments, capex · annuity(discount_rate, lifetime).
    public var capitalCharge: Double
    /// What the plan would cost more a year without it, capital charges aside; nil where there is no plan without it, or it was not worked out.
    public var yearlyGain: Double?
    /// Whether the yearly gain was worked out; false where the time, or the number of investments, did not allow it.
    public var isWorkedOut = false

    /// Makes figures.
    public init(capex: Double, lifetimeYears: Double, capitalCharge: Double, yearlyGain: Double?) {
        (self.capex, self.lifetimeYears, self.capitalCharge, self.yearlyGain) = (capex, lifetimeYears, capitalCharge, yearlyGain)
    }
    /// Simple payback, capex / yearly gain, in years; nil where it never pays back.
    public var paybackYears: Double?
    /// Net present value at the scenario's discount rate over the lifetime.
    public var netPresentValue: Double?
    /// The internal rate of return, a share a year; nil where the investment is never earned back.
    public var internalRate: Double?
}

/// What a built plant or link earns on its investment.
public struct PlannedInvestment: Sendable {
    /// What is built.
    public enum Subject: Hashable, Sendable {
        case process(Reference<ConversionProcess>)
        case link(from: Party, to: Party, mode: Reference<Mode>)
    }
    /// What is built.
    public var subject: Subject
    /// What it earns.
    public var figures: InvestmentFigures
    /// Who brings it the largest part of its money; nil where nobody gives it anything.
    public var largestSupplier: Party?
    /// What it still earns a year when that supplier leaves; nil without one, where there is no plan then, or where it was not worked out.
    public var yearlyGainWithoutSupplier: Double?
    /// Whether what it earns without that supplier was worked out.
    public var isSupplierWorkedOut = false
}

/// A candidate plant that the plan does not build, and what it would earn beside all that is built. Money in the scenario's currency.
public struct UnbuiltPlant: Hashable, Sendable {
    /// The plant.
    public var process: Reference<ConversionProcess>
    /// What it would cost once, and that as equal yearly payments.
    public var capex: Double, capitalCharge: Double
    /// What the plan would cost less a year with it, its fixed cost counted and its capital charge aside; nil where it was not asked, or where
    /// the plant needs links, routes or partners that are not there either (`needsMore`).
    public var yearlyGain: Double?
    /// The investment at which it would just pay, what else is built being as it is; nil where it earns nothing.
    public var breakEvenCapex: Double?
    /// Whether its exchanges hang on other choices that the plan leaves off, so that its gain alone says nothing.
    public var needsMore = false
}

/// What moves by a row of `routes`, in the mode's unit where it names one.
public struct PlannedRoute: Sendable {
    /// The row of `routes`.
    public var route: Reference<Route>
    /// Whether anything moves by it.
    public var used: Bool
    /// What moves by it in a year.
    public var load: Double
    /// What one more unit of yearly capacity changes in the objective.
    public var marginal: Double?
    /// What using it at all costs, money a year; 0 where it is not used.
    public var charge = 0.0
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
        /// The least quantity of an exchange, and the largest number of partners.
        case leastQuantity = "min-quantity", mostPartners = "max-partners"
        /// What a link may carry in a year, both ways together.
        case linkCapacity = "link-capacity"
    }
    /// What the rule speaks of.
    public enum Subject: Hashable, Sendable {
        case output(Reference<Output>), need(Reference<Need>), contract(Reference<Contract>), route(Reference<Route>)
        case process(Reference<ConversionProcess>), flow(Reference<ProcessFlow>)
        case quality(Reference<Quality>)
        case substitution(Reference<Substitution>, Party)
        /// A link of a mode between two places, by who stands there.
        case link(Party, Party, Reference<Mode>)
        /// A setting, by its dotted key.
        case setting(String)
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
    /// The period in which it holds; nil of the year.
    public var period: Reference<Period>?
}

/// A change of one declared figure that makes the scenario feasible, as shown by solving again with all that follows from it.
public struct Mend: Sendable {
    /// The rule to ease, with the declared figure as `required`: of shares a share of one, of the year where the row is of the year.
    public var rule: BrokenRule
    /// The declared figure that suffices; of a price to be given, the least quantity a year that would have to be bought.
    public var newFigure: Double
    /// The cost of the plan after the mend, a year; nil where unpriced.
    public var cost: Double?
    /// Whether the mend is a purchase price for a need that cannot be bought, in place of another figure.
    public var isPurchase = false
    /// Whether there are other conflicts, each of which needs a mend as well; `cost` is without what they lack.
    public var isPartial = false
}
