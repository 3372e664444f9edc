// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a duplicate, or with figures that do not go together.
public enum CombinationFault: Hashable, Sendable {
    /// The key stands in an earlier row already, on `firstLine` of its file.
    case duplicate(key: String, firstLine: Int)
    /// A firm's rows of one resource are partly of a period and partly of the whole year.
    case mixedPeriods(firm: String, resource: String)
    /// A least that is above its most.
    case minimumAboveMaximum(minimum: Double, maximum: Double)
    /// An investment without a lifetime to spread it over.
    case capexWithoutLifetime
    /// More than one of columns that exclude each other is given.
    case exclusive([String])
    /// None of the columns of which one must be given.
    case noneOf([String])
    /// A latitude without a longitude, or the other way round.
    case halfCoordinates(missing: String)
    /// A column that means nothing without another one.
    case needs(column: String)
    /// A column that means nothing in a row of this kind: `column` says `word`.
    case notForThisRow(column: String, word: String)
    /// A property that is given in two units.
    case twoUnits(property: String, unit: String, other: String)
    /// The shares of the periods do not sum to 1.
    case sharesDoNotSum(sum: Double)
    /// A mode's unit does not measure what it is to carry.
    case cannotCarry(resource: String, unit: Unit, mode: Unit)
    /// Tonnes per unit that contradict the unit itself.
    case tonnesContradictUnit(tonnes: Double, unit: Unit, expected: Double)
    /// Today's quantity of a contract is outside what it allows; a warning.
    case quantityOutsideContract(quantity: Double, minimum: Double, maximum: Double?)
    /// The contracts of a giver say that more flows today than it gives off; a warning.
    case quantityAboveSupply(giver: String, resource: String, quantity: Double, supply: Double, unit: Unit)
    /// A quality without a figure.
    case saysNothing
    /// The virgin resource alone breaks a limit of a need that may buy it; a warning.
    case virginOutsideLimit(value: Double, limit: Double, firm: String)
    /// The weights of the objective are all zero, so that every plan is as good as any.
    case noWeights

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case duplicate = "C101"
        case mixedPeriods = "C102"
        case minimumAboveMaximum = "C103"
        case capexWithoutLifetime = "C104"
        case exclusive = "C105"
        case noneOf = "C106"
        case halfCoordinates = "C107"
        case needs = "C108"
        case notForThisRow = "C109"
        case twoUnits = "C110"
        case sharesDoNotSum = "C111"
        case cannotCarry = "C112"
        case tonnesContradictUnit = "C113"
        case quantityOutsideContract = "C114"
        case saysNothing = "C115"
        case virginOutsideLimit = "C116"
        case noWeights = "C117"
        case quantityAboveSupply = "C118"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .quantityOutsideContract, .quantityAboveSupply, .virginOutsideLimit: .warning
        default: .error
        }
    }

    private var kind: Code {
        switch self {
        case .duplicate: .duplicate
        case .mixedPeriods: .mixedPeriods
        case .minimumAboveMaximum: .minimumAboveMaximum
        case .capexWithoutLifetime: .capexWithoutLifetime
        case .exclusive: .exclusive
        case .noneOf: .noneOf
        case .halfCoordinates: .halfCoordinates
        case .needs: .needs
        case .notForThisRow: .notForThisRow
        case .twoUnits: .twoUnits
        case .sharesDoNotSum: .sharesDoNotSum
        case .cannotCarry: .cannotCarry
        case .tonnesContradictUnit: .tonnesContradictUnit
        case .quantityOutsideContract: .quantityOutsideContract
        case .quantityAboveSupply: .quantityAboveSupply
        case .saysNothing: .saysNothing
        case .virginOutsideLimit: .virginOutsideLimit
        case .noWeights: .noWeights
        }
    }
}
