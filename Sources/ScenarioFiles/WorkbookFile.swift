// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import Spreadsheet

/// The sheets of a workbook that belong to a scenario.
struct WorkbookFile {
    /// Sheets for people and for drop-down lists, which hold nothing of a scenario.
    static let otherSheets: Set = ["guide", "lists", "readme"]

    private(set) var tables: [Table: ReadSheet] = [:]
    private(set) var settings: ReadSheet?
    private(set) var sources: ReadSheet?
    private(set) var faults: [LocatedFault] = []

    /// Reads the workbook at `path`; `prefix` is what faults put before the names of its sheets.
    ///
    /// - Throws: what keeps the file as a whole from being read.
    init(_ path: String, prefix: String) throws(LocatedFault) {
        let file = prefix.isEmpty ? path : String(prefix.dropLast())
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try FileBytes.read(path) } catch { throw LocatedFault(.file(error), file: file) }
        let contents: WorkbookContents
        do throws(ReadingFailure) {
            contents = try WorkbookContents(reading: bytes) { !Self.otherSheets.contains(Self.plain($0)) }
        } catch {
            throw LocatedFault(.workbook(WorkbookFault(error)), file: file)
        }
        for sheet in contents.sheets { keep(sheet, prefix: prefix) }
    }

    /// Names of sheets do not count capitals.
    private static func plain(_ name: String) -> String { name.trimmed.lowercased() }

    private mutating func keep(_ sheet: ReadSheet, prefix: String) {
        let name = Self.plain(sheet.name)
        guard !Self.otherSheets.contains(name) else { return }
        let file = prefix + sheet.name + "!"
        func report(_ fault: WorkbookFault) { faults.append(LocatedFault(.workbook(fault), file: file)) }
        let first: ReadSheet?
        switch name {
        case "scenario":
            first = settings
            settings = settings ?? sheet
        case "sources":
            first = sources
            sources = sources ?? sheet
        default:
            guard let table = Table(rawValue: name) else {
                let known = Table.allCases.map(\.rawValue) + ["scenario", "sources"]
                return report(.unknownSheet(nearest: Nearest.word(to: name, among: known)))
            }
            first = tables[table]
            tables[table] = first ?? sheet
        }
        if let first { report(.duplicateSheet(first: first.name)) }
        if sheet.isHidden { report(.hiddenSheet) }
    }
}

extension WorkbookFault {
    /// What the reader of workbooks found, as a fault.
    init(_ failure: ReadingFailure) {
        self =
            switch failure {
            case .notAWorkbook(let kind): .otherFile(OtherFile(rawValue: kind.rawValue) ?? .unknown)
            case .damaged(let part): .damaged(part: part)
            case .documentType(let part): .documentType(part: part)
            case .beyondLimit(let limit, let most): .beyondLimit(Limit(rawValue: limit.rawValue) ?? .cells, limit: most)
            case .impossibleCell(let part, let cell): .impossibleCell(part: part, cell: cell)
            case .noLibrary(let library): .noLibrary(name: library.rawValue, package: library.package)
            }
    }
}

extension [LocatedFault] {
    /// The faults without what only follows from a cell that shows an error, or a formula without a value, at the same place.
    var withoutConsequences: [LocatedFault] {
        func place(_ fault: LocatedFault) -> SettingNode.Place {
            SettingNode.Place(file: fault.file, line: fault.line ?? 0, column: fault.column ?? 0)
        }
        func isCause(_ fault: LocatedFault) -> Bool {
            switch fault.kind {
            case .workbook(.errorCell), .workbook(.uncomputed): true
            default: false
            }
        }
        let causes = Set(filter(isCause).map(place))
        return causes.isEmpty ? self : filter { isCause($0) || !causes.contains(place($0)) }
    }
}
