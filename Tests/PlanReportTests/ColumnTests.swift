// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Texts

@testable import PlanReport

@Suite("Columns of a report's tables")
struct ColumnTests {
    @Test(
        "A column of one unit has the decimals that its largest number needs, in every row",
        arguments: [
            ([4276, 55.76, nil, -187.5], 0), ([-1203.4, 3], 0), ([55.76, 9.87], 1), ([1.5, nil], 2), ([0.42], 3), ([nil], 3),
        ] as [([Double?], Int)])
    func measures(values: [Double?], decimals: Int) {
        #expect(ReportTable.Column.measure(Phrase(en: "Waste", vi: "Chất thải"), values).kind == .number(decimals: decimals))
    }

    @Test(
        "Nothing at all is a plain 0, and what would come out as nothing has digits of its own, on the page and in the workbook",
        arguments: [
            (0, "0", "0", 0), (0.04, "0.04", "0,04", 4), (-0.049, "−0.049", "−0,049", 4), (0.05, "0.1", "0,1", 1),
            (12.34, "12.3", "12,3", 1),
        ])
    func nothing(value: Double, english: String, vietnamese: String, decimals: Int) {
        let kind = ReportTable.Column.Kind.number(largest: 55.76)
        #expect(kind.phrase(value) == Phrase(en: english, vi: vietnamese))
        #expect(kind.decimals(of: value) == decimals)
    }

    @Test("Numbers of such a column read alike in both languages")
    func told() {
        let kind = ReportTable.Column.measure(Phrase(en: "Waste", vi: "Chất thải"), [4276, 55.76]).kind
        #expect(kind.phrase(4276) == Phrase(en: "4,276", vi: "4.276"))
        #expect(kind.phrase(55.76) == Phrase(en: "56", vi: "56"))
    }
}
