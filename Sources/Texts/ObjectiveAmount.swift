// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Amounts of what a plan makes small, with their unit: money, kg CO2e, tonnes; of a weighted objective the bare number.
public struct ObjectiveAmount: Hashable, Sendable {
    /// What is made small.
    public let objective: Objective
    private let money: MoneyStyle

    /// Amounts of `objective` in a scenario of that currency.
    public init(_ objective: Objective, currency: String) { (self.objective, money) = (objective, MoneyStyle(currency: currency)) }

    /// The unit, as a heading or behind a number; empty for a weighted objective.
    public var unit: Phrase {
        switch objective {
        case .cost: money.unit(.one)
        case .ghg: Phrase(en: "kg CO2e", vi: "kg CO2 tương đương")
        case .waste: Phrase(en: "t of waste", vi: "tấn chất thải")
        case .virgin: Phrase(en: "t of virgin material", vi: "tấn nguyên liệu nguyên sinh")
        case .weights: Phrase(en: "weighted units", vi: "đơn vị có trọng số")
        }
    }

    /// The unit as other programs read it.
    public var code: String {
        switch objective {
        case .cost: money.currency
        case .ghg: "kg CO2e"
        case .waste, .virgin: "t"
        case .weights: "weighted"
        }
    }

    /// An amount with its unit; money in the scale in which it reads best.
    public func phrase(_ amount: Double) -> Phrase {
        if objective == .cost { return money.phrase(amount) }
        let (number, unit) = (Phrase.number(amount), unit)
        return Phrase(en: "\(number.english) \(unit.english)", vi: "\(number.vietnamese) \(unit.vietnamese)")
    }

    /// An amount for each unit of something: `1,200 đồng a tonne`, `1.200 đồng mỗi tấn`.
    public func phrase(_ amount: Double, each unit: Unit) -> Phrase {
        let (amount, unit) = (phrase(amount), unit.singular)
        return Phrase(en: "\(amount.english) per \(unit.english)", vi: "\(amount.vietnamese) mỗi \(unit.vietnamese)")
    }
}
