// SPDX-License-Identifier: GPL-3.0-or-later
package import Scenario

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
        let text = bytes[TextEncoding.markLength(of: bytes)...]
        if let fault = NestingGuard.fault(of: text, file: file) { throw fault }
        return try YAMLReader.read(text, file: file)
            ?? SettingNode(content: .null, place: Place(file: file, line: 1, column: 1))
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
