// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension Unit {
    /// The symbol behind a number.
    public var symbol: Phrase {
        switch self {
        case .tonne: Phrase(en: "t", vi: "tấn")
        case .kilogram: Phrase(same: "kg")
        case .cubicMetre: Phrase(same: "m³")
        case .litre: Phrase(en: "L", vi: "lít")
        case .megawattHour: Phrase(same: "MWh")
        case .kilowattHour: Phrase(same: "kWh")
        case .gigajoule: Phrase(same: "GJ")
        case .terajoule: Phrase(same: "TJ")
        case .piece: Phrase(en: "pcs", vi: "chiếc")
        }
    }

    /// One of it, in a sentence: `one more tonne`.
    public var singular: Phrase {
        switch self {
        case .tonne: Phrase(en: "tonne", vi: "tấn")
        case .kilogram: Phrase(en: "kilogram", vi: "kilôgam")
        case .cubicMetre: Phrase(en: "cubic metre", vi: "mét khối")
        case .litre: Phrase(en: "litre", vi: "lít")
        case .megawattHour, .kilowattHour, .gigajoule, .terajoule: symbol
        case .piece: Phrase(en: "piece", vi: "chiếc")
        }
    }
}

extension Phrase {
    /// A quantity with its unit: `1,234.5 t`, `1.234,5 tấn`.
    public static func quantity(_ value: Double, _ unit: Unit) -> Phrase {
        let (number, symbol) = (Phrase.number(value), unit.symbol)
        return Phrase(en: "\(number.english) \(symbol.english)", vi: "\(number.vietnamese) \(symbol.vietnamese)")
    }
}
