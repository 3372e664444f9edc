// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// One part of what the first unit of a candidate exchange changes in the objective: above 0 it costs, below 0 it saves.
///
/// The parts of a candidate add up to its reduced cost. Those that are not of something scarce are what the unit brings and costs by itself;
/// the others are what it takes away from better uses, at the prices (duals) of the plan.
public struct CostTerm: Hashable, Sendable {
    /// What the part is.
    public enum Kind: Hashable, Sendable {
        /// The giver need not dispose of the unit; the taker need not buy what it is delivered.
        case disposal, purchase
        /// Handing over, moving, making fit for the use, taking in, disposing of what is lost on the way.
        case supply, transport, treatment, handling, loss
        /// Gas at the carbon price: of the way and the treatment, less that of disposal and purchase.
        case carbon
        /// What a unit delivered is worth to a taker that cannot buy it.
        case worth
        /// Of a plant that takes it in: running it, what becomes of its outputs, what else it takes in.
        case running, plantOutputs, plantInputs
        /// The plant is full; it is not built; it stands still, because it does not pay by itself.
        case plantFull, plantNotBuilt, plantIdle
        /// The giver's unit has a use that is worth more than not being disposed of; or its plant, standing still, would have to make it.
        case givenElsewhere, notMade
        /// The need is met already, for less than its price.
        case needMet
        /// The need's largest share of secondary material; the largest share of a substitution.
        case secondaryShare, substitutionShare(Reference<Substitution>)
        /// A limit of the mixture that arrives, against what it replaces.
        case quality(Reference<Quality>, isMaximum: Bool)
        /// The capacity of a route, and a contract's least or most.
        case route(Reference<Route>), contract(Reference<Contract>)
        /// The capacity of a link, or the least quantity of an exchange.
        case choice
    }
    /// What the part is.
    public var kind: Kind
    /// The objective's change per unit dispatched, in the objective's unit.
    public var amount: Double

    /// The place among the parts: savings, then the costs along the way, then what is scarce.
    var order: Int {
        switch kind {
        case .disposal: 0
        case .purchase, .worth: 1
        case .supply: 2
        case .transport: 3
        case .treatment: 4
        case .handling: 5
        case .loss: 6
        case .running: 7
        case .plantInputs: 8
        case .plantOutputs: 9
        case .carbon: 10
        case .givenElsewhere, .notMade: 11
        case .needMet: 12
        case .secondaryShare, .substitutionShare: 13
        case .plantFull, .plantNotBuilt, .plantIdle: 14
        case .quality: 15
        case .route, .contract, .choice: 16
        }
    }

    /// Whether it is the price of something scarce.
    public var isScarcity: Bool {
        switch kind {
        case .disposal, .purchase, .supply, .transport, .treatment, .handling, .loss, .carbon, .worth, .running, .plantOutputs,
            .plantInputs:
            false
        case .plantFull, .plantNotBuilt, .plantIdle, .givenElsewhere, .notMade, .needMet, .secondaryShare, .substitutionShare, .quality,
            .route, .contract, .choice:
            true
        }
    }
}

/// The parts of one candidate's reduced cost.
public struct CostSplit: Hashable, Sendable {
    /// The parts that are not nothing, those by itself before those of what is scarce.
    public var terms: [CostTerm]
    /// Their sum: what the first unit changes in the objective; 0 where that is only rounding.
    public var reducedCost: Double
    /// What the unit costs by itself, below 0 where it brings something: the parts that are not of something scarce.
    public var byItself: Double { terms.reduce(0) { $0 + ($1.isScarcity ? 0 : $1.amount) } }

    /// The scarce thing that speaks most against the exchange; nil where none does.
    public var mainScarcity: CostTerm.Kind? {
        terms.filter { $0.isScarcity && $0.amount > 0 }.max { $0.amount < $1.amount }?.kind
    }
}
