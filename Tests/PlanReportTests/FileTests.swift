// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import Testing
import Texts

@testable import Exchange
@testable import PlanReport

@Suite("The files of a report")
struct FileTests {
    @Test("The same input gives the same bytes")
    func same() throws {
        let (one, other) = (PlanReport(try SmallPark.input()), PlanReport(try SmallPark.input()))
        #expect(one.page(.both) == other.page(.both))
        #expect(one.map(.english) == other.map(.english))
        #expect(try one.workbook(.both) == other.workbook(.both))
    }

    @Test("Every section is there in either language, with a table behind each chart or beside it", arguments: PageLanguages.allCases)
    func sections(languages: PageLanguages) throws {
        let page = String(decoding: PlanReport(try SmallPark.input()).page(languages), as: UTF8.self)
        for language in languages.list {
            for section in ["summary", "map", "flows", "measures", "exchanges", "leftovers", "limits", "data", "certificate"] {
                #expect(page.contains("<section id=\"\(language.rawValue)-\(section)\""), "\(section)")
            }
        }
        #expect(page.contains("lang=\"\(languages.list[0].rawValue)\""))
        #expect(page.contains("data-switch=\"en\"") == (languages == .both))
    }

    @Test("Names that are markup are text in the page, and close no script of data")
    func markup() throws {
        let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
        let page = String(
            decoding: PlanReport(try SmallPark.input { $0.firms[0].name = Label(english: hostile, vietnamese: hostile) }).page(.both),
            as: UTF8.self)
        #expect(!page.contains("<script>alert"))
        #expect(!page.contains("<img src=x"))
        #expect(page.contains("&lt;script&gt;alert(1)"))
        #expect(page.contains("\\u003c/script\\u003e"))
        // Each script that is opened is closed once: no name has closed one early.
        #expect(page.components(separatedBy: "<script").count == page.components(separatedBy: "</script>").count)
    }

    @Test("The policy of the page names the digest of each of its scripts and styles")
    func policy() throws {
        let page = String(decoding: PlanReport(try SmallPark.input()).page(.english), as: UTF8.self)
        let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1)
        for match in page.matches(of: /(?s)<(script|style)>(.*?)<\/(script|style)>/) {
            let source = SHA256.policySource(String(match.2)).replacing("'", with: "&#39;")
            #expect(policy.contains(source), "a \(match.1) is not named")
        }
        #expect(policy.hasPrefix("default-src &#39;none&#39;"))
    }

    @Test("SHA-256 gives the digest of the standard's example")
    func digest() {
        #expect(SHA256.policySource("abc") == "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='")
    }

    @Test("The map is GeoJSON with longitude first, points of firms and parks, lines of exchanges, and no reference system of its own")
    func map() throws {
        let bytes = PlanReport(try SmallPark.input()).map(.english)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["type"] as? String == "FeatureCollection" && object["crs"] == nil)
        let features = try #require(object["features"] as? [[String: Any]])
        let ids = features.compactMap { $0["id"] as? String }
        #expect(
            ids == [
                "park:north", "firm:bottles", "firm:glazing", "process:kiln", "exchange:glazing:bottles:cullet:sand:truck",
                "exchange:glazing:kiln:sludge:sludge:truck",
            ])
        let point = try #require((features[2]["geometry"] as? [String: Any])?["coordinates"] as? [Double])
        #expect(point == [108.61, 15.41])
        let line = try #require((features[4]["geometry"] as? [String: Any])?["coordinates"] as? [[Double]])
        // Bottles has no point of its own and stands at its park's.
        #expect(line == [[108.61, 15.41], [108.6, 15.4]])
        let properties = try #require(features[4]["properties"] as? [String: Any])
        #expect(properties["quantity"] as? Double == 500 && properties["unit"] as? String == "t" && properties["gain"] as? Double == 4.9e8)
    }

    @Test("A firm's page tells its own side of its exchanges, and nothing of the whole plan")
    func firm() throws {
        let input = try SmallPark.input()
        let page = String(decoding: PlanReport(input).page(of: SmallPark.glazing, .english), as: UTF8.self)
        // 500 t that no longer cost 400,000 each, and 10 t that no longer cost 2 million: 220 million.
        #expect(page.contains("220 million đồng"))
        #expect(page.contains("weighed in May"))
        // The gain of both sides, and what the taker saves, are not told.
        #expect(!page.contains("520 million") && !page.contains("490 million") && !page.contains("300 million"))
        let taker = String(decoding: PlanReport(input).page(of: SmallPark.bottles, .english), as: UTF8.self)
        #expect(taker.contains("300 million đồng") && !taker.contains("Sludge") && !taker.contains("weighed"))
    }

    @Test("A partner who asks for confidentiality is not named on another firm's page")
    func confidential() throws {
        let input = try SmallPark.input { $0.firms[1].confidential = true }
        let page = String(decoding: PlanReport(input).page(of: SmallPark.glazing, .english), as: UTF8.self)
        #expect(!page.contains("Bottles") && page.contains("asks not to be named"))
        #expect(String(decoding: PlanReport(input).page(.english), as: UTF8.self).contains("1 firm has asked for confidentiality"))
    }

    @Test("Without a plan the report says why and what would mend it")
    func infeasible() throws {
        let outcome = SmallPark.outcome { outcome in
            let rule = BrokenRule(kind: .need, subject: .need(Reference(0)), amount: 100, required: 1000, unit: .tonne)
            (outcome.status, outcome.plan, outcome.exchanges, outcome.certificate) = (.infeasible, nil, [], nil)
            outcome.infeasibility = Infeasibility(rules: [rule], mends: [Mend(rule: rule, newFigure: 900, cost: 1e9)])
        }
        let page = String(decoding: PlanReport(try SmallPark.input(outcome: outcome)).page(.english), as: UTF8.self)
        #expect(
            page.contains("There is no plan") && page.contains("These cannot all hold")
                && page.contains("the plan then costs 1 billion đồng"))
        #expect(!page.contains("en-exchanges"))
    }

    @Test("The moment of printing is taken out of a PDF, and nothing else")
    func clock() {
        let pdf = Array("<< /Creator (x) /CreationDate (D:20261127003015+00'00') /ModDate (D:20261127003015+00'00') >>".utf8)
        let expected = "<< /Creator (x) /CreationDate (D:20000101000000+00'00') /ModDate (D:20000101000000+00'00') >>"
        #expect(String(decoding: PDFPrinter.withoutClock(pdf), as: UTF8.self) == expected)
    }

    @Test("Where there is no browser there is no printer")
    func noBrowser() { #expect(PDFPrinter(searchPath: "/nowhere:/") == nil) }

    @Test(
        "Numbers in the page are for machines as well, without the last bits of a sum",
        arguments: [
            (0.1 + 0.2, "0.3"), (1234567.0, "1234567"), (-1e-20, "-1e-20"), (2.0 / 3, "0.666666666667"), (0.0, "0"),
        ])
    func plain(number: Double, expected: String) { #expect(TableWriter(language: .english).plain(number) == expected) }
}
