// SPDX-License-Identifier: GPL-3.0-or-later
import Decisions
import Exchange
import GLPKSolver
import Scenario
import ScenarioFiles
import Testing

@Suite("Whom to attract")
struct AttractionTests {
    /// The park of ``ParkText`` without its project: A in a park, newcomers 1 km from it.
    private static let park: ParkText = {
        var park = ParkText()
        park["parks.csv"] = "id,name\nP,Park\nQ,Lost\n"
        park["firms.csv"] = "id,name,park\nA,Firm A,P\nB,Firm B,\n"
        park["needs.csv"] = "firm,resource,quantity\nB,w,60\n"
        park["routes.csv"] = "from,to,km\nA,B,10\n"
        park["projects.csv"] = "id,name\n"
        return park
    }()

    private static func type(_ id: String, takes: [TypicalStream], gives: [TypicalStream] = [], least: Double = 10) -> FirmType {
        FirmType(
            id: id, name: Label(english: id), sector: nil, unit: "t", of: nil, leastCapacity: least, mostCapacity: 1000, confidence: .known,
            sources: [], gives: gives, takes: takes)
    }

    private static let library = FirmTypeLibrary(
        types: [
            type("user", takes: [TypicalStream(resource: "w", perUnit: 0.5, low: 0.4, high: 0.6, confidence: .known)]),
            type("stranger", takes: [TypicalStream(resource: "x", perUnit: 1, low: 1, high: 1, confidence: .known)]),
            type("giant", takes: [TypicalStream(resource: "w", perUnit: 1e6, low: 1, high: 2e6, confidence: .known)]),
            type("giver", takes: [], gives: [TypicalStream(resource: "w", perUnit: 1, low: 1, high: 1, confidence: .known)]),
        ],
        resources: ["w", "x"].map {
            LibraryResource(id: $0, name: Label(english: $0), kind: .material, unit: .tonne, wasteCode: nil, hazardous: false)
        }, sources: [])

    @Test("Priced by the duals, really added, with its range and the size at which the gain is used up, all by hand")
    func byHand() throws {
        let screener = try Screener(try Self.park.scenario(), solver: GLPKSolver())
        let attraction = try screener.attraction(Self.library)
        #expect(attraction.librarySize == 4 && attraction.known == 2 && attraction.tooLarge == ["giant"])
        // The giver finds B served at the price of its own disposal less the way that A has already.
        let user = try #require(attraction.types.first)
        #expect(user.type.id == "user" && user.counted == 1 && user.unmatched.isEmpty)
        // 100 t a year in the middle take 50 t of w, each at 50 + 80 − 4.1.
        expectClose(user.pricedGain, 50 * 125.9)
        // 40 t are left over; the other 10 t come from B, who buys new in their place.
        expectClose(user.points[1].gain, 50 * 125.9 + 50 * 125 - 7500)
        #expect(user.points.map(\.capacity) == [10, 100, 1000])
        expectClose(user.points[0].gain, 5 * 125.9)
        expectClose(user.points[2].gain, 100 * 125.9 - 7500)
        expectClose(user.gainAtLow, 40 * 125.9)
        expectClose(user.gainAtHigh, 60 * 125.9 + 40 * 125 - 7500)
        expectClose(user.saturation?.capacity, 200)
        #expect(user.partners.count == 1 && user.partners[0].partnerGives)
        expectClose(user.partners[0].quantity, 50)
    }

    @Test("Parks can be named, and a need that nobody sells counts as free")
    func parksAndPrices() throws {
        var park = Self.park
        park["resources.csv"] = "id,name,kind,unit,disposal_cost,virgin_price\nw,waste,material,t,50,\n"
        park["needs.csv"] = "firm,resource,quantity,virgin_price\nB,w,60,80\n"
        let scenario = try park.scenario()
        var options = AttractionOptions()
        options.parks = scenario.tables.parks.references.filter { scenario.tables.parks[$0].id == "Q" }
        let screener = try Screener(scenario, solver: GLPKSolver())
        #expect(try screener.attraction(Self.library, options: options).types.isEmpty)
        let user = try #require(try screener.attraction(Self.library).types.first { $0.type.id == "user" })
        #expect(user.unpriced.count == 1)
        // 40 t are saved their disposal alone; B's are worth more where they are.
        expectClose(user.points[1].gain, 40 * (50 - 4.1))
    }

    /// A mill that takes clinker and gives off slag; w is known to stand in for clinker, slag for x.
    private static let knowing = FirmTypeLibrary(
        types: [
            type(
                "mill", takes: [TypicalStream(resource: "clinker", perUnit: 0.5, low: 0.4, high: 0.6, confidence: .known)]),
            type("smelter", takes: [], gives: [TypicalStream(resource: "slag", perUnit: 1, low: 1, high: 1, confidence: .known)]),
        ],
        resources: ["w", "x", "clinker", "slag"].map {
            LibraryResource(id: $0, name: Label(english: $0), kind: .material, unit: .tonne, wasteCode: nil, hazardous: false)
        }, sources: [],
        exchanges: [
            KnownExchange(
                from: "w", to: "clinker", ratio: 0.9, low: 0.8, high: 1, maximumShare: 0.36, confidence: .known, figures: .estimate,
                sources: ["en197"]),
            KnownExchange(
                from: "slag", to: "x", ratio: 2, low: 1, high: 3, maximumShare: 0.5, confidence: .seen, figures: .known, sources: []),
        ])

