// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing
import Texts

@Suite("Properties have names that readers know")
struct PropertyNamesTests {
    @Test(
        "known ones in both languages, others by their id",
        arguments: [
            ("Moisture", "moisture", "độ ẩm"), ("cod", "COD", "nhu cầu oxy hóa học (COD)"), ("grade", "grade", "grade"),
        ])
    func names(id: String, english: String, vietnamese: String) throws {
        var text = ScenarioText()
        text["qualities.csv"] = "scope,firm,resource,property,value\noutput,A,w,\(id),12\n"
        let tables = try text.scenario().tables
        let name = ScenarioNames(tables).property(tables.qualities[Reference(0)].property)
        #expect(name.english == english && name.vietnamese == vietnamese)
    }
}
