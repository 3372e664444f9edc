// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("Scenarios side by side")
struct CompareTests {
    private let first: TemporaryFolder, second: TemporaryFolder

    init() throws { (first, second) = (try TemporaryFolder(), try TemporaryFolder()) }

    private func compare(_ options: String...) throws -> ProgramRun {
        let run = try Program.run(["compare", first.path, second.path] + options)
        #expect(run.status == 0, "\(run.errors)")
        return run
    }

    private static func settings(_ id: String, currency: String = "USD", name: String = "Park", sets: String = "[]") -> String {
        "format: 1\nid: \(id)\nname: {en: \(name), vi: Khu}\ncurrency: \(currency)\nyear: 2030\ncriteria: \(sets)\n"
    }

    @Test(
        "Money of two currencies stands in no row, and each column's currency is said",
        arguments: [
            (
                "en", "Cost",
                "The scenarios count money in different currencies (Park, 2030 (one): USD; Park, 2030 (two): VND), so that no cost stands here."
            ),
            (
                "vi", "Chi phí",
                "Các kịch bản dùng đồng tiền khác nhau (Khu, 2030 (one): USD; Khu, 2030 (two): VND), nên không nêu chi phí ở đây."
            ),
        ])
    func currencies(language: String, cost: String, sentence: String) throws {
        try first.write(smallScenario(["scenario.yaml": Self.settings("one")]))
        try second.write(smallScenario(["scenario.yaml": Self.settings("two", currency: "VND")]))
        let text = try compare("--lang", language).text
        #expect(!text.contains(cost) && !text.contains("USD)"), "\(text)")
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(sentence), "\(words)")
        let measures = try #require(try compare("--json").json()["measures"] as? [[String: Any]])
        #expect(measures.compactMap { $0["measure"] as? String } == ["ghg", "waste", "virgin", "exchanges"])
    }

    @Test("Scenarios of one name are told apart by their ids, and those of one id by their folders")
    func headings() throws {
        try first.write(smallScenario(["scenario.yaml": Self.settings("one")]))
        try second.write(smallScenario(["scenario.yaml": Self.settings("two")]))
        let byID = try compare("--lang", "en").text
        #expect(byID.contains("(one)") && byID.contains("(two)") && byID.contains("Cost of the plan"))
        try second.write(["scenario.yaml": Self.settings("one", name: "Other")])
        let words = try compare("--lang", "en").text.split(whereSeparator: \.isWhitespace).joined()
        // One name in Vietnamese is enough; a long folder is broken over lines.
        #expect(words.contains("(\(first.path))") && words.contains("(\(second.path))") && !words.contains("(one)"))
    }

    @Test("Exchanges that came and went are listed with their quantities, and those in both are counted")
    func exchanges() throws {
        let more = "id,name,latitude,longitude\na,Alpha,15.40,108.60\nb,Beta,15.41,108.60\nc,Gamma,15.41,108.60\nd,Delta,15.41,108.60\n"
        func needs(_ rows: String) -> [String: String] {
            ["firms.csv": more, "needs.csv": "firm,resource,quantity\n" + rows]
        }
        try first.write(smallScenario(needs("b,sand,60\nc,sand,20\n").merging(["scenario.yaml": Self.settings("one")]) { $1 }))
        try second.write(smallScenario(needs("b,sand,50\nd,sand,30\n").merging(["scenario.yaml": Self.settings("two")]) { $1 }))
        let english = try compare("--lang", "en").text
        #expect(
            english.contains(
                """
                Exchanges that differ: Park, 2030 (one) and Park, 2030 (two)
                  Giver  Taker  Resource  Park, 2030  Park, 2030
                                               (one)       (two)
                  ─────────────────────────────────────────────────
                  Alpha  Delta  Sand               –          30  t
                  Alpha  Gamma  Sand              20           –  t
                  1 more, 1 no longer, 1 in both, of these 1 in another quantity.

                """), "\(english)")
        let vietnamese = try compare("--lang", "vi").text
        #expect(vietnamese.contains("Các trao đổi khác nhau: Khu, 2030 (one) và Khu, 2030 (two)\n"), "\(vietnamese)")
        #expect(vietnamese.contains("Thêm 1, bỏ 1, 1 có ở cả hai, trong đó 1 khác lượng.\n"), "\(vietnamese)")
        let list = try #require((try compare("--json").json()["exchanges"] as? [[String: Any]])?.first)
        #expect(list["scenario"] as? String == "two")
        let changes = try #require(list["changes"] as? [[String: Any]])
        #expect(changes.map { $0["to"] as? String } == ["b", "c", "d"])
        #expect(changes.map { $0["first"] as? Double } == [60, 20, nil] && changes.map { $0["other"] as? Double } == [50, nil, 30])
    }

    @Test("Criteria that every scenario answers alike stand in one line, the others in the table")
    func alike() throws {
        let sets = "[vn-ce-decree-08-2022]"
        try first.write(smallScenario(["scenario.yaml": Self.settings("one", sets: sets)]))
        let fewer = ["scenario.yaml": Self.settings("two", sets: sets), "needs.csv": "firm,resource,quantity\nb,sand,20\n"]
        try second.write(smallScenario(fewer))
        let text = try compare("--lang", "en").text
        let line = try #require(text.range(of: "The same in every scenario ("))
        let (table, rest) = (text[..<line.lowerBound], text[line.lowerBound...])
        #expect(table.contains("VN.D08.138.1c-1‡") && !rest.contains("VN.D08.138.1c-1‡"), "\(text)")
        #expect(rest.contains("VN.D08.138.1a-2‡") && !table.contains("VN.D08.138.1a-2‡"), "\(text)")
        #expect(try compare("--lang", "vi").text.contains("Như nhau ở mọi kịch bản ("))
    }
}
