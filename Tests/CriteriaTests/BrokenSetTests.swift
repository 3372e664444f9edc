// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing
import Texts

@testable import Criteria

/// Sets and declarations that are broken in one way each, with their whole messages.
@Suite("Faults of criteria sets and declarations")
struct BrokenSetTests {
    struct Broken: CustomTestStringConvertible {
        var code: String, title: String
        /// The set's file; nil where the fault is the scenario's.
        var set: String?
        /// Files of the scenario.
        var files: [String: String] = [:]
        var testDescription: String { "\(code) \(title)" }
    }

    private static let head = """
        format: 1
        id: next-year
        title: {en: Next year's decree, vi: Nghị định năm tới}
        document: {en: Decree 1/2027, vi: Nghị định 1/2027}
        status: in-force
        valid_from: 2027-01-01

        """

    private static func set(_ criterion: String, head: String = Self.head) -> String {
        head + "criteria:\n- id: N.1\n  level: park\n  text: {en: One, vi: Một}\n" + criterion
    }

    private static func declared(_ row: String) -> [String: String] {
        ["declarations.csv": "subject,criterion,value,unit,year,valid_until,date\n" + row + "\n"]
    }

    private static func named(_ criteria: String, year: Int = 2027) -> [String: String] {
        ["scenario.yaml": "format: 1\nid: small\ncurrency: VND\nyear: \(year)\ncriteria: \(criteria)\n"]
    }

    static let cases: [Broken] = [
        Broken(code: "K101", title: "an unknown set", files: named("[vn-eip-decree-35-2020]")),
        Broken(code: "K101", title: "a set that is like none", files: named("[zoning]")),
        Broken(code: "K102", title: "a set named twice", files: named("[mci-2019, mci-2019]")),
        Broken(
            code: "K103", title: "a file with the id of a set of the product",
            set: set(
                "  judgement: evidence\n  declared: yes-no\n", head: head.replacingOccurrences(of: "next-year", with: "mci-2019"))),
        Broken(code: "K104", title: "superseded figures", files: named("[vn-eip-decree-82-2018]")),
        Broken(code: "K105", title: "a set that is not in force yet", files: named("[vn-incentives-2026]", year: 2025)),
        Broken(code: "K106", title: "a misspelt criterion", files: declared("P,VN.D35.37.1e,yes,,,,")),
        Broken(code: "K106", title: "a criterion that is like none", files: declared("P,greenness,yes,,,,")),
        Broken(code: "K107", title: "a declaration of what is computed", files: declared("P,VN.D35.37.2b-1,yes,,,,")),
        Broken(code: "K108", title: "a number for yes or no", files: declared("A,cleaner_production,7,,,,")),
        Broken(code: "K108", title: "words for a number", files: declared("P,land_total,large,,,,")),
        Broken(code: "K109", title: "a firm's declaration of a park", files: declared("P,cleaner_production,yes,,,,")),
        Broken(code: "K110", title: "another unit", files: declared("P,land_total,120,m2,,,")),
        Broken(code: "K110", title: "a unit where there is none", files: declared("A,cleaner_production,yes,%,,,")),
        Broken(code: "K111", title: "a share of 120 percent", files: declared("P,wastewater_treated,120,%,,,")),
        Broken(code: "K112", title: "an end before the beginning", files: declared("A,cleaner_production,yes,,2027,2027-03-01,2027-04-01")),
        Broken(code: "K113", title: "a declaration that ran out", files: declared("A,cleaner_production,yes,,2026,2026-12-31,")),
        Broken(code: "K114", title: "a declaration of a later year", files: declared("A,cleaner_production,yes,,2029,,")),
        Broken(code: "K115", title: "a declaration of a year before the decree", files: declared("P,VN.D35.37.1a,yes,,2020,,")),
        Broken(code: "K116", title: "a threshold without one", set: set("  judgement: threshold\n  measure: exchanges\n")),
        Broken(code: "K116", title: "a direction without one", set: set("  judgement: direction\n  measure: exchanges\n")),
        Broken(
            code: "K117", title: "a threshold for evidence",
            set: set(
                "  judgement: evidence\n  declared: yes-no\n  threshold: {at_least: 1}\n")),
        Broken(
            code: "K118", title: "two bounds",
            set: set(
                "  judgement: threshold\n  measure: exchanges\n  threshold: {at_least: 1, at_most: 3}\n")),
        Broken(code: "K118", title: "no bound", set: set("  judgement: threshold\n  measure: exchanges\n  threshold: {}\n")),
        Broken(code: "K119", title: "nothing in it", set: head),
        Broken(
            code: "K120", title: "a name that no formula can use",
            set: head
                + "declared:\n- id: green-roof\n  text: {en: Roof, vi: Mái}\n  type: yes-no\n"),
        Broken(
            code: "K121", title: "a name of a measure",
            set: head
                + "declared:\n- id: exchanges\n  text: {en: Roof, vi: Mái}\n  type: number\n"),
        Broken(
            code: "K122", title: "a misspelt measure",
            set: set(
                "  judgement: threshold\n  measure: 100 * wastewater_reuse / wastewater\n  threshold: {at_least: 20}\n")),
        Broken(
            code: "K122", title: "a formula that ends early",
            set: set(
                "  judgement: threshold\n  measure: share(firms where\n  threshold: {at_least: 20}\n")),
        Broken(
            code: "K122", title: "a condition for a bound",
            set: set(
                "  judgement: threshold\n  measure: exchanges\n  threshold: {at_least: exchanges > 1}\n")),
        Broken(
            code: "K122", title: "criteria that lead back to themselves",
            set: set(
                "  judgement: figure\n  measure: \"[N.2] + 1\"\n- id: N.2\n  level: park\n  text: {en: Two, vi: Hai}\n  judgement: figure\n"
                    + "  measure: \"2 * [N.1]\"\n")),
        Broken(
            code: "K123", title: "figures of a decree that is dead",
            set: set(
                "  document: {en: Article 42 of Decree 82/2018/ND-CP, vi: Điều 42 Nghị định 82/2018/NĐ-CP}\n  judgement: threshold\n"
                    + "  measure: share(firms where symbiosis_plan)\n  threshold: {at_least: 10}\n")),
        Broken(
            code: "K122", title: "a claim that is no condition",
            set: set("  judgement: evidence\n  declared: yes-no\n  claim: exchanges\n")),
        Broken(
            code: "K122", title: "a part of what nobody declares",
            set: head
                + "declared:\n- id: green_roof\n  text: {en: Roof, vi: Mái}\n  type: number\n  part_of: land_totl\n"),
        Broken(code: "K124", title: "years below zero", files: declared("P,VN.D35.38.2a,-3,,,,")),
        Broken(
            code: "K124", title: "an area below zero, which is no part of any sum",
            files: declared("P,land_total,350.5,ha,,,\nP,land_transport,-5,ha,,,")),
        Broken(code: "K125", title: "a part above the whole", files: declared("P,land_total,350.5,ha,,,\nP,land_green,400,ha,,,")),
        Broken(
            code: "K125", title: "parts that are together above the whole",
            files: declared("P,land_green,200,ha,,,\nP,land_total,350.5,ha,,,\nP,land_social,160,ha,,,\nQ,land_total,1,ha,,,")),
        Broken(code: "F123", title: "a key that there is not", set: set("  judgement: evidence\n  declared: yes-no\n  treshold: 1\n")),
        Broken(code: "F125", title: "a list for a mapping", set: head + "criteria: [one, two]\n"),
        Broken(code: "V119", title: "a word that there is not", set: set("  judgement: pass\n  declared: yes-no\n")),
        Broken(code: "V101", title: "no judgement", set: set("  declared: yes-no\n")),
        Broken(
            code: "V117", title: "a date that the calendar lacks",
            set: set(
                "  judgement: evidence\n  declared: yes-no\n  valid_from: 2027-02-30\n")),
        Broken(
            code: "C101", title: "a criterion twice",
            set: set(
                "  judgement: evidence\n  declared: yes-no\n- id: N.1\n  level: park\n  text: {en: Two, vi: Hai}\n  judgement: background\n"
            )),
        Broken(code: "F122", title: "no YAML at all", set: "format: 1\nid: [\n"),
    ]

