// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing
import Texts

@testable import ScenarioFiles

@Suite("The most cells of a CSV table")
struct TableLimitTests {
    private func split(_ text: String, limit: Int) -> DelimitedText {
        DelimitedText(Array(text.utf8), file: "needs.csv", tableLimit: limit)
    }

    @Test(
        "The row that breaks the limit is named and ends the reading; blank rows do not count",
        arguments: ["a,b,c\n1,2,3\n,,\n\n4,5,6\n7,8,9\n1,2,3\n", "a,b,c\n1,\"2\",3\n,,\n\n4,5,6\n7,\"8\",9\n\"1\",2,3\n"])
    func limit(text: String) {
        let cut = split(text, limit: 6)
        #expect(cut.sheet.rowCount == 2)
        #expect(cut.faults == [LocatedFault(.file(.beyondLimit(.tableCells, found: 9, limit: 6)), file: "needs.csv", line: 6)])
        let whole = split(text, limit: 12)
        #expect(whole.faults.isEmpty && whole.sheet.rowCount == 4)
        #expect(split(text, limit: 11).sheet.rowCount == 3)
    }

    @Test("A short row takes the room of a long one, so that few bytes cannot claim much memory")
    func shortRows() {
        let text = split("a,b,c\n" + String(repeating: "x\n", count: 100), limit: 30)
        #expect(text.sheet.cells.count == 30)
        #expect(text.faults.last?.kind == .file(.beyondLimit(.tableCells, found: 33, limit: 30)))
        #expect(text.faults.last?.line == 12)
        // The ten rows before it are each too short.
        #expect(text.faults.count == 11)
    }

    @Test("The message names the limit in both languages")
    func message() {
        let fault = LocatedFault(.file(.beyondLimit(.tableCells, found: 20_001_000, limit: 20_000_000)), file: "needs.csv", line: 20_002)
        #expect(
            fault.message(in: .english)
                == "needs.csv:20002 error F121: The table has too many cells up to here, blank ones in its rows counted (20,001,000; at most 20,000,000). Take out the columns that nobody fills in, and check that it is the right file."
        )
        #expect(
            fault.message(in: .vietnamese)
                == "needs.csv:20002 lỗi F121: Đến dòng này bảng đã có quá nhiều ô, tính cả ô trống trong các dòng (20.001.000; tối đa 20.000.000). Bỏ các cột không ai điền, và kiểm tra xem có đúng tệp không."
        )
    }
}
