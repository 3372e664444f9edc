// SPDX-License-Identifier: GPL-3.0-or-later

/// How wide a column is, and how its cells look that are not written.
public struct ColumnLayout: Hashable, Sendable {
    /// The width in characters of the common font.
    public var width: Double
    /// How cells look that hold nothing yet.
    public var style: CellStyle?
    /// Whether the column is hidden.
    public var isHidden: Bool

    /// Makes a layout.
    public init(width: Double, style: CellStyle? = nil, isHidden: Bool = false) {
        (self.width, self.style, self.isHidden) = (width, style, isHidden)
    }
}

/// What people may still do on a protected sheet, besides changing cells that are not locked. There is no password.
public struct Protection: Hashable, Sendable {
    /// Rows may be inserted, deleted.
    public var insertsRows = true, deletesRows = true
    /// Columns may be made wider, rows higher, cells coloured.
    public var formats = true
    /// Rows may be sorted and filtered.
    public var sortsAndFilters = true

    /// Makes the usual protection.
    public init() {}
}

/// A sheet to be written.
public struct Worksheet: Hashable, Sendable {
    /// The name on its tab: 1 to 31 characters, none of `[ ] : * ? / \`.
    public var name: String
    /// The cells, row by row from the first; rows may be of different lengths.
    public var rows: [[Cell]] = []
    /// Widths and looks by column, from the first.
    public var columns: [ColumnLayout] = []
    /// The look of the columns behind those.
    public var styleOfOtherColumns: CellStyle?
    /// Heights in points of rows that need one of their own.
    public var rowHeights: [Int: Double] = [:]
    /// Rectangles that show their first cell over all of them.
    public var merged: [CellBlock] = []
    /// Rows at the top and columns at the left that do not move when the sheet is scrolled.
    public var frozenRows = 0, frozenColumns = 0
    /// Where headings with filters stand, with the rows below them.
    public var autofilter: CellBlock?
    /// What may be typed where.
    public var validations: [Validation] = []
    /// Remarks that show when the pointer stands on a cell.
    public var remarks: [CellAddress: String] = [:]
    /// Charts, in the order in which they are drawn.
    public var charts: [Chart] = []
    /// What people may do on it; nil for everything.
    public var protection: Protection?
    /// Whether the tab is hidden.
    public var isHidden = false
    /// The colour of the tab as `0xRRGGBB`.
    public var tabColor: UInt32?
    /// Whether it prints across the long side of the paper (A4), as wide as one page.
    public var isLandscape = true
    /// Rows at the top that every printed page repeats.
    public var repeatedRows: ClosedRange<Int>?
    /// Whether lines between the cells are shown on the screen.
    public var hasGridLines = true

    /// Makes an empty sheet.
    public init(_ name: String) { self.name = name }

    /// Adds a row below the others.
    public mutating func append(_ row: [Cell]) { rows.append(row) }

    /// The cell at an address; setting one makes the rows and cells before it.
    public subscript(row: Int, column: Int) -> Cell {
        get { rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : .blank() }
        set {
            while rows.count <= row { rows.append([]) }
            while rows[row].count <= column { rows[row].append(.blank()) }
            rows[row][column] = newValue
        }
    }
}

/// What may be typed into cells.
public struct Validation: Hashable, Sendable {
    /// The rule.
    public enum Rule: Hashable, Sendable {
        /// One of the words, which together with a comma between have at most 255 characters and no commas of their own.
        case words([String])
        /// What stands in cells of this workbook, as a drop-down list.
        case cells(SheetBlock)
        /// What stands in the first cells of one column of this workbook that are filled without a gap, as a list that grows with them.
        case filled(SheetBlock)
        /// A number not below `least`, and not above `most` where there is one.
        case number(least: Double, most: Double?)
        /// Anything: only the hint is shown.
        case anything
    }

    /// What happens to an entry against the rule.
    public enum Strictness: Hashable, Sendable { case refuse, warn }

    /// The cells.
    public var cells: CellBlock
    /// The rule.
    public var rule: Rule
    /// What happens to an entry against the rule.
    public var strictness: Strictness
    /// What shows when the cell is chosen: a title of at most 32 characters, a text of at most 255.
    public var hintTitle: String, hint: String
    /// What shows when the entry is against the rule; the same limits.
    public var errorTitle: String, error: String

    /// Makes a rule.
    public init(
        _ cells: CellBlock, _ rule: Rule, strictness: Strictness = .refuse, hintTitle: String = "", hint: String = "",
        errorTitle: String = "", error: String = ""
    ) {
        (self.cells, self.rule, self.strictness) = (cells, rule, strictness)
        (self.hintTitle, self.hint, self.errorTitle, self.error) = (hintTitle, hint, errorTitle, error)
    }
}
