// SPDX-License-Identifier: GPL-3.0-or-later
import Decisions
import Exchange
import GLPKSolver
import LinearProgram
import Scenario
import Testing
import Texts

@Suite("Screening, worked by hand")
struct ScreeningTests {
    @Test("A project takes what is left: 40 t at 50 + 80 − 6")
    func leftOver() throws {
        let project = try #require(try ParkText().screening().projects.first)
        expectClose(project.effect?.gain, 40 * 124)
        // 40 t less thrown away; 40 t less bought than without exchange; 60 t more bought than without the project.
        expectClose(project.effect?.waste, 40)
        expectClose(project.effect?.virgin, 40)
        expectClose(project.effect?.virginChange, 60)
        expectClose(project.effect?.wasteChange, -40)
        // Neither thrown away (100 kg) nor made new (300 kg), but driven (0.2 kg · 20 km).
        expectClose(project.effect?.ghg, 40 * (100 + 300 - 4))
        #expect(project.partners.count == 1 && project.partners.first?.partnerGives == true)
        expectClose(project.partners.first?.quantity, 40)
        #expect(project.opened.isEmpty && project.displaced.isEmpty && project.blockers.isEmpty)
        expectClose(project.paybackYears, 2)
    }

    @Test("With periods a partner is told once, with the year's quantity and gain")
    func seasons() throws {
        var park = ParkText()
        park["periods.csv"] = "id,share\ndry,0.25\nwet,0.75\n"
        let project = try #require(try park.screening().projects.first)
        #expect(project.partners.count == 1 && project.partners.first?.partnerGives == true)
        expectClose(project.partners.first?.quantity, 40)
        expectClose(project.partners.first?.gain, 40 * 124)
    }

    @Test("A partner that takes part by two modes is told once, with the quantity and gain of both")
    func modes() throws {
        var park = ParkText()
        park["modes.csv"] += "barge,t,6,0.1,0.2\n"
        park["routes.csv"] = "from,to,km,mode,capacity\nA,B,10,,\nA,C,20,truck,15\nA,C,20,barge,\n"
        let project = try #require(try park.screening().projects.first)
        #expect(project.partners.count == 1)
        expectClose(project.partners.first?.quantity, 40)
        expectClose(project.partners.first?.gain, 15 * 124 + 25 * 122)
        expectClose(project.partners.first?.kilometres, 20)
    }

    @Test("Its gain is used up at two fifths of its size, and twice its size is worth no more")
    func saturation() throws {
        let size = try #require(try ParkText().screening().projects.first?.size)
        expectClose(size.saturation?.factor, 0.4)
        expectClose(size.saturation?.gain, 40 * 124)
        #expect(size.points.map(\.factor) == [0.5, 1, 2, 4])
        for point in size.points { expectClose(point.gain, 4960) }
        let quarter = try #require(try ParkText().screening { $0.sizes = [0.25] }.projects.first?.size?.points.first)
        expectClose(quarter.gain, 25 * 124)
    }

    @Test(
        "Where something is built or used at all, the size at which the gain is used up is halved in on, to a thousandth",
        arguments: [
            // From 38 t on the project takes what is left, as if nothing were asked; below it gets nothing.
            ("exchange: {min_quantity: 38}\n", "from,to,km,fixed_cost\nA,B,10,\nA,C,20,\n", 40 * 124.0),
            // The way to the project costs 1,000 a year once anything goes along it.
            ("", "from,to,km,fixed_cost\nA,B,10,\nA,C,20,1000\n", 40 * 124.0 - 1000),
        ])
    func saturationWithChoices(settings: String, routes: String, gain: Double) throws {
        var park = ParkText()
        park["scenario.yaml"] += settings
        park["routes.csv"] = routes
        let size = try #require(try park.screening().projects.first?.size), end = try #require(size.saturation)
        #expect(end.factor >= 0.4 * (1 - 1e-9) && end.factor <= 0.4 * 1.002, "\(end.factor)")
        expectClose(end.gain, gain)
    }

