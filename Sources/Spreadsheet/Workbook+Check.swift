// SPDX-License-Identifier: GPL-3.0-or-later

extension Workbook {
    /// The most characters, as UTF-16, of a cell; of a hint or a list of words; of a hint's title.
    static let cellLimit = 32_767, hintLimit = 255, titleLimit = 32

    /// Whatever the library would refuse, print about, or write wrongly is found before it is called.
    func check() throws(WorkbookFailure) {
        guard !worksheets.isEmpty else { throw .noSheets }
        var names: Set<String> = []
        for sheet in worksheets {
            let isSound =
                (1...31).contains(sheet.name.utf16.count) && !sheet.name.contains { "[]:*?/\\".contains($0) || $0.isNewline }
                && !sheet.name.hasPrefix("'") && !sheet.name.hasSuffix("'") && !sheet.name.unicodeScalars.contains { $0.value < 0x20 }
            guard isSound, names.insert(sheet.name.lowercased()).inserted else { throw .sheetName(sheet.name) }
        }
        for sheet in worksheets {
            try sheet.checkCells()
            try sheet.checkBlocks()
        }
    }
}

extension Worksheet {
    fileprivate func checkCells() throws(WorkbookFailure) {
        guard rows.count <= CellAddress.lastRow + 1, columns.count <= CellAddress.lastColumn + 1 else { throw .outside(sheet: name) }
        for (row, cells) in rows.enumerated() {
            guard cells.count <= CellAddress.lastColumn + 1 else { throw .outside(sheet: name) }
            for (column, cell) in cells.enumerated() {
                let place = { CellAddress(row: row, column: column).name }
                switch cell.value {
                case .blank, .truth: break
                case .text(let text), .link(let text, _, _):
                    guard text.utf8.count <= Workbook.cellLimit || text.utf16.count <= Workbook.cellLimit else {
                        throw .tooLong(sheet: name, cell: place())
                    }
                case .number(let number): guard number.isFinite else { throw .notANumber(sheet: name, cell: place()) }
                case .day(let year, let month, let day):
                    let days = DayNumber.sinceEpoch(year: year, month: month, day: day) + DayNumber.epochOf1900
                    guard (61...2_958_465).contains(days) else { throw .notANumber(sheet: name, cell: place()) }
                }
            }
        }
    }

    fileprivate func checkBlocks() throws(WorkbookFailure) {
        let blocks = merged + validations.map(\.cells) + [autofilter].compactMap(\.self)
        let sources = charts.flatMap { $0.series.flatMap { [$0.categories.block, $0.values.block] } }
        guard (blocks + sources).allSatisfy(\.isPossible), charts.allSatisfy(\.place.isPossible), remarks.keys.allSatisfy(\.isPossible)
        else { throw .outside(sheet: name) }
        for (position, block) in merged.enumerated() {
            let isOverlapping = merged[..<position].contains {
                $0.first.row <= block.last.row && block.first.row <= $0.last.row && $0.first.column <= block.last.column
                    && block.first.column <= $0.last.column
            }
            guard !isOverlapping, block.first != block.last else { throw .outside(sheet: name) }
        }
        for validation in validations {
            let titles = [validation.hintTitle, validation.errorTitle], texts = [validation.hint, validation.error]
            let fits =
                titles.allSatisfy { $0.utf16.count <= Workbook.titleLimit } && texts.allSatisfy { $0.utf16.count <= Workbook.hintLimit }
            guard fits, validation.hasRoom else { throw .tooLong(sheet: name, cell: validation.cells.first.name) }
        }
        for (address, text) in remarks where text.utf16.count > Workbook.cellLimit { throw .tooLong(sheet: name, cell: address.name) }
    }
}

extension Validation {
    /// Whether the words of a list fit into the file format.
    fileprivate var hasRoom: Bool {
        guard case .words(let words) = rule else { return true }
        return !words.isEmpty && !words.contains { $0.contains(",") || $0.isEmpty }
            && words.joined(separator: ",").utf16.count <= Workbook.hintLimit
    }
}
