// SPDX-License-Identifier: GPL-3.0-or-later
internal import CWorkbooks

extension WorkbookWriter {
    /// Writes the cells of `sheet`, and the rectangles that show one cell over many.
    func writeCells(_ sheet: Worksheet, to pointer: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookFailure) {
        // Merging writes every cell of the rectangle, so it comes before the cell that is shown.
        for block in sheet.merged {
            let style = try unsafe format(sheet[block.first.row, block.first.column].style)
            try accept(
                unsafe library.worksheet_merge_range(
                    pointer, UInt32(block.first.row), UInt16(block.first.column), UInt32(block.last.row), UInt16(block.last.column), "",
                    style))
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                if case .blank = cell.value, sheet.merged.contains(where: { $0.holds(row, column) }) { continue }
                try unsafe write(cell, UInt32(row), UInt16(column), to: pointer)
            }
        }
    }

    private func write(
        _ cell: Cell, _ row: UInt32, _ column: UInt16, to sheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookFailure) {
        switch cell.value {
        case .blank:
            guard let format = try unsafe format(cell.style) else { return }
            try accept(unsafe library.worksheet_write_blank(sheet, row, column, format))
        case .text(let text):
            var style = cell.style
            // In a cell of the text format, what looks like a formula stays text even when it is typed anew.
            if EscapedText.looksLikeFormula(text) { style.numberFormat = .text }
            let format = try unsafe format(style)
            guard !text.isEmpty else {
                if let format = unsafe format { try accept(unsafe library.worksheet_write_blank(sheet, row, column, format)) }
                return
            }
            try accept(unsafe library.worksheet_write_string(sheet, row, column, EscapedText.written(text), format))
        case .number(let number):
            try accept(unsafe library.worksheet_write_number(sheet, row, column, number, format(cell.style)))
        case .truth(let truth):
            try accept(unsafe library.worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, format(cell.style)))
        case .day(let year, let month, let day):
            let days = DayNumber.sinceEpoch(year: year, month: month, day: day) + DayNumber.epochOf1900
            try accept(unsafe library.worksheet_write_number(sheet, row, column, Double(days), format(cell.style)))
        case .link(let text, let target, let address):
            let place = "internal:" + SheetBlock(target, CellBlock(address, address)).place
            try accept(
                unsafe library.worksheet_write_url_opt(sheet, row, column, place, format(cell.style), EscapedText.written(text), nil))
        }
    }
}

extension CellBlock {
    /// Whether a cell lies within.
    func holds(_ row: Int, _ column: Int) -> Bool {
        (first.row...last.row).contains(row) && (first.column...last.column).contains(column)
    }
}

extension SheetBlock {
    /// Its first cell as a link names it, such as `'needs'!D6`.
    fileprivate var place: String {
        "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'!" + block.first.name
    }
}
