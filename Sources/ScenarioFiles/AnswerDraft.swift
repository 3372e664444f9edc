// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Makes a variant of the answers: of each row that an answer changes its key and what changed, with the questionnaire as its source.
struct AnswerDraft {
    private let layers: [Layer]
    private let base: ScenarioReading
    private(set) var draft = ScenarioDraft()

    init(_ layers: [Layer], _ changes: [Difference], _ base: ScenarioReading, path: String) {
        (self.layers, self.base) = (layers, base)
        draft.set("format", "1")
        draft.set("id", String((base.id + "-collected").prefix(Identifier.lengthLimit)))
        let whole = FilePath.absolute(path)
        draft.folder = FilePath.folder(whole)
        draft.extends = FilePath.lastName(whole)
        var firms: [String] = []
        for (_, group) in Dictionary(grouping: changes, by: { "\($0.file)\u{1F}\($0.line ?? 0)" }).sorted(by: {
            order($0.value) < order($1.value)
        }) {
            guard let first = group.first, let table = first.table, let (sheet, row) = place(first) else { continue }
            let firm = sheet.draftText(row, ScenarioReading.firmColumn(of: table))
            add(group, table, sheet, row, source: Self.sourceID(firm))
            if !firms.contains(firm) { firms.append(firm) }
        }
        for table in draft.tables.keys { fillUp(table) }
        let names = Dictionary(
            base.catalogue(of: .firms).map { ($0.id, (english: $0.name, vietnamese: $0.vietnamese.isEmpty ? $0.name : $0.vietnamese)) }
        ) { first, _ in first }
        draft.sources = firms.sorted().map {
            let name = names[$0] ?? ($0, $0)
            return ["id": Self.sourceID($0), "title": "Questionnaire of \(name.english) / Phiếu hỏi của \(name.vietnamese)"]
        }
    }

    private static func sourceID(_ firm: String) -> String { String(("q-" + firm).prefix(Identifier.lengthLimit)) }

    /// Rows in the order of tables, files and lines.
    private func order(_ group: [Difference]) -> String {
        guard let first = group.first, let table = first.table else { return "" }
        let line = "\(first.line ?? 0)"
        let number = Table.allCases.firstIndex(of: table) ?? 0
        return "\(number < 10 ? "0" : "")\(number) \(first.file) " + String(repeating: "0", count: max(0, 8 - line.count)) + line
    }

    private func place(_ change: Difference) -> (Sheet, Int)? {
        guard let table = change.table else { return nil }
        for layer in layers {
            guard let sheet = layer.sheets[table], sheet.file == change.file, let line = change.line,
                let row = sheet.lines.firstIndex(of: Int32(line))
            else { continue }
            return (sheet, row)
        }
        return nil
    }

    private mutating func add(_ group: [Difference], _ table: Table, _ sheet: Sheet, _ row: Int, source: String) {
        guard let format = TableFormat.all[table] else { return }
        let written = DraftTable(sheet, format)
        var cells: [String: DraftCell] = [:]
        for column in format.key { cells[column] = written.cell(row, column) }
        switch group[0].change {
        case .removed: cells["remove"] = .text("true")
        case .added:
            for column in written.columns where column != "remove" { cells[column] = written.cell(row, column) }
        case .changed:
            for change in group { change.column.map { cells[$0] = written.cell(row, $0) } }
            for column in ["basis", "note"] where written.cell(row, column) != .blank { cells[column] = written.cell(row, column) }
        }
        if group[0].change != .removed {
            cells["source"] = .text(source)
            if cells["basis"] ?? .blank == .blank { cells["basis"] = .text(Basis.declared.rawValue) }
        }
        var columns = draft.tables[table]?.columns ?? format.key
        let order = format.columns.map(\.name) + ["remove"]
        for column in order where cells[column] ?? .blank != .blank && !columns.contains(column) { columns.append(column) }
        var rows = draft.tables[table]?.rows ?? []
        rows.append(columns.map { cells[$0] ?? .blank })
        var grown = DraftTable(columns: columns, rows: rows)
        grown.origins = (draft.tables[table]?.origins ?? []) + [written.origins[row]]
        draft.tables[table] = grown
    }

    /// Makes all rows as long as the headings, which grew with the rows, and puts the headings in the order of the format.
    private mutating func fillUp(_ table: Table) {
        guard let format = TableFormat.all[table], let written = draft.tables[table] else { return }
        let order = (format.columns.map(\.name) + ["remove"]).filter(written.columns.contains)
        let kept = order.filter { column in
            format.key.contains(column) && format.columns.contains { $0.name == column && $0.isRequired }
                || written.rows.contains { row in
                    written.columns.firstIndex(of: column).map { $0 < row.count && row[$0] != .blank } ?? false
                }
        }
        let rows = written.rows.map { row in
            kept.map { column in
                guard let position = written.columns.firstIndex(of: column), position < row.count else { return DraftCell.blank }
                return row[position]
            }
        }
        draft.tables[table]?.columns = kept
        draft.tables[table]?.rows = rows
    }
}

extension Sheet {
    /// The text of a cell under a heading.
    fileprivate func draftText(_ row: Int, _ heading: String) -> String {
        headings.firstIndex(of: heading).map { text(cells[row * width + $0]) } ?? ""
    }
}
