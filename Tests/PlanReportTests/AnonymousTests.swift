// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import Testing
import Texts

@testable import Exchange
@testable import PlanReport

@Suite("Anonymised copies")
struct AnonymousTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// All forms of a report that hold text as it is.
    private func files(_ input: ReportInput) -> [String] {
        let report = PlanReport(input)
        return [report.page(.both), report.map(.both)].map(text) + report.firms.map { text(report.page(of: $0.firm, .both)) }
    }

    @Test("No name, id, remark, point, sector, source or fingerprint that could tell who is who is left in any file")
    func nothingLeft() throws {
        let secrets = [
            "Glazing", "glazing", "Xưởng kính", "Bottles", "bottles", "Chai lọ", "Kiln", "Lò nung", "\"kiln\"", "secret note",
            "weighed in May",
            "15.41", "108.61", "108.1", "23110", "Letter of", "0123456789abcdef", "63",
        ]
        let open = files(try SmallPark.input()).joined()
        for secret in secrets where secret != "secret note" {
            #expect(open.contains(secret), "the open report does not say \(secret), so the test says nothing")
        }
        let copy = try SmallPark.input().anonymised()
        for file in files(copy) {
            let body = file.replacing(try Regex("(?s)<(script|style)>.*?</\\1>|sha256-[^']*'"), with: "")
            for secret in secrets where secret != "63" { #expect(!body.contains(secret), "\(secret) is left") }
        }
        #expect(copy.outcome.exchanges.map(\.kilometres) == [2, 65])
        // What shares no word with a name stays.
        #expect(files(copy)[0].contains("Handbook of melting"))
        #expect(copy.hiddenSources == 1)
    }

    @Test("The same key gives the same codes whoever else is there; another key gives others")
    func codes() throws {
        let first = try SmallPark.input().anonymised(key: "word").tables.firms.map(\.id)
        let more = try SmallPark.input {
            $0.firms.append(Firm(id: "aaa", name: Label(english: "Aaa"), park: Reference(0), provenance: Provenance(row: 2)))
        }
        .anonymised(key: "word").tables.firms.map(\.id)
        let other = try SmallPark.input().anonymised(key: "words").tables.firms.map(\.id)
        #expect(first == Array(more.prefix(2)))
        #expect(Set(first).isDisjoint(with: other))
        #expect(first.allSatisfy { $0.wholeMatch(of: /F-[0-9A-HJKMNP-TV-Z]{5}/) != nil })
    }

    @Test("Two ids never share a code")
    func collisions() {
        var codes = Codes(key: "k")
        let found = (0..<20_000).map { codes.code("firm \($0)") }
        #expect(Set(found).count == found.count)
        #expect(codes.code("firm 7") == found[7])
    }

    @Test("A resource whose name holds a firm's whole name is told by its kind")
    func resources() throws {
        let copy = try SmallPark.input { $0.resources[0].name = Label(english: "Cullet of Bottles Ltd", vietnamese: "Kính vụn") }
            .anonymised()
        #expect(copy.tables.resources[0].name.english == "material 1")
        #expect(copy.tables.resources[1].name.english == "Sand")
    }

    @Test("On the map of a copy a plant without a park stands nowhere")
    func map() throws {
        let places = MapSpots(
            Ledger(try SmallPark.input().tables, SmallPark.outcome()), ScenarioNames(SmallPark.tables()), hidesOwnPoints: true
        ).places
        #expect(places.map(\.name.english) == ["North park"])
    }
}
