// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The ids of one table, and the row of each.
struct RowIndex: Sendable {
    let table: Table
    var index = IdentifierIndex()
    /// The first row of each id.
    var rows: [Int32] = []

    /// The row of the id in `bytes`.
    func row(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        index.position(of: bytes, range).map { Int(rows[$0]) }
    }

    /// The row of `id`.
    func row(of id: String) -> Int? { index.position(of: id).map { Int(rows[$0]) } }
}

/// The ids of every table that has some, and of the sources.
struct Identifiers {
    var resources = RowIndex(table: .resources)
    var parks = RowIndex(table: .parks)
    var firms = RowIndex(table: .firms)
    var modes = RowIndex(table: .modes)
    var processes = RowIndex(table: .processes)
    var periods = RowIndex(table: .periods)
    var projects = RowIndex(table: .projects)
    /// Waste codes of resources, which licences may name.
    var wasteCodes = IdentifierIndex()
    var sources = IdentifierIndex()
    let words: KnownWords
    var faults: [LocatedFault] = []

    subscript(table: Table) -> RowIndex? {
        switch table {
        case .resources: resources
        case .parks: parks
        case .firms: firms
        case .modes: modes
        case .processes: processes
        case .periods: periods
        case .projects: projects
        default: nil
        }
    }

    /// The tables that share one space of ids.
    static let shared: [Table] = [.parks, .firms, .processes, .projects]

    /// Gathers the ids of `grids`, with the faults of ids that are malformed or stand in two tables of the shared space.
    init(_ grids: [Table: Grid]) {
        words = KnownWords(grids)
        func rows(_ table: Table) -> RowIndex {
            guard let grid = grids[table] else { return RowIndex(table: table) }
            return gather(grid)
        }
        resources = rows(.resources)
        parks = rows(.parks)
        firms = rows(.firms)
        modes = rows(.modes)
        processes = rows(.processes)
        periods = rows(.periods)
        projects = rows(.projects)
        gatherWasteCodes(grids[.resources])
        checkSharedSpace(grids)
        if let grid = grids[.modes], let row = modes.row(of: "on-site") {
            faults.append(grid.locate(.reference(.reserved("on-site")), row: row, column: "id"))
        }
    }

    private mutating func gather(_ grid: Grid) -> RowIndex {
        var rows = RowIndex(table: grid.table, index: IdentifierIndex(capacity: grid.rowCount))
        rows.rows.reserveCapacity(grid.rowCount)
        for row in 0..<grid.rowCount {
            let cell = grid.cell(row, 0)
            guard !cell.isBlank else { continue }
            let (isNew, position) = rows.index.insert(grid.bytes.span, cell.bounds)
            if isNew {
                rows.rows.append(Int32(row))
            } else {
                faults.append(grid.duplicate(grid.text(cell), row: row, first: Int(rows.rows[position])))
            }
            if let fault = Identifier.fault(of: grid.bytes.span, cell.bounds) {
                faults.append(grid.locate(.reference(fault), row: row, column: "id"))
            }
        }
        checkCapitals(rows, grid)
        return rows
    }

    /// Tells ids that differ in capitals only: people do not see the difference, and refer to the wrong one.
    private mutating func checkCapitals(_ rows: RowIndex, _ grid: Grid) {
        var lowered = IdentifierIndex(capacity: rows.rows.count)
        var positions: [Int] = []
        var letters: [UInt8] = []
        for (position, row) in rows.rows.enumerated() {
            letters.removeAll(keepingCapacity: true)
            for byte in grid.bytes[grid.cell(Int(row), 0).bounds] {
                letters.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
            }
            let (isNew, first) = lowered.insert(letters.span, 0..<letters.count)
            if isNew {
                positions.append(position)
                continue
            }
            let other = rows.index.key(positions[first])
            faults.append(
                grid.locate(.reference(.differInCapitals(rows.index.key(position), other: other)), row: Int(row), column: "id"))
        }
    }

    private mutating func gatherWasteCodes(_ grid: Grid?) {
        guard let grid, let column = grid.format.position(of: "waste_code") else { return }
        for row in 0..<grid.rowCount {
            let cell = grid.cell(row, column)
            if !cell.isBlank { _ = wasteCodes.insert(grid.bytes.span, cell.bounds) }
        }
    }

    private mutating func checkSharedSpace(_ grids: [Table: Grid]) {
        for (position, table) in Self.shared.enumerated() {
            guard let later = self[table], let grid = grids[table] else { continue }
            for row in later.rows {
                let cell = grid.cell(Int(row), 0)
                for earlier in Self.shared[..<position] where self[earlier]?.row(of: grid.bytes.span, cell.bounds) != nil {
                    faults.append(
                        grid.locate(.reference(.takenBy(earlier, found: grid.text(cell))), row: Int(row), column: "id"))
                }
            }
        }
    }
}

/// The form of an id: 1 to 64 of `A–Z a–z 0–9 . _ -`.
enum Identifier {
    static let lengthLimit = 64

    static func fault(of bytes: Span<UInt8>, _ range: Range<Int>) -> ReferenceFault? {
        var isSound = true
        for position in range where !isAllowed(bytes[position]) { isSound = false }
        if isSound && range.count <= lengthLimit { return nil }
        var text: [UInt8] = []
        for position in range { text.append(bytes[position]) }
        let found = String(decoding: text, as: UTF8.self)
        return isSound ? .tooLong(found: found) : .badCharacters(found: found, mended: mended(found))
    }

    static func fault(of text: String) -> ReferenceFault? {
        let bytes = Array(text.utf8)
        return fault(of: bytes.span, 0..<bytes.count)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// An id close to `text`: letters without their marks, hyphens for everything else.
    private static func mended(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in VietnameseLetters.plain(text).unicodeScalars {
            if let byte = UInt8(exactly: scalar.value), isAllowed(byte) {
                bytes.append(byte)
            } else if bytes.last != UInt8(ascii: "-") {
                bytes.append(UInt8(ascii: "-"))
            }
        }
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return String(decoding: bytes.prefix(lengthLimit), as: UTF8.self)
    }
}
