// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Exchange
internal import GLPKSolver
internal import LinearProgram
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// `symbio explain SCENARIO [FROM [TO]]`.
struct ExplainCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("explain", CommandText.explain, example: CommandText.explainExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenario), valueName: tell(CommandText.scenarioName)))
    var scenario: String

    @Argument(help: ArgumentHelp(tell(CommandText.explainFrom), valueName: tell(CommandText.fromName)))
    var from: String?

    @Argument(help: ArgumentHelp(tell(CommandText.explainTo), valueName: tell(CommandText.toName)))
    var to: String?

    @Option(help: ArgumentHelp(tell(CommandText.objective), valueName: tell(CommandText.objectiveName)))
    var objective: ObjectiveChoice?

    @Option(name: .customLong("with"), help: ArgumentHelp(tell(CommandText.projects), valueName: tell(CommandText.idsName)))
    var projects: String?

    @Option(
        name: .customLong("time-limit"), parsing: .unconditional,
        help: ArgumentHelp(tell(CommandText.timeLimit), valueName: tell(CommandText.secondsName)))
    var timeLimit: Double?

    @Flag(name: .customLong("all"), help: ArgumentHelp(tell(CommandText.explainAll)))
    var isAll = false

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.rows), valueName: tell(CommandText.numberName)))
    var rows: Int = 20

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        guard rows >= 0 else { return common.console.misuse(FailureText.negative(option: "--rows")) }
        let solve = ScenarioSolve(objective: objective?.objective, timeLimit: timeLimit, console: common.console)
        return solve.misuse() ?? ExplainRun(self).run(solve)
    }
}
