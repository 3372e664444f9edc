// SPDX-License-Identifier: GPL-3.0-or-later
import Decisions
import Exchange
import Foundation
import GLPKSolver
import Scenario
import Testing

@Suite("The screening of Chu Lai and its document")
struct ChuLaiScreeningTests {
    /// What the document calls each project.
    private static let names = [
        "j-felt": "felt", "j-biogas": "biogas", "j-bricks": "unfired bricks", "j-silica": "silica flour", "j-foundry": "foundry",
        "j-cullet": "cullet",
    ]

    private static func printed(_ value: Double, _ decimals: Int) -> String {
        String(format: "%.\(decimals)f", value).replacing("-", with: "−")
    }

    @Test("Every figure of the table of projects, the pairs and the set of all is the one that comes out")
    func document() throws {
        let scenario = try shippedScenario("chu-lai"), tables = scenario.tables
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("Scenarios/chu-lai/README.md"), encoding: .utf8)
        let screening = try Screener(scenario, solver: GLPKSolver()).screen()
        #expect(screening.projects.count == Self.names.count)
        for project in screening.projects {
            let name = try #require(Self.names[tables.projects[project.project].id])
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("| \(name) |") })
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces).replacing(",", with: "") }
            let effect = try #require(project.effect), gain = try #require(effect.gain)
            #expect(cells[1] == Self.printed(gain / 1e9, 2), "\(name)")
            #expect(cells[2...4] == [effect.ghg / 1000, effect.waste, effect.virgin].map { Self.printed($0, 0) }[...], "\(name)")
            #expect(cells[6] == Self.printed(try #require(project.paybackYears), 1), "\(name)")
            guard let end = project.size?.saturation else {
                #expect(cells[7] == "beyond 64 times")
                continue
            }
            let factor = try #require(Double(cells[7].split(separator: " ")[0]))
            #expect(abs(factor - end.factor) <= 0.005 * end.factor, "\(name) \(end.factor)")
            #expect(cells[8] == Self.printed(end.gain / 1e9, 2), "\(name)")
        }
        #expect(text.contains("together they add \(Self.printed((screening.pairs.first?.together ?? 0) / 1e9, 2))"))
        #expect(text.contains("which is \(Self.printed(-(screening.pairs.first?.interaction ?? 0) / 1e9, 2)) less than the sum"))
        #expect(text.contains("All six together add \(Self.printed((screening.best?.gain ?? 0) / 1e9, 2))"))
        // The number itself hangs on the order of rows; what the document says of it does not.
        #expect(text.contains("all take fewer than 500 simplex iterations together"))
        #expect(screening.effort.iterations < 500)
        #expect(text.contains("of the \(screening.effort.solves) solves"))
        let shares = Dictionary(uniqueKeysWithValues: screening.projects.map { (tables.projects[$0.project].id, $0.firstShare) })
        #expect(text.contains("biogas is first under \(Self.printed(100 * (shares["j-biogas"] ?? 0), 1)) %"))
        #expect(text.contains("bricks under \(Self.printed(100 * (shares["j-bricks"] ?? 0), 1)) %"))
        #expect(text.contains("Felt is first under \(Self.printed(100 * (shares["j-felt"] ?? 0), 2)) % only"))
    }
}
