// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import Spreadsheet

/// One folder or workbook of a scenario: the one that was named, or a base that it extends.
struct Layer: Sendable {
    /// The folder or workbook, as the system finds it.
    let path: String
    /// What faults put before the names of its files: empty for the scenario itself, `../chu-lai/` for a base.
    let prefix: String
    var settings: SettingNode?
    var sheets: [Table: Sheet] = [:]
    /// Tables whose file stands there, even if it could not be read.
    var presentTables: Set<Table> = []

    /// The sheets of a workbook by table; nil for a folder.
    var workbook: [Table: ReadSheet]?

    var settingsFile: String { prefix + (workbook == nil ? "scenario.yaml" : "scenario!") }

    /// The folder from which the layer names its base, and what faults put before that name.
    var folder: (path: String, prefix: String) {
        guard workbook != nil else { return (path, prefix) }
        return (FilePath.folder(path), prefix.isEmpty ? "" : FilePath.folder(String(prefix.dropLast())) + "/")
    }
}

/// Reads the layers of a scenario, the base's first.
struct LayersReader {
    static let layerLimit = 16

    private(set) var layers: [Layer] = []
    private(set) var faults: [LocatedFault] = []
    /// Whether the scenario extends one that could not be found or read.
    private(set) var lacksBase = false

    /// Reads the folder at `path` and all that it extends.
    init(_ path: String) {
        var chain: [Layer] = []
        var next: (path: String, prefix: String, origin: SettingNode?)? = (path, "", nil)
        var seen: [String] = []
        while let (path, prefix, origin) = next {
            guard let layer = folder(path, prefix: prefix, origin: origin) else {
                lacksBase = origin != nil
                break
            }
            chain.append(layer)
            seen.append(FilePath.resolved(path))
            next = nil
            guard let extends = layer.settings?["extends"], !extends.isNull else { continue }
            next = base(of: layer, extends, seen: seen, depth: chain.count)
            lacksBase = next == nil
        }
        for position in chain.indices { readTables(of: &chain[position], isVariant: position < chain.count - 1 || lacksBase) }
        layers = chain.reversed()
    }

    private mutating func report(_ kind: FileFault, _ node: SettingNode, _ key: String) {
        faults.append(
            LocatedFault(.file(kind), file: node.place.file, line: node.place.line, column: node.place.column, columnName: key))
    }

    /// Where the base of `layer` stands; nil with a fault where there is none, or where it leads in a circle.
    private mutating func base(
        of layer: Layer, _ extends: SettingNode, seen: [String], depth: Int
    ) -> (path: String, prefix: String, origin: SettingNode?)? {
        guard case .value(let written) = extends.content, !written.isEmpty else {
            report(.wrongForm(found: extends.form, expected: .value), extends, "extends")
            return nil
        }
        let path = FilePath.joined(layer.folder.path, written)
        let prefix = written.hasPrefix("/") ? written : FilePath.simplified(layer.folder.prefix + written)
        if let first = seen.firstIndex(of: FilePath.resolved(path)) {
            report(.extendsCycle(paths: seen[first...].map(FilePath.lastName) + [FilePath.lastName(seen[first])]), extends, "extends")
            return nil
        }
        guard depth < Self.layerLimit else {
            report(.beyondLimit(.layers, found: depth + 1, limit: Self.layerLimit), extends, "extends")
            return nil
        }
        return (path, prefix.hasSuffix("/") ? prefix : prefix + "/", extends)
    }

    /// Opens a folder and reads its settings.
    private mutating func folder(_ path: String, prefix: String, origin: SettingNode?) -> Layer? {
        if FileBytes.item(at: path) == .file { return workbook(path, prefix: prefix) }
        var layer = Layer(path: path, prefix: prefix)
        let names: [String]
        do {
            names = try FileBytes.names(inFolder: path)
        } catch .unreadable(let reason) {
            if let origin {
                report(.missingBase(path: prefix, reason: reason), origin, "extends")
            } else {
                faults.append(LocatedFault(.file(.noScenario(reason: reason)), file: path))
            }
            return nil
        } catch {
            faults.append(LocatedFault(.file(error), file: path))
            return nil
        }
        checkNames(names, &layer)
        layer.settings = settings(of: layer, names)
        return layer
    }

