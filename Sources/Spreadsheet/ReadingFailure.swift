// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a workbook is read. What goes beyond ends the reading, so that time and memory are bounded whatever a file claims.
public struct ReadingLimits: Hashable, Sendable {
    /// Bytes that all parts together may unpack to; reading them takes at most a few seconds.
    public var unpackedBytes = 256 << 20
    /// Cells with content on all sheets together, of 16 bytes each.
    public var cells = 10_000_000
    /// Bytes of text in the cells of all sheets together, shared text counted wherever it stands.
    public var textBytes = 128 << 20
    /// Files in the archive, and sheets of the workbook.
    public var entries = 10_000, sheets = 500
    /// Cell formats and shared strings.
    public var formats = 100_000, sharedStrings = 4_000_000

    /// Makes the usual limits.
    public init() {}
}

/// Why a file cannot be read as a workbook.
public enum ReadingFailure: Error, Hashable, Sendable {
    /// What a file is in place of an `.xlsx` workbook.
    public enum Kind: String, Hashable, Sendable {
        /// A workbook with a password.
        case encrypted
        /// A workbook of Excel 97 to 2003 (`.xls`), or another compound file.
        case oldExcel
        /// A binary workbook (`.xlsb`).
        case binary
        /// A spreadsheet of LibreOffice (`.ods`).
        case openDocument
        /// A web page or XML text under the name of a workbook, as some programs export.
        case markup
        /// Something else.
        case unknown
    }

    /// What is counted and bounded.
    public enum Limit: String, Hashable, Sendable { case unpackedBytes, cells, textBytes, entries, sheets, formats, sharedStrings }

    /// The file is something else.
    case notAWorkbook(Kind)
    /// A part of the archive is cut off, damaged or missing, or breaks the rules of XML.
    case damaged(part: String)
    /// A part declares a document type, through which entities can expand without end. No workbook has one.
    case documentType(part: String)
    /// More than is read.
    case beyondLimit(Limit, limit: Int)
    /// A cell outside of what a sheet can have, or one that stands twice.
    case impossibleCell(part: String, cell: String)
    /// A library that is not installed.
    case noLibrary(SpreadsheetLibrary)
}
