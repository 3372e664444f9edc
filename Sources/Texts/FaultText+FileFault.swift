// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FileFault {
    var text: FaultText {
        switch self {
        case .missingTable(let table):
            FaultText(
                problem: Phrase(en: "The table \(table.rawValue) is missing; every scenario needs it.", vi: "Thiếu bảng \(table.rawValue); kịch bản nào cũng cần bảng này."),
                mend: Phrase(en: "Add \(table.rawValue).csv to the folder.", vi: "Thêm \(table.rawValue).csv vào thư mục."))
        }
    }
}