    /// Opens a workbook and reads its settings.
    private mutating func workbook(_ path: String, prefix: String) -> Layer? {
        do throws(LocatedFault) {
            let file = try WorkbookFile(path, prefix: prefix)
            faults += file.faults
            var layer = Layer(path: path, prefix: prefix)
            layer.workbook = file.tables
            layer.presentTables = Set(file.tables.keys)
            guard let sheet = file.settings else {
                faults.append(LocatedFault(.workbook(.missingSettings), file: prefix.isEmpty ? path : String(prefix.dropLast())))
                return layer
            }
            let settings = WorkbookSettings(sheet, sources: file.sources, prefix: prefix)
            faults += settings.faults
            layer.settings = settings.node
            return layer
        } catch {
            faults.append(error)
            return nil
        }
    }

    private mutating func settings(of layer: Layer, _ names: [String]) -> SettingNode? {
        let file = layer.settingsFile
        guard names.contains("scenario.yaml") else {
            faults.append(LocatedFault(.file(.missingSettings), file: file))
            return nil
        }
        do {
            let bytes = try FileBytes.read(FilePath.joined(layer.path, "scenario.yaml"), limit: NestingGuard.sizeLimit)
            if let fault = TextEncoding.fault(of: bytes, file: file) {
                faults.append(fault)
                return nil
            }
            return try SettingNode.parse(bytes, file: file)
        } catch let fault as FileFault {
            faults.append(LocatedFault(.file(fault), file: file))
        } catch let fault as LocatedFault {
            faults.append(fault)
        } catch {
            faults.append(LocatedFault(.file(.brokenYAML(problem: "\(error)")), file: file))
        }
        return nil
    }

    /// Tells the files that are no part of a scenario; a misspelt table would otherwise be missed in silence.
    private mutating func checkNames(_ names: [String], _ layer: inout Layer) {
        let tables = Dictionary(uniqueKeysWithValues: Table.allCases.map { ($0.rawValue + ".csv", $0) })
        let known: Set = ["scenario.yaml", "datapackage.json", "README.md"]
        // In a folder that is no scenario at all, such as one named by mistake, what else lies there is nobody's business.
        let isScenario = names.contains { $0 == "scenario.yaml" || tables[$0] != nil }
        for name in names where !name.hasPrefix(".") && !known.contains(name) {
            if let table = tables[name] {
                layer.presentTables.insert(table)
            } else {
                let absent = tables.keys.filter { !names.contains($0) } + known.filter { !names.contains($0) }
                let nearest = Nearest.word(to: name, among: absent)
                guard isScenario || nearest != nil else { continue }
                faults.append(LocatedFault(.file(.unknownFile(nearest: nearest)), file: layer.prefix + name))
            }
        }
    }

    private mutating func readTables(of layer: inout Layer, isVariant: Bool) {
        for table in Table.allCases where layer.presentTables.contains(table) {
            let name = table.rawValue + ".csv"
            guard let format = TableFormat.all[table] else { continue }
            if let workbook = layer.workbook {
                guard let read = workbook[table] else { continue }
                var reader = SheetReader()
                layer.sheets[table] = reader.sheet(read, file: layer.prefix + read.name + "!", format: format, isVariant: isVariant)
                faults += reader.faults
                continue
            }
            do throws(FileFault) {
                let bytes = try FileBytes.read(FilePath.joined(layer.path, name))
                var reader = SheetReader()
                layer.sheets[table] = reader.sheet(bytes, file: layer.prefix + name, format: format, isVariant: isVariant)
                faults += reader.faults
            } catch {
                faults.append(LocatedFault(.file(error), file: layer.prefix + name))
            }
        }
    }
}
