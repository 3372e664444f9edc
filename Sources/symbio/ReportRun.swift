// SPDX-License-Identifier: GPL-3.0-or-later
internal import Decomposition
internal import Exchange
internal import Foundation
internal import GLPKSolver
internal import LinearProgram
internal import PlanReport
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// One run of `symbio report`: reads, solves, writes.
struct ReportRun {
    private let command: ReportCommand
    private let console: Console

    init(_ command: ReportCommand) { (self.command, console) = (command, Console(isQuiet: command.isQuiet)) }

    private var languages: PageLanguages { command.languages ?? PageLanguages(Speech.language) }

    func run() -> ExitStatus {
        let reading = readScenario(at: command.scenario)
        console.list(reading.faults)
        guard let scenario = reading.scenario else { return .invalid }
        switch scenario.projects(named: command.projects) {
        case .failure(let unknown): return console.misuse(FailureText.unknownProject(unknown.name, known: unknown.known))
        case .success(let projects): return solve(scenario, with: projects, reading)
        }
    }

    private func solve(_ scenario: Scenario, with projects: Set<Reference<Project>>, _ reading: ScenarioReading) -> ExitStatus {
        let planner: Planner
        do throws(ScenarioFaults) {
            planner = try Planner(
                scenario, with: projects, objective: command.objective?.objective,
                solver: DecomposedSolver(GLPKSolver(), threads: command.threads ?? ProcessInfo.processInfo.activeProcessorCount))
        } catch {
            console.list(error.faults.map(reading.locate).sorted())
            return .invalid
        }
        let outcome: Outcome
        do throws(SolverFailure) {
            outcome = try planner.plan(options: SolveOptions(timeLimit: command.timeLimit))
        } catch {
            console.error(FailureText.solver(error))
            return .failed
        }
        let input = ReportInput(outcome, of: scenario, fingerprint: reading.fingerprint() ?? "")
        let page = PlanReport(input).page(languages)
        do throws(FileFailure) { try WholeFile.write(page, to: command.out) } catch { return console.refuse(.file(error)) }
        return ExitStatus(outcome)
    }
}
