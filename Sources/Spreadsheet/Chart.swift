// SPDX-License-Identifier: GPL-3.0-or-later

/// A chart that the spreadsheet draws from cells.
public struct Chart: Hashable, Sendable {
    /// Its kind.
    public enum Kind: Hashable, Sendable { case column, stackedColumn, bar, stackedBar, line, pie, doughnut, scatter }
    /// Where the legend stands.
    public enum Legend: Hashable, Sendable { case none, right, top, bottom }

    /// One series of values.
    public struct Series: Hashable, Sendable {
        /// What the legend calls it.
        public var name: String
        /// The cells of its categories and of its values.
        public var categories: SheetBlock, values: SheetBlock
        /// Its colour as `0xRRGGBB`; nil for the program's.
        public var color: UInt32?
        /// The colours of its points, for a pie.
        public var pointColors: [UInt32]
        /// Whether each point shows its value, and in which format.
        public var labels: NumberFormat?

        /// Makes a series.
        public init(
            _ name: String, categories: SheetBlock, values: SheetBlock, color: UInt32? = nil, pointColors: [UInt32] = [],
            labels: NumberFormat? = nil
        ) {
            (self.name, self.categories, self.values) = (name, categories, values)
            (self.color, self.pointColors, self.labels) = (color, pointColors, labels)
        }
    }

    /// Its kind.
    public var kind: Kind
    /// What stands above it.
    public var title: String
    /// The series, in the order of the legend.
    public var series: [Series]
    /// The cell at its upper left corner.
    public var place: CellAddress
    /// Its size in pixels.
    public var width = 640, height = 360
    /// What stands at the axis of categories and at the axis of values.
    public var categoryTitle = "", valueTitle = ""
    /// How the axis of values shows its numbers.
    public var valueFormat = NumberFormat.general
    /// Whether the first category stands at the top of a bar chart.
    public var isReversed = false
    /// Whether the axis of values begins at 0 whatever the values: a bar says something by its whole length.
    public var startsAtZero = false
    /// Where the legend stands.
    public var legend = Legend.bottom
    /// What the chart shows, for those who cannot see it.
    public var description = ""

    /// Makes a chart.
    public init(_ kind: Kind, title: String, at place: CellAddress, series: [Series]) {
        (self.kind, self.title, self.place, self.series) = (kind, title, place, series)
    }
}
