// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import Spreadsheet

/// Tells what is wrong from what only follows from it: where a table is missing or was not read in full, nothing is known of the cells that
/// name its rows. They are counted, not told one by one.
struct Consequences {
    /// Tables of which rows are not known.
    private let unread: Set<Table>
    /// Tables without rows, which nothing is wrong with but that others name rows of them.
    private let empty: [Table: Bool]
    private let lacksSources: Bool
    /// Whether the scenario to be extended could not be found.
    private let lacksBase: Bool
    /// The files of variants whose base's rows are not known.
    private let dependentFiles: Set<String>
    private let unreadFiles: [Unread: String]

    /// Gathers what could not be read from the faults of `layers` and of their merging.
    init(_ faults: [LocatedFault], _ layers: [Layer], _ grids: [Table: Grid], lacksBase: Bool) {
        self.lacksBase = lacksBase
        var unreadFiles: [Unread: String] = [:]
        var dependents: Set<String> = []
        for fault in faults where fault.kind.hidesRows {
            guard let table = Table(file: fault.file) else { continue }
            unreadFiles[.table(table)] = unreadFiles[.table(table)] ?? fault.file
            let below = layers.firstIndex { $0.sheetFile(table) == fault.file } ?? layers.endIndex
            dependents.formUnion(layers[below...].dropFirst().map { $0.sheetFile(table) })
        }
        if lacksBase { dependents.formUnion(layers.flatMap { layer in Table.allCases.map(layer.sheetFile) + [layer.settingsFile] }) }
        unread = lacksBase ? Set(Table.allCases) : Set(Table.allCases.filter { unreadFiles[.table($0)] != nil })
        dependentFiles = dependents
        let noSources = faults.first { fault in
            guard case .file(.wrongForm) = fault.kind else { return false }
            return fault.columnName == "sources"
        }
        let noSettings = layers.first { $0.settings == nil }?.settingsFile
        lacksSources = noSettings != nil || noSources != nil
        unreadFiles[.sources] = noSettings ?? noSources?.file
        self.unreadFiles = unreadFiles
        var empty: [Table: Bool] = [:]
        for (table, grid) in grids where grid.rowCount == 0 && !unread.contains(table) { empty[table] = grid.sheets.isEmpty }
        self.empty = empty
    }

    /// The tables of which not all rows are known.
    var unreadTables: Set<Table> { unread }

    /// The faults without those that only follow from others, and with one for all cells that could not be checked.
    func settled(_ faults: [LocatedFault]) -> [LocatedFault] {
        var kept: [LocatedFault] = [], unchecked: [Unread: Int] = [:], nameless: [Table: [LocatedFault]] = [:]
        for fault in faults {
            if isMissingPart(fault) { continue }
            switch aim(of: fault.kind) {
            case .unread(let what): unchecked[what, default: 0] += 1
            case .empty(let table): nameless[table, default: []].append(fault)
            case nil: kept.append(fault)
            }
        }
        // An id of an empty table may stand where ids of another are known, too.
        for (table, cells) in nameless.sorted(by: { $0.key < $1.key }) {
            let ids = Set(cells.compactMap(\.unknownID))
            let more = kept.filter { empty[table] != nil && $0.mayName(table) && $0.unknownID.map(ids.contains) ?? false }
            guard cells.count + more.count > 1 else { continue }
            nameless[table] = cells + more
            let moved = Set(more)
            kept.removeAll(where: moved.contains)
        }
        for (what, cells) in unchecked {
            kept.append(LocatedFault(.file(.unchecked(what, cells: cells)), file: unreadFiles[what] ?? "scenario.yaml"))
        }
        for (table, cells) in nameless { kept += told(table, cells) }
        return kept
    }

    /// One fault for several cells that name rows of an empty table, at the first of them; a single one tells enough itself.
    private func told(_ table: Table, _ cells: [LocatedFault]) -> [LocatedFault] {
        guard cells.count > 1, var first = cells.min(), let found = first.unknownID else { return cells }
        first.kind = .reference(.noRows(table, found: found, cells: cells.count, isMissing: empty[table] ?? true))
        return [first]
    }

    /// Whether the fault is that something is missing which the base may hold.
    private func isMissingPart(_ fault: LocatedFault) -> Bool {
        switch fault.kind {
        case .file(.missingTable), .workbook(.missingSheet): lacksBase
        case .value(.missing), .value(.clearsNothing), .reference(.removesNothing), .file(.missingHeading):
            dependentFiles.contains(fault.file)
        default: false
        }
    }

    private enum Aim { case unread(Unread), empty(Table) }

    /// What the cell names, where that was not read or is empty; nil where the fault tells something by itself.
    private func aim(of kind: FaultKind) -> Aim? {
        switch kind {
        case .reference(.unknown(let tables, _, _)):
            if let aim = unreadAim(tables) { return aim }
            return tables.allSatisfy { empty[$0] != nil } ? tables.first.map(Aim.empty) : nil
        // Ids of parks, firms, processes and projects are never the same: that one of them has this one tells enough.
        case .reference(.wrongKind(_, let table, let expected)):
            return Identifiers.shared.contains(table) && expected.allSatisfy(Identifiers.shared.contains) ? nil : unreadAim(expected)
        case .reference(.unknownLicence), .reference(.unknownCargo): return unreadAim([.resources])
        case .reference(.unknownSource):
            if lacksBase { return .unread(.base) }
            return lacksSources ? .unread(.sources) : nil
        default: return nil
        }
    }

    private func unreadAim(_ tables: [Table]) -> Aim? {
        guard let table = tables.first(where: unread.contains) else { return nil }
        return .unread(lacksBase ? .base : .table(table))
    }
}

extension LocatedFault {
    /// The id that no row has; nil for other faults.
    fileprivate var unknownID: String? { if case .reference(.unknown(_, let found, _)) = kind { found } else { nil } }

    /// Whether the cell may name a row of `table`.
    fileprivate func mayName(_ table: Table) -> Bool {
        if case .reference(.unknown(let tables, _, _)) = kind { tables.contains(table) } else { false }
    }
}

extension Layer {
    /// The file or the sheet of a table, as faults name it.
    func sheetFile(_ table: Table) -> String {
        guard let workbook else { return prefix + table.rawValue + ".csv" }
        return prefix + (workbook[table]?.name ?? table.rawValue) + "!"
    }
}

extension Table {
    /// The table of a CSV file or of a sheet, as faults name it.
    init?(file: String) {
        let name = FilePath.lastName(file)
        if name.hasSuffix("!") {
            self.init(rawValue: String(name.dropLast()).trimmed.lowercased())
        } else {
            guard name.hasSuffix(".csv") else { return nil }
            self.init(rawValue: String(name.dropLast(4)))
        }
    }
}
