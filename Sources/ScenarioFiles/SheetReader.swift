// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Makes the sheet of a table from the bytes of its CSV file.
struct SheetReader {
    var faults: [LocatedFault] = []

    /// The sheet, or nil where the file could not be split into rows and columns.
    ///
    /// - Parameter isVariant: whether the column `remove` and cells of `-` have a meaning.
    mutating func sheet(_ bytes: [UInt8], file: String, format: TableFormat, isVariant: Bool) -> Sheet? {
        if let fault = TextEncoding.fault(of: bytes, file: file) {
            faults.append(fault)
            return nil
        }
        if bytes.isEmpty, !format.isRequired { return nil }
        let text = DelimitedText(bytes, file: file)
        faults += text.faults
        var sheet = text.sheet
        guard sheet.width > 0 else { return nil }
        guard matchHeadings(of: &sheet, format, isVariant: isVariant) else { return nil }
        let marks = DecimalMarks(sheet, format)
        sheet.decimalMark = marks.decimalMark
        faults += marks.fault.map { [$0] } ?? ThousandsLook.faults(in: sheet, format)
        return sheet
    }

    private mutating func report(_ fault: FileFault, _ sheet: Sheet, column: Int? = nil) {
        let name = column.map { sheet.headings[$0] }
        faults.append(
            LocatedFault(
                .file(fault), file: sheet.file, line: sheet.headingLine, column: column.map { $0 + 1 },
                columnName: name?.isEmpty == true ? nil : name))
    }

    /// Finds the cell of each column in a row. False where not one heading is known.
    mutating func matchHeadings(of sheet: inout Sheet, _ format: TableFormat, isVariant: Bool) -> Bool {
        var known = format.columns.map(\.name)
        if isVariant { known.append("remove") }
        sheet.fields = Array(repeating: -1, count: known.count)
        guard sheet.headings.contains(where: known.contains) else {
            let found = String(sheet.headings.joined(separator: " ").prefix(60))
            let needed = format.columns.filter(\.isRequired).map(\.name)
            report(
                .noKnownHeading(
                    found: found, meant: HeadingNames.meant(by: sheet.headings, among: known),
                    ofSheet: sheet.file.hasSuffix("!") ? needed : nil),
                sheet)
            return false
        }
        var unknown: [Int] = []
        for (field, heading) in sheet.headings.enumerated() {
            if let position = known.firstIndex(of: heading) {
                if sheet.fields[position] >= 0 {
                    report(.duplicateHeading(heading, first: sheet.fields[position] + 1), sheet, column: field)
                } else {
                    sheet.fields[position] = field
                }
            } else if heading.isEmpty {
                checkBlankHeading(field, sheet)
            } else {
                unknown.append(field)
            }
        }
        tellUnknown(unknown, known: known, format, sheet, isVariant: isVariant)
        return true
    }

    /// A column without a heading holds nothing, or its values would be lost.
    private mutating func checkBlankHeading(_ field: Int, _ sheet: Sheet) {
        for row in 0..<sheet.rowCount {
            let cell = sheet.cells[row * sheet.width + field]
            guard !cell.isBlank else { continue }
            faults.append(
                LocatedFault(
                    .file(.blankHeading(found: String(sheet.text(cell).prefix(40)))), file: sheet.file, line: Int(sheet.lines[row]),
                    column: field + 1))
            return
        }
    }

    /// Unknown headings and missing ones explain each other: each unknown one is compared with the columns that are not there.
    private mutating func tellUnknown(
        _ unknown: [Int], known: [String], _ format: TableFormat, _ sheet: Sheet, isVariant: Bool
    ) {
        let absent = known.indices.filter { sheet.fields[$0] < 0 }.map { known[$0] }
        for field in unknown {
            let nearest = HeadingNames.column(meantBy: sheet.headings[field], among: absent)
            report(.unknownHeading(sheet.headings[field], nearest: nearest), sheet, column: field)
        }
        // A variant only needs the columns that tell its rows apart; the base has the rest.
        for (position, column) in format.columns.enumerated() where sheet.fields[position] < 0 {
            guard isVariant ? column.isRequired && format.key.contains(column.name) : column.isRequired else { continue }
            let headings = unknown.map { sheet.headings[$0] }
            let nearest =
                headings.first { HeadingNames.column(meantBy: $0, among: absent) == column.name }
                ?? Nearest.word(to: column.name, among: headings)
            report(.missingHeading(column.name, nearest: nearest), sheet)
        }
    }
}
