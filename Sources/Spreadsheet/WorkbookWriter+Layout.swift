// SPDX-License-Identifier: GPL-3.0-or-later
internal import CWorkbooks

extension WorkbookWriter {
    /// Writes all of `sheet` but its cells, rules and charts.
    func writeLayout(_ sheet: Worksheet, to pointer: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookFailure) {
        for (column, layout) in sheet.columns.enumerated() {
            try unsafe set(layout, columns: column...column, of: pointer)
        }
        if let style = sheet.styleOfOtherColumns, sheet.columns.count <= CellAddress.lastColumn {
            try unsafe set(ColumnLayout(width: 9, style: style), columns: sheet.columns.count...CellAddress.lastColumn, of: pointer)
        }
        for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
            try accept(unsafe library.worksheet_set_row(pointer, UInt32(row), height, nil))
        }
        if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
            unsafe library.worksheet_freeze_panes(pointer, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
        }
        if let block = sheet.autofilter {
            try accept(
                unsafe library.worksheet_autofilter(
                    pointer, UInt32(block.first.row), UInt16(block.first.column), UInt32(block.last.row), UInt16(block.last.column)))
        }
        if let protection = sheet.protection { unsafe protect(pointer, protection) }
        if sheet.isHidden { unsafe library.worksheet_hide(pointer) }
        if let color = sheet.tabColor { unsafe library.worksheet_set_tab_color(pointer, color) }
        if sheet.isLandscape { unsafe library.worksheet_set_landscape(pointer) }
        let paperA4: UInt8 = 9
        unsafe library.worksheet_set_paper(pointer, paperA4)
        unsafe library.worksheet_fit_to_pages(pointer, 1, 0)
        if !sheet.hasGridLines { unsafe library.worksheet_gridlines(pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        if let rows = sheet.repeatedRows {
            try accept(unsafe library.worksheet_repeat_rows(pointer, UInt32(rows.lowerBound), UInt32(rows.upperBound)))
        }
        for (address, text) in sheet.remarks.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
            var options = unsafe lxw_comment_options()
            unsafe options.width = 260
            unsafe options.height = 110
            try accept(
                unsafe library.worksheet_write_comment_opt(
                    pointer, UInt32(address.row), UInt16(address.column), EscapedText.withoutControls(text), &options))
        }
    }

    private func set(
        _ layout: ColumnLayout, columns: ClosedRange<Int>, of sheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookFailure) {
        var options = lxw_row_col_options()
        options.hidden = layout.isHidden ? 1 : 0
        let style = try unsafe layout.style.map(formatOrNone) ?? nil
        try accept(
            unsafe library.worksheet_set_column_opt(
                sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), layout.width, style, &options))
    }

    private func formatOrNone(_ style: CellStyle) throws(WorkbookFailure) -> UnsafeMutablePointer<lxw_format>? {
        try unsafe format(style)
    }

    private func protect(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ protection: Protection) {
        var options = lxw_protection()
        options.insert_rows = protection.insertsRows ? 1 : 0
        options.delete_rows = protection.deletesRows ? 1 : 0
        (options.format_columns, options.format_rows) = protection.formats ? (1, 1) : (0, 0)
        options.format_cells = protection.formats ? 1 : 0
        (options.sort, options.autofilter) = protection.sortsAndFilters ? (1, 1) : (0, 0)
        unsafe library.worksheet_protect(sheet, nil, &options)
    }

    /// Writes the rules of what may be typed.
    func writeValidations(_ sheet: Worksheet, to pointer: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookFailure) {
        for validation in sheet.validations {
            var rule = unsafe lxw_data_validation()
            unsafe rule.input_title = unsafe texts.lend(validation.hintTitle)
            unsafe rule.input_message = unsafe texts.lend(validation.hint)
            unsafe rule.error_title = unsafe texts.lend(validation.errorTitle)
            unsafe rule.error_message = unsafe texts.lend(validation.error)
            let severity = validation.strictness == .refuse ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING
            unsafe rule.error_type = UInt8(severity.rawValue)
            let block = validation.cells
            func add() throws(WorkbookFailure) {
                try accept(
                    unsafe library.worksheet_data_validation_range(
                        pointer, UInt32(block.first.row), UInt16(block.first.column), UInt32(block.last.row), UInt16(block.last.column),
                        &rule))
            }
            switch validation.rule {
            case .words(let words):
                unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                var list = unsafe words.map { unsafe texts.lend($0) } + [nil]
                var failure: WorkbookFailure?
                unsafe list.withUnsafeMutableBufferPointer { buffer in
                    unsafe rule.value_list = buffer.baseAddress
                    do throws(WorkbookFailure) { try add() } catch { failure = error }
                }
                if let failure { throw failure }
            case .cells(let source):
                unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                unsafe rule.value_formula = unsafe texts.lend(source.formula)
                try add()
            case .filled(let source):
                unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                unsafe rule.value_formula = unsafe texts.lend(source.growingFormula)
                try add()
            case .number(let least, let most):
                unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
                if let most {
                    unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
                    unsafe (rule.minimum_number, rule.maximum_number) = (least, most)
                } else {
                    unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
                    unsafe rule.value_number = least
                }
                try add()
            case .anything:
                unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
                try add()
            }
        }
    }
}
