// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// The form of a CSV file of a scenario: what a reader of other programs has to know of it.
public struct TableFile: Hashable, Sendable {
    /// The table.
    public let table: Table
    /// The headings in their order.
    public let headings: [String]
    /// What stands between the cells, and before decimals.
    public let delimiter: Character, decimalMark: Character
    /// Whether the file belongs to a variant, in which cells may be blank or clear the base's.
    public let isVariant: Bool

}

extension TableFile {
    init(_ table: Table, _ sheet: Sheet, isVariant: Bool) {
        self.init(
            table: table, headings: sheet.headings, delimiter: Character(UnicodeScalar(sheet.delimiter)),
            decimalMark: Character(UnicodeScalar(sheet.decimalMark)), isVariant: isVariant)
    }
}

/// A folder of a scenario as a package of tables.
public struct TablePackage: Sendable {
    /// The scenario's id; empty where it has none of its own.
    public let id: String
    /// Its name in English, or its only one.
    public let title: String?
    /// Its tables, in the order of the specification.
    public let files: [TableFile]
}

/// The form of the folder at `path`; nil where it is none, or a file of it cannot be read.
public func readPackage(at path: String) -> (package: TablePackage?, faults: [LocatedFault]) {
    let reader = LayersReader(path)
    guard reader.faults.allSatisfy({ $0.kind.severity == .warning }), let layer = reader.layers.last, layer.workbook == nil else {
        return (nil, reader.faults.sorted())
    }
    let isVariant = reader.layers.count > 1
    let files = Table.allCases.compactMap { table in layer.sheets[table].map { TableFile(table, $0, isVariant: isVariant) } }
    let name = layer.settings?["name"]
    let title = name.flatMap { if case .mapping = $0.content { ($0["en"] ?? $0["vi"])?.summary } else { $0.isNull ? nil : $0.summary } }
    return (TablePackage(id: layer.settings?["id"]?.summary ?? "", title: title, files: files), reader.faults.sorted())
}

extension ScenarioDraft {
    /// The draft of a folder's files that are not written yet; the names are those of the format.
    ///
    /// - Throws: the first fault of form.
    public init(files: [(name: String, text: String)]) throws(LocatedFault) {
        self.init()
        for file in files {
            let bytes = Array(file.text.utf8)
            if file.name == "scenario.yaml" {
                settings = try SettingNode.parse(bytes, file: file.name)
            } else if let table = Table.allCases.first(where: { $0.rawValue + ".csv" == file.name }), let format = TableFormat.all[table] {
                var reader = SheetReader()
                let sheet = reader.sheet(bytes, file: file.name, format: format, isVariant: false)
                if let fault = reader.faults.first(where: { $0.kind.severity == .error }) { throw fault }
                if let sheet { tables[table] = DraftTable(sheet, format) }
            }
        }
        tidy()
    }

    /// The draft as a package of the files that ``folderFiles(_:)`` gives.
    public func package(_ form: FolderForm = .commas) -> TablePackage {
        let files = Table.allCases.compactMap { table in
            tables[table].map { draft in
                TableFile(
                    table: table, headings: draft.columns, delimiter: form.delimiter, decimalMark: form.decimalMark,
                    isVariant: extends != nil)
            }
        }
        let rows = settingRows
        return TablePackage(
            id: rows.first { $0.key == "id" }?.value ?? "", title: rows.first { $0.key == "name.en" || $0.key == "name" }?.value,
            files: files)
    }
}
