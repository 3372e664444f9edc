// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
public import Exchange
public import LinearProgram
public import Scenario

/// How a screening may go.
public struct ScreeningOptions: Sendable {
    /// The weights of the ranking.
    public var weights = ScreeningWeights.standard
    /// The most hectares and money that the best set may use; nil for no limit.
    public var land: Double?, investment: Double?
    /// The sizes at which each project is solved, times the declared one.
    public var sizes: [Double] = [0.5, 1, 2, 4]
    /// The largest size that is looked at for the point where the gain is used up.
    public var largestSize = 64.0
    /// Whether each solve is done a second time from the baseline, only to count what a warm start saves.
    public var measuresColdStarts = false
    /// The criteria sets to judge by; nil for none.
    public var criteria: ScreeningCriteria?
    /// Asked now and then, on any thread; true ends the screening.
    public var isCancelled: (@Sendable () -> Bool)?

    /// Makes options.
    public init() {}
}

/// Why there is no screening.
public enum ScreeningFailure: Error, Sendable {
    /// Faults of the scenario that only show when places meet.
    case scenario(ScenarioFaults)
    /// The solver broke down.
    case solver(SolverFailure)
    /// There is no plan without the projects: infeasible, or stopped.
    case noPlan(Outcome)
    /// Somebody asked it to stop.
    case cancelled
}

/// Solves each proposed project in and out of the parks.
///
/// Plans are made for least cost, carbon price included, whatever the objective of the scenario: the question is what a project earns the
/// parks. Every solve begins at the end of the one that is nearest to it.
///
/// ```swift
/// let screening = try Screener(scenario, solver: GLPKSolver()).screen()
/// for project in screening.projects { print(project.project, project.effect?.gain ?? 0) }
/// ```
public struct Screener {
    let scenario: Scenario
    let solver: any Solver
    let options: ScreeningOptions
    let base: Planner, baseOutcome: Outcome, baseValue: PlanValue
    var effort = SolveEffort()
    /// The verdicts without any project, once they are known.
    var knownVerdicts: [VerdictKey: Verdict]?
    /// The plans with one project each: its value, and where its solve ended.
    var alone: [Reference<Project>: PlanValue] = [:]

    /// Solves the parks without the proposed projects.
    public init(_ scenario: Scenario, solver: any Solver, options: ScreeningOptions = ScreeningOptions()) throws(ScreeningFailure) {
        (self.scenario, self.solver, self.options) = (scenario, solver, options)
        do throws(ScenarioFaults) {
            base = try Planner(scenario, objective: .cost, solver: solver)
        } catch { throw .scenario(error) }
        do throws(SolverFailure) {
            let solving = SolveOptions(isCancelled: options.isCancelled)
            baseValue = try base.value(options: solving)
            baseOutcome = try base.plan(from: baseValue.start, options: solving)
        } catch { throw .solver(error) }
        guard baseOutcome.isProvedOptimal, baseValue.status == .optimal else { throw .noPlan(baseOutcome) }
    }

    /// Screens every proposed project.
    public func screen() throws(ScreeningFailure) -> Screening {
        var screener = self
        var projects: [ScreenedProject] = []
        let proposed = scenario.tables.proposedProjects
        for project in proposed { projects.append(try screener.study(project)) }
        let weights = options.weights
        let ranking = Ranking(projects.map { screener.values(of: $0, weights.measures) }, weights: weights)
        for index in projects.indices {
            projects[index].score = ranking.scores[index]
            (projects[index].firstShare, projects[index].firstThreeShare) = (ranking.first[index], ranking.firstThree[index])
            let values = screener.values(of: projects[index], weights.measures)
            projects[index].unknown = zip(weights.measures, values).filter { $0.1 == nil }.map(\.0)
        }
        var screening = Screening(
            base: screener.baseOutcome, projects: ranking.order.map { projects[$0] }, weights: weights, effort: screener.effort)
        screening.pairs = try screener.pairs(projects)
        screening.best = try screener.bestSet(projects)
        screening.effort = screener.effort
        return screening
    }

    /// A planner of `tables` with `projects`; a fault where places that meet have one.
    func planner(_ tables: Tables, with projects: Set<Reference<Project>>) -> Result<Planner, ScenarioFaults> {
        do throws(ScenarioFaults) {
            let changed = tables == scenario.tables ? scenario : try Scenario(validating: tables)
            return .success(try Planner(changed, with: projects, objective: .cost, solver: solver))
        } catch { return .failure(error) }
    }

    /// Solves for the value alone, warm; nil where no plan is known to be the best.
    mutating func value(_ planner: Planner, from start: StartingPoint?) throws(ScreeningFailure) -> PlanValue? {
        let value = try solved(planner, from: start)
        return value.status == .optimal ? value : nil
    }

    /// Solves for the value alone, warm, whatever comes of it.
    mutating func solved(_ planner: Planner, from start: StartingPoint?) throws(ScreeningFailure) -> PlanValue {
        do throws(SolverFailure) {
            let solving = SolveOptions(isCancelled: options.isCancelled)
            let value = try planner.value(from: start, options: solving)
            effort.solves += 1
            effort.iterations += value.iterations
            if options.measuresColdStarts {
                effort.coldIterations = (effort.coldIterations ?? 0) + (try planner.value(options: solving)).iterations
            }
            if value.status != .optimal, options.isCancelled?() ?? false {
                throw SolverFailure.library(doing: "solve", message: "stopped")
            }
            return value
        } catch {
            if options.isCancelled?() ?? false { throw .cancelled }
            throw .solver(error)
        }
    }

    /// Values by `measures`; nil is not known.
    func values(of project: ScreenedProject, _ measures: [ScreeningMeasure]) -> [Double?] {
        let row = scenario.tables.projects[project.project]
        return measures.map { measure in
            switch measure {
            case .gain: project.effect?.gain
            case .ghg: project.effect?.ghg
            case .waste: project.effect?.waste
            case .virgin: project.effect?.virgin
            case .water: project.effect?.water
            case .energy: project.effect?.energy
            case .jobs: row.jobs
            case .land: row.landHectares
            case .investment: row.capex
            }
        }
    }
}

extension Outcome {
    /// Whether the plan is the best, and its certificate holds.
    var isProvedOptimal: Bool { status == .optimal && certificate?.holds ?? false }
}
