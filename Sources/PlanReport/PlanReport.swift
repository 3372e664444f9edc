// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
public import Scenario
public import Spreadsheet

/// The report of a plan, in the forms that planners hand on.
///
/// ```swift
/// let input = ReportInput(outcome, of: scenario, fingerprint: reading.fingerprint() ?? "")
/// try WholeFile.write(PlanReport(input).page(.both), to: "report.html")
/// ```
public struct PlanReport: Sendable {
    /// What it is made from.
    public let input: ReportInput

    /// Prepares the report of `input`.
    public init(_ input: ReportInput) { self.input = input }

    /// The report as one HTML file that opens without a network, in UTF-8.
    public func page(_ languages: PageLanguages) -> [UInt8] {
        ReportPage(ReportWriter(input).document(), languages: languages).bytes()
    }

    /// The same content as an Excel workbook with charts of its own.
    ///
    /// - Throws: what the file format has no room for, or the system's refusal of a temporary file.
    public func workbook(_ languages: PageLanguages) throws(WorkbookFailure) -> [UInt8] {
        try ReportWorkbook(ReportWriter(input).document(), languages: languages).bytes()
    }

    /// Parks, firms, plants and exchanges as GeoJSON (RFC 7946), in UTF-8.
    public func map(_ languages: PageLanguages) -> [UInt8] { GeoJSON(input, languages: languages).bytes() }

    /// The page that is handed to one firm, with its own position alone.
    public func page(of firm: Reference<Firm>, _ languages: PageLanguages) -> [UInt8] {
        ReportPage(FirmWriter(input, firm).document(), languages: languages, kind: .plain).bytes()
    }

    /// The firms that there are pages for, by id: those that exist or whose project counts.
    public var firms: [(firm: Reference<Firm>, id: String)] {
        let projects = Set(input.outcome.projects)
        return input.tables.firms.references.filter { input.tables.firms[$0].project.map(projects.contains) ?? true }
            .map { ($0, input.tables.firms[$0].id) }.sorted { $0.1 < $1.1 }
    }
}
