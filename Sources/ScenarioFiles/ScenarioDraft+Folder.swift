// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario
internal import Yams

extension ScenarioDraft {
    /// The files of the draft as a folder: `scenario.yaml`, and a CSV file for each table, in UTF-8 with commas, decimal points and line
    /// feeds.
    ///
    /// - Throws: the fault of a text that a spreadsheet would take for a formula, where it was read: in the cell of a workbook, if it came from one.
    public func folderFiles() throws(LocatedFault) -> [(name: String, bytes: [UInt8])] {
        var files = [(name: "scenario.yaml", bytes: Array(yaml.utf8))]
        for table in Table.allCases {
            guard let draft = tables[table] else { continue }
            files.append((table.rawValue + ".csv", Array(try csv(draft, file: table.rawValue + ".csv").utf8)))
        }
        return files
    }

    private func csv(_ table: DraftTable, file: String) throws(LocatedFault) -> String {
        // The delimiter is recognised in the headings, so there every other one stands in quotes.
        var lines = [table.columns.map { Self.field($0, marks: [0x3B, 0x09]) }.joined(separator: ",")]
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                guard case .text(let text) = cell, Self.isRisky(text) else { continue }
                let heading = table.columns[column], origin = table.origins.indices.contains(row) ? table.origins[row] : nil
                throw LocatedFault(
                    .workbook(.formulaInText(found: String(text.prefix(40)))), file: origin?.file ?? file, line: origin?.line ?? row + 2,
                    column: origin.map { $0.columns[heading] } ?? column + 1, columnName: heading)
            }
            lines.append(cells.map { Self.field($0.text) }.joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func field(_ text: String, marks: [UInt8] = []) -> String {
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) || marks.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Whether a spreadsheet would take a text for a formula. A lone hyphen clears a cell of the base, and a number is none.
    static func isRisky(_ text: String) -> Bool {
        guard let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) else { return false }
        let bytes = Array(text.utf8)
        return text != "-" && DecimalNumber.read(bytes.span, 0..<bytes.count, mark: UInt8(ascii: ".")) == .malformed
    }

    private var yaml: String {
        // The emitter can only fail for want of memory, and on nodes that no reader makes.
        (try? Yams.serialize(node: Self.node(settings, ""), width: -1, allowUnicode: true)) ?? ""
    }

    private static func node(_ setting: SettingNode, _ key: String) -> Node {
        switch setting.content {
        case .value(let text):
            // Without quotes these words would be read as nothing.
            let isWord = ["", "~", "null", "Null", "NULL"].contains(text)
            // What a numeric cell says plainly could be thousands as text.
            let isOpen = setting.isNumericCell && SettingsReader.mayBeThousands(key) && MisreadNumber.isGrouped(text, by: ".")
            let written = isOpen ? text + "0" : text
            return .scalar(Node.Scalar(written, Tag(.implicit), isWord ? .doubleQuoted : .any))
        case .null: return .scalar(Node.Scalar("null", Tag(.implicit), .plain))
        case .list(let entries): return .sequence(Node.Sequence(entries.map { node($0, key) }, Tag(.implicit), .block))
        case .mapping(let entries):
            return .mapping(
                Node.Mapping(
                    entries.map { entry in
                        (.scalar(Node.Scalar(entry.key, Tag(.implicit))), node(entry.node, key.isEmpty ? entry.key : key + "." + entry.key))
                    }, Tag(.implicit), .block))
        }
    }
}