    @Test("It comes out even where its input costs 124 more a tonne: 50 of disposal, 80 of purchase, less 6 of way")
    func evenPrice() throws {
        let price = try #require(try ParkText().screening().projects.first?.prices.first)
        expectClose(price.margin, 124)
        #expect(price.reference == 80 && price.endsProject && !price.stream.isSupply)
    }

    @Test("A project beside the giver takes the waste from the one who has it now, and adds only the difference")
    func rival() throws {
        var park = ParkText()
        park["routes.csv"] = "from,to,km\nA,B,10\nA,C,5\n"
        let project = try #require(try park.screening().projects.first)
        expectClose(project.effect?.gain, 100 * 125.5 - 60 * 125)
        let lost = try #require(project.displaced.first)
        expectClose(lost.before, 60)
        #expect(project.displaced.count == 1 && lost.after == 0 && lost.isRival)
        // 40 t are new at 125.5, and 60 t gain 0.5 each.
        expectClose(project.size?.saturation?.factor, 1)
    }

    @Test("A process as a project: what it makes is worth its sale, its input the rest")
    func process() throws {
        var park = ParkText()
        park["resources.csv"] += "z,product,product,t,-30,,,\n"
        park["firms.csv"] = "id,name,project\nA,Firm A,\nB,Firm B,\nC,Firm C,p\n"
        park["needs.csv"] = "firm,resource,quantity\nB,w,60\n"
        park["processes.csv"] = "id,name,firm,capacity,cost,project\nX,Plant,C,10,7,p\n"
        park["process_flows.csv"] = "process,resource,role,per_activity\nX,w,input,2\nX,z,output,1\n"
        let project = try #require(try park.screening().projects.first)
        // One activity takes 2 t (50 − 6 each), costs 7 and sells 30; ten of them.
        expectClose(project.effect?.gain, 10 * (2 * 44 + 30 - 7))
        // 40 t are left over: twenty activities, twice the size.
        expectClose(project.size?.saturation?.factor, 2)
        expectClose(project.prices.first { !$0.stream.isSupply }?.margin, 111.0 / 2)
        let output = try #require(project.prices.first { $0.stream.isSupply })
        expectClose(output.margin, 111)
        #expect(output.reference == 30)
    }

    /// The park of ``process()`` with other figures of the plant: `cost` 7 for each of ten activities, which bring 44 for each of 2 t and sell 30.
    private static func plant(_ columns: String, _ cells: String, capex: String = "9920") -> ParkText {
        var park = ParkText()
        park["resources.csv"] += "z,product,product,t,-30,,,\n"
        park["firms.csv"] = "id,name,project\nA,Firm A,\nB,Firm B,\nC,Firm C,p\n"
        park["needs.csv"] = "firm,resource,quantity\nB,w,60\n"
        park["processes.csv"] = "id,name,firm,capacity,cost,project,\(columns)\nX,Plant,C,10,7,p,\(cells)\n"
        park["process_flows.csv"] = "process,resource,role,per_activity\nX,w,input,2\nX,z,output,1\n"
        park["projects.csv"] = "id,name,capex,land_ha,jobs\np,Project P,\(capex),3,10\n"
        return park
    }

