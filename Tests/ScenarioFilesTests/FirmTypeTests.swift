// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("The library of firm types")
struct FirmTypeTests {
    @Test("The library that comes with the program is sound, and every figure lies in its range")
    func embedded() throws {
        let reading = FirmTypeLibrary.embedded
        #expect(reading.faults.isEmpty, "\(reading.faults)")
        let library = try #require(reading.library)
        #expect(library.types.count == 86 && library.resources.count == 203 && library.sources.count == 86)
        #expect(library.exchanges.count == 227)
        for type in library.types {
            #expect(!type.sources.isEmpty && type.name.vietnamese != nil && type.leastCapacity < type.mostCapacity, "\(type.id)")
            for stream in type.gives + type.takes {
                #expect(stream.low <= stream.perUnit && stream.perUnit <= stream.high, "\(type.id) \(stream.resource)")
                #expect(library.resource(stream.resource) != nil)
            }
        }
        // A figure known by heart: 0.4 t of spent sand per t of castings, 0.1 to 1.
        let sand = try #require(library.type("iron-foundry")?.gives.first { $0.resource == "foundry-sand-spent" })
        #expect(sand.perUnit == 0.4 && sand.low == 0.1 && sand.high == 1 && sand.confidence == .known)
    }

    private static let head = """
        format: 1
        sources: [{id: s, title: Source, confidence: known}]
        resources: [{id: w, name: {en: waste, vi: chất thải}, kind: material, unit: t}]
        types:
          - id: a
            name: {en: Maker, vi: Cơ sở}
            unit: t
            capacity: {low: 1, high: 9}
            confidence: known
            sources: [s]

        """

    static let broken: [(change: (from: String, to: String), fault: String)] = [
        (("format: 1", "format: 2"), "types.yaml:1:9"),
        (("    unit: t\n    cap", "    cap"), "types.yaml:5:5"),
        (("kind: material", "kind: stuff"), "types.yaml:3:61"),
        (("low: 1, high: 9", "low: 10, high: 9"), "types.yaml:8:15"),
        (("sources: [s]", "sources: [t]"), "types.yaml:10:15"),
        (("confidence: known\n    sources", "confidence: sure\n    sources"), "types.yaml:9:17"),
    ]

    @Test("What is broken in a library is told with its place", arguments: FirmTypeTests.broken)
    func faults(change: (from: String, to: String), fault: String) throws {
        let text = Self.head.replacing(change.from, with: change.to)
        #expect(text != Self.head)
        let reading = readFirmTypes(Array(text.utf8), file: "types.yaml")
        #expect(reading.library == nil)
        #expect(reading.faults.first.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" } == fault, "\(reading.faults)")
        #expect(readFirmTypes(Array(Self.head.utf8), file: "types.yaml").library?.types.count == 1)
    }

    private static let exchange =
        "exchanges:\n  - {from: w, to: v, ratio: 0.9, low: 0.5, high: 1, max_share: 0.3, confidence: known, figures: estimate, sources: [s]}\n"

    private static let exchanges =
        head.replacing(
            "unit: t}]", with: "unit: t}, {id: v, name: {en: new, vi: mới}, kind: material, unit: t}]") + exchange

    static let brokenExchanges: [(change: (from: String, to: String), faults: [String])] = [
        (("from: w", "from: u"), ["T107 types.yaml:12:12"]), (("to: v", "to: vv"), ["T107 types.yaml:12:19"]),
        (("ratio: 0.9", "ratio: 0"), ["V111 types.yaml:12:29"]), (("ratio: 0.9", "ratio: 2"), ["C103 types.yaml:12:37"]),
        (("max_share: 0.3", "max_share: 1.3"), ["V111 types.yaml:12:64"]),
        (("max_share: 0.3", "max_share: 0"), ["V111 types.yaml:12:64"]),
        (("figures: estimate, ", ""), ["V101 types.yaml:12:5"]), (("sources: [s]}", "sources: []}"), ["V101 types.yaml:12:116"]),
        (("sources: [s]}", "sources: [t]}"), ["R108 types.yaml:12:117"]),
        (("ratio: 0.9, low: 0.5", "low: -1"), ["V101 types.yaml:12:5", "V111 types.yaml:12:27"]),
    ]

