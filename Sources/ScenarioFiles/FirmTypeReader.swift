// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What came of reading a library of firm types.
public struct FirmTypeReading: Sendable {
    /// The library; nil where there is an error.
    public let library: FirmTypeLibrary?
    /// Every fault, by line and column.
    public let faults: [LocatedFault]
}

/// Reads and judges a library of firm types: YAML in the form that `Docs/Specification/library.md` lays down. `file` is what faults call it.
public func readFirmTypes(_ bytes: [UInt8], file: String) -> FirmTypeReading {
    if let fault = TextEncoding.fault(of: bytes, file: file) { return FirmTypeReading(library: nil, faults: [fault]) }
    do throws(LocatedFault) {
        var reader = FirmTypeReader(try SettingNode.parse(bytes, file: file))
        let library = reader.read()
        let isSound = reader.faults.allSatisfy { $0.kind.severity == .warning }
        return FirmTypeReading(library: isSound ? library : nil, faults: reader.faults.sorted())
    } catch { return FirmTypeReading(library: nil, faults: [error]) }
}

/// Reads the library of firm types in the file at `path`.
public func readFirmTypes(at path: String) -> FirmTypeReading {
    do throws(FileFault) {
        return readFirmTypes(try FileBytes.read(path, limit: NestingGuard.sizeLimit), file: path)
    } catch { return FirmTypeReading(library: nil, faults: [LocatedFault(.file(error), file: path)]) }
}

extension FirmTypeLibrary {
    /// The library that comes with the program.
    public static let embedded: FirmTypeReading = readFirmTypes(PackageResources.firm_types_yaml, file: "firm-types.yaml")
}

/// Reads the nodes of a library.
private struct FirmTypeReader {
    private(set) var faults: [LocatedFault] = []
    private let root: SettingNode
    private var resourceIDs: Set<String> = [], sourceIDs: Set<String> = []

    init(_ root: SettingNode) { self.root = root }

    private static let keys: [String: [String]] = [
        "": ["format", "sources", "resources", "types"],
        "sources": ["id", "title", "year", "confidence"],
        "resources": ["id", "name", "kind", "unit", "code", "hazardous"],
        "types": ["id", "name", "sector", "unit", "of", "capacity", "confidence", "sources", "gives", "takes"],
        "name": ["en", "vi"], "capacity": ["low", "high"],
        "gives": ["resource", "per_unit", "low", "high", "confidence", "role", "quality"],
        "takes": ["resource", "per_unit", "low", "high", "confidence", "instead_of", "quality"],
    ]

    mutating func read() -> FirmTypeLibrary {
        let top = entries(root, "")
        if let format = text(top["format"], "format"), format != "1" {
            report(.file(.unknownFormat(found: format)), top["format"], "format")
        }
        let sources = unique(items(top["sources"], "sources").compactMap { source($0) }, "sources", \.id)
        sourceIDs = Set(sources.map(\.id))
        let resources = unique(items(top["resources"], "resources").compactMap { resource($0) }, "resources", \.id)
        resourceIDs = Set(resources.map(\.id))
        let types = unique(items(top["types"], "types").compactMap { type($0) }, "types", \.id)
        return FirmTypeLibrary(types: types, resources: resources, sources: sources)
    }

    private mutating func source(_ node: SettingNode) -> LibrarySource? {
        let found = entries(node, "sources")
        guard let id = identifier(found["id"], node, "id"), let title = required(found["title"], node, "title") else { return nil }
        return LibrarySource(
            id: id, title: title, year: text(found["year"], "year"),
            confidence: word(found["confidence"], node, "confidence", of: Confidence.self) ?? .estimate)
    }

    private mutating func resource(_ node: SettingNode) -> LibraryResource? {
        let found = entries(node, "resources")
        let id = identifier(found["id"], node, "id"), name = label(found["name"], node)
        let kind = word(found["kind"], node, "kind", of: ResourceKind.self), unit = word(found["unit"], node, "unit", of: Unit.self)
        let hazardous = text(found["hazardous"], "hazardous").map { ($0, Truth.read($0)) }
        if let hazardous, hazardous.1 == nil { report(.value(.notYesOrNo(found: hazardous.0)), found["hazardous"], "hazardous") }
        guard let id, let name, let kind, let unit else { return nil }
        return LibraryResource(
            id: id, name: name, kind: kind, unit: unit, wasteCode: text(found["code"], "code"), hazardous: hazardous?.1 ?? false)
    }

    private mutating func type(_ node: SettingNode) -> FirmType? {
        let found = entries(node, "types"), size = entries(found["capacity"], "capacity")
        let id = identifier(found["id"], node, "id"), name = label(found["name"], node), unit = required(found["unit"], node, "unit")
        let low = number(size["low"], found["capacity"] ?? node, "low"), high = number(size["high"], found["capacity"] ?? node, "high")
        let confidence = word(found["confidence"], node, "confidence", of: Confidence.self)
        var sources: [String] = []
        for entry in items(found["sources"], "sources") {
            guard let source = required(entry, entry, "sources") else { continue }
            sources.append(source)
            if !sourceIDs.contains(source) {
                report(.reference(.unknownSource(found: source, nearest: Nearest.word(to: source, among: sourceIDs))), entry, "sources")
            }
        }
        let gives = streams(found["gives"], "gives"), takes = streams(found["takes"], "takes")
        if let low, let high, low > high {
            report(.combination(.minimumAboveMaximum(minimum: low, maximum: high)), found["capacity"], "capacity")
        }
        guard let id, let name, let unit, let low, let high, let confidence else { return nil }
        return FirmType(
            id: id, name: name, sector: text(found["sector"], "sector"), unit: unit, of: text(found["of"], "of"), leastCapacity: low,
            mostCapacity: high, confidence: confidence, sources: sources, gives: gives, takes: takes)
    }

