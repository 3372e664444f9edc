// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import PlanReport
internal import Reports
internal import Scenario
internal import Spreadsheet
internal import Texts

/// Where a report goes, and in which form: the ending of the path says it.
struct ReportTarget {
    private enum Form { case page, workbook, pdf(PDFPrinter), map, folder(ResultFolder, PDFPrinter?) }

    private let path: String
    private let form: Form

    /// Why nothing can be written there.
    enum Failure: Error {
        case misuse(Phrase)
        case missing(Phrase)
        case folder(ResultFolderFailure)
    }

    /// Why writing did not succeed.
    enum WritingFailure: Error {
        case folder(ResultFolderFailure)
        case print(PrintFailure)
        case workbook(WorkbookFailure)
    }

    /// Looks at what `path` asks for, before anything is computed.
    init(path: String, isOfFirm: Bool) throws(Failure) {
        self.path = path
        let ending =
            path.lowercased().split(separator: "/", omittingEmptySubsequences: false).last?.split(separator: ".").dropFirst().last ?? ""
        switch ending {
        case "html", "htm": form = .page
        case "pdf":
            guard let printer = Self.printer else { throw .missing(ReportCommandText.noBrowser) }
            form = .pdf(printer)
        case "xlsx", "geojson":
            guard !isOfFirm else { throw .misuse(ReportCommandText.firmForm) }
            form = ending == "xlsx" ? .workbook : .map
        case "json", "csv", "xls", "docx", "ods", "txt", "svg", "png": throw .misuse(ReportCommandText.unknownForm(path))
        default:
            guard !isOfFirm else { throw .misuse(ReportCommandText.firmForm) }
            do throws(ResultFolderFailure) {
                form = .folder(try ResultFolder(path: path, summary: Self.summaryName), Self.printer)
            } catch { throw .folder(error) }
        }
        if case .folder = form { return }
        if WholeFile.isFolder(path) { throw .misuse(ReportCommandText.isFolder(path)) }
    }

    /// The day that `--date` names.
    static func day(_ text: String?) throws(Failure) -> Day? {
        guard let text else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = parts.map(\.count), numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
        guard widths == [4, 2, 2], numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            throw .misuse(ReportCommandText.notDay(text))
        }
        return day
    }

    private static var printer: PDFPrinter? { PDFPrinter(searchPath: Environment.value("PATH") ?? "") }
    private static let summaryName = "report.json"
    private static let fileNames = ["report.html", "report.xlsx", "report.pdf", "map.geojson"]

    /// Whether a PDF is missing because there is no browser.
    var lacksBrowser: Bool { if case .folder(_, nil) = form { true } else { false } }

    /// Writes the report, or the page of `firm`; the paths of what was written.
    func write(_ report: PlanReport, of firm: Reference<Firm>?, _ languages: PageLanguages) throws(WritingFailure) -> [String] {
        let page = firm.map { report.page(of: $0, languages) } ?? report.page(languages)
        switch form {
        case .page: try write(page)
        case .pdf(let printer): try write(Self.print(page, printer, languages))
        case .workbook: try write(Self.workbook(report, languages))
        case .map: try write(report.map(languages))
        case .folder(let folder, let printer): return try write(report, page, to: folder, printer, languages)
        }
        return [path]
    }

    private func write(
        _ report: PlanReport, _ page: [UInt8], to folder: ResultFolder, _ printer: PDFPrinter?, _ languages: PageLanguages
    ) throws(WritingFailure) -> [String] {
        var files: [(name: String, bytes: [UInt8])] = [
            ("report.html", page), ("report.xlsx", try Self.workbook(report, languages)), ("map.geojson", report.map(languages)),
        ]
        if let printer { files.append(("report.pdf", try Self.print(page, printer, languages))) }
        for (firm, id) in report.firms { files.append(("firms/\(id).html", report.page(of: firm, languages))) }
        let names = files.map(\.name)
        files.append((Self.summaryName, Self.json(names, report.input.outcome)))
        do throws(ResultFolderFailure) {
            try folder.write(files)
            // A page of an earlier run may name a firm that this one puts a code for.
            try folder.removeOthers(than: names, of: Self.fileNames, pages: "firms")
        } catch { throw .folder(error) }
        return names.map { "\(path)/\($0)" }
    }

    private func write(_ bytes: [UInt8]) throws(WritingFailure) {
        do throws(FileFailure) { try WholeFile.write(bytes, to: path) } catch { throw .folder(.file(error)) }
    }

    private static func print(_ page: [UInt8], _ printer: PDFPrinter, _ languages: PageLanguages) throws(WritingFailure) -> [UInt8] {
        do throws(PrintFailure) { return try printer.pdf(of: page, languages) } catch { throw .print(error) }
    }

    private static func workbook(_ report: PlanReport, _ languages: PageLanguages) throws(WritingFailure) -> [UInt8] {
        do throws(WorkbookFailure) { return try report.workbook(languages) } catch { throw .workbook(error) }
    }

    /// What was written, for programs.
    static func json(_ files: [String], _ outcome: Outcome) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.object {
            $0.member("format", 1)
            $0.member("status", outcome.status.rawValue)
            $0.member("files", texts: files)
        }
        writer.newline()
        return writer.bytes
    }
}

extension PrintFailure {
    /// Why, in words.
    var reason: Phrase {
        switch self {
        case .noBrowser: ReportCommandText.noBrowser
        case .failed(let code?): Phrase(en: "Chromium ended with code \(code)", vi: "Chromium kết thúc với mã \(code)")
        case .failed(nil): Phrase(en: "Chromium did not end within two minutes", vi: "Chromium không kết thúc trong hai phút")
        case .folder: Phrase(en: "the folder for temporary files could not be written", vi: "không ghi được thư mục tạm")
        }
    }
}
