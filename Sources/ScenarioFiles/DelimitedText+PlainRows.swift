// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows that need no second look, as most do: as many cells as headings, no quote at the beginning of one, and nothing beyond a
/// limit.
extension DelimitedText {
    /// Reads plain rows up to the end or to the first row that is none.
    mutating func readPlainRows() {
        var (cells, lines) = ([CellRange](), [Int32]())
        // The sheet's own arrays, lent for the time, so that nothing is copied.
        swap(&cells, &sheet.cells)
        swap(&lines, &sheet.lines)
        let rows = PlainRows(delimiter: sheet.delimiter, width: sheet.width, cellLimit: tableLimit)
        (position, line) = rows.read(sheet.bytes.span, from: position, line, into: &cells, &lines)
        swap(&cells, &sheet.cells)
        swap(&lines, &sheet.lines)
    }
}

private struct PlainRows {
    let delimiter: UInt8, width: Int, cellLimit: Int

    /// Appends the cells and the lines of plain rows; returns where the first other row begins, and its line.
    func read(
        _ bytes: Span<UInt8>, from first: Int, _ line: Int32, into cells: inout [CellRange], _ lines: inout [Int32]
    ) -> (position: Int, line: Int32) {
        var (position, line) = (first, line)
        while position < bytes.count, cells.count + width <= cellLimit {
            let count = cells.count
            guard let (end, isBlank) = row(bytes, from: position, into: &cells), let next = lineEnd(bytes, at: end) else {
                cells.removeLast(cells.count - count)
                break
            }
            if isBlank { cells.removeLast(cells.count - count) } else { lines.append(line) }
            line += 1
            position = next
        }
        return (position, line)
    }

    /// Appends the cells of one row; nil where it is no plain one.
    private func row(_ bytes: Span<UInt8>, from first: Int, into cells: inout [CellRange]) -> (end: Int, isBlank: Bool)? {
        var start = first, count = 0, isBlank = true
        while true {
            let position = endOfCell(bytes, from: start)
            var end = position
            while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
            while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
            count += 1
            if start == end {
                cells.append(.blank)
            } else {
                guard bytes[start] != UInt8(ascii: "\""), end - start <= DelimitedText.cellLimit else { return nil }
                cells.append(CellRange(start: UInt32(start), count: UInt32(end - start)))
                isBlank = false
            }
            guard position < bytes.count, bytes[position] == delimiter else { return count == width || isBlank ? (position, isBlank) : nil }
            guard count < width else { return nil }
            start = position + 1
        }
    }

    /// Where the next delimiter, line end or the end of the file is.
    @inline(__always) private func endOfCell(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let (one, two, three) = (ByteWord.repeated(delimiter), ByteWord.repeated(0x0A), ByteWord.repeated(0x0D))
        var position = start
        while position + 8 <= bytes.count {
            let found = ByteWord(bytes, at: position).first(of: one, two, three)
            if found != 0 { return position + found.trailingZeroBitCount >> 3 }
            position += 8
        }
        while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        return position
    }

    /// The position behind a line end; nil where a carriage return stands alone.
    private func lineEnd(_ bytes: Span<UInt8>, at position: Int) -> Int? {
        guard position < bytes.count, bytes[position] == 0x0D else { return position + 1 }
        guard position + 1 < bytes.count else { return position + 1 }
        return bytes[position + 1] == 0x0A ? position + 2 : nil
    }
}
