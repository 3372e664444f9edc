// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Splits delimited text into cells (RFC 4180, with comma, semicolon or tab between).
///
/// A cell is a range of the file's bytes. Only a cell with doubled quotes has its text written anew, behind the file's own bytes.
struct DelimitedText {
    static let columnLimit = 1000
    /// What a cell of a spreadsheet can hold.
    static let cellLimit = 32_767

    /// The most cells of the table: a short row under a thousand headings takes the room of a long one.
    let tableLimit: Int
    var sheet: Sheet
    private(set) var faults: [LocatedFault] = []

    var position: Int
    var line: Int32 = 1
    /// Text of cells with doubled quotes, to be put behind the file's bytes.
    private var unquoted: [UInt8] = []
    private var row: [CellRange] = []
    /// The cells of the row, those beyond the limit of columns too, which are counted and not kept.
    private var cellCount = 0
    private var hasLostText = false
    private var isBroken = false
    private let end: Int

    /// Splits sound UTF-8 `bytes`.
    init(_ bytes: [UInt8], file: String, tableLimit: Int = SheetReader.cellLimit) {
        self.tableLimit = tableLimit
        sheet = Sheet(file: file, bytes: bytes)
        position = TextEncoding.markLength(of: bytes)
        end = bytes.count
        readHeadings()
        guard sheet.width > 0 else { return }
        reserveRoom()
        while position < end {
            readPlainRows()
            if position < end { readRow() }
        }
        if !unquoted.isEmpty { sheet.bytes += unquoted }
    }

    /// Makes room for all rows at once: one for each line end, and no more cells than bytes.
    private mutating func reserveRoom() {
        let lines = ByteWord.count(of: 0x0A, in: sheet.bytes.span, position..<end) + 1
        let cells = min(lines * sheet.width, end - position + 1, tableLimit)
        sheet.cells.reserveCapacity(cells)
        sheet.lines.reserveCapacity(min(lines, cells))
    }

    private mutating func report(_ fault: FileFault, line: Int32? = nil, column: Int? = nil) {
        let name = column.flatMap { $0 <= sheet.headings.count ? sheet.headings[$0 - 1] : nil }
        faults.append(
            LocatedFault(
                .file(fault), file: sheet.file, line: Int(line ?? self.line), column: column, columnName: name?.isEmpty == true ? nil : name
            ))
    }

    /// Takes the first line `sep=;`, by which Excel tells itself the delimiter of a file; nil where there is none.
    private mutating func statedDelimiter() -> UInt8? {
        let mark = Array("sep=".utf8), bytes = sheet.bytes[position...].prefix(mark.count + 3)
        guard bytes.count > mark.count, zip(bytes, mark).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { return nil }
        let delimiter = bytes[bytes.startIndex + mark.count], rest = bytes.dropFirst(mark.count + 1)
        guard [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].contains(delimiter), rest.first == 0x0A || rest.elementsEqual([0x0D, 0x0A])
        else { return nil }
        position += mark.count + 1 + (rest.first == 0x0A ? 1 : 2)
        line += 1
        return delimiter
    }

    private mutating func readHeadings() {
        sheet.delimiter = statedDelimiter() ?? likelyDelimiter()
        while position < end {
            let start = line
            readCells()
            if isBroken { return }
            if isBlankRow { continue }
            sheet.headingLine = Int(start)
            guard cellCount <= Self.columnLimit else {
                return report(.beyondLimit(.columns, found: cellCount, limit: Self.columnLimit), line: start)
            }
            sheet.headings = row.map(text)
            sheet.width = row.count
            return
        }
        report(.noHeadings)
    }

    /// The delimiter that stands most often outside of quotes in the first line that is not blank.
    private func likelyDelimiter() -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        var counts = [0, 0, 0]
        var isQuoted = false
        var isBlank = true
        for byte in sheet.bytes[position...] {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == 0x0A && !isQuoted && !isBlank { break }
            if byte > 0x20 { isBlank = false }
            if !isQuoted, let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }

    private func text(_ range: CellRange) -> String {
        let start = Int(range.start)
        guard start >= end else { return sheet.text(range) }
        return String(decoding: unquoted[(start - end)..<(start - end + Int(range.count))], as: UTF8.self)
    }

    private mutating func readRow() {
        let start = line
        readCells()
        // What stands before a fault that ends the reading is a part of a row; its other cells would only be called missing.
        if isBlankRow || isBroken { return }
        guard sheet.cells.count + sheet.width <= tableLimit else {
            report(.beyondLimit(.tableCells, found: sheet.cells.count + sheet.width, limit: tableLimit), line: start)
            (position, isBroken) = (end, true)
            return
        }
        if cellCount != sheet.width { fitRow(start) }
        sheet.cells += row
        sheet.lines.append(start)
    }

    private var isBlankRow: Bool { !hasLostText && row.allSatisfy(\.isBlank) }

