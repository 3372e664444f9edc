// SPDX-License-Identifier: GPL-3.0-or-later
import Decisions
import Exchange
import GLPKSolver
import Scenario
import Testing

@Suite("Sets of projects, sizes and orders")
struct ProjectSetTests {
    /// The net benefit of Chu Lai with `projects`, solved from scratch.
    private func gain(_ scenario: Scenario, _ projects: Set<Reference<Project>>) throws -> Double {
        try Planner(scenario, with: projects, objective: .cost, solver: GLPKSolver()).value().gain
    }

    @Test(
        "The best set within limits is the best of all sets, each solved by itself",
        arguments: [(nil, nil), (15, nil), (nil, 300e9), (12, 250e9), (1, nil), (0, 0)] as [(Double?, Double?)])
    func bestOfAll(land: Double?, investment: Double?) throws {
        let scenario = try shippedScenario("chu-lai"), projects = scenario.tables.projects
        var options = ScreeningOptions()
        (options.land, options.investment) = (land, investment)
        let best = try #require(try Screener(scenario, solver: GLPKSolver(), options: options).screen().best)
        let without = try gain(scenario, [])
        var most = 0.0
        for number in 0..<(1 << projects.count) {
            let set = projects.references.filter { number & (1 << Int($0.position)) != 0 }
            let used = set.reduce(into: (land: 0.0, money: 0.0)) {
                $0.land += projects[$1].landHectares ?? 0
                $0.money += projects[$1].capex ?? 0
            }
            guard used.land <= land ?? .infinity, used.money <= investment ?? .infinity else { continue }
            most = max(most, try gain(scenario, Set(set)) - without)
        }
        #expect(best.isProved)
        #expect(abs(best.gain - most) <= 1e-9 * 3.4e12, "\(best.gain) for \(most)")
        #expect(best.landUsed <= land ?? .infinity && best.investmentUsed <= investment ?? .infinity)
    }

    @Test("A contract that asks for a least quantity asks for it only where its ends are there")
    func contractOfProject() throws {
        var park = ParkText()
        park["firms.csv"] += "D,Firm D,q\n"
        park["needs.csv"] += "D,w,20\n"
        park["routes.csv"] += "A,D,20\n"
        park["projects.csv"] += "q,Q,1,1,1\n"
        // Bound to p, 90 of A's 100 t may not go to B, which is nearer: 90 · 124 + 10 · 125 = 12,410 with p, and 7,500 + 20 · 124 with q.
        park["contracts.csv"] = "from,to,resource,min\nA,C,w,90\n"
        let screening = try park.screening { $0.land = 1 }, best = try #require(screening.best)
        #expect(best.projects.map { try? park.scenario().tables.projects[$0].id } == ["q"])
        expectClose(best.gain, 20 * 124)
        let both = try #require(try park.screening { $0.land = 4 }.best)
        // The 10 t that the contract leaves go to B, which is nearer than q.
        expectClose(both.gain, 90 * 124 + 10 * 125 - 7500)
        #expect(both.isProved)
    }

    @Test("A limit that a project says nothing of leaves it out, by name")
    func undeclared() throws {
        var park = ParkText()
        park["projects.csv"] = "id,name\np,Project P\n"
        let best = try #require(try park.screening { $0.land = 100 }.best)
        #expect(best.projects.isEmpty && best.undeclared.count == 1 && best.gain == 0)
        #expect(try park.screening().best?.projects.count == 1)
    }

    @Test("A project twice is worth no more than its best size, and as much as its double size")
    func twice() throws {
        var park = ParkText()
        park["firms.csv"] += "C2,Firm C again,q\n"
        park["needs.csv"] += "C2,w,100\n"
        park["routes.csv"] += "A,C2,20\n"
        park["projects.csv"] += "q,Again,9920,3,10\n"
        let screening = try park.screening(), study = try #require(screening.projects.first?.size)
        let both = try #require(screening.best?.gain), best = try #require(study.saturation?.gain)
        #expect(both <= best + 1e-6)
        expectClose(both, try #require(study.points.first { $0.factor == 2 }?.gain))
    }

    @Test(
        "On Chu Lai no size within reach is worth more than the one where the gain is used up, and twice the size is never twice the gain")
    func concave() throws {
        let screening = try Screener(try shippedScenario("chu-lai"), solver: GLPKSolver()).screen()
        for project in screening.projects {
            let size = try #require(project.size), gain = try #require(project.effect?.gain)
            let double = try #require(size.points.first { $0.factor == 2 }?.gain)
            #expect(double <= 2 * gain * (1 + 1e-9))
            guard let most = size.saturation else { continue }
            for point in size.points { #expect(point.gain <= most.gain + 1e-7 * 3.7e12) }
        }
    }

    @Test("The order of rows changes nothing")
    func order() throws {
        var park = ParkText()
        park["firms.csv"] += "D,Firm D,q\nE,Firm E,r\n"
        park["needs.csv"] += "D,w,50\nE,w,20\n"
        park["routes.csv"] += "A,D,30\nA,E,20\n"
        park["projects.csv"] += "q,Q,1,1,1\nr,R,1,1,1\n"
        var other = park
        for file in ["firms.csv", "needs.csv", "routes.csv", "projects.csv", "outputs.csv"] {
            let lines = park[file].split(separator: "\n")
            other[file] = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
        }
        func told(_ park: ParkText) throws -> [String] {
            let screening = try park.screening(), tables = try park.scenario().tables
            return screening.projects.map {
                "\(tables.projects[$0.project].id) \($0.score) \($0.firstShare) \($0.firstThreeShare) \($0.effect?.gain ?? -1)"
            }
        }
        #expect(try told(park) == told(other))
    }

    @Test("Warm starts save more than half of the steps on Chu Lai, and change no value")
    func warm() throws {
        var options = ScreeningOptions()
        options.measuresColdStarts = true
        let effort = try Screener(try shippedScenario("chu-lai"), solver: GLPKSolver(), options: options).screen().effort
        let cold = try #require(effort.coldIterations)
        #expect(2 * effort.iterations < cold)
    }
}
