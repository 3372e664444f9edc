// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// A solve as the options of a command ask for it, with its messages: what commands that need a plan have in common.
struct ScenarioSolve {
    var objective: Objective?
    var timeLimit: Double?, threads: Int?
    /// When the time of the limit begins.
    private let began = ContinuousClock().now
    var console: Console
    var solver: any Solver = planSolver

    /// Why there is no outcome; the reason has been told.
    struct Refusal: Error { var status: ExitStatus }

    /// A time or a number of threads that nothing can be done with, told.
    func misuse() -> ExitStatus? {
        if let timeLimit, !(timeLimit > 0 && timeLimit.isFinite) { return console.misuse(FailureText.notSeconds(option: "--time-limit")) }
        if let threads, threads < 1 { return console.misuse(FailureText.noThread(option: "--threads")) }
        return nil
    }

    /// The planner of a scenario with the projects that `list` names; an id that no project has is told.
    func planner(_ scenario: Scenario, with list: String?, _ reading: ScenarioReading) throws(Refusal) -> Planner {
        let projects: Set<Reference<Project>>
        switch scenario.projects(named: list) {
        case .success(let named): projects = named
        case .failure(let unknown):
            throw Refusal(status: console.misuse(FailureText.unknownProject(unknown.name, known: unknown.known)))
        }
        do throws(ScenarioFaults) {
            let planner = try Planner(scenario, with: projects, objective: objective, solver: solver)
            console.list(reading.faults(withPlanning: []))
            return planner
        } catch {
            console.list(reading.faults(withPlanning: error.faults))
            throw Refusal(status: .invalid)
        }
    }

    /// The outcome, whose certificate holds; a wish to stop ends the search.
    func outcome(of planner: Planner, _ reading: ScenarioReading) throws(Refusal) -> Outcome {
        try solved(planner, reading, outcome: \.self) { options throws(SolverFailure) in try planner.plan(options: options) }
    }

    /// The same with what questions about the plan are answered with.
    func explanation(of planner: Planner, _ reading: ScenarioReading) throws(Refusal) -> Explanation {
        try solved(planner, reading, outcome: \.outcome) { options throws(SolverFailure) in try planner.explanation(options: options) }
    }

    private func solved<Answer>(
        _ planner: Planner, _ reading: ScenarioReading, outcome: KeyPath<Answer, Outcome>,
        _ solve: (SolveOptions) throws(SolverFailure) -> Answer
    ) throws(Refusal) -> Answer {
        Interruption.listen()
        let progress = ProgressLine(isShown: !console.isQuiet)
        // What goes before the search, building above all, is part of the time that somebody waits.
        let spent = (ContinuousClock().now - began) / .seconds(1)
        var options = SolveOptions(
            timeLimit: timeLimit.map { max($0 - spent, 1e-3) }, threads: threads, isCancelled: { Interruption.isRequested })
        if progress.isShown { options.progress = { progress.show($0) } }
        let answer: Answer
        do throws(SolverFailure) {
            answer = try solve(options)
        } catch {
            progress.clear()
            console.error(FailureText.solver(error))
            throw Refusal(status: .failed)
        }
        progress.clear()
        let found = answer[keyPath: outcome]
        // What the figures alone show comes first, with its place in the planner's files; the report tells the rules in conflict.
        if found.status == .infeasible { console.list(planner.unmet.map(reading.locate).sorted()) }
        if let certificate = found.certificate, !certificate.holds {
            console.error(FailureText.certificateFails)
            throw Refusal(status: .failed)
        }
        return answer
    }
}
