// SPDX-License-Identifier: GPL-3.0-or-later
public import ArgumentParser
public import Criteria
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// `symbio assess SCENARIO`.
struct AssessCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("assess", AssessText.assess, example: AssessText.assessExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenario), valueName: tell(CommandText.scenarioName)))
    var scenario: String?

    @Option(name: .customLong("criteria"), help: ArgumentHelp(tell(AssessText.criteria), valueName: tell(CommandText.fileName)))
    var criteria: [String] = []

    @Option(name: .customLong("with"), help: ArgumentHelp(tell(CommandText.projects), valueName: tell(CommandText.idsName)))
    var projects: String?

    @Option(help: ArgumentHelp(tell(AssessText.subject), valueName: tell(AssessText.idName)))
    var subject: String?

    @Option(help: ArgumentHelp(tell(AssessText.allocation), valueName: tell(AssessText.ruleName)))
    var allocation: AllocationRule?

    @Option(
        name: .customLong("circular-factor"), parsing: .unconditional,
        help: ArgumentHelp(tell(AssessText.circularFactor), valueName: tell(CommandText.numberName)))
    var circularFactor: Double = 0.5

    @Option(help: ArgumentHelp(tell(AssessText.out), valueName: tell(CommandText.folderName)))
    var out: String?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.rows), valueName: tell(CommandText.numberName)))
    var rows: Int = 20

    @Flag(help: ArgumentHelp(tell(AssessText.list)))
    var list = false

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        guard rows >= 0 else { return common.console.misuse(FailureText.negative(option: "--rows")) }
        guard (0...1).contains(circularFactor) else { return common.console.misuse(AssessText.notFactor) }
        if list { return common.console.result(SetList.bytes(layout: common.layout())) ? .done : .failed }
        guard let scenario else { return common.console.misuse(AssessText.noScenario) }
        return AssessRun(self, scenario).run()
    }
}

extension AllocationRule: ExpressibleByArgument {}
