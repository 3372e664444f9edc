// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Decomposition
internal import Exchange
internal import Foundation
internal import GLPKSolver
internal import LinearProgram
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// One assessment from the files to the printed verdicts.
struct AssessRun {
    private let command: AssessCommand
    private let scenario: String
    private let console: Console

    init(_ command: AssessCommand, _ scenario: String) {
        (self.command, self.scenario, console) = (command, scenario, command.common.console)
    }

    func run() -> ExitStatus {
        let reading = readScenario(at: scenario)
        guard let read = reading.scenario else {
            console.list(reading.faults)
            return .invalid
        }
        let sets = SetNames(reading, of: read, at: scenario, more: command.criteria)
        let declared = sets.catalogue.faults(inDeclarationsOf: read.tables).map(reading.locate)
        let faults = (reading.faults + sets.faults + declared).sorted()
        console.list(faults)
        guard faults.allSatisfy({ $0.kind.severity == .warning }) else { return .invalid }
        guard !sets.ids.isEmpty else {
            console.error(AssessText.noSets)
            return .invalid
        }
        switch read.projects(named: command.projects) {
        case .failure(let unknown): return console.misuse(FailureText.unknownProject(unknown.name, known: unknown.known))
        case .success(let projects):
            guard let solved = console.solved(read, with: projects, reading) else { return .failed }
            guard let (planner, outcome) = solved.plan else { return solved.status }
            return assess(read, sets, planner, outcome)
        }
    }

    private func assess(_ scenario: Scenario, _ sets: SetNames, _ planner: Planner, _ outcome: Outcome) -> ExitStatus {
        let names = ScenarioNames(scenario.tables)
        let assessor = Assessor(planner, outcome, by: sets.catalogue, rule: command.allocation ?? .cutOff)
        var chosen: [AssessedSubject]?
        if let id = command.subject {
            guard let subject = scenario.tables.subject(named: id), assessor.subjects.contains(AssessedSubject(subject)) else {
                return console.misuse(AssessText.unknownSubject(id))
            }
            chosen = [AssessedSubject(subject)]
        }
        let assessment = Assessment(assessor, by: sets.ids, subjects: chosen)
        let bytes: [UInt8]
        if command.common.isJSON {
            bytes = AssessJSON(assessment, names: names, language: Speech.language).document(scenario)
        } else {
            let layout = command.common.layout(rowLimit: command.rows == 0 ? nil : command.rows)
            bytes = AssessReport.bytes(assessment, names: names, isChosen: chosen != nil, layout: layout)
        }
        guard console.result(bytes) else { return .failed }
        return ExitStatus(outcome)
    }
}

/// A scenario solved, or how it ended otherwise.
struct Solved {
    /// The planner and its outcome; nil where there is none to judge.
    var plan: (planner: Planner, outcome: Outcome)?
    /// How the run ends where there is none.
    var status: ExitStatus
}

extension Console {
    /// Solves a scenario for what is to be said of its plan; nil where the program failed.
    ///
    /// Without a plan, of an infeasible scenario, the baseline and today can be judged all the same.
    func solved(_ scenario: Scenario, with projects: Set<Reference<Project>>, _ reading: ScenarioReading) -> Solved? {
        let planner: Planner
        do throws(ScenarioFaults) {
            planner = try Planner(
                scenario, with: projects,
                solver: DecomposedSolver(GLPKSolver(), threads: ProcessInfo.processInfo.activeProcessorCount))
        } catch {
            list(error.faults.map(reading.locate).sorted())
            return Solved(plan: nil, status: .invalid)
        }
        Interruption.listen()
        do throws(SolverFailure) {
            let outcome = try planner.plan(options: SolveOptions(isCancelled: { Interruption.isRequested }))
            if let certificate = outcome.certificate, !certificate.holds {
                error(FailureText.certificateFails)
                return nil
            }
            if outcome.plan == nil { remark(AssessText.noPlan) }
            return Solved(plan: (planner, outcome), status: ExitStatus(outcome))
        } catch {
            self.error(FailureText.solver(error))
            return nil
        }
    }
}
