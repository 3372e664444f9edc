// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import LinearProgram
import Scenario
import ScenarioFiles
import Testing
import Texts

/// Investments worked by hand, on the scenario of ``ScenarioText``: 100 t of w at A (disposal 50), a need of 60 t at B (purchase 80), by truck at
/// 5 a tonne, 10 km. Moving 60 t brings 60 · (50 + 80 − 5) = 7,500 a year against nothing.
@Suite("Investments worked by hand:") struct HandWorkedInvestmentTests {
    private static let gain = 7500.0

    private func closed(_ change: (inout ScenarioText) -> Void) throws -> Outcome {
        var text = ScenarioText()
        change(&text)
        return try text.outcome()
    }

    @Test("a route is used where its charge is less than what it brings", arguments: [(7000.0, true), (8000.0, false)])
    func route(charge: Double, isUsed: Bool) throws {
        let outcome = try closed { $0["routes.csv"] = "from,to,km,fixed_cost\nA,B,10,\(charge)\n" }
        expectSound(outcome)
        let nothing: Double = 100 * 50 + 60 * 80
        expectClose(outcome.plan?.cost, isUsed ? nothing - Self.gain + charge : nothing)
        #expect(outcome.routes.first?.used == isUsed)
        expectClose(outcome.routes.first?.charge, isUsed ? charge : 0)
        #expect(outcome.choices == 1)
    }

    /// The exchange over a link, or into a plant, ends with it, also where it must be of a least quantity.
    @Test("a link is charged for the longer of its two directions, by annuity and upkeep, and holds what it can", arguments: [0.0, 25.0])
    func link(least: Double) throws {
        let outcome = try closed {
            $0["scenario.yaml"] += "discount_rate: 0.1\nexchange: {min_quantity: \(least)}\n"
            $0["modes.csv"] =
                "id,unit,cost_per_unit,capex_per_km,fixed_cost_per_km,link_capacity,lifetime_years\ntruck,t,5,300,20,40,2\n"
            $0["routes.csv"] = "from,to,km,one_way\nA,B,10,true\nB,A,12,true\n"
        }
        expectSound(outcome)
        // 1 / 1.1 + 1 / 1.21 = 1.735537: the annuity over two years is 1.21 · 0.1 / 0.21 = 0.576190.
        let annuity = 0.1 / (1 - 1 / 1.21)
        let charge = (300 * annuity + 20) * 12
        let link = try #require(outcome.links.first)
        expectClose(link.kilometres, 12)
        expectClose(link.charge, charge)
        expectClose(link.load, 40)
        expectClose(outcome.plan?.cost, 60 * 50 + 20 * 80 + 40 * 5 + charge)
        // Without it 40 t are disposed of and bought: 5,000 a year, less the upkeep of 240.
        let money = try #require(outcome.investments.first?.figures)
        expectClose(money.capex, 3600)
        expectClose(money.yearlyGain, 40 * 125 - 240)
        expectClose(money.paybackYears, 3600 / 4760)
        expectClose(money.netPresentValue, 4760 * (1 / 1.1 + 1 / 1.21) - 3600)
        // 3,600 q² − 4,760 q − 4,760 = 0 for q = 1 + rate.
        let rate: Double = (4760 + (4760 * 4760 + 4 * 3600 * 4760).squareRoot()) / 7200 - 1
        #expect(abs((money.internalRate ?? 0) - rate) < 1e-12)
        #expect(outcome.investmentTotal?.yearlyGain == money.yearlyGain)
    }