    @Test("What is broken in an exchange is told with its place, all at once", arguments: FirmTypeTests.brokenExchanges)
    func exchangeFaults(change: (from: String, to: String), faults: [String]) throws {
        let text = Self.exchanges.replacing(change.from, with: change.to)
        #expect(text != Self.exchanges)
        let reading = readFirmTypes(Array(text.utf8), file: "types.yaml")
        #expect(reading.faults.map { "\($0.kind.code) \($0.file):\($0.line ?? 0):\($0.column ?? 0)" } == faults)
        #expect(reading.library == nil)
    }

    @Test("An exchange that is sound; a second one of the same pair is told; one library adds to another")
    func exchanges() throws {
        let library = try #require(readFirmTypes(Array(Self.exchanges.utf8), file: "types.yaml").library)
        let known = KnownExchange(
            from: "w", to: "v", ratio: 0.9, low: 0.5, high: 1, maximumShare: 0.3, confidence: .known, figures: .estimate, sources: ["s"])
        #expect(library.exchanges == [known])
        let twice = Self.exchanges + Self.exchange.replacing("exchanges:\n", with: "")
        #expect(readFirmTypes(Array(twice.utf8), file: "types.yaml").faults.map(\.kind.code) == ["C101"])
        let more = "format: 1\n" + Self.exchange.replacing("from: w, to: v", with: "from: v, to: w")
        let both = try #require(readFirmTypes(Array(more.utf8), file: "more.yaml", addingTo: library).library)
        #expect(both.exchanges.map(\.from) == ["w", "v"] && both.types.count == 1)
        #expect(readFirmTypes(Array(more.utf8), file: "more.yaml").faults.map(\.kind.code) == ["T107", "T107", "R108"])
    }

    @Test("Streams: a figure outside its range, a resource that is not there, a figure below zero, all at once")
    func streams() {
        let text =
            Self.head + """
                    gives:
                      - {resource: w, per_unit: 3, low: 1, high: 2, confidence: known}
                      - {resource: v, per_unit: 1, low: -1, high: 2, confidence: known}

                """
        let reading = readFirmTypes(Array(text.utf8), file: "types.yaml")
        #expect(reading.faults.map(\.kind.code).sorted() == ["T107", "V111", reading.faults.first?.kind.code ?? ""].sorted())
        #expect(reading.faults.count == 3 && reading.library == nil)
    }
}

@Suite("Firms by type and capacity")
struct TypedFirmTests {
    private static let park = ScenarioFolder([
        "scenario.yaml": "format: 1\nid: t\ncurrency: USD\nyear: 2030\n",
        "resources.csv": """
        id,name,kind,unit,waste_code,disposal_cost,virgin_price
        foundry-sand-spent,Sand,material,t,10 09 08,50,
        steel-scrap,Scrap,material,kg,,-5,8
        my-slag,Slag,material,t,10 09 03,7,
        silica-sand,Sand,water,m3,,,9

        """,
        "parks.csv": "id,name\nP,Park\n",
        "firms.csv": "id,name,park\nF,Foundry,P\nG,Other,P\n",
        "outputs.csv": "firm,resource,quantity\nG,my-slag,5\n",
        "needs.csv": "firm,resource,quantity\nF,steel-scrap,7000\n",
        "modes.csv": "id,unit\ntruck,t\n",
        "types.csv": "firm,type,capacity,unit\nF,iron-foundry,10000,t\n",
    ])

