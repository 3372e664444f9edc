// SPDX-License-Identifier: GPL-3.0-or-later

/// How many cells and bytes of text may still be kept, of all sheets together.
struct CellBudget {
    let limits: ReadingLimits
    var cells: Int, textBytes: Int

    init(_ limits: ReadingLimits) { (self.limits, cells, textBytes) = (limits, limits.cells, limits.textBytes) }
}

/// Reads the cells of one sheet. Empty rows and cells cost their parsing and nothing else.
final class SheetHandler: PartHandler {
    private enum Form { case number, shared, text, truth, error, day }

    var failure: ReadingFailure?
    private(set) var bytes: [UInt8] = []
    private(set) var budget: CellBudget
    private var cells: [ReadCell] = []
    private var isSorted = true
    /// The blocks of merged cells, up to a number that is only of use for telling people.
    private(set) var merged: [CellBlock] = []
    private static let mergedLimit = 1000

    private let part: String
    private let styles: StylesHandler
    private let strings: SharedStringsHandler
    private let isFrom1904: Bool

    private var row = -1, column = -1
    private var form = Form.number
    private var style = 0
    private var isInSheetData = false, hasValue = false, hasFormula = false, takesText = false
    private var phoneticDepth = 0
    /// Where the value and the formula of the present cell begin in the scratch bytes.
    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var isInFormula = false

    init(part: String, styles: StylesHandler, strings: SharedStringsHandler, isFrom1904: Bool, budget: CellBudget) {
        (self.part, self.styles, self.strings, self.isFrom1904, self.budget) = (part, styles, strings, isFrom1904, budget)
    }

    /// The cells by row and column; most programs write them so.
    func sortedCells() throws(ReadingFailure) -> [ReadCell] {
        if !isSorted { cells.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
        for position in cells.indices.dropFirst()
        where cells[position].row == cells[position - 1].row && cells[position].column == cells[position - 1].column {
            throw .impossibleCell(part: part, cell: CellAddress(row: Int(cells[position].row), column: Int(cells[position].column)).name)
        }
        return cells
    }

    func start(_ tag: PartTag, _ attributes: PartAttributes) {
        switch tag {
        case .sheetData: isInSheetData = true
        case .row: startRow(attributes)
        case .cell: if isInSheetData { startCell(attributes) }
        case .value:
            (hasValue, takesText) = (true, true)
        case .text: takesText = phoneticDepth == 0 && form == .text
        case .formula: (hasFormula, isInFormula) = (true, true)
        case .inlineString: hasValue = true
        case .phonetic: phoneticDepth += 1
        case .mergedCells: if merged.count < Self.mergedLimit { keepMerged(attributes.text("ref") ?? "") }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if takesText {
            unsafe value.append(contentsOf: bytes)
        } else if isInFormula, formula.count < 200 {
            unsafe formula.append(contentsOf: bytes.prefix(200))
        }
        if value.count > budget.textBytes { failure = .beyondLimit(.textBytes, limit: budget.limits.textBytes) }
    }

    func end(_ tag: PartTag) {
        switch tag {
        case .sheetData: isInSheetData = false
        case .value, .text: takesText = false
        case .formula: isInFormula = false
        case .phonetic: phoneticDepth -= 1
        case .cell: if isInSheetData { endCell() }
        default: break
        }
    }

    /// Keeps a block such as `B3:B7`; what is no block merges nothing.
    private func keepMerged(_ reference: String) {
        let corners = reference.split(separator: ":").compactMap { CellAddress(String($0)) }
        guard corners.count == 2, case let block = CellBlock(corners[0], corners[1]), block.isPossible else { return }
        merged.append(block)
    }

    private func startRow(_ attributes: PartAttributes) {
        row = attributes.number("r").map { $0 - 1 } ?? row + 1
        column = -1
        if !(0...CellAddress.lastRow).contains(row) { failure = .impossibleCell(part: part, cell: attributes.text("r") ?? "\(row + 1)") }
    }

    private func startCell(_ attributes: PartAttributes) {
        (hasValue, hasFormula) = (false, false)
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        column += 1
        if let name = unsafe attributes.bytes("r") { unsafe readAddress(name) }
        guard CellAddress(row: row, column: column).isPossible else {
            failure = .impossibleCell(part: part, cell: String((attributes.text("r") ?? "").prefix(20)))
            return
        }
        style = attributes.number("s") ?? 0
        form =
            switch attributes.text("t") {
            case nil, "n": .number
            case "s": .shared
            case "b": .truth
            case "e": .error
            case "d": .day
            default: .text
            }
    }

    /// Reads an address such as `D17`.
    private func readAddress(_ name: UnsafeBufferPointer<UInt8>) {
        var (column, row, position) = (0, 0, 0)
        while position < name.count, case let byte = unsafe name[position] & ~0x20, (0x41...0x5A).contains(byte), position < 4 {
            column = column * 26 + Int(byte - 0x40)
            position += 1
        }
        let isPlain = position > 0 && position < name.count && name.count - position <= 7
        while position < name.count, case let byte = unsafe name[position], (0x30...0x39).contains(byte), isPlain {
            row = row * 10 + Int(byte - 0x30)
            position += 1
        }
        (self.row, self.column) = isPlain && position == name.count ? (row - 1, column - 1) : (-1, -1)
    }

    private func endCell() {
        guard hasValue || hasFormula else { return }
        let start = bytes.count
        guard let kind = takeValue() else {
            if failure == nil { failure = .damaged(part: part) }
            return
        }
        let count = bytes.count - start
        guard count > 0 else { return }
        budget.cells -= 1
        budget.textBytes -= count
        guard budget.cells >= 0 else {
            failure = .beyondLimit(.cells, limit: budget.limits.cells)
            return
        }
        guard budget.textBytes >= 0 else {
            failure = .beyondLimit(.textBytes, limit: budget.limits.textBytes)
            return
        }
        if let last = cells.last, (last.row, last.column) >= (Int32(row), Int16(column)) { isSorted = false }
        cells.append(
            ReadCell(row: Int32(row), column: Int16(column), kind: kind, start: UInt32(start), count: UInt32(count)))
    }

    /// Puts the text of the present cell behind the others; nil where its value breaks the rules of the format.
    private func takeValue() -> ReadCell.Kind? {
        // Some programs leave an empty value beside a formula that they have not worked out; that of a formula for no text says that it is a text.
        guard hasValue, !(hasFormula && form == .number && value.isEmpty) else {
            bytes.append(UInt8(ascii: "="))
            bytes += formula
            return .uncomputed
        }
        switch form {
        case .text:
            let start = bytes.count
            bytes += value
            EscapedText.unescape(&bytes, from: start)
            return .text
        case .shared:
            guard let index = Self.wholeNumber(value), let range = strings.range(index) else { return value.isEmpty ? .text : nil }
            bytes += strings.bytes[range]
            return .text
        case .truth:
            guard !value.isEmpty else { return .truth }
            bytes += (value == [UInt8(ascii: "0")] ? "false" : "true").utf8
            return .truth
        case .error:
            bytes += value
            return .error
        case .day:
            bytes += value
            return .day
        case .number:
            guard !value.isEmpty else { return .number }
            return NumberText.append(value, to: &bytes, meaning: styles.meaning(style), isFrom1904: isFrom1904)
        }
    }

    private static func wholeNumber(_ bytes: [UInt8]) -> Int? {
        guard !bytes.isEmpty, bytes.count < 10 else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
