// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import Spreadsheet

extension SheetReader {
    /// How many rows with content are looked through for the headings; titles, captions and units stand above them.
    static let headingRows = 30
    /// The most cells of a sheet, blank ones within its rows too, so that a few wide headings over many rows cannot use up the memory.
    static let cellLimit = 20_000_000

    /// The sheet of a table as a workbook gives it, or nil where it has no headings.
    ///
    /// A numeric cell is its number, whatever the language; text is read as in a semicolon file. Of the first rows the one with the most
    /// known headings is the row of headings, and what stands above it is for people.
    mutating func sheet(_ read: ReadSheet, file: String, format: TableFormat, isVariant: Bool) -> Sheet? {
        var sheet = Sheet(file: file, bytes: read.bytes)
        // The delimiter of files in which a text of digits may have a decimal comma.
        sheet.delimiter = UInt8(ascii: ";")
        let known = Set(format.columns.map(\.name) + (isVariant ? ["remove"] : []))
        let rows = WorkbookRows(read)
        guard let heading = rows.headings(among: known) else {
            if format.isRequired { faults.append(LocatedFault(.file(.noHeadings), file: file)) }
            return nil
        }
        let columns = (rows.cells(heading).last.map { Int($0.column) } ?? 0) + 1
        sheet.headingLine = Int(rows.cells(heading).first?.row ?? 0) + 1
        guard columns <= DelimitedText.columnLimit else {
            faults.append(
                LocatedFault(
                    .file(.beyondLimit(.columns, found: columns, limit: DelimitedText.columnLimit)), file: file, line: sheet.headingLine))
            return nil
        }
        sheet.headings = Array(repeating: "", count: columns)
        for cell in rows.cells(heading) {
            sheet.headings[Int(cell.column)] = WorkbookRows.heading(sheet.text(CellRange(cell, in: sheet.bytes)), known)
        }
        sheet.width = columns
        let isNumeric = fill(&sheet, rows, from: heading + 1)
        guard matchHeadings(of: &sheet, format, isVariant: isVariant) else { return nil }
        settleMark(of: &sheet, format, isNumeric)
        tellMerged(read, sheet)
        return sheet
    }

    /// Merged cells of the table: only the first has the value, and the others would be taken for blank ones.
    private mutating func tellMerged(_ read: ReadSheet, _ sheet: Sheet) {
        for block in read.merged where block.last.row >= sheet.headingLine && block.first.column < sheet.width {
            let name = sheet.headings[block.first.column], first = block.first
            // What is merged below the table, or in a column without a heading, is a remark for people.
            guard !name.isEmpty, let row = sheet.lines.firstIndex(of: Int32(first.row + 1)),
                !sheet.cells[row * sheet.width + first.column].isBlank
            else { continue }
            faults.append(
                LocatedFault(
                    .workbook(.mergedCells(first: block.first.name, last: block.last.name)), file: sheet.file, line: first.row + 1,
                    column: first.column + 1, columnName: name))
        }
    }

    /// Puts the rows below the headings into `sheet`, and tells of each cell whether it is a number and no text.
    private mutating func fill(_ sheet: inout Sheet, _ rows: WorkbookRows, from first: Int) -> [Bool] {
        var isNumeric: [Bool] = []
        var hasToldOutside = false
        guard first < rows.count else { return [] }
        for row in first..<rows.count {
            let start = sheet.cells.count
            guard start + sheet.width <= Self.cellLimit else {
                faults.append(LocatedFault(.workbook(.beyondLimit(.cells, limit: Self.cellLimit)), file: sheet.file))
                return isNumeric
            }
            var hasContent = false
            sheet.cells.append(contentsOf: repeatElement(.blank, count: sheet.width))
            isNumeric.append(contentsOf: repeatElement(false, count: sheet.width))
            for cell in rows.cells(row) {
                let range = CellRange(cell, in: sheet.bytes)
                guard !range.isBlank else { continue }
                let column = Int(cell.column)
                guard column < sheet.width else {
                    if !hasToldOutside { tell(.file(.blankHeading(found: String(sheet.text(range).prefix(40)))), cell, sheet) }
                    hasToldOutside = true
                    continue
                }
                hasContent = true
                sheet.cells[start + column] = range
                isNumeric[start + column] = cell.kind == .number
                tellUnusable(cell, range, sheet)
            }
            guard hasContent else {
                sheet.cells.removeLast(sheet.width)
                isNumeric.removeLast(sheet.width)
                continue
            }
            sheet.lines.append((rows.cells(row).first?.row ?? 0) + 1)
        }
        return isNumeric
    }