    @Test("The fixed cost of a project's plant counts against it, alone and in the best set", arguments: [(410.0, 700.0), (1500, -390)])
    func fixedCost(fixed: Double, gain: Double) throws {
        let screening = try Self.plant("fixed_cost", "\(fixed)").screening(), project = try #require(screening.projects.first)
        expectClose(project.effect?.gain, gain)
        // The parks pay for the plant whether it earns that or not.
        expectClose(project.effect?.costChange, -gain)
        let best = try #require(screening.best)
        #expect(best.isProved && best.projects.isEmpty == (gain < 0))
        expectClose(best.gain, max(0, gain))
        guard gain > 0 else { return #expect(project.paybackYears == nil && project.prices.isEmpty) }
        expectClose(project.paybackYears, 9920 / gain)
        // Nothing is added any more once the fixed cost is all that is earned.
        expectClose(project.prices.first { $0.stream.isSupply }?.margin, gain / 10)
        #expect(project.prices.allSatisfy { $0.endsProject })
    }

    @Test("The fixed cost of a plant that two projects must bring is paid where both are in")
    func sharedFixedCost() throws {
        var park = Self.plant("fixed_cost", "410")
        park["firms.csv"] = "id,name,project\nA,Firm A,\nB,Firm B,\nC,Firm C,q\n"
        park["projects.csv"] += "q,Host,1,1,1\n"
        let screening = try park.screening(), best = try #require(screening.best)
        expectClose(best.gain, 700)
        #expect(best.projects.count == 2 && best.isProved)
        #expect(screening.projects.allSatisfy { $0.effect?.gain == 0 })
    }

    @Test("The capital of a plant that the plan chooses to build pays itself back once", arguments: ["1000", "", "1500"])
    func capitalOnce(capex: String) throws {
        var park = Self.plant("capex,lifetime_years,candidate", "1000,2,true", capex: capex)
        park["scenario.yaml"] += "discount_rate: 0.1\n"
        let project = try #require(try park.screening().projects.first)
        let charge: Double = 1000 * 0.1 / (1 - 1 / 1.21)
        expectClose(project.effect?.gain, 1110 - charge)
        // 1,110 a year before capital; what the project invests is no less than its plant.
        expectClose(project.paybackYears, (Double(capex) ?? 1000) / 1110)
    }

    @Test("Of a plant that may not take its waste nothing is made, and that is the reason told")
    func idle() throws {
        var park = Self.plant("licences", "")
        park["resources.csv"] =
            "id,name,kind,unit,hazardous,disposal_cost,virgin_price\nw,waste,material,t,true,50,80\nz,product,product,t,false,-30,90\n"
        park["needs.csv"] = "firm,resource,quantity\nB,z,60\n"
        park["routes.csv"] += "C,B,5\n"
        let project = try #require(try park.screening().projects.first), names = ScenarioNames(try park.scenario().tables)
        let told = project.blockers.map { $0.text(names) }
        #expect(
            told.map(\.english) == [
                "product: nothing is made, as Plant stands still: it can neither get nor buy waste.",
                "waste: no giver within reach: the taker has no licence for it (1 pair).",
            ])
        #expect(
            told.first?.vietnamese
                == "product: không có gì được tạo ra vì Plant không hoạt động: không nhận được và cũng không mua được waste.")
    }

    @Test("A chain: what the project makes opens an exchange between others")
    func opensLinks() throws {
        var park = ParkText()
        // B's need bears 1 % of salt at most, A's waste has 2 %; the project's clean output makes room for it.
        park["needs.csv"] = "firm,resource,quantity\nB,w,60\n"
        park["outputs.csv"] = "firm,resource,quantity\nA,w,100\nC,w,30\n"
        park["routes.csv"] = "from,to,km\nA,B,10\nC,B,10\n"
        park["qualities.csv"] =
            "scope,firm,resource,property,value,max\noutput,A,w,salt,2,\noutput,C,w,salt,0,\nneed,B,w,salt,,1\nvirgin,,w,salt,1,\n"
        let project = try #require(try park.screening().projects.first)
        #expect(project.opened.count == 1)
        expectClose(project.opened.first?.after, 30)
        expectClose(project.effect?.gain, 60 * 125)
    }

    @Test("A project whose best plan is not proved is not called infeasible, and one whose proof fails is not called the best")
    func unproved() throws {
        let scenario = try ParkText().scenario()
        let columns = try Planner(scenario, objective: .cost, solver: GLPKSolver()).program.columnCount
        for solver in [Stubborn(columns: columns, isWrong: false), Stubborn(columns: columns, isWrong: true)] {
            let project = try #require(try Screener(scenario, solver: solver).screen().projects.first)
            #expect(project.status == (solver.isWrong ? .unknown : .feasible))
            #expect(project.blockers == [.unproved] && project.effect == nil)
        }
    }

    @Test("A project with no streams changes nothing, and says why")
    func noStreams() throws {
        var park = ParkText()
        park["projects.csv"] += "idle,Idle,1,1,1\n"
        let screening = try park.screening(), idle = try #require(screening.projects.last)
        #expect(idle.effect?.gain == 0 && idle.effect?.costChange == 0 && idle.effect?.ghgChange == 0)
        #expect(idle.blockers == [.noStreams] && idle.size == nil && idle.paybackYears == nil)
        expectClose(screening.projects.first?.effect?.gain, 4960)
        #expect(screening.projects.first?.firstShare == 1)
    }

    @Test("Blockers: too far, nobody, not worth it, unpriced")
    func blockers() throws {
        var park = ParkText()
        park["resources.csv"] = """
            id,name,kind,unit,disposal_cost,virgin_price,max_km
            w,waste,material,t,50,80,15
            u,unwanted,material,t,1,,
            v,costly,material,t,-500,,
            n,needed,material,t,,,
            """
        park["outputs.csv"] += "C,u,5\nC,v,5\n"
        park["substitutions.csv"] = "from,to\nv,n\n"
        park["needs.csv"] += "B,n,0\n"
        park["routes.csv"] += "B,C,3\n"
        let project = try #require(try park.screening().projects.first)
        let tables = try park.scenario().tables
        let words = project.blockers.map { blocker in
            switch blocker {
            case .excluded(let resource, let isSupply, let pairs):
                "excluded \(tables.resources[resource].id) \(isSupply) \(pairs.map { "\($0.rule.rawValue) \($0.pairs)" })"
            case .nobody(let resource, let isSupply): "nobody \(tables.resources[resource].id) \(isSupply)"
            case .price(let resource, let isSupply, let short): "price \(tables.resources[resource].id) \(isSupply) \(short ?? -1)"
            default: "\(blocker)"
            }
        }
        #expect(words == ["nobody u true", "price v true 504.3", "excluded w false [\"distance 1\"]"])
    }

    @Test("Two takers of one waste hurt each other; a maker and its taker are worth something only together")
    func pairs() throws {
        var park = ParkText()
        park["firms.csv"] += "D,Firm D,q\nE,Firm E,r\n"
        park["needs.csv"] += "D,w,100\nE,y,30\n"
        park["resources.csv"] += "y,made,material,t,20,90,,\n"
        park["processes.csv"] = "id,name,firm,capacity,cost,project\nM,Maker,A,30,10,s\n"
        park["process_flows.csv"] = "process,resource,role,per_activity,disposal_cost\nM,w,input,1,\nM,y,output,1,100\n"
        park["routes.csv"] += "A,D,20\nA,E,20\n"
        park["projects.csv"] += "q,Q,1,1,1\nr,R,1,1,1\ns,S,1,1,1\n"
        // The maker stands at A, which may not serve itself by a firm's need but may by its plant.
        let screening = try park.screening(), tables = try park.scenario().tables
        func pair(_ first: String, _ second: String) -> ProjectPair? {
            screening.pairs.first { tables.projects[$0.first].id == first && tables.projects[$0.second].id == second }
        }
        // p and q each take the 40 t that are left.
        expectClose(pair("p", "q")?.interaction, -4960)
        // s alone would throw its product away at 100, r alone finds nobody; together 30 t gain 50 − 10 + (90 − 6).
        expectClose(pair("r", "s")?.together, 30 * (50 - 10 + 84))
        expectClose(pair("r", "s")?.interaction, 30 * 124)
    }
}

/// Solves programs of so many columns; of larger ones it stops early, or tells wrong duals.
private struct Stubborn: Solver {
    let columns: Int, isWrong: Bool
    let name = "stubborn"

    func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
        var solution = try GLPKSolver().solve(program, options: options)
        guard program.columnCount > columns else { return solution }
        if isWrong {
            solution.rowDuals = solution.rowDuals.map { $0 * 2 + 1 }
        } else {
            (solution.primal, solution.dual, solution.termination) = (.feasible, .unknown, .iterationLimit)
        }
        return solution
    }
}
