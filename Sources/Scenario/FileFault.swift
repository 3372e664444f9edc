// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the system did not hand out a file.
public enum SystemReason: Hashable, Sendable {
    /// There is no such file or folder.
    case missing
    /// The reader has no permission.
    case forbidden
    /// Symbolic links lead in a circle.
    case linkLoop
    /// Anything else, as the system's error number.
    case other(Int)
}

/// A limit that keeps hostile or broken input from using up time or memory.
public enum InputLimit: String, Hashable, Sendable {
    /// Columns of a table, characters of a cell, cells of a table (blank ones in its rows counted), layers of a variant, nesting in
    /// `scenario.yaml`, references in `scenario.yaml`.
    case columns, cellLength, tableCells, layers, nesting, aliases
}

/// What a setting of `scenario.yaml` should be made of.
public enum SettingForm: String, Hashable, Sendable {
    /// One value, a list, or keys with values.
    case value, list, mapping
}

/// What cells name that could not be read.
public enum Unread: Hashable, Sendable {
    /// Rows of a table.
    case table(Table)
    /// The sources of `scenario.yaml`.
    case sources
    /// What the base of a variant holds.
    case base
}

/// A heading that the format does not have, and the column that it is likely to mean.
public struct HeadingName: Hashable, Sendable {
    /// What stands in the file, and the column's own name.
    public let found: String, column: String

    /// Makes a pair.
    public init(found: String, column: String) { (self.found, self.column) = (found, column) }
}

/// What is wrong with a file, its encoding, its form or its headings.
public enum FileFault: Error, Hashable, Sendable {
    /// A required table is missing.
    case missingTable(Table)
    /// There is no scenario at the path that was named.
    case noScenario(reason: SystemReason)
    /// The system does not hand the file out.
    case unreadable(reason: SystemReason)
    /// A folder, a pipe or a device stands where a file should.
    case notAFile
    /// The file is larger than the reader takes.
    case tooLarge(bytes: Int, limit: Int)
    /// Bytes that are no UTF-8.
    case notUTF8(byte: UInt8)
    /// The file is UTF-16, as “Unicode text” of a spreadsheet is.
    case utf16
    /// A byte of zero in a text file.
    case nulByte
    /// There is no `scenario.yaml` in the folder.
    case missingSettings
    /// The file has no row of headings.
    case noHeadings
    /// A quote that opens a cell and never closes.
    case unclosedQuote
    /// Text between a closing quote and the next delimiter.
    case textAfterQuote(found: String)
    /// A row has more or fewer cells than there are headings.
    case rowTooLong(found: Int, expected: Int)
    case rowTooShort(found: Int, expected: Int)
    /// A required column is missing; `nearest` is an unknown heading that may be meant for it.
    case missingHeading(String, nearest: String?)
    /// A heading stands twice.
    case duplicateHeading(String, first: Int)
    /// A heading that the table does not have.
    case unknownHeading(String, nearest: String?)
    /// Values in a column without a heading.
    case blankHeading(found: String)
    /// No heading is known: the delimiter is none of the three, the headings have other names, or this is another file. `meant` is what they
    /// are likely to mean; `ofSheet` are the columns that a sheet needs, nil for a text file.
    case noKnownHeading(found: String, meant: [HeadingName], ofSheet: [String]?)
    /// A line that ends as on old Macintoshes, with a carriage return only.
    case bareCarriageReturn
    /// A file that is no part of a scenario.
    case unknownFile(nearest: String?)
    /// More than a limit allows.
    case beyondLimit(InputLimit, found: Int, limit: Int)
    /// `scenario.yaml` breaks the rules of YAML; the parser's own English words say how.
    case brokenYAML(problem: String)
    /// A key that no setting has.
    case unknownKey(String, nearest: String?)
    /// A key stands twice.
    case duplicateKey(String)
    /// A setting is of another form than it should be.
    case wrongForm(found: SettingForm, expected: SettingForm)
    /// The format number is not one that this version reads.
    case unknownFormat(found: String)
    /// The base of a variant is not there.
    case missingBase(path: String, reason: SystemReason)
    /// Variants that extend each other in a circle.
    case extendsCycle(paths: [String])
    /// Coordinates are in a system that only PROJ knows, and PROJ, or its database, is not installed.
    case noProjectionLibrary(system: String, hasLibrary: Bool)
    /// What `cells` name could not be read, so that nothing is known of them; a warning, for the cause is told as an error of its own.
    case unchecked(Unread, cells: Int)

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case missingTable = "F101"
        case noScenario = "F102"
        case unreadable = "F103"
        case notAFile = "F104"
        case tooLarge = "F105"
        case notUTF8 = "F106"
        case utf16 = "F107"
        case nulByte = "F108"
        case noHeadings = "F109"
        case unclosedQuote = "F110"
        case textAfterQuote = "F111"
        case rowTooLong = "F112"
        case rowTooShort = "F113"
        case missingHeading = "F114"
        case duplicateHeading = "F115"
        case unknownHeading = "F116"
        case blankHeading = "F117"
        case noKnownHeading = "F118"
        case bareCarriageReturn = "F119"
        case unknownFile = "F120"
        case beyondLimit = "F121"
        case brokenYAML = "F122"
        case unknownKey = "F123"
        case duplicateKey = "F124"
        case wrongForm = "F125"
        case unknownFormat = "F126"
        case missingBase = "F127"
        case extendsCycle = "F128"
        case missingSettings = "F129"
        case noProjectionLibrary = "F130"
        case unchecked = "F131"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .unknownHeading, .unknownFile, .unknownKey, .unchecked: .warning
        default: .error
        }
    }

    private var kind: Code {
        switch self {
        case .missingTable: .missingTable
        case .noScenario: .noScenario
        case .unreadable: .unreadable
        case .notAFile: .notAFile
        case .tooLarge: .tooLarge
        case .notUTF8: .notUTF8
        case .utf16: .utf16
        case .nulByte: .nulByte
        case .noHeadings: .noHeadings
        case .unclosedQuote: .unclosedQuote
        case .textAfterQuote: .textAfterQuote
        case .rowTooLong: .rowTooLong
        case .rowTooShort: .rowTooShort
        case .missingHeading: .missingHeading
        case .duplicateHeading: .duplicateHeading
        case .unknownHeading: .unknownHeading
        case .blankHeading: .blankHeading
        case .noKnownHeading: .noKnownHeading
        case .bareCarriageReturn: .bareCarriageReturn
        case .unknownFile: .unknownFile
        case .beyondLimit: .beyondLimit
        case .brokenYAML: .brokenYAML
        case .unknownKey: .unknownKey
        case .duplicateKey: .duplicateKey
        case .wrongForm: .wrongForm
        case .unknownFormat: .unknownFormat
        case .missingBase: .missingBase
        case .extendsCycle: .extendsCycle
        case .missingSettings: .missingSettings
        case .noProjectionLibrary: .noProjectionLibrary
        case .unchecked: .unchecked
        }
    }
}
