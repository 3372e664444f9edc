// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import Scenario
import Testing

/// The search for takers near a giver against a look at all of them.
@Suite("Takers within reach:") struct NearbyTakersTests {
    /// Where the firms of a scenario lie: degrees round a middle, and how far the way may be.
    struct Cloud: CustomTestStringConvertible {
        let name: String, latitudes: ClosedRange<Double>, longitudes: ClosedRange<Double>, kilometres: Double
        var testDescription: String { name }
    }

    static let clouds = [
        Cloud(name: "a province", latitudes: 15...16, longitudes: 108...109, kilometres: 17),
        Cloud(name: "one place", latitudes: 15...15, longitudes: 108...108, kilometres: 17),
        Cloud(name: "one latitude", latitudes: 15...15, longitudes: 100...110, kilometres: 80),
        Cloud(name: "one longitude", latitudes: 10...20, longitudes: 108...108, kilometres: 80),
        Cloud(name: "both sides of the date line", latitudes: -1...1, longitudes: 179...181, kilometres: 40),
        Cloud(name: "round the north pole", latitudes: 89...90, longitudes: -180...180, kilometres: 50),
        Cloud(name: "the far south", latitudes: -89...(-85), longitudes: -180...180, kilometres: 90),
        Cloud(name: "the whole world", latitudes: -90...90, longitudes: -180...180, kilometres: 9000),
        Cloud(name: "farther than anything on Earth", latitudes: -90...90, longitudes: -180...180, kilometres: 40_000),
    ]

    @Test("those that a search finds are those that a look at all of them finds", arguments: clouds, [1, 2, 3])
    func searchAgainstAll(cloud: Cloud, seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed), points: [Coordinates] = []
        for _ in 0..<90 {
            let east = numbers.number(cloud.longitudes)
            points.append(Coordinates(latitude: numbers.number(cloud.latitudes), longitude: east > 180 ? east - 360 : east))
        }
        let scenario = try scenario(points, kilometres: cloud.kilometres)
        let found = try Planner(scenario, solver: GLPKSolver()).candidates.map { Pair(from: Int($0.supply), to: Int($0.demand)) }
        // Every firm gives off w; every third needs it, every third needs v, which w can stand in for.
        // Needs stand by resource, v before w, and by firm.
        let givers = order(points.count) { _ in true }, takers = order(points.count) { $0 % 3 == 1 } + order(points.count) { $0 % 3 == 0 }
        var expected: [Pair] = []
        for (from, giver) in givers.enumerated() {
            for needed in [1, 0] {
                for (to, taker) in takers.enumerated() where taker % 3 == needed && taker != giver {
                    let road = 1.3 * points[giver].kilometres(to: points[taker])
                    if road <= cloud.kilometres { expected.append(Pair(from: from, to: to)) }
                }
            }
        }
        #expect(!expected.isEmpty)
        #expect(found == expected)
    }

    struct Pair: Equatable { let from: Int, to: Int }

    /// The firms for which `isIn` holds, in the order of their ids.
    private func order(_ count: Int, _ isIn: (Int) -> Bool) -> [Int] { (0..<count).filter(isIn).sorted { "F\($0)" < "F\($1)" } }

    private func scenario(_ points: [Coordinates], kilometres: Double) throws -> Scenario {
        var text = ScenarioText()
        text.files["routes.csv"] = nil
        text["resources.csv"] += "v,other,material,t,50,80,100,300\n"
        text["substitutions.csv"] = "from,to\nw,v\n"
        text["modes.csv"] = "id,unit,max_km\ntruck,t,\(kilometres)\n"
        text["firms.csv"] = "id,name,latitude,longitude\n"
        text["outputs.csv"] = "firm,resource,quantity\n"
        text["needs.csv"] = "firm,resource,quantity\n"
        for (index, point) in points.enumerated() {
            text["firms.csv"] += "F\(index),Firm,\(point.latitude),\(point.longitude)\n"
            text["outputs.csv"] += "F\(index),w,1\n"
            if index % 3 != 2 { text["needs.csv"] += "F\(index),\(index % 3 == 0 ? "w" : "v"),1\n" }
        }
        return try text.scenario()
    }
}
