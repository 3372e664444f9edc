// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import GLPKSolver
internal import PlanReport
internal import Reports
internal import ScenarioFiles
internal import Spreadsheet
internal import Texts

/// `symbio doctor`.
struct DoctorCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("doctor", CommandText.doctor, example: CommandText.doctorExample)
    }

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        let glpk = GLPKSolver()
        let version = glpk.name.split(separator: " ").last.map(String.init)
        let health = Health(
            components: [
                .symbio, .swift, .glpk(version), .yaml(LibraryVersions.yaml), .nettle(LibraryVersions.nettle),
                .proj(projectionLibraryVersion()), .xlsxWriter(SpreadsheetLibraries.xlsxWriter), .zip(SpreadsheetLibraries.zip),
                .xml(SpreadsheetLibraries.xml),
                .chromium(PDFPrinter(searchPath: Environment.value("PATH") ?? "")?.version),
            ], solver: glpk)
        let text = common.isJSON ? health.json(Speech.language) : health.report(layout: common.layout())
        guard common.console.result(text) else { return .failed }
        return health.isSound ? .done : .failed
    }
}
