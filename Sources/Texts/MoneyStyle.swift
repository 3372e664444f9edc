// SPDX-License-Identifier: GPL-3.0-or-later

/// How large amounts of money are told: as they are, in millions or in billions.
public enum MoneyScale: Hashable, Sendable, CaseIterable {
    case one, million, billion

    /// How much money one is.
    public var factor: Double {
        switch self {
        case .one: 1
        case .million: 1e6
        case .billion: 1e9
        }
    }

    /// The scale in which amounts up to `largest` read best.
    public init(largest: Double) {
        self = largest.magnitude >= 1e9 ? .billion : largest.magnitude >= 1e6 ? .million : .one
    }
}

/// Money of one currency, in the words of either language: `1.2 million đồng`, `1,2 triệu đồng`.
public struct MoneyStyle: Hashable, Sendable {
    /// The ISO 4217 code.
    public let currency: String

    /// The style of a currency.
    public init(currency: String) { self.currency = currency }

    /// What one of `scale` is called: `million đồng`, `triệu đồng`.
    public func unit(_ scale: MoneyScale) -> Phrase {
        let name = currency == "VND" ? "đồng" : currency
        return switch scale {
        case .one: Phrase(same: name)
        case .million: Phrase(en: "million \(name)", vi: "triệu \(name)")
        case .billion: Phrase(en: "billion \(name)", vi: "tỷ \(name)")
        }
    }

    /// `amount` in the scale in which it reads best.
    public func phrase(_ amount: Double) -> Phrase {
        let scale = MoneyScale(largest: amount)
        let (number, unit) = (Phrase.number(amount / scale.factor), unit(scale))
        return Phrase(en: "\(number.english) \(unit.english)", vi: "\(number.vietnamese) \(unit.vietnamese)")
    }

    /// The amounts from `low` to `high`, both in the scale in which the larger reads best.
    public func range(_ low: Double, _ high: Double) -> Phrase {
        let scale = MoneyScale(largest: max(low.magnitude, high.magnitude))
        let (least, most, unit) = (Phrase.number(low / scale.factor), Phrase.number(high / scale.factor), unit(scale))
        return Phrase(
            en: "\(least.english) to \(most.english) \(unit.english)", vi: "\(least.vietnamese) đến \(most.vietnamese) \(unit.vietnamese)")
    }
}
