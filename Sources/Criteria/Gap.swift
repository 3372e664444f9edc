// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Something that a verdict needs and that nobody has said, as facts; `Texts` tells it, and whom to ask.
public enum Gap: Hashable, Sendable {
    /// A declaration of a park, a firm or a project, by the id of the criterion or declared measure.
    case declaration(Subject, id: String)
    /// Where an output goes when nobody takes it.
    case disposalRoute(Party, Reference<Resource>)
    /// How a by-product is used in place of another.
    case use(Reference<Resource>, Reference<Resource>)
    /// The mass of a unit of a resource.
    case tonnesPerUnit(Reference<Resource>)
    /// Where a bought resource comes from; its price.
    case origin(Reference<Resource>), price(Reference<Resource>)
    /// Which share of a bought material is renewable.
    case renewable(Reference<Resource>)
    /// The price that a contract sets, or the contract itself.
    case contractPrice(Party, Party, Reference<Resource>)
    /// How many people work at a firm; its turnover.
    case employees(Reference<Firm>), turnover(Reference<Firm>)
    /// The area of a park; the investment in a project, and its jobs.
    case area(Reference<Park>), investment(Reference<Project>), jobs(Reference<Project>)
    /// What flows today.
    case today
    /// The net benefit, which a need without a price keeps from being told.
    case benefit
}
