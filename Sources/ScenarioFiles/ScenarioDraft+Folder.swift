// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// The form of the CSV files of a folder: which regional settings of a spreadsheet open them right by a double click.
public enum FolderForm: Sendable {
    /// Commas, decimal points and line feeds, as most programs have it.
    case commas
    /// Semicolons and decimal commas behind a byte-order mark, as Excel saves under Vietnamese settings.
    case semicolons

    /// What stands between cells, and before decimals.
    var delimiter: Character { self == .commas ? "," : ";" }
    var decimalMark: Character { self == .commas ? "." : "," }
}

extension ScenarioDraft {
    /// The files of the draft as a folder: `scenario.yaml`, and a CSV file for each table, in UTF-8.
    ///
    /// - Throws: the fault of a text that a spreadsheet would take for a formula, where it was read: in the cell of a workbook, if it came from one.
    public func folderFiles(_ form: FolderForm = .commas) throws(LocatedFault) -> [(name: String, bytes: [UInt8])] {
        var files = [(name: "scenario.yaml", bytes: Array(yaml.utf8))]
        for table in Table.allCases {
            guard let draft = tables[table] else { continue }
            files.append((table.rawValue + ".csv", Array(try csv(draft, form, file: table.rawValue + ".csv").utf8)))
        }
        return files
    }

    private func csv(_ table: DraftTable, _ form: FolderForm, file: String) throws(LocatedFault) -> String {
        let delimiter = String(form.delimiter), quoted: Set<Character> = ["\"", "\n", "\r", "\r\n", form.delimiter]
        // The delimiter is recognised in the headings, so there every other one stands in quotes.
        var lines = [table.columns.map { Self.field($0, quoted: quoted.union([",", ";", "\t"])) }.joined(separator: delimiter)]
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                guard case .text(let text) = cell, Self.isRisky(text) else { continue }
                let heading = table.columns[column], origin = table.origins.indices.contains(row) ? table.origins[row] : nil
                throw LocatedFault(
                    .workbook(.formulaInText(found: String(text.prefix(40)))), file: origin?.file ?? file, line: origin?.line ?? row + 2,
                    column: origin.map { $0.columns[heading] } ?? column + 1, columnName: heading)
            }
            lines.append(cells.map { Self.field(form.text($0), quoted: quoted) }.joined(separator: delimiter))
        }
        return form == .commas ? lines.joined(separator: "\n") + "\n" : "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func field(_ text: String, quoted: Set<Character>) -> String {
        guard text.contains(where: { quoted.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Whether a spreadsheet would take a text for a formula. A lone hyphen clears a cell of the base, and a number is none.
    static func isRisky(_ text: String) -> Bool {
        guard let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) else { return false }
        let bytes = Array(text.utf8)
        return text != "-" && DecimalNumber.read(bytes.span, 0..<bytes.count, mark: UInt8(ascii: ".")) == .malformed
    }

    private var yaml: String {
        let writer = YAMLWriter()
        Self.write(settings, "", writer)
        return writer.text()
    }

    /// Writes what stands under the dotted `key`.
    private static func write(_ setting: SettingNode, _ key: String, _ writer: borrowing YAMLWriter) {
        switch setting.content {
        case .value(let text):
            // What a numeric cell says plainly could be thousands as text.
            let isOpen = setting.isNumericCell && SettingsReader.mayBeThousands(key) && MisreadNumber.isGrouped(text, by: ".")
            // Without quotes these words would be read as nothing.
            writer.write(isOpen ? text + "0" : text, isQuoted: SettingNode.nullWords.contains(text))
        case .null: writer.write("null")
        case .list(let entries): writer.list { for entry in entries { write(entry, key, writer) } }
        case .mapping(let entries):
            writer.mapping {
                for entry in entries {
                    writer.write(entry.key)
                    write(entry.node, key.isEmpty ? entry.key : key + "." + entry.key, writer)
                }
            }
        }
    }
}

extension FolderForm {
    /// A cell in this form, not in quotes. A number that could be thousands as well gets a zero behind it: no reader has to guess.
    fileprivate func text(_ cell: DraftCell) -> String {
        guard self == .semicolons, case .number = cell else { return cell.text }
        let text = cell.text.replacing(".", with: ",")
        return MisreadNumber.isGrouped(text, by: ",") ? text + "0" : text
    }
}
