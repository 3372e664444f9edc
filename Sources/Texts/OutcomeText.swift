// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import LinearProgram
internal import Scenario

extension Outcome {
    /// What is known of the plan, in words. A plan of a search stopped early is never called optimal.
    public var statusText: Phrase {
        let aim = objective.name
        switch status {
        case .optimal:
            return switch objective {
            case .weights:
                Phrase(
                    en: "Optimal: under these figures no plan has a smaller \(aim.english).",
                    vi: "Tối ưu: với các số liệu này, không phương án nào có \(aim.vietnamese) nhỏ hơn.")
            default:
                Phrase(
                    en: "Optimal: under these figures no plan has less \(aim.english).",
                    vi: "Tối ưu: với các số liệu này, không phương án nào có \(aim.vietnamese) thấp hơn.")
            }
        case .feasible: return stoppedText + gapText
        case .infeasible:
            return Phrase(
                en: "Infeasible: the rules of this scenario cannot all be kept.",
                vi: "Không khả thi: các quy định của kịch bản này không thể cùng được thỏa mãn.")
        case .unbounded:
            return Phrase(
                en: "No answer: the model has no bound, which valid figures cannot cause. Please report it.",
                vi: "Không có lời giải: mô hình không bị chặn, điều mà số liệu hợp lệ không thể gây ra. Xin hãy báo lỗi này.")
        case .unknown:
            return stoppedText
                + Phrase(en: "No plan was found until then.", vi: "Đến lúc đó chưa tìm được phương án nào.")
        }
    }

    /// Why the search ended before its end, in words.
    private var stoppedText: Phrase {
        switch termination {
        case .timeLimit: Phrase(en: "Stopped at the time limit.", vi: "Đã dừng vì hết thời gian cho phép.")
        case .iterationLimit: Phrase(en: "Stopped at the limit of iterations.", vi: "Đã dừng vì hết số bước lặp cho phép.")
        case .cancelled: Phrase(en: "Stopped on your request.", vi: "Đã dừng theo yêu cầu của bạn.")
        case .numericalTrouble:
            Phrase(en: "Stopped because the figures are numerically too hard.", vi: "Đã dừng vì số liệu quá khó về mặt tính toán.")
        case .finished: Phrase(en: "The search ended without a proof.", vi: "Việc tìm kiếm kết thúc mà chưa có chứng minh.")
        }
    }

    private var gapText: Phrase {
        let aim = objective.name
        guard let gap, gap.isFinite else {
            return Phrase(
                en: "The plan below keeps every rule, but how far it is from the least \(aim.english) is not known.",
                vi: "Phương án dưới đây thỏa mãn mọi quy định, nhưng chưa biết còn cách mức \(aim.vietnamese) thấp nhất bao xa.")
        }
        // A bound is rounded up; a gap that a decimal does not show is told with its own digits.
        let small = Phrase.bound(gap * 100)
        let share = gap >= 0.0005 || gap == 0 ? Phrase.percentBound(gap) : Phrase(en: small.english + "%", vi: small.vietnamese + "%")
        return Phrase(
            en: "The plan below keeps every rule and is at most \(share.english) above the least \(aim.english); a better one may exist.",
            vi:
                "Phương án dưới đây thỏa mãn mọi quy định và cao hơn mức \(aim.vietnamese) thấp nhất không quá \(share.vietnamese); có thể còn phương án tốt hơn."
        )
    }
}

extension Outcome {
    /// What the certificate says, in words; nil without a plan.
    public var certificateText: Phrase? {
        guard let certificate else { return nil }
        guard choices > 0, certificate.holds else { return certificate.text(isOptimal: status == .optimal) }
        let kept = certificate.keptText
        var text = Phrase(en: "\(kept.english).", vi: "\(kept.vietnamese).")
        if certificate.dualityGap != nil {
            text = Phrase(
                en: "\(kept.english), and with what is built held the prices prove that no better flows exist.",
                vi: "\(kept.vietnamese), và khi giữ nguyên những gì được xây dựng, hệ giá chứng minh không có dòng trao đổi nào tốt hơn.")
        }
        if let proof = choiceProof { return text + proof }
        return text
            + Phrase(
                en: "It does not prove that no other choice of what to build is better: ",
                vi: "Chứng thực này không chứng minh rằng không có cách chọn xây dựng nào khác tốt hơn: "
            ).joined(choiceText)
    }

    /// How much better than the plan a plan could be at most by the recomputed bound, as a share of the value; nil without a bound.
    private var boundGap: Double? {
        guard let relaxationBound, let objectiveValue else { return nil }
        return max(0, objectiveValue - relaxationBound) / max(1, abs(objectiveValue))
    }

    /// That the recomputed bound proves the choices as well; nil where it leaves more room than the certificate's tolerance.
    private var choiceProof: Phrase? {
        guard let boundGap, boundGap <= Certificate.tolerance else { return nil }
        guard boundGap > 0 else {
            return Phrase(
                en: "A bound recomputed apart from the solver proves the choices of what to build too: no plan is better.",
                vi: "Cận được tính lại độc lập với bộ giải chứng minh cả các lựa chọn xây dựng: không phương án nào tốt hơn.")
        }
        let gap = Phrase.bound(boundGap)
        return Phrase(
            en: "A bound recomputed apart from the solver proves the choices of what to build too: "
                + "no plan is better by more than \(gap.english) of the value.",
            vi: "Cận được tính lại độc lập với bộ giải chứng minh cả các lựa chọn xây dựng: "
                + "không phương án nào tốt hơn quá \(gap.vietnamese) lần giá trị này.")
    }