    @Test("What is known to stand in for what brings newcomers that the scenario has no resource for")
    func knownExchanges() throws {
        var park = Self.park
        park["resources.csv"] += "x,raw,material,t,,80,,\n"
        park["needs.csv"] += "A,x,60\n"
        let attraction = try Screener(try park.scenario(), solver: GLPKSolver()).attraction(Self.knowing)
        #expect(attraction.known == 2 && attraction.types.map(\.type.id) == ["smelter", "mill"])
        // 100 t a year in the middle need 50 t of clinker, of which 36 % may be w: 18 t for 20 t of it, each saving 50 of disposal less 4.1 of way.
        let mill = try #require(attraction.types.last)
        expectClose(mill.points[1].gain, 20 * 45.9)
        expectClose(mill.gainAtLow, 40 * 0.36 / 0.8 * 45.9)
        expectClose(mill.gainAtHigh, 60 * 0.36 / 1 * 45.9)
        // 40 t are left over: twice the middle.
        expectClose(mill.saturation?.capacity, 200)
        #expect(mill.gainByScenario == 0 && mill.counted == 1 && mill.unmatched.isEmpty && mill.unpriced.count == 1)
        let link = try #require(mill.partners.first)
        expectClose(link.quantity, 20)
        #expect(link.exchange?.sources == ["en197"] && link.asResource == .library(Self.knowing.resources[2]))
        // Half of A's 60 t of x for 15 t of slag, each in place of 2 t at 80, less the way.
        let smelter = try #require(attraction.types.first)
        expectClose(smelter.points[1].gain, 15 * (160 - 4.1))
        expectClose(smelter.saturation?.capacity, 15)
        #expect(smelter.partners.first?.resource == .library(Self.knowing.resources[3]) && smelter.partners.first?.partnerGives == false)
    }

    @Test("What a type makes to sell is no by-product, whatever it is known to stand in for")
    func products() throws {
        var park = Self.park, library = Self.knowing
        park["resources.csv"] += "x,raw,material,t,,80,,\n"
        park["needs.csv"] += "A,x,60\n"
        library.types[1].gives[0].isProduct = true
        let attraction = try Screener(try park.scenario(), solver: GLPKSolver()).attraction(library)
        #expect(attraction.known == 1 && attraction.types.map(\.type.id) == ["mill"])
    }

    @Test("A known exchange is the newcomer's alone, and the scenario's own row for a pair stands", arguments: [false, true])
    func ownRows(hasRow: Bool) throws {
        var park = Self.park
        park["resources.csv"] += "clinker,clinker,material,t,,30,,\n"
        park["firms.csv"] += "D,Firm D,P\n"
        park["needs.csv"] += "D,clinker,10\n"
        if hasRow { park["substitutions.csv"] = "from,to,ratio,max_share\nw,clinker,0.5,0.1\n" }
        let mill = try #require(
            try Screener(try park.scenario(), solver: GLPKSolver()).attraction(Self.knowing).types.first { $0.type.id == "mill" })
        // By the row: 5 t of clinker for 10 t of w. Without it: 18 t for 20 t; D, which the scenario says nothing of, goes on buying.
        expectClose(mill.points[1].gain, hasRow ? 10 * 45.9 + 5 * 30 : 20 * 45.9 + 18 * 30)
        #expect((mill.partners.first?.exchange == nil) == hasRow && mill.unpriced.isEmpty)
        expectClose(mill.gainByScenario, hasRow ? 10 * 45.9 + 5 * 30 : 0)
    }

    @Test(
        "What is the same by its waste code alone is told, and not where the planner, the id or the names say so",
        arguments: [("fly ash", nil, true), ("Wood waste", nil, false), ("fly ash", "w", false), ("fly ash", "", false)]
            as [(String, String?, Bool)])
    func codes(name: String, said: String?, isTold: Bool) throws {
        var park = Self.park, library = Self.library
        library.resources[0] = LibraryResource(
            id: "wood", name: Label(english: "wood"), kind: .material, unit: .tonne, wasteCode: "12 01 05", hazardous: false)
        library.types[0].takes[0].resource = "wood"
        park["resources.csv"] = "id,name,kind,unit,waste_code,disposal_cost,virgin_price\nw,\(name),material,t,12 01 05,50,80\n"
        var tables = try park.scenario().tables
        if let said { tables.settings.sameAs["wood"] = .some(said.isEmpty ? nil : said) }
        let attraction = try Screener(try Scenario(validating: tables), solver: GLPKSolver()).attraction(library)
        #expect(attraction.codeMatches.map(\.own.id) == (isTold ? ["wood"] : []))
        #expect(attraction.types.map(\.type.id) == (said == "" ? [] : ["user"]))
    }

    @Test("On Chu Lai the gains that the prices promise are never below those that come true, and no more is gained than at the best size")
    func chuLai() throws {
        let library = try #require(FirmTypeLibrary.embedded.library)
        var options = AttractionOptions()
        options.count = 4
        let attraction = try Screener(try shippedScenario("chu-lai"), solver: GLPKSolver()).attraction(library, options: options)
        #expect(attraction.types.count == 4 && attraction.librarySize == 86)
        for type in attraction.types {
            let gain = type.points[1].gain
            #expect(gain > 0 && gain <= type.pricedGain * (1 + 1e-6), "\(type.type.id)")
            if let end = type.saturation { #expect(type.points.allSatisfy { $0.gain <= end.gain + 1e-7 * 3.7e12 }) }
        }
    }
}
