// SPDX-License-Identifier: GPL-3.0-or-later

/// An Excel workbook to be written.
///
/// ```swift
/// var sheet = Worksheet("Exchanges")
/// sheet.append([.text("From", CellStyle(isBold: true)), .text("Quantity")])
/// sheet.append([.text("glazing"), .number(1800, CellStyle(.grouped(decimals: 0)))])
/// let bytes = try Workbook([sheet]).bytes()
/// ```
///
/// It has no formulas: text is written as text whatever it begins with. The same value gives the same bytes.
public struct Workbook: Hashable, Sendable {
    /// The sheets in the order of their tabs; at least one.
    public var worksheets: [Worksheet]
    /// What the file's properties say.
    public var title = "", subject = "", author = ""
    /// The sheet that shows first; the first one where nothing is said.
    public var activeSheet = 0

    /// Makes a workbook.
    public init(_ worksheets: [Worksheet]) { self.worksheets = worksheets }

    /// The bytes of the `.xlsx` file.
    ///
    /// - Throws: what the file format has no room for, or the system's refusal of a temporary file.
    public func bytes() throws(WorkbookFailure) -> [UInt8] {
        try check()
        let folder: TemporaryFolder
        do throws(SystemError) { folder = try TemporaryFolder() } catch { throw .system(error.number) }
        let name = "workbook.xlsx"
        let writer = try WorkbookWriter(path: "\(folder.path)/\(name)")
        try writer.write(self)
        do throws(SystemError) { return try folder.contents(of: name) } catch { throw .system(error.number) }
    }
}

/// Why a workbook cannot be written.
public enum WorkbookFailure: Error, Hashable, Sendable {
    /// A workbook needs a sheet.
    case noSheets
    /// A name that no sheet can have, or that two sheets have.
    case sheetName(String)
    /// A cell, a rectangle or a chart that lies outside of what a sheet can have, or rectangles that overlap.
    case outside(sheet: String)
    /// A text longer than a cell, a hint or a list of words can hold.
    case tooLong(sheet: String, cell: String)
    /// A number that is not finite, or a day before 1900-03-01.
    case notANumber(sheet: String, cell: String)
    /// The system's error number.
    case system(Int32)
    /// The library's error number.
    case library(UInt32)
    /// A library that is not installed.
    case noLibrary(SpreadsheetLibrary)
}
