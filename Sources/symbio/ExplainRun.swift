// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
internal import LinearProgram
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// One explanation from the files to what is printed.
struct ExplainRun {
    /// How many candidates that carry nothing are told of each output and need, and of the whole plan.
    private static let fewest = 5, fewestOfPlan = 20
    private let command: ExplainCommand
    private let console: Console
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    init(_ command: ExplainCommand) {
        (self.command, console, start) = (command, command.common.console, ContinuousClock().now)
    }

    func run(_ solve: ScenarioSolve) -> ExitStatus {
        let reading = readScenario(at: command.scenario)
        console.list(reading.faultsBeforePlanning)
        guard let scenario = reading.scenario else { return .invalid }
        do throws(ScenarioSolve.Refusal) {
            // A wrong id is told before anything is solved.
            let ids = [command.from, command.to].compactMap(\.self)
            var parties: [Party] = []
            for id in ids { parties.append(try party(named: id, in: scenario)) }
            let planner = try solve.planner(scenario, with: command.projects, reading)
            for (id, party) in zip(ids, parties) where !planner.network.counts(party) { throw leftOut(id, party, scenario) }
            let explanation = try solve.explanation(of: planner, reading)
            return finish(try answer(explanation, parties), explanation, scenario, reading)
        } catch { return error.status }
    }

    private func party(named id: String, in scenario: Scenario) throws(ScenarioSolve.Refusal) -> Party {
        let tables = scenario.tables
        if let firm = tables.firms.references.first(where: { tables.firms[$0].id == id }) { return .firm(firm) }
        if let process = tables.processes.references.first(where: { tables.processes[$0].id == id }) { return .process(process) }
        let known = tables.firms.map(\.id) + tables.processes.map(\.id)
        throw ScenarioSolve.Refusal(status: console.misuse(FailureText.unknownParty(id, nearest: NearNames.of(id, among: known))))
    }

    /// A firm or plant of a project that does not count.
    private func leftOut(_ id: String, _ party: Party, _ scenario: Scenario) -> ScenarioSolve.Refusal {
        let tables = scenario.tables
        func project(_ firm: Reference<Firm>) -> Reference<Project>? { tables.firms[firm].project }
        let own: Reference<Project>?
        switch party {
        case .firm(let firm): own = project(firm)
        case .process(let process):
            let host: Reference<Firm>? = if case .firm(let firm) = tables.processes[process].site { firm } else { nil }
            own = tables.processes[process].project ?? host.flatMap(project)
        }
        let name = own.map { tables.projects[$0].id } ?? ""
        return ScenarioSolve.Refusal(status: console.misuse(FailureText.partyLeftOut(id, project: name)))
    }

    /// The answer; nil where there is no plan to ask.
    private func answer(_ explanation: Explanation, _ parties: [Party]) throws(ScenarioSolve.Refusal) -> ExplainAnswer? {
        guard explanation.outcome.plan != nil else { return nil }
        do throws(SolverFailure) {
            guard let from = parties.first else {
                return .plan(try explanation.overview(nearest: command.isAll ? nil : Self.fewestOfPlan))
            }
            guard parties.count > 1 else {
                return .streams(from, try explanation.streams(of: from, alternatives: command.isAll ? nil : Self.fewest))
            }
            return .pair(try explanation.pair(from: from, to: parties[1]))
        } catch {
            console.error(FailureText.solver(error))
            throw ScenarioSolve.Refusal(status: .failed)
        }
    }

    private func finish(
        _ answer: ExplainAnswer?, _ explanation: Explanation, _ scenario: Scenario, _ reading: ScenarioReading
    ) -> ExitStatus {
        let bytes: [UInt8]
        if command.common.isJSON {
            let facts = RunFacts(inputSHA256: reading.fingerprint() ?? "", seconds: seconds)
            bytes = ExplainJSON(explanation, of: scenario, facts: facts, language: Speech.language).document(answer)
        } else {
            let layout = command.common.layout(rowLimit: command.isAll || command.rows == 0 ? nil : command.rows)
            // Where there is no plan the solve's own report says why.
            bytes =
                answer.map { ExplainReport.bytes($0, explanation, of: scenario, layout: layout) }
                ?? SolveReport.bytes(explanation.outcome, of: scenario, layout: layout)
        }
        guard console.result(bytes) else { return .failed }
        return ExitStatus(explanation.outcome)
    }

    private var seconds: Double {
        let duration = (clock.now - start).components
        return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
    }
}
