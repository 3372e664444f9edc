// SPDX-License-Identifier: GPL-3.0-or-later

/// Which resource of a scenario a resource of the library is.
///
/// In this order: what the planner says under `library.same_as`; the same id; the same waste code, if one resource of the library and one of the
/// scenario have it and no other. A match must measure in the same dimension. What is none of these is not guessed.
///
/// The library's codes are those of the European List of Waste. Other lists have codes of the same form for other wastes, as that of Viet Nam's
/// Circular 02/2022/TT-BTNMT, and a scenario does not say of which list its codes are: a match by the code alone has to be told.
public struct ResourceMatching: Sendable {
    /// What became of a resource of the library.
    public enum Match: Hashable, Sendable {
        /// It is this resource of the scenario, so many of whose units are one of the library's.
        case resource(Reference<Resource>, factor: Double)
        /// The scenario has no such resource, or the planner says that it has none.
        case absent
        /// It would be this resource, but that is measured in another dimension.
        case otherDimension(Reference<Resource>)
        /// Several share its waste code.
        case ambiguous([Reference<Resource>])
    }

    private let tables: Tables, library: FirmTypeLibrary
    private let byID: [String: Reference<Resource>], byCode: [String: [Reference<Resource>]]
    private let codeCount: [String: Int], libraryIndex: [String: Int]

    /// Prepares to match the resources of `library` with those of `tables`.
    public init(_ library: FirmTypeLibrary, _ tables: Tables) {
        (self.tables, self.library) = (tables, library)
        byID = Dictionary(tables.resources.references.map { (tables.resources[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        byCode = Dictionary(grouping: tables.resources.references.filter { tables.resources[$0].wasteCode != nil }) {
            tables.resources[$0].wasteCode ?? ""
        }
        codeCount = Dictionary(library.resources.compactMap(\.wasteCode).map { ($0, 1) }, uniquingKeysWith: +)
        libraryIndex = Dictionary(
            library.resources.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the resource of the library with this id is in the scenario.
    public func match(_ id: String) -> Match {
        guard let index = libraryIndex[id] else { return .absent }
        let resource = library.resources[index]
        if let said = tables.settings.sameAs[id] {
            guard let said, let reference = byID[said] else { return .absent }
            return judged(resource, reference)
        }
        if let reference = byID[id] { return judged(resource, reference) }
        guard let code = resource.wasteCode, let found = byCode[code] else { return .absent }
        return found.count == 1 && codeCount[code] == 1 ? judged(resource, found[0]) : .ambiguous(found)
    }

    /// The resource of the scenario that one of the library is taken to be by the waste code alone: neither said by the planner nor of the same
    /// id, and with names of which neither holds the other in any language; nil where there is none such.
    public func matchByCodeAlone(_ id: String) -> Reference<Resource>? {
        guard let index = libraryIndex[id], tables.settings.sameAs[id] == nil, byID[id] == nil,
            case .resource(let reference, _) = match(id)
        else { return nil }
        let (own, other) = (library.resources[index].name, tables.resources[reference].name)
        let names = [(own.english, other.english), (own.vietnamese ?? "", other.vietnamese ?? "")]
        return names.contains { Self.isSame($0, $1) } ? nil : reference
    }

    /// Whether all words of one name stand in the other: slag is called what foundry slag is.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (words(one), words(other))
        return !one.isEmpty && !other.isEmpty && (one.isSubset(of: other) || other.isSubset(of: one))
    }

    private static func words(_ name: String) -> Set<String> {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// The unit of a resource of the library.
    func unit(_ id: String) -> Unit? { libraryIndex[id].map { library.resources[$0].unit } }

    private func judged(_ resource: LibraryResource, _ reference: Reference<Resource>) -> Match {
        guard let factor = resource.unit.convert(1, to: tables.resources[reference].unit) else { return .otherDimension(reference) }
        return .resource(reference, factor: factor)
    }
}
