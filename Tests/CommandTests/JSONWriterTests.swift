// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import Reports

@Suite("JSON as it is written")
struct JSONWriterTests {
    @Test("Every text comes back as it went in")
    func texts() throws {
        let texts = ["", "plain", "\"quoted\\\"", "line\nline\r\t", "\u{1}\u{1F}", "đồng 工业 🏭", "</script>"]
        var writer = JSONWriter()
        writer.object { $0.member("texts", texts: texts) }
        let read = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: [String]]
        #expect(read?["texts"] == texts)
    }

    @Test("Every number reads back exactly, minus zero is zero, and what is no number is null")
    func numbers() throws {
        let numbers = [0.1, 1e-300, 1.7976931348623157e308, 123_456_789.123456789, -2.5, Double.leastNonzeroMagnitude, 1e22, 100]
        var writer = JSONWriter()
        writer.object { $0.member("numbers", objects: numbers) { $0.member("value", $1) } }
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: [[String: Double]]])
        #expect(rows["numbers"]?.compactMap { $0["value"] } == numbers)
        var odd = JSONWriter()
        odd.object { object in
            object.member("zero", -0.0)
            object.member("infinite", Double.infinity)
            object.member("none", nil as Double?)
        }
        #expect(String(decoding: odd.bytes, as: UTF8.self) == "{\n \"zero\": 0.0,\n \"infinite\": null,\n \"none\": null\n}")
    }

    @Test("Numbers of few digits are written as the shortest digits that read back, too")
    func shortNumbers() {
        var random = SystemRandomNumberGenerator(),
            numbers: [Double] = [1, 0.1, 1e-4, 5e-5, 99_999_999_999.9999, 1e11, 1e15, 0.1 + 0.2, 65.11]
        for _ in 0..<5_000 {
            let power = pow(10.0, Double(Int.random(in: 0...5, using: &random)))
            numbers.append((Double.random(in: -1e9...1e9, using: &random) / power).rounded() / power)
        }
        for number in numbers where number != 0 {
            var writer = JSONWriter()
            writer.number(number)
            #expect(String(decoding: writer.bytes, as: UTF8.self) == number.description)
        }
    }

    @Test("Members of the outer object and elements of its lists have lines of their own")
    func layout() {
        var writer = JSONWriter()
        writer.object { object in
            object.member("a", 1)
            object.member("b", objects: [1, 2]) { $0.member("c", $1) }
            object.member("d") { $0.object { $0.member("e", true) } }
            object.member("f", texts: [])
        }
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "{\n \"a\": 1,\n \"b\": [\n  {\"c\": 1},\n  {\"c\": 2}\n ],\n \"d\": {\"e\": true},\n \"f\": []\n}")
    }

    @Test("What is left of rounding is cut, and an honest small figure is not")
    func cutting() {
        #expect(1e-8.cut(100) == 0)
        #expect((-1e-8).cut(100) == 0)
        #expect(1e-6.cut(100) == 1e-6)
        #expect(1e-12.cut(0) == 1e-12)
    }
}
