// SPDX-License-Identifier: GPL-3.0-or-later

extension FaultKind {
    /// Whether rows, or all that a file says, stayed unread for it, so that other faults may only follow from it.
    public var hidesRows: Bool {
        switch self {
        case .file(let fault): fault.hidesRows
        case .workbook(let fault): fault.hidesRows
        default: false
        }
    }

    /// Causes come before what may follow from them: 0 for a cause, 1 for what could not be checked because of one, 2 for the others.
    var rank: Int {
        switch self {
        case .file(.unchecked): 1
        case .reference(.noRows): 0
        default: hidesRows ? 0 : 2
        }
    }
}

extension FileFault {
    /// Whether rows, or all that the file says, stayed unread.
    fileprivate var hidesRows: Bool {
        switch self {
        case .missingTable, .noScenario, .unreadable, .notAFile, .tooLarge, .notUTF8, .utf16, .nulByte, .missingSettings, .noHeadings,
            .unclosedQuote, .textAfterQuote, .noKnownHeading, .bareCarriageReturn, .brokenYAML, .duplicateKey, .missingBase, .extendsCycle:
            true
        // Without this column no row can be named.
        case .missingHeading(let column, _): column == "id"
        case .beyondLimit(let limit, _, _): limit != .cellLength
        default: false
        }
    }
}

extension WorkbookFault {
    /// Whether rows, or all that the workbook says, stayed unread.
    fileprivate var hidesRows: Bool {
        switch self {
        case .otherFile, .damaged, .documentType, .beyondLimit, .impossibleCell, .missingSettings, .missingSheet, .noLibrary: true
        default: false
        }
    }
}
