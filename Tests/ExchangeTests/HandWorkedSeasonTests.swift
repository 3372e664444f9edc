// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Scenario
import Testing

/// Periods and storages worked by hand, on the scenario of ``ScenarioText``: 100 t of w at A (disposal 50), a need of 60 t at B (purchase 80),
/// by truck at 5 a tonne.
@Suite("Seasons worked by hand:") struct HandWorkedSeasonTests {
    /// A gives everything in the dry season, B needs everything in the wet one.
    private func apart(_ storage: String? = nil) -> ScenarioText {
        var text = ScenarioText()
        text["periods.csv"] = "id,share\ndry,0.25\nwet,0.75\n"
        text["outputs.csv"] = "firm,resource,period,quantity\nA,w,dry,100\n"
        text["needs.csv"] = "firm,resource,period,quantity\nB,w,wet,60\n"
        if let storage { text["storages.csv"] = "firm,resource,capacity,cost,loss_share\n" + storage }
        return text
    }

    @Test("what comes in one season and is needed in the other does not meet without a storage")
    func withoutStorage() throws {
        let outcome = try apart().outcome()
        expectSound(outcome)
        #expect(outcome.exchanges.isEmpty)
        expectClose(outcome.plan?.cost, 100 * 50 + 60 * 80)
        #expect(outcome.outputs.count == 1 && outcome.needs.count == 1)
        // What is of a season is no part of the year, even where the stream stands in a single one.
        #expect(outcome.outputs.allSatisfy { $0.marginal != nil && $0.period != nil })
        #expect(outcome.ofTheYear.outputs.allSatisfy { $0.marginal == nil && $0.period == nil })
    }

    @Test("a storage carries it over: what is lost of it is disposed of, and its room bounds it")
    func storage() throws {
        let outcome = try apart("A,w,50,2,0.1\n").outcome(), tables = try apart().scenario().tables
        expectSound(outcome)
        // 50 t are held over the dry season: 45 t reach B for 5 each, 5 t rot and are disposed of, 2 a tonne for holding.
        expectClose(outcome.plan?.cost, 50 * 50 + 50 * 2 + 5 * 50 + 45 * 5 + 15 * 80)
        expectClose(outcome.plan?.waste, 50 + 5)
        let held = outcome.storages.map(\.held)
        #expect(held == [50, 0])
        #expect(outcome.storages.map { $0.period.map { tables.periods[$0].id } } == ["dry", "wet"])
        let outputs = outcome.outputs
        expectClose(outputs.first { $0.quantity > 0 }?.stored, 50)
        expectClose(outputs.first { $0.quantity == 0 }?.stored, -45)
        expectClose(outputs.first { $0.quantity == 0 }?.exchanged, 45)
        // One more tonne of room carries 0.9 t more: it saves 50 − 2 − 0.1 · 50 − 0.9 · (5 − 80), and all gains sum to the net benefit.
        expectClose(outcome.netBenefit, 50 * (50 - 2 - 5 + 0.9 * 75))
    }

    @Test("the last period hands on to the first")
    func round() throws {
        var text = apart("A,w,100,0,0\n")
        text["periods.csv"] = "id,share\nwet,0.75\ndry,0.25\n"
        let outcome = try text.outcome()
        expectSound(outcome)
        expectClose(outcome.plan?.cost, 40 * 50 + 60 * 5)
    }

    @Test("capacities go by the share of the period, rows of the year are spread by it, contracts are of the year")
    func shares() throws {
        var text = ScenarioText()
        text["periods.csv"] = "id,share\ndry,0.25\nwet,0.75\n"
        text["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,truck,40\n"
        text["contracts.csv"] = "from,to,resource,max\nA,B,w,32\n"
        let outcome = try text.outcome(), tables = try text.scenario().tables
        expectSound(outcome)
        // 10 t at most in the dry season and 30 t in the wet one; 32 t by contract.
        let moved = outcome.exchanges.reduce(into: [String: Double]()) {
            $0[$1.period.map { tables.periods[$0].id } ?? "", default: 0] += $1.quantity
        }
        expectClose(moved.values.reduce(0, +), 32)
        #expect(moved["dry"] ?? 0 <= 10 + 1e-9 && moved["wet"] ?? 0 <= 30 + 1e-9)
        #expect(outcome.outputs.map(\.quantity) == [25, 75])
        #expect(outcome.needs.map(\.quantity) == [15, 45])
        expectClose(outcome.plan?.cost, 68 * 50 + 32 * 5 + 28 * 80)
    }

    @Test("a need that nothing can meet in one season is told with the season")
    func conflict() throws {
        var text = apart()
        text["resources.csv"] = "id,name,kind,unit,disposal_cost\nw,waste,material,t,50\n"
        let outcome = try text.outcome(), tables = try text.scenario().tables
        #expect(outcome.status == .infeasible)
        let rule = try #require(outcome.infeasibility?.rules.first { $0.kind == .need })
        #expect(rule.period.map { tables.periods[$0].id } == "wet")
        expectClose(rule.amount.map { ($0 * 1e6).rounded() / 1e6 }, 60)
    }

    @Test("today is not told where there are several seasons, with the reason")
    func today() throws {
        var text = apart()
        text["contracts.csv"] = "from,to,resource,quantity\nA,B,w,10\n"
        let outcome = try text.outcome()
        #expect(outcome.today == nil && outcome.todayReason == .periods)
    }
}

@Suite("Of every random scenario with periods:") struct PeriodPropertyTests {
    @Test("one period gives the plan that none gives, to the last digit", arguments: UInt64(1)...8)
    func onePeriod(seed: UInt64) throws {
        let random = RandomScenario(seed: seed)
        var one = random.text
        one["periods.csv"] = "id,share\nyear,1\n"
        let a = try random.text.outcome(), b = try one.outcome()
        #expect(a.plan == b.plan && a.baseline == b.baseline && a.today == b.today)
        #expect(a.objectiveValue == b.objectiveValue && a.bound == b.bound)
        #expect(a.exchanges.map(\.quantity) == b.exchanges.map(\.quantity))
        #expect(a.outputs.map(\.marginal) == b.outputs.map(\.marginal))
        #expect(a.rows == b.rows && a.columns == b.columns && a.candidates == b.candidates)
        #expect(b.outputs.allSatisfy { $0.period != nil } && a.outputs.allSatisfy { $0.period == nil })
    }

    @Test("periods that are all alike, with nothing stored, give the optimum of the year to 1e-9", arguments: UInt64(1)...8, [2, 4])
    func alike(seed: UInt64, periods: Int) throws {
        let random = RandomScenario(seed: seed)
        var many = random.text
        many["periods.csv"] = "id,share\n" + (0..<periods).map { "p\($0),\(1 / Double(periods))\n" }.joined()
        let a = try random.text.outcome(), b = try many.outcome()
        expectSound(b)
        expectClose(b.objectiveValue, try #require(a.objectiveValue))
        expectClose(b.plan?.cost, try #require(a.plan?.cost))
        expectClose(b.baseline.cost, a.baseline.cost)
        #expect(b.candidates == periods * a.candidates)
        expectClose(b.ofTheYear.outputs.reduce(0) { $0 + $1.exchanged }, b.outputs.reduce(0) { $0 + $1.exchanged })
        #expect(b.ofTheYear.outputs.count == a.outputs.count)
    }
}
