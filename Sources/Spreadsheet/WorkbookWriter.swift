// SPDX-License-Identifier: GPL-3.0-or-later
internal import CWorkbooks

/// Owns the library's workbook while it is filled, and the texts that the library only points to.
///
/// All checks are done before, by ``Workbook/check()``: the library prints to standard error what it does not like.
@safe final class WorkbookWriter {
    let library: symbio_xlsxwriter
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    let texts = LentTexts()

    /// The creation time that every workbook bears, 2000-01-01 00:00 UTC: the clock is no part of what is written.
    private static let created = 946_684_800

    init(path: String) throws(WorkbookFailure) {
        guard let library = unsafe symbio_open_xlsxwriter()?.pointee else { throw .noLibrary(.xlsxWriter) }
        self.library = library
        unsafe handle = unsafe library.workbook_new(path)
        guard unsafe handle != nil else { throw .library(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue) }
    }

    deinit { if let handle = unsafe handle { unsafe library.lxw_workbook_free(handle) } }

    /// Writes all of `workbook` and closes the file.
    func write(_ workbook: Workbook) throws(WorkbookFailure) {
        guard let handle = unsafe handle else { return }
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = unsafe texts.lend(workbook.title)
        unsafe properties.subject = unsafe texts.lend(workbook.subject)
        unsafe properties.author = unsafe texts.lend(workbook.author)
        unsafe properties.created = Self.created
        try accept(unsafe library.workbook_set_properties(handle, &properties))
        for sheet in workbook.worksheets {
            guard let pointer = unsafe library.workbook_add_worksheet(handle, sheet.name) else { throw .sheetName(sheet.name) }
            unsafe sheets.append(pointer)
        }
        for (position, sheet) in workbook.worksheets.enumerated() {
            let pointer = unsafe sheets[position]
            try unsafe writeLayout(sheet, to: pointer)
            try unsafe writeCells(sheet, to: pointer)
            try unsafe writeValidations(sheet, to: pointer)
            for chart in sheet.charts { try unsafe write(chart, to: pointer, of: handle) }
        }
        if workbook.worksheets.indices.contains(workbook.activeSheet) {
            let active = unsafe sheets[workbook.activeSheet]
            unsafe library.worksheet_activate(active)
            if workbook.worksheets[0].isHidden { unsafe library.worksheet_set_first_sheet(active) }
        }
        // Closing frees the library's workbook, whether the file could be written or not.
        unsafe self.handle = nil
        try accept(unsafe library.workbook_close(handle))
    }

    func accept(_ error: lxw_error) throws(WorkbookFailure) {
        guard error == LXW_NO_ERROR else { throw .library(error.rawValue) }
    }

    /// The library's format of a style, made once; nil for the plain one.
    func format(_ style: CellStyle) throws(WorkbookFailure) -> UnsafeMutablePointer<lxw_format>? {
        guard style != CellStyle() else { return nil }
        if let known = unsafe formats[style] { return unsafe known }
        guard let handle = unsafe handle, let format = unsafe library.workbook_add_format(handle) else {
            throw .library(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        if let code = style.numberFormat.code { unsafe library.format_set_num_format(format, code) }
        if style.isBold { unsafe library.format_set_bold(format) }
        if style.isItalic { unsafe library.format_set_italic(format) }
        if let size = style.fontSize { unsafe library.format_set_font_size(format, size) }
        if let color = style.fontColor { unsafe library.format_set_font_color(format, color) }
        if let fill = style.fill {
            unsafe library.format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            unsafe library.format_set_fg_color(format, fill)
        }
        switch style.alignment {
        case .automatic: break
        case .left: unsafe library.format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center: unsafe library.format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: unsafe library.format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        if style.isAtTop { unsafe library.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
        if style.wraps { unsafe library.format_set_text_wrap(format) }
        if style.hasBorder {
            unsafe library.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            unsafe library.format_set_border_color(format, 0xBFBFBF)
        }
        if style.indent > 0 { unsafe library.format_set_indent(format, UInt8(min(style.indent, 15))) }
        if !style.isLocked { unsafe library.format_set_unlocked(format) }
        unsafe formats[style] = format
        return unsafe format
    }
}

/// Copies of texts that live as long as the workbook is being written.
@safe final class LentTexts {
    private var copies: [UnsafeMutablePointer<CChar>] = unsafe []

    /// A copy of `text` for the library, control characters made blanks; nil for an empty one.
    func lend(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard !text.isEmpty else { return nil }
        let bytes = EscapedText.withoutControls(text).utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (position, byte) in bytes.enumerated() { unsafe (copy + position).initialize(to: byte) }
        unsafe copies.append(copy)
        return unsafe copy
    }

    deinit { unsafe copies.forEach { unsafe $0.deallocate() } }
}
