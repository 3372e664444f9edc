// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell as it was read. Its text is a range of its sheet's bytes.
public struct ReadCell: Hashable, Sendable {
    /// What the cell holds.
    public enum Kind: UInt8, Hashable, Sendable {
        /// Text, as people see it.
        case text
        /// A number, as digits with a decimal point that tell the value exactly.
        case number
        /// Yes or no, as `true` or `false`.
        case truth
        /// A day as `2030-12-31`, with `T12:00:00` behind it where a time belongs to it; a time alone as `12:00:00`.
        case day
        /// An error of the spreadsheet, such as `#N/A`.
        case error
        /// A formula whose value was never worked out; its text is the formula.
        case uncomputed
    }

    /// The row and column, from 0.
    public var row: Int32, column: Int16
    /// What it holds.
    public var kind: Kind
    /// Where its text stands in the sheet's bytes.
    public var start: UInt32, count: UInt32
}

/// A sheet as it was read: its cells with content, by row and column.
public struct ReadSheet: Sendable {
    /// The name on its tab.
    public var name: String
    /// Whether its tab is hidden.
    public var isHidden: Bool
    /// The text of all cells, in UTF-8.
    public var bytes: [UInt8] = []
    /// The cells with content, by row, then by column.
    public var cells: [ReadCell] = []
    /// The blocks of cells that are merged into one, in which only the first has a value; at most 1000.
    public var merged: [CellBlock] = []

    /// The text of a cell.
    public func text(_ cell: ReadCell) -> String {
        String(decoding: bytes[Int(cell.start)..<Int(cell.start) + Int(cell.count)], as: UTF8.self)
    }
}

/// What stands in an Excel workbook: text, numbers, days; formulas as the values that were worked out last.
public struct WorkbookContents: Sendable {
    /// The sheets in the order of their tabs, chart sheets left out.
    public let sheets: [ReadSheet]

    /// Reads the bytes of an `.xlsx` file.
    ///
    /// - Parameter wants: whether the cells of a sheet of that name are wanted; other sheets are read without their cells.
    /// - Throws: the first thing that keeps the file from being read.
    public init(
        reading bytes: [UInt8], limits: ReadingLimits = ReadingLimits(), wants: (String) -> Bool = { _ in true }
    ) throws(ReadingFailure) {
        var sheets: [ReadSheet] = []
        var failure: ReadingFailure?
        // The archive points into the bytes, so it must not outlive them.
        unsafe bytes.withUnsafeBytes { buffer in
            do throws(ReadingFailure) {
                let archive = try unsafe Archive(buffer, limits: limits)
                sheets = try archive.sheets(wants: wants)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        self.sheets = sheets
    }
}
