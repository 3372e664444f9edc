// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// A cell of a table as it was written.
public enum DraftCell: Hashable, Sendable {
    /// Nothing.
    case blank
    /// Text, or what no number could be made of.
    case text(String)
    /// A number of a column of numbers.
    case number(Double)

    /// The cell as a CSV file with decimal points has it.
    public var text: String {
        switch self {
        case .blank: ""
        case .text(let text): text
        case .number(let number): Self.digits(number)
        }
    }

    /// The shortest digits that tell `number`.
    public static func digits(_ number: Double) -> String {
        if number == 0 { return "0" }
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// A table of one layer, cell by cell.
public struct DraftTable: Sendable {
    /// The headings, unknown ones too.
    public var columns: [String]
    /// The rows, each as long as the headings.
    public var rows: [[DraftCell]]
    /// Where each row was read; empty where the rows were not read from anywhere.
    var origins: [RowOrigin] = []

    /// Makes a table.
    public init(columns: [String], rows: [[DraftCell]] = []) { (self.columns, self.rows) = (columns, rows) }

    /// The cell of a row under a heading.
    public func cell(_ row: Int, _ column: String) -> DraftCell {
        columns.firstIndex(of: column).map { rows[row][$0] } ?? .blank
    }
}

extension DraftTable: Hashable {
    /// Whether both hold the same cells, wherever they were read.
    public static func == (left: Self, right: Self) -> Bool { left.columns == right.columns && left.rows == right.rows }

    /// Feeds what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(columns)
        hasher.combine(rows)
    }
}

/// Where the row of a draft was read: a line of a CSV file or a row of a sheet.
struct RowOrigin: Sendable {
    /// The file or the sheet, as faults name it.
    var file: String
    /// The line, from 1.
    var line: Int
    /// The columns of the file by their headings, from 1.
    var columns: [String: Int]
}

/// One layer of a scenario as it was written, for taking it from a folder to a workbook or back: nothing is merged with what it extends,
/// no default is filled in.
///
/// Two drafts of the same layer, one read from a folder and one from a workbook, are equal.
public struct ScenarioDraft: Sendable {
    var settings: SettingNode
    /// The tables that have headings.
    public var tables: [Table: DraftTable] = [:]
    /// Files of the folder that are no part of the draft, such as `README.md`.
    public internal(set) var otherFiles: [String] = []
    /// The folder from which ``extends`` is named.
    public internal(set) var folder = "."

    /// Makes an empty draft.
    public init() { settings = SettingNode(content: .mapping([]), place: SettingNode.empty.place) }

    /// The path of the scenario that it extends, as written.
    public var extends: String? {
        get { settings["extends"].flatMap { $0.isNull ? nil : $0.summary } }
        set {
            guard case .mapping(var entries) = settings.content else { return }
            entries.removeAll { $0.key == "extends" }
            if let newValue {
                entries.insert(("extends", settings.place, SettingNode(content: .value(newValue), place: settings.place)), at: 0)
            }
            settings.content = .mapping(entries)
        }
    }

    /// Sets or adds one setting of the topmost level.
    public mutating func set(_ key: String, _ value: String) {
        guard case .mapping(var entries) = settings.content else { return }
        let node = SettingNode(content: .value(value), place: settings.place)
        if let position = entries.firstIndex(where: { $0.key == key }) {
            entries[position].node = node
        } else {
            entries.append((key, settings.place, node))
        }
        settings.content = .mapping(entries)
    }

    /// The settings as rows of dotted keys, sources left out.
    public var settingRows: [(key: String, value: String)] {
        var rows: [(String, String)] = []
        flatten(settings, "", into: &rows)
        return rows
    }

    private func flatten(_ node: SettingNode, _ path: String, into rows: inout [(String, String)]) {
        switch node.content {
        case .value(let text): if !text.isEmpty { rows.append((path, text)) }
        case .null: if WorkbookSettings.isNothingMeant(path) { rows.append((path, "null")) }
        case .list(let entries):
            // A variant's empty list takes the base's away, as the mark for clearing does.
            if entries.isEmpty, extends != nil { rows.append((path, "-")) }
            if !entries.isEmpty { rows.append((path, entries.map(\.summary).joined(separator: "; "))) }
        case .mapping(let entries):
            for entry in entries where !(path.isEmpty && entry.key == "sources") {
                flatten(entry.node, path.isEmpty ? entry.key : path + "." + entry.key, into: &rows)
            }
        }
    }

    /// The sources, each with its fields by name.
    public var sources: [[String: String]] {
        get {
            guard case .list(let entries) = settings["sources"]?.content else { return [] }
            return entries.map { entry in
                guard case .mapping(let fields) = entry.content else { return [:] }
                return Dictionary(fields.map { ($0.key, $0.node.summary) }) { first, _ in first }.filter { !$0.value.isEmpty }
            }
        }
        set {
            guard case .mapping(var entries) = settings.content else { return }
            let list = newValue.map { source in
                SettingNode(
                    content: .mapping(
                        SourceField.allCases.compactMap { field in
                            source[field.rawValue].map {
                                (field.rawValue, settings.place, SettingNode(content: .value($0), place: settings.place))
                            }
                        }), place: settings.place)
            }
            entries.removeAll { $0.key == "sources" }
            entries.append(("sources", settings.place, SettingNode(content: .list(list), place: settings.place)))
            settings.content = .mapping(entries)
        }
    }
}

/// The fields of a source, in the order of the specification.
public enum SourceField: String, Sendable, CaseIterable { case id, title, publisher, year, url }

extension ScenarioDraft: Equatable {
    /// Whether both say the same, wherever they were read.
    public static func == (left: Self, right: Self) -> Bool {
        func rows(_ draft: Self) -> Set<String> { Set(draft.settingRows.map { $0.key + "\u{1F}" + $0.value }) }
        return rows(left) == rows(right) && left.sources == right.sources && left.tables == right.tables
    }
}
