// SPDX-License-Identifier: GPL-3.0-or-later
package import Scenario
internal import Yams

/// A value of `scenario.yaml` with its place, independent of YAML so that a workbook's sheet of settings can become the same.
package struct SettingNode: Sendable {
    /// What stands there.
    package indirect enum Content: Sendable {
        case value(String)
        /// Nothing was written, or `null`.
        case null
        case list([SettingNode])
        case mapping([(key: String, keyPlace: Place, node: SettingNode)])
    }

    /// A place in a file.
    package struct Place: Sendable, Hashable {
        package var file: String
        package var line: Int
        package var column: Int
    }

    package var content: Content
    package var place: Place
    /// Whether it stands in a numeric cell of a workbook, whose text is the number whatever the language.
    package var isNumericCell = false

    /// Which of the three forms it has; nothing counts as a value.
    package var form: SettingForm {
        switch content {
        case .value, .null: .value
        case .list: .list
        case .mapping: .mapping
        }
    }

    /// Whether nothing was written.
    package var isNull: Bool { if case .null = content { true } else { false } }

    /// The value under `key` of a mapping.
    package subscript(key: String) -> SettingNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.node
    }
}

extension SettingNode {
    /// Parses the text of `scenario.yaml`, or of another YAML file of the product.
    ///
    /// - Throws: the fault that broke the parsing, with its line and column.
    package static func parse(_ bytes: [UInt8], file: String) throws(LocatedFault) -> SettingNode {
        let text = String(decoding: bytes.dropFirst(TextEncoding.markLength(of: bytes)), as: UTF8.self)
        if let fault = NestingGuard.fault(of: text, file: file) { throw fault }
        let node: Node?
        do {
            // The basic resolver leaves values as the texts that they are; the other one would start up regular expressions.
            node = try Yams.compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw LocatedFault(yaml: error, file: file)
        } catch {
            throw LocatedFault(.file(.brokenYAML(problem: "\(error)")), file: file)
        }
        guard let node else { return SettingNode(content: .null, place: Place(file: file, line: 1, column: 1)) }
        return SettingNode(node, file: file, depth: 0)
    }

    private init(_ node: Node, file: String, depth: Int) {
        place = Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            content = isNull ? .null : .value(scalar.string.trimmed)
        case .sequence(let sequence):
            content = .list(depth > 4 ? [] : sequence.map { SettingNode($0, file: file, depth: depth + 1) })
        case .mapping(let mapping):
            let entries = depth > 4 ? [] : Array(mapping)
            content = .mapping(
                entries.map { key, value in
                    let keyPlace = Place(file: file, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
                    return (key.scalar?.string ?? "?", keyPlace, SettingNode(value, file: file, depth: depth + 1))
                })
        case .alias: content = .null
        }
    }
}

extension LocatedFault {
    /// The fault of a text that YAML's parser refuses.
    fileprivate init(yaml error: YamlError, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            self.init(.file(.brokenYAML(problem: problem)), file: file, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.min() ?? "?"
            self.init(.file(.duplicateKey(key)), file: file, line: context.mark.line, column: context.mark.column)
        default:
            self.init(.file(.brokenYAML(problem: "\(error)")), file: file)
        }
    }
}

extension SettingNode {
    /// What stands for settings that could not be read.
    static let empty = SettingNode(content: .null, place: Place(file: "scenario.yaml", line: 1, column: 1))
}

extension SettingNode {
    /// Reads the YAML file at `path`; faults name it as `file`.
    ///
    /// - Throws: what keeps it from being read or parsed.
    package static func read(_ path: String, file: String) throws(LocatedFault) -> SettingNode {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path, limit: NestingGuard.sizeLimit) } catch { throw LocatedFault(.file(error), file: file) }
        if let fault = TextEncoding.fault(of: bytes, file: file) { throw fault }
        return try parse(bytes, file: file)
    }
}
