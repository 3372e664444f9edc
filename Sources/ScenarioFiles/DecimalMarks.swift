// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Settles the decimal mark of a whole file.
///
/// A comma file has decimal points. A semicolon or tab file has decimal commas as soon as one cell can only be read so. Where every
/// marked cell could be thousands as well, nothing tells, and that is a fault: a guess could be wrong by a factor of a thousand.
struct DecimalMarks {
    private(set) var decimalMark = UInt8(ascii: ".")
    private(set) var fault: LocatedFault?

    init(_ sheet: Sheet, _ format: TableFormat) {
        guard sheet.delimiter != UInt8(ascii: ",") else { return }
        var hasPoint = false
        var ambiguous: (row: Int, column: Int, mark: UInt8)?
        var ambiguousCount = 0
        let columns = format.columns.indices.filter { format.columns[$0].content == .number && sheet.fields[$0] >= 0 }
        for row in 0..<sheet.rowCount {
            for column in columns {
                switch Self.evidence(of: sheet.bytes.span, sheet.cell(row, column).bounds) {
                case .none: break
                case .comma:
                    decimalMark = UInt8(ascii: ",")
                    return
                case .point: hasPoint = true
                case .ambiguous(let mark):
                    ambiguousCount += 1
                    if ambiguous == nil { ambiguous = (row, column, mark) }
                }
            }
        }
        guard let ambiguous, !hasPoint else { return }
        decimalMark = ambiguous.mark
        let text = sheet.text(sheet.cell(ambiguous.row, ambiguous.column))
        let mark = String(UnicodeScalar(ambiguous.mark))
        fault = sheet.locate(
            .value(
                .ambiguousMark(
                    found: text, asDecimal: text.replacing(mark, with: ","), asThousands: text.replacing(mark, with: ""),
                    count: ambiguousCount)), row: ambiguous.row, column: format.columns[ambiguous.column].name)
    }

    enum Evidence { case none, comma, point, ambiguous(mark: UInt8) }

    /// What one cell tells: a single mark between digits, and whether three digits behind one to three could be a thousand.
    static func evidence(of bytes: Span<UInt8>, _ range: Range<Int>) -> Evidence {
        var markPosition: Int?
        var start = range.lowerBound
        guard start < range.upperBound else { return .none }
        if bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") { start += 1 }
        for position in start..<range.upperBound where bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: ".") {
            guard markPosition == nil else { return .none }
            markPosition = position
        }
        guard let markPosition else { return .none }
        let mark = bytes[markPosition]
        guard DecimalNumber.read(bytes, range, mark: mark) != .malformed else { return .none }
        var couldBeThousands =
            (1...3).contains(markPosition - start) && range.upperBound - markPosition == 4 && bytes[start] != UInt8(ascii: "0")
        for position in (markPosition + 1)..<range.upperBound where !(0x30...0x39).contains(bytes[position]) { couldBeThousands = false }
        if couldBeThousands { return .ambiguous(mark: mark) }
        return mark == UInt8(ascii: ",") ? .comma : .point
    }
}
