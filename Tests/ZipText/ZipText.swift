// SPDX-License-Identifier: GPL-3.0-or-later

/// A zip archive of files that are stored as they are, written in a test byte by byte so that any workbook can be made, sound or not.
public struct ZipText {
    /// The files in their order.
    public var files: [(name: String, bytes: [UInt8])] = []

    /// Makes an empty archive.
    public init() {}

    /// The parts of a workbook around the XML of its sheets.
    public static func workbook(
        _ sheets: [String: String], sharedStrings: String? = nil, styles: String? = nil, properties: String = "",
        states: [String: String] = [:]
    ) -> ZipText {
        var zip = ZipText()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        zip.add(
            "_rels/.rels",
            "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        )
        var list = "", relationships = ""
        for (position, sheet) in sheets.sorted(by: { $0.key < $1.key }).enumerated() {
            let state = states[sheet.key].map { " state='\($0)'" } ?? ""
            list += "<sheet name='\(sheet.key)' sheetId='\(position + 1)'\(state) r:id='s\(position)'/>"
            relationships += "<Relationship Id='s\(position)' Type='\(office)/worksheet' Target='worksheets/sheet\(position + 1).xml'/>"
            zip.add("xl/worksheets/sheet\(position + 1).xml", worksheet(sheet.value))
        }
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        zip.add("xl/workbook.xml", "<workbook xmlns='\(main)' xmlns:r='\(office)'>\(properties)<sheets>\(list)</sheets></workbook>")
        if let sharedStrings {
            zip.add("xl/sharedStrings.xml", "<sst xmlns='\(main)'>\(sharedStrings)</sst>")
            relationships += "<Relationship Id='t' Type='\(office)/sharedStrings' Target='/xl/sharedStrings.xml'/>"
        }
        if let styles {
            zip.add("xl/styles.xml", "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>")
            relationships += "<Relationship Id='f' Type='\(office)/styles' Target='styles.xml'/>"
        }
        zip.add("xl/_rels/workbook.xml.rels", "<Relationships xmlns='\(package)'>\(relationships)</Relationships>")
        return zip
    }

    private static func worksheet(_ rows: String) -> String {
        guard !rows.hasPrefix("<?xml") else { return rows }
        return "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>\(rows)</sheetData></worksheet>"
    }

    /// Adds a file.
    public mutating func add(_ name: String, _ text: String) { files.append((name, Array(text.utf8))) }

    /// The bytes of the archive.
    public var bytes: [UInt8] {
        var archive: [UInt8] = [], directory: [UInt8] = []
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        for file in files {
            let check = Int(Self.checkSum(file.bytes))
            let common =
                little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(check, 4)
                + little(file.bytes.count, 4) + little(file.bytes.count, 4) + little(file.name.utf8.count, 2) + little(0, 2)
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
                + little(archive.count, 4) + Array(file.name.utf8)
            archive += little(0x0403_4B50, 4) + common + Array(file.name.utf8) + file.bytes
        }
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2) + little(directory.count, 4)
            + little(archive.count, 4) + little(0, 2)
        return archive + directory + end
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}
