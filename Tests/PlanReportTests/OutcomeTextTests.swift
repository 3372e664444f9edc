// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Testing
import Texts

@testable import Exchange

@Suite("What is known of a plan, in words")
struct OutcomeTextTests {
    @Test(
        "The gap of a stopped search is never told smaller than it is",
        arguments: [
            (0.001203, "at most 0.2% above", "không quá 0,2%;"), (0.001, "at most 0.1% above", "không quá 0,1%;"),
            (0.0000021, "at most 0.00021% above", "không quá 0,00021%;"), (0.00049911, "at most 0.04992% above", "không quá 0,04992%;"),
        ])
    func gap(gap: Double, english: String, vietnamese: String) {
        let outcome = SmallPark.outcome { ($0.status, $0.gap, $0.termination) = (.feasible, gap, .timeLimit) }
        #expect(outcome.statusText.english.contains(english), "\(outcome.statusText.english)")
        #expect(outcome.statusText.vietnamese.contains(vietnamese), "\(outcome.statusText.vietnamese)")
    }

    @Test(
        "The recomputed bound proves the choices where it meets the value, and leaves them to the search where it does not",
        arguments: [
            (
                0.5e9,
                "A bound recomputed apart from the solver proves the choices of what to build too: no plan is better.",
                "Cận được tính lại độc lập với bộ giải chứng minh cả các lựa chọn xây dựng: không phương án nào tốt hơn."
            ),
            (
                0.5e9 - 100,
                "A bound recomputed apart from the solver proves the choices of what to build too: "
                    + "no plan is better by more than 2e-7 of the value.",
                "Cận được tính lại độc lập với bộ giải chứng minh cả các lựa chọn xây dựng: "
                    + "không phương án nào tốt hơn quá 2e-7 lần giá trị này."
            ),
            (
                0.49e9,
                "It does not prove that no other choice of what to build is better: that rests on the solver's search. "
                    + "Recomputed apart from it, no plan is better by more than 2% of the value.",
                "Chứng thực này không chứng minh rằng không có cách chọn xây dựng nào khác tốt hơn: "
                    + "điều đó dựa vào quá trình tìm kiếm của bộ giải. Tính lại độc lập, không phương án nào tốt hơn quá 2% giá trị này."
            ),
        ])
    func choices(bound: Double, english: String, vietnamese: String) throws {
        let text = try #require(SmallPark.outcome { ($0.choices, $0.relaxationBound) = (3, bound) }.certificateText)
        let kept = "Certificate: holds. Checked apart from the solver, every rule is kept exactly, "
        #expect(text.english == kept + "and with what is built held the prices prove that no better flows exist. " + english)
        #expect(text.vietnamese.hasSuffix("không có dòng trao đổi nào tốt hơn. " + vietnamese), "\(text.vietnamese)")
    }
}
