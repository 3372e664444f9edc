// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension UnmetFault {
    static func needWithoutGiver(_ firm: String, _ resource: String, _ quantity: Phrase, _ why: Exclusion?) -> FaultText {
        let reason =
            why?.reason
            ?? Phrase(en: "nobody gives it off, and nothing stands in for it", vi: "không ai cho ra và cũng không có gì thay thế")
        let price = Phrase(en: "Give virgin_price if it can be bought.", vi: "Điền virgin_price nếu mua được.")
        return FaultText(
            problem: Phrase(
                en: "“\(firm)” needs \(quantity.english) of “\(resource)”, cannot buy it, and nobody can supply it: \(reason.english).",
                vi:
                    "“\(firm)” cần \(quantity.vietnamese) “\(resource)”, không mua được và cũng không ai cung cấp được: \(reason.vietnamese)."
            ),
            mend: price
                + (why?.mend
                    ?? Phrase(
                        en: "Or add the output or the substitution that is missing.",
                        vi: "Hoặc thêm đầu ra hay phép thay thế còn thiếu.")))
    }

    static func needAboveReach(_ firm: String, _ resource: String, _ quantity: Phrase, _ within: Phrase) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(firm)” needs \(quantity.english) of “\(resource)” and cannot buy it, while all givers within reach come to \(within.english).",
                vi:
                    "“\(firm)” cần \(quantity.vietnamese) “\(resource)” mà không mua được, trong khi mọi bên cung cấp trong tầm với cộng lại chỉ có \(within.vietnamese)."
            ),
            mend: lessOrBuy)
    }

    static func needsAboveReach(_ firms: [String], _ resource: String, _ quantity: Phrase, _ within: Phrase) -> FaultText {
        // A sentence can name a handful; of more, the first three and how many others.
        var names = firms.prefix(firms.count > 5 ? 3 : 5).map { Phrase(same: "“\($0)”") }
        let others = firms.count - names.count
        if others > 0 { names.append(Phrase(en: "\(others) others", vi: "\(others) doanh nghiệp khác")) }
        let list = names.enumerated
        return FaultText(
            problem: Phrase(
                en:
                    "Together \(list.english) need \(quantity.english) of “\(resource)” and cannot buy it, while all that their givers have comes to \(within.english).",
                vi:
                    "\(list.vietnamese) cần tổng cộng \(quantity.vietnamese) “\(resource)” mà không mua được, trong khi các bên cung cấp cho họ cộng lại chỉ có \(within.vietnamese)."
            ),
            mend: lessOrBuy)
    }

    private static var lessOrBuy: Phrase {
        Phrase(
            en: "Correct quantity, give virgin_price if it can be bought, or add a giver.",
            vi: "Sửa quantity, điền virgin_price nếu mua được, hoặc thêm bên cung cấp.")
    }

    static func needAboveShare(_ firm: String, _ resource: String, _ share: Phrase, _ rest: Phrase) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "Exchange may cover \(share.english) of what “\(firm)” needs of “\(resource)”, and the rest, \(rest.english), cannot be bought.",
                vi:
                    "Trao đổi chỉ được đáp ứng \(share.vietnamese) nhu cầu “\(resource)” của “\(firm)”, phần còn lại là \(rest.vietnamese) thì không mua được."
            ),
            mend: Phrase(
                en: "Give virgin_price, or clear max_secondary_share if exchange may cover all.",
                vi: "Điền virgin_price, hoặc xóa max_secondary_share nếu trao đổi được đáp ứng toàn bộ."))
    }

    static func qualityOutOfReach(
        _ firm: String, _ resource: String, _ property: String, _ allowed: Phrase, _ best: Phrase
    ) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(firm)” takes “\(resource)” with \(allowed.english) of “\(property)” and cannot buy it, while the best within reach has \(best.english): no mixture keeps the limit.",
                vi:
                    "“\(firm)” chỉ nhận “\(resource)” có “\(property)” \(allowed.vietnamese) mà không mua được, trong khi nguồn tốt nhất trong tầm với có \(best.vietnamese): không hỗn hợp nào đạt giới hạn."
            ),
            mend: Phrase(
                en: "Check the values and the limit, give virgin_price if it can be bought, or add a process that treats it.",
                vi: "Kiểm tra các giá trị và giới hạn, điền virgin_price nếu mua được, hoặc thêm công đoạn xử lý."))
    }

    static func virginBeyondMending(
        _ firm: String, _ resource: String, _ property: String, _ allowed: Phrase, _ value: Phrase
    ) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(firm)” takes “\(resource)” with \(allowed.english) of “\(property)”; bought new it has \(value.english), and no giver within reach has any that keeps the limit.",
                vi:
                    "“\(firm)” chỉ nhận “\(resource)” có “\(property)” \(allowed.vietnamese); loại mua mới có \(value.vietnamese), và không bên cung cấp nào trong tầm với đạt giới hạn này."
            ),
            mend: Phrase(
                en: "Correct the virgin value or the limit, or add a giver that keeps it.",
                vi: "Sửa giá trị của nguyên liệu nguyên sinh hoặc giới hạn, hoặc thêm bên cung cấp đạt giới hạn."))
    }
}
