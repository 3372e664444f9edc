// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("A solve that is stopped early")
struct StopTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A transport problem of as many givers and takers spread over a region; 420 keep a simplex method busy for seconds.
    private func writeTransport(of size: Int) throws {
        var (firms, outputs, needs) = ("id,name,latitude,longitude\n", "firm,resource,quantity\n", "firm,resource,quantity\n")
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
        for index in 0..<size {
            firms +=
                "g\(index),Giver \(index),\(15 + random()),\(108 + random())\nt\(index),Taker \(index),\(15 + random()),\(108 + random())\n"
            outputs += "g\(index),sand,\((50 + 100 * random()).rounded())\n"
            needs += "t\(index),sand,\((50 + 100 * random()).rounded())\n"
        }
        try folder.write(
            smallScenario([
                "firms.csv": firms, "outputs.csv": outputs, "needs.csv": needs, "modes.csv": "id,unit,cost_per_unit_km\ntruck,t,0.5\n",
            ]))
    }

    @Test("At the time limit it ends with 5, and the plan is never called optimal")
    func timeLimit() throws {
        try writeTransport(of: 200)
        let run = try Program.run("solve", folder.path, "--time-limit", "0.01", "--rows", "1")
        #expect(run.status == 5)
        #expect(run.text.contains("Stopped at the time limit."))
        #expect(!run.text.contains("Optimal"))
        let json = try Program.run("solve", folder.path, "--time-limit", "0.01", "--json").json()
        #expect(json["status"] as? String == "feasible")
        let objective = try #require(json["objective"] as? [String: Any])
        #expect(objective["gap"] is Double || objective["gap"] is NSNull)
    }

    @Test("A search over choices that is stopped says bound and gap in table, JSON and report, and is never called optimal")
    func choices() throws {
        try writeTransport(of: 60)
        let settings = try String(decoding: folder.read("scenario.yaml"), as: UTF8.self)
        try folder.write(["scenario.yaml": settings + "exchange: {min_quantity: 20, max_partners: 2}\n"])
        let run = try Program.run("solve", folder.path, "--time-limit", "2", "--rows", "1")
        #expect(run.status == 5, "\(run.errors)")
        #expect(run.text.contains("Stopped at the time limit. The plan below keeps every rule and is at most "))
        #expect(run.text.contains("It does not prove"))
        #expect(!run.text.localizedCaseInsensitiveContains("optimal"))
        let json = try Program.run("solve", folder.path, "--time-limit", "2", "--json").json()
        #expect(json["status"] as? String == "feasible")
        let objective = try #require(json["objective"] as? [String: Any])
        let value = try #require(objective["value"] as? Double), bound = try #require(objective["bound"] as? Double)
        #expect(bound < value && bound > 0)
        #expect(abs((value - bound) / value - (try #require(objective["gap"] as? Double))) < 1e-9)
        let page = folder.path + "/page.html"
        let report = try Program.run("report", folder.path, "-o", page, "--time-limit", "2", "--lang", "both")
        #expect(report.status == 5, "\(report.errors)")
        let words = String(decoding: try folder.read("page.html"), as: UTF8.self)
            .replacing(/(?s)<(script|style).*?<\/(script|style)>/, with: "").replacing(/<[^>]+>/, with: " ")
        for text in [
            "Proved bound", "Gap between the two", "Cận đã chứng minh", "Khoảng cách giữa hai giá trị", "Stopped at the time limit.",
        ] {
            #expect(words.contains(text), "\(text)")
        }
        #expect(!words.localizedCaseInsensitiveContains("optimal") && !words.localizedCaseInsensitiveContains("tối ưu:"))
    }

    @Test("Ctrl-C ends it soon, with the plan that there is")
    func interrupt() throws {
        try writeTransport(of: 420)
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["solve", folder.path, "--rows", "1"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        // The program listens from just before the solve on, which takes far longer than the signal.
        while process.isRunning, !(try listens(process.processIdentifier)) { Thread.sleep(forTimeInterval: 0.002) }
        process.interrupt()
        let start = ContinuousClock.now
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 5)
        #expect(text.contains("Stopped on your request."))
    }

    /// Whether a process has a handler for SIGINT.
    private func listens(_ process: Int32) throws -> Bool {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") })
        let mask = try #require(UInt64(line.split(separator: "\t").last ?? "", radix: 16))
        return mask & (1 << 1) != 0
    }
}
