// SPDX-License-Identifier: GPL-3.0-or-later
internal import CWorkbooks

extension WorkbookWriter {
    /// Draws `chart` on a sheet.
    func write(
        _ chart: Chart, to sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>
    ) throws(WorkbookFailure) {
        guard let pointer = unsafe library.workbook_add_chart(workbook, chart.kind.code) else {
            throw .library(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        for series in chart.series { try unsafe add(series, to: pointer, chart.kind) }
        if chart.title.isEmpty {
            unsafe library.chart_title_off(pointer)
        } else {
            unsafe library.chart_title_set_name(pointer, EscapedText.withoutControls(chart.title))
        }
        if let horizontal = unsafe pointer.pointee.x_axis, let vertical = unsafe pointer.pointee.y_axis, chart.kind.hasAxes {
            // The library names the axes as they stand on the paper: the categories of a bar chart stand at the vertical one.
            let (categories, values) = chart.kind.liesDown ? unsafe (vertical, horizontal) : unsafe (horizontal, vertical)
            if !chart.categoryTitle.isEmpty { unsafe library.chart_axis_set_name(categories, chart.categoryTitle) }
            if !chart.valueTitle.isEmpty { unsafe library.chart_axis_set_name(values, chart.valueTitle) }
            if let code = chart.valueFormat.code { unsafe library.chart_axis_set_num_format(values, code) }
            if chart.isReversed { unsafe library.chart_axis_set_reverse(categories) }
            if chart.startsAtZero { unsafe library.chart_axis_set_min(values, 0) }
        }
        unsafe library.chart_legend_set_position(pointer, chart.legend.code)
        var options = unsafe lxw_chart_options()
        // The library draws 480 by 288 pixels at a scale of one.
        unsafe (options.x_scale, options.y_scale) = (Double(chart.width) / 480, Double(chart.height) / 288)
        unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        unsafe options.description = unsafe texts.lend(chart.description)
        try accept(
            unsafe library.worksheet_insert_chart_opt(sheet, UInt32(chart.place.row), UInt16(chart.place.column), pointer, &options))
    }

    private func add(
        _ series: Chart.Series, to chart: UnsafeMutablePointer<lxw_chart>, _ kind: Chart.Kind
    ) throws(WorkbookFailure) {
        guard let pointer = unsafe library.chart_add_series(chart, series.categories.formula, series.values.formula) else {
            throw .library(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        unsafe library.chart_series_set_name(pointer, EscapedText.withoutControls(series.name))
        if let color = series.color {
            var fill = lxw_chart_fill(color: color, none: 0, transparency: 0)
            var line = lxw_chart_line()
            line.color = color
            switch kind {
            case .line: unsafe library.chart_series_set_line(pointer, &line)
            case .scatter: unsafe library.chart_series_set_marker_fill(pointer, &fill)
            default: unsafe library.chart_series_set_fill(pointer, &fill)
            }
        }
        if let labels = series.labels {
            unsafe library.chart_series_set_labels(pointer)
            if let code = labels.code { unsafe library.chart_series_set_labels_num_format(pointer, code) }
        }
        guard !series.pointColors.isEmpty else { return }
        let fills = UnsafeMutablePointer<lxw_chart_fill>.allocate(capacity: series.pointColors.count)
        let points = UnsafeMutablePointer<lxw_chart_point>.allocate(capacity: series.pointColors.count)
        defer {
            unsafe fills.deallocate()
            unsafe points.deallocate()
        }
        var list: [UnsafeMutablePointer<lxw_chart_point>?] = unsafe []
        for (position, color) in series.pointColors.enumerated() {
            unsafe (fills + position).initialize(to: lxw_chart_fill(color: color, none: 0, transparency: 0))
            unsafe (points + position).initialize(to: lxw_chart_point(line: nil, fill: fills + position, pattern: nil))
            unsafe list.append(points + position)
        }
        unsafe list.append(nil)
        // The library copies what it is given here.
        let error = unsafe list.withUnsafeMutableBufferPointer { unsafe library.chart_series_set_points(pointer, $0.baseAddress) }
        try accept(error)
    }
}

extension Chart.Kind {
    fileprivate var code: UInt8 {
        let type =
            switch self {
            case .column: LXW_CHART_COLUMN
            case .stackedColumn: LXW_CHART_COLUMN_STACKED
            case .bar: LXW_CHART_BAR
            case .stackedBar: LXW_CHART_BAR_STACKED
            case .line: LXW_CHART_LINE
            case .pie: LXW_CHART_PIE
            case .doughnut: LXW_CHART_DOUGHNUT
            case .scatter: LXW_CHART_SCATTER
            }
        return UInt8(type.rawValue)
    }

    /// Whether its values run across the paper.
    fileprivate var liesDown: Bool { self == .bar || self == .stackedBar }

    fileprivate var hasAxes: Bool { self != .pie && self != .doughnut }
}

extension Chart.Legend {
    fileprivate var code: UInt8 {
        let position =
            switch self {
            case .none: LXW_CHART_LEGEND_NONE
            case .right: LXW_CHART_LEGEND_RIGHT
            case .top: LXW_CHART_LEGEND_TOP
            case .bottom: LXW_CHART_LEGEND_BOTTOM
            }
        return UInt8(position.rawValue)
    }
}
