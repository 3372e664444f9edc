// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Tells columns whose decimals look like thousands.
///
/// The decimal mark of a comma file is the point, so that `12.500` is 12.5 there. Who writes 12.500 for twelve thousand five hundred, as is
/// usual in Vietnam, would be off by a factor of a thousand without a word; that is a warning, because the figure may be meant as it is read.
enum ThousandsLook {
    /// Numbers that are small in every scenario, so that a thousand of them cannot be meant.
    private static let smallColumns: Set = [
        "latitude", "longitude", "ratio", "renewable", "recycled_share", "max_secondary_share", "max_share", "loss_per_km", "loss_share",
        "share", "tonnes_per_unit", "lifetime_years",
    ]

    /// A warning for each column of numbers in which every cell with a decimal mark has the form of thousands, at the first of them.
    static func faults(in sheet: Sheet, _ format: TableFormat) -> [LocatedFault] {
        format.columns.indices.compactMap { column in
            let format = format.columns[column]
            guard format.content == .number, sheet.fields[column] >= 0, !smallColumns.contains(format.name) else { return nil }
            return fault(sheet, column, format.name)
        }
    }

    private static func fault(_ sheet: Sheet, _ column: Int, _ name: String) -> LocatedFault? {
        let bytes = sheet.bytes.span
        var first: Int?, count = 0
        for row in 0..<sheet.rowCount {
            switch DecimalMarks.evidence(of: bytes, sheet.cell(row, column).bounds) {
            case .none: break
            // The other mark is an error of its own, which gives both readings.
            case .ambiguous(let mark) where mark != sheet.decimalMark: break
            case .ambiguous:
                first = first ?? row
                count += 1
            case .comma, .point: return nil
            }
        }
        guard let first else { return nil }
        let found = sheet.text(sheet.cell(first, column)), mark = String(UnicodeScalar(sheet.decimalMark))
        let trimmed = String(found.reversed().drop { $0 == "0" }.reversed())
        let asRead = trimmed.hasSuffix(mark) ? String(trimmed.dropLast()) : trimmed
        return sheet.locate(
            .value(
                .likeThousands(
                    found: found, asRead: asRead, asThousands: found.replacing(mark, with: ""),
                    asDecimal: asRead == found ? found + "0" : asRead, count: count)),
            row: first, column: name)
    }
}
