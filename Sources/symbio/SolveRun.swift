// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
internal import LinearProgram
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// One solve from the files to the printed plan.
struct SolveRun {
    private let command: SolveCommand
    private let console: Console
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var timing = RunTiming(planSolver)

    init(_ command: SolveCommand) {
        (self.command, console, start) = (command, command.common.console, ContinuousClock().now)
    }

    mutating func run() -> ExitStatus {
        let status = solve()
        if command.timing { for line in timing.text().lines(Speech.language) { console.print(line) } }
        return status
    }

    private mutating func solve() -> ExitStatus {
        timing.begin(.reading)
        // A folder that may not be written to is found before anything is computed.
        var folder: ResultFolder?
        do throws(ResultFolderFailure) { if let out = command.out { folder = try ResultFolder(path: out) } } catch {
            return console.refuse(error)
        }
        let reading = readScenario(at: command.scenario)
        console.list(reading.faultsBeforePlanning)
        guard let scenario = reading.scenario else { return .invalid }
        // What a plan is does not hang on the sets; that they are known does not take reading them.
        let unknown = SetNames.faults(in: scenario.tables.settings).map(reading.locate)
        console.list(unknown)
        guard unknown.isEmpty else { return .invalid }
        timing.begin(.building)
        let solve = ScenarioSolve(
            objective: command.objective?.objective, timeLimit: command.timeLimit, threads: command.threads, console: console,
            solver: timing.solver)
        do throws(ScenarioSolve.Refusal) {
            let planner = try solve.planner(scenario, with: command.projects, reading)
            timing.begin(.writing)
            if let status = export(planner) { return status }
            timing.begin(.proving)
            let outcome = try solve.outcome(of: planner, reading)
            timing.begin(.writing)
            return finish(outcome, scenario, reading, folder)
        } catch { return error.status }
    }

    /// Writes the model where asked; a status only where that fails.
    private func export(_ planner: Planner) -> ExitStatus? {
        do throws(FileFailure) {
            if let path = command.lp { try WholeFile.write(planner.program.lp(), to: path) }
            if let path = command.mps { try WholeFile.write(planner.program.mps(), to: path) }
            for path in [command.lp, command.mps].compactMap(\.self) { try WholeFile.write(planner.namesTable(), to: path + ".names.csv") }
            return nil
        } catch {
            return console.refuse(.file(error))
        }
    }

    private func finish(_ outcome: Outcome, _ scenario: Scenario, _ reading: ScenarioReading, _ folder: ResultFolder?) -> ExitStatus {
        let facts = RunFacts(inputSHA256: reading.fingerprint() ?? "", seconds: seconds)
        if let folder {
            do throws(ResultFolderFailure) {
                try folder.write(ResultTables(outcome, of: scenario, language: Speech.language).files(facts: facts))
            } catch {
                return console.refuse(error)
            }
        }
        guard console.result(printed(outcome, scenario, facts)) else { return .failed }
        return ExitStatus(outcome)
    }

    private func printed(_ outcome: Outcome, _ scenario: Scenario, _ facts: RunFacts) -> [UInt8] {
        guard !command.common.isJSON else {
            return OutcomeJSON(outcome, of: scenario, facts: facts, language: Speech.language).document()
        }
        let layout = command.common.layout(rowLimit: command.rows == 0 ? nil : command.rows)
        return SolveReport.bytes(outcome, of: scenario, layout: layout)
    }

    private var seconds: Double {
        let duration = (clock.now - start).components
        return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
    }
}
