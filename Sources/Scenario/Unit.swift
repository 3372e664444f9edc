// SPDX-License-Identifier: GPL-3.0-or-later

/// What a unit measures. Dimensions never convert into each other.
public enum Dimension: String, Sendable, CaseIterable {
    /// Mass, in tonnes.
    case mass
    /// Volume, in cubic metres.
    case volume
    /// Energy, in megawatt-hours.
    case energy
    /// Countable things, in pieces.
    case pieces
}

/// A unit of quantity of the scenario format.
public enum Unit: String, Sendable, CaseIterable {
    case tonne = "t"
    case kilogram = "kg"
    case cubicMetre = "m3"
    case litre = "L"
    case megawattHour = "MWh"
    case kilowattHour = "kWh"
    case gigajoule = "GJ"
    case terajoule = "TJ"
    case piece = "pcs"

    /// What the unit measures.
    public var dimension: Dimension {
        switch self {
        case .tonne, .kilogram: .mass
        case .cubicMetre, .litre: .volume
        case .megawattHour, .kilowattHour, .gigajoule, .terajoule: .energy
        case .piece: .pieces
        }
    }

    /// How much of the dimension's smallest exact step one unit is: kilograms, litres, kilojoules, pieces.
    ///
    /// Whole numbers on both sides make a conversion one multiplication and one division, so that `1000 kg` is exactly `1 t`.
    public var steps: Double {
        switch self {
        case .tonne: 1000
        case .kilogram: 1
        case .cubicMetre: 1000
        case .litre: 1
        case .megawattHour: 3_600_000
        case .kilowattHour: 3600
        case .gigajoule: 1_000_000
        case .terajoule: 1_000_000_000
        case .piece: 1
        }
    }

    /// `quantity` of this unit expressed in `other`; nil where the dimensions differ.
    public func convert(_ quantity: Double, to other: Unit) -> Double? {
        guard dimension == other.dimension else { return nil }
        return self == other ? quantity : quantity * steps / other.steps
    }
}
