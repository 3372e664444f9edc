// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ReferenceFault {
    var text: FaultText {
        switch self {
        case .unknown(let table, let found, _):
            FaultText(
                problem: Phrase(en: "No row of \(table.rawValue) has the id “\(found)”.", vi: "Không có dòng nào trong \(table.rawValue) mang mã “\(found)”."),
                mend: Phrase(en: "Correct the id, or add the row.", vi: "Sửa lại mã hoặc thêm dòng còn thiếu."))
        }
    }
}
