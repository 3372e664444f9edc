// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("A starter scenario, checked and solved")
struct StarterTests {
    private let folder: TemporaryFolder
    private let scenario: String

    init() throws {
        folder = try TemporaryFolder()
        scenario = folder.path + "/park"
        let made = try Program.run("new", scenario)
        #expect(made.status == 0)
        #expect(made.errors.isEmpty)
    }

    @Test("new overwrites nothing")
    func noOverwriting() throws {
        let before = try folder.read("park/needs.csv")
        let again = try Program.run("new", scenario, "--lang", "vi")
        #expect(again.status == 2)
        #expect(again.text.isEmpty)
        #expect(again.errors.hasPrefix("Lỗi: \(scenario) đã tồn tại"))
        #expect(try folder.read("park/needs.csv") == before)
    }

    @Test("new says in JSON what it wrote")
    func newJSON() throws {
        let run = try Program.run("new", folder.path + "/other", "--json")
        let files = try #require(try run.json()["files"] as? [String])
        #expect(Set(files) == Set(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/other")))
    }

    @Test("The starter checks without a fault, in words and in JSON", arguments: ["en", "vi"])
    func check(language: String) throws {
        let run = try Program.run("check", scenario, "--lang", language)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        try Golden.expect(run.text, "starter-check.\(language).txt")
        let json = try Program.run("check", scenario, "--json").json()
        #expect(json["valid"] as? Bool == true)
        #expect((json["faults"] as? [Any])?.isEmpty == true)
        #expect((json["counts"] as? [String: Int])?["firms"] == 4)
    }

    @Test("The starter solves to a plan with exchanges, told as pinned", arguments: ["en", "vi"])
    func solve(language: String) throws {
        let run = try Program.run("solve", scenario, "--lang", language)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        // The residuals of the certificate are rounding, which another compiler may do in another order.
        let residual = /\d([.,]\d)?e-1\d/
        try Golden.expect(run.text.replacing(residual, with: "1e-16"), "starter-solve.\(language).txt")
    }

    @Test("A by-product that earns is told as sold, not as thrown away")
    func sold() throws {
        let folder = try TemporaryFolder()
        try folder.write(smallScenario())
        try folder.write(["outputs.csv": "firm,resource,quantity,disposal_cost\na,sand,100.5,-2\n"])
        let english = try Program.run("solve", folder.path, "--lang", "en").text
        let (thrown, sold) = (english.firstRange(of: "Still thrown away"), english.firstRange(of: "Sold outside the plan"))
        let between = english[try #require(thrown).upperBound..<(try #require(sold)).lowerBound]
        #expect(between.trimmingCharacters(in: .whitespacesAndNewlines) == "Nothing.")
        #expect(english[try #require(sold).upperBound...].contains("Earned"))
        #expect(try Program.run("solve", folder.path, "--lang", "vi").text.contains("Bán ra ngoài phương án"))
        // What is sold is part of the waste, and the table of measures says how much of it.
        let told = try #require(try /no partner takes; ([\d.,]+) t of the plan's are sold outside it/.firstMatch(in: english)?.1)
        #expect(english[try #require(sold).upperBound...].contains(told))
    }

    @Test("No line of a report is wider than the terminal, and COLUMNS says how wide that is")
    func width() throws {
        for columns in [80, 100, 140] {
            let run = try Program.run("solve", scenario, "--lang", "vi", environment: ["COLUMNS": "\(columns)"])
            let widest = run.text.split(separator: "\n").map { $0.unicodeScalars.count }.max() ?? 0
            #expect(widest <= columns, "\(widest) of \(columns)")
        }
    }

    @Test("What is no terminal gets no colour, whatever the environment says")
    func noColour() throws {
        for environment in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"], ["CLICOLOR_FORCE": "1"]] {
            #expect(!(try Program.run("solve", scenario, environment: environment).text.contains("\u{1B}")))
        }
    }

    @Test("The JSON has the keys of the specification, in its order")
    func jsonKeys() throws {
        let run = try Program.run("solve", scenario, "--json")
        #expect(run.status == 0)
        let keys = run.text.matches(of: /(?m)^ "(\w+)":/).map { String($0.output.1) }
        #expect(
            keys == [
                "format", "scenario", "status", "objective", "baseline", "today", "plan", "net_benefit", "exchanges", "outputs", "needs",
                "processes", "process_flows", "links", "routes", "contracts", "storages", "investments", "not_built", "investment_total",
                "projects",
                "certificate", "infeasible", "provenance",
            ])
        let json = try run.json()
        #expect(json["status"] as? String == "optimal")
        let provenance = try #require(json["provenance"] as? [String: Any])
        let keysOfProvenance = ["version", "solver", "input_sha256", "rows", "columns", "nonzeros", "candidates", "choices", "seconds"]
        #expect(Set(provenance.keys) == Set(keysOfProvenance))
        #expect((provenance["input_sha256"] as? String)?.wholeMatch(of: /[0-9a-f]{64}/) != nil)
        let exchanges = try #require(json["exchanges"] as? [[String: Any]])
        #expect(exchanges.count == 3)
        for key in ["from", "to", "resource", "as", "mode", "period", "quantity", "delivered", "km", "cost", "ghg", "gain"] {
            #expect(exchanges.allSatisfy { $0[key] != nil }, "\(key)")
        }
    }

    @Test("The gains of a plan sum to its net benefit")
    func gains() throws {
        let json = try Program.run("solve", scenario, "--json").json()
        let gains = try #require(json["exchanges"] as? [[String: Any]]).compactMap { $0["gain"] as? Double }.reduce(0, +)
        let benefit = try #require(json["net_benefit"] as? Double)
        #expect(abs(gains - benefit) <= 1e-9 * abs(benefit))
    }

    @Test("Two runs give the same bytes but for the seconds, on the screen, in JSON and in the tables")
    func determinism() throws {
        let (first, second) = (folder.path + "/first", folder.path + "/second")
        let printed = try Program.run("solve", scenario, "--out", first).text
        #expect(try Program.run("solve", scenario, "--out", second).text == printed)
        let seconds = /"seconds": [^}]*/
        let json = try Program.run("solve", scenario, "--json").text.replacing(seconds, with: "")
        #expect(try Program.run("solve", scenario, "--json").text.replacing(seconds, with: "") == json)
        for name in try FileManager.default.contentsOfDirectory(atPath: first) {
            let (one, other) = (
                String(decoding: try folder.read("first/\(name)"), as: UTF8.self),
                String(decoding: try folder.read("second/\(name)"), as: UTF8.self)
            )
            #expect(one.replacing(seconds, with: "") == other.replacing(seconds, with: ""), "\(name)")
        }
    }

    @Test("The exported model stands beside a table of its names")
    func export() throws {
        let (lp, mps) = (folder.path + "/model.lp", folder.path + "/model.mps")
        #expect(try Program.run("solve", scenario, "--lp", lp, "--mps", mps, "--quiet").status == 0)
        #expect(String(decoding: try folder.read("model.lp"), as: UTF8.self).contains("Minimize"))
        #expect(String(decoding: try folder.read("model.mps"), as: UTF8.self).contains("ENDATA"))
        #expect(try folder.read("model.lp.names.csv") == folder.read("model.mps.names.csv"))
    }
}