    @Test("Typical streams stand behind the declared ones, with their range; what is declared stays; what has no match is told")
    func streams() throws {
        let reading = try Self.park.read()
        let tables = try #require(reading.scenario, "\(reading.faults)").tables
        let sand = try #require(tables.outputs.first { tables.resources[$0.resource].id == "foundry-sand-spent" })
        #expect(sand.quantity == 4000 && sand.provenance.basis == .estimated)
        #expect(sand.provenance.estimate == Estimate(low: 1000, high: 10000, type: "iron-foundry", confidence: .known))
        // By its waste code.
        let slag = try #require(tables.outputs.first { tables.resources[$0.resource].id == "my-slag" && tables.firms[$0.firm].id == "F" })
        #expect(slag.quantity == 600)
        #expect(tables.needs.count == 1 && tables.needs[0].quantity == 7000 && tables.needs[0].provenance.estimate == nil)
        #expect(reading.faults.map(\.kind.code) == ["T104", "T106"])
        #expect(reading.faults.allSatisfy { $0.file == "types.csv" && $0.line == 2 && $0.kind.severity == .warning })
    }

    @Test("The planner's word goes before id and code, and may say that there is none")
    func sameAs() throws {
        var folder = Self.park
        folder = folder.with(
            "scenario.yaml",
            "format: 1\nid: t\ncurrency: USD\nyear: 2030\nlibrary: {same_as: {foundry-sand-spent: my-slag, foundry-slag: }}\n")
        let tables = try #require(try folder.read().scenario).tables
        let given = tables.outputs.filter { tables.firms[$0.firm].id == "F" }
        #expect(given.map { tables.resources[$0.resource].id } == ["my-slag"] && given.map(\.quantity) == [4000])
    }

    @Test("A kilogram may be written where the recipe is per tonne, and the fingerprint tells types apart")
    func units() throws {
        let first = try Self.park.read(),
            other = try Self.park.with("types.csv", "firm,type,capacity,unit\nF,iron-foundry,10000000,kg\n").read()
        let more = try Self.park.with("types.csv", "firm,type,capacity\nF,iron-foundry,10001\n").read()
        #expect(first.fingerprint() == other.fingerprint() && first.fingerprint() != more.fingerprint())
    }

    static let scenarios: [BrokenScenario] = [
        BrokenScenario("T101", "a misspelt type", park.with("types.csv", "firm,type,capacity\nF,iron-fundry,10000\n")),
        BrokenScenario("T101", "a type that is not there", park.with("types.csv", "firm,type,capacity\nF,spaceport,1\n")),
        BrokenScenario("T102", "pieces for tonnes", park.with("types.csv", "firm,type,capacity,unit\nF,iron-foundry,10000,pcs\n")),
        BrokenScenario("T103", "a capacity far above the usual", park.with("types.csv", "firm,type,capacity\nF,iron-foundry,10000000\n")),
        BrokenScenario("T104", "streams that the scenario does not know", park),
        BrokenScenario(
            "T105", "two resources of one waste code",
            park.replacing("my-slag,Slag", with: "slag-2,Slag,material,t,10 09 03,7,\nmy-slag,Slag", in: "resources.csv")),
        BrokenScenario("T106", "sand by volume", park),
        BrokenScenario(
            "T107", "same_as with a misspelt resource",
            park.with(
                "scenario.yaml",
                "format: 1\nid: t\ncurrency: USD\nyear: 2030\nlibrary:\n  same_as:\n    foundry-slags: my-slag\n    fly-ash: my-slog\n"
            )),
        BrokenScenario("T108", "a code that means another waste", park.replacing("my-slag,Slag", with: "my-slag,Ash", in: "resources.csv")),
        BrokenScenario("R101", "a type for a firm that is not there", park.with("types.csv", "firm,type,capacity\nH,iron-foundry,10000\n")),
    ]

    @Test("Messages are pinned whole")
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "types.txt") }

    @Test("Every code has a broken scenario")
    func coverage() {
        PinnedMessages.expectCoverage(Self.scenarios.filter { $0.code.hasPrefix("T") }, LibraryFault.Code.allCases.map(\.rawValue))
    }
}
