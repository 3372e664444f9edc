// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import ScenarioFiles
import Spreadsheet
import Testing
import ZipText

/// The usual scenario as the XML of a workbook's sheets, written cell by cell in a test.
struct WorkbookCopy {
    /// Rows of cells by sheet, as CSV text; numbers become numeric cells.
    var sheets: [String: String]

    static let valid: WorkbookCopy = {
        var sheets: [String: String] = [:]
        for (name, data) in ScenarioFolder.valid.files where name.hasSuffix(".csv") {
            sheets[String(name.dropLast(4))] = String(decoding: data, as: UTF8.self)
        }
        sheets["scenario"] =
            "key,value\nformat,1\nid,test\nname.en,Test\nname.vi,Thử nghiệm\ncurrency,USD\nyear,2030\ndistance.detour,1.3\ndistance.same_park_km,1\n"
        sheets["sources"] = "id,title,year\nsurvey,Survey of 2029,2029\n"
        return WorkbookCopy(sheets: sheets)
    }()

    func with(_ sheet: String, _ text: String?) -> WorkbookCopy {
        var copy = self
        copy.sheets[sheet] = text
        return copy
    }

    func replacing(_ old: String, with new: String, in sheet: String) -> WorkbookCopy {
        precondition(sheets[sheet]?.contains(old) == true, "\(sheet) does not hold \(old)")
        return with(sheet, sheets[sheet]?.replacingOccurrences(of: old, with: new))
    }

    /// A cell of CSV text as XML: `#N/A` an error, `=…` a formula, `?…` a formula without a value, `'…` text whatever follows.
    private static func cell(_ text: String, _ name: String) -> String {
        func escaped(_ text: some StringProtocol) -> String {
            text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        }
        if text.isEmpty { return "" }
        if text.hasPrefix("#") { return "<c r='\(name)' t='e'><v>\(text)</v></c>" }
        if text.hasPrefix("?") { return "<c r='\(name)'><f>\(escaped(text.dropFirst()))</f></c>" }
        if text.hasPrefix("=") { return "<c r='\(name)'><f>A1</f><v>\(text.dropFirst())</v></c>" }
        if Double(text) != nil { return "<c r='\(name)'><v>\(text)</v></c>" }
        let plain = text.hasPrefix("'") ? String(text.dropFirst()) : text
        return "<c r='\(name)' t='inlineStr'><is><t xml:space='preserve'>\(escaped(plain))</t></is></c>"
    }

    var zip: ZipText {
        ZipText.workbook(
            sheets.mapValues { text in
                text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { row, line in
                    let cells = line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map {
                        Self.cell(String($1), CellAddress(row: row, column: $0).name)
                    }
                    return "<row r='\(row + 1)'>\(cells.joined())</row>"
                }.joined()
            })
    }

    /// Writes the workbook to a folder of its own and reads it.
    func read() throws -> ScenarioReading { try Self.read(zip.bytes) }

    static func read(_ bytes: [UInt8], name: String = "park.xlsx") throws -> ScenarioReading {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        return readScenario(at: file.path)
    }
}