    @Test("a plant is built where it pays, with its gain, payback, present value and rate of return", arguments: [0.0, 25.0])
    func plant(least: Double) throws {
        let outcome = try closed {
            $0["scenario.yaml"] += "discount_rate: 0.1\nexchange: {min_quantity: \(least)}\n"
            $0["resources.csv"] += "p,product,product,t,-100,,0,0\n"
            $0["contracts.csv"] = "from,to,resource,max\nA,B,w,0\n"
            $0["processes.csv"] =
                "id,name,firm,capacity,cost,capex,fixed_cost,lifetime_years,candidate\nT,Plant,B,80,10,9000,300,3,true\nU,Other,B,80,10,90000,0,3,true\n"
            $0["process_flows.csv"] =
                "process,resource,role,per_activity\nT,w,input,1\nT,p,output,1\nU,w,input,1\nU,p,output,1\n"
        }
        expectSound(outcome)
        // Each tonne: 50 not disposed of, 100 sold, 10 run, 5 moved: 135; 80 t bring 10,800, less 300 of upkeep.
        let annuity = 0.1 / (1 - 1 / 1.331)
        expectClose(outcome.netBenefit, 80 * 135 - 300 - 9000 * annuity)
        let built = outcome.processes.map(\.built)
        #expect(built == [true, false])
        expectClose(outcome.processes.first?.charge, 300 + 9000 * annuity)
        let investment = try #require(outcome.investments.first), money = investment.figures
        #expect(outcome.investments.count == 1)
        expectClose(money.yearlyGain, 10_500)
        expectClose(money.paybackYears, 9000 / 10_500)
        expectClose(money.netPresentValue, 10_500 / 1.1 + 10_500 / 1.21 + 10_500 / 1.331 - 9000)
        // At the internal rate of return the three gains are worth what was paid.
        let rate = try #require(money.internalRate)
        let worth = [1.0, 2, 3].reduce(0) { $0 + 10_500 / pow(1 + rate, $1) }
        #expect(abs(worth - 9000) < 1e-6)
        // Its only supplier gone, it earns nothing and costs its upkeep.
        #expect(investment.largestSupplier == .firm(Reference(0)))
        expectClose(investment.yearlyGainWithoutSupplier, -300)
        // The other plant would find the 20 t that are left.
        let other = try #require(outcome.notBuilt.first)
        #expect(outcome.notBuilt.count == 1)
        expectClose(other.capitalCharge, 90_000 * annuity)
        // Where exchanges must be of a least quantity, one would have to be chosen for it.
        #expect(other.needsMore == (least > 0))
        guard least == 0 else { return }
        expectClose(other.yearlyGain, 20 * 135)
        expectClose(other.breakEvenCapex, 20 * 135 / annuity)
    }

    /// T makes m of w, Q makes z of it, and B takes z: without T the exchange of z falls short of its least and ends, too.
    @Test("what falls short of its least quantity further down ends with a plant", arguments: [0.0, 25.0])
    func chain(least: Double) throws {
        let outcome = try closed {
            $0["scenario.yaml"] += "discount_rate: 0.1\nexchange: {min_quantity: \(least)}\n"
            $0["resources.csv"] += "m,middle,material,t,0,,0,0\nz,end,material,t,0,30,0,0\n"
            $0["contracts.csv"] = "from,to,resource,max\nA,B,w,0\n"
            $0["needs.csv"] += "B,z,40\n"
            $0["processes.csv"] =
                "id,name,firm,capacity,cost,capex,fixed_cost,lifetime_years,candidate\nT,Plant,B,80,10,3000,300,3,true\nQ,Next,A,80,0,,,,\n"
            $0["process_flows.csv"] =
                "process,resource,role,per_activity\nT,w,input,1\nT,m,output,1\nQ,m,input,1\nQ,z,output,1\n"
        }
        expectSound(outcome)
        // 80 t at 50 − 10 − 5 through T, 40 t of them on to Q and B at 30 − 5 − 5 more.
        let annuity = 0.1 / (1 - 1 / 1.331)
        expectClose(outcome.netBenefit, 80 * 35 + 40 * 20 - 300 - 3000 * annuity)
        #expect(outcome.exchanges.count == 3)
        let investment = try #require(outcome.investments.first)
        #expect(investment.figures.isWorkedOut && investment.isSupplierWorkedOut)
        expectClose(investment.figures.yearlyGain, 80 * 35 + 40 * 20 - 300)
        expectClose(investment.yearlyGainWithoutSupplier, -300)
    }

