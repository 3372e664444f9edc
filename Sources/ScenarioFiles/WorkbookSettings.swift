// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import Spreadsheet

/// Makes the tree of settings from the sheet `scenario`, whose keys are dotted, and from the sheet `sources`, one source a row.
struct WorkbookSettings {
    private(set) var faults: [LocatedFault] = []
    private let file: String
    private var root: SettingNode

    /// Settings that are lists, written with `;` between.
    private static let lists: Set = ["criteria"]
    static let sourceColumns = ["id", "title", "publisher", "year", "url"]

    /// Reads the sheets; `prefix` is what faults put before their names.
    init(_ sheet: ReadSheet, sources: ReadSheet?, prefix: String) {
        file = prefix + sheet.name + "!"
        root = SettingNode(content: .mapping([]), place: SettingNode.Place(file: file, line: 1, column: 1))
        readKeys(sheet)
        if let sources { readSources(sources, file: prefix + sources.name + "!") }
    }

    var node: SettingNode { root }

    private mutating func readKeys(_ sheet: ReadSheet) {
        guard let (rows, heading, fields) = columns(of: sheet, ["key", "value"], file: file) else { return }
        root.place.line = Int(rows.cells(heading).first?.row ?? 0) + 1
        guard let keyField = fields["key"], let valueField = fields["value"] else {
            let missing = fields["key"] == nil ? "key" : "value"
            faults.append(LocatedFault(.file(.missingHeading(missing, nearest: nil)), file: file, line: root.place.line))
            return
        }
        for row in (heading + 1)..<max(heading + 1, rows.count) {
            let key = text(rows, row, keyField, sheet), value = text(rows, row, valueField, sheet)
            guard let value else { continue }
            guard let key else {
                report(.workbook(.valueWithoutKey(found: String(value.text.prefix(40)))), value.place)
                continue
            }
            put(value.text, isNumeric: value.isNumeric, at: value.place, key: key.text, key.place)
        }
    }

    /// The rows of a sheet, the row of its headings, and the column of each that is known.
    private mutating func columns(
        of sheet: ReadSheet, _ known: [String], file: String
    ) -> (rows: WorkbookRows, heading: Int, fields: [String: Int])? {
        let rows = WorkbookRows(sheet)
        guard let heading = rows.headings(among: Set(known)) else { return nil }
        var fields: [String: Int] = [:]
        for cell in rows.cells(heading) {
            let name = WorkbookRows.heading(sheet.text(cell).trimmed, Set(known))
            if known.contains(name), fields[name] == nil { fields[name] = Int(cell.column) }
        }
        guard !fields.isEmpty else {
            let headings = rows.cells(heading).map { sheet.text($0).trimmed }
            let fault = FileFault.noKnownHeading(
                found: String(headings.joined(separator: " ").prefix(60)), meant: HeadingNames.meant(by: headings, among: known),
                ofSheet: known)
            faults.append(LocatedFault(.file(fault), file: file, line: Int(rows.cells(heading).first?.row ?? 0) + 1))
            return nil
        }
        return (rows, heading, fields)
    }

    private mutating func text(
        _ rows: WorkbookRows, _ row: Int, _ column: Int, _ sheet: ReadSheet, file: String? = nil
    ) -> (text: String, isNumeric: Bool, place: SettingNode.Place)? {
        guard let cell = rows.cells(row).first(where: { Int($0.column) == column }) else { return nil }
        let place = SettingNode.Place(file: file ?? self.file, line: Int(cell.row) + 1, column: column + 1)
        let text = sheet.text(cell).trimmed
        switch cell.kind {
        case .error: report(.workbook(.errorCell(found: String(text.prefix(20)))), place)
        case .uncomputed: report(.workbook(.uncomputed(formula: String(text.prefix(60)))), place)
        case .text, .number, .truth, .day: break
        }
        return text.isEmpty ? nil : (text, cell.kind == .number, place)
    }

    private mutating func report(_ kind: FaultKind, _ place: SettingNode.Place, _ key: String? = nil) {
        faults.append(LocatedFault(kind, file: place.file, line: place.line, column: place.column, columnName: key))
    }

