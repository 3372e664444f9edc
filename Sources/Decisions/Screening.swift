// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// What each proposed project would add to the parks, and how they stand against each other.
public struct Screening: Sendable {
    /// The plan without any of the projects.
    public var base: Outcome
    /// Every proposed project, the best first.
    public var projects: [ScreenedProject]
    /// The weights of the ranking.
    public var weights: ScreeningWeights
    /// Pairs that are worth more or less together than alone, the strongest first.
    public var pairs: [ProjectPair] = []
    /// The best set within the limits; nil where it could not be told.
    public var best: BestSet?
    /// What solving cost.
    public var effort: SolveEffort
}

/// A project solved in and out of the parks.
public struct ScreenedProject: Sendable {
    /// The project.
    public var project: Reference<Project>
    /// What is known of the plan with it.
    public var status: PlanStatus
    /// What it adds; nil where there is no plan with it.
    public var effect: ProjectEffect?
    /// Its exchanges with others in the plan, the largest gain first.
    public var partners: [PartnerLink] = []
    /// Exchanges among others that the plan with it has more of, and less of.
    public var opened: [LinkChange] = [], displaced: [LinkChange] = []
    /// How the gain goes with the size; nil where it adds nothing.
    public var size: SizeStudy?
    /// At which prices of its main streams it still comes out even.
    public var prices: [EvenPrice] = []
    /// What stands in its way.
    public var blockers: [Blocker] = []
    /// What criteria say of it and with it; nil where none were asked.
    public var criteria: ScreenedCriteria?
    /// Years in which the gain, capital charges of its own plants aside, pays back the investment; nil where either is not known or there is no gain.
    public var paybackYears: Double?
    /// Its weighted score, and the share of all weightings in which it is first, and among the first three.
    public var score = 0.0, firstShare = 0.0, firstThreeShare = 0.0
    /// Measures of the ranking that are not known of it.
    public var unknown: [ScreeningMeasure] = []
}

/// What a project adds a year.
public struct ProjectEffect: Hashable, Sendable {
    /// Money that it adds to the net benefit, less the fixed costs of its plants that stand already; nil where it brings a need without a price, which has no baseline.
    public var gain: Double?
    /// What exchange saves more than without it: kg CO2e, t of waste, t of virgin material.
    public var ghg: Double, waste: Double, virgin: Double
    /// Fresh water (m3) and energy (MWh) that need not be bought.
    public var water: Double, energy: Double
    /// Plan with it − plan without it: what the parks pay, emit, throw away and buy more because it is there, whatever it makes.
    public var costChange: Double, ghgChange: Double, wasteChange: Double, virginChange: Double
}

/// An exchange of a project with a partner.
public struct PartnerLink: Hashable, Sendable {
    /// The partner, and whether it gives.
    public var partner: Party, partnerGives: Bool
    /// What is given, and what it counts as at the taker.
    public var resource: Reference<Resource>, asResource: Reference<Resource>
    /// Dispatched a year, in the given resource's unit; the distance in km; the gain a year.
    public var quantity: Double, kilometres: Double, gain: Double
}

/// How an exchange among others changes.
public struct LinkChange: Hashable, Sendable {
    /// Who gives what to whom, and what it counts as there.
    public var from: Party, to: Party, resource: Reference<Resource>, asResource: Reference<Resource>
    /// Dispatched a year without and with the project, in the resource's unit.
    public var before: Double, after: Double
    /// Whether the giver gives the same resource to the project now, or the taker has the same need met by it: the two are rivals.
    public var isRival: Bool
}

/// The gain of a project as a function of its size; as a parametric linear program it is concave.
public struct SizeStudy: Hashable, Sendable {
    /// Times the declared size, and the gain there, money a year.
    public struct Point: Hashable, Sendable { public var factor: Double, gain: Double }
    /// Some sizes in order.
    public var points: [Point]
    /// The size beyond which one unit more adds nothing; nil where there is none up to the largest point.
    public var saturation: Point?
    /// The stream by which the size is told: the quantity a year at factor 1.
    public var stream: MainStream?
}

