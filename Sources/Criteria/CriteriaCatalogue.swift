// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario
internal import ScenarioFiles

/// Criteria sets: those that come with the product, and those of files.
public struct CriteriaCatalogue: Sendable {
    /// The sets, the product's own first, in the order of their ids; the common declared measures are no set.
    public private(set) var sets: [CriteriaSet] = []
    /// What parks, firms and projects can declare beside the criteria's own declarations.
    public private(set) var declaredMeasures: [DeclaredMeasure] = []

    /// The ids of the product's own sets, known without reading one.
    public static let builtInIDs: [String] = BuiltInSets.all.map(\.id)

    /// Reads the product's own sets named by `ids` and those that they refer to; nil reads all.
    public init(_ ids: [String]? = nil) {
        var names = FormulaNames(sets: Set(Self.builtInIDs))
        read(BuiltInSets.common.bytes, "declared-measures", &names)
        for set in BuiltInSets.all where ids.map({ BuiltInSets.needed(by: $0).contains(set.id) }) ?? true {
            read(set.bytes, set.id, &names)
        }
    }

    /// What is wrong with the product's own sets; empty, as the tests make sure.
    private(set) var ownFaults: [LocatedFault] = []

    private mutating func read(_ bytes: [UInt8], _ id: String, _ names: inout FormulaNames) {
        do throws(LocatedFault) {
            let node = try SettingNode.parse(bytes, file: id + ".yaml")
            ownFaults += add(node, &names)
        } catch {
            ownFaults.append(error)
        }
    }

    /// Adds the set of a node and returns what is wrong with it.
    private mutating func add(_ node: SettingNode, _ names: inout FormulaNames) -> [LocatedFault] {
        names.criteria.formUnion(sets.flatMap(\.criteria).map(\.id))
        for measure in declaredMeasures { names.declared[measure.id] = measure }
        var reader = CriteriaReader(node, names)
        let set = reader.read()
        guard reader.faults.allSatisfy({ $0.kind.severity == .warning }) else { return reader.faults }
        declaredMeasures += set.declaredMeasures
        if !set.criteria.isEmpty { sets.append(set) }
        return reader.faults
    }

    /// The set with this id.
    public func set(_ id: String) -> CriteriaSet? { sets.first { $0.id == id } }

    /// What is declared under an id: a declared measure, or a criterion's own declaration.
    public func declaration(_ id: String) -> DeclaredMeasure? {
        declaredMeasures.first { $0.id == id } ?? sets.lazy.flatMap(\.criteria).compactMap(\.declared).first { $0.id == id }
    }

    /// Adds the set in the file at `path`, which faults name as `file`.
    ///
    /// - Returns: the set's id, nil where it has an error; and all that is wrong with it.
    public mutating func addFile(at path: String, named file: String) -> (id: String?, faults: [LocatedFault]) {
        let node: SettingNode
        do throws(LocatedFault) { node = try SettingNode.read(path, file: file) } catch { return (nil, [error]) }
        var names = FormulaNames(sets: Set(Self.builtInIDs + sets.map(\.id)))
        let count = sets.count
        var faults = add(node, &names)
        guard sets.count > count, let added = sets.last else { return (nil, faults) }
        if Self.builtInIDs.contains(added.id) || sets.dropLast().contains(where: { $0.id == added.id }) {
            sets.removeLast()
            faults.append(
                LocatedFault(
                    .criteria(.setTaken(id: added.id)), file: file, line: node["id"]?.place.line, column: node["id"]?.place.column,
                    columnName: "id"))
            return (nil, faults)
        }
        if added.status != .superseded, let old = sets.first(where: { $0.isSupersededSource(of: added) }) {
            let place = node["document"]?.place
            faults.append(
                LocatedFault(
                    .criteria(.citesSuperseded(document: old.number ?? old.id, by: old.supersededBy)), file: file, line: place?.line,
                    column: place?.column, columnName: "document"))
        }
        return (added.id, faults)
    }
}

extension CriteriaSet {
    /// The number of the document, such as `82/2018`; nil where it has none.
    fileprivate var number: String? {
        document.english.split(separator: " ").first { $0.contains("/") && $0.first?.isNumber == true }.map {
            $0.split(separator: "/").prefix(2).joined(separator: "/")
        }
    }

    /// Whether the set is superseded and `other`, or a criterion of it, cites the set's document.
    fileprivate func isSupersededSource(of other: CriteriaSet) -> Bool {
        guard status == .superseded, let number else { return false }
        let cited = [other.document] + other.criteria.compactMap(\.place.document)
        return cited.contains { $0.english.contains(number) || $0.vietnamese?.contains(number) == true }
    }
}
