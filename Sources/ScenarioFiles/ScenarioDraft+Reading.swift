// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// Reads the layer at `path`, a folder or a workbook, as it was written.
///
/// The whole scenario is read for it, with what it extends, so that a cell which could be read in two ways is told and not carried on.
/// - Returns: the draft, nil where a file, a cell or the workbook cannot be read; and every fault of that kind.
public func readDraft(at path: String) -> (draft: ScenarioDraft?, faults: [LocatedFault]) {
    let layers = LayersReader(path)
    let reading = readScenario(at: path)
    // Faults of meaning, such as an unknown id, go along as they are; faults of form would change or lose what was meant.
    let faults = reading.faults.filter { fault in
        switch fault.kind {
        case .file, .value, .workbook: true
        default: false
        }
    }
    guard faults.allSatisfy({ $0.kind.severity == .warning }), let layer = layers.layers.last, let settings = layer.settings else {
        return (nil, faults)
    }
    var draft = ScenarioDraft()
    draft.settings = settings.isNull ? draft.settings : settings
    draft.folder = layer.folder.path
    for (table, sheet) in layer.sheets { draft.tables[table] = DraftTable(sheet, TableFormat.all[table]) }
    if layer.workbook == nil {
        let names = (try? FileBytes.names(inFolder: path)) ?? []
        let known = Set(Table.allCases.map { $0.rawValue + ".csv" } + ["scenario.yaml", "datapackage.json"])
        draft.otherFiles = names.filter { !known.contains($0) && !$0.hasPrefix(".") }
    }
    draft.tidy()
    return (draft, faults)
}

extension DraftTable {
    /// The table as `sheet` gives it, its numbers as numbers.
    init(_ sheet: Sheet, _ format: TableFormat?) {
        let kept = sheet.headings.indices.filter { !sheet.headings[$0].isEmpty }
        let numeric = Set((format?.columns ?? []).filter { $0.content == .number }.map(\.name))
        columns = kept.map { sheet.headings[$0] }
        rows = (0..<sheet.rowCount).map { row in
            kept.map { field in
                let cell = sheet.cells[row * sheet.width + field]
                guard !cell.isBlank else { return .blank }
                if numeric.contains(sheet.headings[field]),
                    case .number(let value) = DecimalNumber.read(sheet.bytes.span, cell.bounds, mark: sheet.decimalMark)
                {
                    return .number(value)
                }
                return .text(sheet.text(cell))
            }
        }
        let places = Dictionary(kept.map { (sheet.headings[$0], $0 + 1) }) { first, _ in first }
        origins = (0..<sheet.rowCount).map { RowOrigin(file: sheet.file, line: Int(sheet.lines[$0]), columns: places) }
    }
}

extension ScenarioDraft {
    /// Leaves out columns without a value that no reader needs, and tables without rows that no scenario needs: a workbook has room for
    /// all of them, and a folder does not show them.
    mutating func tidy() {
        for (table, draft) in tables {
            guard let format = TableFormat.all[table] else { continue }
            if draft.rows.isEmpty, !format.isRequired || extends != nil {
                tables[table] = nil
                continue
            }
            // Of a variant only the columns that tell its rows apart are needed; its base has the rest.
            let needed = Set(format.columns.filter { $0.isRequired && (extends == nil || format.key.contains($0.name)) }.map(\.name))
            let kept = draft.columns.indices.filter { column in
                needed.contains(draft.columns[column]) || draft.rows.contains { $0[column] != .blank }
            }
            tables[table]?.columns = kept.map { draft.columns[$0] }
            tables[table]?.rows = draft.rows.map { row in kept.map { row[$0] } }
        }
    }

    /// The draft with its base named from another folder, so that it stays the same one.
    public func moved(to folder: String) -> ScenarioDraft {
        var moved = self
        moved.folder = folder
        func renamed(_ name: String) -> String {
            guard !name.hasPrefix("/") else { return name }
            return FilePath.relative(FilePath.absolute(FilePath.joined(self.folder, name)), from: FilePath.absolute(folder))
        }
        if let extends { moved.extends = renamed(extends) }
        moved.renameCriteria(renamed)
        return moved
    }

    /// Renames the files that hold criteria sets of the planner's own.
    private mutating func renameCriteria(_ renamed: (String) -> String) {
        guard case .mapping(var entries) = settings.content, let position = entries.firstIndex(where: { $0.key == "criteria" }),
            case .list(var names) = entries[position].node.content
        else { return }
        for index in names.indices {
            guard case .value(let name) = names[index].content, name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
            else { continue }
            // A name without a stroke would be taken for an id, were it not for its ending.
            names[index].content = .value(renamed(name))
        }
        entries[position].node.content = .list(names)
        settings.content = .mapping(entries)
    }
}

extension FilePath {
    /// The path of a place that may not exist yet, from the root.
    static func absolute(_ path: String) -> String {
        var (known, rest) = (path.isEmpty ? "." : path, [String]())
        while FileBytes.item(at: known) == .missing, known != ".", known != "/" {
            rest.insert(lastName(known), at: 0)
            known = folder(known)
        }
        let base = resolved(known)
        return rest.isEmpty ? base : (base == "/" ? "" : base) + "/" + rest.joined(separator: "/")
    }

    /// How `path` is named from `folder`, both from the root.
    static func relative(_ path: String, from folder: String) -> String {
        let (target, start) = (path.split(separator: "/"), folder.split(separator: "/"))
        let shared = zip(target, start).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: start.count - shared) + target[shared...].map(String.init)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }
}
