// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import Scenario
import ScenarioFiles
import Testing
import Texts

/// A scenario that is broken in one way, and the code of the fault that it must give.
struct BrokenScenario: CustomTestStringConvertible {
    let code: String
    let title: String
    let folder: ScenarioFolder
    var prepare: @Sendable (URL) throws -> Void = { _ in }

    init(_ code: String, _ title: String, _ folder: ScenarioFolder, prepare: @escaping @Sendable (URL) throws -> Void = { _ in }) {
        (self.code, self.title, self.folder, self.prepare) = (code, title, folder, prepare)
    }

    var testDescription: String { "\(code) \(title)" }

    /// Every message of the scenario in both languages, with the folder's own path, which differs each time, cut off.
    func messages() throws -> [String] {
        var path = ""
        let reading = try folder.read {
            path = $0.deletingLastPathComponent().path + "/"
            try prepare($0)
        }
        #expect(reading.faults == reading.faults.sorted())
        #expect((reading.scenario == nil) == reading.faults.contains { $0.kind.severity == .error })
        let faults = reading.faults.joined(with: try faultsOfExchange(reading))
        #expect(faults.contains { $0.kind.code == code }, "\(code): \(faults)")
        return faults.flatMap { fault in
            Language.allCases.map { fault.message(in: $0).replacingOccurrences(of: path, with: "") }
        }
    }
}

extension BrokenScenario {
    /// The faults that only show when places meet, as `check` tells them.
    private func faultsOfExchange(_ reading: ScenarioReading) throws -> [LocatedFault] {
        guard let scenario = reading.scenario else { return [] }
        do throws(ScenarioFaults) {
            return try Planner(scenario, solver: GLPKSolver()).unmet.map(reading.locate)
        } catch {
            return error.faults.map(reading.locate)
        }
    }
}

/// The messages of a family's broken scenarios, pinned whole in a file beside the tests.
enum PinnedMessages {
    /// Compares the messages of `scenarios` with the file. With `RECORD_GOLDEN` set the file is written anew, and the test fails.
    static func expect(_ scenarios: [BrokenScenario], _ name: String) throws {
        var blocks: [String] = []
        for scenario in scenarios {
            blocks.append((["# " + scenario.testDescription] + (try scenario.messages())).joined(separator: "\n") + "\n")
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Messages/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try blocks.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(name) was recorded")
            return
        }
        let pinned = try String(contentsOf: file, encoding: .utf8).split(separator: "\n\n").map { $0.trimmingCharacters(in: .newlines) }
        #expect(pinned.count == blocks.count)
        for (block, expected) in zip(blocks, pinned) { #expect(block.trimmingCharacters(in: .newlines) == expected) }
    }

    /// Expects that `scenarios` cover exactly `codes`, each at least once.
    static func expectCoverage(_ scenarios: [BrokenScenario], _ codes: [String]) {
        #expect(Set(scenarios.map(\.code)) == Set(codes), "missing: \(Set(codes).subtracting(scenarios.map(\.code)).sorted())")
        #expect(Set(codes).count == codes.count)
    }
}
