// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Decisions
internal import Exchange
internal import LinearProgram
internal import PlanReport
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// One run of `symbio report`: reads, solves, screens the projects, writes.
struct ReportRun {
    private let command: ReportCommand
    private let console: Console
    private let solve: ScenarioSolve

    init(_ command: ReportCommand) {
        (self.command, console) = (command, Console(isQuiet: command.isQuiet))
        solve = ScenarioSolve(
            objective: command.objective?.objective, timeLimit: command.timeLimit, threads: command.threads, console: console)
    }

    private var languages: PageLanguages { command.languages ?? PageLanguages(Speech.language) }

    func run() -> ExitStatus {
        if let misuse = solve.misuse() { return misuse }
        let target: ReportTarget, day: Day?
        do throws(ReportTarget.Failure) {
            day = try ReportTarget.day(command.date)
            target = try ReportTarget(path: command.out, isOfFirm: command.firm != nil)
        } catch {
            switch error {
            case .misuse(let phrase): return console.misuse(phrase)
            case .missing(let phrase):
                console.error(phrase)
                return .failed
            case .folder(let failure): return console.refuse(failure)
            }
        }
        let reading = readScenario(at: command.scenario)
        console.list(reading.faultsBeforePlanning)
        guard let scenario = reading.scenario else { return .invalid }
        var firm: Reference<Firm>?
        if let id = command.firm {
            firm = scenario.tables.firms.references.first { scenario.tables.firms[$0].id == id }
            guard firm != nil else {
                return console.misuse(ReportCommandText.unknownFirm(id, known: scenario.tables.firms.map(\.id)))
            }
        }
        do throws(ScenarioSolve.Refusal) {
            let planner = try solve.planner(scenario, with: command.projects, reading)
            let outcome = try solve.outcome(of: planner, reading)
            var input = ReportInput(outcome, of: scenario, fingerprint: reading.fingerprint() ?? "", date: day)
            if outcome.plan != nil {
                input.screening = screening(of: scenario)
                input.assessment = assessment(scenario, planner, outcome, reading)
            }
            if command.anonymise { input = input.anonymised(key: command.codeKey) }
            return write(PlanReport(input), firm, target)
        } catch { return error.status }
    }

    /// The proposed projects in and out of the parks; nil where there is none, or where they could not be solved, which is told.
    private func screening(of scenario: Scenario) -> Screening? {
        guard scenario.tables.projects.contains(where: { $0.status != .committed }) else { return nil }
        var options = ScreeningOptions()
        options.isCancelled = { Interruption.isRequested }
        do throws(ScreeningFailure) {
            return try Screener(scenario, solver: planSolver, options: options).screen()
        } catch {
            console.remark(ReportCommandText.noScreening)
            return nil
        }
    }

    /// The verdicts by the sets that the scenario names; nil where it names none. Sets that cannot be read are told.
    private func assessment(_ scenario: Scenario, _ planner: Planner, _ outcome: Outcome, _ reading: ScenarioReading) -> Assessment? {
        let sets = SetNames(reading, of: scenario, at: command.scenario)
        console.list((sets.faults + sets.catalogue.faults(inDeclarationsOf: scenario.tables).map(reading.locate)).sorted())
        guard !sets.ids.isEmpty else { return nil }
        var assessment = Assessment(Assessor(planner, outcome, by: sets.catalogue), by: sets.ids)
        let unpriced = assessment
        do throws(SolverFailure) {
            try assessment.price(planner, outcome, isChosen: false)
        } catch {
            // Verdicts without what it would cost to meet them are better than none.
            console.error(FailureText.solver(error))
            return unpriced
        }
        return assessment
    }

    private func write(_ report: PlanReport, _ firm: Reference<Firm>?, _ target: ReportTarget) -> ExitStatus {
        let files: [String]
        do throws(ReportTarget.WritingFailure) {
            files = try target.write(report, of: firm, languages)
        } catch {
            switch error {
            case .folder(let failure): return console.refuse(failure)
            case .print(let failure): console.error(ReportCommandText.notPrinted(failure.reason))
            case .workbook(let failure): console.error(ReportCommandText.noWorkbook(String(describing: failure)))
            }
            return .failed
        }
        if target.lacksBrowser { console.remark(ReportCommandText.noBrowser) }
        let told = command.isJSON ? ReportTarget.json(files, report.input.outcome) : Array((files.joined(separator: "\n") + "\n").utf8)
        guard console.result(told) else { return .failed }
        return ExitStatus(report.input.outcome)
    }
}
