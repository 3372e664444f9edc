// SPDX-License-Identifier: GPL-3.0-or-later

/// A fault and the place in the planner's files that it speaks of.
public struct LocatedFault: Error, Hashable, Sendable {
    /// What is wrong.
    public var kind: FaultKind
    /// The file, relative to the scenario that was named: `needs.csv`, or `../chu-lai/needs.csv` where a variant's base gave it. A
    /// sheet of a workbook ends in an exclamation mark, as in a formula: `needs!`, or `../chu-lai.xlsx/needs!`.
    public var file: String
    /// The line in the file, from 1; nil for the file as a whole.
    public var line: Int?
    /// The column, from 1: of a sheet as spreadsheets count them, of a table the number of the cell in its row, of `scenario.yaml` the character in its line.
    public var column: Int?
    /// The column's heading, or the dotted key of a setting; nil for the row or the file as a whole.
    public var columnName: String?

    /// Makes a located fault.
    public init(_ kind: FaultKind, file: String, line: Int? = nil, column: Int? = nil, columnName: String? = nil) {
        (self.kind, self.file, self.line, self.column, self.columnName) = (kind, file, line, column, columnName)
    }
}

extension LocatedFault {
    /// The cell as spreadsheets name it, such as `D17`; nil where the fault is not one of a cell on a sheet.
    public var cell: String? {
        guard file.hasSuffix("!"), let line, let column, column > 0 else { return nil }
        var (rest, letters) = (column, "")
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + "\(line)"
    }
}

extension LocatedFault {
    /// Causes come before what may follow from them; settings of the wrong form hide the sources that cells name.
    private var rank: Int { if case .file(.wrongForm) = kind, columnName == "sources" { 0 } else { kind.rank } }
}

extension LocatedFault: Comparable {
    /// Orders by file, line, column and code; what stands on no line comes first. Before all of that come the faults from which others may
    /// only follow, such as a missing table.
    public static func < (left: Self, right: Self) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        if left.file != right.file { return left.file < right.file }
        let here = (left.line ?? 0, left.column ?? 0, left.kind.code, left.columnName ?? "")
        let there = (right.line ?? 0, right.column ?? 0, right.kind.code, right.columnName ?? "")
        return here < there
    }
}
