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
