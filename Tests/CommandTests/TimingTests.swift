// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Texts

@Suite("What the parts of a solve take")
struct TimingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(smallScenario([:]))
    }

    @Test(
        "each part is told on standard error, in either language, and what they sum to; the result stays the same bytes",
        arguments: [
            (
                "en", "Processor seconds",
                ["starting", "reading and checking", "building", "solving", "proof and plan", "writing", "in all"]
            ),
            (
                "vi", "Số giây xử lý (thời gian CPU)",
                ["khởi động", "đọc và kiểm tra", "lập mô hình", "giải", "chứng thực và lập phương án", "ghi kết quả", "tổng cộng"]
            ),
        ] as [(String, String, [String])])
    func parts(language: String, heading: String, names: [String]) throws {
        let plain = try Program.run("solve", folder.path, "--lang", language)
        let timed = try Program.run("solve", folder.path, "--lang", language, "--timing", "--quiet")
        #expect(timed.status == 0)
        #expect(timed.output == plain.output)
        let lines = timed.errors.split(separator: "\n").map(String.init)
        #expect(lines.first == heading)
        let rows = lines.dropFirst().map { line in line.split(separator: " ").map(String.init) }
        #expect(rows.map { $0.dropLast().joined(separator: " ") } == names)
        let mark = language == "vi" ? "," : "."
        let seconds = try rows.map { row in
            let figure = try #require(row.last)
            return try #require(Double(figure.replacing(mark, with: ".")))
        }
        // Each figure is rounded to a thousandth. The small scenario takes some milliseconds, most of them to start.
        let total = try #require(seconds.last)
        #expect(abs(seconds.dropLast().reduce(0, +) - total) <= 0.0041)
        #expect(total > 0 && total < 5)
    }

    @Test("of a run that ends early the parts are told that it came to")
    func early() throws {
        try folder.write(smallScenario(["needs.csv": "firm,resource,quantity\nb,sand,much\n"]))
        let run = try Program.run("solve", folder.path, "--timing")
        #expect(run.status == 3)
        let lines = run.errors.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let start = try #require(lines.firstIndex(of: "Processor seconds"))
        let names = lines[(start + 1)...].map { line in line.prefix { $0.isLetter || $0 == " " }.trimmingCharacters(in: .whitespaces) }
        #expect(names == ["starting", "reading and checking", "in all"])
    }

    @Test("figures stand under each other, with the decimal mark of the language")
    func layout() {
        let text = TimingText([.reading: 0.0054, .solving: 1234.5])
        #expect(
            text.lines(.english) == [
                "Processor seconds", "  reading and checking  0.005", "  solving               1,234.500",
                "  in all                1,234.505",
            ])
        #expect(
            text.lines(.vietnamese) == [
                "Số giây xử lý (thời gian CPU)", "  đọc và kiểm tra  0,005", "  giải             1.234,500", "  tổng cộng        1.234,505",
            ])
    }
}
