// SPDX-License-Identifier: GPL-3.0-or-later
// The libraries that workbooks are written and read with, opened when the first workbook is.
//
// With them come cryptography, compressions and the tables of Unicode: finding all that costs 4 ms at each start, as much as a scenario of 100 firms
// takes to be read and built, and most runs touch no workbook. The functions keep the prototypes of the libraries' own headers, so the compiler checks every call.
#ifndef CWORKBOOKS_H
#define CWORKBOOKS_H

#include <xlsxwriter.h>
#include <zip.h>

#define SYMBIO_XLSXWRITER_FUNCTIONS(F) \
    F(chart_add_series) F(chart_axis_set_min) F(chart_axis_set_name) F(chart_axis_set_num_format) F(chart_axis_set_reverse) \
    F(chart_legend_set_position) F(chart_series_set_fill) F(chart_series_set_labels) F(chart_series_set_labels_num_format) \
    F(chart_series_set_line) F(chart_series_set_marker_fill) F(chart_series_set_name) F(chart_series_set_points) F(chart_title_off) \
    F(chart_title_set_name) F(format_set_align) F(format_set_bold) F(format_set_border) F(format_set_border_color) F(format_set_fg_color) \
    F(format_set_font_color) F(format_set_font_size) F(format_set_indent) F(format_set_italic) F(format_set_num_format) F(format_set_pattern) \
    F(format_set_text_wrap) F(format_set_unlocked) F(lxw_version) F(lxw_workbook_free) F(workbook_add_chart) F(workbook_add_format) \
    F(workbook_add_worksheet) F(workbook_close) F(workbook_new) F(workbook_set_properties) F(worksheet_activate) F(worksheet_autofilter) \
    F(worksheet_data_validation_range) F(worksheet_fit_to_pages) F(worksheet_freeze_panes) F(worksheet_gridlines) F(worksheet_hide) \
    F(worksheet_insert_chart_opt) F(worksheet_merge_range) F(worksheet_protect) F(worksheet_repeat_rows) F(worksheet_set_column_opt) \
    F(worksheet_set_first_sheet) F(worksheet_set_landscape) F(worksheet_set_paper) F(worksheet_set_row) F(worksheet_set_tab_color) \
    F(worksheet_write_blank) F(worksheet_write_boolean) F(worksheet_write_comment_opt) F(worksheet_write_number) F(worksheet_write_string) \
    F(worksheet_write_url_opt)

#define SYMBIO_ZIP_FUNCTIONS(F) \
    F(zip_discard) F(zip_fclose) F(zip_fopen_index) F(zip_fread) F(zip_get_num_entries) F(zip_libzip_version) F(zip_name_locate) \
    F(zip_open_from_source) F(zip_source_buffer_create) F(zip_source_free) F(zip_stat_index)

#define SYMBIO_POINTER(name) __typeof__(name) *_Nonnull name;
typedef struct { SYMBIO_XLSXWRITER_FUNCTIONS(SYMBIO_POINTER) } symbio_xlsxwriter;
typedef struct { SYMBIO_ZIP_FUNCTIONS(SYMBIO_POINTER) } symbio_zip;
#undef SYMBIO_POINTER

// The functions of a library; NULL where it is not installed. What was opened once stays open.
const symbio_xlsxwriter *_Nullable symbio_open_xlsxwriter(void);
const symbio_zip *_Nullable symbio_open_zip(void);

// What an XML text holds, as it goes by. Attributes are five pointers each, as SAX2 of libxml2 gives them: local name, prefix, namespace, and the
// beginning and end of the value.
typedef struct {
    void (*_Nonnull start)(void *_Nullable context, const unsigned char *_Nullable name, int count,
        const unsigned char *_Nullable *_Nullable attributes);
    void (*_Nonnull end)(void *_Nullable context, const unsigned char *_Nullable name);
    void (*_Nonnull characters)(void *_Nullable context, const unsigned char *_Nullable text, int count);
    void (*_Nonnull document_type)(void *_Nullable context);
} symbio_xml_handler;

typedef struct symbio_xml_parser symbio_xml_parser;

// Whether libxml2 is there.
int symbio_xml_is_installed(void);
// A parser that hands what it finds to `handler`; NULL where libxml2 or memory is missing. Nothing is fetched, nothing printed, and the library's own
// limits on depth and on the length of names and texts stay in force.
symbio_xml_parser *_Nullable symbio_xml_open(const symbio_xml_handler *_Nonnull handler, void *_Nullable context);
// Parses the next piece. 1 as long as the text follows the rules of XML.
int symbio_xml_parse(symbio_xml_parser *_Nonnull parser, const char *_Nullable bytes, int count);
// Ends the text. 1 where all of it was well formed.
int symbio_xml_finish(symbio_xml_parser *_Nonnull parser);
void symbio_xml_close(symbio_xml_parser *_Nonnull parser);
// libxml2's version as a number such as 20914; NULL where it is not installed.
const char *_Nullable symbio_xml_version(void);
#endif
