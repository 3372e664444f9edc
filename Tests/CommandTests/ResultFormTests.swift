// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The names that other programs and spreadsheets rely on, each pinned: a key or a column that goes, comes or is renamed fails here.
@Suite("The form of what comes out")
struct ResultFormTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let chuLai = root.appending(path: "Scenarios/chu-lai").path()

    /// The key set of every object, by the way to it; `[]` is any element of a list, `*` any key that is data.
    private static let keys: [String: Set<String>] = [
        "": [
            "format", "scenario", "status", "objective", "baseline", "today", "plan", "net_benefit", "exchanges", "outputs", "needs",
            "processes", "process_flows", "links", "routes", "contracts", "storages", "investments", "not_built", "investment_total",
            "projects",
            "certificate", "infeasible", "provenance",
        ],
        "objective": ["kind", "value", "bound", "gap"],
        "baseline": ["cost", "carbon_cost", "ghg", "waste", "virgin", "by_kind", "unpriced"],
        "today": ["cost", "carbon_cost", "ghg", "waste", "virgin", "by_kind"],
        "plan": ["cost", "carbon_cost", "ghg", "waste", "virgin", "by_kind"],
        "baseline.by_kind.*.*": ["waste", "virgin"],
        "today.by_kind.*.*": ["waste", "virgin"],
        "plan.by_kind.*.*": ["waste", "virgin"],
        "exchanges[]": [
            "from", "to", "resource", "as", "mode", "period", "quantity", "delivered", "km", "cost", "ghg", "gain", "use",
        ],
        "outputs[]": ["firm", "resource", "period", "quantity", "exchanged", "lost", "disposed", "stored", "marginal"],
        "needs[]": ["firm", "resource", "period", "quantity", "secondary", "virgin", "marginal"],
        "processes[]": ["id", "period", "activity", "capacity", "built", "charge", "gain", "marginal"],
        "process_flows[]": ["process", "resource", "role", "period", "quantity", "exchanged", "outside", "stored", "marginal"],
        "routes[]": ["from", "to", "mode", "used", "load", "capacity", "charge", "marginal"],
        "contracts[]": ["from", "to", "resource", "quantity", "marginal"],
        "certificate": ["primal_residual", "dual_residual", "duality_gap", "holds", "choices_held", "relaxation_bound"],
        "provenance": ["version", "solver", "input_sha256", "rows", "columns", "nonzeros", "candidates", "choices", "seconds"],
    ]

    /// The key sets of all objects in `value`; `differing` collects the ways at which two elements of a list have different keys.
    private func collect(_ value: Any, at way: String, into found: inout [String: Set<String>], differing: inout Set<String>) {
        if let list = value as? [Any] {
            for element in list { collect(element, at: way + "[]", into: &found, differing: &differing) }
        } else if let object = value as? [String: Any] {
            let isData = way.hasSuffix("by_kind") || way.hasSuffix("by_kind.*")
            if !isData {
                if let known = found[way], known != Set(object.keys) { differing.insert(way) }
                found[way, default: []].formUnion(object.keys)
            }
            for (key, child) in object {
                collect(child, at: (way.isEmpty ? "" : way + ".") + (isData ? "*" : key), into: &found, differing: &differing)
            }
        }
    }

    private func keys(of document: [String: Any]) -> [String: Set<String>] {
        var (found, differing): ([String: Set<String>], Set<String>) = ([:], [])
        collect(document, at: "", into: &found, differing: &differing)
        #expect(differing.isEmpty, "elements of one list differ in their keys")
        return found
    }

    @Test("The JSON of a solve has these keys at every level and no others")
    func document() throws {
        let found = keys(of: try Program.run("solve", Self.chuLai, "--json", "--quiet").json())
        for way in Set(found.keys).union(Self.keys.keys).sorted() {
            #expect(found[way]?.sorted() == Self.keys[way]?.sorted(), "at “\(way)”")
        }
    }

    @Test("Every key that the specification shows is there, under the same way")
    func specification() throws {
        let text = try String(contentsOf: Self.root.appending(path: "Docs/Specification/results.md"), encoding: .utf8)
        let block = try #require(text.components(separatedBy: "```json\n").dropFirst().first?.components(separatedBy: "```").first)
        let shown = try #require(try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any])
        // Links and storages are shown by the specification and refused by this version: their lists are there, and empty.
        for (way, names) in keys(of: shown) where way != "links[]" && way != "storages[]" && !way.hasSuffix("by_kind") {
            #expect(names.subtracting(Self.keys[way] ?? []).isEmpty, "at “\(way)”")
        }
        let document = try Program.run("solve", Self.chuLai, "--json", "--quiet").json()
        #expect((document["links"] as? [Any])?.isEmpty == true)
        #expect((document["storages"] as? [Any])?.isEmpty == true)
    }

    @Test("Without a plan the parts of one are null, the reason is told, and the lists are empty")
    func withoutPlan() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            smallScenario([
                "resources.csv": "id,name,kind,unit,disposal_cost\nsand,Sand,material,t,10\n",
                "needs.csv": "firm,resource,quantity\nb,sand,160\n",
            ]))
        let document = try Program.run("solve", folder.path, "--json", "--quiet").json()
        var expected = try #require(Self.keys[""])
        expected.insert("today_reason")
        #expect(Set(document.keys) == expected)
        for key in ["today", "plan", "net_benefit", "certificate", "investment_total"] { #expect(document[key] is NSNull, "\(key)") }
        let found = keys(of: document)
        #expect(found["infeasible"] == ["rules", "mends"])
        #expect(found["infeasible.rules[]"] == ["code", "subject", "amount", "unit", "text"])
        #expect(found["infeasible.mends[]"] == ["text", "cost"])
        #expect(found["baseline.unpriced[]"] == ["firm", "resource", "period"])
        for list in ["exchanges", "outputs", "needs", "processes", "process_flows", "routes", "contracts"] {
            #expect((document[list] as? [Any])?.isEmpty == true, "\(list)")
        }
    }

    @Test("Weights are told with the objective")
    func weights() throws {
        let folder = try TemporaryFolder()
        var files = smallScenario()
        files["scenario.yaml"]? += "objective: {weights: {cost: 1, ghg: 0.05}}\n"
        try folder.write(files)
        let found = keys(of: try Program.run("solve", folder.path, "--json", "--quiet").json())
        #expect(found["objective"] == ["kind", "weights", "value", "bound", "gap"])
        #expect(found["objective.weights"] == ["cost", "ghg", "waste", "virgin"])
    }

    @Test("The summary in the folder of tables has the keys of the document without its lists, and names the tables")
    func summary() throws {
        let folder = try TemporaryFolder()
        _ = try Program.run("solve", Self.chuLai, "--out", folder.path + "/out", "--quiet")
        let read = try JSONSerialization.jsonObject(with: folder.read("out/summary.json")) as? [String: Any]
        let lists: Set = [
            "exchanges", "outputs", "needs", "processes", "process_flows", "links", "routes", "contracts", "storages", "investments",
        ]
        #expect(Set(try #require(read).keys) == (Self.keys[""] ?? []).subtracting(lists).union(["language", "tables"]))
    }

    @Test("Each table has these columns in this order, in either language", arguments: ["en", "vi"])
    func columns(language: String) throws {
        let folder = try TemporaryFolder()
        _ = try Program.run("solve", Self.chuLai, "--out", folder.path + "/out", "--quiet", "--lang", language)
        var told = ""
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted() where name.hasSuffix(".csv") {
            let lines = String(decoding: try folder.read("out/" + name).dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
            let delimiter = language == "vi" ? ";" : ","
            told += "\(name)\n" + (lines.first ?? "").components(separatedBy: delimiter).map { "  \($0)\n" }.joined()
        }
        try Golden.expect(told, "result-columns.\(language).txt")
    }
}
