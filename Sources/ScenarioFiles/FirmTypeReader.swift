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
///
/// - Parameter base: a library that this one adds to: its resources and sources may be named, and all of it is part of the result.
public func readFirmTypes(_ bytes: [UInt8], file: String, addingTo base: FirmTypeLibrary? = nil) -> FirmTypeReading {
    if let fault = TextEncoding.fault(of: bytes, file: file) { return FirmTypeReading(library: nil, faults: [fault]) }
    do throws(LocatedFault) {
        var reader = FirmTypeReader(try SettingNode.parse(bytes, file: file), base)
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
    /// The library that comes with the program: the types, and the exchanges that are known from practice.
    public static let embedded: FirmTypeReading = {
        let types = readFirmTypes(bytes(EmbeddedFiles.firm_types_yaml), file: "firm-types.yaml")
        guard let base = types.library else { return types }
        let exchanges = readFirmTypes(bytes(EmbeddedFiles.exchanges_yaml), file: "exchanges.yaml", addingTo: base)
        return FirmTypeReading(library: exchanges.library, faults: types.faults + exchanges.faults)
    }()

    private static func bytes(_ text: StaticString) -> [UInt8] { text.withUTF8Buffer { unsafe Array($0) } }
}

/// Reads the nodes of a library.
struct FirmTypeReader: NodeReading {
    let root: SettingNode
    var faults: [LocatedFault] = []
    var places: [String: SettingNode.Place] = [:]
    private let base: FirmTypeLibrary
    private(set) var resourceIDs: Set<String> = [], sourceIDs: Set<String> = []

    init(_ root: SettingNode, _ base: FirmTypeLibrary?) {
        self.root = root
        self.base = base ?? FirmTypeLibrary(types: [], resources: [], sources: [])
    }

    static let keys: [String: [String]] = [
        "": ["format", "sources", "resources", "types", "exchanges"],
        "sources": ["id", "title", "year", "confidence"],
        "resources": ["id", "name", "kind", "unit", "code", "hazardous"],
        "types": ["id", "name", "sector", "unit", "of", "capacity", "confidence", "sources", "gives", "takes"],
        "name": ["en", "vi"], "capacity": ["low", "high"],
        "gives": ["resource", "per_unit", "low", "high", "confidence", "role", "quality"],
        "takes": ["resource", "per_unit", "low", "high", "confidence", "instead_of", "quality"],
        "exchanges": [
            "from", "to", "ratio", "low", "high", "max_share", "confidence", "figures", "sources", "treatment", "quality",
        ],
    ]

    mutating func read() -> FirmTypeLibrary {
        let top = entries(of: root, under: "")
        if let format = text(top["format"], "format"), format != "1" {
            report(.file(.unknownFormat(found: format)), top["format"]?.place, "format")
        }
        var (sources, resources, types, exchanges) = (base.sources, base.resources, base.types, base.exchanges)
        var seen = Set(base.sources.map(\.id))
        for node in list(top["sources"], "sources") {
            if let source = source(node), isNew(source.id, among: &seen, node, "sources") { sources.append(source) }
        }
        (sourceIDs, seen) = (seen, Set(base.resources.map(\.id)))
        for node in list(top["resources"], "resources") {
            if let resource = resource(node), isNew(resource.id, among: &seen, node, "resources") { resources.append(resource) }
        }
        (resourceIDs, seen) = (seen, Set(base.types.map(\.id)))
        for node in list(top["types"], "types") {
            if let type = type(node), isNew(type.id, among: &seen, node, "types") { types.append(type) }
        }
        seen = Set(base.exchanges.map { $0.from + " → " + $0.to })
        for node in list(top["exchanges"], "exchanges") {
            guard let exchange = exchange(node) else { continue }
            if isNew(exchange.from + " → " + exchange.to, among: &seen, node, "exchanges") { exchanges.append(exchange) }
        }
        return FirmTypeLibrary(types: types, resources: resources, sources: sources, exchanges: exchanges)
    }

    private mutating func source(_ node: SettingNode) -> LibrarySource? {
        let found = entries(of: node, under: "sources")
        let id = identifier(found["id"] ?? node.blank, "id"), title = requiredText(found["title"] ?? node.blank, "title")
        let confidence: Confidence? = required(word(found["confidence"], "confidence"), found["confidence"] ?? node.blank, "confidence")
        guard let id, let title, let confidence else { return nil }
        return LibrarySource(id: id, title: title, year: text(found["year"], "year"), confidence: confidence)
    }

    private mutating func resource(_ node: SettingNode) -> LibraryResource? {
        let found = entries(of: node, under: "resources")
        let id = identifier(found["id"] ?? node.blank, "id"), name = bothNames(found["name"], node)
        let kind: ResourceKind? = required(word(found["kind"], "kind"), found["kind"] ?? node.blank, "kind")
        let unit: Unit? = required(word(found["unit"], "unit"), found["unit"] ?? node.blank, "unit")
        let hazardous = truth(found["hazardous"], "hazardous") ?? false
        guard let id, let name, let kind, let unit else { return nil }
        return LibraryResource(id: id, name: name, kind: kind, unit: unit, wasteCode: text(found["code"], "code"), hazardous: hazardous)
    }

    private mutating func type(_ node: SettingNode) -> FirmType? {
        let found = entries(of: node, under: "types"), size = entries(of: found["capacity"] ?? node.blank, under: "capacity")
        let id = identifier(found["id"] ?? node.blank, "id"), name = bothNames(found["name"], node)
        let unit = requiredText(found["unit"] ?? node.blank, "unit"), spot = found["capacity"] ?? node.blank
        let low = figure(size["low"], spot, "low"), high = figure(size["high"], spot, "high")
        let confidence: Confidence? = required(word(found["confidence"], "confidence"), found["confidence"] ?? node.blank, "confidence")
        let sources = sourceList(found["sources"])
        let gives = streams(found["gives"], "gives"), takes = streams(found["takes"], "takes")
        if let low, let high, low > high {
            report(.combination(.minimumAboveMaximum(minimum: low, maximum: high)), spot.place, "capacity")
        }
        guard let id, let name, let unit, let low, let high, let confidence else { return nil }
        return FirmType(
            id: id, name: name, sector: text(found["sector"], "sector"), unit: unit, of: text(found["of"], "of"), leastCapacity: low,
            mostCapacity: high, confidence: confidence, sources: sources, gives: gives, takes: takes)
    }

    private mutating func streams(_ node: SettingNode?, _ key: String) -> [TypicalStream] {
        var streams: [TypicalStream] = [], seen: Set<String> = []
        for item in list(node, key) {
            let found = entries(of: item, under: key)
            let resource = requiredText(found["resource"] ?? item.blank, "resource")
            let usual = figure(found["per_unit"], item, "per_unit")
            let low = figure(found["low"], item, "low"), high = figure(found["high"], item, "high")
            let confidence: Confidence? = required(word(found["confidence"], "confidence"), found["confidence"] ?? item.blank, "confidence")
            let role = text(found["role"], "role")
            if let role, role != "product" {
                let fault = ValueFault.unknownWord(found: role, allowed: ["product"], nearest: "product")
                report(.value(fault), found["role"]?.place, "role")
            }
            let instead = (text(found["instead_of"], "instead_of") ?? "").split(separator: ";").map(\.trimmed)
            for id in [resource].compactMap({ $0 }) + instead { checkResource(id, found["resource"] ?? item, "resource") }
            guard let resource, let usual, let low, let high, let confidence else { continue }
            if usual < low || usual > high || low > high {
                report(.combination(.minimumAboveMaximum(minimum: low, maximum: min(usual, high))), found["low"]?.place, "low")
            }
            guard isNew(resource, among: &seen, item, key) else { continue }
            streams.append(
                TypicalStream(
                    resource: resource, perUnit: usual, low: low, high: high, confidence: confidence, isProduct: role == "product",
                    insteadOf: instead, quality: text(found["quality"], "quality")))
        }
        return streams
    }

    /// The sources that are named; one that is not there is told.
    mutating func sourceList(_ node: SettingNode?) -> [String] {
        list(node, "sources").compactMap { entry in
            guard let source = requiredText(entry, "sources") else { return nil }
            if !sourceIDs.contains(source) {
                let nearest = Nearest.word(to: source, among: sourceIDs)
                report(.reference(.unknownSource(found: source, nearest: nearest)), entry.place, "sources")
            }
            return source
        }
    }

    /// Tells a resource that the library does not have.
    mutating func checkResource(_ id: String, _ node: SettingNode, _ key: String) {
        guard !resourceIDs.contains(id) else { return }
        let fault = LibraryFault.unknownResource(found: id, nearest: Nearest.word(to: id, among: resourceIDs))
        report(.library(fault), node.place, key)
    }

    /// An amount that must be given; what is missing is told at `parent`.
    mutating func figure(_ node: SettingNode?, _ parent: SettingNode, _ key: String) -> Double? {
        guard requiredText(node ?? parent.blank, key) != nil else { return nil }
        return number(node, key, .notNegative)
    }

    /// A word that must be given; one that is none has been told already.
    mutating func required<Word>(_ word: Word?, _ node: SettingNode, _ key: String) -> Word? {
        if word == nil { _ = requiredText(node, key) }
        return word
    }

    /// A name in both languages.
    mutating func bothNames(_ node: SettingNode?, _ parent: SettingNode) -> Label? {
        guard let name = label(node, "name"), name.vietnamese != nil else {
            report(.value(.missing), (node ?? parent).place, "name")
            return nil
        }
        return name
    }

    /// Whether no item before had the id; a second one is told.
    mutating func isNew(_ id: String, among seen: inout Set<String>, _ node: SettingNode, _ key: String) -> Bool {
        if seen.insert(id).inserted { return true }
        report(.combination(.duplicate(key: id, firstLine: root.place.line)), node.place, key)
        return false
    }
}

extension SettingNode {
    /// Nothing, at this node's place: where a value that is missing should stand.
    var blank: SettingNode { SettingNode(content: .null, place: place) }
}
