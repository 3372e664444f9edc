// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Reports
internal import ScenarioFiles
internal import Texts

/// `symbio collect SCENARIO FILES…`.
struct CollectCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("collect", CollectText.collect, example: CollectText.collectExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenario), valueName: tell(CommandText.scenarioName)))
    var scenario: String

    @Argument(help: ArgumentHelp(tell(CollectText.files), valueName: tell(CollectText.filesName)))
    var files: [String]

    @Option(help: ArgumentHelp(tell(CollectText.out), valueName: tell(CommandText.pathName)))
    var out: String?

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        let console = common.console
        if let out, WholeFile.exists(out) { return console.misuse(ConvertText.alreadyThere(out)) }
        let answers = collectAnswers(to: scenario, from: files)
        console.list(answers.faults)
        let report = CollectReport(answers)
        if let draft = answers.draft, let out {
            do throws(ConvertedScenario.Failure) {
                try ConvertedScenario(draft).write(to: out, language: Speech.language)
            } catch {
                return console.refuse(error, path: out)
            }
        }
        guard console.result(common.isJSON ? report.json(Speech.language) : report.text(Speech.language)) else { return .failed }
        return answers.draft == nil ? .invalid : .done
    }
}