    /// Puts a value at its dotted key.
    private mutating func put(_ text: String, isNumeric: Bool, at place: SettingNode.Place, key: String, _ keyPlace: SettingNode.Place) {
        if let (id, field) = Self.source(key) { return putSource(id, field, text, isNumeric, place, keyPlace) }
        let path = Self.path(of: key)
        guard path.count <= 4 else {
            return report(.file(.beyondLimit(.nesting, found: path.count, limit: 4)), keyPlace, key)
        }
        var node = SettingNode(content: .value(text), place: place, isNumericCell: isNumeric)
        if Self.lists.contains(key), text != "-" {
            let entries = text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
            node.content = .list(entries.map { SettingNode(content: .value($0), place: place) })
        }
        // Here nothing given and any number are two things, so the word for nothing has a meaning.
        if Self.isNothingMeant(key), text == "null" { node.content = .null }
        if !Self.insert(node, path[...], keyPlace, into: &root) { report(.file(.duplicateKey(key)), keyPlace, key) }
    }

    /// Where the ids of the library's resources are keys, which may have dots of their own.
    private static let matches = "library.same_as."

    private static func path(of key: String) -> [String] {
        guard key.hasPrefix(matches) else { return key.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }
        return ["library", "same_as", String(key.dropFirst(matches.count))]
    }

    /// Whether nothing, written `null`, is a value of its own under `key`, and not the same as no value.
    static func isNothingMeant(_ key: String) -> Bool { key == "exchange.max_partners" || key.hasPrefix(matches) }

    /// The id and the field of a key such as `sources.kh4691.title`; an id may have dots of its own.
    private static func source(_ key: String) -> (id: String, field: String)? {
        guard key.hasPrefix("sources."), let dot = key.lastIndex(of: ".") else { return nil }
        let field = String(key[key.index(after: dot)...])
        let middle = key.dropFirst("sources.".count)
        guard sourceColumns.contains(field), middle.count > field.count + 1 else { return nil }
        return (String(middle.dropLast(field.count + 1)), field)
    }

    private mutating func putSource(
        _ id: String, _ field: String, _ text: String, _ isNumeric: Bool, _ place: SettingNode.Place, _ keyPlace: SettingNode.Place
    ) {
        var entries = sourceList
        if !entries.contains(where: { $0["id"]?.summary == id }) {
            let idNode = SettingNode(content: .value(id), place: keyPlace)
            entries.append(SettingNode(content: .mapping([("id", keyPlace, idNode)]), place: keyPlace))
        }
        if field != "id", let position = entries.firstIndex(where: { $0["id"]?.summary == id }) {
            let node = SettingNode(content: .value(text), place: place, isNumericCell: isNumeric)
            if !Self.insert(node, [field], keyPlace, into: &entries[position]) {
                report(.file(.duplicateKey("sources.\(id).\(field)")), keyPlace, field)
            }
        }
        sourceList = entries
    }

    private var sourceList: [SettingNode] {
        get { if case .list(let entries) = root["sources"]?.content { entries } else { [] } }
        set {
            let node = SettingNode(content: .list(newValue), place: newValue.first?.place ?? root.place)
            guard case .mapping(var entries) = root.content else { return }
            if let position = entries.firstIndex(where: { $0.key == "sources" }) {
                entries[position].node = node
            } else {
                entries.append(("sources", node.place, node))
            }
            root.content = .mapping(entries)
        }
    }

    /// Puts `node` at `path` below `parent`; false where something stands there already.
    private static func insert(
        _ node: SettingNode, _ path: ArraySlice<String>, _ keyPlace: SettingNode.Place, into parent: inout SettingNode
    ) -> Bool {
        guard let key = path.first, case .mapping(var entries) = parent.content else { return false }
        if path.count == 1 {
            guard !entries.contains(where: { $0.key == key }) else { return false }
            entries.append((key, keyPlace, node))
        } else {
            if !entries.contains(where: { $0.key == key }) {
                entries.append((key, keyPlace, SettingNode(content: .mapping([]), place: keyPlace)))
            }
            guard let position = entries.firstIndex(where: { $0.key == key }),
                insert(node, path.dropFirst(), keyPlace, into: &entries[position].node)
            else { return false }
        }
        parent.content = .mapping(entries)
        return true
    }

    private mutating func readSources(_ sheet: ReadSheet, file: String) {
        guard let (rows, heading, fields) = columns(of: sheet, Self.sourceColumns, file: file) else { return }
        var entries = sourceList
        for row in (heading + 1)..<max(heading + 1, rows.count) {
            var mapping: [(key: String, keyPlace: SettingNode.Place, node: SettingNode)] = []
            for column in Self.sourceColumns {
                guard let field = fields[column], let value = text(rows, row, field, sheet, file: file) else { continue }
                let node = SettingNode(content: .value(value.text), place: value.place, isNumericCell: value.isNumeric)
                mapping.append((column, value.place, node))
            }
            guard let first = mapping.first else { continue }
            entries.append(SettingNode(content: .mapping(mapping), place: first.keyPlace))
        }
        if !entries.isEmpty { sourceList = entries }
    }
}
