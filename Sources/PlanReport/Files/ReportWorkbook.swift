// SPDX-License-Identifier: GPL-3.0-or-later
internal import Spreadsheet
internal import Texts

/// The report as an Excel workbook: a sheet for each section, the charts drawn by the spreadsheet from cells, no formulas.
struct ReportWorkbook {
    private let document: ReportDocument
    private let languages: [Language]

    init(_ document: ReportDocument, languages: PageLanguages) { (self.document, self.languages) = (document, languages.list) }

    /// The bytes of the file.
    func bytes() throws(WorkbookFailure) -> [UInt8] {
        var sheets: [Worksheet] = []
        var taken: Set<String> = []
        for language in languages {
            let dataName = Self.sheetName(Phrase(en: "Chart data", vi: "Số liệu biểu đồ")[language], &taken)
            var data = ChartSheet(name: dataName, language: language)
            for section in document.sections {
                let name = Self.sheetName(section.heading[language], &taken)
                var writer = SheetWriter(name: name, language: language)
                if section.id == document.sections.first?.id { writer.title(document) }
                writer.write(section, charts: &data)
                sheets.append(writer.sheet)
            }
            if !data.isEmpty { sheets.append(data.sheet) }
        }
        var workbook = Workbook(sheets)
        workbook.title = document.title[languages.first ?? .english]
        workbook.author = "Symbio"
        return try workbook.bytes()
    }

    /// A tab's name: at most 31 characters, none that Excel forbids, none twice.
    private static func sheetName(_ heading: String, _ taken: inout Set<String>) -> String {
        let allowed = heading.filter { !"[]:*?/\\'".contains($0) }
        var name = String(allowed.prefix(31)), number = 2
        // A cut in a word would look like a mistake.
        if allowed.count > 31, let blank = name.lastIndex(of: " ") { name = String(name[..<blank]) }
        while name.hasSuffix(",") || name.hasSuffix(" ") { name.removeLast() }
        let whole = name
        while !taken.insert(name.lowercased()).inserted {
            name = "\(whole.prefix(27)) \(number)"
            number += 1
        }
        return name
    }
}

/// Colours of the workbook, those of the page in light.
enum WorkbookColor {
    static let accent: UInt32 = 0x0A6654, head: UInt32 = 0xE3F2ED, soft: UInt32 = 0x52605A

    static func of(_ tone: ChartTone) -> UInt32 {
        switch tone {
        case .material: 0xB3661F
        case .water: 0x2473AD
        case .energy: 0xBD3A32
        case .product: 0x7650AD
        case .plan, .exchanged: 0x0A7A64
        case .baseline: 0x8A9691
        case .today: 0xC08C1C
        case .lost, .estimated: 0xD9A441
        case .disposed: 0x8D7B6B
        case .measured: 0x0A6654
        case .declared: 0x4B9E74
        case .illustrative: 0xC7683F
        case .unknown: 0x98A29D
        }
    }
}
