// SPDX-License-Identifier: GPL-3.0-or-later
import Decisions
import GLPKSolver
import Scenario
import Testing

/// Projects p (3 ha), q (2 ha) and r (4 ha) of takers in park P, which declares 5 ha to be free; each tonne of A's waste gains 126 in the park.
@Suite("The room of parks")
struct RoomTests {
    private static func park(_ free: String) -> ParkText {
        var park = ParkText()
        park["parks.csv"] = "id,name\nP,Park\nQ,Other\n"
        park["firms.csv"] = "id,name,park,project\nA,Firm A,P,\nC,Firm C,P,p\nD,Firm D,P,q\nE,Firm E,P,r\n"
        park["outputs.csv"] = "firm,resource,quantity\nA,w,100\n"
        park["needs.csv"] = "firm,resource,quantity\nC,w,30\nD,w,25\nE,w,50\n"
        park["routes.csv"] = "from,to,km\n"
        park["projects.csv"] = "id,name,capex,land_ha,jobs\np,P,1,3,1\nq,Q,1,2,1\nr,R,1,4,1\n"
        park["declarations.csv"] = "subject,criterion,value,unit,year\n" + free
        return park
    }

    private func ids(_ best: BestSet?, _ park: ParkText) throws -> [String] {
        let tables = try park.scenario().tables
        return (best?.projects ?? []).map { tables.projects[$0].id }
    }

    @Test(
        "The best set keeps within the land that the park declares to be free",
        arguments: [
            // All three take 105 t of 100; r alone 50 t on 4 ha, p and q 55 t on 5 ha.
            ("", ["p", "q", "r"], 100.0), ("P,land_available,9,ha,2030\n", ["p", "q", "r"], 100),
            ("P,land_available,5,ha,2030\n", ["p", "q"], 55),
            ("P,land_available,4,ha,2030\n", ["r"], 50), ("P,land_available,1,ha,2030\n", [], 0),
            // Another park's land, and land of a later year, say nothing.
            ("Q,land_available,1,ha,2030\n", ["p", "q", "r"], 100), ("P,land_available,1,ha,2031\n", ["p", "q", "r"], 100),
        ] as [(String, [String], Double)])
    func bestSet(free: String, projects: [String], tonnes: Double) throws {
        let park = Self.park(free), best = try park.screening().best
        #expect(try ids(best, park) == projects)
        expectClose(best?.gain, tonnes * (130 - 4.1))
        #expect(best?.isProved == true)
    }

    @Test("What a set uses of a park is told, and a project that does not fit by itself is blocked")
    func told() throws {
        let park = Self.park("P,land_available,3.5,ha,2030\n"), screening = try park.screening()
        let room = try #require(screening.best?.parkLand.first)
        #expect(screening.best?.parkLand.count == 1 && room.available == 3.5 && room.used == 3)
        let tables = try park.scenario().tables
        let blocked = screening.projects.filter { $0.blockers.contains(.noRoom(Reference(0), needed: 4, available: 3.5)) }
        #expect(blocked.map { tables.projects[$0.project].id } == ["r"])
    }

    @Test("A project that does not say how much land it takes is left out of the set of a park that is limited, by name")
    func undeclared() throws {
        var park = Self.park("P,land_available,5,ha,2030\n")
        park["projects.csv"] = "id,name,land_ha\np,P,3\nq,Q,\nr,R,4\n"
        let best = try #require(try park.screening().best)
        #expect(try ids(best, park) == ["r"] && best.undeclared.count == 1)
    }

    @Test("A park that declares no free land has no newcomer")
    func full() throws {
        let library = FirmTypeLibrary(
            types: [
                FirmType(
                    id: "user", name: Label(english: "User"), sector: nil, unit: "t", of: nil, leastCapacity: 10, mostCapacity: 1000,
                    confidence: .known, sources: [], gives: [],
                    takes: [TypicalStream(resource: "w", perUnit: 0.5, low: 0.4, high: 0.6, confidence: .known)])
            ],
            resources: [
                LibraryResource(id: "w", name: Label(english: "w"), kind: .material, unit: .tonne, wasteCode: nil, hazardous: false)
            ],
            sources: [])
        func attraction(_ free: String) throws -> Attraction {
            try Screener(try Self.park(free).scenario(), solver: GLPKSolver()).attraction(library)
        }
        let none = try attraction("P,land_available,0,ha,2030\n")
        #expect(none.types.isEmpty && none.full == [Reference(0)] && none.parks == [Reference(1)])
        #expect(try attraction("P,land_available,1,ha,2030\n").types.count == 1)
    }
}
