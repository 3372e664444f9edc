// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ProcessFault {
    static func noSupplier(_ process: String, _ resource: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(process)” can never run: it takes in “\(resource)”, which nobody gives off, nothing stands in for, and it cannot buy.",
                vi:
                    "“\(process)” không bao giờ chạy được: công đoạn cần “\(resource)” nhưng không ai cho ra, không có gì thay thế và cũng không mua được."
            ),
            mend: Phrase(
                en: "Give virgin_price in this row if it can be bought, or add the output or the substitution that is missing.",
                vi: "Điền virgin_price ở dòng này nếu mua được, hoặc thêm đầu ra hay phép thay thế còn thiếu."))
    }

    static func suppliersCannotRun(_ process: String, _ resource: String, _ suppliers: [String]) -> FaultText {
        let names = suppliers.map { Phrase(same: "“\($0)”") }.enumerated
        let verb = suppliers.count == 1 ? "gives it off, which" : "give it off, which"
        return FaultText(
            problem: Phrase(
                en: "“\(process)” can never run: it takes in “\(resource)”, and only \(names.english) \(verb) cannot run either.",
                vi:
                    "“\(process)” không bao giờ chạy được: công đoạn cần “\(resource)” mà chỉ có \(names.vietnamese) cho ra, lại cũng không chạy được."
            ),
            mend: Phrase(
                en: "See to it that \(names.english) can run, or give virgin_price in this row if it can be bought.",
                vi: "Bảo đảm \(names.vietnamese) chạy được, hoặc điền virgin_price ở dòng này nếu mua được."))
    }

    static func capacityFarAboveSupply(
        _ process: String, _ resource: String, _ atCapacity: Double, _ offered: Double, _ unit: Unit
    ) -> FaultText {
        let (taken, offer) = (Phrase.quantity(atCapacity, unit), Phrase.quantity(offered, unit))
        return FaultText(
            problem: Phrase(
                en:
                    "At capacity “\(process)” takes in \(taken.english) of “\(resource)” a year, while all that is on offer comes to \(offer.english).",
                vi:
                    "Khi chạy hết công suất, “\(process)” lấy vào \(taken.vietnamese) “\(resource)” mỗi năm, trong khi tổng lượng có thể cung cấp chỉ là \(offer.vietnamese)."
            ),
            mend: Phrase(
                en: "Check the unit of capacity and of per_activity: kg for t, or a day's figure where a year's is due.",
                vi: "Kiểm tra đơn vị của capacity và per_activity: nhầm kg với tấn, hoặc số của một ngày với số của một năm."))
    }
}
