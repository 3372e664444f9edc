// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Criteria
internal import Exchange
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// `symbio compare A B …`.
struct CompareCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("compare", CompareText.compare, example: CompareText.compareExample)
    }

    @Argument(help: ArgumentHelp(tell(CompareText.scenarios), valueName: tell(CommandText.scenarioName)))
    var scenarios: [String]

    @Option(name: .customLong("criteria"), help: ArgumentHelp(tell(AssessText.criteria), valueName: tell(CommandText.fileName)))
    var criteria: [String] = []

    @Option(name: .customLong("with"), help: ArgumentHelp(tell(CompareText.projects), valueName: tell(CommandText.idsName)))
    var projects: String?

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        guard scenarios.count > 1 else { return common.console.misuse(CompareText.oneScenario) }
        var read: [(path: String, reading: ScenarioReading, scenario: Scenario)] = []
        for path in scenarios {
            let reading = readScenario(at: path)
            guard let scenario = reading.scenario else {
                common.console.list(reading.faults)
                return .invalid
            }
            // A project that one scenario has and another has not would make a comparison of different things.
            if case .failure(let unknown) = scenario.projects(named: projects) {
                let text = CompareText.unknownProject(unknown.name, in: scenario.tables.settings.id, known: unknown.known)
                return common.console.misuse(text)
            }
            read.append((path, reading, scenario))
        }
        return compare(read)
    }

    private func compare(_ read: [(path: String, reading: ScenarioReading, scenario: Scenario)]) -> ExitStatus {
        // Every scenario is judged by the sets of all, so that a criterion has a path through all of them.
        var ids: [String] = [], sets: [SetNames] = []
        for (path, reading, scenario) in read {
            guard let names = common.console.knownSets(of: scenario, reading, at: path, more: criteria) else { return .invalid }
            ids += names.ids.filter { !ids.contains($0) }
            sets.append(names)
        }
        var compared: [ComparedScenario] = [], status = ExitStatus.done
        for (position, (path, reading, scenario)) in read.enumerated() {
            let solve = ScenarioSolve(console: common.console)
            let planner: Planner, outcome: Outcome
            do throws(ScenarioSolve.Refusal) {
                planner = try solve.planner(scenario, with: projects, reading)
                outcome = try solve.outcome(of: planner, reading)
            } catch {
                return error.status
            }
            if status == .done { status = ExitStatus(outcome) }
            let assessor = Assessor(planner, outcome, by: sets[position].catalogue)
            compared.append(
                ComparedScenario(
                    names: ScenarioNames(scenario.tables), outcome: outcome,
                    assessment: ids.isEmpty ? nil : Assessment(assessor, by: ids, subjects: assessor.subjects.filter(\.isWhole)),
                    path: path))
        }
        let comparison = Comparison(compared)
        let bytes =
            common.isJSON
            ? CompareJSON(comparison, language: Speech.language).document() : CompareReport.bytes(comparison, layout: common.layout())
        return common.console.result(bytes) ? status : .failed
    }
}

extension AssessedSubject {
    /// Whether it is the whole scenario or a park, of which a comparison tells.
    fileprivate var isWhole: Bool { kind == .network || kind == .park }
}
