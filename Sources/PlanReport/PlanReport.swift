// SPDX-License-Identifier: GPL-3.0-or-later

/// The report of a plan, in the forms that planners hand on.
public struct PlanReport: Sendable {
    /// What it is made from.
    public let input: ReportInput

    /// Prepares the report of `input`.
    public init(_ input: ReportInput) { self.input = input }

    /// The report as one HTML file that opens without a network, in UTF-8.
    public func page(_ languages: PageLanguages) -> [UInt8] {
        ReportPage(ReportWriter(input).document(), languages: languages).bytes()
    }
}
