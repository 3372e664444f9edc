// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Reports
internal import ScenarioFiles
internal import Texts

/// `symbio package SCENARIO`.
struct PackageCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("package", ConvertText.package, example: ConvertText.packageExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenarioFolder), valueName: tell(CommandText.scenarioName)))
    var scenario: String

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        let console = common.console
        guard WholeFile.isFolder(scenario) || !WholeFile.exists(scenario) else { return console.misuse(ConvertText.noFolder(scenario)) }
        let (package, faults) = readPackage(at: scenario)
        console.list(faults)
        guard let package else { return .invalid }
        let path = (scenario.hasSuffix("/") ? scenario : scenario + "/") + PackageDescriptor.name
        let descriptor = PackageDescriptor(package).bytes
        do throws(FileFailure) { try WholeFile.write(descriptor, to: path) } catch { return console.refuse(.file(error)) }
        let text = Array((tell(ConvertText.described(path, tables: package.files.count)) + "\n").utf8)
        return console.result(common.isJSON ? descriptor : text) ? .done : .failed
    }
}
