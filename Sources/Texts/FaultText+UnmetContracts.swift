// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension UnmetFault {
    static func contractsAboveSupply(_ giver: String, _ resource: String, _ promised: Phrase, _ given: Phrase) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "Contracts oblige “\(giver)” to give at least \(promised.english) of “\(resource)” a year, and it has \(given.english) at most.",
                vi:
                    "Hợp đồng buộc “\(giver)” giao ít nhất \(promised.vietnamese) “\(resource)” mỗi năm, nhưng nơi này chỉ có tối đa \(given.vietnamese)."
            ),
            mend: Phrase(
                en: "Lower min to what there is, or correct what is given off.", vi: "Giảm min xuống mức thực có, hoặc sửa lượng cho ra."))
    }

    static func contractsAboveNeed(_ taker: String, _ resource: String, _ promised: Phrase, _ takable: Phrase) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "Contracts oblige “\(taker)” to take at least \(promised.english) of “\(resource)” a year, and it can take \(takable.english) at most.",
                vi:
                    "Hợp đồng buộc “\(taker)” nhận ít nhất \(promised.vietnamese) “\(resource)” mỗi năm, nhưng nơi này chỉ nhận được tối đa \(takable.vietnamese)."
            ),
            mend: Phrase(
                en: "Lower min, or correct the need, its max_secondary_share or the max_share of the substitution.",
                vi: "Giảm min, hoặc sửa nhu cầu, max_secondary_share của nhu cầu hay max_share của phép thay thế."))
    }

    static func contractWithoutWay(_ from: String, _ to: String, _ resource: String, _ why: ContractObstacle) -> FaultText {
        let reason: Phrase, mend: Phrase
        switch why {
        case .notGiven:
            reason = Phrase(en: "“\(from)” gives none off", vi: "“\(from)” không cho ra tài nguyên này")
            mend = Phrase(en: "Correct the contract, or add the output.", vi: "Sửa hợp đồng, hoặc thêm đầu ra.")
        case .notNeeded:
            reason = Phrase(
                en: "“\(to)” needs neither it nor anything that it stands in for",
                vi: "“\(to)” không cần tài nguyên này hay thứ gì mà nó thay thế được")
            mend = Phrase(
                en: "Correct the contract, or add the need or the substitution.", vi: "Sửa hợp đồng, hoặc thêm nhu cầu hay phép thay thế.")
        case .excluded(let rule): (reason, mend) = (rule.reason, rule.mend)
        }
        return FaultText(
            problem: Phrase(
                en: "A contract obliges “\(from)” to give “\(resource)” to “\(to)”, which cannot be: \(reason.english).",
                vi: "Hợp đồng buộc “\(from)” giao “\(resource)” cho “\(to)”, nhưng không thể được: \(reason.vietnamese)."),
            mend: mend)
    }

    static func contractsStarveProcess(
        _ process: String, _ activity: Phrase, _ resource: String, _ needed: Phrase, _ within: Phrase
    ) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "Contracts oblige “\(process)” to an activity of \(activity.english) a year; that takes \(needed.english) of “\(resource)”, which it cannot buy, and \(within.english) are within reach.",
                vi:
                    "Hợp đồng buộc “\(process)” có mức hoạt động \(activity.vietnamese) mỗi năm; mức này cần \(needed.vietnamese) “\(resource)” vốn không mua được, mà trong tầm với chỉ có \(within.vietnamese)."
            ),
            mend: Phrase(
                en: "Lower min, give virgin_price of the input if it can be bought, or add a giver.",
                vi: "Giảm min, điền virgin_price của đầu vào nếu mua được, hoặc thêm bên cung cấp."))
    }

    static func routeTooSmall(_ from: String, _ to: String, _ mode: String, _ obliged: Phrase, _ capacity: Phrase) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "At least \(obliged.english) a year must go between “\(from)” and “\(to)” by “\(mode)”, for contracts or needs that have no other way, and the route carries \(capacity.english).",
                vi:
                    "Mỗi năm phải chở ít nhất \(obliged.vietnamese) giữa “\(from)” và “\(to)” bằng “\(mode)” cho các hợp đồng hoặc nhu cầu không có đường nào khác, nhưng tuyến chỉ chở được \(capacity.vietnamese)."
            ),
            mend: Phrase(
                en: "Raise capacity, lower min of the contracts, or allow another mode.",
                vi: "Nâng capacity, giảm min của các hợp đồng, hoặc cho phép phương thức khác."))
    }

    static func contractsBreakQuality(
        _ taker: String, _ resource: String, _ property: String, _ allowed: Phrase, _ worst: Phrase
    ) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "“\(taker)” takes “\(resource)” with \(allowed.english) of “\(property)”; contracts oblige it to take some with \(worst.english), and nothing within reach can make up for that.",
                vi:
                    "“\(taker)” chỉ nhận “\(resource)” có “\(property)” \(allowed.vietnamese); hợp đồng buộc nơi này nhận nguồn có \(worst.vietnamese), và không gì trong tầm với bù lại được."
            ),
            mend: Phrase(
                en: "Lower min, correct the value or the limit, or add a better giver.",
                vi: "Giảm min, sửa giá trị hoặc giới hạn, hoặc thêm bên cung cấp tốt hơn."))
    }
}
