// SPDX-License-Identifier: GPL-3.0-or-later
public import ArgumentParser
public import PlanReport
internal import Reports
internal import Scenario
internal import Texts

/// `symbio report SCENARIO -o FILE`.
struct ReportCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("report", ReportCommandText.report, example: ReportCommandText.example)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenario), valueName: tell(CommandText.scenarioName)))
    var scenario: String

    @Option(
        name: [.customShort("o"), .customLong("out")],
        help: ArgumentHelp(tell(ReportCommandText.out), valueName: tell(CommandText.fileName)))
    var out: String

    @Option(name: .customLong("lang"), help: ArgumentHelp(tell(ReportCommandText.languages)))
    var languages: PageLanguages?

    @Option(name: .customLong("with"), help: ArgumentHelp(tell(CommandText.projects), valueName: tell(CommandText.idsName)))
    var projects: String?

    @Option(help: ArgumentHelp(tell(CommandText.objective), valueName: tell(CommandText.objectiveName)))
    var objective: ObjectiveChoice?

    @Option(help: ArgumentHelp(tell(ReportCommandText.firm), valueName: tell(ReportCommandText.idName)))
    var firm: String?

    @Flag(help: ArgumentHelp(tell(ReportCommandText.anonymise)))
    var anonymise = false

    @Option(name: .customLong("code-key"), help: ArgumentHelp(tell(ReportCommandText.codeKey), valueName: tell(ReportCommandText.wordName)))
    var codeKey: String?

    @Option(help: ArgumentHelp(tell(ReportCommandText.date), valueName: tell(ReportCommandText.dayName)))
    var date: String?

    @Option(
        name: .customLong("time-limit"), parsing: .unconditional,
        help: ArgumentHelp(tell(CommandText.timeLimit), valueName: tell(CommandText.secondsName)))
    var timeLimit: Double?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.threads), valueName: tell(CommandText.numberName)))
    var threads: Int?

    @Flag(name: .customLong("json"), help: ArgumentHelp(tell(CommandText.json)))
    var isJSON = false

    @Flag(name: .customLong("quiet"), help: ArgumentHelp(tell(CommandText.quiet)))
    var isQuiet = false

    func perform() -> ExitStatus { ReportRun(self).run() }
}

extension PageLanguages: ExpressibleByArgument {}