    private mutating func tell(_ kind: FaultKind, _ cell: ReadCell, _ sheet: Sheet) {
        let column = Int(cell.column)
        let name = column < sheet.headings.count && !sheet.headings[column].isEmpty ? sheet.headings[column] : nil
        faults.append(LocatedFault(kind, file: sheet.file, line: Int(cell.row) + 1, column: column + 1, columnName: name))
    }

    private mutating func tellUnusable(_ cell: ReadCell, _ range: CellRange, _ sheet: Sheet) {
        switch cell.kind {
        case .error: tell(.workbook(.errorCell(found: String(sheet.text(range).prefix(20)))), cell, sheet)
        case .uncomputed: tell(.workbook(.uncomputed(formula: String(sheet.text(range).prefix(60)))), cell, sheet)
        case .text, .number, .truth, .day: break
        }
        if range.count > DelimitedText.cellLimit {
            tell(.file(.beyondLimit(.cellLength, found: Int(range.count), limit: DelimitedText.cellLimit)), cell, sheet)
        }
    }

    /// Settles the decimal mark by the cells of text alone, and writes the numeric cells with it.
    private mutating func settleMark(of sheet: inout Sheet, _ format: TableFormat, _ isNumeric: [Bool]) {
        var texts = sheet
        for position in texts.cells.indices where isNumeric[position] { texts.cells[position] = .blank }
        let marks = DecimalMarks(texts, format)
        sheet.decimalMark = marks.decimalMark
        texts.decimalMark = marks.decimalMark
        faults += marks.fault.map { [$0] } ?? ThousandsLook.faults(in: texts, format)
        guard marks.decimalMark == UInt8(ascii: ",") else { return }
        let fields = format.columns.indices.filter { format.columns[$0].content == .number && sheet.fields[$0] >= 0 }.map {
            sheet.fields[$0]
        }
        for row in 0..<sheet.rowCount {
            for field in fields where isNumeric[row * sheet.width + field] {
                for position in sheet.cells[row * sheet.width + field].bounds where sheet.bytes[position] == UInt8(ascii: ".") {
                    sheet.bytes[position] = UInt8(ascii: ",")
                }
            }
        }
    }
}

/// The rows of a sheet that have cells with content, the topmost first.
struct WorkbookRows {
    private let sheet: ReadSheet
    /// Where each row begins among the cells, and after the last one their number.
    private var starts: [Int] = []

    init(_ sheet: ReadSheet) {
        self.sheet = sheet
        for position in sheet.cells.indices where position == 0 || sheet.cells[position].row != sheet.cells[position - 1].row {
            starts.append(position)
        }
        starts.append(sheet.cells.count)
    }

    var count: Int { starts.count - 1 }

    func cells(_ row: Int) -> ArraySlice<ReadCell> { sheet.cells[starts[row]..<starts[row + 1]] }

    /// The row with the most headings of `known`, the topmost of several; the first one where none is known; nil where there is no row.
    func headings(among known: Set<String>) -> Int? {
        var best: (row: Int, found: Int)?
        for row in 0..<min(count, SheetReader.headingRows) {
            let found = cells(row).count { known.contains(Self.heading(sheet.text($0).trimmed, known)) }
            if found > best?.found ?? -1 { best = (row, found) }
        }
        return best?.row
    }

    /// The heading that `text` stands for: with a translation behind it, on another line, after a stroke or in brackets, too.
    static func heading(_ text: String, _ known: Set<String>) -> String {
        guard !known.contains(text) else { return text }
        let first = text.prefix { !"\n/([".contains($0) }.trimmed
        return known.contains(first) ? first : text
    }
}

extension CellRange {
    /// The text of `cell`, blanks round it cut off as in a CSV file.
    init(_ cell: ReadCell, in bytes: [UInt8]) {
        var (start, end) = (Int(cell.start), Int(cell.start) + Int(cell.count))
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        self = start == end ? .blank : CellRange(start: UInt32(start), count: UInt32(end - start))
    }
}
