// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ValueFault {
    var text: FaultText {
        switch self {
        case .missing:
            FaultText(
                problem: Phrase(en: "The cell is blank, and a value is required.", vi: "Ô để trống nhưng bắt buộc phải có giá trị."),
                mend: Phrase(en: "Give the value.", vi: "Điền giá trị."))
        case .notANumber(let found):
            FaultText(
                problem: Phrase(en: "“\(found)” is not a number.", vi: "“\(found)” không phải là số."),
                mend: Phrase(en: "Write digits, one decimal mark and no thousands mark.", vi: "Viết chữ số, một dấu thập phân, không dùng dấu phân cách hàng nghìn."))
        }
    }
}
