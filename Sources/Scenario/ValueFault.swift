// SPDX-License-Identifier: GPL-3.0-or-later

/// The range that a number must keep to.
public enum NumberRange: String, Hashable, Sendable {
    /// 0 or above; above 0; within 0…1; a rate of interest within 0…1, which is 100 % a year.
    case notNegative, positive, share, rate
}

/// What is wrong with a number, a unit, a date or another value.
public enum ValueFault: Hashable, Sendable {
    /// A required cell is blank, or a required setting is not given.
    case missing
    /// The text is no number; `mark` is the file's decimal mark.
    case notANumber(found: String, mark: Character)
    /// A thousands mark: a blank, or the mark that is not the decimal mark; `plain` is the number without it, where that is certain.
    case thousandsMark(found: String, plain: String?)
    /// A percent or per-mille sign; `share` is the same as a share, nil where an amount is expected.
    case percentSign(found: String, share: String?)
    /// The decimal mark is not the one of the file.
    case wrongDecimalMark(found: String, mark: Character, mended: String)
    /// Every marked number of the file could be thousands: both readings of the first, and how many there are.
    case ambiguousMark(found: String, asDecimal: String, asThousands: String, count: Int)
    /// The decimal mark is settled, yet three digits stand behind it in every marked cell of the column, as they do behind a thousands
    /// mark: the first of `count` cells, as it is read and as it may be meant; a warning.
    case likeThousands(found: String, asRead: String, asThousands: String, asDecimal: String, count: Int)
    /// Not a finite number: infinity, “not a number”, or beyond what a computer's number can hold.
    case notFinite(found: String)
    /// A figure beyond 10³⁰, with which nothing can be computed: products of such figures are infinite.
    case tooLarge(found: String)
    /// A formula or an error value of a spreadsheet.
    case formula(found: String)
    /// A number with its unit in the same cell.
    case unitInNumber(found: String, number: String, unit: String)
    /// A minus or a digit that looks right and is another character.
    case lookAlike(found: String, plain: String)
    /// The number is out of the range that the column allows; `mark` is the file's decimal mark.
    case outOfRange(found: String, NumberRange, mark: Character = ".")
    /// A number that must be whole.
    case notWhole(found: String)
    /// A year beyond 1900…2200.
    case yearOutOfRange(found: String)
    /// No unit of the format.
    case unknownUnit(found: String, nearest: String?)
    /// A unit that measures something else than the resource's.
    case wrongDimension(found: Unit, expected: Unit)
    /// No date of the form `YYYY-MM-DD`; `mended` is what it is likely to mean.
    case notADate(found: String, mended: String?)
    /// A date that the calendar does not have.
    case noSuchDay(found: String)
    /// Neither yes nor no.
    case notYesOrNo(found: String)
    /// None of the words that the column takes.
    case unknownWord(found: String, allowed: [String], nearest: String?)
    /// No currency of ISO 4217.
    case unknownCurrency(found: String, nearest: String?)
    /// A figure over 300 times the median of its resource's rows.
    case farAboveMedian(quantity: Double, median: Double, unit: Unit)
    /// A price per `unit`, or an outlay, so low in đồng that it is likely in thousands or millions of them; a warning.
    case farBelowPrices(amount: Double, unit: Unit?)
    /// Text with a control character, such as a line break, where none can be.
    case controlCharacter(code: UInt8)
    /// A `-`, which clears a cell of the base, where there is nothing to clear.
    case clearsNothing
    /// Northing and easting of a projected system stand in each other's column.
    case swappedAxes(northing: Double, easting: Double, system: String)
    /// A point far outside of the area that the coordinate reference system is made for.
    case outsideSystem(northing: Double, easting: Double, system: String)
    /// A coordinate reference system that PROJ does not know.
    case unknownSystem(found: String)

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case missing = "V101"
        case notANumber = "V102"
        case thousandsMark = "V103"
        case percentSign = "V104"
        case wrongDecimalMark = "V105"
        case ambiguousMark = "V106"
        case notFinite = "V107"
        case formula = "V108"
        case unitInNumber = "V109"
        case lookAlike = "V110"
        case outOfRange = "V111"
        case notWhole = "V112"
        case yearOutOfRange = "V113"
        case unknownUnit = "V114"
        case wrongDimension = "V115"
        case notADate = "V116"
        case noSuchDay = "V117"
        case notYesOrNo = "V118"
        case unknownWord = "V119"
        case unknownCurrency = "V120"
        case farAboveMedian = "V121"
        case controlCharacter = "V122"
        case clearsNothing = "V123"
        case swappedAxes = "V124"
        case outsideSystem = "V125"
        case unknownSystem = "V126"
        case tooLarge = "V127"
        case likeThousands = "V128"
        case farBelowPrices = "V129"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .farAboveMedian, .farBelowPrices, .likeThousands: .warning
        default: .error
        }
    }

    private var kind: Code {
        switch self {
        case .missing: .missing
        case .notANumber: .notANumber
        case .thousandsMark: .thousandsMark
        case .percentSign: .percentSign
        case .wrongDecimalMark: .wrongDecimalMark
        case .ambiguousMark: .ambiguousMark
        case .likeThousands: .likeThousands
        case .notFinite: .notFinite
        case .tooLarge: .tooLarge
        case .formula: .formula
        case .unitInNumber: .unitInNumber
        case .lookAlike: .lookAlike
        case .outOfRange: .outOfRange
        case .notWhole: .notWhole
        case .yearOutOfRange: .yearOutOfRange
        case .unknownUnit: .unknownUnit
        case .wrongDimension: .wrongDimension
        case .notADate: .notADate
        case .noSuchDay: .noSuchDay
        case .notYesOrNo: .notYesOrNo
        case .unknownWord: .unknownWord
        case .unknownCurrency: .unknownCurrency
        case .farAboveMedian: .farAboveMedian
        case .farBelowPrices: .farBelowPrices
        case .controlCharacter: .controlCharacter
        case .clearsNothing: .clearsNothing
        case .swappedAxes: .swappedAxes
        case .outsideSystem: .outsideSystem
        case .unknownSystem: .unknownSystem
        }
    }
}