    /// Tells a row that is longer or shorter than the headings. Blank cells behind the last heading lose nothing.
    private mutating func fitRow(_ start: Int32) {
        if cellCount < sheet.width {
            report(.rowTooShort(found: cellCount, expected: sheet.width), line: start)
            while row.count < sheet.width { row.append(.blank) }
        } else if hasLostText || !row[sheet.width...].allSatisfy(\.isBlank) {
            report(.rowTooLong(found: cellCount, expected: sheet.width), line: start)
        }
        row.removeLast(row.count - sheet.width)
    }

    /// Reads the cells of one row into `row`, and its line end.
    private mutating func readCells() {
        row.removeAll(keepingCapacity: true)
        (cellCount, hasLostText) = (0, false)
        while true {
            if position < end, startsQuoted() { readQuoted() } else { readPlain() }
            guard position < end, sheet.bytes[position] == sheet.delimiter else { break }
            position += 1
            if position == end { keep(.blank) }
        }
        endLine()
    }

    private mutating func endLine() {
        guard position < end else { return }
        if sheet.bytes[position] == 0x0D {
            position += 1
            if position < end, sheet.bytes[position] == 0x0A {
                position += 1
            } else if position < end {
                report(.bareCarriageReturn)
                (position, isBroken) = (end, true)
            }
        } else {
            position += 1
        }
        line += 1
    }

    /// Blanks before an opening quote do not count.
    private mutating func startsQuoted() -> Bool {
        var next = position
        while next < end, sheet.bytes[next] == 0x20 { next += 1 }
        guard next < end, sheet.bytes[next] == UInt8(ascii: "\"") else { return false }
        position = next
        return true
    }

    private mutating func readPlain() {
        let start = position
        position = Self.endOfPlain(sheet.bytes.span, from: start, delimiter: sheet.delimiter)
        append(from: start, to: position)
    }

    private static func endOfPlain(_ bytes: Span<UInt8>, from start: Int, delimiter: UInt8) -> Int {
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        return position
    }

    /// Reads a cell in quotes; within them only a doubled quote stands for a quote.
    private mutating func readQuoted() {
        let (openLine, column) = (line, cellCount + 1)
        position += 1
        var start = position
        var hasDoubled = false
        let textStart = unquoted.count
        while true {
            guard position < end else {
                report(.unclosedQuote, line: openLine, column: column)
                isBroken = true
                return
            }
            let byte = sheet.bytes[position]
            if byte == 0x0A { line += 1 }
            if byte == UInt8(ascii: "\"") {
                guard position + 1 < end, sheet.bytes[position + 1] == byte else { break }
                unquoted += sheet.bytes[start...position]
                hasDoubled = true
                position += 1
                start = position + 1
            }
            position += 1
        }
        if hasDoubled {
            unquoted += sheet.bytes[start..<position]
            keepUnquoted(from: textStart)
        } else {
            append(from: start, to: position)
        }
        position += 1
        skipAfterQuote(openLine: openLine, column: column)
    }

    /// Keeps the cell whose text stands behind the file's bytes, blanks round it cut off as of any other.
    private mutating func keepUnquoted(from textStart: Int) {
        var (start, stop) = (textStart, unquoted.count)
        while start < stop, unquoted[start] == 0x20 || unquoted[start] == 0x09 { start += 1 }
        while stop > start, unquoted[stop - 1] == 0x20 || unquoted[stop - 1] == 0x09 { stop -= 1 }
        keep(start == stop ? .blank : CellRange(start: UInt32(end + start), count: UInt32(stop - start)))
    }

    private mutating func skipAfterQuote(openLine: Int32, column: Int) {
        let start = position
        while position < end, sheet.bytes[position] != sheet.delimiter, sheet.bytes[position] != 0x0A, sheet.bytes[position] != 0x0D {
            position += 1
        }
        let rest = sheet.bytes[start..<position]
        guard !rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return }
        report(.textAfterQuote(found: String(decoding: rest.prefix(40), as: UTF8.self)), column: column)
    }

    private mutating func append(from start: Int, to end: Int) {
        var (start, end) = (start, end)
        while start < end, sheet.bytes[start] == 0x20 || sheet.bytes[start] == 0x09 { start += 1 }
        while end > start, sheet.bytes[end - 1] == 0x20 || sheet.bytes[end - 1] == 0x09 { end -= 1 }
        keep(start == end ? .blank : CellRange(start: UInt32(start), count: UInt32(end - start)))
    }

    private mutating func keep(_ cell: CellRange) {
        cellCount += 1
        if cell.count > Self.cellLimit {
            report(.beyondLimit(.cellLength, found: Int(cell.count), limit: Self.cellLimit), column: cellCount)
        }
        if row.count <= Self.columnLimit { row.append(cell) } else if !cell.isBlank { hasLostText = true }
    }
}
