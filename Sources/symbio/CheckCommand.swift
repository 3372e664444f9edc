// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Criteria
internal import Exchange
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// `symbio check SCENARIO`.
struct CheckCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("check", CommandText.check, example: CommandText.checkExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenario), valueName: tell(CommandText.scenarioName)))
    var scenario: String

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.rows), valueName: tell(CommandText.numberName)))
    var rows: Int = 20

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        guard rows >= 0 else { return common.console.misuse(FailureText.negative(option: "--rows")) }
        let checked = checked(readScenario(at: scenario))
        let bytes = common.isJSON ? checked.json(Speech.language) : checked.report(layout: common.layout(rowLimit: rows == 0 ? nil : rows))
        guard common.console.result(bytes) else { return .failed }
        return checked.isValid ? .done : .invalid
    }

    private func checked(_ reading: ScenarioReading) -> CheckedScenario {
        var checked = CheckedScenario(faults: reading.faults, layers: reading.layers, differences: reading.differences)
        guard let read = reading.scenario else { return checked }
        checked.faults = (checked.faults + SetNames.allFaults(reading, of: read, at: scenario)).sorted()
        guard checked.faults.allSatisfy({ $0.kind.severity == .warning }) else { return checked }
        do throws(ScenarioFaults) {
            let understanding = try Understanding(read)
            checked.understood = (read, understanding)
            checked.faults = checked.faults.joined(with: understanding.unmet.map(reading.locate))
        } catch {
            checked.faults = checked.faults.joined(with: error.faults.map(reading.locate))
        }
        return checked
    }
}
