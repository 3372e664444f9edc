// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Reports
internal import Texts

/// `symbio new PATH`.
struct NewCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("new", CommandText.new, example: CommandText.newExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.path), valueName: tell(CommandText.pathName)))
    var path: String

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        do {
            let isWorkbook = path.lowercased().hasSuffix(".xlsx")
            let files =
                try isWorkbook
                ? StarterScenario.writeWorkbook(to: path) : StarterScenario.write(to: path, language: Speech.language)
            let report = StarterScenario.report(path: path, files: files, language: Speech.language)
            return common.console.result(common.isJSON ? report.json : report.text) ? .done : .failed
        } catch {
            switch error {
            case .alreadyThere:
                common.console.error(FailureText.alreadyThere(path))
                return .usage
            case .file(let failure):
                common.console.error(FailureText.cannotWrite(failure.path, errorNumber: failure.number))
                return .failed
            case .workbook(let failure):
                common.console.error(FailureText.workbook(failure, path: path))
                return .failed
            case .unsound(let fault):
                common.console.list([fault])
                return .failed
            }
        }
    }
}
