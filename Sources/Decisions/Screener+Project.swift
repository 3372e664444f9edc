// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Exchange
internal import LinearProgram
internal import Scenario

extension Screener {
    /// One project in the parks: what it adds, with whom, at which size and price, and what stands in its way.
    mutating func study(_ project: Reference<Project>) throws(ScreeningFailure) -> ScreenedProject {
        let tables = scenario.tables, parties = tables.parties(of: project)
        var screened = ScreenedProject(project: project, status: .unknown)
        let planner: Planner
        switch self.planner(tables, with: [project]) {
        case .success(let made): planner = made
        case .failure(let faults):
            screened.status = .infeasible
            screened.blockers = faults.faults.map(Blocker.fault)
            return screened
        }
        let value = try solved(planner, from: baseValue.start)
        guard value.status == .optimal else {
            // A search that ended before its proof says nothing of whether the project fits.
            let isInfeasible = value.status == .infeasible
            screened.status = value.status
            screened.blockers = isInfeasible ? [.infeasible] + blockers(planner, parties, baseValue) : [.unproved]
            return screened
        }
        let outcome = try outcome(planner, value)
        guard outcome.isProvedOptimal else {
            (screened.status, screened.blockers) = (outcome.status == .optimal ? .unknown : outcome.status, [.unproved])
            return screened
        }
        alone[project] = value
        screened.status = outcome.status
        let effect = effect(outcome, parties, fixedCost: value.fixedCost - baseValue.fixedCost)
        screened.effect = effect
        screened.partners = partners(outcome, parties)
        (screened.opened, screened.displaced) = changes(outcome, parties)
        screened.blockers = parties.isEmpty ? [.noStreams] : blockers(planner, parties, value)
        if let room = roomBlocker(project) { screened.blockers.append(room) }
        screened.criteria = judged(planner, outcome, project)
        if let requests = screened.criteria?.requests, !requests.isEmpty {
            let waiting = Set(requests.flatMap(\.criteria)).count
            screened.blockers.append(.evidence(criteria: waiting, declarations: Set(requests.map(\.id)).sorted()))
        }
        guard let gain = effect.gain, gain > gainTolerance else { return screened }
        screened.paybackYears = payback(project, parties, outcome, gain)
        let streams = mainStreams(outcome, parties)
        screened.size = try sizes(project, parties, value, streams.input ?? streams.output)
        screened.prices = try prices(project, parties, value, streams)
        return screened
    }

    /// What counts as no gain: rounding of the plan's cost.
    var gainTolerance: Double { 1e-8 * max(1, abs(baseValue.cost), abs(baseValue.baseline)) }

    private func outcome(_ planner: Planner, _ value: PlanValue) throws(ScreeningFailure) -> Outcome {
        do throws(SolverFailure) {
            return try planner.plan(from: value.start, options: SolveOptions(isCancelled: options.isCancelled))
        } catch { throw .solver(error) }
    }

    /// What the project adds; `fixedCost` is of its plants that stand already, which the baseline with it pays too.
    private func effect(_ outcome: Outcome, _ parties: Set<Party>, fixedCost: Double) -> ProjectEffect {
        let plan = outcome.plan ?? outcome.baseline, before = baseOutcome.plan ?? baseOutcome.baseline
        func saved(_ measure: (Measures) -> Double) -> Double {
            cut(
                (measure(outcome.baseline) - measure(plan)) - (measure(baseOutcome.baseline) - measure(before)),
                measure(outcome.baseline), measure(plan))
        }
        func bought(_ kind: ResourceKind) -> (Measures) -> Double {
            { $0.byKind.filter { $0.kind == kind }.reduce(0) { $0 + $1.virgin } }
        }
        let isUnpriced = Set(outcome.unpriced).subtracting(baseOutcome.unpriced).isEmpty == false
        return ProjectEffect(
            gain: isUnpriced ? nil : saved(\.cost) - fixedCost, ghg: saved(\.ghg), waste: saved(\.waste), virgin: saved(\.virgin),
            water: saved(bought(.water)), energy: saved(bought(.energy)), costChange: cut(plan.cost - before.cost, plan.cost, before.cost),
            ghgChange: cut(plan.ghg - before.ghg, plan.ghg, before.ghg),
            wasteChange: cut(plan.waste - before.waste, plan.waste, before.waste),
            virginChange: cut(plan.virgin - before.virgin, plan.virgin, before.virgin))
    }

