// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
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
        // A folder that may not be written to is found before anything is computed.
        var folder: ResultFolder?
        do throws(ResultFolderFailure) {
            if let out = command.out { folder = try ResultFolder(path: out, summary: AssessTables.summaryName) }
        } catch { return console.refuse(error) }
        guard let sets = console.knownSets(of: read, reading, at: scenario, more: command.criteria) else { return .invalid }
        guard !sets.ids.isEmpty else {
            console.error(AssessText.noSets)
            return .invalid
        }
        let solve = ScenarioSolve(console: console)
        do throws(ScenarioSolve.Refusal) {
            let planner = try solve.planner(read, with: command.projects, reading)
            let outcome = try solve.outcome(of: planner, reading)
            // Of a scenario without a plan the baseline and today can be judged all the same.
            if outcome.plan == nil { console.remark(AssessText.noPlan) }
            return assess(read, sets, planner, outcome, folder)
        } catch { return error.status }
    }

    private func assess(
        _ scenario: Scenario, _ sets: SetNames, _ planner: Planner, _ outcome: Outcome, _ folder: ResultFolder?
    ) -> ExitStatus {
        let names = ScenarioNames(scenario.tables)
        let assessor = Assessor(
            planner, outcome, by: sets.catalogue, rule: command.allocation ?? .cutOff, circularFactor: command.circularFactor)
        var chosen: [AssessedSubject]?
        if let id = command.subject {
            guard let subject = scenario.tables.subject(named: id), assessor.subjects.contains(AssessedSubject(subject)) else {
                // A project that is not decided counts only where it is named.
                if case .project? = scenario.tables.subject(named: id) { return console.misuse(AssessText.projectNotCounted(id)) }
                return console.misuse(AssessText.unknownSubject(id))
            }
            chosen = [AssessedSubject(subject)]
        }
        var assessment = Assessment(assessor, by: sets.ids, subjects: chosen)
        do throws(SolverFailure) {
            try assessment.price(planner, outcome, isChosen: chosen != nil)
        } catch {
            console.error(FailureText.solver(error))
            return .failed
        }
        if let folder {
            do throws(ResultFolderFailure) {
                try folder.write(AssessTables(assessment, names: names, language: Speech.language).files())
            } catch {
                return console.refuse(error)
            }
        }
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