    @Test(
        "a plant that is not built is told with what it would earn, and would be built at an investment just below the one that pays",
        arguments: [(0.0, 10_800.0), (12_000, -1200), (10_800, 0)])
    func notBuilt(fixedCost: Double, gain: Double) throws {
        func text(_ capex: Double) -> ScenarioText {
            var text = ScenarioText()
            text["scenario.yaml"] += "discount_rate: 0.1\n"
            text["resources.csv"] += "p,product,product,t,-100,,0,0\n"
            text["contracts.csv"] = "from,to,resource,max\nA,B,w,0\n"
            text["processes.csv"] =
                "id,name,firm,capacity,cost,capex,fixed_cost,lifetime_years,candidate\nT,Plant,B,80,10,\(capex),\(fixedCost),3,true\n"
            text["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,1\n"
            return text
        }
        func solved(_ capex: Double) throws -> Outcome { try text(capex).outcome() }
        let outcome = try solved(50_000), plant = try #require(outcome.notBuilt.first)
        expectSound(outcome)
        #expect(outcome.investments.isEmpty && outcome.investmentTotal == nil && !plant.needsMore)
        expectClose(plant.yearlyGain, gain)
        let words = UnbuiltText(names: ScenarioNames(try text(50_000).scenario().tables)), told = words.sentence(plant)
        if gain > 0 {
            let most = try #require(plant.breakEvenCapex)
            expectClose(most, gain * (1 - 1 / 1.331) / 0.1)
            let (less, more) = (try solved(most * 0.999), try solved(most * 1.001))
            #expect(less.notBuilt.isEmpty && more.notBuilt.count == 1)
        } else {
            #expect(plant.breakEvenCapex == nil && told.english.contains(gain < 0 ? "would lose 1,200 đồng a year" : "would earn nothing"))
            #expect(told.vietnamese.contains(gain < 0 ? "gây thiệt 1.200 đồng mỗi năm" : "không mang lại lợi ích"))
        }
    }

    @Test("a plant that needs a link which is not laid either is told without a figure")
    func notBuiltNorLinked() throws {
        let outcome = try closed {
            $0["resources.csv"] += "p,product,product,t,-100,,0,0\n"
            $0["contracts.csv"] = "from,to,resource,max\nA,B,w,0\n"
            $0["modes.csv"] = "id,unit,cost_per_unit,fixed_cost_per_km\npipe,t,5,10\n"
            $0["processes.csv"] = "id,name,firm,capacity,cost,capex,lifetime_years,candidate\nT,Plant,B,80,10,9000000,3,true\n"
            $0["process_flows.csv"] = "process,resource,role,per_activity\nT,w,input,1\nT,p,output,1\n"
        }
        let plant = try #require(outcome.notBuilt.first)
        #expect(plant.needsMore && plant.yearlyGain == nil && plant.breakEvenCapex == nil)
        // Plants of which the same is to be said share a sentence.
        var text = ScenarioText()
        text["processes.csv"] =
            "id,name,firm,capacity,cost,capex,lifetime_years,candidate\nT,Plant,B,80,10,9000000,3,true\nU,Works,B,80,10,5,3,true\n"
        let words = UnbuiltText(names: ScenarioNames(try text.scenario().tables))
        var others = [plant, plant, plant]
        others[1].yearlyGain = 12
        let sentences = words.sentences(others)
        #expect(sentences.count == 2 && sentences[1] == words.sentence(others[1]))
        #expect(
            sentences[0].english
                == "Plant and Plant: what they would earn is not told, as they need links, routes or partners that the plan leaves out too."
        )
    }