    /// Years in which what the project adds, its capital aside, pays back its capital; nil where there is none.
    ///
    /// The plants of a project that the plan chose to build are charged for in the gain already: their capital charges are given back, or the
    /// capital would count twice. What is built is part of what the project declares to invest, which is never less.
    private func payback(_ project: Reference<Project>, _ parties: Set<Party>, _ outcome: Outcome, _ gain: Double) -> Double? {
        let built = outcome.investments.filter { investment in
            if case .process(let process) = investment.subject { parties.contains(.process(process)) } else { false }
        }.map(\.figures)
        let capex = max(scenario.tables.projects[project].capex ?? 0, built.reduce(0) { $0 + $1.capex })
        return capex > 0 ? capex / (gain + built.reduce(0) { $0 + $1.capitalCharge }) : nil
    }

    /// A difference of large numbers, with what is only their rounding cut to zero.
    private func cut(_ difference: Double, _ sizes: Double...) -> Double {
        let scale = sizes.reduce(0) { max($0, abs($1)) }
        return abs(difference) <= 1e-9 * max(1, scale) ? 0 : difference
    }

    /// What keeps the project's streams from partners.
    private func blockers(_ planner: Planner, _ parties: Set<Party>, _ value: PlanValue) -> [Blocker] {
        var blockers: [Blocker] = []
        let prospects = planner.prospects(of: parties, at: value), lacking = lacking(prospects)
        for prospect in prospects {
            let resource = prospect.resource, isSupply = prospect.isSupply
            if prospect.isUnpriced { blockers.append(.unpriced(resource)) }
            let elsewhere = prospect.exclusions.filter { $0.rule != .samePlace }
            if prospect.partners == 0, elsewhere.isEmpty {
                blockers.append(.nobody(resource, isSupply: isSupply))
            } else if prospect.partners == 0 {
                let excluded = elsewhere.map { ExcludedPairs(rule: $0.rule, pairs: $0.pairs) }
                blockers.append(.excluded(resource, isSupply: isSupply, excluded))
            } else if prospect.moved == 0, let idle = idle(prospect, lacking, value) {
                if !blockers.contains(idle) { blockers.append(idle) }
            } else if prospect.moved == 0 {
                blockers.append(.price(resource, isSupply: isSupply, shortfall: prospect.shortfall))
            }
        }
        return blockers
    }

    /// Per process, the inputs that nobody can give it and that it cannot buy.
    private func lacking(_ prospects: [StreamProspect]) -> [Reference<ConversionProcess>: [Reference<Resource>]] {
        var lacking: [Reference<ConversionProcess>: [Reference<Resource>]] = [:]
        for prospect in prospects where !prospect.isSupply && prospect.partners == 0 {
            guard case .flow(let reference) = prospect.row else { continue }
            let flow = scenario.tables.processFlows[reference]
            guard flow.virginPrice == nil, !lacking[flow.process, default: []].contains(flow.resource) else { continue }
            lacking[flow.process, default: []].append(flow.resource)
        }
        return lacking
    }

    /// What is to be told of a stream of a plant that stands still, rather than that its partners do not pay; nil where they are the reason.
    private func idle(
        _ prospect: StreamProspect, _ lacking: [Reference<ConversionProcess>: [Reference<Resource>]], _ value: PlanValue
    ) -> Blocker? {
        guard case .flow(let reference) = prospect.row, (value.quantity(of: prospect.row) ?? 0) == 0 else { return nil }
        let process = scenario.tables.processFlows[reference].process, missing = lacking[process] ?? []
        guard !missing.isEmpty || (prospect.shortfall ?? 0) == 0 else { return nil }
        return .idle(prospect.resource, isSupply: prospect.isSupply, process, lacking: missing)
    }
}
