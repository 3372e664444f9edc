// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import ScenarioFiles
import Testing

@Suite("A published case") struct PublishedCaseTests {
    struct Expected: Decodable { var published: Double, tolerance: Double, optimum: Double }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "Cases")

    static var names: [String] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return entries.filter { FileManager.default.fileExists(atPath: folder.appendingPathComponent($0 + "/expected.json").path) }.sorted()
    }

    @Test("reaches its optimum to 1e-6 and the published figure to its rounding", arguments: names)
    func optimum(_ name: String) throws {
        let folder = PublishedCaseTests.folder.appendingPathComponent(name)
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
        let reading = readScenario(at: folder.path)
        let scenario = try #require(reading.scenario, "\(reading.faults)")
        let outcome = try Planner(scenario, solver: GLPKSolver()).plan()
        expectSound(outcome)
        let cost = try #require(outcome.plan?.cost)
        #expect(abs(cost - expected.optimum) <= 1e-6 * max(1, abs(expected.optimum)))
        #expect(abs(cost - expected.published) <= expected.tolerance)
    }

    @Test("of three plants needs less fresh water together than alone", arguments: [("water-park-alone", 339.64), ("water-park", 314.36)])
    func waterPark(_ name: String, _ published: Double) throws {
        let root = PublishedCaseTests.folder.deletingLastPathComponent().deletingLastPathComponent()
        let reading = readScenario(at: root.appendingPathComponent("Scenarios/" + name).path)
        let scenario = try #require(reading.scenario, "\(reading.faults)")
        let outcome = try Planner(scenario, solver: GLPKSolver()).plan()
        expectSound(outcome)
        #expect(abs((outcome.plan?.cost ?? 0) - published) <= 0.005)
    }

    @Test("is there at all")
    func present() { #expect(PublishedCaseTests.names.count >= 9) }
}