    /// Has no time for a what-if without the way from A to B, but for those that a search asks.
    private struct Late: Solver {
        let name = "late"

        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            // Disposed of, bought twice, moved to B, moved to C.
            guard program.columnCount == 5, program.upper[3] == 0, options.start != nil, !options.isCheckedByCaller else {
                return try GLPKSolver().solve(program, options: options)
            }
            return .unknown(.timeLimit, iterations: 0)
        }
    }

    @Test("what time leaves open is told as not worked out, the largest investment first")
    func open() throws {
        var text = ScenarioText()
        text["modes.csv"] = "id,unit,cost_per_unit,capex_per_km,lifetime_years\ntruck,t,5,300,10\n"
        text["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\n"
        text["needs.csv"] = "firm,resource,quantity\nB,w,60\nC,w,30\n"
        text["routes.csv"] = "from,to,km\nA,B,10\nA,C,20\n"
        let scenario = try text.scenario(), names = ScenarioNames(scenario.tables), words = InvestmentText(names: names)
        let known = try text.outcome(), told = try Planner(scenario, solver: Late()).plan()
        expectSound(known)
        // The longer link is the larger investment.
        #expect(known.investments.map(\.figures.capex) == [6000, 3000])
        #expect(known.investments.map { $0.figures.yearlyGain.map { $0.rounded() } } == [30 * 125, 60 * 125])
        #expect(known.investmentTotal?.isWorkedOut == true && words.notWorkedOut(known) == nil)
        #expect(told.objectiveValue == known.objectiveValue)
        #expect(told.investments.map(\.figures.isWorkedOut) == [true, false])
        #expect(told.investments.map { $0.figures.yearlyGain.map { $0.rounded() } } == [30 * 125, nil])
        #expect(told.investmentTotal?.isWorkedOut == false)
        #expect(
            words.notWorkedOut(told)?.english
                == "Of 2 investments the gains of 1 are not worked out: the largest are asked first, as far as time and their number allow. They are not zero."
        )
        #expect(InvestmentText.remark(told.investments[1])?.vietnamese == "chưa tính")
        #expect(told.investments.compactMap(words.indispensable).isEmpty)
    }

    @Test("an investment that no plan can do without is told as such, and not as one that was not worked out")
    func indispensable() throws {
        var text = ScenarioText()
        text["modes.csv"] = "id,unit,cost_per_unit,capex_per_km,lifetime_years\ntruck,t,5,300,10\n"
        text["resources.csv"] = "id,name,kind,unit,disposal_cost\nw,waste,material,t,50\n"
        let outcome = try text.outcome(), words = InvestmentText(names: ScenarioNames(try text.scenario().tables))
        #expect(outcome.status == .optimal)
        let investment = try #require(outcome.investments.first)
        #expect(investment.figures.isWorkedOut && investment.figures.yearlyGain == nil && words.notWorkedOut(outcome) == nil)
        #expect(words.indispensable(investment)?.vietnamese.hasPrefix("Nếu thiếu ") == true)
        #expect(InvestmentText.remark(investment)?.english == "no plan without it")
    }

    @Test("an exchange is nothing or at least the least quantity; a contract with a least is exempt", arguments: [true, false])
    func leastQuantity(isExempt: Bool) throws {
        let outcome = try closed {
            $0["scenario.yaml"] += "exchange: {min_quantity: 70}\n"
            $0["needs.csv"] = "firm,resource,quantity\nB,w,60\n"
            if isExempt { $0["contracts.csv"] = "from,to,resource,min\nA,B,w,10\n" }
        }
        expectSound(outcome)
        let nothing: Double = 100 * 50 + 60 * 80
        expectClose(outcome.plan?.cost, isExempt ? nothing - Self.gain : nothing)
    }

    @Test("a firm has no more partners than it may: the two best of three")
    func partners() throws {
        let outcome = try closed {
            $0["scenario.yaml"] += "exchange: {max_partners: 2}\n"
            $0["firms.csv"] = "id,name\nA,Firm A\nB,Firm B\nC,Firm C\nD,Firm D\n"
            $0["needs.csv"] = "firm,resource,quantity\nB,w,20\nC,w,30\nD,w,40\n"
            $0["routes.csv"] = "from,to,km\nA,B,10\nA,C,10\nA,D,10\n"
        }
        expectSound(outcome)
        expectClose(outcome.exchanges.reduce(0) { $0 + $1.quantity }, 70)
        #expect(outcome.exchanges.count == 2)
    }

    @Test("what is made small without money is followed by money, over what is built too")
    func gasFirst() throws {
        let outcome = try closed {
            $0["scenario.yaml"] += "objective: ghg\n"
            $0["modes.csv"] = "id,unit,cost_per_unit,ghg_per_unit_km\ntruck,t,4,0\nbarge,t,4,0\n"
            $0["routes.csv"] = "from,to,km,mode,fixed_cost\nA,B,10,truck,300\nA,B,10,barge,200\n"
        }
        expectSound(outcome)
        expectClose(outcome.objectiveValue, 40 * 100)
        expectClose(outcome.plan?.cost, 40 * 50 + 60 * 4 + 200)
    }

    @Test("a least quantity that leaves a need unmet is told, with the largest that does not")
    func leastConflict() throws {
        var text = ScenarioText()
        text["scenario.yaml"] += "exchange: {min_quantity: 70}\n"
        text["resources.csv"] = "id,name,kind,unit,disposal_cost\nw,waste,material,t,50\n"
        let outcome = try text.outcome()
        #expect(outcome.status == .infeasible)
        let rule = try #require(outcome.infeasibility?.rules.first), mend = try #require(outcome.infeasibility?.mends.first)
        #expect(rule.kind == .leastQuantity && rule.required == 70 && outcome.infeasibility?.rules.count == 1)
        #expect(abs(mend.newFigure - 60) < 1e-3)
        expectClose(mend.cost, 40 * 50 + 60 * 5)
        let words = InfeasibilityText(names: ScenarioNames(try text.scenario().tables))
        #expect(
            words.sentence(rule)[.english] == "An exchange must be at least 70 a year, in the resource's unit, or not be.")
    }

    @Test("a contract over the capacity of a link is told with the link, and what would mend it")
    func linkConflict() throws {
        var text = ScenarioText()
        text["modes.csv"] = "id,unit,cost_per_unit,fixed_cost_per_km,link_capacity\npipe,t,5,10,40\n"
        text["contracts.csv"] = "from,to,resource,min\nA,B,w,50\n"
        let outcome = try text.outcome(), tables = try text.scenario().tables
        #expect(outcome.status == .infeasible)
        let conflict = try #require(outcome.infeasibility)
        #expect(Set(conflict.rules.map(\.kind)) == [.contractMinimum, .linkCapacity])
        let link = try #require(conflict.rules.first { $0.kind == .linkCapacity })
        #expect(link.subject == .link(.firm(Reference(0)), .firm(Reference(1)), Reference(0)))
        expectClose(link.required, 40)
        #expect(abs((link.amount ?? 0) - 10) < 1e-6)
        // 50 t by a contract over a wider link, 40 t of a smaller contract over this one: 5 a tonne and 100 for the link in both cases.
        let words = InfeasibilityText(names: ScenarioNames(tables))
        #expect(
            words.sentence(link).english == "The link Firm A – Firm B (pipe) carries no more than 40 t a year; 10 t more would be needed.")
        #expect(
            words.sentence(link).vietnamese == "Tuyến nối Firm A – Firm B (pipe) chỉ chở được tối đa 40 tấn mỗi năm; cần thêm 10 tấn.")
        let mends = Dictionary(uniqueKeysWithValues: conflict.mends.map { ($0.rule.kind, $0) })
        let wider = try #require(mends[.linkCapacity]), smaller = try #require(mends[.contractMinimum])
        #expect(abs(wider.newFigure - 50) < 1e-6 && abs(smaller.newFigure - 40) < 1e-6)
        #expect(abs((wider.cost ?? 0) - (50 * 50 + 10 * 80 + 50 * 5 + 100)) < 0.1)
        #expect(abs((smaller.cost ?? 0) - (60 * 50 + 20 * 80 + 40 * 5 + 100)) < 0.1)
        #expect(
            words.sentence(wider).english.hasPrefix("Raise the capacity of each link of pipe from 40 t to 50 t; the plan"))
    }

    @Test("a search that is stopped says its bound and gap, and is not called optimal")
    func stopped() throws {
        var text = RandomScenario(seed: 3).text
        text["scenario.yaml"] = text["scenario.yaml"].replacing("within_firm: false", with: "within_firm: false, min_quantity: 30")
        let outcome = try text.planner().plan(options: SolveOptions(timeLimit: 0.05))
        if outcome.status == .feasible {
            let bound = try #require(outcome.bound), value = try #require(outcome.objectiveValue), gap = try #require(outcome.gap)
            #expect(bound <= value)
            expectClose(gap, (value - bound) / max(1, abs(value)))
        } else {
            #expect(outcome.status == .optimal || outcome.status == .unknown)
        }
    }

    static let names = ["orlib_cap41", "orlib_cap72", "orlib_cap91", "balinski_fctp_bal8x12"]
    static var cases: URL? {
        let named = ProcessInfo.processInfo.environment["SYMBIO_CASES"]
        let folder =
            named.map { URL(filePath: $0) } ?? URL(filePath: #filePath).appending(path: "../../../../shared/cases").standardizedFileURL
        return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
    }

    @Test(
        "a published case with integers reaches its optimum",
        .enabled(if: cases != nil, "the folder of published cases, SYMBIO_CASES, is not there"), arguments: names)
    func published(_ name: String) throws {
        struct Expected: Decodable { var published: Double, tolerance: Double, optimum: Double }
        let folder = try #require(Self.cases).appending(path: name)
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
        let scenario = try #require(readScenario(at: folder.path()).scenario)
        let outcome = try Planner(scenario, solver: GLPKSolver()).plan()
        expectSound(outcome)
        let cost = try #require(outcome.plan?.cost)
        #expect(abs(cost - expected.optimum) <= 1e-6 * expected.optimum)
        #expect(abs(cost - expected.published) <= expected.tolerance)
        #expect(try #require(outcome.relaxationBound) <= cost)
    }
}
