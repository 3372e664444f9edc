// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import LinearProgram
internal import Scenario

extension Assessment {
    /// The most candidates of a scenario whose open shares are all priced; of larger ones only those of a subject that was chosen.
    static let pricedCandidates = 20_000

    /// Names the cheapest exchange inside each park that has none, and prices every share that is not met.
    public mutating func price(
        _ planner: Planner, _ outcome: Outcome, isChosen: Bool, options: SolveOptions = SolveOptions()
    ) throws(SolverFailure) {
        add(try planner.cheapestInside(parksWithoutExchange, options: options))
        try addCosts(planner, outcome, isChosen: isChosen, options: options)
    }

    /// Prices, for every share that a park or the scenario does not meet, the cheapest plan that meets it, by solving again.
    ///
    /// A share N / D of at least b is the row N − b · D ≥ 0 of the program, where N and D are linear in what the plan moves. A price is told only
    /// with the certificate of the larger program, and that no plan meets the share only with the proof of the best that one reaches.
    public mutating func addCosts(
        _ planner: Planner, _ outcome: Outcome, isChosen: Bool, options: SolveOptions = SolveOptions()
    ) throws(SolverFailure) {
        guard planner.objective == .cost, outcome.status == .optimal, let best = outcome.objectiveValue, outcome.choices == 0,
            isChosen || planner.candidates.count <= Self.pricedCandidates
        else { return }
        var places: [(row: Int, verdict: Int)] = [], wanted: [AssessedSubject: Set<Measure>] = [:]
        for row in rows.indices {
            for position in rows[row].verdicts.indices {
                let verdict = rows[row].verdicts[position]
                guard verdict.moment == .plan, verdict.result == .notMet, [.network, .park].contains(verdict.subject.kind),
                    verdict.criterion.measured.isShare, !assessor.isSettled(verdict.criterion.measured)
                else { continue }
                places.append((row, position))
                let measures = assessor.measures(in: verdict.criterion.measured).filter(\.mayBeLinear)
                wanted[verdict.subject, default: []].formUnion(measures)
            }
        }
        guard !places.isEmpty else { return }
        let linear = LinearMeasures(planner, assessor, wanted)
        for place in places {
            let verdict = rows[place.row].verdicts[place.verdict]
            // A measure that is only known to lie between two linear ones is priced by both; what holds by both holds.
            var costs: [Double] = [], reached: [Double?] = []
            for isHigh in [false, true] {
                guard let share = OpenShare(verdict, assessor, linear, isHigh: isHigh) else { break }
                let row = share.row(share.bound)
                switch try planner.value(withAtLeast: -row.constant, of: row.weights, options: options) {
                case .value(let value): costs.append(max(0, value - best))
                case .impossible: reached.append(try share.best(planner, options))
                case .unknown: break
                }
            }
            if let least = costs.min(), let most = costs.max(), costs.count == 2 {
                rows[place.row].verdicts[place.verdict].closings.append(.planCosts(from: least, to: most))
            } else if reached.count == 2 {
                let unit = verdict.criterion.unit, known = reached.compactMap(\.self)
                let best = known.count == 2 ? verdict.isHigherBetter ? known.max() : known.min() : nil
                rows[place.row].verdicts[place.verdict].closings.append(.noPlanMeets(best: best, unit: unit))
            }
        }
    }
}

extension Verdict {
    /// Whether the threshold asks for more.
    fileprivate var isHigherBetter: Bool { criterion.threshold?.comparison.asksForMore ?? true }
}
