// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with an Excel workbook, its sheets or a cell that a workbook alone can have.
public enum WorkbookFault: Error, Hashable, Sendable {
    /// What a file is in place of an `.xlsx` workbook.
    public enum OtherFile: String, Hashable, Sendable, CaseIterable {
        case encrypted, oldExcel, binary, openDocument, markup, unknown
    }

    /// What is counted and bounded.
    public enum Limit: String, Hashable, Sendable, CaseIterable {
        case unpackedBytes, cells, textBytes, entries, sheets, formats, sharedStrings
    }

    /// The file is no workbook, or one that cannot be opened.
    case otherFile(OtherFile)
    /// A part of the file is cut off, damaged or missing; the part's name is empty where the file as a whole is.
    case damaged(part: String)
    /// A part declares a document type, which no workbook has and which attacks use.
    case documentType(part: String)
    /// More than is read.
    case beyondLimit(Limit, limit: Int)
    /// A cell outside of what a sheet can have, or one that stands twice.
    case impossibleCell(part: String, cell: String)
    /// The cell shows an error of the spreadsheet.
    case errorCell(found: String)
    /// A formula whose value was never worked out.
    case uncomputed(formula: String)
    /// A sheet of the scenario is hidden; it counts all the same.
    case hiddenSheet
    /// A sheet that is no part of a scenario.
    case unknownSheet(nearest: String?)
    /// Two sheets for one table.
    case duplicateSheet(first: String)
    /// There is no sheet `scenario`.
    case missingSettings
    /// A sheet that every scenario needs is missing.
    case missingSheet(Table)
    /// A value beside a blank key.
    case valueWithoutKey(found: String)
    /// Text in a table that a spreadsheet would take for a formula, once it stands in a CSV file.
    case formulaInText(found: String)
    /// The workbook is no questionnaire of a scenario.
    case noQuestionnaire
    /// A questionnaire of another scenario.
    case otherScenario(found: String, expected: String)
    /// A questionnaire of a firm that the scenario does not have.
    case unknownFirm(found: String, nearest: String?)
    /// A row of a questionnaire that speaks of another firm.
    case otherFirm(found: String, expected: String)
    /// Two answers to one question that differ; `place` is where the other one stands.
    case conflict(found: String, other: String, place: String)
    /// Cells of a table that are merged into one, of which only the first has a value.
    case mergedCells(first: String, last: String)
    /// A library of the system that workbooks are read with is not installed; `package` brings it on Debian.
    case noLibrary(name: String, package: String)

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case otherFile = "W101"
        case damaged = "W102"
        case documentType = "W103"
        case beyondLimit = "W104"
        case impossibleCell = "W105"
        case errorCell = "W106"
        case uncomputed = "W107"
        case hiddenSheet = "W108"
        case unknownSheet = "W109"
        case duplicateSheet = "W110"
        case missingSettings = "W111"
        case missingSheet = "W112"
        case valueWithoutKey = "W113"
        case formulaInText = "W114"
        case noQuestionnaire = "W115"
        case otherScenario = "W116"
        case unknownFirm = "W117"
        case otherFirm = "W118"
        case conflict = "W119"
        case noLibrary = "W120"
        case mergedCells = "W121"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .hiddenSheet, .unknownSheet: .warning
        default: .error
        }
    }

    private var kind: Code {
        switch self {
        case .otherFile: .otherFile
        case .damaged: .damaged
        case .documentType: .documentType
        case .beyondLimit: .beyondLimit
        case .impossibleCell: .impossibleCell
        case .errorCell: .errorCell
        case .uncomputed: .uncomputed
        case .hiddenSheet: .hiddenSheet
        case .unknownSheet: .unknownSheet
        case .duplicateSheet: .duplicateSheet
        case .missingSettings: .missingSettings
        case .missingSheet: .missingSheet
        case .valueWithoutKey: .valueWithoutKey
        case .formulaInText: .formulaInText
        case .noQuestionnaire: .noQuestionnaire
        case .otherScenario: .otherScenario
        case .unknownFirm: .unknownFirm
        case .otherFirm: .otherFirm
        case .conflict: .conflict
        case .noLibrary: .noLibrary
        case .mergedCells: .mergedCells
        }
    }
}
