// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Exchange
internal import GLPKSolver
internal import LinearProgram
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// `symbio solve SCENARIO`.
struct SolveCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("solve", CommandText.solve, example: CommandText.solveExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenario), valueName: tell(CommandText.scenarioName)))
    var scenario: String

    @Option(help: ArgumentHelp(tell(CommandText.objective), valueName: tell(CommandText.objectiveName)))
    var objective: ObjectiveChoice?

    @Option(name: .customLong("with"), help: ArgumentHelp(tell(CommandText.projects), valueName: tell(CommandText.idsName)))
    var projects: String?

    @Option(help: ArgumentHelp(tell(CommandText.out), valueName: tell(CommandText.folderName)))
    var out: String?

    @Option(help: ArgumentHelp(tell(CommandText.lp), valueName: tell(CommandText.fileName)))
    var lp: String?

    @Option(help: ArgumentHelp(tell(CommandText.mps), valueName: tell(CommandText.fileName)))
    var mps: String?

    @Option(
        name: .customLong("time-limit"), parsing: .unconditional,
        help: ArgumentHelp(tell(CommandText.timeLimit), valueName: tell(CommandText.secondsName)))
    var timeLimit: Double?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.threads), valueName: tell(CommandText.numberName)))
    var threads: Int?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.rows), valueName: tell(CommandText.numberName)))
    var rows: Int = 20

    @Flag(help: ArgumentHelp(tell(TimingText.option)))
    var timing = false

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        guard rows >= 0 else { return common.console.misuse(FailureText.negative(option: "--rows")) }
        let solve = ScenarioSolve(timeLimit: timeLimit, threads: threads, console: common.console)
        if let status = solve.misuse() { return status }
        var run = SolveRun(self)
        return run.run()
    }
}

/// The objectives that `--objective` takes.
enum ObjectiveChoice: String, ExpressibleByArgument, CaseIterable {
    case cost, ghg, waste, virgin

    /// The objective itself.
    var objective: Objective {
        switch self {
        case .cost: .cost
        case .ghg: .ghg
        case .waste: .waste
        case .virgin: .virgin
        }
    }
}