    @Test("Messages are pinned whole")
    func messages() throws {
        var blocks: [String] = []
        for broken in Self.cases { blocks.append((["# " + broken.testDescription] + (try lines(broken))).joined(separator: "\n")) }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Messages/criteria.txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try (blocks.joined(separator: "\n\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
            Issue.record("criteria.txt was recorded")
            return
        }
        let pinned = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
        #expect(pinned.count == blocks.count)
        for (block, expected) in zip(blocks, pinned) { #expect(block == expected) }
    }

    @Test("Every code has a broken set or declaration")
    func coverage() {
        let codes = Set(Self.cases.map(\.code).filter { $0.hasPrefix("K") })
        #expect(codes == Set(CriteriaFault.Code.allCases.map(\.rawValue)))
    }

    /// Every message in both languages, the code of the case among them.
    private func lines(_ broken: Broken) throws -> [String] {
        let faults: [LocatedFault]
        if let set = broken.set {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString).yaml")
            try Data(set.utf8).write(to: folder)
            defer { try? FileManager.default.removeItem(at: folder) }
            var catalogue = CriteriaCatalogue()
            let added = catalogue.addFile(at: folder.path, named: "next-year.yaml")
            #expect((added.id == nil) == added.faults.contains { $0.kind.severity == .error })
            faults = added.faults
        } else {
            let reading = try Assessed.read(broken.files)
            let scenario = try #require(reading.scenario, "\(reading.faults)")
            let names = SetNames(reading, of: scenario, at: "small")
            faults = names.faults + names.catalogue.faults(inDeclarationsOf: scenario.tables).map(reading.locate)
        }
        #expect(faults.contains { $0.kind.code == broken.code }, "\(broken.code): \(faults)")
        return faults.sorted().flatMap { fault in Language.allCases.map { fault.message(in: $0) } }
    }
}
