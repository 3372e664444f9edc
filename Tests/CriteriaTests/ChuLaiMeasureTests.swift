// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import Scenario
import ScenarioFiles
import Testing

@testable import Criteria

/// What must hold of the measures of a scenario of real size.
@Suite("Measures of Chu Lai")
struct ChuLaiMeasureTests {
    private let assessor: Assessor, outcome: Outcome

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let reading = readScenario(at: root.appending(path: "Scenarios/chu-lai").path())
        let scenario = try #require(reading.scenario)
        let planner = try Planner(scenario, solver: GLPKSolver())
        outcome = try planner.plan()
        assessor = Assessor(planner, outcome, by: CriteriaCatalogue([]))
    }

    private func value(_ measure: Measure, _ subject: AssessedSubject = .network, _ moment: Formula.Moment = .plan) throws -> Double {
        let measured = try #require(assessor.measure(measure, of: subject, moment))
        return try #require(measured.figure.exact, "\(measure)")
    }

    private func expectClose(_ value: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(value) for \(expected)", sourceLocation: sourceLocation)
    }

    @Test("The ledger's gas, cost, waste and virgin material are the model's in every state of affairs")
    func model() throws {
        let plan = try #require(outcome.plan), today = try #require(outcome.today)
        for (moment, measures) in [(Formula.Moment.baseline, outcome.baseline), (.today, today), (.plan, plan)] {
            expectClose(try value(.ghg, .network, moment), measures.ghg / 1000)
            expectClose(try value(.wasteDisposed, .network, moment), measures.waste)
            expectClose(try value(.virginMaterial, .network, moment), measures.virgin)
            expectClose(try value(.netBenefit, .network, moment), outcome.baseline.cost - measures.cost)
        }
    }

    @Test(
        "Gas avoided is that of the plan against the baseline, and firms and plants outside of any sum to it",
        arguments: AllocationRule.allCases)
    func avoided(rule: AllocationRule) throws {
        let plan = try #require(outcome.plan)
        expectClose(try value(rule.measure), (outcome.baseline.ghg - plan.ghg) / 1000)
        let whole = (outcome.baseline.ghg - plan.ghg) / 1000
        let parts = try assessor.subjects.filter { $0.kind == .firm }.map { subject in
            try #require(assessor.measure(rule.measure, of: subject, .plan)).figure
        }
        let (low, high) = (parts.reduce(0) { $0 + $1.low }, parts.reduce(0) { $0 + $1.high })
        // Who pays is not known of every exchange; the other rules ask nothing.
        guard rule == .byPrice else {
            expectClose(low, whole)
            return expectClose(high, whole)
        }
        #expect(low < whole && whole < high)
    }

    @Test("What firms take in equals what they give out; wastewater reused is what reaches a need, before the pipe loses some")
    func balances() throws {
        expectClose(try value(.secondaryIn), try value(.secondaryOut))
        let firms = assessor.subjects.filter { $0.kind == .firm }
        expectClose(try firms.map { try value(.secondaryOut, $0) }.reduce(0, +), try value(.secondaryOut))
        // Water that reaches needs of firms; what pipes lose on the way to the treatment plant is shared out among what follows.
        let tables = assessor.tables
        let met = outcome.exchanges.filter { exchange in
            guard case .firm = exchange.to else { return false }
            return tables.resources[exchange.resource].kind == .water
        }.reduce(0) { $0 + $1.quantity }
        let reused = try value(.wastewaterReused)
        #expect(met > 1_000_000 && met <= reused && reused <= met * 1.005, "\(met) of \(reused)")
    }
}
