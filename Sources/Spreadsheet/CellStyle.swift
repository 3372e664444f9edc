// SPDX-License-Identifier: GPL-3.0-or-later

/// How a spreadsheet shows a number.
///
/// The codes hold no marks of a language: a spreadsheet shows `1.234,5` or `1,234.5` as its own settings say.
public enum NumberFormat: Hashable, Sendable {
    /// As the program thinks best.
    case general
    /// As text: what is typed into such a cell never becomes a formula, a number or a date.
    case text
    /// With marks between thousands and so many decimals.
    case grouped(decimals: Int)
    /// As a percentage with so many decimals; the value stays a share.
    case percent(decimals: Int)
    /// A day as `2030-12-31`.
    case yearMonthDay
    /// A day as `31/12/2030`.
    case dayMonthYear
    /// A format code of the file format.
    case code(String)

    /// The format code; nil for the general one.
    var code: String? {
        switch self {
        case .general: nil
        case .text: "@"
        case .grouped(let decimals): "#,##0" + Self.fraction(decimals)
        case .percent(let decimals): "0" + Self.fraction(decimals) + "%"
        case .yearMonthDay: "yyyy\\-mm\\-dd"
        case .dayMonthYear: "dd\\/mm\\/yyyy"
        case .code(let code): code
        }
    }

    private static func fraction(_ decimals: Int) -> String {
        decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 15)) : ""
    }
}

/// How a cell looks, and whether a protected sheet lets people change it.
public struct CellStyle: Hashable, Sendable {
    /// Where the content stands across the cell.
    public enum Alignment: Hashable, Sendable { case automatic, left, center, right }

    /// How a number is shown.
    public var numberFormat = NumberFormat.general
    /// The font's weight and slope.
    public var isBold = false, isItalic = false
    /// The font's size in points; nil for the workbook's.
    public var fontSize: Double?
    /// Colours as `0xRRGGBB`; nil for none of its own.
    public var fontColor: UInt32?, fill: UInt32?
    /// Where the content stands.
    public var alignment = Alignment.automatic
    /// Whether it stands at the top of the cell, not at its bottom.
    public var isAtTop = false
    /// Whether long text breaks into lines.
    public var wraps = false
    /// Whether thin lines stand round the cell.
    public var hasBorder = false
    /// How many steps the content stands in.
    public var indent = 0
    /// Whether a protected sheet keeps the cell from being changed.
    public var isLocked = true

    /// Makes the plain style.
    public init(
        _ numberFormat: NumberFormat = .general, isBold: Bool = false, isItalic: Bool = false, fontSize: Double? = nil,
        fontColor: UInt32? = nil, fill: UInt32? = nil, alignment: Alignment = .automatic, isAtTop: Bool = false, wraps: Bool = false,
        hasBorder: Bool = false, indent: Int = 0, isLocked: Bool = true
    ) {
        (self.numberFormat, self.isBold, self.isItalic, self.fontSize) = (numberFormat, isBold, isItalic, fontSize)
        (self.fontColor, self.fill, self.alignment, self.isAtTop) = (fontColor, fill, alignment, isAtTop)
        (self.wraps, self.hasBorder, self.indent, self.isLocked) = (wraps, hasBorder, indent, isLocked)
    }
}