    private mutating func streams(_ node: SettingNode?, _ key: String) -> [TypicalStream] {
        var streams: [TypicalStream] = [], seen: Set<String> = []
        for item in items(node, key) {
            let found = entries(item, key)
            let resource = required(found["resource"], item, "resource"), usual = number(found["per_unit"], item, "per_unit")
            let low = number(found["low"], item, "low"), high = number(found["high"], item, "high")
            let confidence = word(found["confidence"], item, "confidence", of: Confidence.self)
            let role = text(found["role"], "role")
            if let role, role != "product" {
                report(.value(.unknownWord(found: role, allowed: ["product"], nearest: "product")), found["role"], "role")
            }
            let instead = (text(found["instead_of"], "instead_of") ?? "").split(separator: ";").map(\.trimmed)
            for id in [resource].compactMap({ $0 }) + instead where !resourceIDs.contains(id) {
                let fault = LibraryFault.unknownResource(found: id, nearest: Nearest.word(to: id, among: resourceIDs))
                report(.library(fault), found["resource"] ?? item, "resource")
            }
            guard let resource, let usual, let low, let high, let confidence else { continue }
            if !(low...max(low, high)).contains(usual) || low > high {
                report(.combination(.minimumAboveMaximum(minimum: low, maximum: min(usual, high))), found["low"], "low")
            }
            guard seen.insert(resource).inserted else {
                report(.combination(.duplicate(key: resource, firstLine: node?.place.line ?? 1)), item, key)
                continue
            }
            streams.append(
                TypicalStream(
                    resource: resource, perUnit: usual, low: low, high: high, confidence: confidence, isProduct: role == "product",
                    insteadOf: instead, quality: text(found["quality"], "quality")))
        }
        return streams
    }

    // MARK: The forms of nodes

    private mutating func report(_ kind: FaultKind, _ node: SettingNode?, _ key: String) {
        let place = node?.place ?? root.place
        faults.append(LocatedFault(kind, file: place.file, line: place.line, column: place.column, columnName: key.isEmpty ? nil : key))
    }

    private mutating func entries(_ node: SettingNode?, _ path: String) -> [String: SettingNode] {
        guard let node, !node.isNull else { return [:] }
        guard case .mapping(let entries) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .mapping)), node, path)
            return [:]
        }
        let known = Self.keys[path] ?? []
        var found: [String: SettingNode] = [:]
        for (key, place, child) in entries {
            if known.contains(key) {
                found[key] = child
            } else {
                let spot = SettingNode(content: .null, place: place)
                report(.file(.unknownKey(key, nearest: Nearest.word(to: key, among: known))), spot, path)
            }
        }
        return found
    }

    private mutating func items(_ node: SettingNode?, _ key: String) -> [SettingNode] {
        guard let node, !node.isNull else { return [] }
        guard case .list(let items) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .list)), node, key)
            return []
        }
        return items
    }

    private mutating func text(_ node: SettingNode?, _ key: String) -> String? {
        guard let node, !node.isNull else { return nil }
        guard case .value(let text) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .value)), node, key)
            return nil
        }
        return text.isEmpty ? nil : text
    }

    private mutating func required(_ node: SettingNode?, _ parent: SettingNode, _ key: String) -> String? {
        if let text = text(node, key) { return text }
        if node.map({ $0.form == .value }) ?? true { report(.value(.missing), node ?? parent, key) }
        return nil
    }

    private mutating func identifier(_ node: SettingNode?, _ parent: SettingNode, _ key: String) -> String? {
        guard let text = required(node, parent, key) else { return nil }
        guard let fault = Identifier.fault(of: text) else { return text }
        report(.reference(fault), node, key)
        return nil
    }

    private mutating func number(_ node: SettingNode?, _ parent: SettingNode, _ key: String) -> Double? {
        guard let text = required(node, parent, key) else { return nil }
        let bytes = Array(text.utf8), mark = UInt8(ascii: ".")
        guard case .number(let value) = DecimalNumber.read(bytes.span, 0..<bytes.count, mark: mark) else {
            report(.value(MisreadNumber.fault(of: text, mark: mark)), node, key)
            return nil
        }
        guard value >= 0 else {
            report(.value(.outOfRange(found: text, .notNegative)), node, key)
            return nil
        }
        return value
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ node: SettingNode?, _ parent: SettingNode, _ key: String, of type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = required(node, parent, key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let allowed = type.allCases.map(\.rawValue)
        report(.value(.unknownWord(found: text, allowed: allowed, nearest: Nearest.word(to: text, among: allowed))), node, key)
        return nil
    }

    private mutating func label(_ node: SettingNode?, _ parent: SettingNode) -> Label? {
        let found = entries(node, "name")
        guard let english = required(found["en"], node ?? parent, "en"), let vietnamese = required(found["vi"], node ?? parent, "vi") else {
            return nil
        }
        return Label(english: english, vietnamese: vietnamese)
    }

    /// What is left once an id that stands twice is told; the first counts.
    private mutating func unique<Item>(_ items: [Item], _ key: String, _ id: (Item) -> String) -> [Item] {
        var seen: Set<String> = []
        return items.filter { item in
            if seen.insert(id(item)).inserted { return true }
            report(.combination(.duplicate(key: id(item), firstLine: root.place.line)), nil, key)
            return false
        }
    }
}