/// A stream of a project that stands for its size or its price.
public struct MainStream: Hashable, Sendable {
    /// The row.
    public var row: StreamProspect.Row
    /// Who gives or takes, what, and which of the two.
    public var party: Party, resource: Reference<Resource>, isSupply: Bool
    /// A year's quantity in the plan, in the resource's unit.
    public var quantity: Double
}

/// A price at which a stream of a project still pays.
public struct EvenPrice: Hashable, Sendable {
    /// The stream.
    public var stream: MainStream
    /// Money per unit that the stream may be dearer (an input) or earn less (an output) until its exchange adds nothing.
    public var margin: Double
    /// What one unit costs new, or sells for elsewhere, where that is known.
    public var reference: Double?
    /// Whether the project then adds nothing any more; else it goes on without this stream.
    public var endsProject: Bool
}

/// What stands in a project's way.
public enum Blocker: Hashable, Sendable {
    /// Nobody else has or wants the resource, directly or by a substitution.
    case nobody(Reference<Resource>, isSupply: Bool)
    /// Others do, but each pair is excluded by a rule; the rule that excludes most comes first.
    case excluded(Reference<Resource>, isSupply: Bool, [ExcludedPairs])
    /// There are partners, but none pays; by how much money per unit dispatched the nearest fails.
    case price(Reference<Resource>, isSupply: Bool, shortfall: Double?)
    /// A plant of the project stands still, and with it this stream: of `lacking` it can neither get nor buy anything; empty where running
    /// it does not pay.
    case idle(Reference<Resource>, isSupply: Bool, Reference<ConversionProcess>, lacking: [Reference<Resource>])
    /// A need that cannot be bought, so that the baseline and the gain cannot be told.
    case unpriced(Reference<Resource>)
    /// The parks' rules cannot all be kept with it.
    case infeasible
    /// The search for the best plan with it ended before its proof, so that what it adds is not known.
    case unproved
    /// Criteria that nothing can be said of until somebody declares what they ask.
    case evidence(criteria: Int, declarations: [String])
    /// What only shows when places meet.
    case fault(Fault)
    /// No firm or process belongs to it.
    case noStreams
    /// It asks for more land than its park declares to be free; hectares.
    case noRoom(Reference<Park>, needed: Double, available: Double)
}

/// How many pairs a rule excludes.
public struct ExcludedPairs: Hashable, Sendable {
    /// The rule, and the pairs.
    public var rule: Exclusion, pairs: Int
}

/// Two projects together.
public struct ProjectPair: Hashable, Sendable {
    /// The two, by id.
    public var first: Reference<Project>, second: Reference<Project>
    /// What both add, and what each adds alone, money a year.
    public var together: Double, firstAlone: Double, secondAlone: Double
    /// What they are worth together beyond the sum: they help each other where it is positive, hurt where it is negative.
    public var interaction: Double { together - firstAlone - secondAlone }
}

/// The best set of projects within limits.
public struct BestSet: Sendable {
    /// The limits: hectares and money; nil for none.
    public var land: Double?, investment: Double?
    /// The projects, by id.
    public var projects: [Reference<Project>]
    /// What they add together, money a year, and what they use as far as it is known.
    public var gain: Double, landUsed: Double, investmentUsed: Double
    /// The land that parks declare to be free, where projects would stand there: it is a limit too.
    public var parkLand: [ParkRoom] = []
    /// Projects left out because they do not say what a limit asks.
    public var undeclared: [Reference<Project>]
    /// Whether the search went to its end, and the set solved again has the same gain.
    public var isProved: Bool
}

/// The free land of a park, and what a set of projects takes of it, hectares.
public struct ParkRoom: Hashable, Sendable {
    /// The park.
    public var park: Reference<Park>
    /// What it declares to be free, and what the set uses.
    public var available: Double, used: Double
}

/// What solving cost.
public struct SolveEffort: Hashable, Sendable {
    /// Solves for a value, and their simplex iterations, each from the plan that is nearest.
    public var solves = 0, iterations = 0
    /// Iterations of the same solves begun from the baseline; nil where that was not measured.
    public var coldIterations: Int?
}
