// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearProgram
import Scenario
import Testing
import Texts

@testable import Exchange
@testable import Reports

@Suite("The report of a solve")
struct SolveReportTests {
    private func text(_ outcome: Outcome, _ layout: ReportLayout = ReportLayout(language: .english)) -> String {
        String(decoding: SolveReport.bytes(outcome, of: HandMade.scenario, layout: layout), as: UTF8.self)
    }

    @Test("A plan with every part is told as pinned", arguments: Language.allCases)
    func everyPart(language: Language) throws {
        try Golden.expect(text(HandMade.outcome, ReportLayout(language: language)), "hand-made.\(language.rawValue).txt")
    }

    @Test(
        "A link that carries all that it can is told among what is at its limit",
        arguments: [
            (Language.english, "· The link Alpha – Beta (pipe) carries its full 40 t a year."),
            (.vietnamese, "· Đường nối Alpha – Beta (pipe) chở hết năng lực 40 tấn mỗi năm."),
        ])
    func fullLink(language: Language, sentence: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(smallScenario(["modes.csv": "id,unit,cost_per_unit,fixed_cost_per_km,link_capacity\npipe,t,5,10,40\n"]))
        #expect(try Program.run("solve", folder.path, "--lang", language.rawValue).text.contains(sentence))
        try folder.write(["modes.csv": "id,unit,cost_per_unit,fixed_cost_per_km,link_capacity\npipe,t,5,10,70\n"])
        #expect(try !Program.run("solve", folder.path, "--lang", language.rawValue).text.contains("(pipe) c"))
    }

    @Test("A plan with every part is written as JSON as pinned")
    func json() throws {
        let facts = RunFacts(inputSHA256: "0", seconds: 1.5)
        let document = OutcomeJSON(HandMade.outcome, of: HandMade.scenario, facts: facts, language: .english).document()
        try Golden.expect(String(decoding: document, as: UTF8.self), "hand-made.json")
    }

    @Test("A plan of a search stopped early is never called optimal, and its gap is told")
    func stopped() {
        var outcome = HandMade.outcome
        (outcome.status, outcome.termination, outcome.gap) = (.feasible, .timeLimit, 0.034)
        #expect(text(outcome).contains("Stopped at the time limit. The plan below keeps every rule and is at most 3.4% above"))
        #expect(!text(outcome).contains("ptimal"))
        #expect(!text(outcome).contains("prove"))
        (outcome.termination, outcome.gap) = (.cancelled, nil)
        #expect(text(outcome).contains("Stopped on your request."))
        #expect(text(outcome).contains("is not known"))
    }

    @Test("Without a plan nothing is told but the status")
    func none() {
        var outcome = HandMade.outcome
        (outcome.status, outcome.termination, outcome.plan, outcome.certificate) = (.unknown, .timeLimit, nil, nil)
        let told = text(outcome)
        #expect(told.contains("No plan was found"))
        #expect(!told.contains("Giver"))
    }

    @Test("A certificate that fails is shouted, in red where there is colour")
    func tampered() {
        var outcome = HandMade.outcome
        outcome.certificate?.holds = false
        let told = text(outcome, ReportLayout(language: .english, style: TextStyle(isColoured: true)))
        #expect(told.contains("\u{1B}[31mCertificate: does NOT hold."))
    }

    @Test("A plan without exchanges says so")
    func noExchange() {
        var outcome = HandMade.outcome
        outcome.exchanges = []
        #expect(text(outcome).contains("None: no exchange pays under these figures."))
    }

    @Test("Rows beyond the limit are counted, and exchanges come by gain")
    func limit() throws {
        var outcome = HandMade.outcome
        outcome.exchanges = (0..<5).map { index in
            var exchange = HandMade.outcome.exchanges[0]
            exchange.gain = Double([3, 1, 5, 2, 4][index]) * 1e6
            exchange.kilometres = Double(index)
            return exchange
        }
        let told = text(outcome, ReportLayout(language: .english, rowLimit: 2))
        #expect(told.contains("… and 3 more; --rows 0 shows all."))
        let first = try #require(told.range(of: "5.000\n"))
        let second = try #require(told.range(of: "4.000\n"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(!told.contains("3.000\n"))
    }

    @Test("What rounding leaves is no leftover")
    func rounding() {
        let bought = text(HandMade.outcome).components(separatedBy: "Still bought new").last?.components(separatedBy: "\n\n").first
        #expect(bought?.contains("Sand") == true)
        #expect(bought?.contains("Steam") == false)
    }

    @Test("A name cannot steer the terminal")
    func controls() throws {
        var tables = HandMade.scenario.tables
        tables.firms[0].name = Label(english: "Evil\u{1B}[2J\u{9B}1m\nFirm")
        let scenario = try Scenario(validating: tables)
        let told = String(
            decoding: SolveReport.bytes(HandMade.outcome, of: scenario, layout: ReportLayout(language: .english)), as: UTF8.self)
        #expect(!told.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B })
        #expect(told.contains("Evil [2J 1m"))
    }
}
