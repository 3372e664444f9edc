// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("How the program ends")
struct ExitTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ changes: [String: String], _ command: String, _ options: String...) throws -> ProgramRun {
        try folder.write(smallScenario(changes))
        return try Program.run([command, folder.path] + options)
    }

    @Test("A sound scenario solves with 0, and standard error stays empty")
    func done() throws {
        let run = try run([:], "solve")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.text.contains("small\n"))
    }

    @Test("A broken scenario ends with 3: check lists every fault on standard output, solve on standard error, the same lines")
    func invalid() throws {
        let broken = [
            "outputs.csv": "firm,resource,quantity\na,snad,100\nc,sand,1,5\n", "needs.csv": "firm,resource,quantity\nb,sand,much\n",
        ]
        let check = try run(broken, "check")
        let solve = try run(broken, "solve")
        #expect(check.status == 3)
        #expect(solve.status == 3)
        #expect(check.errors.isEmpty)
        #expect(solve.text.isEmpty)
        let faults = check.text.split(separator: "\n").filter { $0.contains(".csv:") }
        #expect(faults.count >= 3)
        #expect(faults.joined(separator: "\n") + "\n" == solve.errors)
        #expect(faults.contains { $0.hasPrefix("needs.csv:2:3 error ") && $0.contains("“much”") })
        let json = try run(broken, "check", "--json").json()
        #expect(json["valid"] as? Bool == false)
        #expect((json["faults"] as? [[String: Any]])?.count == faults.count)
        #expect(json["resources"] == nil)
    }

    @Test("A path that is not there is a fault of the scenario, in the language asked for")
    func missing() throws {
        let run = try Program.run("solve", folder.path + "/nowhere", "--lang", "vi")
        #expect(run.status == 3)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("lỗi"))
    }

    @Test("A warning does not stop the run, and is left out where quiet is asked for")
    func warning() throws {
        let odd = ["needs.csv": "firm,resource,quantity,colour\nb,sand,60,red\n"]
        let loud = try run(odd, "solve")
        #expect(loud.status == 0)
        #expect(loud.errors.contains("needs.csv:1:4 warning"))
        let quiet = try run(odd, "solve", "--quiet")
        #expect(quiet.errors.isEmpty)
        #expect(quiet.text == loud.text)
    }

    @Test("What cannot be ends with 4 and says what is missing and what mends it, in words and in JSON")
    func infeasible() throws {
        let impossible = [
            "resources.csv": "id,name,kind,unit,disposal_cost\nsand,Sand,material,t,10\n",
            "needs.csv": "firm,resource,quantity\nb,sand,160\n",
        ]
        let run = try run(impossible, "solve")
        #expect(run.status == 4)
        // What the figures alone show comes first, with its place in the files.
        #expect(run.errors.hasPrefix("needs.csv:2:3 warning U102"))
        #expect(run.text.contains("Infeasible"))
        #expect(run.text.contains("60 t"))
        let solved = try self.run(impossible, "solve", "--json", "--lang", "vi")
        #expect(solved.status == 4)
        let json = try solved.json()
        #expect(json["status"] as? String == "infeasible")
        #expect(json["plan"] is NSNull)
        let infeasible = try #require(json["infeasible"] as? [String: [[String: Any]]])
        let rules = try #require(infeasible["rules"])
        #expect(rules.contains { $0["subject"] as? String == "needs/b/sand" })
        for key in ["code", "subject", "amount", "unit", "text"] { #expect(rules.allSatisfy { $0[key] != nil }, "\(key)") }
        let mends = try #require(infeasible["mends"])
        #expect(!mends.isEmpty)
        #expect(mends.allSatisfy { $0["text"] is String && $0["cost"] != nil })
    }

    @Test("A need without a price leaves no net benefit, and is named")
    func unpriced() throws {
        let unpriced = ["resources.csv": "id,name,kind,unit,disposal_cost\nsand,Sand,material,t,10\n"]
        let json = try run(unpriced, "solve", "--json").json()
        #expect(json["net_benefit"] is NSNull)
        let baseline = try #require(json["baseline"] as? [String: Any])
        #expect((baseline["unpriced"] as? [[String: Any]])?.first?["firm"] as? String == "b")
        #expect(try run(unpriced, "solve").text.contains("Beta: Sand"))
    }

    @Test("An unknown project is wrong usage, and the known ones are named")
    func unknownProject() throws {
        let none = try run([:], "solve", "--with", "mill")
        #expect(none.status == 2)
        #expect(none.errors == "Error: --with names “mill”, but the scenario has no projects.\n")
        let some = try run(["projects.csv": "id,name\nmill,Mill\n"], "solve", "--with", "mil")
        #expect(some.errors.contains("Its projects are mill."))
        #expect(
            try run(["projects.csv": "id,name\nmill,Mill\n"], "solve", "--with", "mill", "--json").json()["projects"] as? [String] == [
                "mill"
            ])
    }

    @Test("Commands that need a plan refuse an unknown project, an unknown set and a bad declaration in the same words")
    func sameRefusals() throws {
        let settings = "format: 1\nid: small\ncurrency: USD\nyear: 2030\ncriteria: [mci-2019]\n"
        try folder.write(smallScenario(["scenario.yaml": settings]))
        let report = folder.path + "/report.html"
        for command in [["solve"], ["assess"], ["report", "-o", report]] {
            let told = try Program.run(command + [folder.path, "--with", "mill", "--lang", "en"])
            #expect(told.status == 2, "\(command)")
            #expect(told.errors == "Error: --with names “mill”, but the scenario has no projects.\n", "\(command)")
        }
        #expect(!FileManager.default.fileExists(atPath: report))
        try folder.write([
            "scenario.yaml": settings.replacingOccurrences(of: "mci-2019", with: "mci-2018"),
            "declarations.csv": "subject,criterion,value\na,no-such-measure,1\n", "projects.csv": "id,name\nmill,Mill\n",
        ])
        let told = try ["assess", "compare", "screen"].map { command in
            try Program.run([command, folder.path] + (command == "compare" ? [folder.path] : []) + ["--lang", "en"])
        }
        #expect(told.map(\.status) == [3, 3, 3])
        #expect(told[0].errors.contains("mci-2018") && told[0].errors.contains("no-such-measure"), "\(told[0].errors)")
        #expect(told[1].errors == told[0].errors && told[2].errors == told[0].errors, "\(told.map(\.errors))")
    }

    @Test("The objective of the command line takes the place of the scenario's")
    func objective() throws {
        let objective = try #require(try run([:], "solve", "--objective", "waste", "--json").json()["objective"] as? [String: Any])
        #expect(objective["kind"] as? String == "waste")
        #expect(objective["value"] as? Double == 40)
    }

    @Test("A reader that goes away early does not change how the program ends")
    func brokenPipe() throws {
        try folder.write(smallScenario())
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "set -o pipefail; \"$0\" solve \"$1\" --json | head -c 1 >/dev/null", Program.path, folder.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("A full disk is a failure that names standard output")
    func fullDisk() throws {
        try folder.write(smallScenario())
        let other = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "\"$0\" solve \"$1\" > /dev/full 2> \"$2/errors\"", Program.path, folder.path, other.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(String(decoding: try other.read("errors"), as: UTF8.self) == "Error: Cannot write stdout: the disk is full.\n")
    }
}