    /// What stands behind the choices, as the end of a sentence.
    private var choiceText: Phrase {
        let search = Phrase(
            en: "that rests on the solver's search", vi: "điều đó dựa vào quá trình tìm kiếm của bộ giải")
        guard let boundGap else { return Phrase(en: "\(search.english).", vi: "\(search.vietnamese).") }
        let share = Phrase.bound(boundGap * 100)
        return Phrase(
            en: "\(search.english). Recomputed apart from it, no plan is better by more than \(share.english)% of the value.",
            vi: "\(search.vietnamese). Tính lại độc lập, không phương án nào tốt hơn quá \(share.vietnamese)% giá trị này.")
    }
}

extension Phrase {
    /// The two phrases one after the other as they are.
    fileprivate func joined(_ rest: Phrase) -> Phrase { Phrase(en: english + rest.english, vi: vietnamese + rest.vietnamese) }
}

extension Certificate {
    /// What the certificate says, in words. `isOptimal` is whether the plan is claimed to be the best.
    public func text(isOptimal: Bool) -> Phrase {
        guard holds else {
            return Phrase(
                en: "Certificate: does NOT hold. The plan breaks a rule or is not what it claims; do not use it.",
                vi: "Chứng thực lời giải: KHÔNG đạt. Phương án vi phạm quy định hoặc không đúng như công bố; không được sử dụng.")
        }
        let kept = keptText
        guard isOptimal, let dualityGap else { return Phrase(en: "\(kept.english).", vi: "\(kept.vietnamese).") }
        guard dualityGap > 0 else {
            return Phrase(
                en: "\(kept.english), and the prices prove that nothing is better.",
                vi: "\(kept.vietnamese), và hệ giá chứng minh không phương án nào tốt hơn.")
        }
        let gap = Phrase.scientific(dualityGap)
        return Phrase(
            en: "\(kept.english), and the prices prove that nothing is better by more than \(gap.english) of the value.",
            vi: "\(kept.vietnamese), và hệ giá chứng minh không phương án nào tốt hơn quá \(gap.vietnamese) lần giá trị này.")
    }

    fileprivate var keptText: Phrase {
        guard primalResidual > 0 else {
            return Phrase(
                en: "Certificate: holds. Checked apart from the solver, every rule is kept exactly",
                vi: "Chứng thực lời giải: đạt. Kiểm tra độc lập với bộ giải, mọi quy định đều được thỏa mãn chính xác")
        }
        let residual = Phrase.scientific(primalResidual)
        return Phrase(
            en: "Certificate: holds. Checked apart from the solver, no rule is broken by more than \(residual.english) of its size",
            vi:
                "Chứng thực lời giải: đạt. Kiểm tra độc lập với bộ giải, không quy định nào bị vi phạm quá \(residual.vietnamese) lần độ lớn của nó"
        )
    }
}

extension TodayReason {
    /// Why there is no column for today, in words.
    public func text(_ names: ScenarioNames) -> Phrase {
        switch self {
        case .noQuantities:
            return Phrase(
                en: "Today is not shown: no contract says how much flows today.",
                vi: "Không có cột hiện trạng: chưa hợp đồng nào cho biết lượng trao đổi hiện nay.")
        case .periods:
            return Phrase(
                en: "Today is not shown: the contracts say what flows in a year, not in which period.",
                vi: "Không có cột hiện trạng: các hợp đồng chỉ cho biết lượng trao đổi cả năm, không cho biết theo từng kỳ.")
        case .noCandidate(let contract):
            let named = names.contract(contract)
            return Phrase(
                en: "Today cannot be told: the flow of the contract \(named.english) has no allowed way.",
                vi: "Không tính được hiện trạng: lượng trao đổi của hợp đồng \(named.vietnamese) không có phương thức hợp lệ.")
        case .tooMuch(let contract, let resource, let amount):
            let (named, excess) = (names.contract(contract), names.quantity(amount, of: resource))
            return Phrase(
                en: "Today cannot be told: the contract \(named.english) moves \(excess.english) more than can be given or taken.",
                vi:
                    "Không tính được hiện trạng: hợp đồng \(named.vietnamese) vượt \(excess.vietnamese) so với khả năng cung cấp hoặc tiếp nhận."
            )
        case .cannotBuy(let resource, let party, let amount):
            let (place, name, missing) = (names.party(party), names.resource(resource), names.quantity(amount, of: resource))
            return Phrase(
                en: "Today cannot be told: the contracts leave \(place.english) short of \(missing.english) of \(name.english), "
                    + "which cannot be bought new.",
                vi: "Không tính được hiện trạng: các hợp đồng để \(place.vietnamese) thiếu \(missing.vietnamese) \(name.vietnamese), "
                    + "là thứ không thể mua mới.")
        case .broken(let rule):
            let demand = InfeasibilityText(names: names).demand(of: rule)
            return Phrase(
                en: "Today cannot be told: the flows of the contracts break a rule: \(demand.english).",
                vi: "Không tính được hiện trạng: lượng trao đổi theo các hợp đồng vi phạm một quy định: \(demand.vietnamese).")
        }
    }
}
