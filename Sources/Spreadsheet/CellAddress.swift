// SPDX-License-Identifier: GPL-3.0-or-later

/// The place of a cell on its worksheet, rows and columns from 0; `A1` is row 0, column 0.
public struct CellAddress: Hashable, Sendable {
    /// The largest row and column that a workbook can have, from 0.
    public static let lastRow = 1_048_575, lastColumn = 16_383

    /// The row and the column, from 0.
    public var row: Int, column: Int

    /// Makes an address.
    public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    /// The address as spreadsheets write it, such as `D17`.
    public var name: String { Self.letters(ofColumn: column) + "\(row + 1)" }

    /// The letters of a column from 0: `A` to `XFD`.
    public static func letters(ofColumn column: Int) -> String {
        var (rest, letters) = (column, [UInt8]())
        while rest >= 0 {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The address of a name such as `D17`; nil where it is none.
    init?(_ name: String) {
        var column = 0, row = 0
        let letters = name.utf8.prefix { (0x41...0x5A).contains($0) }, digits = name.utf8.dropFirst(letters.count)
        guard (1...3).contains(letters.count), (1...7).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        for letter in letters { column = column * 26 + Int(letter - 0x40) }
        for digit in digits { row = row * 10 + Int(digit - 0x30) }
        self.init(row: row - 1, column: column - 1)
    }

    /// Whether a worksheet has such a cell.
    var isPossible: Bool { (0...Self.lastRow).contains(row) && (0...Self.lastColumn).contains(column) }
}

/// A rectangle of cells.
public struct CellBlock: Hashable, Sendable {
    /// The corners, both within.
    public var first: CellAddress, last: CellAddress

    /// Makes a rectangle.
    public init(_ first: CellAddress, _ last: CellAddress) { (self.first, self.last) = (first, last) }

    /// The rectangle of `rows` and `columns`, both from 0.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
        last = CellAddress(row: rows.upperBound, column: columns.upperBound)
    }

    /// Whether a worksheet has it, and its corners stand in order.
    var isPossible: Bool { first.isPossible && last.isPossible && first.row <= last.row && first.column <= last.column }
}

/// A rectangle of cells of a worksheet that is named.
public struct SheetBlock: Hashable, Sendable {
    /// The worksheet's name.
    public var sheet: String
    /// The cells.
    public var block: CellBlock

    /// Makes a reference.
    public init(_ sheet: String, _ block: CellBlock) { (self.sheet, self.block) = (sheet, block) }

    /// A formula for the filled cells at the beginning of the column.
    var growingFormula: String {
        let range = formula.dropFirst()
        let first = SheetBlock(sheet, CellBlock(block.first, block.first)).formula.dropFirst().prefix { $0 != ":" }
        return "=OFFSET(\(first),0,0,MAX(1,COUNTA(\(range))),1)"
    }

    /// The reference as a formula has it, such as `='needs'!$D$6:$D$90`.
    var formula: String {
        func fixed(_ address: CellAddress) -> String { "$" + CellAddress.letters(ofColumn: address.column) + "$\(address.row + 1)" }
        return "='" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'!"
            + fixed(block.first) + ":" + fixed(block.last)
    }
}
